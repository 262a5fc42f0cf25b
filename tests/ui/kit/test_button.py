"""Every button is pressed by Enter, wherever it stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.kit.button import Button


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(Button("返回"))
    made.show()
    return made


def presses(page: QWidget) -> tuple[Button, list[str]]:
    button, pressed = page.findChild(Button), list[str]()
    assert isinstance(button, Button)
    button.setFocus()
    button.clicked.connect(lambda: pressed.append("pressed"))
    return button, pressed


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_outside_a_dialog_is_pressed_by_the_key(page: QWidget, key: Qt.Key) -> None:
    button, pressed = presses(page)
    QTest.keyClick(button, key)
    assert pressed == ["pressed"]


def test_ctrl_enter_is_left_to_the_form(page: QWidget) -> None:
    button, pressed = presses(page)
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []
