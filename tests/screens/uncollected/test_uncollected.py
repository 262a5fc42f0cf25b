"""Who has not come: listed, called, written down, printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from sqlalchemy import text as sql

from desktop.domain.codes import PaperKind
from desktop.domain.errors import EnvironmentTrouble, sentence
from desktop.domain.handing_over import HandOverForm, OldCard, ReceiptFate, SignedOn
from desktop.services.counter import Counter
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.theme import Look
from desktop.ui.screens.uncollected.presenter import UncollectedPresenter
from desktop.ui.screens.uncollected.view import UncollectedView
from tests.patience import PatientBot
from tests.screens.pages import find

Made = Callable[[int], PermitRow]


@pytest.fixture
def waiting(
    counter: Counter, actor: Actor, made: Made, go: Callable[[date], None]
) -> tuple[PermitRow, PermitRow]:
    """Two permits made on 2026-11-20, looked at a month later; the samples' own were collected."""
    form = HandOverForm(SignedOn.PAPER, ReceiptFate.RETURNED, old_card=OldCard.RETURNED)
    for row in counter.handing_over.uncollected(actor, 0):
        counter.handing_over.hand_over(actor, f"sample-{row.case_id}", row.case_id, form)
    first, second = made(1), made(2)
    go(date(2026, 12, 21))
    return first, second


@pytest.fixture
def see(
    qtbot: PatientBot, look: Look, inline: Inline, counter: Counter, actor: Actor
) -> Callable[[], tuple[UncollectedPresenter, UncollectedView]]:
    def make() -> tuple[UncollectedPresenter, UncollectedView]:
        presenter = UncollectedPresenter(counter, actor, inline)
        view = UncollectedView(presenter)
        qtbot.addWidget(view)
        view.resize(1300, 820)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        finish_building(view)
        qtbot.rest()
        return presenter, view

    return make


def words(view: QWidget) -> str:
    return "\n".join(each.text() for each in view.findChildren(QLabel) if each.isVisible())


def cells(view: QWidget, name: str) -> list[str]:
    model = find(view, name).model()
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return [" ".join(str(model.index(row, column).data()) for column in columns) for row in rows]


