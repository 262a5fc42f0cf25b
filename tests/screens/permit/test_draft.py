"""The sheet of a deed is kept while it is typed: nothing of it is lost, and it is done once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.codes import CaseKind
from desktop.domain.permit_life import PermitState
from desktop.services.counter import Counter
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor, DraftRow
from desktop.ui.kit.drafting import read_draft
from desktop.ui.screens.permit.deed import FORM
from desktop.ui.screens.permit.deeds.base import Wanted
from desktop.ui.taking_up import take_up

See = Callable[..., Any]
CTRL = Qt.KeyboardModifier.ControlModifier


def drafts(counter: Counter, actor: Actor) -> list[DraftRow]:
    return [each for each in counter.drafts.open(actor) if each.form == FORM]


def leaving_half_typed(see: See, permit: PermitRow) -> Any:
    sheet = see(Wanted("leave_residence", permit.person_id))
    QTest.keyClick(sheet.find("card"), Qt.Key.Key_2)
    sheet.view._form.field("to_place").set_value("和平路2号")
    sheet.find("to_place").setFocus()
    sheet.settle()
    return sheet


def test_what_was_typed_comes_back_in_its_place(
    permit: PermitRow, go: Callable[[date], None], see: See, counter: Counter, actor: Actor
) -> None:
    go(date(2024, 3, 4))
    sheet = leaving_half_typed(see, permit)
    assert not sheet.presenter.done_with()
    values = dict(sheet.presenter.values)
    assert sheet.presenter.leave()
    [row] = drafts(counter, actor)
    assert "演练甲" in row.subject
    again = see(read_draft(row))
    assert again.presenter.values == values
    assert again.find("to_place").text() == "和平路2号"
    assert again.view.focusWidget() is again.find("to_place")
    assert again.find("leave_residence").isEnabled()


def test_done_from_a_draft_it_is_done_once_and_the_draft_is_gone(
    permit: PermitRow, go: Callable[[date], None], see: See, counter: Counter, actor: Actor
) -> None:
    go(date(2024, 3, 4))
    leaving_half_typed(see, permit).presenter.leave()
    kept = read_draft(drafts(counter, actor)[0])
    for _ in range(2):  # taken up at two counters: the same request
        again = see(kept)
        QTest.keyClick(again.view.focusWidget() or again.view, Qt.Key.Key_Return, CTRL)
        again.qtbot.rest()
    assert counter.permits.page(actor, permit.permit_id).permit.state is PermitState.CANCELLED
    assert drafts(counter, actor) == []
    cases = counter.people.page(actor, permit.person_id).cases
    assert len([case for case in cases if case.kind is CaseKind.DEPARTURE]) == 1


def test_an_untouched_sheet_leaves_no_draft(
    permit: PermitRow, see: See, counter: Counter, actor: Actor
) -> None:
    sheet = see(Wanted("cancel_permit", permit.permit_id))
    assert sheet.presenter.done_with()
    assert sheet.presenter.leave()
    assert drafts(counter, actor) == []


def test_what_is_typed_and_taken_back_leaves_no_draft(
    permit: PermitRow, see: See, counter: Counter, actor: Actor
) -> None:
    sheet = see(Wanted("declare_lost", permit.permit_id))
    QTest.keyClicks(sheet.find("note"), "abc")
    sheet.settle()
    assert len(drafts(counter, actor)) == 1
    for _ in "abc":
        QTest.keyClick(sheet.find("note"), Qt.Key.Key_Backspace)
    sheet.settle()
    sheet.presenter.leave()
    assert drafts(counter, actor) == []


def test_a_draft_that_cannot_be_read_leads_somewhere(permit: PermitRow, clock: Any) -> None:
    went: list[tuple[Any, ...]] = []
    take_up(lambda *way: went.append(way), DraftRow("x", FORM, "", "{", clock.now()))
    assert went == [("day",)]


@pytest.mark.parametrize(("form", "route"), [("call_note", "uncollected"), ("blanks", "blanks")])
def test_a_screen_that_finds_its_own_draft_is_merely_gone_to(
    form: str, route: str, permit: PermitRow, clock: Any
) -> None:
    went: list[tuple[object, ...]] = []
    take_up(lambda *way: went.append(way), DraftRow("x", form, "", "{}", clock.now()))
    assert went == [(route,)]
