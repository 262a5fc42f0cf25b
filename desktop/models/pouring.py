"""Many rows stored at once, each packed as COPY reads it in binary: how a server takes them fastest.

A packed row is the number of its values and, in the order of the table's columns, each with its length before it
(PostgreSQL's documentation, COPY, "Binary Format").
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import BigInteger, Boolean, Date, Integer, LargeBinary, String, Table, insert

from desktop.models.prepared import Prepared
from desktop.models.tables.schema import Schema, UtcTime

if TYPE_CHECKING:
    from desktop.models.database import Link

FEW = 40
"""So few rows are not worth round trips of their own."""
_BEFORE, _AFTER = b"PGCOPY\n\xff\r\n\0" + bytes(8), b"\xff\xff"
_NOTHING = b"\xff\xff\xff\xff"
_TRUTHS = {True: b"\0\0\0\1\1", False: b"\0\0\0\1\0"}
_WIDE, _NARROW, _LENGTH, _COUNT = map(struct.Struct, (">iq", ">ii", ">i", ">h"))
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_FIRST_DAY = _EPOCH.toordinal()
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Poured:
    """Packed rows of one table."""

    table: str
    packed: Sequence[bytes]

    @property
    def words(self) -> bytes:
        """What a server is told before the rows."""
        return _copied(self.table)

    @property
    def content(self) -> bytes:
        """What it is given then."""
        return b"".join((_BEFORE, *self.packed, _AFTER))

    @property
    def add(self) -> Prepared:
        """The statement that stores one of the rows."""
        return _add(self.table)

    def rows(self) -> Iterator[dict[str, Any]]:
        """Give the rows with their values by column."""
        columns = _columns(self.table)
        for row in self.packed:
            yield {
                name: None if value == _NOTHING else kind.unpack(value[4:])
                for name, kind, value in zip(columns.names, columns.kinds, parts(row), strict=True)
            }


def pour(link: Link, packed: Mapping[str, Sequence[bytes]]) -> None:
    """Store packed rows of tables, in their order, in the caller's transaction."""
    tables = [Poured(table, rows) for table, rows in packed.items() if rows]
    if tables:
        link.pour(tables)


def names_of(table: str) -> tuple[str, ...]:
    """Return the columns of a table, in the order in which packed rows have them."""
    return _columns(table).names


def pack(values: Mapping[str, Any], table: str) -> bytes:
    """Return a row packed; TypeError where a value is not what its column has."""
    columns = _columns(table)
    try:
        packed = [
            _NOTHING if (value := values[name]) is None else put(value) for name, put in columns.puts.items()
        ]
    except (struct.error, AttributeError, TypeError) as error:
        raise TypeError(f"a row of {table} has a value of another kind") from error
    return columns.head + b"".join(packed)


def pack_value(value: Any, table: str, column: str) -> bytes:
    """Return one value as it stands in a packed row."""
    return _NOTHING if value is None else _columns(table).puts[column](value)


def key_of(row: bytes) -> int:
    """Return the key of a packed row, which is its first value."""
    return _whole_number(row[_COUNT.size + _LENGTH.size : _COUNT.size + _WIDE.size])


def parts(row: bytes) -> list[bytes]:
    """Return the values of a packed row, each with its length before it; ValueError where it is cut off."""
    found, place = [], _COUNT.size
    while place < len(row):
        begin = place
        place += 4 + max(0, _LENGTH.unpack_from(row, place)[0])
        found.append(row[begin:place])
    if place != len(row):
        raise ValueError("a packed row is cut off")
    return found


def whole(values: Sequence[bytes]) -> bytes:
    """Return a row of its packed values."""
    return _COUNT.pack(len(values)) + b"".join(values)


def replaced(row: bytes, table: str, values: Mapping[str, bytes]) -> bytes:
    """Return a packed row with other packed values in some columns."""
    names, found = names_of(table), parts(row)
    for column, value in values.items():
        found[names.index(column)] = value
    return whole(found)


# -- inside ----------------------------------------------------------------------------------------
class _Kind(NamedTuple):
    """How values of a kind of column are packed, with their length, and unpacked, without it."""

    pack: Callable[[Any], bytes]
    unpack: Callable[[bytes], Any]


class _Columns(NamedTuple):
    names: tuple[str, ...]
    kinds: tuple[_Kind, ...]
    puts: dict[str, Callable[[Any], bytes]]
    head: bytes


def _of_bytes(value: bytes) -> bytes:
    return _LENGTH.pack(len(value)) + value


def _of_text(value: str) -> bytes:
    written = value.encode()
    return _LENGTH.pack(len(written)) + written


def _whole_number(content: bytes) -> int:
    return int.from_bytes(content, "big", signed=True)


def _of_truth(value: bool) -> bytes:
    found = _TRUTHS.get(value)
    if found is None:
        raise TypeError("neither true nor false")
    return found


def _of_moment(value: datetime) -> bytes:
    since = value - _EPOCH
    return _WIDE.pack(8, (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds)


_MOMENT = _Kind(
    _of_moment,
    lambda content: _EPOCH + _whole_number(content) * _MICROSECOND,
)
_KINDS: tuple[tuple[type, _Kind], ...] = (
    (UtcTime, _MOMENT),
    (
        Date,
        _Kind(
            lambda value: _NARROW.pack(4, value.toordinal() - _FIRST_DAY),
            lambda content: date.fromordinal(_FIRST_DAY + _whole_number(content)),
        ),
    ),
    (Boolean, _Kind(_of_truth, lambda content: content == b"\1")),
    (BigInteger, _Kind(partial(_WIDE.pack, 8), _whole_number)),
    (Integer, _Kind(partial(_NARROW.pack, 4), _whole_number)),
    (LargeBinary, _Kind(_of_bytes, bytes)),
    (String, _Kind(_of_text, bytes.decode)),
)


def _kind_of(column: Any) -> _Kind:
    for kind, found in _KINDS:
        if isinstance(column.type, kind):
            return found
    raise TypeError(f"nothing packs what {column} has")


def _table(name: str) -> Table:
    return Schema.metadata.tables[name]


@lru_cache
def _columns(table: str) -> _Columns:
    columns = tuple(_table(table).columns)
    kinds = tuple(map(_kind_of, columns))
    names = tuple(it.name for it in columns)
    puts = {name: kind.pack for name, kind in zip(names, kinds, strict=True)}
    return _Columns(names, kinds, puts, _COUNT.pack(len(columns)))


@lru_cache
def _add(table: str) -> Prepared:
    return Prepared(insert(_table(table)))


@lru_cache
def _copied(table: str) -> bytes:
    return f"COPY {table} ({', '.join(names_of(table))}) FROM STDIN (FORMAT binary)".encode()
