"""The holder or an agent takes the permit, once, and the old card comes back."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from typing import Any

import pytest

from desktop.domain.codes import (
    CaseState,
    IdKind,
    Relation,
)
from desktop.domain.errors import BadInput, EnvironmentTrouble, NotPossible
from desktop.domain.handing_over import Collector, HandOverForm, OldCard, ReceiptFate, SignedOn
from desktop.domain.permit_life import PermitEvent, PermitState
from desktop.domain.replacement import ReplacementKind
from desktop.services import permit_records
from desktop.services.counter import Counter
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor
from tests.services.asked import actions, key, rows
from tests.services.handing_over.collecting import HOLDER, TODAY, WIFE, case_of, state_of


def test_the_holder_takes_the_permit(station: Counter, clerk: Actor, made: Callable[..., PermitRow]) -> None:
    permit, request = made(), key()
    done = station.handing_over.hand_over(clerk, request, permit.case_id, HOLDER)
    assert done.case.state is CaseState.COMPLETED
    assert (done.permit.state, done.permit.handed_over_on) == (PermitState.VALID, TODAY)
    assert (done.replaced, done.notes) == (None, ())
    held = permit_records.held_by(station.office.database.link, permit.person_id)
    assert held is not None
    assert held.permit_id == permit.permit_id
    step = rows(station, f"select facts, note from case_step where case_id = {permit.case_id} order by at")[
        -1
    ]
    facts = json.loads(step.facts)
    assert (facts["signed_on"], facts["receipt"], facts["collector"]) == ("paper", "returned", None)
    assert step.note == "本人；在回执上签名；收回回执"
    [entry] = rows(station, "select * from journal_entry where action = 'hand_over_permit'")
    assert permit.permit_number in entry.detail
    assert station.handing_over.hand_over(clerk, request, permit.case_id, HOLDER) == done
    assert actions(station).count("hand_over_permit") == 1


def test_an_agent_is_written_down_with_the_document(
    station: Counter, clerk: Actor, made: Callable[..., PermitRow]
) -> None:
    permit = made()
    form = HandOverForm(SignedOn.SCREEN, ReceiptFate.LOST, WIFE, signature=b"ink")
    station.handing_over.hand_over(clerk, key(), permit.case_id, form)
    step = rows(station, f"select facts, note from case_step where case_id = {permit.case_id} order by at")[
        -1
    ]
    assert json.loads(step.facts)["collector"] == {
        "name": "演练妻",
        "id_kind": "resident",
        "id_number": WIFE.id_number,
        "relation": "spouse",
    }
    assert (
        step.note
        == f"代领人演练妻（配偶） {WIFE.id_number[:6]}********{WIFE.id_number[-4:]}；在屏幕上签名；声明回执丢失"
    )
    [kept] = rows(station, "select content from attachment where kind = 'signature'")
    assert bytes(kept.content) == b"ink"
    [entry] = rows(station, "select detail from journal_entry where action = 'hand_over_permit'")
    assert WIFE.id_number not in entry.detail


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (HandOverForm(SignedOn.SCREEN, ReceiptFate.RETURNED), "signature"),
        (
            HandOverForm(
                SignedOn.PAPER,
                ReceiptFate.RETURNED,
                Collector("", IdKind.RESIDENT, WIFE.id_number, Relation.SPOUSE),
            ),
            "collector_name",
        ),
        (
            HandOverForm(
                SignedOn.PAPER,
                ReceiptFate.RETURNED,
                Collector("演练妻", IdKind.RESIDENT, "370102199103050021", Relation.SPOUSE),
            ),
            "collector_id_number",
        ),
    ],
)
def test_a_field_that_breaks_its_rule_hands_nothing_over(
    station: Counter, clerk: Actor, made: Callable[..., PermitRow], form: HandOverForm, field: str
) -> None:
    permit = made()
    with pytest.raises(BadInput) as told:
        station.handing_over.hand_over(clerk, key(), permit.case_id, form)
    assert told.value.field == field
    assert state_of(station, permit) is PermitState.PRODUCED


def test_two_counters_hand_the_same_permit_over_once(
    station: Counter, clerk: Actor, template: Any, made: Callable[..., PermitRow]
) -> None:
    for serial in range(1, 5):
        permit = made(serial)
        with ThreadPoolExecutor(2) as pool:
            acts = [
                pool.submit(partial(station.handing_over.hand_over, who, key(), permit.case_id, HOLDER))
                for who in (clerk, template.other)
            ]
        errors = [act.exception() for act in acts if act.exception()]
        assert len(errors) == 1
        assert "不能再发" in str(errors[0])
        assert state_of(station, permit) is PermitState.VALID


def test_nothing_is_handed_over_that_could_not_be_stored(
    station: Counter, clerk: Actor, made: Callable[..., PermitRow], read_only: Any
) -> None:
    permit = made()
    with read_only(station), pytest.raises(EnvironmentTrouble):
        station.handing_over.hand_over(clerk, key(), permit.case_id, HOLDER)
    assert state_of(station, permit) is PermitState.PRODUCED
    assert case_of(station, permit).state is CaseState.PRODUCED


@pytest.mark.parametrize("kind", [ReplacementKind.DAMAGED, ReplacementKind.CHANGED])
def test_the_old_card_comes_back_when_the_new_one_goes_out(
    station: Counter, clerk: Actor, renewed: Callable[..., tuple[PermitRow, PermitRow]], kind: ReplacementKind
) -> None:
    old, new = renewed(kind)
    assert old.state is PermitState.VALID
    found = station.handing_over.find(clerk, old.permit_number)  # the old card is what the holder brings
    assert found.ready, found.problem
    assert found.permit is not None
    assert found.replaces is not None
    assert (found.permit.permit_id, found.replaces.permit_id) == (new.permit_id, old.permit_id)
    with pytest.raises(BadInput) as told:
        station.handing_over.hand_over(clerk, key(), new.case_id, HOLDER)
    assert told.value.field == "old_card"
    form = HandOverForm(SignedOn.PAPER, ReceiptFate.RETURNED, old_card=OldCard.RETURNED)
    request = key()
    done = station.handing_over.hand_over(clerk, request, new.case_id, form)
    assert done.replaced is not None
    assert (done.permit.state, done.replaced.state) == (PermitState.VALID, PermitState.REPLACED)
    assert (done.replaced.replaced_by, done.replaced.end_reason) == (new.permit_id, "returned")
    assert done.permit.years_from == old.years_from
    steps = permit_records.steps(station.office.database.link, old.permit_id)
    assert (steps[-1].event, steps[-1].note, steps[-1].case_id) == ("replace", "收回旧证", new.case_id)
    assert actions(station).count("permit_replaced") == 1
    assert station.handing_over.hand_over(clerk, request, new.case_id, form) == done
    assert "已换发新证" in str(station.handing_over.find(clerk, old.permit_number).problem)


def test_a_lost_card_is_replaced_and_may_be_found_after_all(
    station: Counter, clerk: Actor, renewed: Callable[..., tuple[PermitRow, PermitRow]]
) -> None:
    old, new = renewed(ReplacementKind.LOST)
    assert old.state is PermitState.LOST
    done = station.handing_over.hand_over(clerk, key(), new.case_id, HOLDER)
    assert done.replaced is not None
    assert (done.replaced.state, done.replaced.end_reason) == (PermitState.REPLACED, "lost")


def test_a_new_card_of_a_permit_that_ended_meanwhile_is_not_handed_over(
    station: Counter, clerk: Actor, renewed: Callable[..., tuple[PermitRow, PermitRow]]
) -> None:
    old, new = renewed()
    with station.office.database.write() as link:
        permit_records.happen(
            station.office, link, clerk, key(), old, PermitEvent.CANCEL, station.office.clock.now()
        )
    form = HandOverForm(SignedOn.PAPER, ReceiptFate.RETURNED, old_card=OldCard.RETURNED)
    assert "已注销" in str(station.handing_over.find(clerk, new.permit_number).problem)
    with pytest.raises(NotPossible, match="要换的旧证.*已注销"):
        station.handing_over.hand_over(clerk, key(), new.case_id, form)
    assert state_of(station, new) is PermitState.PRODUCED
    assert case_of(station, new).state is CaseState.PRODUCED


def test_a_permit_whose_endorsement_fell_due_meanwhile_is_suspended_at_once(
    station: Counter,
    clerk: Actor,
    renewed: Callable[..., tuple[PermitRow, PermitRow]],
    go: Callable[[date], None],
) -> None:
    _, new = renewed()
    go(date(2027, 12, 1))
    form = HandOverForm(SignedOn.PAPER, ReceiptFate.RETURNED, old_card=OldCard.RETURNED)
    done = station.handing_over.hand_over(clerk, key(), new.case_id, form)
    assert done.permit.state is PermitState.SUSPENDED
    assert "请接着补办签注" in str(done.notes[-1])
