"""Many rows of a table stored at once, given as plain values: how a server takes them fastest."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, Table, insert, text

from desktop.models.prepared import Prepared
from desktop.models.tables.schema import Schema, UtcTime

if TYPE_CHECKING:
    from desktop.models.database import Link

AT_ONCE = 500
"""So many rows go into one statement."""


def names_of(table: str) -> tuple[str, ...]:
    """Return the columns of a table, in the order in which rows of plain values have them."""
    return _columns(table)[0]


def pour(link: Link, table: str, rows: Sequence[Sequence[Any]]) -> None:
    """Store rows of plain values in the caller's transaction: text, numbers, days and moments as ISO 8601.

    A server takes them as one value, in a statement that is always the same: an INSERT of as many rows has to be
    read anew for each length, value by value.
    """
    names, readers = _columns(table)
    if link.dialect.name == "postgresql":
        for place in range(0, len(rows), AT_ONCE):
            some = [dict(zip(names, row, strict=True)) for row in rows[place : place + AT_ONCE]]
            link.run_later(_poured(table), given=json.dumps(some, ensure_ascii=False, separators=(",", ":")))
    elif rows:
        link.run_many(
            _add(table),
            [
                {
                    name: value if value is None else read(value)
                    for name, value, read in zip(names, row, readers, strict=True)
                }
                for row in rows
            ],
        )


def _as_it_is(value: Any) -> Any:
    return value


def _reader(kind: Any) -> Callable[[Any], Any]:
    if isinstance(kind, UtcTime):
        return datetime.fromisoformat
    return date.fromisoformat if isinstance(kind, Date) else _as_it_is


def _table(name: str) -> Table:
    return Schema.metadata.tables[name]


@lru_cache
def _columns(table: str) -> tuple[tuple[str, ...], tuple[Callable[[Any], Any], ...]]:
    columns = tuple(_table(table).columns)
    return tuple(it.name for it in columns), tuple(_reader(it.type) for it in columns)


@lru_cache
def _add(table: str) -> Prepared:
    return Prepared(insert(_table(table)))


@lru_cache
def _poured(table: str) -> Prepared:
    names = ", ".join(names_of(table))
    return Prepared(
        text(
            f"INSERT INTO {table} ({names}) SELECT {names} "  # noqa: S608 # nosec B608 - our own tables
            f"FROM json_populate_recordset(CAST(NULL AS {table}), :given)"
        )
    )


def plain(values: Mapping[str, Any], table: str) -> list[Any]:
    """Return a row as plain values; TypeError where one is neither text, a number, a day nor a moment."""
    return [_plain(values[name]) for name in names_of(table)]


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind is str or kind is int or value is None or kind is bool:
        return value
    if kind is datetime or kind is date:
        return value.isoformat()
    if isinstance(value, str):
        return str(value)
    raise TypeError(f"{kind.__name__} is no plain value")
