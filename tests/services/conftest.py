"""Made-up people and residences with overridable fields, in the words of the forms."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.codes import Ground, MaterialState
from desktop.domain.forms import (
    AgentForm,
    ApplicationForm,
    PersonForm,
    RegistrationForm,
    read_person,
    read_registration,
)
from desktop.domain.id_numbers import check_digit
from desktop.services.counter import Counter
from desktop.services.rows import Actor, ApplicationDone, RegistrationDone
from printing.freezing import thaw

Register = Callable[..., RegistrationDone]


def numbered(first17: str) -> str:
    return first17 + check_digit(first17)


@pytest.fixture
def person_form() -> Callable[..., PersonForm]:
    def make(serial: int = 1, **changed: str) -> PersonForm:
        values = {
            "id_number": numbered(f"37132119900214{serial:03d}"),
            "name": "演练甲",
            "ethnicity": "01",
            "hukou_division": "371321",
            "hukou_address": "演练镇1号",
            "phone": f"139000{serial:05d}",
            "employer": "演练厂",
            **changed,
        }
        reading = read_person(values, date(2026, 11, 20))
        assert reading.value is not None, reading.problems
        return reading.value

    return make


@pytest.fixture
def residence_form() -> Callable[..., RegistrationForm]:
    def make(minors: tuple[dict[str, str], ...] = (), **changed: str) -> RegistrationForm:
        values = {
            "division": "370102",
            "street": "370102001",
            "community": "370102001002",
            "road": "演练路",
            "house_number": "1",
            "room": "101",
            "lodging": "rented",
            "reason": "work",
            "arrived_on": "2026-11-19",
            "reported_by": "self",
            **changed,
        }
        reading = read_registration(values, minors, date(2026, 11, 20))
        assert reading.value is not None, reading.problems
        return reading.value

    return make


@pytest.fixture
def register(
    station: Counter,
    clerk: Actor,
    person_form: Callable[..., PersonForm],
    residence_form: Callable[..., RegistrationForm],
) -> Register:
    """Register a sample person; `person` and `residence` override fields, the rest goes to accept()."""

    def make(
        serial: int = 1,
        person: dict[str, str] | None = None,
        residence: dict[str, Any] | None = None,
        **how: Any,
    ) -> RegistrationDone:
        return station.registrations.accept(
            how.pop("actor", clerk),
            how.pop("request_id", str(uuid.uuid4())),
            person_form(serial, **(person or {})),
            residence_form(**(residence or {})),
            **how,
        )

    return make


@pytest.fixture
def resident(register: Register, clock: Any) -> Callable[..., int]:
    """Register somebody on a day of the past, half a year and a day ago unless told; return the person."""

    def make(serial: int = 1, on: date = date(2026, 5, 19), **person: str) -> int:
        now, clock.moment = clock.moment, datetime(on.year, on.month, on.day, 2, tzinfo=UTC)
        done = register(serial, person=person, residence={"arrived_on": on.isoformat()})
        clock.moment = now
        return done.case.person_id

    return make


@pytest.fixture
def apply(station: Counter, clerk: Actor) -> Callable[..., ApplicationDone]:
    """Apply for a permit: everything is handed in but what is named in `missing` or comes as `shared`."""

    def make(
        person_id: int,
        *,
        ground: Ground = Ground.EMPLOYMENT,
        missing: tuple[str, ...] = (),
        shared: tuple[str, ...] = (),
        photo: bytes | None = b"a photo",
        agent: AgentForm | None = None,
        **how: Any,
    ) -> ApplicationDone:
        actor = how.pop("actor", clerk)
        needs = station.applications.checklist(actor, person_id, ground, agent).materials
        states = {need.code: MaterialState.PRESENT for need in needs}
        states |= dict.fromkeys(missing, MaterialState.MISSING)
        states |= dict.fromkeys(shared, MaterialState.SHARED)
        return station.applications.accept(
            actor,
            how.pop("request_id", str(uuid.uuid4())),
            person_id,
            ApplicationForm(ground, states, "", agent, how.pop("remark", "")),
            photo,
            **how,
        )

    return make


@pytest.fixture
def document(station: Counter) -> Callable[[int], Any]:
    """Return the document that was frozen with a paper."""

    def read(paper_id: int) -> Any:
        with station.office.database.engine.connect() as connection:
            frozen = connection.execute(
                text("select document from paper where id = :paper"), {"paper": paper_id}
            ).scalar_one()
        return thaw(frozen)

    return read


@pytest.fixture
def read_only() -> Callable[[Counter], AbstractContextManager[None]]:
    """Let nothing be written to the database inside."""

    @contextmanager
    def make(station: Counter) -> Iterator[None]:
        station.office.database.link._cursor.execute("pragma query_only = on")
        yield
        station.office.database.link._cursor.execute("pragma query_only = off")

    return make
