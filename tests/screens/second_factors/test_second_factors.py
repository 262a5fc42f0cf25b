"""The security administrator ends a lost second factor and says who must have one, by keyboard."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain import totp
from desktop.domain.codes import Role
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.kit.fields_sheet import FieldsSheet
from desktop.ui.kit.theme import Look
from desktop.ui.screens.second_factors.presenter import SecondFactorsPresenter
from desktop.ui.screens.second_factors.view import SecondFactorsView
from tests.screens.pages import in_front, on_show


@pytest.fixture
def registered(station: Counter, clerk: Actor, clock: Any) -> None:
    made = station.second_factors.new_code(clerk, "test-pass-1")
    code = totp.code(made.secret, totp.step_of(clock.moment))
    station.second_factors.register_code(clerk, str(uuid.uuid4()), made, "旧手机", code)


@pytest.fixture
def view(
    qtbot: QtBot, look: Look, station: Counter, template: Any, inline: Inline, registered: None
) -> SecondFactorsView:
    return in_front(qtbot, SecondFactorsView(SecondFactorsPresenter(station, template.security, inline)))


def test_a_lost_one_is_ended_with_its_reason(view: Any, qtbot: QtBot) -> None:
    [row] = view._presenter.rows
    assert (row.owner, row.name) == ("测试一", "旧手机")
    QTest.keyClick(view, Qt.Key.Key_F7)
    asked = on_show(qtbot, view, FieldsSheet, "revoke_factor_sheet")
    QTest.keyClick(asked.field("reason").box, Qt.Key.Key_Return)
    assert "请写明原因" in asked.field("reason").problem
    asked.field("reason").set_value("手机遗失")
    with qtbot.waitSignal(view._presenter.notice):
        QTest.keyClick(asked.field("reason").box, Qt.Key.Key_Return)
    [row] = view._presenter.rows
    assert (row.ended_on is not None, row.reason) == (True, "手机遗失")
    assert not view._revoke.isEnabled()


def test_who_must_have_one_and_the_days_without_the_server_are_set(view: Any, qtbot: QtBot) -> None:
    assert "没有哪种身份必须" in view._words.text()
    QTest.keyClick(view, Qt.Key.Key_F11)
    asked = on_show(qtbot, view, FieldsSheet, "set_factor_rule_sheet")
    asked.field("role_officer").set_value("yes")
    asked.field("offline_days").set_value("99")
    QTest.keyClick(asked.field("offline_days").box, Qt.Key.Key_Return)
    assert "0至30之间" in asked.field("offline_days").problem
    asked.field("offline_days").set_value("3")
    with qtbot.waitSignal(view._presenter.notice):
        QTest.keyClick(asked.field("offline_days").box, Qt.Key.Key_Return)
    assert view._presenter.rule.roles == {Role.OFFICER}
    assert "民警" in view._words.text()
    assert "最近3天" in view._words.text()


def test_nobody_else_sees_the_list(station: Counter, clerk: Actor, inline: Inline, qtbot: QtBot) -> None:
    presenter = SecondFactorsPresenter(station, clerk, inline)
    assert presenter.rows == ()
