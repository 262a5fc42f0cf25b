"""F3 in the real window: the next person, and no empty form left to walk back through."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.duties import duty
from desktop.ui.kit.background import Inline
from desktop.ui.kit.stages import is_built
from desktop.ui.kit.text import Languages
from desktop.ui.kit.theme import Look
from desktop.ui.main_window import MainWindow
from tests.patience import PatientBot


@pytest.mark.parametrize(("typed", "left"), [("", [("desk",)]), ("37", [("register", None), ("desk",)])])
def test_f3_leaves_a_form_half_filled_and_takes_an_untouched_one_along(
    qtbot: PatientBot, look: Look, inline: Inline, counter: Counter, actor: Actor, typed: str, left: object
) -> None:
    window = MainWindow(look, Languages())
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.enter(duty(counter, actor, inline, window.go))
    qtbot.waitUntil(lambda: window.findChild(QWidget, "search") is not None)
    qtbot.rest()
    window.go("register", None)
    work = window.work
    assert work is not None
    form = work.stack.current()
    assert form is not None
    qtbot.waitUntil(lambda: is_built(form.view()) and form.view().findChild(QWidget, "id_number").hasFocus())
    QTest.keyClicks(QApplication.focusWidget(), typed)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F3)
    qtbot.rest()
    assert list(work.stack.places) == left
