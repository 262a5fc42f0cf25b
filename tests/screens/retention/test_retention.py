"""The page of retention: looked at, previewed, prepared by one, approved by another, done."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.codes import CancelReason
from desktop.domain.retention import DataKind, PurgeState
from desktop.services.counter import Counter
from desktop.services.departures import DepartureForm
from desktop.services.rows import Actor
from desktop.ui.duties import duty
from desktop.ui.kit.background import Inline
from desktop.ui.kit.theme import Look
from desktop.ui.screens.retention.presenter import RetentionPresenter
from desktop.ui.screens.retention.view import RetentionView
from tests.screens.pages import in_front

See = Callable[[Actor], tuple[RetentionPresenter, RetentionView]]


@pytest.fixture
def boss(counter: Counter) -> Actor:
    return counter.sign_in.sign_in("zhoutao", "yanlian-07", 9)


@pytest.fixture
def safe(counter: Counter) -> Actor:
    return counter.sign_in.sign_in("sunjie", "yanlian-08", 8)


@pytest.fixture
def see(qtbot: QtBot, look: Look, counter: Counter, inline: Inline) -> See:
    def build(actor: Actor) -> tuple[RetentionPresenter, RetentionView]:
        counter.office.rights.seat(actor)
        presenter = RetentionPresenter(counter, actor, inline)
        made = in_front(qtbot, RetentionView(presenter))
        return presenter, made

    return build


@pytest.fixture
def gone(counter: Counter, actor: Actor, clock: Any) -> int:
    """Somebody who left in 2026, seen from 2037."""
    counter.office.rights.seat(actor)
    person = counter.lookup.find(actor, "单雨桐").hits[0].person_id
    form = DepartureForm(CancelReason.LEFT, date(2026, 11, 20), "370202", "香港中路1号")
    counter.departures.leave(actor, str(uuid.uuid4()), person, form)
    clock.moment = datetime(2037, 1, 5, 2, tzinfo=UTC)
    return person


def press(view: QWidget, key: Qt.Key, control: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(view, key, held)


def answer(view: QWidget, button: str) -> None:
    found = view.findChild(QWidget, button)
    assert found is not None, button
    QTest.qWait(200)  # Enter in the first moment may be a scanner's
    QTest.keyClick(found, Qt.Key.Key_Return)


def words(view: QWidget) -> str:
    return "\n".join(each.text() for each in view.findChildren(QLabel))


def test_every_kind_has_its_term_and_its_law(see: See, boss: Actor) -> None:
    presenter, view = see(boss)
    assert presenter.page is not None
    assert [row.retention.kind for row in presenter.page.terms] == list(DataKind)
    assert "行政诉讼法" in words(view)
    view._terms_view.choose(3)
    assert "个人信息保护法》第十九条" in words(view)


def test_prepared_by_one_and_approved_by_another(
    see: See, boss: Actor, safe: Actor, gone: int, counter: Counter
) -> None:
    presenter, view = see(boss)
    assert not view._prepare.isEnabled()
    press(view, Qt.Key.Key_F6)
    assert presenter.preview is not None
    assert presenter.preview.count == 1
    assert "到期 1 项" in words(view)
    [line] = view._due.rows
    assert line.what == "单**"
    assert "371321********0028" in line.masked_id_number
    press(view, Qt.Key.Key_F7)
    answer(view, "confirm_prepare")
    [order] = view._orders.rows
    assert order.state is PurgeState.PREPARED
    assert not view._approve.isEnabled()
    second, other = see(safe)
    assert not other._look.isEnabled()
    assert other._approve.isEnabled()
    told: list[str] = []
    second.notice.connect(told.append)
    press(other, Qt.Key.Key_F8)
    answer(other, "confirm_approve")
    assert told == ["清除完成：清除 1 项，保留 0 项，已留痕。"]
    [done] = other._orders.rows
    assert (done.state, done.done) == (PurgeState.DONE, 1)
    assert "身份版本 1" in words(other)


def test_a_refusal_says_why(see: See, boss: Actor, safe: Actor, gone: int) -> None:
    _, view = see(boss)
    press(view, Qt.Key.Key_F6)
    press(view, Qt.Key.Key_F7)
    answer(view, "confirm_prepare")
    _, other = see(safe)
    press(other, Qt.Key.Key_F10)
    box = other.findChild(QLineEdit, "reason")
    assert box is not None
    QTest.keyClicks(box, "dangan")
    box.setText("档案尚需查阅")
    answer(other, "refuse")
    [order] = other._orders.rows
    assert (order.state, order.note) == (PurgeState.REFUSED, "档案尚需查阅")
    assert not other._approve.isEnabled()


def test_a_term_below_the_law_is_told_at_its_field(see: See, boss: Actor) -> None:
    presenter, view = see(boss)
    view._months.set_value("12")
    press(view, Qt.Key.Key_Return, control=True)
    assert "行政诉讼法" in words(view)
    assert presenter.term is not None
    assert presenter.term.own is None
    view._months.set_value("72")
    press(view, Qt.Key.Key_Return, control=True)
    assert presenter.term.own == 72


def test_the_security_administrator_sets_no_terms(see: See, safe: Actor) -> None:
    _, view = see(safe)
    assert not view._save.isEnabled()
    assert not view._look.isEnabled()


def test_the_way_is_there_for_the_administrators_only(
    counter: Counter, actor: Actor, boss: Actor, safe: Actor, inline: Inline
) -> None:
    for who, there in ((actor, False), (boss, True), (safe, True)):
        begun = duty(counter, who, inline, lambda *where: None)
        assert ("retention" in begun.screens) is there


def test_the_trail_cannot_be_previewed(see: See, boss: Actor) -> None:
    _, view = see(boss)
    view._terms_view.choose(4)
    assert not view._look.isEnabled()
    assert "归档" in view._look.toolTip()
