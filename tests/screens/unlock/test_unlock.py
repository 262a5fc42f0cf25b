"""The secret is asked for once, before anybody signs in; a wrong one is told and waited for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.errors import BadInput, sentence
from desktop.ui.kit.background import Inline
from desktop.ui.kit.button import Button
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.theme import Look
from desktop.ui.screens.unlock.presenter import UnlockPresenter
from desktop.ui.screens.unlock.view import UnlockView

BOTH = frozenset(("secret", "recovery"))


def unlock(secret: str, recovery: str, pin: str) -> None:
    if pin and pin != "246810":
        raise BadInput("pin", sentence("errors", "PIN不对。请核对后再试。"))
    if secret != "right" and recovery != "PAPER" and not pin:
        raise BadInput(
            "recovery" if recovery else "secret", sentence("errors", "口令不对，数据没有打开。请重新输入。")
        )


def shown(presenter: UnlockPresenter, qtbot: QtBot) -> UnlockView:
    view = UnlockView(presenter)
    qtbot.addWidget(view)
    finish_building(view)
    view.show()
    return view


@pytest.fixture
def presenter(inline: Inline) -> UnlockPresenter:
    return UnlockPresenter(unlock, BOTH, inline, second_ms=1)


@pytest.fixture
def view(presenter: UnlockPresenter, look: Look, qtbot: QtBot) -> UnlockView:
    return shown(presenter, qtbot)


def enter(view: UnlockView, name: str, typed: str) -> None:
    box = view.form.field(name).box
    QTest.keyClicks(box, typed)
    QTest.keyClick(box, Qt.Key.Key_Return)


def test_the_right_secret_opens(view: UnlockView, presenter: UnlockPresenter, qtbot: QtBot) -> None:
    with qtbot.waitSignal(presenter.opened):
        enter(view, "secret", "right")


@pytest.mark.parametrize("typed", ["", "wrong"])
def test_a_wrong_one_is_told_at_its_field(
    view: UnlockView, presenter: UnlockPresenter, qtbot: QtBot, typed: str
) -> None:
    with qtbot.assertNotEmitted(presenter.opened):
        enter(view, "secret", typed)
    assert view.form.field("secret").problem


def test_after_the_third_wrong_one_it_waits_and_says_how_long(
    view: UnlockView, presenter: UnlockPresenter, qtbot: QtBot
) -> None:
    button = view.findChild(Button, "unlock_data")
    assert isinstance(button, Button)
    for _ in range(3):
        view.form.set_values({"secret": ""})
        enter(view, "secret", "wrong")
    assert presenter.wait
    assert not button.isEnabled()
    assert str(presenter.wait) in button.text()
    view.form.set_values({"secret": ""})
    with qtbot.assertNotEmitted(presenter.opened):
        enter(view, "secret", "right")
    qtbot.waitUntil(lambda: not presenter.wait)
    with qtbot.waitSignal(presenter.opened):
        QTest.keyClick(view.form.field("secret").box, Qt.Key.Key_Return)


def test_whoever_has_only_the_paper_changes_over(
    view: UnlockView, presenter: UnlockPresenter, qtbot: QtBot
) -> None:
    other = view.findChild(QWidget, "other_way")
    assert isinstance(other, Button)
    other.click()
    assert not view.findChild(QWidget, "secret").isVisible()  # type: ignore[union-attr]
    with qtbot.waitSignal(presenter.opened):
        enter(view, "recovery", "PAPER")
    other.click()
    assert view.form.field("secret").isVisible()


def test_where_there_is_only_the_paper_it_is_asked_for_alone(
    inline: Inline, look: Look, qtbot: QtBot
) -> None:
    view = shown(UnlockPresenter(unlock, frozenset(("recovery",)), inline), qtbot)
    assert view.form.field("recovery").isVisible()
    assert not view.findChild(QWidget, "secret").isVisible()  # type: ignore[union-attr]
    assert not view.findChild(QWidget, "other_way").isVisible()  # type: ignore[union-attr]


def test_a_token_opens_by_its_pin_and_a_wrong_one_is_told_at_its_field(
    inline: Inline, look: Look, qtbot: QtBot
) -> None:
    presenter = UnlockPresenter(unlock, BOTH | {"token"}, inline)
    view = shown(presenter, qtbot)
    other = view.findChild(QWidget, "other_way")
    assert isinstance(other, Button)
    other.click()
    assert other.text() == "改用密钥盘"
    other.click()
    assert view.form.field("token").isVisible()
    enter(view, "token", "")
    assert view.form.field("token").problem
    enter(view, "token", "135791")
    assert "PIN不对" in view.form.field("token").problem
    view.form.set_values({"token": ""})
    with qtbot.waitSignal(presenter.opened):
        enter(view, "token", "246810")
    other.click()
    assert view.form.field("secret").isVisible()
