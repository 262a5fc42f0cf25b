"""Two counters that want the same blanks and the same cases, on a real PostgreSQL."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, text

from desktop.domain.codes import Ground, MaterialState, Role
from desktop.domain.forms import ApplicationForm, read_person, read_registration
from desktop.models.database import Database
from desktop.services.counter import Counter, build_counter
from desktop.services.ports import Folders
from desktop.services.rows import Actor, StationRow
from desktop.services.set_up import NewStaff
from tests.conftest import FRIDAY_MORNING, FakeClock
from tests.models.test_postgresql import engine
from tests.services.conftest import numbered
from tests.services.producing import grant, jpeg
from tests.services.rivals import quarrel, rivalry

__all__ = ["engine"]  # the server that the tests here use too


@pytest.fixture(scope="module")
def served(
    engine: Engine,  # noqa: F811 - the fixture of the server's own tests
    shared_cache: Any,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Counter]:
    """A station on PostgreSQL, without people."""
    folders = Folders(tmp_path_factory.mktemp("data"), shared_cache)
    counter = build_counter(Database(engine), folders, FakeClock())
    counter.set_up.establish(
        StationRow("370102", "006", "测试派出所", "测试路1号", "0531-80000001", practice=False),
        (
            NewStaff("one", "测试一", Role.AUXILIARY, "test-pass-1"),
            NewStaff("two", "测试二", Role.AUXILIARY, "test-pass-2"),
            NewStaff("boss", "测试管理员", Role.SYSTEM_ADMINISTRATOR, "test-pass-3"),
        ),
        1,
    )
    yield counter
    counter.close()


@pytest.fixture
def actor(served: Counter) -> Actor:
    return served.sign_in.sign_in("one", "test-pass-1", 3)


@pytest.fixture
def keeper(served: Counter) -> Actor:
    return served.sign_in.sign_in("boss", "test-pass-3", 3)


def a_case(counter: Counter, actor: Actor, serial: int) -> int:
    """Register somebody half a year ago and take the application today."""
    clock = counter.office.clock
    assert isinstance(clock, FakeClock)
    clock.moment = datetime(2026, 5, 19, 2, tzinfo=UTC)
    today = clock.now().date()
    person = read_person(
        {
            "id_number": numbered(f"37132119900214{serial:03d}"),
            "name": "演练甲",
            "ethnicity": "01",
            "hukou_division": "371321",
            "phone": f"139000{serial:05d}",
        },
        today,
    ).value
    residence = read_registration(
        {
            "division": "370102",
            "street": "370102001",
            "community": "370102001002",
            "road": "演练路",
            "house_number": str(serial),
            "lodging": "rented",
            "reason": "work",
            "arrived_on": today.isoformat(),
        },
        (),
        today,
    ).value
    assert person is not None
    assert residence is not None
    done = counter.registrations.accept(actor, str(uuid.uuid4()), person, residence)
    clock.moment = FRIDAY_MORNING
    person_id = done.case.person_id
    needs = counter.applications.checklist(actor, person_id, Ground.EMPLOYMENT, None).materials
    states = {need.code: MaterialState.PRESENT for need in needs}
    form = ApplicationForm(Ground.EMPLOYMENT, states, "", None, "")
    return counter.applications.accept(actor, str(uuid.uuid4()), person_id, form, jpeg(serial)).case.case_id


def a_granted_case(counter: Counter, actor: Actor, serial: int) -> int:
    """Take an application and grant it."""
    case = a_case(counter, actor, serial)
    grant(counter, actor, case)
    return case


def test_two_counters_that_want_the_same_blanks_on_postgresql(served: Counter, keeper: Actor) -> None:
    quarrel(served, keeper)


def test_two_counters_that_make_the_same_permits_on_postgresql(
    served: Counter, actor: Actor, keeper: Actor
) -> None:
    cases = [a_granted_case(served, actor, serial) for serial in range(1, 6)]
    for counter_number, first, last in ((3, "JN0001", "JN0010"), (4, "JN0011", "JN0020")):
        served.blanks.receive(keeper, str(uuid.uuid4()), first, last)
        served.blanks.move_to_counter(keeper, str(uuid.uuid4()), first, last, counter_number)
    rivalry(served, actor, cases)
    served.office.rights.seat(actor)
    assert served.production.waiting() == ()
    assert served.blanks.balance(served.office.today()).balanced


def test_ten_thousand_blanks_come_in_and_out_on_postgresql(served: Counter, keeper: Actor) -> None:
    served.blanks.receive(keeper, str(uuid.uuid4()), "PG00001", "PG10000")
    served.blanks.move_to_counter(keeper, str(uuid.uuid4()), "PG00001", "PG10000", 9)
    assert served.blanks.at_counter(9) == 10_000
    with served.office.database.engine.connect() as connection:
        steps = connection.execute(
            text("select count(*) from blank_step where first_serial = 'PG00001'")
        ).scalar_one()
    assert steps == 2
