"""Only the same clerk's password opens the lock."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.text import Language, Languages
from desktop.ui.kit.theme import Look
from desktop.ui.screens.lock.presenter import LockPresenter
from desktop.ui.screens.lock.view import LockView


@pytest.fixture
def presenter(station: Counter, clerk: Actor, inline: Inline) -> LockPresenter:
    return LockPresenter(station.sign_in, clerk, inline)


@pytest.fixture
def view(presenter: LockPresenter, look: Look, qtbot: QtBot) -> LockView:
    shown = LockView(presenter)
    qtbot.addWidget(shown)
    finish_building(shown)
    shown.show()
    return shown


def enter(view: LockView, password: str) -> None:
    box = view.form.field("password").box
    QTest.keyClicks(box, password)
    QTest.keyClick(box, Qt.Key.Key_Return)


def test_the_same_clerks_password_opens(
    view: LockView, presenter: LockPresenter, clerk: Actor, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(presenter.opened) as opened:
        enter(view, "test-pass-1")
    assert opened.args == [clerk]


@pytest.mark.parametrize("password", ["falsch", "", "test-pass-2"])
def test_anything_else_does_not_and_says_so(
    view: LockView, presenter: LockPresenter, qtbot: QtBot, password: str
) -> None:
    with qtbot.assertNotEmitted(presenter.opened):
        enter(view, password)
    assert view.form.field("password").problem


def test_it_says_whose_lock_it_is(view: LockView) -> None:
    words = " ".join(label.text() for label in view.findChildren(QLabel))
    assert "测试一" in words
    assert "测试派出所" in words


@pytest.mark.parametrize("size", [100, 150, 200])
@pytest.mark.parametrize("language", list(Language))
def test_what_is_kept_is_said_in_two_lines_neither_of_which_breaks(
    presenter: LockPresenter, look: Look, qtbot: QtBot, size: int, language: Language
) -> None:
    languages = Languages()
    languages.use(language)
    look.use("light", size)
    try:
        shown = LockView(presenter)
        qtbot.addWidget(shown)
        finish_building(shown)
        shown.resize(1440, 900)
        shown.show()
        [kept] = [each for each in shown.findChildren(QLabel) if "\n" in each.text()]
        shown.grab()
        lines = kept.text().split("\n")
        assert len(lines) == 2
        assert all(kept.fontMetrics().horizontalAdvance(line) <= kept.width() for line in lines)
    finally:
        languages.use(Language.CHINESE)
