"""A city's tables while they are filled: nothing to keep but the rows, all the rest is put on again at the end.

What keeps a table in order (keys, indexes, references) is read from the server, taken away and made again as it was,
so that a new migration needs nothing here. A table that has years has one for each that the city needs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from benchmarks.city_rows import Coming
from benchmarks.city_trail import APART, LOOKS
from benchmarks.people import BEGIN
from desktop.domain.times import CHINA

if TYPE_CHECKING:
    import psycopg

_DIVIDED = "SELECT partrelid::regclass::text FROM pg_partitioned_table ORDER BY 1"
_PARTS = "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = %s::regclass ORDER BY 1"
_OTHER = "_other"
# what must be there once for ever stands beside a table that has years, without any
_ONCE = """
SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
WHERE attrelid = to_regclass(%s) AND attnum > 0 AND NOT attisdropped
"""
# what refers to a table comes first: a key cannot be taken away before
_CONSTRAINTS = """
SELECT conrelid::regclass::text, quote_ident(conname), contype = 'f', pg_get_constraintdef(oid) FROM pg_constraint
WHERE (conrelid = ANY (%(tables)s::regclass[]) OR confrelid = ANY (%(tables)s::regclass[]))
    AND contype IN ('f', 'p', 'u') AND conparentid = 0 ORDER BY contype <> 'f', oid
"""
_INDEXES = """
SELECT indrelid::regclass::text, indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
WHERE indrelid = ANY (%(tables)s::regclass[])
    AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u'))
    AND NOT EXISTS (SELECT 1 FROM pg_inherits WHERE inhrelid = indexrelid)
"""


@dataclass(frozen=True, slots=True)
class Part:
    """A table that rows are poured into, and the first and the last step of time that it takes."""

    name: str
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Bare:
    """How what was taken away is made again: of each table by itself, and last what refers from one to another."""

    of_table: dict[str, list[str]]
    references: list[str]


def years(connection: psycopg.Connection[Any], rows: int) -> None:
    """Give every year that such a city has rows of a table of its own, while there is none yet."""
    last = BEGIN + rows * timedelta(seconds=Coming(rows).step) + LOOKS * APART
    for (whole,) in connection.execute(_DIVIDED).fetchall():
        for part in _parts(connection, whole):
            if not part.endswith(_OTHER):
                connection.execute(f"ALTER TABLE {whole} DETACH PARTITION {part}")
                connection.execute(f"DROP TABLE {part}")
        for year in range(BEGIN.year, max(2027, last.astimezone(CHINA).year) + 1):
            connection.execute("SELECT add_year(%s, %s)", [whole, year])


def parts(connection: psycopg.Connection[Any], table: str, coming: Coming, end: int) -> list[Part]:
    """Give what rows of a table are poured into, up to a step of time: itself, or its years."""
    names = [name for name in _parts(connection, table) if not name.endswith(_OTHER)]
    if not names:
        return [Part(table, 0, end)]
    spans = [(name, int(name[-4:])) for name in names]
    found = [
        Part(name, min(end, coming.ticks_before(year)), min(end, coming.ticks_before(year + 1)))
        for name, year in spans
    ]
    return [part for part in found if part.first < part.end]


def keep_once(connection: psycopg.Connection[Any], table: str) -> None:
    """Fill what stands beside a table for what must be there once, as its triggers would have done."""
    beside = _beside(table)
    [columns] = connection.execute(_ONCE, [beside]).fetchone() or [None]
    if columns:
        with connection.transaction():
            connection.execute(f"TRUNCATE {beside}")
            connection.execute(f"INSERT INTO {beside} ({columns}) SELECT {columns} FROM {table}")


def make_bare(connection: psycopg.Connection[Any], tables: Iterable[str]) -> Bare:
    """Take keys, indexes and references from some tables and their years."""
    of_table: dict[str, list[str]] = {table: [] for table in tables}
    owner = {part: table for table in of_table for part in (table, *_parts(connection, table))}
    for table in of_table:
        if connection.execute("SELECT to_regclass(%s)", [_beside(table)]).fetchone() != (None,):
            owner[_beside(table)] = table
    asked = {"tables": list(owner)}
    bare = Bare(of_table, [])
    indexes = connection.execute(_INDEXES, asked).fetchall()
    for name, constraint, refers, definition in connection.execute(_CONSTRAINTS, asked).fetchall():
        connection.execute(f"ALTER TABLE {name} DROP CONSTRAINT {constraint}")
        again = f"ALTER TABLE {name} ADD CONSTRAINT {constraint} {definition}"
        (bare.references if refers else of_table[owner[name]]).append(again)
    for name, index, definition in indexes:
        connection.execute(f"DROP INDEX {index}")
        of_table[owner[name]].append(definition.replace(" ON ONLY ", " ON "))  # on its years too
    return bare


def _parts(connection: psycopg.Connection[Any], table: str) -> list[str]:
    return [name for (name,) in connection.execute(_PARTS, [table]).fetchall()]


def _beside(table: str) -> str:
    return f"years.{table}_once"
