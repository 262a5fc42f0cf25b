"""The security administrator takes a right away from a role, with a reason, and gives it back: by keys alone."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.codes import Role
from desktop.domain.errors import CounterError
from desktop.domain.rights import Right
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.duties import duty
from desktop.ui.kit.background import Inline
from desktop.ui.kit.theme import Look
from desktop.ui.kit.turns import Slices
from desktop.ui.screens.rights.presenter import ROLES, RightsPresenter
from desktop.ui.screens.rights.view import RightsView
from tests.screens.pages import in_front


@pytest.fixture
def presenter(qapp: object, station: Counter, template: Any, inline: Inline) -> RightsPresenter:
    return RightsPresenter(station, template.security, inline)


@pytest.fixture
def view(qtbot: QtBot, look: Look, presenter: RightsPresenter) -> RightsView:
    return in_front(qtbot, RightsView(presenter))


def find(view: QWidget, name: str) -> Any:
    return [each for each in view.findChildren(QWidget, name) if each.isVisible()][-1]


def press(view: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(find(view, "rights_table"), key)
    for sheet in view.findChildren(QDialog):
        for slices in sheet.findChildren(Slices):
            slices.finish()


def cells(view: RightsView, right: Right) -> list[str]:
    model = find(view, "rights_table").model()
    row = list(Right).index(right)
    return [model.index(row, column).data() for column in range(1, model.columnCount())]


def choose(view: RightsView, right: Right) -> None:
    find(view, "rights_table").choose(list(Right).index(right))


def possible(view: QWidget, name: str) -> bool:
    return next(each for each in view.actions() if each.objectName() == name).isEnabled()


def test_a_right_is_taken_away_with_a_reason_and_given_back(
    view: RightsView, presenter: RightsPresenter
) -> None:
    choose(view, Right.END_PERMIT)
    assert cells(view, Right.END_PERMIT) == ["✓", "✓", "", "", ""]
    press(view, Qt.Key.Key_F6)
    role, reason = find(view, "role"), find(view, "reason")
    role.setCurrentIndex(role.findData(Role.AUXILIARY.value))
    role.setFocus()
    QTest.keyClick(role, Qt.Key.Key_Return)
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert find(view, "take_right_sheet").isVisible()  # no reason, nothing taken
    assert presenter.taken(Right.END_PERMIT) == ()
    reason.setText("注销由民警办")
    reason.setFocus()
    QTest.keyClick(reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert cells(view, Right.END_PERMIT) == ["✓", "✗", "", "", ""]
    words = view.findChild(QLabel, "taken_words").text()
    assert words == "辅警：测试安全员于2026-11-20 10:00停用，原因：注销由民警办"
    assert not possible(view, "take_right")  # the officers are the last who can
    press(view, Qt.Key.Key_F7)
    QTest.keyClick(find(view, "role"), Qt.Key.Key_Return)
    assert cells(view, Right.END_PERMIT) == ["✓", "✓", "", "", ""]


def test_what_only_one_role_can_do_cannot_be_taken(view: RightsView) -> None:
    for right in (Right.DECIDE, Right.LIMIT_RIGHTS, Right.OWN_DESK):
        choose(view, right)
        assert not possible(view, "take_right")
        assert not possible(view, "give_back_right")


def test_the_page_is_the_security_administrators(
    station: Counter, template: Any, inline: Inline, qapp: object
) -> None:
    ways = {
        role: set(duty(station, template.in_role(role), inline, lambda *_: None).screens) for role in ROLES
    }
    assert [role for role in ROLES if "rights" in ways[role]] == [Role.SECURITY_ADMINISTRATOR]
    assert [role for role in ROLES if "export" in ways[role]] == [Role.AUDIT_ADMINISTRATOR]
    assert [role for role in ROLES if "decide" in ways[role]] == [Role.OFFICER]
    assert [role for role in ROLES if "desk" in ways[role]] == [Role.OFFICER, Role.AUXILIARY]


def test_a_script_of_somebody_else_changes_nothing(
    station: Counter, template: Any, inline: Inline, qapp: object, clerk: Actor
) -> None:
    presenter = RightsPresenter(station, clerk, inline)
    told: list[CounterError] = []
    presenter.failed.connect(told.append)
    presenter.take(Right.PRINT, {"role": "officer", "reason": "试一试"})
    assert presenter.table is None
    assert "没有“停用权限”的权限" in str(told[-1])
    assert station.roles.table(template.security).taken == {}
