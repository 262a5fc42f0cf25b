"""Another language, theme or text size keeps what was typed, the cursor and the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.kit.text import Languages
from desktop.ui.kit.theme import Look
from desktop.ui.main_window import MainWindow
from tests.patience import PatientBot
from tests.ui.window.made import Made, box, line


def test_another_language_keeps_text_cursor_and_focus(look: Look, qtbot: QtBot, made: Made) -> None:
    languages = Languages()
    window = MainWindow(look, languages)
    qtbot.addWidget(window)
    window.enter(made.duty())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go("register", None)
    old = line(window, "road")
    old.setText("解放路")
    old.setFocus()
    old.setCursorPosition(2)
    languages.switch()
    new = line(window, "road")
    assert new is not old
    assert (new.text(), new.cursorPosition()) == ("解放路", 2)
    assert new.hasFocus()
    window.focus_search()
    QTest.keyClicks(box(window), "z")
    languages.switch()
    assert box(window).text() == "z"
    assert box(window).hasFocus()
    window.back()
    assert line(window, "road").text() == "解放路"


def test_larger_text_rebuilds_and_another_theme_does_not(
    window: MainWindow, look: Look, qtbot: QtBot
) -> None:
    window.go("register", None)
    line(window, "road").setText("解放路")
    before = line(window, "road")
    look.use("dark", 100)
    assert line(window, "road") is before
    with qtbot.waitSignal(window.looks_changed):
        look.use("dark", 150)
    assert line(window, "road") is not before
    assert line(window, "road").text() == "解放路"
    look.use("light", 100)


def test_the_key_for_another_theme_keeps_everything(window: MainWindow, look: Look, qtbot: QtBot) -> None:
    window.go("register", None)
    line(window, "road").setText("解放路")
    line(window, "road").setFocus()
    line(window, "road").setCursorPosition(1)
    handle = window.windowHandle()
    assert handle is not None
    with qtbot.waitSignal(window.looks_changed):
        QTest.keyClick(
            handle, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
    assert look.theme.name == "dark"
    assert (line(window, "road").text(), line(window, "road").cursorPosition()) == ("解放路", 1)
    assert line(window, "road").hasFocus()
    window.focus_search()
    with qtbot.waitSignal(window.looks_changed):
        QTest.keyClick(handle, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert look.size == 125
    assert box(window).hasFocus()
    look.use("light", 100)


def test_a_larger_text_leaves_the_cursor_in_the_one_box(
    window: MainWindow, look: Look, qtbot: PatientBot
) -> None:
    window.go("register", None)
    window.focus_search()
    look.use("light", 200)
    qtbot.rest()
    assert box(window).hasFocus()
