"""A window with a database of its own, and a station on a real server: people served at either."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import text

from desktop.domain.codes import CaseState, Ground, MaterialState
from desktop.domain.forms import ApplicationForm, PersonForm, RegistrationForm
from desktop.domain.permit_life import PermitEvent
from desktop.domain.times import local_date
from desktop.services import (
    case_records,
    move_tables,
    people_records,
    permit_records,
    permit_standing,
    registration_records,
)
from desktop.services.application_rows import ApplicationDone
from desktop.services.counter import Counter
from desktop.services.move_entering import StationThere
from desktop.services.move_rows import MoveChoice, MoveDone, MoveLook
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor, RegistrationDone


@dataclass
class Desk:
    """One of the two, with who works there and a clock of its own."""

    counter: Counter
    clerk: Actor
    officer: Actor
    clock: Any
    person_form: Callable[..., PersonForm]
    residence_form: Callable[..., RegistrationForm]

    def go(self, day: date) -> None:
        """Set the clock to ten in the morning of a day."""
        self.clock.moment = datetime(day.year, day.month, day.day, 2, tzinfo=UTC)

    def register(
        self, serial: int = 1, room: str = "101", move_from: int | None = None, **person: str
    ) -> RegistrationDone:
        """Register somebody who moved in today."""
        today = local_date(self.clock.now())
        return self.counter.registrations.accept(
            self.clerk,
            str(uuid.uuid4()),
            self.person_form(serial, **person),
            self.residence_form(arrived_on=today.isoformat(), room=room),
            move_from=move_from,
        )

    def apply(self, person_id: int) -> ApplicationDone:
        """Apply for a permit, everything handed in."""
        needs = self.counter.applications.checklist(self.clerk, person_id, Ground.EMPLOYMENT, None).materials
        states = {need.code: MaterialState.PRESENT for need in needs}
        form = ApplicationForm(Ground.EMPLOYMENT, states, "", None, "")
        return self.counter.applications.accept(
            self.clerk, str(uuid.uuid4()), person_id, form, b"a photo of " + str(person_id).encode()
        )

    def issue(self, serial: int = 1, registered: date = date(2025, 11, 10), **person: str) -> PermitRow:
        """Give somebody a permit half a year and some days after registering; the clock comes back to now."""
        now = self.clock.moment
        self.go(registered)
        person_id = self.register(serial, **person).case.person_id
        self.go(date(registered.year + 1, 5, 20))
        case = self.apply(person_id).case
        office, officer = self.counter.office, self.officer
        with office.database.write() as link:
            at = office.clock.now()
            policy = office.policies.in_force(officer.station.division, local_date(at))
            case_records.move_on(office, link, officer, case.case_id, CaseState.GRANTED, at)
            case_records.move_on(office, link, officer, case.case_id, CaseState.PRODUCED, at)
            here = registration_records.open_of(link, person_id)
            row = people_records.by_id(link, person_id)
            assert here is not None
            assert row is not None
            values = {
                "permit_number": f"31{case.case_number}",
                "person_id": person_id,
                "person_row": row.id,
                "case_id": case.case_id,
                "ground": Ground.EMPLOYMENT.value,
                "division": here.division,
                "address": here.written_address,
                "serial": f"T{case.case_number[-13:]}",
                "produced_on": local_date(at),
                "issued_on": local_date(at),
                "replaces_id": None,
                "policy": policy.version,
                **permit_standing.first_dates(link, local_date(at), policy, replaces=None),
            }
            made = permit_records.add(office, link, officer, str(uuid.uuid4()), values, at)
            dates = permit_standing.dates_at_hand_over(link, made, policy, local_date(at))
            case_records.move_on(office, link, self.clerk, case.case_id, CaseState.COMPLETED, at)
            given = permit_records.happen(
                office,
                link,
                self.clerk,
                str(uuid.uuid4()),
                made,
                PermitEvent.HAND_OVER,
                at,
                case_id=case.case_id,
                handed_over_on=local_date(at),
                **dates,
            )
        self.clock.moment = now
        return given

    def print_paper(self, paper_id: int, pdf: bytes) -> int:
        """Have a paper drawn and printed."""
        copies = self.counter.papers.copies
        copy_id = copies.next(self.clerk, str(uuid.uuid4()), paper_id, reprint=False).copy_id
        copies.drawn(self.clerk, copy_id, pdf, 1)
        return copy_id

    def rows(self, statement: str, **values: Any) -> list[Any]:
        """Ask the database."""
        with self.counter.office.database.engine.connect() as connection:
            return list(connection.execute(text(statement), values).all())

    def one(self, statement: str, **values: Any) -> Any:
        """Ask the database for one value."""
        [[found]] = self.rows(statement, **values)
        return found


def move(
    station: Counter,
    boss: Actor,
    entered: StationThere,
    choices: dict[int, MoveChoice] | None = None,
    looked: MoveLook | None = None,
    **how: Any,
) -> MoveDone:
    service = station.move_to_station
    return service.move(
        boss,
        entered,
        looked or service.look(boss, entered),
        choices or {},
        how.get("progress", lambda _done, _total: None),
        how.get("stopped", lambda: False),
    )


def everything(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    """Return all that moves, as it is stored, and what stays there."""
    found = {}
    for table in move_tables.MOVED:
        name = table.__tablename__
        found[name] = sorted(map(tuple, desk.rows(f"select * from {name}")), key=repr)  # noqa: S608
    for name in (
        "staff",
        "setting",
        "counter_sequence",
        "seal_key",
        "op_inbox",
        "name_bigram",
        "name_reading",
    ):
        found[name] = sorted(map(tuple, desk.rows(f"select * from {name}")), key=repr)  # noqa: S608
    return found


def counts(desk: Desk) -> dict[str, int]:
    return {name: len(rows) for name, rows in everything(desk).items()}
