"""Many rows stored at once, given as lines: how a server takes them fastest.

A line is a row as COPY reads it: its values in the order of the table's columns, tabs between them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, Date, Integer, Table, insert

from desktop.models.prepared import Prepared
from desktop.models.tables.schema import Schema, UtcTime

if TYPE_CHECKING:
    from desktop.models.database import Link

FEW = 40
"""So few rows are not worth round trips of their own."""
_NOTHING = "\\N"
_LONG = 80  # from so many characters on it is quicker to look for the three than at each
_READ = {"\\": "\\", "n": "\n", "r": "\r", "t": "\t"}


@dataclass(frozen=True, slots=True)
class Poured:
    """The rows of one table, as lines."""

    table: str
    lines: str

    @property
    def words(self) -> bytes:
        """What a server is told before the lines."""
        return _copied(self.table)

    @property
    def add(self) -> Prepared:
        """The statement that stores one of the rows."""
        return _add(self.table)

    def rows(self) -> Iterator[dict[str, Any]]:
        """Give the rows with their values by column."""
        names, readers = _columns(self.table)
        for line in self.lines.split("\n")[:-1]:
            yield {
                name: None if value == _NOTHING else read(value)
                for name, value, read in zip(names, line.split("\t"), readers, strict=True)
            }


def pour(link: Link, poured: Mapping[str, str]) -> None:
    """Store the lines of tables, in their order, in the caller's transaction."""
    tables = [Poured(table, lines) for table, lines in poured.items() if lines]
    if tables:
        link.pour(tables)


def names_of(table: str) -> tuple[str, ...]:
    """Return the columns of a table, in the order in which lines have them."""
    return _columns(table)[0]


def line(values: Mapping[str, Any], table: str) -> str:
    """Return a row as a line; TypeError where a value is neither text, a number, a day nor a moment."""
    return line_of([values[name] for name in names_of(table)])


def line_of(row: Sequence[Any]) -> str:
    """Return a row as a line, whose values are in the order of the columns."""
    values = [value if type(value) is str else _written(value) for value in row]
    whole = "\t".join(values)
    if (  # more tabs than there are between the values, more backslashes than there are of nothing
        whole.count("\t") >= len(values)
        or whole.count("\\") != row.count(None)
        or "\n" in whole
        or "\r" in whole
    ):
        told = zip(row, values, strict=True)
        whole = "\t".join([escaped(it) if isinstance(value, str) else it for value, it in told])
    return whole + "\n"


def escaped(value: str) -> str:
    """Return a text as it stands in a line."""
    if "\\" in value:
        value = value.replace("\\", "\\\\")
    if len(value) < _LONG and value.isprintable():
        return value
    return value.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")


# -- inside ----------------------------------------------------------------------------------------
_WRITTEN: dict[type, Callable[[Any], str]] = {
    int: str,
    type(None): lambda _: _NOTHING,
    bool: lambda value: "t" if value else "f",
    date: date.isoformat,
    datetime: datetime.isoformat,
}


def _written(value: Any) -> str:
    write = _WRITTEN.get(type(value))
    if write is not None:
        return write(value)
    if isinstance(value, str):  # a text of a kind of its own
        return str(value)
    raise TypeError(f"{type(value).__name__} is no plain value")


def _unescaped(value: str) -> str:
    if "\\" not in value:
        return value
    first, *parts = value.split("\\")
    made, parts_left = [first], iter(parts)
    for part in parts_left:
        if part:
            made += _READ[part[0]], part[1:]
        else:  # two of them, one after the other: what follows begins with neither
            made += "\\", next(parts_left)
    return "".join(made)


def _reader(kind: Any) -> Callable[[str], Any]:
    if isinstance(kind, UtcTime):
        return datetime.fromisoformat
    if isinstance(kind, Date):
        return date.fromisoformat
    if isinstance(kind, Boolean):
        return lambda value: value == "t"
    return int if isinstance(kind, Integer) else _unescaped


def _table(name: str) -> Table:
    return Schema.metadata.tables[name]


@lru_cache
def _columns(table: str) -> tuple[tuple[str, ...], tuple[Callable[[str], Any], ...]]:
    columns = tuple(_table(table).columns)
    return tuple(it.name for it in columns), tuple(_reader(it.type) for it in columns)


@lru_cache
def _add(table: str) -> Prepared:
    return Prepared(insert(_table(table)))


@lru_cache
def _copied(table: str) -> bytes:
    return f"COPY {table} ({', '.join(names_of(table))}) FROM STDIN".encode()
