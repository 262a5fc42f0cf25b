"""Changing one's own password by keyboard; what is wrong is said at its field."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.kit.draft import capture
from desktop.ui.kit.theme import Look
from desktop.ui.screens.own_password.presenter import OwnPasswordPresenter
from desktop.ui.screens.own_password.view import OwnPasswordView
from tests.screens.pages import in_front


@pytest.fixture
def presenter(qapp: object, station: Counter, clerk: Actor, inline: Inline) -> OwnPasswordPresenter:
    return OwnPasswordPresenter(station, clerk, inline)


@pytest.fixture
def view(qtbot: QtBot, look: Look, presenter: OwnPasswordPresenter) -> OwnPasswordView:
    return in_front(qtbot, OwnPasswordView(presenter))


def type_in(view: Any, *typed: str) -> None:
    for name, words in zip(("old_password", "new_password", "new_password_again"), typed, strict=True):
        box = view._form.field(name).box
        box.setText("")
        box.setFocus()
        QTest.keyClicks(box, words)
    QTest.keyClick(view._form.field("new_password_again").box, Qt.Key.Key_Return)


def test_three_fields_and_enter_change_it(
    view: OwnPasswordView, presenter: OwnPasswordPresenter, station: Counter, qtbot: QtBot
) -> None:
    with qtbot.waitSignals([presenter.notice, presenter.closed]):
        type_in(view, "test-pass-1", "willow-22", "willow-22")
    assert station.sign_in.sign_in("one", "willow-22", 3)


@pytest.mark.parametrize(
    ("typed", "field", "why"),
    [
        (("wrong", "willow-22", "willow-22"), "old_password", "当前密码不对"),
        (("test-pass-1", "willow", "willow"), "new_password", "至少8个字符"),
        (("test-pass-1", "willow-22", "willow-23"), "new_password_again", "不一样"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    view: OwnPasswordView, typed: tuple[str, str, str], field: str, why: str
) -> None:
    type_in(view, *typed)
    assert why in view._form.field(field).problem
    assert view._form.field(field).box.hasFocus()


def test_the_rule_is_on_the_page_and_nothing_typed_is_kept(view: OwnPasswordView) -> None:
    assert "至少8个字符" in view._rule.text()
    view._form.set_values({"old_password": "test-pass-1", "new_password": "willow-22"})
    assert "willow-22" not in str(capture(view))
    assert "test-pass-1" not in str(capture(view))
