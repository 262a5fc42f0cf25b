"""Permits of people who are not the usual case: long and rare names, no photo, children, the dead, who comes back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from desktop.domain.codes import (
    AgentReason,
    CancelReason,
    CaseState,
    Ground,
    IdKind,
    Relation,
)
from desktop.domain.errors import NotPossible
from desktop.domain.forms import AgentForm
from desktop.domain.handing_over import Collector, HandOverForm, OldCard, ReceiptFate, SignedOn
from desktop.domain.permit_life import PermitState
from desktop.services import permit_records
from desktop.services.application_rows import ApplicationDone
from desktop.services.counter import Counter
from desktop.services.departures import DepartureForm
from desktop.services.permit_endings import CardFate
from desktop.services.permit_rows import PermitRow
from desktop.services.practice_photo import sample_photo
from desktop.services.rows import Actor, CaseRow
from tests.services.asked import key

Apply = Callable[..., ApplicationDone]
Resident = Callable[..., int]
Go = Callable[[date], None]
HERE = HandOverForm(SignedOn.PAPER, ReceiptFate.RETURNED)


@pytest.fixture
def stocked(station: Counter, officer: Actor, clerk: Actor) -> None:
    """Blanks at the clerk's counter."""
    station.blanks.receive(officer, key(), "T0000001", "T0000020")
    station.blanks.move_to_counter(officer, key(), "T0000001", "T0000020", clerk.counter_number)


@pytest.fixture
def make(station: Counter, clerk: Actor, officer: Actor, stocked: None) -> Callable[[CaseRow], PermitRow]:
    """Grant a case and make its card, the real way."""

    def of(case: CaseRow) -> PermitRow:
        now = station.day.case(case.case_id)
        if now.state is CaseState.ACCEPTED:
            station.decisions.grant(officer, key(), case.case_id, now.version)
        [card] = station.production.reserve(clerk, key(), [case.case_id])
        done = station.production.printed(clerk, key(), [card.serial])
        assert not done.problems
        with station.office.database.faults():
            permit = permit_records.of_case(station.office.database.link, case.case_id)
        assert permit is not None
        return permit

    return of


def correct(station: Counter, clerk: Actor, officer: Actor, person: int, **changes: str) -> None:
    page = station.corrections.form(clerk, person)
    from desktop.services import people_records

    with station.office.database.faults():
        row = people_records.by_id(station.office.database.link, person)
    assert row is not None
    proposed = station.corrections.propose(
        clerk, key(), person, row.version, changes, "登记有误", page.person.name
    )
    station.corrections.approve(officer, key(), proposed.case.case_id, proposed.case.version)


@pytest.mark.parametrize(
    "name",
    ["买买提江·" + "阿卜杜热合曼·" * 5 + "伊", "𠮷𠀀·䶮", "欧阳" + "㙍" * 3],
)
def test_a_long_or_rare_name_goes_all_the_way(
    station: Counter,
    clerk: Actor,
    resident: Resident,
    apply: Apply,
    make: Callable[[CaseRow], PermitRow],
    name: str,
) -> None:
    permit = make(apply(resident(name=name), photo=sample_photo()).case)
    assert permit.person_name == name
    assert station.production.card_on(permit.serial).name == name
    found = station.handing_over.find(clerk, permit.permit_number)
    assert found.ready
    assert found.person is not None
    assert found.person.name == name
    done = station.handing_over.hand_over(clerk, key(), permit.case_id, HERE)
    assert done.permit.state is PermitState.VALID


def test_without_a_telephone_the_call_list_still_has_them(
    station: Counter,
    clerk: Actor,
    resident: Resident,
    apply: Apply,
    make: Callable[[CaseRow], PermitRow],
    go: Go,
) -> None:
    permit = make(apply(resident(phone=""), photo=sample_photo()).case)
    go(date(2027, 3, 1))
    listed = station.handing_over.uncollected(clerk)
    assert permit.permit_id in {row.permit_id for row in listed}
    assert station.handing_over.phone(clerk, permit.case_id) == ""


