"""Pouring a city in: each table by itself, from a process of its own, then its keys and indexes.

A table is emptied and filled in one transaction, so that nothing of it is written twice (no log of it, rows that
count as seen by everybody): a city takes its size on the disk and little more while it is made.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

import psycopg

from benchmarks import city_rows, city_tables, city_trail
from benchmarks.city_rows import CityRows
from benchmarks.city_trail import Trail

if TYPE_CHECKING:
    from benchmarks.city_rows import Block
    from benchmarks.city_tables import Part

SETTINGS = """wal_level = minimal
max_wal_senders = 0
max_wal_size = '1GB'
autovacuum = off
shared_buffers = '1GB'
maintenance_work_mem = '1GB'
work_mem = '256MB'
max_parallel_maintenance_workers = 1
"""
"""Of the server while it is filled; it runs without syncing anyway (`ScratchServer`)."""
_AT_ONCE = 2
_TRAIL = "journal_entry"
_TABLES = (
    _TRAIL,
    "case_file",
    "registration",
    "name_reading",
    "person",
    "name_bigram",
    "permit",
    "case_step",
)
"""What takes longest first."""


@dataclass(frozen=True, slots=True)
class City:
    """Where a city is made, how large, and who has done everything in it."""

    connect: str
    rows: int
    staff_id: int
    staff_name: str


def load(city: City) -> None:
    """Fill an empty city whose station is set up."""
    with psycopg.connect(city.connect) as connection:
        bare = city_tables.make_bare(connection, _TABLES)
    with ProcessPoolExecutor(_AT_ONCE, get_context("spawn")) as processes:
        filled = [processes.submit(fill, city, table, bare.of_table[table]) for table in _TABLES]
        for one in as_completed(filled):
            one.result()
        checked = [
            processes.submit(_do, city, f"reference {number}", [statement])
            for number, statement in enumerate(bare.references, 1)
        ]
        for one in as_completed(checked):
            one.result()
    _do(city, "analyze", ["VACUUM (ANALYZE)"])


def fill(city: City, table: str, again: list[str]) -> None:
    """Pour a table's rows in, then make its keys and indexes again."""
    rows = CityRows(city.rows, city.staff_id, city.staff_name)
    trail = Trail(rows.coming, city.staff_id, city.staff_name)
    columns = city_trail.COLUMNS if table == _TRAIL else city_rows.COLUMNS[table]
    end = trail.ticks if table == _TRAIL else city.rows
    with psycopg.connect(city.connect, autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")  # triggers let everything be
        with _timed(table):
            for part in city_tables.parts(connection, table, rows.coming, end):
                lines = (
                    trail.lines(part.first, part.end)
                    if table == _TRAIL
                    else rows.lines(table, part.first, part.end)
                )
                _pour(connection, part, columns, lines)
            city_tables.keep_once(connection, table)
    _do(city, f"{table}, indexes", again)


def _pour(connection: psycopg.Connection[Any], part: Part, columns: str, lines: Iterator[Block]) -> None:
    """Fill a table in one go; what the setting up of the station left in it stays."""
    with connection.transaction(), connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE kept ON COMMIT DROP AS TABLE {part.name}")
        cursor.execute(f"TRUNCATE {part.name}")
        with cursor.copy(f"COPY {part.name} ({columns}) FROM STDIN (FREEZE)") as copy:
            for block in lines:
                copy.write("".join(block).encode())
        cursor.execute(f"INSERT INTO {part.name} TABLE kept")


def _do(city: City, what: str, statements: list[str]) -> None:
    with psycopg.connect(city.connect, autocommit=True) as connection, _timed(what):
        for statement in statements:
            connection.execute(statement)


@contextmanager
def _timed(what: str) -> Iterator[None]:
    begun = time.monotonic()
    yield
    print(f"  {what}: {time.monotonic() - begun:.0f} s", flush=True)
