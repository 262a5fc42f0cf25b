"""Another look while the screen is locked: nothing unseen is dressed, and nobody loses the cursor."""

from __future__ import annotations

from shiboken6 import isValid

from desktop.ui.kit.dialog import ask
from desktop.ui.kit.theme import Look
from desktop.ui.main_window import MainWindow
from tests.patience import PatientBot
from tests.ui.window.made import Made, box, line, press_for_another_theme


def test_a_larger_text_over_the_lock_leaves_the_cursor_in_the_password(
    window: MainWindow, made: Made, look: Look, qtbot: PatientBot
) -> None:
    window.go("register", 1)
    window.go("register", None)  # two forms with the same names: only one of them is seen
    line(window, "road").setFocus()
    before = line(window, "road")
    window.lock()
    look.use("light", 200)
    qtbot.rest()
    assert line(window, "password").hasFocus()
    made.gates[-1].opened.emit(None)
    qtbot.rest()
    after = line(window, "road")
    assert after is not before
    assert after.hasFocus()


def test_a_larger_text_over_the_lock_leaves_the_cursor_in_the_one_box(
    window: MainWindow, made: Made, look: Look, qtbot: PatientBot
) -> None:
    window.focus_search()
    window.lock()
    look.use("light", 200)
    qtbot.rest()
    made.gates[-1].opened.emit(None)
    qtbot.rest()
    assert box(window).hasFocus()


def test_the_key_for_another_theme_over_the_lock_dresses_nothing_that_is_not_seen(
    window: MainWindow, made: Made, look: Look, qtbot: PatientBot
) -> None:
    window.go("register", None)
    before = line(window, "road")
    before.setText("解放路")
    before.setFocus()
    before.setCursorPosition(1)
    window.lock()
    line(window, "password").setText("half")
    press_for_another_theme(window, qtbot)
    assert look.theme.name == "dark"
    assert not isValid(before)
    assert line(window, "password").text() == "half"
    assert line(window, "password").hasFocus()
    made.gates[-1].opened.emit(None)
    qtbot.rest()
    assert (line(window, "road").text(), line(window, "road").cursorPosition()) == ("解放路", 1)
    assert line(window, "road").hasFocus()
    look.use("light", 100)


def unlock_in_larger_letters(window: MainWindow, made: Made, look: Look) -> None:
    window.go("register", None)
    window.lock()
    look.use("light", 150)
    made.gates[-1].opened.emit(None)


def test_after_another_look_the_lock_goes_a_turn_after_the_screen_is_begun_anew(
    window: MainWindow, made: Made, look: Look, qtbot: PatientBot
) -> None:
    unlock_in_larger_letters(window, made, look)
    assert not window.at_work
    qtbot.waitUntil(lambda: window.at_work)
    look.use("light", 100)


def test_who_takes_the_window_over_in_that_turn_keeps_it(
    window: MainWindow, made: Made, look: Look, qtbot: PatientBot
) -> None:
    unlock_in_larger_letters(window, made, look)
    window.show_over(made.gate())
    qtbot.rest()
    assert not window.at_work
    look.use("light", 100)


def test_a_dialog_under_the_lock_outlives_another_theme(
    window: MainWindow, made: Made, look: Look, qtbot: PatientBot
) -> None:
    window.go("register", None)
    dialog = ask(
        line(window, "road"), "注销", "确定吗？", name="cancel_permit", yes="注销", then=lambda: None
    )
    window.lock()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press_for_another_theme(window, qtbot)
    made.gates[-1].opened.emit(None)
    assert dialog.isVisible()
    dialog.close()
    look.use("light", 100)
