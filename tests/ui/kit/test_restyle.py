"""A widget whose properties have changed looks as the style sheet has them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.ui.kit.chips import chip, dress
from desktop.ui.kit.restyle import restyle
from desktop.ui.kit.theme import Look


class Told(QLabel):
    """Notes what it is told."""

    def __init__(self) -> None:
        self.told: list[QEvent.Type] = []
        super().__init__()

    def event(self, event: QEvent) -> bool:
        self.told.append(event.type())
        return super().event(event)


def letters(label: QLabel) -> QColor:
    return label.palette().color(QPalette.ColorRole.WindowText)


@pytest.fixture
def label(look: Look, qtbot: QtBot) -> QLabel:
    made = chip("good")
    qtbot.addWidget(made)
    return made


def test_one_that_is_seen_is_dressed_anew(label: QLabel, look: Look) -> None:
    label.ensurePolished()
    assert letters(label) == look.colour("good")
    label.setProperty("kind", "problem")
    assert letters(label) == look.colour("good")
    restyle(label)
    assert letters(label) == look.colour("problem")


def test_one_that_was_just_made_is_dressed_when_it_is_seen(look: Look, qtbot: QtBot) -> None:
    label = Told()
    qtbot.addWidget(label)
    label.setProperty("role", "chip")
    label.setProperty("kind", "problem")
    label.told.clear()
    restyle(label)
    assert label.told == []
    label.ensurePolished()
    assert letters(label) == look.colour("problem")


def test_a_chip_of_the_same_kind_is_left_as_it_is(label: QLabel, look: Look) -> None:
    label.ensurePolished()
    label.setProperty("role", "hint")
    dress(label, "good")
    assert letters(label) == look.colour("good")
    dress(label, "warning")
    assert letters(label) not in (look.colour("good"), look.colour("warning"))
