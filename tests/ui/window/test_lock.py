"""The lock covers everything, gives it back as it was, or lets somebody else take the window over."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.ui.kit.dialog import Dialog, ask
from desktop.ui.kit.shell import SearchBox
from desktop.ui.kit.text import Languages
from desktop.ui.kit.theme import Look
from desktop.ui.main_window import MainWindow
from tests.ui.window.made import DeskPresenter, Made, line


def test_the_lock_hides_everything_and_keeps_the_form(window: MainWindow, made: Made, qtbot: QtBot) -> None:
    window.go("register", None)
    field = line(window, "road")
    QTest.keyClicks(field, "abc")
    field.setFocus()
    field.setCursorPosition(1)
    with qtbot.waitSignal(window.locked):
        window.lock()
    assert not field.isVisible()
    qtbot.waitUntil(lambda: made.pages[-1].saved == 1)
    assert not any(each.isVisible() for each in window.findChildren(SearchBox))
    assert "register" not in window.windowTitle()
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_F4)
    window.go("day")
    assert len(made.pages) == 1
    made.gates[-1].opened.emit(None)
    assert line(window, "road").text() == "abc"
    assert line(window, "road").hasFocus()
    assert line(window, "road").cursorPosition() == 1


def test_the_lock_covers_a_dialog_and_gives_it_back(window: MainWindow, made: Made, qtbot: QtBot) -> None:
    answers: list[str] = []
    dialog = ask(
        window, "注销", "确定吗？", name="cancel_permit", yes="注销", then=lambda: answers.append("yes")
    )
    window.lock()
    assert not dialog.isVisible()
    assert QApplication.activeModalWidget() is None
    made.gates[-1].opened.emit(None)
    assert dialog.isVisible()
    found = dialog.findChild(QPushButton, "cancel_permit")
    assert isinstance(found, QPushButton)
    found.click()
    assert answers == ["yes"]


def test_the_lock_closes_menus_and_hides_whatever_else_is_open(
    window: MainWindow, made: Made, qtbot: QtBot
) -> None:
    beside = Dialog(window, "演练乙")
    beside.setModal(False)
    beside.show()
    menu = QMenu(window)
    menu.addAction("演练甲")
    menu.popup(window.mapToGlobal(QPoint(10, 10)))
    qtbot.waitUntil(lambda: menu.isVisible() and beside.isVisible())
    window.lock()
    assert not menu.isVisible()
    assert not beside.isVisible()
    made.gates[-1].opened.emit(None)
    assert beside.isVisible()
    assert not menu.isVisible()


def test_who_takes_the_window_over_finds_nothing_of_the_first(
    window: MainWindow, made: Made, qtbot: QtBot
) -> None:
    window.go("register", None)
    made.pages[-1].may_leave = False  # nobody is there to be asked
    QTest.keyClicks(line(window, "road"), "abc")
    answers: list[str] = []
    dialog = ask(window, "问", "确定吗？", name="yes", yes="是", then=lambda: answers.append("yes"))
    qtbot.waitUntil(dialog.isVisible)
    QGuiApplication.clipboard().setText("演练甲")
    window.lock()
    with qtbot.waitSignal(window.other_wanted):
        made.gates[-1].other.emit()
    over = made.gate()
    window.show_over(over)
    window.scan("113701020012026112101001")
    assert not made.desk.entered
    window.put_by()
    first = window.findChild(QWidget, "shell")
    assert first is not None
    window.give_up()
    assert not first.isVisible()
    assert not window.at_work
    assert line(window, "password").isVisible()
    made.desk = DeskPresenter()
    window.enter(made.duty())
    qtbot.waitUntil(lambda: "柜台" in window.windowTitle())
    assert not dialog.isVisible() if isValid(dialog) else True
    assert not answers
    assert QApplication.activeModalWidget() is None
    assert QGuiApplication.clipboard().text() == ""
    assert not [each for each in window.findChildren(QLineEdit, "road") if each.isVisible()]
    [search] = [each for each in window.findChildren(SearchBox) if each.isVisible()]
    assert search.text() == ""


def test_nobody_takes_a_window_over_that_is_not_locked(window: MainWindow, made: Made) -> None:
    window.go("register", None)
    window.show_over(made.gate())
    window.put_by()
    window.give_up()
    assert window.at_work
    assert line(window, "road").isVisible()


def test_a_lock_quicker_than_the_desk_gives_the_desk_back(look: Look, qtbot: QtBot, made: Made) -> None:
    window = MainWindow(look, Languages())
    qtbot.addWidget(window)
    window.enter(made.duty())
    window.lock()
    window.show()
    qtbot.waitUntil(window.isVisible)
    assert "柜台" not in window.windowTitle()
    made.gates[-1].opened.emit(None)
    assert "柜台" in window.windowTitle()


def test_idle_time_locks_and_never_signs_out(look: Look, qtbot: QtBot, made: Made) -> None:
    window = MainWindow(look, Languages(), idle_seconds=0.05)
    qtbot.addWidget(window)
    with qtbot.assertNotEmitted(window.signed_out), qtbot.waitSignal(window.locked):
        window.enter(made.duty())
    assert not window.at_work
