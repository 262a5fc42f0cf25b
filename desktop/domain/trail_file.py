"""The file of an exported trail: JSON, a record a line, each written in one way only.

First the opening, then the signed heads, stretches and day heads that stand over it, the entries by counter and
sequence, the index of where the stretches are, last the ending with the digest of everything that no stretch's
signature covers. `line_of` and `record_of` are inverse to each other byte for byte, so that nothing can be
changed and mean the same. Files of the first form had an object for each entry and neither stretches nor index.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from desktop.domain import trail_entries
from desktop.domain.trail import Head
from desktop.domain.trail_entries import Stored
from desktop.domain.trail_fields import (
    BadLine,
    Reader,
    day,
    flag,
    hash_,
    heads,
    key,
    like,
    moment_,
    number,
    places,
    plain,
    signature,
    spans,
    station,
)

__all__ = ["BadLine", "Stored"]

FIRST_FORM = "residence-trail-1"
FORMAT = "residence-trail-2"
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


class Stretch(NamedTuple):
    """Entries of a counter after `after` up to `last`, walked one by one and found whole, then signed as they are.

    `digest` is the SM3 of their lines; `after_hash` and `last_hash` join it to what is before and behind it.
    """

    station: str
    counter_number: int
    after: int
    after_hash: str
    last: int
    last_hash: str
    digest: str
    at: str
    key_id: str
    signature: str


class Slice(NamedTuple):
    """Entries of all counters whose keys are after `after_key` up to `last_key`, walked and found whole, then signed.

    `digest` is the SHA-256 of their columns in the order of their keys; `chains` is what it has of each counter.
    It is for a database and stands in no file.
    """

    station: str
    after_key: int
    last_key: int
    entries: int
    chains: tuple[Span, ...]
    digest: str
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


class Index(NamedTuple):
    """Where the lines of the file's stretches are: of each in turn the first byte and how many there are."""

    stretches: tuple[tuple[int, int], ...]


class Ending(NamedTuple):
    """The last line: the root over every counter's last entry here, an SM3, signed.

    The SM3 is of all lines before but those of the entries in stretches, which have one of their own.
    """

    station: str
    entries: int
    at: str
    root: str
    sm3: str
    key_id: str
    signature: str


Signed = SignedHead | Stretch | Slice | DayHead | Ending
Record = Opening | Stored | Index | Signed


def line_of(record: Record) -> bytes:
    """Write a record as its line, the line end included."""
    if isinstance(record, Stored):
        return trail_entries.line_of(record)
    return _JSON.encode(_content(record)).encode() + b"\n"


def message_of(record: Signed) -> bytes:
    """Return what the record's signature is over: everything in it but the signature."""
    content = _content(record)
    del content["signature"]
    return f"{FIRST_FORM} {_JSON.encode(content)}".encode()


def record_of(line: bytes) -> Record:
    """Read a line; BadLine for one that `line_of` never gives, whatever it is."""
    if trail_entries.is_one(line):
        return trail_entries.record_of(line)
    try:
        content = json.loads(line)
        kind, fields = _FORMS[content.pop("is")]
        if list(content) != list(fields):
            raise BadLine("other fields")
        record: Record = kind(*(read(content[field]) for field, read in fields.items()))
        if line_of(record) != line:
            raise BadLine("written otherwise")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadLine("no line of a trail") from error
    return record


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_NAMES: dict[type, str] = {
    Opening: "trail",
    SignedHead: "head",
    Stretch: "stretch",
    Slice: "slice",
    DayHead: "day",
    Index: "index",
    Ending: "end",
}


def _content(record: Any) -> dict[str, Any]:
    return {"is": _NAMES[type(record)], **record._asdict()}


def _spans(value: Any) -> tuple[Span, ...]:
    return tuple(Span(*span) for span in spans(value))


_SIGNED: dict[str, Reader] = {"key_id": key, "signature": signature}
_FORMS: dict[str, tuple[type[Any], dict[str, Reader]]] = {
    "trail": (
        Opening,
        {
            "format": like(r"residence-trail-[12]"),
            "station": station,
            "station_name": plain,
            "practice": flag,
            "first": day,
            "last": day,
            "counters": _spans,
            "entries": number,
        },
    ),
    "head": (
        SignedHead,
        {
            "station": station,
            "counter_number": number,
            "sequence": number,
            "hash": hash_,
            "at": moment_,
            **_SIGNED,
        },
    ),
    "stretch": (
        Stretch,
        {
            "station": station,
            "counter_number": number,
            "after": number,
            "after_hash": hash_,
            "last": number,
            "last_hash": hash_,
            "digest": hash_,
            "at": moment_,
            **_SIGNED,
        },
    ),
    "day": (
        DayHead,
        {"station": station, "day": day, "at": moment_, "heads": heads, "root": hash_, **_SIGNED},
    ),
    "index": (Index, {"stretches": places}),
    "end": (
        Ending,
        {
            "station": station,
            "entries": number,
            "at": moment_,
            "root": hash_,
            "sm3": hash_,
            **_SIGNED,
        },
    ),
}
