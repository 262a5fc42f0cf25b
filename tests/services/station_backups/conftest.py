"""A window that has the duty to back up the station's server, and another beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.models.server import ServerDatabase
from desktop.services import station_keys
from desktop.services.backup_rows import BackupRow, DrillResult
from desktop.services.counter import Counter, build_counter
from desktop.services.ports import Folders, SystemClock
from desktop.services.rows import Actor
from tests.servers import give_roles
from tests.services.station_backups.making import server_on


@pytest.fixture
def backed(roles_given: None, station: Counter, administrator: Actor) -> Counter:
    """The station with the roles on its server, and the duty at this window."""
    settings = server_on(station).settings
    give_roles(settings.hosts[0], settings.database, tables=False)
    station_keys.ring(station.office)
    station.backups.set_plan(administrator, "18", "14", "8", "", "yes")
    return station


@pytest.fixture
def back_up(backed: Counter, back_up: Callable[[], BackupRow]) -> Callable[[], BackupRow]:
    return back_up


@pytest.fixture
def drill(backed: Counter, drill: Callable[..., DrillResult]) -> Callable[..., DrillResult]:
    return drill


@pytest.fixture
def another(backed: Counter, tmp_path: Path, shared_cache: Path, clock: Any) -> Iterator[Counter]:
    """Another window of the same station."""
    database = backed.office.database
    assert isinstance(database, ServerDatabase)
    folder = tmp_path / "another"
    folder.mkdir(mode=0o700)
    way = ServerDatabase(database.settings, SystemClock().now)
    made = build_counter(way, Folders(folder, shared_cache), clock)
    yield made
    made.close()
