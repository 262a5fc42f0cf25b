"""What the decider's desk knows: the queue, the case looked at, the cases ticked, what was decided."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage

from desktop.domain.case_life import CaseEvent
from desktop.domain.codes import CaseKind
from desktop.domain.errors import BadInput, NotPossible
from desktop.services.decision_rows import QueueFilter
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import text
from desktop.ui.screens.decide.places import Places
from desktop.ui.screens.decide.ticks import Outcome, Ticks

if TYPE_CHECKING:
    from desktop.domain.changes import Change
    from desktop.domain.errors import CounterError
    from desktop.services.counter import Counter
    from desktop.services.decision_rows import (
        CasePage,
        DecisionDone,
        GrantOutcome,
        QueueCounts,
        QueuePage,
        QueueRow,
    )
    from desktop.services.rows import ActionRow, Actor

PAGE = 100
"""So many rows are read at a time, those that are seen."""

_PHOTO = QSize(358, 441)


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case with everything, and its photo as a picture where there is one."""

    page: CasePage
    photo: QImage | None

    @property
    def case_id(self) -> int:
        """Which case it is."""
        return self.page.case.case_id


@dataclass(frozen=True, slots=True)
class _Read:
    pages: tuple[tuple[int, QueuePage], ...]
    counts: QueueCounts
    clerks: tuple[str, ...]


