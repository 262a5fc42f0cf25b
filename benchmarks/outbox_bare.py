"""The floor under the sending: the rows of operations poured with COPY, nothing asked and nothing made of them."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import psycopg

from benchmarks.kit import median
from desktop.models.pouring import Poured, names_of, pour
from desktop.services.taking_in import take_in
from installer.scratch_server import OWNER

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.line import Line
    from desktop.services.outbox import Waiting

_TIMES = 3
Tables = list[tuple[str, bytes]]
"""Each table with its rows as COPY takes them."""


@dataclass(slots=True)
class Cost:
    """What an operation took: by the clock, of the processor here and at the server; microseconds."""

    clock: float = 0.0
    here: float = 0.0
    there: float = 0.0

    @property
    def worked(self) -> float:
        """The processor's time on both sides."""
        return self.here + self.there


@contextmanager
def costing(backend: int, count: int) -> Iterator[Cost]:
    """Measure what this thread and a server's process do inside, for each of so many operations."""
    found = Cost()
    before = time.perf_counter(), time.thread_time(), _worked(backend)
    yield found
    after = time.perf_counter(), time.thread_time(), _worked(backend)
    found.clock, found.here, found.there = (
        (end - begin) / count * 1e6 for begin, end in zip(before, after, strict=True)
    )


def backend_of(line: Line) -> int:
    """Return the process at the server that works for this thread."""
    connection: psycopg.Connection[Any] = line.switch.server.link._connection  # type: ignore[attr-defined]
    return connection.info.backend_pid


def floor(line: Line, folder: Path, at_once: int) -> Cost:
    """Pour the rows of what waits, as many operations in a transaction as are sent together; all of it undone.

    What is left of it is swept away each time: rows with the same keys, though dead, would have to be looked at by
    whatever stores them next.
    """
    waiting = line.outbox.waiting(10_000)
    batches = [waiting[first : first + at_once] for first in range(0, len(waiting), at_once)]
    poured = [_rows_of(line, batch) for batch in batches]
    found: list[Cost] = []
    with psycopg.connect(host=str(folder), dbname="postgres", user=OWNER, autocommit=True) as connection:
        for _ in range(_TIMES):
            with costing(connection.info.backend_pid, len(waiting)) as cost:
                for tables in poured:
                    _pour(connection, tables)
            found.append(cost)
            connection.execute("VACUUM")
    return Cost(*(median([getattr(cost, name) for cost in found]) for name in ("clock", "here", "there")))


def _pour(connection: psycopg.Connection[Any], tables: Tables) -> None:
    cursor = connection.cursor()
    cursor.execute("BEGIN")
    for table, rows in tables:
        with cursor.copy(f"COPY {table} ({', '.join(names_of(table))}) FROM STDIN (FORMAT binary)") as copy:
            copy.write(rows)
    cursor.execute("ROLLBACK")


class _Undone(Exception):
    """Ends a transaction without its being stored."""


def _rows_of(line: Line, batch: Sequence[Waiting]) -> Tables:
    """Take operations in, undo it, and return the rows that they would have stored."""
    found: Tables = []

    def noted(link: Link, packed: Mapping[str, Sequence[bytes]]) -> None:
        found.extend((table, Poured(table, rows).content) for table, rows in packed.items() if rows)
        pour(link, packed)

    with (
        patch("desktop.services.set_wise.pour", noted),
        patch("desktop.services.taking_in.pour", noted),
        suppress(_Undone),
        line.switch.on(line.switch.server) as server,
        server.write() as link,
    ):
        take_in(line.inbox, link, batch, {})
        raise _Undone
    return found


def _worked(process: int) -> float:
    """Return the seconds of the processor that a process has had."""
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1e9
