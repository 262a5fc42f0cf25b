"""What the decider's desk knows: the queue, the case looked at, the cases ticked, what was decided."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
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
from desktop.ui.screens.decide.listed import Queue
from desktop.ui.screens.decide.ticks import Outcome, Ticks

if TYPE_CHECKING:
    from desktop.domain.changes import Change
    from desktop.domain.errors import CounterError
    from desktop.services.counter import Counter
    from desktop.services.decision_rows import CasePage, DecisionDone, GrantOutcome, QueueRow
    from desktop.services.rows import ActionRow, Actor

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
        self._opening = Latest(runner)
        self._requests: dict[tuple[object, ...], str] = {}
        self.queue = Queue(counter.decisions, actor, runner, self)
        self.queue.failed.connect(self.fail)
        self.queue.read.connect(self._queue_read)
        self.queue.resized.connect(self.changed)
        self.queue.grown.connect(self.grown)
        self._asked_for = self.case_id = case_id
        self.busy = False
        self.at_case = False
        """Where there is no room for both, the case is seen and not the queue."""
        self._ticks = Ticks(self)
        self._ticks.changed.connect(self.ticks_changed)
        self.notice_paper: int | None = None
        """The notice of the last denial, to print."""
        self._case: OpenCase | None = None
        self.queue.begin()

    def about(self) -> tuple[int | None, int | None]:
        """The person of the case that is open."""
        return None, (self.case.page.case.case_id if self.case is not None else None)

    def title(self) -> str:
        """The screen's name."""
        return text("decide", "审核")

    def refresh(self) -> None:
        """Shown again: others may have decided meanwhile."""
        if not self.busy:
            self.queue.begin()

    def changed_elsewhere(self, changes: tuple[Change, ...]) -> None:
        """Other counters took or decided cases: the queue is read again, the place in it stays."""
        self.refresh()

    # -- the queue -----------------------------------------------------------------------------------
    @property
    def rows(self) -> tuple[QueueRow, ...]:
        """The rows that are read."""
        return tuple(self.queue.places.read())

    @property
    def place(self) -> int:
        """Where the case looked at stands in the queue; -1 when it is not there."""
        return self.queue.place_of(self.case_id)

    def filter(self, kind: str, clerk: str, overdue: bool) -> None:
        """Show only cases of a kind, taken by somebody, overdue ones; "" is all."""
        if self.queue.filter(QueueFilter(kind, clerk, overdue)):
            self._ticks.clear()
            self.queue.begin()

    def want(self, first: int, last: int) -> None:
        """Read the rows of these places, unless they are read or on their way."""
        self.queue.want(first, last)

    def _queue_read(self) -> None:
        places = self.queue.places
        versions = {row.case.case_id: row.case.version for row in places.read()}
        self._ticks.hold(versions, every=len(versions) == len(places.rows))
        seen = self._case.page.case if self._case is not None else None
        if self.place < 0 and (self.case_id is None or self.case_id != self._asked_for):
            self._go_to(self.queue.near)
        elif seen is None or versions.get(seen.case_id, seen.version) != seen.version:
            self._open_again()
        self.changed.emit()

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
        self.queue.near = place
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
        row = self.queue.row_at(place)
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
        self.queue.begin()

    def _refused(self, error: CounterError) -> None:
        """Somebody was faster, or something is not met: the sentence, and everything read again."""
        self._be_busy(False)
        if isinstance(error, NotPossible):
            self.decided.emit()
            self._case = None
            self.queue.begin()
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
        self._ticks.turn_all(self.queue.places.read())

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
        self.queue.begin()
        self.batch_done.emit(tuple(Outcome(rows[one.case_id], one.why_not) for one in outcomes))

    def _batch_refused(self, error: CounterError) -> None:
        self._be_busy(False)
        if not isinstance(error, BadInput):
            self.decided.emit()
            self.queue.begin()
        self.fail(error)

    # -- inside ------------------------------------------------------------------------------------------
    def _drop(self, case_ids: set[int]) -> None:
        """Take decided cases out of the list at once, and look at the next one."""
        gone = self.queue.drop(case_ids, self.case_id)
        self._ticks.drop(case_ids)
        if gone:
            self._go_to(self.queue.near)
        self.changed.emit()

    def _be_busy(self, busy: bool) -> None:
        self.busy = busy
        self.opened.emit()

    def _request(self, *what: object) -> str:
        """One request for one decision, however often it is asked for: a try after trouble doubles nothing."""
        return self._requests.setdefault(what, str(uuid.uuid4()))
