"""Writing the trail's file line by line; imports little, for the export's child process."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from desktop.domain.trail import Entry, moment
from desktop.domain.trail_entries import Stored
from desktop.domain.trail_entries import line_of as entry_line
from desktop.domain.trail_file import Index, line_of

Covered = Sequence[Sequence[int]]
"""Of each signed stretch in the file its counter, the entry before it and its last one, in the file's order."""


def write(
    first: Sequence[str],
    chunks: Iterable[Sequence[tuple[Any, ...]]],
    ending: Callable[[str], str],
    keep: Callable[[bytes], Any],
    covered: Covered = (),
) -> str:
    """Write the lines that come first, the entries, the index, the ending; return the SHA-256 of all in hex.

    `ending` is given the SM3, in hex, of everything before it but the lines of the entries that are `covered`.
    """
    file = _File(keep, covered)
    file.add("".join(first).encode())
    for chunk in chunks:
        for row in chunk:
            file.take(row)
        file.empty()
    file.inside = False
    file.add(line_of(Index(tuple(file.places))))
    file.add(ending(file.over.hexdigest()).encode())
    return file.whole.hexdigest()


class _File:
    """The file as it grows: its digests, and which stretch the next entry belongs to."""

    def __init__(self, keep: Callable[[bytes], Any], covered: Covered) -> None:
        self.over, self.whole = hashlib.new("sm3"), hashlib.sha256()
        self.places: list[tuple[int, int]] = []
        self.inside = False
        self._keep, self._size = keep, 0
        self._left = iter(covered)
        self._counter, self._after, self._last = next(self._left, _NONE)
        self._lines: list[bytes] = []

    def add(self, content: bytes) -> None:
        """Write bytes; those of a stretch have their own digest."""
        self._size += len(content)
        self.whole.update(content)
        if not self.inside:
            self.over.update(content)
        self._keep(content)

    def empty(self) -> None:
        """Write the lines that wait."""
        self.add(b"".join(self._lines))
        self._lines.clear()

    def take(self, row: tuple[Any, ...]) -> None:
        """Take the next entry's row; one that is not there, because somebody took it away, is no trouble here."""
        place = row[0], row[1]
        while place > (self._counter, self._last):
            self._leave()
        if not self.inside and place == (self._counter, self._after + 1):
            self.empty()
            self.places.append((self._size, 0))
            self.inside = True
        self._lines.append(entry_line(stored(row)))
        if place == (self._counter, self._last):
            self._leave()

    def _leave(self) -> None:
        self.empty()
        if self.inside:
            begin = self.places[-1][0]
            self.places[-1] = begin, self._size - begin
        self.inside = False
        self._counter, self._after, self._last = next(self._left, _NONE)


_NONE = (1 << 62, 0, 0)


def stored(row: tuple[Any, ...]) -> Stored:
    """Return an entry as a driver gives its row: the fields, the hash before it, its own."""
    counter, sequence, at, *others, previous, digest = row
    written = moment_of(at) if isinstance(at, str) else moment(at)
    return Stored(Entry(counter, sequence, written, *others), previous, digest)


def moment_of(at: str) -> str:
    """Give SQLite's `2026-11-20 02:00:00.001000` as entries have it."""
    return f"{at[:10]}T{at[11:]}+00:00"
