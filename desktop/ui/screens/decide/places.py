"""The rows of a queue by their places, as far as they are read: a hundred thousand places, a few of the rows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.services.decision_rows import QueueRow

MOST_READ = 1_500
"""So many rows are kept; those read longest ago are read again when somebody comes back to them."""


class Places:
    """`rows` has one entry a place, None where the row is not read."""

    def __init__(self, size: int, page: int) -> None:
        self.rows: list[QueueRow | None] = [None] * size
        self._page, self._read = page, dict.fromkeys((0,))

    def read(self) -> Iterator[QueueRow]:
        """Give the rows that are read, in their order."""
        for block in sorted(self._read):
            yield from (row for row in self._block(block) if row is not None)

    def put(self, place: int, rows: Sequence[QueueRow]) -> None:
        """Take down rows that were read, from a place on; the queue may be longer than it was."""
        lacking = place + len(rows) - len(self.rows)
        if lacking > 0:
            self.rows += [None] * lacking
        self.rows[place : place + len(rows)] = rows
        for block in range(place // self._page, (place + max(len(rows), 1) - 1) // self._page + 1):
            self._read.pop(block, None)
            self._read[block] = None
        while len(self._read) > max(MOST_READ // self._page, 3):
            oldest = next(block for block in self._read if block)  # the first page measures the columns
            del self._read[oldest]
            first = oldest * self._page
            count = len(self._block(oldest))
            self.rows[first : first + count] = [None] * count

    def end(self, size: int) -> None:
        """The queue turned out to end before its supposed end."""
        del self.rows[size:]

    def missing(self, first: int, last: int) -> int | None:
        """Give the beginning of the page that is needed to show some places, or None when they are all read."""
        for place in range(max(first, 0), min(last + 1, len(self.rows))):
            if self.rows[place] is None:
                return place // self._page * self._page
        return None

    def place_of(self, case_id: int | None, near: int) -> int:
        """Give where a case stands, first looking where it stood; -1 when it is not among the rows read."""
        if case_id is None:
            return -1
        row = self.rows[near] if 0 <= near < len(self.rows) else None
        if row is not None and row.case.case_id == case_id:
            return near
        for block in self._read:
            for place, row in enumerate(self._block(block), block * self._page):
                if row is not None and row.case.case_id == case_id:
                    return place
        return -1

    def drop(self, case_ids: Collection[int]) -> list[int]:
        """Take cases out; give their places. What comes after them moves up."""
        gone = sorted(place for case in case_ids if (place := self.place_of(case, -1)) >= 0)
        for place in reversed(gone):
            del self.rows[place]
        for block in list(self._read):  # the first row of a page may now stand at the end of the one before
            self._read.setdefault(max(block - 1, 0))
        return gone

    def _block(self, block: int) -> list[QueueRow | None]:
        return self.rows[block * self._page : (block + 1) * self._page]
