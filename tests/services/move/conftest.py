"""A window on its own file, the station on a real server, and the administrator who is signed in at both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from desktop.domain.forms import PersonForm, RegistrationForm
from desktop.services.connections import ConnectionForm
from desktop.services.counter import Counter, build_counter
from desktop.services.move_entering import StationThere
from desktop.services.move_rows import StationKey
from desktop.services.ports import Folders
from desktop.services.rows import Actor
from installer.scratch_server import OWNER
from tests.conftest import FakeClock, Template
from tests.servers import Databases, reach
from tests.services.move.desk import Desk

STATION_MORNING = datetime(2026, 11, 20, 3, 17, tzinfo=UTC)


@pytest.fixture
def boss(template: Template) -> Actor:
    return template.administrator


@pytest.fixture
def here(
    station: Counter,
    clerk: Actor,
    officer: Actor,
    clock: FakeClock,
    person_form: Callable[..., PersonForm],
    residence_form: Callable[..., RegistrationForm],
) -> Desk:
    """This window, counter 3, on its own file."""
    return Desk(station, clerk, officer, clock, person_form, residence_form)


@pytest.fixture
def there(
    server_template: Template,
    databases: Databases,
    folders: Folders,
    person_form: Callable[..., PersonForm],
    residence_form: Callable[..., RegistrationForm],
    tmp_path: Any,
) -> Iterator[Desk]:
    """The station's counter 8, on the server."""
    name = databases.make(server_template.database)
    clock, data = FakeClock(STATION_MORNING), tmp_path / "other"
    data.mkdir()
    counter = build_counter(reach(databases.server, name), Folders(data, folders.cache), clock)
    clerk, officer = (
        replace(actor, counter_number=number)
        for actor, number in ((server_template.clerk, 8), (server_template.officer, 8))
    )
    counter.office.rights.seat(clerk)
    yield Desk(counter, clerk, officer, clock, person_form, residence_form)
    counter.close()
    databases.drop(name)


@pytest.fixture
def key(there: Desk, databases: Databases) -> StationKey:
    """How the administrator signs in at the station, as counter 9."""
    settings = there.counter.office.database.settings  # type: ignore[attr-defined]
    form = ConnectionForm(str(databases.server.folder), settings.database, OWNER, "", "", "9")
    return StationKey(form, "boss", "test-pass-3")


@pytest.fixture
def entered(station: Counter, boss: Actor, key: StationKey) -> Iterator[StationThere]:
    station.office.rights.seat(boss)
    made = station.move_to_station.enter(boss, key)
    yield made
    made.counter.close()
