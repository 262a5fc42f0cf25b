"""A clerk's hand at the registration form: types, presses keys, and counts them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.id_numbers import check_digit
from desktop.services.counter import Counter
from desktop.services.practice_people import NEWCOMERS
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline, Runner
from desktop.ui.kit.drafting import Kept
from desktop.ui.kit.fields import Field
from desktop.ui.kit.form import Form
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.theme import Look
from desktop.ui.screens.registration.comparison import Comparison
from desktop.ui.screens.registration.presenter import RegistrationPresenter
from desktop.ui.screens.registration.view import RegistrationView

NEWCOMER = NEWCOMERS[0][1] + check_digit(NEWCOMERS[0][1])
KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Tab": Qt.Key.Key_Tab,
    "Space": Qt.Key.Key_Space,
    "Esc": Qt.Key.Key_Escape,
}


@dataclass
class Hand:
    """Types where the focus is; `keys` counts every key (a Chinese character as one)."""

    presenter: RegistrationPresenter
    view: RegistrationView
    keys: int = 0

    def type(self, text: str) -> Hand:
        self.keys += len(text)
        target = self.focus()
        if text.isascii():
            QTest.keyClicks(target, text)
        else:  # as an input method hands it over
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(target, event)
        return self

    def press(self, *names: str) -> Hand:
        for name in names:
            self.keys += 1
            *held, key = name.split("+")
            modifiers = Qt.KeyboardModifier.NoModifier
            if "Ctrl" in held:
                modifiers |= Qt.KeyboardModifier.ControlModifier
            code = KEYS.get(key) or getattr(Qt.Key, f"Key_{key}")
            QTest.keyClick(self.focus(), code, modifiers)
        return self

    def line(self, text: str) -> Hand:
        return self.type(text).press("Enter")

    def focus(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    @property
    def at(self) -> str:
        return self.focus().objectName()

    @property
    def form(self) -> Form:
        found = self.view.findChild(Form)
        assert isinstance(found, Form)
        return found

    def field(self, name: str) -> Field:
        return self.form.field(name)

    def value(self, name: str) -> str:
        return self.field(name).value()

    def below(self, name: str) -> str:
        """The line below a field."""
        return self.field(name)._below.text()

    def go(self, name: str) -> Hand:
        self.form.go_to(name)
        return self

    def pause(self) -> Hand:
        """The clerk stops typing for a moment."""
        self.form.flush()
        return self

    def said(self) -> str:
        return self.view._said.words()

    def advice(self) -> str:
        return self.view._advice.words()

    @property
    def comparison(self) -> Comparison:
        found = self.view.findChild(Comparison)
        assert isinstance(found, Comparison)
        return found

    def written(self) -> str:
        """The address as it will be printed."""
        found = self.view.findChild(QLabel, "written_address")
        assert isinstance(found, QLabel)
        return found.text()

    def fill_newcomer(self, arrived: str = "11-18", name: str = "张小燕") -> Hand:
        """The shortest way through the form for somebody new, up to handing it in."""
        self.line(NEWCOMER).line(name).line("h").line("lanling")
        self.line("jfl").line("演练路").line("12")
        return self.line("d").line("w").type(arrived)


OpenForm = Callable[..., Hand]


@pytest.fixture
def open_form(qtbot: QtBot, look: Look, counter: Counter, actor: Actor, inline: Inline) -> OpenForm:
    """Opens a form and puts the clerk's hand on it."""

    def opened(
        about: int | str | None = None, kept: Kept | None = None, runner: Runner | None = None
    ) -> Hand:
        presenter = RegistrationPresenter(counter, actor, runner or inline, about, kept)
        view = RegistrationView(presenter)
        qtbot.addWidget(view)
        view.resize(1320, 800)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        finish_building(view)
        hand = Hand(presenter, view)
        qtbot.waitUntil(hand.field("remark").isVisible)
        return hand

    return opened


@pytest.fixture
def newcomer() -> str:
    """A good number that nobody at the practice station has."""
    return NEWCOMER
