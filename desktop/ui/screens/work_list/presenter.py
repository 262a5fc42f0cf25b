"""What the work list's screen knows: the start of the day, the list that is seen, its filters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from desktop.domain.codes import CaseState
from desktop.domain.rights import Right
from desktop.services.permit_pages import DueKind
from desktop.services.work_lists import WEEK
from desktop.services.work_rows import WorkFilter, WorkKind
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import text
from desktop.ui.screens.work_list.words import Row, way

if TYPE_CHECKING:
    from desktop.domain.changes import Change
    from desktop.domain.errors import CounterError
    from desktop.services.counter import Counter
    from desktop.services.permit_pages import EndorsementDue
    from desktop.services.rows import Actor
    from desktop.services.work_rows import StartOfDay, WorkAfter, WorkRow

PAGE = 100
"""So many rows are read at a time, the next when the list is scrolled near its end."""
MOST_AGAIN = 500
"""So many rows at most are read again at one go."""
LOOK_AGAIN = 3_000
"""Milliseconds until the page looks again whether the day is begun."""

_PERMITS = {WorkKind.OPENING: DueKind.OPENING, WorkKind.ENDORSEMENT_OVERDUE: DueKind.OVERDUE}
_CASES = {
    WorkKind.DUE_TODAY: WorkFilter(due=WorkKind.DUE_TODAY),
    WorkKind.OVERDUE: WorkFilter(due=WorkKind.OVERDUE),
    WorkKind.TO_HAND_OVER: WorkFilter(state=CaseState.PRODUCED.value),
    WorkKind.WAITING: WorkFilter(state=CaseState.AWAITING_MATERIALS.value),
}


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is listed: permits to endorse, or else cases by a filter."""

    permits: WorkKind | None = None
    cases: WorkFilter = WorkFilter()


@dataclass(frozen=True, slots=True)
class _Page:
    rows: tuple[WorkRow, ...] | tuple[EndorsementDue, ...]
    after: WorkAfter | None


@dataclass(frozen=True, slots=True)
class _Read:
    page: _Page
    count: int
    clerks: tuple[str, ...]


class WorkListPresenter(Presenter):
    """The tiles choose a list, the filters narrow it, Enter leads to where the case is gone on with."""

    go_to = Signal(str, object)
    """Go to a screen that is no route of every presenter: its name, and what it is about."""
    begun = Signal()
    """The start of the day is read anew."""
    changed = Signal()
    """Another list is seen, or its rows or filters are others."""
    grown = Signal()
    """Rows were added at the end."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner) -> None:
        super().__init__()
        self._lists, self._permits, self._day = counter.work_lists, counter.permits, counter.day_start
        self._decides = actor.may(Right.DECIDE)
        self._starting, self._reading, self._growing = Latest(runner), Latest(runner), Latest(runner)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(LOOK_AGAIN)
        self._again.timeout.connect(self._look_again)
        self._asked = _Asked()
        self._after: WorkAfter | None = None
        self._under_way = False
        self.start: StartOfDay | None = None
        self.beginning = False
        """Whether the rule is still going through the permits this morning."""
        self.rows: tuple[Row, ...] = ()
        self.count: int | None = None
        self.clerks: tuple[str, ...] = ()
        self.refresh()

    def title(self) -> str:
        """The screen's name."""
        return text("work_list", "待办")

    def refresh(self) -> None:
        """Shown again: others have worked meanwhile."""
        self._look_again()
        self._read(max(PAGE, min(len(self.rows), MOST_AGAIN)))

    def changed_elsewhere(self, changes: tuple[Change, ...]) -> None:
        """Other counters did something: look again."""
        self.refresh()

    # -- which list ------------------------------------------------------------------------------------
    @property
    def wanted(self) -> WorkFilter:
        """The filters of the cases listed; none while permits are."""
        return self._asked.cases

    @property
    def shown(self) -> WorkKind | None:
        """The tile whose list is seen, however narrowed by clerk or kind; None for any other list."""
        if self._asked.permits is not None:
            return self._asked.permits
        plain = replace(self._asked.cases, kind="", clerk="")
        return next((kind for kind, wanted in _CASES.items() if wanted == plain), None)

    def show(self, kind: WorkKind | None) -> None:
        """See the list of a tile; None, or the tile that is seen already, is every open case."""
        if kind is None or kind is self.shown:
            self._ask(_Asked())
        elif kind in _PERMITS:
            self._ask(_Asked(permits=kind))
        else:
            self._ask(_Asked(cases=_CASES[kind]))

    def filter(self, wanted: WorkFilter) -> None:
        """See the cases that pass the filters."""
        self._ask(_Asked(cases=wanted))

    def read_on(self) -> None:
        """Read the next rows, unless they are on their way."""
        if self._after is not None and not self._under_way:
            self._under_way = True
            job = partial(self._page, self._asked, self._after, PAGE)
            self._growing.run(job, self._grow, self._not_grown)

    def open(self, row: Row) -> None:
        """Go to where the case, or the permit, is gone on with."""
        route, what = way(row, decides=self._decides)
        if route == "open_case":
            self.open_case.emit(what)
        else:
            self.go_to.emit(route, what)

    # -- inside ----------------------------------------------------------------------------------------
    def _ask(self, asked: _Asked) -> None:
        if asked != self._asked:
            self._asked = asked
            self.rows, self.count, self._after = (), None, None
            self._read(PAGE)
            self.changed.emit()

    def _look_again(self) -> None:
        self._starting.run(self._begin, self._begun, self.fail)

    def _begin(self) -> tuple[StartOfDay, bool]:
        start = self._lists.start_of_day()
        return start, self._day.wanted(start.on)

    def _begun(self, found: tuple[StartOfDay, bool]) -> None:
        self.start, self.beginning = found
        if self.beginning:
            self._again.start()
        self.begun.emit()

    def _read(self, limit: int) -> None:
        self._growing.forget()
        self._under_way = False
        self._reading.run(
            partial(self._find, self._asked, limit), partial(self._show, self._asked), self.fail
        )

    def _find(self, asked: _Asked, limit: int) -> _Read:
        if asked.permits is None:
            count = self._lists.count(asked.cases)
        else:
            count = self._permits.due_counts(self._day.today(), WEEK)[_PERMITS[asked.permits]]
        return _Read(self._page(asked, None, limit), count, self._lists.clerks())

    def _page(self, asked: _Asked, after: WorkAfter | None, limit: int) -> _Page:
        if asked.permits is None:
            cases = self._lists.page(asked.cases, after, limit)
            return _Page(cases.rows, cases.after)
        _, last = after or (0, None)
        at = (last[0], last[1]) if last is not None and last[0] is not None else None
        permits = self._permits.due(_PERMITS[asked.permits], self._day.today(), WEEK, at, limit)
        return _Page(permits.rows, (0, permits.after) if permits.after is not None else None)

    def _show(self, asked: _Asked, read: _Read) -> None:
        if asked != self._asked:
            return
        self.rows, self._after = read.page.rows, read.page.after
        self.count, self.clerks = read.count, read.clerks
        self.changed.emit()

    def _grow(self, page: _Page) -> None:
        self._under_way = False
        self.rows += page.rows
        self._after = page.after
        self.grown.emit()

    def _not_grown(self, error: CounterError) -> None:
        self._under_way = False
        self.fail(error)