def test_a_permit_waits_for_its_photo(
    station: Counter, clerk: Actor, officer: Actor, resident: Resident, apply: Apply, stocked: None
) -> None:
    case = apply(resident(), photo=None, shared=("photo",)).case
    station.decisions.grant(officer, key(), case.case_id, case.version)
    with pytest.raises(NotPossible, match="没有相片，不能制证"):
        station.production.reserve(clerk, key(), [case.case_id])
    station.production.add_photo(clerk, case.case_id, sample_photo())
    assert station.production.reserve(clerk, key(), [case.case_id])


def test_a_childs_permit_is_applied_for_and_collected_by_its_guardian(
    station: Counter,
    clerk: Actor,
    resident: Resident,
    apply: Apply,
    make: Callable[[CaseRow], PermitRow],
) -> None:
    from tests.services.conftest import numbered

    guardian, child = numbered("37132119850214001"), numbered("37132120150214002")
    person = resident(id_number=child, birth_date="2015-02-14")
    agent = AgentForm("演练父", IdKind.RESIDENT, guardian, Relation.FATHER, "13900000000", AgentReason.MINOR)
    case = apply(person, ground=Ground.STUDY, agent=agent, photo=sample_photo()).case
    assert case.state is CaseState.ACCEPTED
    permit = make(case)
    found = station.handing_over.find(clerk, permit.permit_number)
    assert found.agent["agent_name"] == "演练父"
    form = HandOverForm(
        SignedOn.PAPER,
        ReceiptFate.RETURNED,
        Collector("演练父", IdKind.RESIDENT, guardian, Relation.FATHER),
    )
    done = station.handing_over.hand_over(clerk, key(), case.case_id, form)
    assert done.permit.state is PermitState.VALID
    assert "发放给代领人演练父" in str(station.handing_over.find(clerk, permit.permit_number).problem)


@pytest.mark.parametrize("stage", ["accepted", "granted", "reserved", "produced"])
def test_a_death_ends_an_application_wherever_it_stands(
    station: Counter,
    clerk: Actor,
    officer: Actor,
    resident: Resident,
    apply: Apply,
    make: Callable[[CaseRow], PermitRow],
    stage: str,
) -> None:
    case = apply(resident(), photo=sample_photo()).case
    serial = ""
    if stage == "produced":
        make(case)
    elif stage != "accepted":
        station.decisions.grant(officer, key(), case.case_id, case.version)
    if stage == "reserved":
        serial = station.production.reserve(clerk, key(), [case.case_id])[0].serial
    form = DepartureForm(CancelReason.DEATH, date(2026, 11, 20), card=CardFate.LOST)
    done = station.departures.leave(clerk, key(), case.person_id, form)
    assert station.day.case(case.case_id).state is CaseState.WITHDRAWN
    assert station.registrations.open_registration(case.person_id) is None
    assert all(permit.state is PermitState.CANCELLED for permit in done.permits)
    assert str(station.handing_over.find(clerk, case.case_number).problem)
    if serial:
        told = station.production.printed(clerk, key(), [serial])
        assert not told.produced
        assert "申请人撤回" in str(told.problems[0].why)
        station.production.released(clerk, key(), serial)
        assert station.blanks.at_counter(clerk.counter_number) == 20


def test_who_left_and_comes_back_gets_another_permit(
    station: Counter,
    clerk: Actor,
    issue: Callable[..., PermitRow],
    resident: Resident,
    apply: Apply,
    make: Callable[[CaseRow], PermitRow],
    go: Go,
) -> None:
    first = issue()
    go(date(2024, 3, 1))
    form = DepartureForm(CancelReason.LEFT, date(2024, 3, 1), "370303", card=CardFate.RETURNED)
    station.departures.leave(clerk, key(), first.person_id, form)
    person = resident(on=date(2024, 6, 3))
    assert person == first.person_id
    go(date(2024, 12, 10))
    second = make(apply(person, photo=sample_photo()).case)
    station.handing_over.hand_over(clerk, key(), second.case_id, HERE)
    with station.office.database.faults():
        permits = permit_records.of_person(station.office.database.link, person)
    states = {each.permit_id: each.state for each in permits}
    assert states == {first.permit_id: PermitState.CANCELLED, second.permit_id: PermitState.VALID}
    assert (second.replaces_id, second.years_from) == (None, date(2024, 12, 10))
    assert "已注销" in str(station.handing_over.find(clerk, first.permit_number).problem)


