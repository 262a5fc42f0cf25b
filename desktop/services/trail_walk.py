"""Walking the stored chains: each entry's hash made anew, each joined to the one before it.

Run as `python -m desktop.services.trail_walk` it is one of the processes of a check, which imports little: the
request comes as a line of JSON on standard input, the database's key in it; each stretch walked is told as
`{"done": entries, "faults": [[what, counter, first, last], …]}`, the end as `{"over": true}`.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from desktop.domain.trail import entry_hash
from desktop.services.log_export import opened, say
from desktop.services.trail_writing import moment_of

Told = list[Any]
"""A fault: its name in `trail_chain`, the counter, the first and the last entry."""


def walk(rows: Iterable[tuple[Any, ...]], counter: int, after: int, before: str, last: int) -> Iterator[Told]:
    """Walk a stretch of a counter's chain, from after an entry whose hash is `before`; give its faults.

    A row has an entry's fields in their order, the hash before it, its own, and whether its local times fit.
    """
    expected, previous = after + 1, before
    for row in rows:
        sequence, joined, digest = row[1], row[12], row[13]
        if sequence != expected:
            yield ["missing", counter, expected, sequence - 1]
        elif joined != previous:
            yield ["broken", counter, sequence, sequence]
        if entry_hash(joined, row[:12]) != digest or not row[14]:  # type: ignore[arg-type]
            yield ["edited", counter, sequence, sequence]
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
        for values, (counter, after, before, last) in request["stretches"]:
            faults = list(
                walk(_rows(cursor.execute(request["select"], values)), counter, after, before, last)
            )
            say(done=last - after, faults=faults[:1000])
        say(over=True)
    except BrokenPipeError:
        return 1
    except Exception as error:  # a driver's error or our own fault: the parent tells which, and logs it
        say(trouble=f"{type(error).__name__}: {error}")
        return 1
    return 0


def _rows(cursor: Any) -> Iterator[tuple[Any, ...]]:
    for row in cursor:
        at, day, local = row[2], row[14], row[15]
        fits = local[:10] == day and local[13:] == at[13:19] and _hour(at[:13]) == local[:13]
        yield (*row[:2], moment_of(at), *row[3:14], fits)


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