def press(key: Qt.Key, control: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(QApplication.focusWidget(), key, held)


def actions(counter: Counter) -> list[str]:
    counter.journal.flush()
    with counter.office.database.engine.connect() as connection:
        return [row.action for row in connection.execute(sql("select action from journal_entry"))]


def test_the_oldest_stand_first_with_masked_numbers(waiting: tuple[PermitRow, PermitRow], see: Any) -> None:
    presenter, view = see()
    first = cells(view, "uncollected")[0]
    for shown in ("演练甲", "139****0001", "2026-11-20", "31天", "没有"):
        assert shown in first, shown
    assert "13900000001" not in words(view)
    assert [row.permit_id for row in presenter.rows] == [each.permit_id for each in waiting]
    assert find(view, "uncollected").hasFocus()
    assert "2张未领取" in words(view)


def test_a_number_is_shown_one_at_a_time_and_each_look_is_written_down(
    waiting: tuple[PermitRow, PermitRow], see: Any, counter: Counter
) -> None:
    _, view = see()
    press(Qt.Key.Key_F6)
    assert find(view, "phone_shown").text() == "13900000001"
    press(Qt.Key.Key_F6)  # it is there already
    assert actions(counter).count("show_phone") == 1
    press(Qt.Key.Key_Down)
    assert find(view, "phone_shown").text() == "139****0002"
    press(Qt.Key.Key_Up)
    assert find(view, "phone_shown").text() == "139****0001"


def test_under_the_lock_the_number_is_masked_again(
    waiting: tuple[PermitRow, PermitRow], see: Any, counter: Counter
) -> None:
    presenter, view = see()
    press(Qt.Key.Key_F6)
    presenter.covered()
    assert find(view, "phone_shown").text() == "139****0001"


def test_a_call_is_written_down_from_the_keyboard(
    waiting: tuple[PermitRow, PermitRow], see: Any, counter: Counter, actor: Actor
) -> None:
    presenter, view = see()
    press(Qt.Key.Key_F8)
    assert find(view, "call_result").hasFocus()
    press(Qt.Key.Key_Return, control=True)
    assert "请填写通知的情况" in words(view)
    find(view, "call_result").setFocus()
    QTest.keyClicks(find(view, "call_result"), "2")
    find(view, "note").setFocus()
    find(view, "note").insert("明早再打")
    press(Qt.Key.Key_Return, control=True)
    [call] = presenter.rows[0].calls
    assert (call.staff_name, call.note) == (actor.name, "无人接听；明早再打")
    assert "1次" in cells(view, "uncollected")[0]
    assert "无人接听；明早再打" in cells(view, "calls")[0]
    assert find(view, "note").text() == ""
    assert find(view, "uncollected").hasFocus()


def test_a_call_that_could_not_be_stored_is_the_same_one_when_tried_again(
    waiting: tuple[PermitRow, PermitRow], see: Any, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    presenter, view = see()
    real, tried = counter.handing_over.called, []

    def stored_but_unheard(*given: Any) -> None:
        tried.append(given[1])
        real(*given)
        if len(tried) == 1:
            raise EnvironmentTrouble(sentence("errors", "数据库没有回答。"))

    monkeypatch.setattr(counter.handing_over, "called", stored_but_unheard)
    told: list[str] = []
    view.findChild(QWidget, "note").insert("会来")
    presenter.failed.disconnect()
    presenter.failed.connect(lambda error: told.append(str(error.message)))
    find(view, "note").setFocus()
    press(Qt.Key.Key_Return, control=True)
    assert told == ["数据库没有回答。"]
    assert find(view, "note").text() == "会来"
    find(view, "note").setFocus()
    press(Qt.Key.Key_Return, control=True)
    assert tried[0] == tried[1]
    assert [call.note for call in presenter.rows[0].calls] == ["会来"]


def test_the_list_is_made_out_once_and_opened_for_printing(
    waiting: tuple[PermitRow, PermitRow], see: Any, counter: Counter
) -> None:
    presenter, _ = see()
    opened: list[int] = []
    presenter.paper.connect(opened.append)
    press(Qt.Key.Key_F10)
    press(Qt.Key.Key_F10)
    assert len(opened) == 2
    assert opened[0] == opened[1]
    assert counter.papers.paper(opened[0]).kind is PaperKind.CALL_LIST
    assert actions(counter).count("list_uncollected") == 1


def test_days_are_chosen_and_nobody_is_an_answer(
    waiting: tuple[PermitRow, PermitRow], see: Any, go: Callable[[date], None], counter: Counter, actor: Actor
) -> None:
    presenter, view = see()
    find(view, "waiting_days").setFocus()
    QTest.keyClicks(find(view, "waiting_days"), "60")
    assert presenter.rows == ()
    assert not find(view, "form").isVisible()
    assert not find(view, "list_uncollected").isEnabled()
    QTest.qWait(1000)  # typing in a choice starts afresh
    QTest.keyClicks(find(view, "waiting_days"), "0")
    assert len(presenter.rows) == 2


def test_who_comes_after_all_is_handed_over_from_the_row(
    waiting: tuple[PermitRow, PermitRow], see: Any, counter: Counter, actor: Actor
) -> None:
    presenter, view = see()
    carried: list[str] = []
    opened: list[int] = []
    presenter.hand_over.connect(carried.append)
    presenter.open_case.connect(opened.append)
    find(view, "hand_over_here").click()
    assert carried == [presenter.rows[0].case_number]
    find(view, "uncollected").setFocus()
    press(Qt.Key.Key_Return)
    assert opened == [waiting[0].case_id]
    form = HandOverForm(SignedOn.PAPER, ReceiptFate.RETURNED)
    counter.handing_over.hand_over(actor, "given", waiting[0].case_id, form)
    presenter.refresh()
    assert [row.permit_id for row in presenter.rows] == [waiting[1].permit_id]
    assert "演练乙" in words(view)


def test_a_permit_collected_meanwhile_is_told_when_a_call_is_written_down(
    waiting: tuple[PermitRow, PermitRow], see: Any, counter: Counter, actor: Actor
) -> None:
    presenter, view = see()
    form = HandOverForm(SignedOn.PAPER, ReceiptFate.RETURNED)
    counter.handing_over.hand_over(actor, "given", waiting[0].case_id, form)
    find(view, "note").insert("无人接听")
    find(view, "note").setFocus()
    press(Qt.Key.Key_Return, control=True)
    assert "不能再发" in "\n".join(each.text() for each in find(view, "dialog").findChildren(QLabel))
    assert [row.permit_id for row in presenter.rows] == [waiting[1].permit_id]


def test_what_is_typed_of_a_call_stays_with_whom_it_was_typed(
    waiting: tuple[PermitRow, PermitRow], see: Any, counter: Counter
) -> None:
    presenter, view = see()
    note = find(view, "note")
    note.setFocus()
    note.insert("儿子周五来")
    find(view, "uncollected").setFocus()
    press(Qt.Key.Key_Down)
    assert find(view, "called_person").text() == "演练乙"
    assert note.text() == ""
    note.insert("自己来")
    press(Qt.Key.Key_Return, control=True)
    assert [call.note for call in presenter.rows[1].calls] == ["自己来"]
    assert presenter.rows[0].calls == ()
    find(view, "uncollected").setFocus()
    press(Qt.Key.Key_Up)
    assert note.text() == "儿子周五来"


def test_what_is_typed_of_a_call_comes_back_with_the_screen_until_it_is_written_down(
    waiting: tuple[PermitRow, PermitRow], see: Any, counter: Counter, actor: Actor
) -> None:
    presenter, view = see()
    find(view, "note").insert("晚上再打")
    assert presenter.leave()
    [draft] = counter.drafts.open(actor)
    assert (draft.form, draft.subject) == ("call_note", "演练甲")
    again, other = see()
    assert find(other, "note").text() == "晚上再打"
    press(Qt.Key.Key_F8)
    press(Qt.Key.Key_Return, control=True)
    assert [call.note for call in again.rows[0].calls] == ["晚上再打"]
    assert counter.drafts.open(actor) == ()
