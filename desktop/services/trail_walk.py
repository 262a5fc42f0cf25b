"""Walking the stored chains: each entry's hash made anew, each joined to the one before it.

Run as `python -m desktop.services.trail_walk` it is one of the processes of a check, which imports little: the
request comes as a line of JSON on standard input, the database's key in it; each stretch walked is told as
`{"done": entries, "faults": [[what, counter, first, last], …], "digest": "…"}`, the end as `{"over": true}`.
"""

from __future__ import annotations

import gc
import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from desktop.domain.trail import Entry, entry_hash, sm3
from desktop.domain.trail_entries import Stored, line_of
from desktop.services.log_export import opened, say

CACHE_KIB = 65_536
"""Enough for what all counters stored while one stored a stretch."""
Row = tuple[Any, str, str, bool]
_NOTHING = (-1, 0, b"")
Told = list[Any]
"""A fault: its name in `trail_chain`, the counter, the first and the last entry."""


def walk(
    rows: Iterable[Row],
    counter: int,
    after: int,
    before: str,
    last: int,
    keep: Callable[[bytes], Any] | None = None,
) -> Iterator[Told]:
    """Walk a stretch of a counter's chain, from after an entry whose hash is `before`; give its faults.

    A row is an entry (or its fields in their order), the hash before it, its own, and whether its local times fit.
    `keep` is given the line of each entry that is not edited, as a file has it.
    """
    expected, previous = after + 1, before
    for entry, joined, digest, fits in rows:
        sequence = entry[1]
        if sequence < expected:
            yield ["twice", counter, sequence, sequence]
        elif sequence > expected:
            yield ["missing", counter, expected, sequence - 1]
        elif joined != previous:
            yield ["broken", counter, sequence, sequence]
        if entry_hash(joined, entry) != digest or not fits:
            yield ["edited", counter, sequence, sequence]
        elif keep is not None:
            keep(line_of(Stored(Entry(*entry), joined, digest)))
        expected, previous = sequence + 1, digest
    if expected <= last:
        yield ["missing", counter, expected, last]


def main() -> int:
    """Walk the stretches that standard input names."""
    if hasattr(os, "nice"):
        os.nice(5)  # the screen comes first
    gc.disable()
    try:
        request = json.loads(sys.stdin.readline())
        cursor = opened(request)
        cursor.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        for entries in request["all"]:
            say(fits=_first(cursor, request["all_of_them"], [])[0] == entries)
        for keys, entries, digest in request["slices"]:
            row = _first(cursor, request["columns"], keys)
            say(fits=row[0] == entries and _sha256(row[1:]) == digest)
        for place, entries in request["counted"]:
            say(fits=_first(cursor, request["how_many"], place)[0] == entries)
        for values, at_once, (counter, after, before, last), digest in request["stretches"]:
            if digest and digest_of(_first(cursor, request["at_once"], at_once), last - after) == digest:
                say(done=last - after, faults=[], digest=digest)
                continue
            over = hashlib.new("sm3")
            rows = rows_of(cursor.execute(request["select"], values))
            faults = list(walk(rows, counter, after, before, last, over.update))
            say(done=last - after, faults=faults[:1000], digest=over.hexdigest())
        say(over=True)
    except BrokenPipeError:
        return 1
    except Exception as error:  # a driver's error or our own fault: the parent tells which, and logs it
        say(trouble=f"{type(error).__name__}: {error}")
        return 1
    return 0


def _first(cursor: Any, statement: str, values: Any) -> Any:
    """Return the one row that is asked for; one that fits nothing where the database cannot put it together."""
    from sqlcipher3.dbapi2 import Error  # here since only a process of a check has a file to read

    try:
        return cursor.execute(statement, values).fetchone()
    except Error:  # such as bytes where there should be words: whoever walks it names the entry
        return _NOTHING


def _sha256(columns: Iterable[bytes]) -> str:
    over = hashlib.sha256()
    for column in columns:
        over.update(column)
    return over.hexdigest()


def digest_of(row: Any, entries: int) -> str:
    """Return the SM3 of a stretch's lines in hex, "" where it is not whole at first sight."""
    count, wrong, lines = row
    return sm3(bytes(lines)).hex() if count == entries and not wrong else ""


def rows_of(cursor: Any) -> Iterator[Row]:
    """Give what SQLite's driver has read as `walk` takes it."""
    hour = _hour
    for first, second, at, *others, previous, digest, day, local in cursor:
        try:
            fits = local[:10] == day and local[13:] == at[13:19] and hour(at[:13]) == local[:13]
        except (TypeError, ValueError):  # none that the program ever stored
            at, fits = str(at), False
        yield (first, second, f"{at[:10]}T{at[11:]}+00:00", *others), previous, digest, fits


_hours: dict[str, str] = {}


def _hour(hour: str) -> str:
    """Give the local day and hour of one in UTC."""
    found = _hours.get(hour)
    if found is None:
        from datetime import datetime, timedelta

        local = datetime.fromisoformat(f"{hour}:00:00") + timedelta(hours=8)
        found = _hours[hour] = local.isoformat(" ")[:13]
    return found


if __name__ == "__main__":
    sys.exit(main())
