"""Made-up people and residences with overridable fields, in the words of the forms."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.codes import CaseState, Ground, MaterialState
from desktop.domain.forms import (
    AgentForm,
    ApplicationForm,
    PersonForm,
    RegistrationForm,
    read_person,
    read_registration,
)
from desktop.domain.id_numbers import check_digit
from desktop.domain.permit_life import PermitEvent
from desktop.domain.times import local_date
from desktop.models.unlock import Unlock
from desktop.services import (
    case_records,
    people_records,
    permit_records,
    permit_standing,
    permit_suspension,
    registration_records,
)
from desktop.services.application_rows import ApplicationDone
from desktop.services.backup_rows import BackupRow, DrillResult
from desktop.services.counter import Counter
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor, CaseRow, RegistrationDone
from printing.freezing import thaw
from tests.conftest import Template
from tests.servers import fill_disk, free_disk
from tests.services.lock_order import out_of_order, watched

Register = Callable[..., RegistrationDone]


# Files, and folders of files, that run on PostgreSQL by `make test`; the rest of this folder by `make test-slow`.
ON_BOTH = frozenset(
    (
        "applications",
        "test_blanks",
        "test_corrections",
        "decisions",
        "test_departures",
        "test_drafts",
        "handing_over",
        "test_journal",
        "test_names_anew",
        "test_numbering",
        "test_permit_changes",
        "purges",
        "test_registrations",
        "test_rights",
        "test_roles",
        "second_factors",
        "test_withdrawals",
    )
)
# About the database's file itself, its keys and its copies.
ON_A_FILE = frozenset(
    (
        "test_asked_again",
        "backups",
        "test_backup_unopened",
        "test_backups_and_purges",
        "test_keys",
        "test_without_server",
    )
)

# About the server itself: nothing of it is asked of a file.
ON_A_SERVER = frozenset(
    (
        "test_lock_order",
        "test_over_the_years",
        "test_server_round_trips",
        "station_backups",
        "test_station_keys",
        "test_station_restore",
    )
)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every test of a station runs on a file and on a server, but those marked `file_only`."""
    places = metafunc.module.__name__.split(".")
    only = not ON_A_FILE.isdisjoint(places) or metafunc.definition.get_closest_marker("file_only")
    if only or "stored_on" not in metafunc.fixturenames:
        return
    if not ON_A_SERVER.isdisjoint(places):
        metafunc.parametrize("stored_on", [pytest.param("server", id=pytest.HIDDEN_PARAM)], indirect=True)
        return
    marks = (pytest.mark.slow,) if ON_BOTH.isdisjoint(places) else ()
    both = [pytest.param("file", id=pytest.HIDDEN_PARAM), pytest.param("server", marks=marks)]
    metafunc.parametrize("stored_on", both, indirect=True)


@pytest.fixture(autouse=True)
def _in_order(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No transaction at a server waits for a person while it holds what is that person's."""
    callspec = getattr(request.node, "callspec", None)
    if callspec is None or callspec.params.get("stored_on") != "server":
        yield
        return
    with watched(monkeypatch) as transactions:
        yield
    assert out_of_order(transactions) == []


def silent(_done: int, _total: int) -> None:
    """Take what a long job tells of its progress, and show it to nobody."""


def on() -> bool:
    """Stop no job."""
    return False


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
def administrator(template: Template) -> Actor:
    """The system administrator."""
    return template.administrator


@pytest.fixture
def back_up(station: Counter, administrator: Actor) -> Callable[[], BackupRow]:
    """Make a backup of the station's data."""
    return lambda: station.backups.make(administrator, silent, on)


@pytest.fixture
def drill(station: Counter, administrator: Actor) -> Callable[..., DrillResult]:
    """Try a backup, opened by what is given where its keys are not this machine's."""

    def run(path: Path, by: Unlock | None = None) -> DrillResult:
        return station.backups.drill(administrator, path, silent, on, by)

    return run


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
        fill_disk(station.office.database)
        yield
        free_disk(station.office.database)

    return make


@pytest.fixture
def go(clock: Any) -> Callable[..., None]:
    """Set the clock to ten in the morning of a day."""

    def to(day: date) -> None:
        clock.moment = datetime(day.year, day.month, day.day, 2, tzinfo=UTC)

    return to


@pytest.fixture
def produce(station: Counter, officer: Actor) -> Callable[..., PermitRow]:
    """Decide a case and make its permit today, as the officer does; a replacement goes on with the old years."""

    def make(case: CaseRow, replaces: PermitRow | None = None, serial: str = "") -> PermitRow:
        office = station.office
        at = office.clock.now()
        today = local_date(at)
        policy = office.policies.in_force(officer.station.division, today)
        with office.database.write() as link:
            case_records.move_on(office, link, officer, case.case_id, CaseState.GRANTED, at)
            case_records.move_on(office, link, officer, case.case_id, CaseState.PRODUCED, at)
            here = registration_records.open_of(link, case.person_id)
            person = people_records.by_id(link, case.person_id)
            assert here is not None
            assert person is not None
            values = {
                "permit_number": f"31{case.case_number}",
                "person_id": case.person_id,
                "person_row": person.id,
                "case_id": case.case_id,
                "ground": Ground.EMPLOYMENT.value,
                "division": here.division,
                "address": here.written_address,
                "serial": serial or f"T{case.case_number[-13:]}",
                "produced_on": today,
                "issued_on": today,
                "replaces_id": replaces.permit_id if replaces else None,
                "policy": policy.version,
                **permit_standing.first_dates(link, today, policy, replaces=replaces),
            }
            return permit_records.add(office, link, officer, str(uuid.uuid4()), values, at)

    return make


@pytest.fixture
def hand_over(station: Counter, clerk: Actor) -> Callable[[PermitRow], PermitRow]:
    """Hand a permit over today; the one it replaces is replaced in the same transaction."""

    def make(permit: PermitRow) -> PermitRow:
        office, request_id = station.office, str(uuid.uuid4())
        at = office.clock.now()
        policy = office.policies.in_force(clerk.station.division, local_date(at))
        with office.database.write() as link:
            dates = permit_standing.dates_at_hand_over(link, permit, policy, local_date(at))
            if permit.replaces_id is not None:
                old = permit_records.find(link, permit.replaces_id)
                permit_records.happen(
                    office,
                    link,
                    clerk,
                    request_id,
                    old,
                    PermitEvent.REPLACE,
                    at,
                    case_id=permit.case_id,
                    replaced_by=permit.permit_id,
                )
            case_records.move_on(office, link, clerk, permit.case_id, CaseState.COMPLETED, at)
            given = permit_records.happen(
                office,
                link,
                clerk,
                request_id,
                permit,
                PermitEvent.HAND_OVER,
                at,
                case_id=permit.case_id,
                handed_over_on=local_date(at),
                **dates,
            )
            return permit_suspension.suspend_if_overdue(
                office, station.journal, link, clerk, request_id, given, policy, at
            )

    return make


@pytest.fixture
def issue(
    resident: Callable[..., int],
    apply: Callable[..., ApplicationDone],
    produce: Callable[..., PermitRow],
    hand_over: Callable[[PermitRow], PermitRow],
    go: Callable[[date], None],
) -> Callable[..., PermitRow]:
    """Give somebody a permit that is made and handed over on a day; the clock stays on it."""

    def make(
        serial: int = 1, on: date = date(2023, 11, 20), registered: date = date(2023, 5, 10)
    ) -> PermitRow:
        person = resident(serial, on=registered)
        go(on)
        return hand_over(produce(apply(person).case))

    return make
