"""An entry's line in a trail's file: a JSON array, the same that a database makes of the stored row.

So a file is checked, and ten thousand rows are held against their signature, without looking at one of them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from desktop.domain.trail import Entry
from desktop.domain.trail_fields import BadLine, Reader, hash_, moment_, number, perhaps, plain

FIELDS = (
    "counter_number",
    "sequence",
    "at",
    "local_time",
    "staff_id",
    "staff_name",
    "action",
    "person_id",
    "person_row",
    "case_number",
    "paper_number",
    "matter",
    "detail",
    "previous_hash",
    "hash",
)
"""The columns of the array, as the table names them; `at` as in `2026-11-20 02:00:00.001000`, UTC."""
_OBJECT = b'{"is":"entry",'


class Stored(NamedTuple):
    """An entry as it is stored: with the hash before it and its own."""

    entry: Entry
    previous: str
    hash: str


def is_one(line: bytes) -> bool:
    """Tell whether a line is meant to be an entry's."""
    return line.startswith((b"[", _OBJECT))


def is_first_form(line: bytes) -> bool:
    """Tell whether an entry's line is written as in files of the first form."""
    return line.startswith(_OBJECT)


def line_of(stored: Stored) -> bytes:
    """Write an entry as its line, the line end included."""
    return _ENCODE(array_of(stored)).encode() + b"\n"


def array_of(stored: Stored) -> list[Any]:
    """Give an entry's fields as its line has them."""
    counter, sequence, at, *others = stored.entry
    at = f"{at[:10]} {at[11:26]}"
    return [counter, sequence, at, local_time(at), *others, stored.previous, stored.hash]


def column_of(values: Sequence[Any]) -> bytes:
    """Write the values that many entries have in one column, as a JSON array."""
    return _ENCODE(values).encode()


def record_of(line: bytes) -> Stored:
    """Read an entry's line of either form; BadLine for one that was never written so."""
    try:
        content = json.loads(line)
        if is_first_form(line):
            return _of_first_form(content, line)
        counter, sequence, at, _, *others = content
        content = [counter, sequence, f"{plain(at)[:10]}T{at[11:]}+00:00", *others]
        if len(content) != len(_READERS):
            raise BadLine("other fields")
        values = [read(value) for read, value in zip(_READERS, content, strict=True)]
        stored = Stored(Entry(*values[:-2]), *values[-2:])
        if line_of(stored) != line:
            raise BadLine("written otherwise")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise BadLine("no line of a trail") from error
    return stored


def local_time(at: str) -> str:
    """Give the station's time of a moment in UTC (`2026-11-20 02:00:00.001000`), to the second."""
    return f"{_hour(at[:13])}{at[13:19]}"


@lru_cache(maxsize=4096)
def _hour(hour: str) -> str:
    return (datetime.fromisoformat(f"{hour}:00:00") + timedelta(hours=8)).isoformat(" ")[:13]


def _of_first_form(content: Any, line: bytes) -> Stored:
    del content["is"]
    if list(content) != [*Entry._fields, "previous", "hash"]:
        raise BadLine("other fields")
    values = [read(value) for read, value in zip(_READERS, content.values(), strict=True)]
    stored = Stored(Entry(*values[:-2]), *values[-2:])
    written = {"is": "entry", **stored.entry._asdict(), "previous": stored.previous, "hash": stored.hash}
    if _ENCODE(written).encode() + b"\n" != line:
        raise BadLine("written otherwise")
    return stored


_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_READERS: tuple[Reader, ...] = (
    number,
    number,
    moment_,
    number,
    plain,
    plain,
    perhaps,
    perhaps,
    plain,
    plain,
    plain,
    plain,
    hash_,
    hash_,
)
