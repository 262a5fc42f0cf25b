"""What found somebody is stored as it was where all of it is found still; else its service decides again."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import cbor2
import pytest
from psycopg.pq.abc import PGresult

from desktop.models.noting import Asked
from desktop.models.prepared import Prepared
from desktop.models.server_wire import Asked as Sent
from desktop.models.server_wire import Wire
from desktop.services import case_records, people_records, registration_records, set_wise, still_so, taking_in
from desktop.services.counter import Counter, build_counter
from desktop.services.operation_form import Operation, read
from desktop.services.ports import Folders
from desktop.services.rows import Actor, RegistrationDone
from tests.conftest import FakeClock, Template
from tests.services.outage import apply, chain_faults, home_of, line_of, person_of, register, rows
from tests.services.test_taking_in import (
    Way,
    back,
    by_services,
    done_by_services,
    look,
    one_by_one,
    print_paper,
    taken_in,
    way,
    window,
)

__all__ = ("way", "window")  # fixtures

APPLICANT, MOVER = 50, 51


@dataclass
class Known:
    """Two who have been here for half a year, and another counter of the station's."""

    applicant: RegistrationDone
    mover: RegistrationDone
    other: Counter
    there: Actor


@pytest.fixture
def known(
    window: Counter, server_template: Template, clock: FakeClock, tmp_path: Path, shared_cache: Path
) -> Known:
    clerk, today = server_template.clerk, clock.moment
    clock.moment = today - timedelta(days=200)
    both = [register(window, clerk, serial, home=home_of(arrived_on="2026-05-01")) for serial in (50, 51)]
    clock.moment = today
    line_of(window).tend()
    (tmp_path / "other").mkdir()
    other = build_counter(line_of(window).switch.server, Folders(tmp_path / "other", shared_cache), clock)
    other.office.rights.seat(server_template.other)
    return Known(*both, other, server_template.other)


def move(
    counter: Counter, actor: Actor, serial: int, before: RegistrationDone, house: str, **person: str
) -> RegistrationDone:
    return counter.registrations.accept(
        actor,
        str(uuid.uuid4()),
        person_of(serial, **person),
        home_of(house_number=house, arrived_on="2026-11-20"),
        move_from=before.registration.registration_id,
    )


def served_away(window: Counter, way: Way, template: Template, known: Known) -> None:
    """One applies, one moves, a newcomer is registered and moves at once; all of it is printed."""
    way.cut = True
    line_of(window).tend()
    clerk = template.clerk
    asked = apply(window, clerk, known.applicant.case.person_id)
    print_paper(window, template, asked.case.case_id)
    look(window, template, "看了一眼")
    moved = move(window, clerk, MOVER, known.mover, "9")
    print_paper(window, template, moved.case.case_id)
    made = register(window, clerk, 7)
    again = move(window, clerk, 7, made, "10")
    print_paper(window, template, again.case.case_id)


def without_keys(taken: dict[str, list[str]]) -> dict[str, list[str]]:
    """Leave out the keys of the review list's lines, which are those of the moment."""
    keyless = re.compile(r"(?<=[(, ])(conflict_)?id=\d+")
    return {
        name: [keyless.sub("", row) for row in found] if name in ("op_conflict", "op_paper") else found
        for name, found in taken.items()
    }


def operations(window: Counter) -> list[Operation]:
    return [one.operation for one in line_of(window).outbox.waiting(99)]