def test_a_name_corrected_before_hand_over_has_the_card_made_again(
    station: Counter,
    clerk: Actor,
    officer: Actor,
    resident: Resident,
    apply: Apply,
    make: Callable[[CaseRow], PermitRow],
) -> None:
    permit = make(apply(resident(), photo=sample_photo()).case)
    correct(station, clerk, officer, permit.person_id, name="演练更")
    told = station.handing_over.find(clerk, permit.permit_number)
    assert "证面的姓名与现在登记的不一致" in str(told.problem)
    station.production.spoiled(clerk, key(), permit.serial, "姓名有误")
    again = make(station.day.case(permit.case_id))
    assert again.permit_number == permit.permit_number
    assert station.production.card_on(again.serial).name == "演练更"
    assert station.handing_over.find(clerk, permit.permit_number).ready


def test_a_lost_card_found_again_is_known_to_be_out_of_date(
    station: Counter,
    clerk: Actor,
    officer: Actor,
    resident: Resident,
    apply: Apply,
    make: Callable[[CaseRow], PermitRow],
) -> None:
    made = make(apply(resident(), photo=sample_photo()).case)
    held = station.handing_over.hand_over(clerk, key(), made.case_id, HERE).permit
    lost = station.permit_changes.declare_lost(clerk, key(), held.permit_id, held.version).permit
    correct(station, clerk, officer, held.person_id, name="演练更")
    lost = station.permits.page(clerk, held.permit_id).permit
    station.permit_changes.found_again(clerk, key(), lost.permit_id, lost.version)
    page = station.permits.page(clerk, held.permit_id)
    assert "应当换领新证" in str(page.to_replace)


def test_an_old_card_said_to_be_lost_is_so_kept(
    station: Counter, clerk: Actor, resident: Resident, apply: Apply, make: Callable[[CaseRow], PermitRow]
) -> None:
    from desktop.domain.codes import MaterialState
    from desktop.domain.replacement import ReplacementKind

    first = make(apply(resident(), photo=sample_photo()).case)
    held = station.handing_over.hand_over(clerk, key(), first.case_id, HERE).permit
    kind = ReplacementKind.DAMAGED
    needs = station.replacements.replacement(clerk, held.permit_id, kind).materials
    taken = station.replacements.replace(
        clerk,
        key(),
        held.permit_id,
        held.version,
        kind,
        sample_photo(),
        {need.code: MaterialState.PRESENT for need in needs},
        "折断",
    )
    assert taken.case is not None
    make(taken.case)
    form = HandOverForm(SignedOn.PAPER, ReceiptFate.LOST, old_card=OldCard.LOST)
    done = station.handing_over.hand_over(clerk, key(), taken.case.case_id, form)
    assert done.replaced is not None
    assert (done.replaced.state, done.replaced.end_reason) == (PermitState.REPLACED, "lost")


def test_a_blank_from_a_counter_whose_clock_was_ahead_gives_no_card_a_wrong_day(
    station: Counter,
    clerk: Actor,
    resident: Resident,
    apply: Apply,
    make: Callable[[CaseRow], PermitRow],
    go: Go,
) -> None:
    case = apply(resident(on=date(2026, 5, 11)), photo=sample_photo()).case
    go(date(2026, 11, 19))
    permit = make(case)
    card = station.production.card_on(permit.serial)
    assert {card.issued_on, permit.issued_on, permit.produced_on, permit.years_from} == {date(2026, 11, 19)}
    steps = station.blanks.find(permit.serial).history
    assert [one.at for one in steps] == sorted(one.at for one in steps)


def test_who_is_found_is_found_with_the_permit_as_it_stands(
    station: Counter,
    clerk: Actor,
    resident: Resident,
    apply: Apply,
    make: Callable[[CaseRow], PermitRow],
) -> None:
    def told() -> str:
        [hit] = station.lookup.find(clerk, "演练甲").hits
        return hit.permit

    case = apply(resident(), photo=sample_photo()).case
    assert told() == "accepted"
    made = make(case)
    assert told() == "produced"
    held = station.handing_over.hand_over(clerk, key(), made.case_id, HERE).permit
    assert told() == "valid"
    station.cancellations.cancel(
        clerk, key(), held.permit_id, held.version, CancelReason.OWN_WISH, CardFate.RETURNED
    )
    assert told() == "cancelled"
    apply(case.person_id)
    assert told() == "accepted"
