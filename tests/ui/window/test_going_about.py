"""The window leads the clerk about and loses nothing by it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.scanner import Scanner
from desktop.ui.kit.text import Languages
from desktop.ui.kit.theme import Look
from desktop.ui.kit.turns import Slices
from desktop.ui.main_window import MainWindow
from tests.ui.window.made import DeskPresenter, Made, box, line


def test_work_begins_at_the_one_box(window: MainWindow) -> None:
    assert box(window).hasFocus()
    assert "柜台" in window.windowTitle()
    assert window.findChild(QWidget, "practice_mark") is not None


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)],
)
def test_the_one_box_is_one_key_away_from_inside_a_field(
    window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    window.go("register", None)
    field = line(window, "name")
    field.setText("张三")
    assert field.hasFocus()
    field.setCursorPosition(0)
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key, modifier)
    assert box(window).hasFocus()
    assert field.text() == "张三"


def test_typing_into_the_box_searches_and_the_cursor_stays(window: MainWindow, made: Made) -> None:
    window.go("register", None)
    window.focus_search()
    QTest.keyClicks(box(window), "zs")
    assert made.desk.searched == ["z", "zs"]
    assert box(window).hasFocus()
    QTest.keyClick(box(window), Qt.Key.Key_Return)
    assert made.desk.entered == ["zs"]
    QTest.keyClick(box(window), Qt.Key.Key_Down)
    focus = window.focusWidget()
    assert focus is not None
    assert focus.objectName() == "results"


def test_a_form_left_for_a_search_is_found_again_as_it_was(window: MainWindow, made: Made) -> None:
    window.go("register", None)
    line(window, "road").setText("解放路")
    line(window, "road").setFocus()
    window.focus_search()
    QTest.keyClicks(box(window), "z")
    made.desk.open_person.emit(7)
    assert made.pages[-1].what == (7,)
    for _ in range(2):
        QTest.keyClick(window, Qt.Key.Key_Escape)
    assert line(window, "road").text() == "解放路"
    assert line(window, "road").hasFocus()


@pytest.mark.parametrize("kept", [True, False])
def test_whoever_leaves_a_form_half_way_is_told_where_it_is(
    window: MainWindow, made: Made, kept: bool
) -> None:
    window.go("register", None)
    made.pages[-1].keeps_draft = kept
    QTest.keyClick(window, Qt.Key.Key_Escape)
    told = "\n".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())
    assert ("没有办完的表单已保留" in told) is kept


def test_what_is_offered_leaves_the_cursor_in_the_one_box(window: MainWindow, made: Made) -> None:
    window.offer("day")
    assert [page.name for page in made.pages] == ["day"]
    assert box(window).hasFocus()
    QTest.keyClicks(box(window), "z")
    window.offer("export")
    assert [page.name for page in made.pages] == ["day"]


def test_f3_calls_the_next_person_and_nobody_before_is_walked_through(window: MainWindow, made: Made) -> None:
    window.go("register", None)
    line(window, "road").setText("解放路")
    for person in (7, 8):
        window.go("open_person", person)
        made.pages[-1].is_served = True
        QTest.keyClick(window, Qt.Key.Key_F3)
        assert box(window).hasFocus()
    work = window.work
    assert work is not None
    assert work.stack.places == (("register", None), ("desk",))
    window.go("open_person", 9)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert work.stack.places[-1] == ("desk",)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert line(window, "road").text() == "解放路"


def test_the_same_place_is_never_open_twice(window: MainWindow, made: Made) -> None:
    window.go("open_person", 7)
    line(window, "name").setText("张三")
    window.go("day")
    window.go("open_person", 7)
    assert len(made.pages) == 2
    assert line(window, "name").text() == "张三"
    assert made.pages[0].refreshed == 1


def test_a_screen_that_may_not_be_left_stays(window: MainWindow, made: Made) -> None:
    window.go("register", None)
    made.pages[-1].may_leave = False
    window.back()
    assert line(window, "name").isVisible()
    assert not window.close()


def test_a_form_that_is_done_goes_and_leads_on(window: MainWindow, made: Made) -> None:
    window.go("register", None)
    form = made.pages[-1]
    form.closed.emit()
    form.open_person.emit(7)
    assert made.pages[-1].what == (7,)
    window.back()
    assert "柜台" in window.windowTitle()


def test_esc_on_the_desk_goes_to_the_box(window: MainWindow) -> None:
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert box(window).hasFocus()


def test_export_is_theirs_to_whom_it_is_open(look: Look, qtbot: QtBot, made: Made) -> None:
    window = MainWindow(look, Languages())
    qtbot.addWidget(window)
    window.enter(made.duty())
    window.go("export")
    assert not made.pages
    assert window.findChild(QPushButton, "export_log") is None


def test_what_leads_on_before_the_desk_is_there_lies_upon_it(look: Look, qtbot: QtBot, made: Made) -> None:
    window = MainWindow(look, Languages())
    qtbot.addWidget(window)
    window.enter(made.duty())
    window.go("register", None)
    window.show()
    for slices in window.findChildren(Slices):
        qtbot.waitUntil(lambda slices=slices: slices.done)
    assert "register" in window.windowTitle()
    window.back()
    assert "柜台" in window.windowTitle()


def test_a_scan_goes_to_the_screen_that_takes_it_else_to_the_desk(
    look: Look, qtbot: QtBot, made: Made
) -> None:
    clock = [0]

    def tick(_event: QKeyEvent) -> int:
        clock[0] += 5
        return clock[0]

    scanner = Scanner(tick)
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    scanner.watch(application)
    window = MainWindow(look, Languages(), scanner)
    qtbot.addWidget(window)
    window.enter(made.duty())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    handle = window.windowHandle()
    assert handle is not None

    def scan(code: str) -> None:
        clock[0] += 500
        QTest.keyClicks(window, "")
        for letter in code:
            QTest.keyClick(handle, letter)
        QTest.keyClick(handle, Qt.Key.Key_Return)

    window.go("register", None)
    made.pages[-1].takes_scans = True
    scan("370102199001011234")
    assert made.pages[-1].scanned == "370102199001011234"
    assert line(window, "name").text() == ""
    made.pages[-1].takes_scans = False
    scan("113701020012026112101001")
    assert made.desk.entered == ["113701020012026112101001"]
    assert box(window).text() == "113701020012026112101001"
    made.desk.entered.clear()
    dialog = Dialog(window, "问")
    dialog.add_button("close", "好")
    dialog.open()
    window.scan("113701020012026112101001")
    assert not made.desk.entered
    dialog.close()


def test_signing_out_leaves_nothing_behind(window: MainWindow, made: Made, qtbot: QtBot) -> None:
    window.go("register", None)
    made.pages[-1].may_leave = False
    with qtbot.assertNotEmitted(window.signed_out):
        window.sign_out()
    made.pages[-1].may_leave = True
    with qtbot.waitSignal(window.signed_out):
        window.sign_out()
    window.show_gate(made.gate())
    assert not window.at_work
    made.desk = DeskPresenter()
    window.enter(made.duty())
    assert window.at_work
    qtbot.waitUntil(lambda: "柜台" in window.windowTitle())