def test_an_application_and_a_move_are_stored_as_they_were(
    window: Counter, way: Way, server_template: Template, known: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    served_away(window, way, server_template, known)
    found = {it.name for it in operations(window) if it.added is not None and it.added.found}
    assert found == {"applications.accept", "registrations.accept"}
    asked = one_by_one(window, monkeypatch)
    assert by_services(window, monkeypatch) == asked
    done = done_by_services(monkeypatch)
    assert taken_in(window) == asked
    assert done == []
    back(window, way)
    server = line_of(window).switch.server
    assert done == []
    assert rows(server, "select distinct outcome from op_inbox") == [("applied",)]
    assert chain_faults(server) == []
    assert [bytes(content) for (content,) in rows(server, "select content from attachment")] == [b"a photo"]


def test_what_was_found_is_asked_again_once_and_in_its_order(
    window: Counter, way: Way, server_template: Template, known: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    way.cut = True
    line_of(window).tend()
    apply(window, server_template.clerk, known.applicant.case.person_id)
    look(window, server_template, "看了一眼")
    sent: list[bytes] = []
    send_all = Wire.send_all

    def noted(self: Wire, many: Sequence[Sent]) -> list[PGresult]:
        sent.extend(one.text for one in many)
        return send_all(self, many)

    monkeypatch.setattr(Wire, "send_all", noted)
    back(window, way)
    locked = [place for place, words in enumerate(sent) if b"FOR UPDATE" in words]
    permits = [
        place for place, words in enumerate(sent) if words.startswith(b"SELECT") and b"permit" in words
    ]
    assert (len(locked), len(permits)) == (1, 1)
    assert locked < permits


@pytest.mark.parametrize(("found", "taken"), [(3, 6), (2, 4)])
def test_only_some_of_those_that_found_somebody_are_taken_in_at_once(
    window: Counter,
    way: Way,
    server_template: Template,
    known: Known,
    monkeypatch: pytest.MonkeyPatch,
    found: int,
    taken: int,
) -> None:
    way.cut = True
    line_of(window).tend()
    before = known.mover
    for house in "1234":  # a move, and a look
        before = move(window, server_template.clerk, MOVER, before, house)
        look(window, server_template, house)
    monkeypatch.setattr(taking_in, "FOUND_AT_ONCE", found)
    waiting = line_of(window).outbox.waiting(99)
    assert [set_wise.found_any(one.operation) for one in waiting] == [True, False] * 4
    assert len(taking_in.together(waiting)) == taken
    assert len(taking_in.together(waiting[:5])) == min(taken, 5)


def applied_there(known: Known) -> None:
    apply(known.other, known.there, known.applicant.case.person_id)


def moved_there(known: Known) -> None:
    move(known.other, known.there, MOVER, known.mover, "99")
    move(known.other, known.there, APPLICANT, known.applicant, "98")


def known_otherwise_there(known: Known) -> None:
    move(known.other, known.there, MOVER, known.mover, "99", employer="乙厂", phone="13955555555")


@pytest.mark.parametrize("meanwhile", [applied_there, moved_there, known_otherwise_there])
def test_what_another_window_did_meanwhile_has_the_service_decide_again(
    window: Counter,
    way: Way,
    server_template: Template,
    known: Known,
    monkeypatch: pytest.MonkeyPatch,
    meanwhile: Callable[[Known], None],
) -> None:
    served_away(window, way, server_template, known)
    meanwhile(known)
    asked = one_by_one(window, monkeypatch)
    done = done_by_services(monkeypatch)
    assert without_keys(taken_in(window)) == without_keys(asked)
    assert done != []
    back(window, way)
    server = line_of(window).switch.server
    assert chain_faults(server) == []
    kept = rows(server, "select count(*) from op_inbox")
    assert kept == [(len(asked["outcomes"]),)]
    assert rows(server, "select count(*) from op_conflict") == [(len(asked["op_conflict"]),)]


def test_what_another_window_did_that_nobody_asked_for_changes_nothing(
    window: Counter, way: Way, server_template: Template, known: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    served_away(window, way, server_template, known)
    register(known.other, known.there, 60)
    done = done_by_services(monkeypatch)
    back(window, way)
    assert done == []


def test_of_whom_the_server_knows_by_another_key_the_service_decides(
    window: Counter, way: Way, server_template: Template, known: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    served_away(window, way, server_template, known)
    register(known.other, known.there, 7)  # the newcomer, meanwhile
    asked = one_by_one(window, monkeypatch)
    assert without_keys(taken_in(window)) == without_keys(asked)
    assert "conflict" in asked["outcomes"]
    back(window, way)
    assert chain_faults(line_of(window).switch.server) == []


def asked(
    prepared: Prepared = people_records.BY_KEY, *, rows: tuple[object, ...] = (), **values: object
) -> Asked:
    return Asked(prepared, values, rows, single=True, before=0)


def test_what_cannot_be_asked_again_is_not_kept() -> None:
    assert still_so.found(asked(key="a")) is not None
    assert still_so.found(asked(registration_records._LAST_AT_COUNTER, key="a")) is None
    assert still_so.found(asked(key=date(2026, 11, 20))) is None
    assert still_so.change(registration_records.CLOSE_VERSION, {"row": 1}) is not None
    assert still_so.change(people_records._CLOSE, {"row": 1}) is None
    assert case_records.BY_REQUEST not in still_so.ANSWERS


def test_other_rows_are_something_else() -> None:
    first, other = asked(key="a", rows=((1, "甲"),)), asked(key="a", rows=((1, "乙"),))
    assert still_so.found(first) == still_so.found(asked(key="a", rows=((1, "甲"),)))
    assert still_so.found(first) != still_so.found(other)
    assert still_so.found(first) != still_so.found(asked(key="a"))


def test_what_was_found_comes_back_as_it_was_sealed(
    window: Counter, way: Way, server_template: Template, known: Known
) -> None:
    served_away(window, way, server_template, known)
    for one in operations(window):
        assert read(one.written()) == one
    moved = next(it for it in operations(window) if it.added is not None and it.added.closed)
    assert moved.added is not None
    [until] = [it.values["until"] for it in moved.added.closed]
    assert isinstance(until, datetime)
    assert until.tzinfo is not None
    assert until.astimezone(UTC) == moved.given.times[0]
    assert cbor2.loads(moved.written())[0] == 4