class DecidePresenter(Presenter):
    """Walks through the queue: after each decision the next case is opened."""

    changed = Signal()
    """The queue, its filters or counts are others."""
    grown = Signal()
    """Rows of the queue were read whose places had been empty."""
    opened = Signal()
    """Another case is looked at, or is being read, or what can be done with it has changed."""
    ticks_changed = Signal()
    """Others are ticked."""
    decided = Signal()
    """A decision is stored: a sheet that asked for its reason can go."""
    correction_case = Signal(object)
    """Go and decide a correction on its own page: case id."""
    batch_done = Signal(object)
    """What became of each ticked case: tuple of Outcome."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner, case_id: int | None = None) -> None:
        super().__init__()
        self._decisions, self._actor, self._runner = counter.decisions, actor, runner
        self._reading, self._growing, self._opening = Latest(runner), Latest(runner), Latest(runner)
        self._under_way: int | None = None
        self._near = 0
        self._requests: dict[tuple[object, ...], str] = {}
        self.wanted = QueueFilter()
        self.places = Places(0, PAGE)
        self.counts: QueueCounts | None = None
        self.clerks: tuple[str, ...] = ()
        self._asked_for = self.case_id = case_id
        self.busy = False
        self.at_case = False
        """Where there is no room for both, the case is seen and not the queue."""
        self._ticks = Ticks(self)
        self._ticks.changed.connect(self.ticks_changed)
        self.notice_paper: int | None = None
        """The notice of the last denial, to print."""
        self._case: OpenCase | None = None
        self._read()

    def about(self) -> tuple[int | None, int | None]:
        """The person of the case that is open."""
        return None, (self.case.page.case.case_id if self.case is not None else None)

    def title(self) -> str:
        """The screen's name."""
        return text("decide", "审核")

    def refresh(self) -> None:
        """Shown again: others may have decided meanwhile."""
        if not self.busy:
            self._read()

    def changed_elsewhere(self, changes: tuple[Change, ...]) -> None:
        """Other counters took or decided cases: the queue is read again, the place in it stays."""
        self.refresh()

    # -- the queue -----------------------------------------------------------------------------------
    @property
    def rows(self) -> tuple[QueueRow, ...]:
        """The rows that are read."""
        return tuple(self.places.read())

    @property
    def place(self) -> int:
        """Where the case looked at stands in the queue; -1 when it is not there."""
        place = self.places.place_of(self.case_id, self._near)
        self._near = place if place >= 0 else self._near
        return place

    def filter(self, kind: str, clerk: str, overdue: bool) -> None:
        """Show only cases of a kind, taken by somebody, overdue ones; "" is all."""
        wanted = QueueFilter(kind, clerk, overdue)
        if wanted != self.wanted:
            self.wanted = wanted
            self._near = 0
            self._ticks.clear()
            self._read()

    def want(self, first: int, last: int) -> None:
        """Read the rows of these places, unless they are read or on their way."""
        start = self.places.missing(first, last)
        if start is not None and start != self._under_way:
            self._under_way = start
            job = partial(self._decisions.queue_at, self._actor, self.wanted, start, PAGE)
            self._growing.run(job, partial(self._grow, start), self._not_grown)

    def _read(self) -> None:
        self._growing.forget()
        self._under_way = None
        self._reading.run(partial(self._find, self.wanted, self._near), self._show, self.fail)

    def _find(self, wanted: QueueFilter, near: int) -> _Read:
        starts = sorted({0, max(near - PAGE // 2, 0) // PAGE * PAGE, near // PAGE * PAGE})
        pages = tuple((start, self._decisions.queue_at(self._actor, wanted, start, PAGE)) for start in starts)
        return _Read(pages, self._decisions.counts(wanted), self._decisions.clerks())

    def _show(self, read: _Read) -> None:
        self.counts, self.clerks = read.counts, read.clerks
        self.places = Places(read.counts.cases, PAGE)
        for start, page in read.pages:
            self._put(start, page)
        versions = {row.case.case_id: row.case.version for row in self.places.read()}
        self._ticks.hold(versions, every=len(versions) == len(self.places.rows))
        seen = self._case.page.case if self._case is not None else None
        if self.place < 0 and (self.case_id is None or self.case_id != self._asked_for):
            self._go_to(self._near)
        elif seen is None or versions.get(seen.case_id, seen.version) != seen.version:
            self._open_again()
        self.changed.emit()

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
            self.changed.emit()
        else:
            self.grown.emit()

    def _not_grown(self, error: CounterError) -> None:
        self._under_way = None
        self.fail(error)

    # -- the case --------------------------------------------------------------------------------------
    @property
    def case(self) -> OpenCase | None:
        """The case looked at; None while there is none or it is being read."""
        return self._case if self._case is not None and self._case.case_id == self.case_id else None

    def open(self, case_id: int) -> None:
        """Look at a case."""
        if case_id != self.case_id or self.case is None:
            self.case_id = case_id
            self._open_again()

    def aim(self, place: int, case_id: int | None) -> None:
        """The cursor is on a case that is not looked at yet: nothing can be done until it is.

        `case_id` is None while not even its row is read.
        """
        self._near = place
        if case_id != self.case_id:
            self._opening.forget()
            self.case_id = case_id
            self.opened.emit()

    @property
    def correction(self) -> int | None:
        """The case looked at, when it is a correction."""
        case = self.case.page.case if self.case is not None else None
        return case.case_id if case is not None and case.kind is CaseKind.CORRECTION else None

    def open_correction(self) -> None:
        """Go to the page of the correction looked at."""
        if self.correction is not None:
            self.correction_case.emit(self.correction)

    def possible(self, event: CaseEvent) -> ActionRow | None:
        """Whether something can be done with the case now; None while nothing is known."""
        if self.case is None or self.busy:
            return None
        return next(row for row in self.case.page.actions if row.name == event.value)

    def _go_to(self, place: int) -> None:
        """Look at the case at this place, or at the last one."""
        rows = self.places.rows
        row = rows[min(place, len(rows) - 1)] if rows else None
        row = row or next(self.places.read(), None)
        self.case_id = row.case.case_id if row is not None else None
        self._open_again()

    def _open_again(self) -> None:
        self._opening.forget()
        if self.case_id is None:
            self._case = None
        else:
            self._opening.run(partial(self._look, self.case_id), self._opened, self.fail)
        self.opened.emit()

    def _look(self, case_id: int) -> OpenCase:
        page = self._decisions.page(self._actor, case_id)
        photo = QImage.fromData(page.photo) if page.photo else QImage()
        if not photo.isNull():
            photo = photo.scaled(
                _PHOTO, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        return OpenCase(page, None if photo.isNull() else photo)

    def _opened(self, case: OpenCase) -> None:
        self._case = case
        self.opened.emit()

    # -- deciding ----------------------------------------------------------------------------------------
    def grant(self) -> None:
        """Grant the case looked at."""
        self._decide(CaseEvent.GRANT)

    def send_back(self, reason: str) -> None:
        """Send it back to the counter, with what is to be mended."""
        self._decide(CaseEvent.SEND_BACK, reason)

    def deny(self, reason: str, clause: str) -> None:
        """Deny it; `clause` is the condition that the reason stands on."""
        self._decide(CaseEvent.DENY, reason, clause)

    def print_notice(self) -> None:
        """Go to the notice of the last denial."""
        if self.notice_paper is not None:
            self.paper.emit(self.notice_paper)

    def _decide(self, event: CaseEvent, reason: str = "", clause: str = "") -> None:
        row = self.possible(event)
        if self.case is None or row is None or not row.possible:
            return
        case = self.case.page.case
        request = self._request(event, case.case_id, case.version)
        asked = (self._actor, request, case.case_id, case.version)
        decisions = self._decisions
        if event is CaseEvent.GRANT:
            job = partial(decisions.grant, *asked)
        elif event is CaseEvent.DENY:
            job = partial(decisions.deny, *asked, reason, clause)
        else:
            job = partial(decisions.send_back, *asked, reason)
        self._be_busy(True)
        self._runner.run(job, partial(self._stored, event), self._refused)

    def _stored(self, event: CaseEvent, done: DecisionDone) -> None:
        self.busy = False
        self.notice_paper = done.paper_id or self.notice_paper
        self.decided.emit()
        said = {
            CaseEvent.GRANT: text("decide", "{name} 的办件已审核通过，等待制证。"),
            CaseEvent.SEND_BACK: text("decide", "{name} 的办件已退回补正。"),
            CaseEvent.DENY: text("decide", "{name} 的办件已决定不予签发，通知书可按 F10 打印。"),
        }[event]
        self.notice.emit(said.format(name=done.case.person_name))
        self._drop({done.case.case_id})
        self._read()

    def _refused(self, error: CounterError) -> None:
        """Somebody was faster, or something is not met: the sentence, and everything read again."""
        self._be_busy(False)
        if isinstance(error, NotPossible):
            self.decided.emit()
            self._case = None
            self._read()
        self.fail(error)

    # -- many at once ------------------------------------------------------------------------------------
    @property
    def ticked(self) -> dict[int, int]:
        """The ticked cases with the version that was seen of each."""
        return self._ticks.seen

    def tick(self, row: QueueRow) -> None:
        """Tick a case for the batch, or take the tick away; a case of one's own cannot be ticked."""
        self._ticks.turn(row)

    def tick_all(self) -> None:
        """Tick every case listed that may be, the first of them where they are many, or none when they all are."""
        self._ticks.turn_all(self.places.read())

    def grant_ticked(self, password: str) -> None:
        """Grant the ticked cases, each on its own; the officer gives the password once."""
        if self.busy or not self.ticked:
            return
        cases = tuple(self.ticked.items())
        job = partial(self._decisions.grant_many, self._actor, self._request(*cases), cases, password)
        stored = partial(self._batch_stored, self._ticks.rows())
        self._be_busy(True)
        self._runner.run(job, stored, self._batch_refused)

    def _batch_stored(self, rows: dict[int, QueueRow], outcomes: tuple[GrantOutcome, ...]) -> None:
        self.busy = False
        self.decided.emit()
        granted = {one.case_id for one in outcomes if one.granted}
        self._ticks.clear()
        self._drop(granted)
        self._case = None  # what stays may stand otherwise than it was shown
        self._read()
        self.batch_done.emit(tuple(Outcome(rows[one.case_id], one.why_not) for one in outcomes))

    def _batch_refused(self, error: CounterError) -> None:
        self._be_busy(False)
        if not isinstance(error, BadInput):
            self.decided.emit()
            self._read()
        self.fail(error)

    # -- inside ------------------------------------------------------------------------------------------
    def _drop(self, case_ids: set[int]) -> None:
        """Take decided cases out of the list at once, and look at the next one."""
        place = max(self.place, 0)
        gone = self.places.drop(case_ids)
        if self.counts is not None:
            self.counts = replace(self.counts, cases=len(self.places.rows))
        self._ticks.drop(case_ids)
        if self.place < 0:
            self._near = max(place - sum(one < place for one in gone), 0)
            self._go_to(self._near)
        self.changed.emit()

    def _be_busy(self, busy: bool) -> None:
        self.busy = busy
        self.opened.emit()

    def _request(self, *what: object) -> str:
        """One request for one decision, however often it is asked for: a try after trouble doubles nothing."""
        return self._requests.setdefault(what, str(uuid.uuid4()))
