"""The file of an exported trail: JSON, a record a line, each written in one way only.

First the opening, then the signed heads and day heads that stand over it, the entries by counter and
sequence, last the ending with the digest of everything before it. `line_of` and `record_of` are inverse to
each other byte for byte, so that nothing can be changed and mean the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NamedTuple

from desktop.domain.trail import Entry, Head, moment

FORMAT = "residence-trail-1"
ENDING = "jsonl"
MOST_BYTES = 1_000_000
"""No line is longer."""


class Span(NamedTuple):
    """What a file has of a counter's chain: the entries after `after` up to `last`, none where they are the same."""

    counter_number: int
    after: int
    after_hash: str
    last: int
    last_hash: str


class Opening(NamedTuple):
    """The first line: whose trail it is (station of nine digits), of which days, and where every counter's chain is."""

    format: str
    station: str
    station_name: str
    practice: bool
    first: str
    last: str
    counters: tuple[Span, ...]
    entries: int


class SignedHead(NamedTuple):
    """A head of one counter's chain, signed when its entry was written."""

    station: str
    counter_number: int
    sequence: int
    hash: str
    at: str
    key_id: str
    signature: str


class DayHead(NamedTuple):
    """The heads of every counter at the end of a day, their root, signed; the root is on the day's summary."""

    station: str
    day: str
    at: str
    heads: tuple[Head, ...]
    root: str
    key_id: str
    signature: str


class Stored(NamedTuple):
    """An entry as it is stored: with the hash before it and its own."""

    entry: Entry
    previous: str
    hash: str


class Ending(NamedTuple):
    """The last line: the root over every counter's last entry here, the SM3 of all lines before, signed."""

    station: str
    entries: int
    at: str
    root: str
    sm3: str
    key_id: str
    signature: str


Record = Opening | SignedHead | DayHead | Stored | Ending
Signed = SignedHead | DayHead | Ending


class BadLine(ValueError):
    """A line is none that `line_of` gives."""


def line_of(record: Record) -> bytes:
    """Write a record as its line, the line end included."""
    return _JSON.encode(_content(record)).encode() + b"\n"


def message_of(record: Signed) -> bytes:
    """Return what the record's signature is over: everything in it but the signature."""
    content = _content(record)
    del content["signature"]
    return f"{FORMAT} {_JSON.encode(content)}".encode()


def record_of(line: bytes) -> Record:
    """Read a line; BadLine for one that `line_of` never gives, whatever it is."""
    try:
        content = json.loads(line)
        name = content.pop("is")
        kind, fields = _FORMS[name]
        if list(content) != list(fields):
            raise BadLine("other fields")
        values = [read(content[field]) for field, read in fields.items()]
        record: Record = Stored(Entry(*values[:-2]), *values[-2:]) if kind is Stored else kind(*values)
        if line_of(record) != line:
            raise BadLine("written otherwise")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadLine("no line of a trail") from error
    return record


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_NAMES = {Opening: "trail", SignedHead: "head", DayHead: "day", Stored: "entry", Ending: "end"}


def _content(record: Record) -> dict[str, Any]:
    content: dict[str, Any] = {"is": _NAMES[type(record)]}
    if isinstance(record, Stored):
        return content | record.entry._asdict() | {"previous": record.previous, "hash": record.hash}
    return content | record._asdict()


def _text(value: Any) -> str:
    if type(value) is not str:
        raise BadLine("no text")
    return value


def _flag(value: Any) -> bool:
    if type(value) is not bool:
        raise BadLine("neither true nor false")
    return value


def _number(value: Any) -> int:
    if type(value) is not int or not 0 <= value < 1 << 63:
        raise BadLine("no number")
    return value


def _perhaps(value: Any) -> int | None:
    return None if value is None else _number(value)


def _like(pattern: str) -> Callable[[Any], str]:
    matches = re.compile(pattern, re.ASCII).fullmatch

    def read(value: Any) -> str:
        if matches(_text(value)) is None:
            raise BadLine("written otherwise")
        return str(value)

    return read


_hash, _station, _key = _like(r"[0-9a-f]{64}"), _like(r"\d{9}"), _like(r"[0-9a-f]{8,40}")
_signature, _format = _like(r"([0-9a-f]{2}){32,200}"), _like(re.escape(FORMAT))


def _day(value: Any) -> str:
    if date.fromisoformat(_text(value)).isoformat() != value:
        raise BadLine("no day")
    return str(value)


def _moment(value: Any) -> str:
    at = datetime.fromisoformat(_text(value))
    if at.tzinfo is None or moment(at) != value:
        raise BadLine("no moment")
    return str(value)


def _ordered(rows: list[tuple[Any, ...]]) -> None:
    numbers = [row[0] for row in rows]
    if numbers != sorted(set(numbers)):
        raise BadLine("counters out of order")


def _spans(value: Any) -> tuple[Span, ...]:
    spans = [
        Span(_number(counter), _number(after), _hash(after_hash), _number(last), _hash(last_hash))
        for counter, after, after_hash, last, last_hash in value
    ]
    _ordered(spans)  # type: ignore[arg-type]
    if any(it.last < it.after or (it.last == it.after and it.last_hash != it.after_hash) for it in spans):
        raise BadLine("a chain that ends before it begins")
    return tuple(spans)


def _heads(value: Any) -> tuple[Head, ...]:
    heads = [Head(_number(counter), _number(place), _hash(digest)) for counter, place, digest in value]
    _ordered(heads)  # type: ignore[arg-type]
    return tuple(heads)


_SIGNED: dict[str, Callable[[Any], Any]] = {"key_id": _key, "signature": _signature}
_FORMS: dict[str, tuple[type[Any], dict[str, Callable[[Any], Any]]]] = {
    "trail": (
        Opening,
        {
            "format": _format,
            "station": _station,
            "station_name": _text,
            "practice": _flag,
            "first": _day,
            "last": _day,
            "counters": _spans,
            "entries": _number,
        },
    ),
    "head": (
        SignedHead,
        {
            "station": _station,
            "counter_number": _number,
            "sequence": _number,
            "hash": _hash,
            "at": _moment,
            **_SIGNED,
        },
    ),
    "day": (
        DayHead,
        {"station": _station, "day": _day, "at": _moment, "heads": _heads, "root": _hash, **_SIGNED},
    ),
    "entry": (
        Stored,
        {
            "counter_number": _number,
            "sequence": _number,
            "at": _moment,
            "staff_id": _number,
            "staff_name": _text,
            "action": _text,
            "person_id": _perhaps,
            "person_row": _perhaps,
            "case_number": _text,
            "paper_number": _text,
            "matter": _text,
            "detail": _text,
            "previous": _hash,
            "hash": _hash,
        },
    ),
    "end": (
        Ending,
        {
            "station": _station,
            "entries": _number,
            "at": _moment,
            "root": _hash,
            "sm3": _hash,
            **_SIGNED,
        },
    ),
}
