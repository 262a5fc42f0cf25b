"""A spoiled card goes on another blank, and a blank that nothing was printed on is used again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from desktop.domain.blanks import BlankState
from desktop.domain.codes import CaseState
from desktop.domain.errors import BadInput, NotPossible
from desktop.domain.permit_life import PermitEvent, PermitState
from desktop.services import case_records, permit_records
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.services.asked import count, key
from tests.services.producing import TODAY, Granted
from tests.services.production.making import case_of, permit_of, printed_words


def test_a_card_spoiled_in_the_printer_is_printed_on_the_next_blank(
    blanks: Counter, clerk: Actor, granted: Granted
) -> None:
    case = granted()
    [first] = blanks.production.reserve(clerk, key(), [case])
    request = key()
    with pytest.raises(BadInput, match="原因"):
        blanks.production.spoiled(clerk, request, first.serial, " ")
    spoiled = blanks.production.spoiled(clerk, request, first.serial, "打印歪斜")
    assert blanks.production.spoiled(clerk, request, first.serial, "打印歪斜") == spoiled
    assert (spoiled.state, spoiled.case_state) == (BlankState.SPOILED, CaseState.GRANTED)
    assert blanks.blanks.find(first.serial).reason == "打印歪斜"
    assert blanks.production.printed(clerk, key(), [first.serial]).produced == ()
    [second] = blanks.production.reserve(clerk, key(), [case])
    assert second.serial == "JN0002"
    assert blanks.production.card_on(first.serial).serial == first.serial
    assert blanks.production.card(case).serial == second.serial


def test_a_produced_permit_that_is_spoiled_goes_on_another_blank_under_its_number(
    blanks: Counter, clerk: Actor, granted: Granted, clock: Any
) -> None:
    case = granted()
    [first] = blanks.production.reserve(clerk, key(), [case])
    blanks.production.printed(clerk, key(), [first.serial])
    blanks.production.spoiled(clerk, key(), first.serial, "相片模糊")
    assert case_of(blanks, case).state is CaseState.GRANTED
    assert [row.case_id for row in blanks.production.waiting()] == [case]
    clock.moment += timedelta(days=3)
    [second] = blanks.production.reserve(clerk, key(), [case])
    blanks.production.printed(clerk, key(), [second.serial])
    permit = permit_of(blanks, case)
    assert (permit.serial, permit.version, permit.state) == ("JN0002", 2, PermitState.PRODUCED)
    assert permit.issued_on == permit.years_from == TODAY + timedelta(days=3)
    assert permit.due_on == date(2027, 11, 23)
    link = blanks.office.database.link
    assert [step.event for step in permit_records.steps(link, permit.permit_id)] == [
        "produce",
        PermitEvent.REPRODUCE.value,
    ]
    assert [row.state for row in blanks.blanks.find("JN0001").history] == [
        "stock",
        "counter",
        "reserved",
        "used",
        "spoiled",
    ]
    assert blanks.blanks.balance(TODAY + timedelta(days=3)).balanced
    faces = {serial: blanks.production.card_on(serial) for serial in ("JN0001", "JN0002")}
    assert {serial: face.serial for serial, face in faces.items()} == {one: one for one in faces}
    assert {face.number for face in faces.values()} == {permit.permit_number}
    assert faces["JN0002"].issued_on == permit.issued_on
    for serial, other in (("JN0001", "JN0002"), ("JN0002", "JN0001")):
        words = printed_words(blanks, serial)
        assert serial in words
        assert other not in words
    with pytest.raises(NotPossible, match="还没有预留"):
        blanks.production.card(case)  # nothing waits to be printed any more
    assert count(blanks, "select count(distinct permit_number) from permit") == 1
    kept = "select count(distinct kind) from attachment where kind in ('card:JN0001', 'card:JN0002')"
    assert count(blanks, kept) == count(blanks, kept.replace("distinct kind", "*")) == 2


def test_a_permit_that_was_handed_over_is_not_spoiled(
    blanks: Counter, clerk: Actor, granted: Granted
) -> None:
    case = granted()
    [card] = blanks.production.reserve(clerk, key(), [case])
    blanks.production.printed(clerk, key(), [card.serial])
    with blanks.office.database.write() as link:
        at = blanks.office.clock.now()
        permit_records.happen(
            blanks.office, link, clerk, key(), permit_of(blanks, case), PermitEvent.HAND_OVER, at
        )
    with pytest.raises(NotPossible, match="现在是“有效”，不能作废重制"):
        blanks.production.spoiled(clerk, key(), card.serial, "折断")
    assert blanks.blanks.find(card.serial).state is BlankState.USED
    with pytest.raises(NotPossible, match="不在制证中"):
        blanks.production.spoiled(clerk, key(), "JN0009", "折断")


def test_a_blank_on_which_nothing_was_printed_is_used_for_the_next(
    blanks: Counter, clerk: Actor, granted: Granted
) -> None:
    case, other = granted(1), granted(2)
    [card] = blanks.production.reserve(clerk, key(), [case])
    request = key()
    released = blanks.production.released(clerk, request, card.serial)
    assert blanks.production.released(clerk, request, card.serial) == released
    assert (released.state, released.case_id) == (BlankState.COUNTER, case)
    assert blanks.blanks.at_counter(3) == 10
    with pytest.raises(NotPossible, match="没有预留"):
        blanks.production.released(clerk, key(), card.serial)
    assert [row.serial for row in blanks.production.reserve(clerk, key(), [other, case])] == [
        "JN0001",
        "JN0002",
    ]
    assert blanks.production.card(other).name == blanks.production.card_on("JN0001").name
    assert blanks.production.card_on("JN0001").case_number == case_of(blanks, other).case_number


def test_a_case_withdrawn_while_its_card_is_made_gives_its_blank_back(
    blanks: Counter, clerk: Actor, granted: Granted
) -> None:
    cases = [granted(1), granted(2)]
    first, second = blanks.production.reserve(clerk, key(), cases)
    with blanks.office.database.write() as link:
        for case in cases:
            at = blanks.office.clock.now()
            case_records.move_on(blanks.office, link, clerk, case, CaseState.WITHDRAWN, at)
    assert [row.case_state for row in blanks.production.unfinished(3)] == [CaseState.WITHDRAWN] * 2
    assert blanks.production.waiting() == ()
    done = blanks.production.printed(clerk, key(), [first.serial])
    assert "现在是“申请人撤回”，不能制证" in str(done.problems[0].why)
    blanks.production.spoiled(clerk, key(), first.serial, "申请人撤回")
    blanks.production.released(clerk, key(), second.serial)
    assert blanks.production.unfinished(3) == ()
    assert case_of(blanks, cases[0]).state is CaseState.WITHDRAWN
    assert blanks.blanks.at_counter(3) == 9
