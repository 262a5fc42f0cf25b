from __future__ import annotations

from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.ui.kit.clipboard import KEPT_MS, ClipboardWatch

NUMBER = "".join(("371321", "19900214", "001", "X"))


def watched(qapp: QApplication, owns: bool = True) -> tuple[QClipboard, list[str], ClipboardWatch]:
    clipboard, heard = QGuiApplication.clipboard(), []
    clipboard.clear()
    return clipboard, heard, ClipboardWatch(clipboard, heard.append, owns=lambda mode: owns)


def test_a_whole_number_is_told_and_goes_after_half_a_minute(qapp: QApplication) -> None:
    clipboard, heard, watch = watched(qapp)
    clipboard.setText(f"号码 {NUMBER}")
    assert heard == [f"号码 {NUMBER}"]
    timer = watch._timers[QClipboard.Mode.Clipboard]
    assert (timer.isActive(), timer.interval()) == (True, KEPT_MS) == (True, 30_000)
    timer.timeout.emit()
    assert clipboard.text() == ""
    assert not timer.isActive()


def test_a_mobile_number_counts_and_a_case_number_does_not(qapp: QApplication) -> None:
    clipboard, heard, watch = watched(qapp)
    clipboard.setText("3701020062026112003001")
    clipboard.setText("371321********001X")
    assert heard == []
    assert not watch._timers[QClipboard.Mode.Clipboard].isActive()
    clipboard.setText("13987650001")
    assert heard == ["13987650001"]


def test_what_the_clerk_copied_later_stays(qapp: QApplication) -> None:
    clipboard, _, watch = watched(qapp)
    clipboard.setText(NUMBER)
    timer = watch._timers[QClipboard.Mode.Clipboard]
    clipboard.setText("later words")
    assert not timer.isActive()
    timer.timeout.emit()
    watch.clear()
    assert clipboard.text() == "later words"


def test_under_the_lock_it_goes_at_once(qapp: QApplication) -> None:
    clipboard, _, watch = watched(qapp)
    clipboard.setText(NUMBER)
    watch.clear()
    assert clipboard.text() == ""


def test_the_same_copied_again_stays_half_a_minute_from_then(qapp: QApplication) -> None:
    clipboard, heard, watch = watched(qapp)
    clipboard.setText(NUMBER)
    clipboard.setText("between")
    clipboard.setText(NUMBER)
    assert heard == [NUMBER, NUMBER]
    assert watch._timers[QClipboard.Mode.Clipboard].isActive()


def test_another_programs_words_are_neither_told_nor_cleared(qapp: QApplication) -> None:
    clipboard, heard, watch = watched(qapp, owns=False)
    clipboard.setText(NUMBER)
    watch.clear()
    assert heard == []
    assert clipboard.text() == NUMBER
    clipboard.clear()


def test_who_leaves_leaves_no_words_of_the_programs_behind(qapp: QApplication) -> None:
    clipboard, _, watch = watched(qapp)
    clipboard.setText("单雨桐，演练解放东路18号")
    watch.clear()  # the lock: the same clerk goes on with it
    assert clipboard.text() != ""
    watch.leave_nothing()
    assert clipboard.text() == ""
    clipboard, _, watch = watched(qapp, owns=False)
    clipboard.setText("another program's")
    watch.leave_nothing()
    assert clipboard.text() == "another program's"
