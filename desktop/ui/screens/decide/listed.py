"""The queue as far as it is read: what it is narrowed to, how long it is, and where somebody stands in it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.services.decision_rows import QueueFilter
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.screens.decide.places import Places

if TYPE_CHECKING:
    from desktop.domain.errors import CounterError
    from desktop.services.decision_rows import QueueCounts, QueuePage, QueueRow
    from desktop.services.decisions import Decisions
    from desktop.services.rows import Actor

PAGE = 100
"""So many rows are read at a time, those that are seen."""


@dataclass(frozen=True, slots=True)
class _Read:
    pages: tuple[tuple[int, QueuePage], ...]
    counts: QueueCounts
    clerks: tuple[str, ...]


class Queue(QObject):
    """Reads the queue page by page."""

    read = Signal()
    """It was read anew."""
    resized = Signal()
    """A page showed that it is shorter or longer than it was."""
    grown = Signal()
    """Rows were read whose places had been empty."""
    failed = Signal(object)
    """Why something could not be read: a CounterError."""

    def __init__(self, decisions: Decisions, actor: Actor, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._decisions, self._actor = decisions, actor
        self._reading, self._growing = Latest(runner), Latest(runner)
        self._under_way: int | None = None
        self.wanted = QueueFilter()
        self.places = Places(0, PAGE)
        self.counts: QueueCounts | None = None
        self.clerks: tuple[str, ...] = ()
        self.near = 0
        """Where somebody stands in it, or stood last."""

    def place_of(self, case_id: int | None) -> int:
        """Give where a case stands, which is where somebody stands from now on; -1 when it is not there."""
        place = self.places.place_of(case_id, self.near)
        self.near = place if place >= 0 else self.near
        return place

    def row_at(self, place: int) -> QueueRow | None:
        """Give the row at this place or the last one, or the first that is read; None when there is none."""
        rows = self.places.rows
        row = rows[min(place, len(rows) - 1)] if rows else None
        return row or next(self.places.read(), None)

    def filter(self, wanted: QueueFilter) -> bool:
        """Narrow it to these cases from the next `begin` on; tell whether it had been otherwise."""
        other = wanted != self.wanted
        if other:
            self.wanted, self.near = wanted, 0
        return other

    def begin(self) -> None:
        """Read it anew: its beginning, and where somebody stands."""
        self._growing.forget()
        self._under_way = None
        self._reading.run(partial(self._find, self.wanted, self.near), self._show, self._not_read)

    def want(self, first: int, last: int) -> None:
        """Read the rows of these places, unless they are read or on their way."""
        start = self.places.missing(first, last)
        if start is not None and start != self._under_way:
            self._under_way = start
            job = partial(self._decisions.queue_at, self._actor, self.wanted, start, PAGE)
            self._growing.run(job, partial(self._grow, start), self._not_grown)

    def drop(self, case_ids: Collection[int], case_id: int | None) -> bool:
        """Take decided cases out at once; tell whether the case looked at, `case_id`, is not there any more."""
        place = max(self.place_of(case_id), 0)
        gone = self.places.drop(case_ids)
        if self.counts is not None:
            self.counts = replace(self.counts, cases=len(self.places.rows))
        if self.place_of(case_id) >= 0:
            return False
        self.near = max(place - sum(one < place for one in gone), 0)
        return True

    def _find(self, wanted: QueueFilter, near: int) -> _Read:
        starts = sorted({0, max(near - PAGE // 2, 0) // PAGE * PAGE, near // PAGE * PAGE})
        pages = tuple((start, self._decisions.queue_at(self._actor, wanted, start, PAGE)) for start in starts)
        return _Read(pages, self._decisions.counts(wanted), self._decisions.clerks())

    def _show(self, read: _Read) -> None:
        self.counts, self.clerks = read.counts, read.clerks
        self.places = Places(read.counts.cases, PAGE)
        for start, page in read.pages:
            self._put(start, page)
        self.read.emit()

    def _put(self, start: int, page: QueuePage) -> bool:
        """Take down a page; whether the queue turned out to be shorter or longer than it was."""
        size = len(self.places.rows)
        if page.rows:
            self.places.put(start, page.rows)
        if page.after is None:
            self.places.end(start + len(page.rows) if page.rows else min(start, size))
        return len(self.places.rows) != size

    def _grow(self, start: int, page: QueuePage) -> None:
        self._under_way = None
        if self._put(start, page):
            self.resized.emit()
        else:
            self.grown.emit()

    def _not_grown(self, error: CounterError) -> None:
        self._under_way = None
        self._not_read(error)

    def _not_read(self, error: CounterError) -> None:
        self.failed.emit(error)
