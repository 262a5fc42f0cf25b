"""From a permit to its holder by a key that does nothing there when it is pressed twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.services.counter import Counter
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.screens.person.presenter import PersonPresenter
from desktop.ui.screens.person.view import PersonView
from tests.patience import PatientBot
from tests.screens.pages import find, in_front

CTRL = Qt.KeyboardModifier.ControlModifier


def test_pressed_twice_it_reveals_nothing_and_leaves_no_trace(
    permit: PermitRow,
    see: Callable[..., Any],
    counter: Counter,
    actor: Actor,
    inline: Inline,
    qtbot: PatientBot,
) -> None:
    seen = see(permit.permit_id)
    people: list[int] = []
    seen.presenter.open_person.connect(people.append)
    QTest.keyClick(seen.view, Qt.Key.Key_O, CTRL)
    assert people == [permit.person_id]
    view = in_front(qtbot, PersonView(PersonPresenter(counter, actor, inline, permit.person_id)))
    number, before = find(view, "person_number"), counter.journal.waiting
    assert isinstance(number, QLabel)
    masked = number.text()
    assert "********" in masked
    QTest.keyClick(view, Qt.Key.Key_O, CTRL)
    assert number.text() == masked
    assert counter.journal.waiting == before
    QTest.keyClick(view, Qt.Key.Key_I, CTRL)
    assert number.text() != masked
    assert counter.journal.waiting == before + 1
