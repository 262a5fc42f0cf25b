"""An answer that comes while the screen is locked opens nothing over the lock."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.domain.errors import NotPossible, sentence
from desktop.ui.kit.dialog import Dialog, ask
from desktop.ui.kit.faults import ProgramFault
from desktop.ui.kit.messages import FaultNotice, tell
from desktop.ui.main_window import MainWindow
from tests.ui.window.made import Made, PageView, line


def page(window: MainWindow) -> QWidget:
    window.go("register", None)
    [found] = window.findChildren(PageView)
    return found


def seen(window: MainWindow) -> list[Dialog]:
    return [each for each in window.findChildren(Dialog) if each.isVisible()]


def test_a_question_that_comes_late_waits_behind_the_lock(
    window: MainWindow, made: Made, qtbot: QtBot
) -> None:
    view, answers = page(window), list[str]()
    window.lock()
    late = ask(
        view,
        "注销",
        "注销演练甲的居住证？",
        name="cancel_permit",
        yes="注销",
        then=lambda: answers.append("yes"),
    )
    over = Dialog(late, "演练乙")
    over.open()
    assert seen(window) == []
    assert QApplication.activeModalWidget() is None
    QTest.keyClick(line(window, "password"), Qt.Key.Key_Return)
    made.gates[-1].opened.emit(None)
    assert seen(window) == [late, over]
    over.close()
    found = late.findChild(QPushButton, "cancel_permit")
    assert isinstance(found, QPushButton)
    found.click()
    assert answers == ["yes"]
    tell(view, NotPossible(sentence("errors", "演练")))
    assert len(seen(window)) == 1  # nothing is held back any more


def test_a_refusal_that_comes_late_is_told_after_the_lock(window: MainWindow, made: Made) -> None:
    view = page(window)
    window.lock()
    tell(view, NotPossible(sentence("errors", "演练甲已有居住证。")))
    assert seen(window) == []
    made.gates[-1].opened.emit(None)
    [shown] = seen(window)
    shown.close()


def test_who_takes_the_window_over_is_not_asked_what_came_late(
    window: MainWindow, made: Made, qtbot: QtBot
) -> None:
    view, answers = page(window), list[str]()
    window.lock()
    late = ask(
        view,
        "问",
        "演练甲？",
        name="yes",
        yes="是",
        then=lambda: None,
        otherwise=lambda: answers.append("no"),
    )
    window.show_over(made.gate())
    window.put_by()
    window.give_up()
    window.enter(made.duty())
    qtbot.waitUntil(lambda: not isValid(late))
    assert seen(window) == []
    assert answers == []


def test_a_fault_of_the_programs_own_names_nobody_and_is_told_over_the_lock(
    window: MainWindow, made: Made
) -> None:
    page(window)
    window.lock()
    window.tell_trouble(ProgramFault("A1B2C3"))
    [shown] = seen(window)
    assert isinstance(shown, FaultNotice)
    shown.close()
