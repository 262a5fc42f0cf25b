"""Data folders to measure on: a small station and its clerks, opened at a moment that never changes."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.kit import FOLDER
from desktop.domain.codes import Role
from desktop.services.counter import STATION_FILE, Counter, open_counter
from desktop.services.ports import Folders
from desktop.services.rows import Actor, StationRow
from desktop.services.set_up import NewStaff

FRIDAY_MORNING = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)  # 10:00 at the station
STATION = StationRow("370102", "006", "测速派出所", "测速路1号", "0531-80000001", practice=False)
CACHE = FOLDER / "cache"
_PASSWORD = "bench-pass-1"
_OFFICER, _AUDITOR = "one", "audit"
_SMALL = "small-2"  # another name when what is set up changes
STAFF = (
    NewStaff("system", "测速系统", Role.SYSTEM_ADMINISTRATOR, _PASSWORD),
    NewStaff(_AUDITOR, "测速审计", Role.AUDIT_ADMINISTRATOR, _PASSWORD),
    NewStaff(_OFFICER, "测速员", Role.OFFICER, _PASSWORD),
)
"""Who works at a station to measure on, unless told whom."""


@dataclass
class StandingClock:
    """A clock that moves a millisecond a reading, so that a run can be repeated to the byte."""

    moment: datetime = FRIDAY_MORNING

    def now(self) -> datetime:
        """Return the moment after the last one given."""
        self.moment += timedelta(milliseconds=1)
        return self.moment


def small_station(folder: Path, staff: Sequence[NewStaff] = STAFF) -> None:
    """Set a station up in an empty data folder, with nobody registered."""
    shutil.rmtree(folder, ignore_errors=True)
    counter = open_counter(Folders(folder, CACHE), StandingClock(), practice=False)
    counter.set_up.establish(STATION, staff, 1)
    counter.close()


def kept_small() -> Path:
    """Give the data folder of a station with nobody registered, making it when it is not there yet."""
    folder = FOLDER / _SMALL
    if not database_file(folder).exists():
        small_station(folder)
    return folder


def opened(folder: Path, clock: StandingClock | None = None) -> Counter:
    """Open the station of a data folder."""
    return open_counter(Folders(folder, CACHE), clock or StandingClock(), practice=False)


def clerk(counter: Counter, number: int) -> Actor:
    """Sign the officer in at a counter, who does all that is done there."""
    return counter.sign_in.sign_in(_OFFICER, _PASSWORD, number)


def auditor(counter: Counter, number: int) -> Actor:
    """Sign the audit administrator in at a counter."""
    return counter.sign_in.sign_in(_AUDITOR, _PASSWORD, number)


def database_file(folder: Path) -> Path:
    """Give the database of a data folder."""
    return folder / STATION_FILE


def copied(folder: Path, to: Path) -> Path:
    """Copy a closed data folder and give the copy."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(folder, to, ignore=shutil.ignore_patterns("program.lock", "log"))
    return to


def warm(folder: Path) -> None:
    """Read a database file through once, so that nobody who is timed waits for the disk."""
    with database_file(folder).open("rb", buffering=0) as file:
        while file.read(1 << 22):
            pass
