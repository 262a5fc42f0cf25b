"""A city's people on a PostgreSQL of its own, poured in once and kept between runs; all of them are made up.

`make bench-data ROWS=1000000` makes one; the benchmarks on it take what is there or make what is missing.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from benchmarks import city_tables
from benchmarks.kit import FOLDER
from benchmarks.people import GENERATOR, Made
from benchmarks.stations import FRIDAY_MORNING, STAFF, STATION, StandingClock, clerk
from desktop.domain.times import local_date
from desktop.models.opening import HEAD
from desktop.models.server import ServerDatabase
from desktop.models.server_roles import install
from desktop.models.server_settings import ServerSettings
from desktop.services.counter import Counter, build_counter
from desktop.services.ports import Folders
from installer.scratch_server import OWNER, ScratchServer

DATABASE = "city"
GENERATOR_HERE = "2"  # raised when what is filled on the server changes
ROWS = 1_000_000
_WHOLE = "whole"
_SETTINGS = "shared_buffers = '1GB'\nmax_wal_size = '8GB'\nmaintenance_work_mem = '512MB'\n"


def made(rows: int) -> bool:
    """Whether a city of so many people is there."""
    return (_folder(rows) / _WHOLE).exists()


def _folder(rows: int) -> Path:
    return FOLDER / f"city-{GENERATOR}.{GENERATOR_HERE}-{HEAD}-{rows}"


@contextmanager
def city(rows: int) -> Iterator[Counter]:
    """Serve a city of so many people, made at the first call, and give the services on it."""
    folder = _folder(rows)
    server = ScratchServer(folder / "pg")
    whole = folder / _WHOLE
    if not whole.exists():
        server.remove()
        folder.mkdir(parents=True, exist_ok=True)
        server.make()
        (server.data / "postgresql.auto.conf").write_text(_SETTINGS)
    server.start()
    try:
        settings = ServerSettings((str(server.folder),), DATABASE, OWNER)
        folders = Folders(folder / "data", FOLDER / "cache")
        folders.data.mkdir(exist_ok=True)
        if not whole.exists():
            install(f"host={server.folder} user={OWNER} dbname=postgres", DATABASE, {})
            _fill(settings, folders, rows)
            whole.touch()
        clock = StandingClock()
        counter = build_counter(ServerDatabase(settings, clock.now, HEAD), folders, clock)
        try:
            yield counter
        finally:
            counter.close()
    finally:
        server.stop("fast")


def _fill(settings: ServerSettings, folders: Folders, rows: int) -> None:
    connect = {"host": settings.hosts[0], "user": OWNER, "dbname": DATABASE}
    with psycopg.connect(**connect) as connection:  # type: ignore[arg-type]
        city_tables.years(connection, rows)
    clock = StandingClock()
    counter = build_counter(ServerDatabase(settings, clock.now, HEAD), folders, clock)
    counter.set_up.establish(STATION, STAFF, 1)
    actor = clerk(counter, 1)
    counter.journal.flush()
    counter.close()
    with psycopg.connect(**connect) as connection:  # type: ignore[arg-type]
        tables = Made(rows, actor.staff_id, actor).tables()
        names = [str(table.__tablename__) for table, _ in tables]
        made_again = city_tables.drop_indexes(connection, [*names, "permit"])
        for name, (_, values) in zip(names, tables, strict=True):
            with _timed(name):
                _pour(connection, name, values)
        given = city_tables.values(local_date(FRIDAY_MORNING), actor.staff_id, actor.name)
        for name, statement in city_tables.FILLED.items():
            with _timed(name):
                connection.execute(statement, given)
        with _timed("indexes"):
            for definition in made_again:
                connection.execute(definition)
    with psycopg.connect(**connect, autocommit=True) as connection, _timed("analyze"):  # type: ignore[arg-type]
        connection.execute("VACUUM ANALYZE")


@contextmanager
def _timed(what: str) -> Iterator[None]:
    begun = time.monotonic()
    yield
    print(f"  {what}: {time.monotonic() - begun:.0f} s", flush=True)


def _pour(connection: psycopg.Connection[Any], table: str, values: Iterator[Mapping[str, Any]]) -> None:
    first = next(values)
    columns = list(first)
    words = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    with connection.cursor() as cursor, cursor.copy(words) as copy:
        copy.write_row([first[name] for name in columns])
        for value in values:
            copy.write_row([value[name] for name in columns])


def main() -> None:
    """Make the data and say what it takes."""
    read = argparse.ArgumentParser(prog="python -m benchmarks.city", description=__doc__)
    read.add_argument("--rows", type=int, default=ROWS, help="people (a million by default)")
    rows = read.parse_args().rows
    begun = time.monotonic()
    with city(rows) as counter:
        link: Any = counter.office.database.link
        [size] = link._cursor.execute(
            "SELECT pg_size_pretty(pg_database_size(current_database()))"
        ).fetchone()
        print(f"{rows:,} people, {size}, {time.monotonic() - begun:.0f} s; kept in {FOLDER}")


if __name__ == "__main__":
    main()
