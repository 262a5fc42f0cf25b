"""A trail's file written by the lines that the database itself puts together, ten thousand at a time."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.trail import Entry
from desktop.domain.trail_entries import Stored, line_of
from desktop.domain.trail_file import Index
from desktop.domain.trail_file import line_of as record_line
from desktop.services.trail_rows import AT_ONCE, ENTRIES, row_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from desktop.domain.trail_file import Record, Span, Stretch
    from desktop.models.database import Link

MOST = 10_000
"""Entries read at once."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a file is to have: the records before the entries, of which the stretches, the spans, the root."""

    records: tuple[Record, ...]
    stretches: tuple[Stretch, ...]
    spans: tuple[Span, ...]
    root: str


def pour(
    link: Link,
    asked: Asked,
    ending: Callable[[str], str],
    file: BinaryIO,
    tell: Callable[[int], None],
) -> str:
    """Write the file; `ending` makes its last line of the SM3 before it, `tell` counts entries; return its SHA-256."""
    over, whole, places = hashlib.new("sm3"), hashlib.sha256(), list[tuple[int, int]]()
    done = 0

    def add(content: bytes, *, signed: bool = False) -> None:
        if not signed:
            over.update(content)
        whole.update(content)
        file.write(content)

    add(b"".join(map(record_line, asked.records)))
    for counter, after, last, signed in _parts(asked):
        content = lines(link, counter, after, last)
        if signed:
            places.append((file.tell(), len(content)))
        add(content, signed=signed)
        done += last - after
        tell(done)
    add(record_line(Index(tuple(places))))
    add(ending(over.hexdigest()).encode())
    return whole.hexdigest()


def lines(link: Link, counter: int, after: int, last: int) -> bytes:
    """Return a part of a counter's chain as the lines of a file."""
    whole = AT_ONCE.get(link.dialect.name)
    if whole is not None:
        row = link.one(whole, counter=counter, after=after, last=last)
        return bytes(row.lines or b"") if row is not None else b""
    rows = map(row_of, link.all(ENTRIES, counter=counter, after=after, last=last))
    return b"".join(line_of(Stored(Entry(*entry), before, digest)) for entry, before, digest, _ in rows)


def _parts(asked: Asked) -> Iterator[tuple[int, int, int, bool]]:
    """Give the parts of every span in their order, and whether each is a stretch."""
    stretches = {(it.counter_number, it.after): it for it in asked.stretches}
    begins = sorted(stretches)
    for span in asked.spans:
        counter, after = span.counter_number, span.after
        while after < span.last:
            stretch = stretches.get((counter, after))
            if stretch is not None:
                last = stretch.last
            else:
                next_one = [it[1] for it in begins if it[0] == counter and it[1] > after]
                last = min(after + MOST, span.last, *next_one[:1])
            yield counter, after, last, stretch is not None
            after = last
