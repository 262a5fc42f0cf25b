"""A city's people on a PostgreSQL of its own, poured in once and kept between runs; all of them are made up.

`make bench-data ROWS=1000000` makes one; the benchmarks on it take what is there or make what is missing. A person
with all that is kept of them takes some 5 kB, half of it the trail's five entries.
"""

from __future__ import annotations

import argparse
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from benchmarks import city_load, city_tables
from benchmarks.kit import FOLDER
from benchmarks.stations import STAFF, STATION, StandingClock, clerk
from desktop.models.opening import HEAD
from desktop.models.server import ServerDatabase
from desktop.models.server_roles import install
from desktop.models.server_settings import ServerSettings
from desktop.services.counter import Counter, build_counter
from desktop.services.ports import Folders
from installer.scratch_server import OWNER, ScratchServer

DATABASE = "city"
GENERATOR = "8"  # raised when the rows made here change
ROWS = 1_000_000
_WHOLE = "whole"
_A_PERSON, _BESIDE = 5_000, 2 * 1024**3
"""Bytes that a person takes on the disk, and that are needed while a city is made."""
_SETTINGS = "shared_buffers = '1GB'\nmax_wal_size = '2GB'\nmaintenance_work_mem = '512MB'\n"


def made(rows: int) -> bool:
    """Whether a city of so many people is there."""
    return (_folder(rows) / _WHOLE).exists()


def _folder(rows: int) -> Path:
    return FOLDER / f"city-{GENERATOR}-{HEAD}-{rows}"


@contextmanager
def city(rows: int) -> Iterator[Counter]:
    """Serve a city of so many people, made at the first call, and give the services on it."""
    folder = _folder(rows)
    server = ScratchServer(folder / "pg")
    folders = Folders(folder / "data", FOLDER / "cache")
    settings = ServerSettings((str(server.folder),), DATABASE, OWNER)
    if not (folder / _WHOLE).exists():
        server.remove()
        folders.data.mkdir(parents=True, exist_ok=True)
        _make(server, settings, folders, rows)
        (folder / _WHOLE).touch()
    server.start()
    try:
        clock = StandingClock()
        counter = build_counter(ServerDatabase(settings, clock.now, HEAD), folders, clock)
        try:
            yield counter
        finally:
            counter.close()
    finally:
        server.stop("fast")


def _make(server: ScratchServer, settings: ServerSettings, folders: Folders, rows: int) -> None:
    server.make()
    own = server.data / "postgresql.auto.conf"
    own.write_text(city_load.SETTINGS)
    server.start()
    try:
        there = f"host={server.folder} user={OWNER}"
        install(f"{there} dbname=postgres", DATABASE, {})
        with psycopg.connect(f"{there} dbname={DATABASE}") as connection:
            city_tables.years(connection, rows)
        clock = StandingClock()
        counter = build_counter(ServerDatabase(settings, clock.now, HEAD), folders, clock)
        counter.set_up.establish(STATION, STAFF, 1)
        actor = clerk(counter, 1)
        counter.journal.flush()
        counter.close()
        city_load.load(city_load.City(f"{there} dbname={DATABASE}", rows, actor.staff_id, actor.name))
    finally:
        server.stop("fast")
    own.write_text(_SETTINGS)


def main() -> None:
    """Make the data and say what it takes."""
    read = argparse.ArgumentParser(prog="python -m benchmarks.city", description=__doc__)
    read.add_argument("--rows", type=int, default=ROWS, help="people (a million by default)")
    rows = read.parse_args().rows
    FOLDER.mkdir(parents=True, exist_ok=True)
    if not made(rows) and shutil.disk_usage(FOLDER).free < rows * _A_PERSON + _BESIDE:
        read.error(f"{rows:,} people take {rows * _A_PERSON / 1e9:.0f} GB, which are not free in {FOLDER}")
    begun = time.monotonic()
    with city(rows) as counter:
        link: Any = counter.office.database.link
        [size] = link._cursor.execute(
            "SELECT pg_size_pretty(pg_database_size(current_database()))"
        ).fetchone()
        print(f"{rows:,} people, {size}, {time.monotonic() - begun:.0f} s; kept in {FOLDER}")


if __name__ == "__main__":
    main()
