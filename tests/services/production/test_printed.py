"""What was printed is produced; what a printer, a disk or a change keeps back waits."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.blanks import BlankState
from desktop.domain.codes import CaseKind, CaseState
from desktop.domain.errors import EnvironmentTrouble
from desktop.domain.permit_life import PermitEvent, PermitState
from desktop.services import cards, case_records, permit_records
from desktop.services.counter import Counter
from desktop.services.production_rows import PhotoSource
from desktop.services.rows import Actor
from printing.documents import Copy
from printing.render import render
from tests.services.asked import count, key
from tests.services.producing import TODAY, Granted, grant
from tests.services.production.making import case_of, permit_of


def test_what_was_printed_is_produced_with_its_dates(
    blanks: Counter, clerk: Actor, granted: Granted, clock: Any
) -> None:
    case = granted()
    [reserved] = blanks.production.reserve(clerk, key(), [case])
    request = key()
    done = blanks.production.printed(clerk, request, [reserved.serial])
    assert blanks.production.printed(clerk, request, [reserved.serial]) == done
    assert blanks.production.printed(clerk, key(), [reserved.serial.lower()]).produced == done.produced
    [made] = done.produced
    permit = permit_of(blanks, case)
    assert (permit.permit_id, permit.permit_number, permit.serial) == (
        made.permit_id,
        made.permit_number,
        "JN0001",
    )
    assert permit.permit_number == "31" + made.case_number
    assert permit.state is PermitState.PRODUCED
    assert (permit.issued_on, permit.produced_on, permit.years_from) == (TODAY, TODAY, TODAY)
    assert (permit.opens_on, permit.due_on, permit.valid_until) == (
        date(2027, 10, 20),
        date(2027, 11, 20),
        None,
    )
    assert permit.ground == "employment"
    assert case_of(blanks, case).state is CaseState.PRODUCED
    assert blanks.blanks.find("JN0001").state is BlankState.USED
    assert blanks.blanks.find("JN0001").case_number == made.case_number
    assert blanks.production.waiting() == ()
    assert count(blanks, "select count(*) from permit") == 1
    assert count(blanks, "select count(*) from journal_entry where action = 'produce_permit'") == 1


def test_a_printer_out_of_cards_in_the_middle_of_a_batch_leaves_the_rest_waiting(
    station: Counter, clerk: Actor, officer: Actor, granted: Granted
) -> None:
    station.blanks.receive(officer, key(), "JN0001", "JN0050")
    station.blanks.move_to_counter(officer, key(), "JN0001", "JN0050", 3)
    cases = [granted(serial) for serial in range(1, 51)]
    reserved = station.production.reserve(clerk, key(), cases)
    out = [row.serial for row in reserved[:23]]
    assert len(station.production.printed(clerk, key(), out).produced) == 23
    states = [case_of(station, case).state for case in cases]
    assert states == [CaseState.PRODUCED] * 23 + [CaseState.GRANTED] * 27
    assert [row.case_id for row in station.production.waiting()] == cases[23:]
    assert [row.serial for row in station.production.unfinished(3)] == [row.serial for row in reserved[23:]]
    again = station.production.reserve(clerk, key(), cases[23:])
    assert [row.serial for row in again] == [row.serial for row in reserved[23:]]
    balance = station.blanks.balance(TODAY)
    assert balance.balanced
    assert [balance.count(state) for state in (BlankState.USED, BlankState.RESERVED)] == [23, 27]


def test_a_full_disk_in_the_middle_keeps_what_was_stored_and_the_rest_can_be_said_again(
    blanks: Counter, clerk: Actor, granted: Granted, read_only: Callable[..., Any]
) -> None:
    reserved = blanks.production.reserve(clerk, key(), [granted(1), granted(2)])
    request, serials = key(), [row.serial for row in reserved]
    blanks.production.printed(clerk, request, serials[:1])
    with read_only(blanks), pytest.raises(EnvironmentTrouble):
        blanks.production.printed(clerk, request, serials)
    assert blanks.production.unfinished(3) == reserved[1:]
    assert len(blanks.production.printed(clerk, request, serials).produced) == 2
    assert count(blanks, "select count(*) from permit") == 2


@pytest.mark.parametrize(
    ("serial", "why"),
    [("JN0002", "没有为制证预留"), ("JN9999", "没有JN9999的入库记录"), ("证", "不是空白证号码")],
)
def test_a_card_that_was_not_reserved_does_not_keep_the_others_back(
    blanks: Counter, clerk: Actor, granted: Granted, serial: str, why: str
) -> None:
    [reserved] = blanks.production.reserve(clerk, key(), [granted()])
    done = blanks.production.printed(clerk, key(), [serial, reserved.serial])
    assert [row.serial for row in done.produced] == [reserved.serial]
    assert why in str(done.problems[0].why)


def test_a_card_with_what_no_longer_holds_is_not_produced(
    blanks: Counter,
    clerk: Actor,
    granted: Granted,
    register: Callable[..., Any],
) -> None:
    case = granted()
    [reserved] = blanks.production.reserve(clerk, key(), [case])
    person = case_of(blanks, case).person_id
    here = blanks.registrations.open_registration(person)
    assert here is not None
    register(1, residence={"house_number": "99"}, move_from=here.registration_id)
    done = blanks.production.printed(clerk, key(), [reserved.serial])
    assert "在制证期间有变更" in str(done.problems[0].why)
    blanks.production.spoiled(clerk, key(), reserved.serial, "住址已变更")
    [again] = blanks.production.reserve(clerk, key(), [case])
    assert "99号" in blanks.production.card(case).residence_address
    assert len(blanks.production.printed(clerk, key(), [again.serial]).produced) == 1
    assert "99号" in permit_of(blanks, case).address


def test_a_replacement_goes_on_with_the_years_of_the_permit_it_replaces(
    blanks: Counter, clerk: Actor, template: Any, granted: Granted, clock: Any
) -> None:
    first = granted()
    [card] = blanks.production.reserve(clerk, key(), [first])
    blanks.production.printed(clerk, key(), [card.serial])
    with blanks.office.database.write() as link:
        old = permit_records.happen(
            blanks.office,
            link,
            clerk,
            key(),
            permit_of(blanks, first),
            PermitEvent.HAND_OVER,
            blanks.office.clock.now(),
        )
        case_records.move_on(
            blanks.office, link, clerk, first, CaseState.COMPLETED, blanks.office.clock.now()
        )
    clock.moment = datetime(2027, 3, 1, 2, tzinfo=UTC)
    case = replacement(blanks, clerk, old)
    grant(blanks, template.other, case)
    [waiting] = blanks.production.waiting(CaseKind.REPLACE_DAMAGED)
    assert waiting.photo is PhotoSource.EARLIER
    [card] = blanks.production.reserve(clerk, key(), [case])
    blanks.production.printed(clerk, key(), [card.serial])
    new = permit_of(blanks, case)
    assert (new.replaces_id, new.ground) == (old.permit_id, old.ground)
    assert (new.issued_on, new.years_from, new.due_on) == (date(2027, 3, 1), old.years_from, old.due_on)
    assert permit_records.held_by(blanks.office.database.link, old.person_id) == old


def replacement(station: Counter, actor: Actor, old: Any) -> int:
    """Take a case to replace a damaged permit, with as much as its production needs."""
    from desktop.services import people_records

    with station.office.database.write() as link:
        person = people_records.by_id(link, old.person_id)
        assert person is not None
        return case_records.take(
            station.office,
            link,
            actor,
            people_records.KeptPerson(old.person_id, person.id),
            case_records.NewCase(
                kind=CaseKind.REPLACE_DAMAGED,
                state=CaseState.ACCEPTED,
                request_id=key(),
                summary="",
                policy=old.policy,
                facts={"replaces_id": old.permit_id},
            ),
            station.office.clock.now(),
        ).case_id


def test_a_frozen_card_is_kept_byte_for_byte(blanks: Counter, clerk: Actor, granted: Granted) -> None:
    case = granted()
    [reserved] = blanks.production.reserve(clerk, key(), [case])
    with blanks.office.database.engine.connect() as connection:
        content = connection.execute(
            text("select content from attachment where kind = 'card:JN0001'")
        ).scalar_one()
    assert json.loads(content)["serial"] == reserved.serial
    kept = cards.kept(blanks.office.database.link, case, reserved.serial)
    assert kept == blanks.production.card(case)


def test_a_card_is_drawn_as_it_was_frozen(blanks: Counter, clerk: Actor, granted: Granted) -> None:
    case = granted(name="李𬍛")
    blanks.production.reserve(clerk, key(), [case])
    card, fonts = blanks.production.card(case), blanks.office.fonts()
    drawn = render(card, Copy(), fonts)
    assert drawn.startswith(b"%PDF")
    assert render(blanks.production.card_on("JN0001"), Copy(), fonts) == drawn
