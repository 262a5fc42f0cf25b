"""What the queue's screen knows: what was done without the server, and the line of the list that is looked at."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal

from desktop.domain.errors import BadInput, CounterError, FieldProblem
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.changes import Change
    from desktop.services.conflict_rows import ConflictPage, ConflictRow, Queue
    from desktop.services.conflicts import Conflicts
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor

REST_MS = 200
"""So long at least between two readings that nobody asked for: every lot that is sent moves the line."""


class ToSendPresenter(Presenter):
    """Shows the queue and the review list; a line is applied after all, or its papers are made void."""

    changed = Signal()
    """The queue, the list, the line looked at, or what is possible are others."""
    wrong = Signal(object)
    """What was typed breaks its rule (FieldProblem)."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner) -> None:
        super().__init__()
        self._conflicts, self._actor, self._runner = counter.conflicts, actor, runner
        self._reading, self._looking = Latest(runner), Latest(runner)
        self.queue: Queue | None = None
        self.rows: tuple[ConflictRow, ...] = ()
        self.page: ConflictPage | None = None
        self.busy = self._asked = self._stale = False
        self._at: int | None = None
        self.note, self._notes = "", dict[int, str]()
        self._request: tuple[object, str] = (None, "")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._rested)
        self.refresh()

    def title(self) -> str:
        """See `Presenter.title`."""
        return text("to_send", "待上传和待核对")

    def refresh(self) -> None:
        """Read the queue and the list anew."""
        self._ask(self._not_read)

    def line_moved(self) -> None:
        """The server went or came back, or some of what waits was sent: look again."""
        self._look_again()

    def changed_elsewhere(self, changes: tuple[Change, ...]) -> None:
        """Other counters sent something, or settled a line: look again."""
        self._look_again()

    # -- what the clerk does ---------------------------------------------------------------------------
    def look(self, row: ConflictRow | None, typed: str = "") -> bool:
        """Look at a line: both versions are read; what was `typed` as its note stays with the line before.

        Whether it is another line; then `note` is what was typed at this one.
        """
        if row is None or row.conflict_id == self._at:
            return False
        if self._at is not None:
            self._notes[self._at] = typed
        self._at, self.page = row.conflict_id, None
        self.note = self._notes.get(self._at, "")
        self.changed.emit()
        self._read_page()
        return True

    def apply_after_all(self) -> None:
        """Apply the operation of the line looked at after all."""
        if self.page is not None and not self.busy:
            row = self.page.row
            request = self._key("apply", row.conflict_id, row.version)
            job = partial(self._conflicts.apply, self._actor, request, row.conflict_id, row.version)
            self._do(job, text("to_send", "已补办：受理号、时间和单据与断网时一致。"))

    def make_void(self, note: str) -> None:
        """Keep what the server has: what was printed counts no more."""
        if self.page is not None and not self.busy:
            row = self.page.row
            request = self._key("void", row.conflict_id, row.version, note)
            job = partial(self._conflicts.void, self._actor, request, row.conflict_id, row.version, note)
            self._do(job, text("to_send", "已作废：断网时打印的单据不再有效。"))

    # -- inside ----------------------------------------------------------------------------------------
    def _key(self, *deed: object) -> str:
        """One request a deed: tried again unchanged, it is the same one."""
        if self._request[0] != deed:
            self._request = (deed, str(uuid.uuid4()))
        return self._request[1]

    def _do(self, job: Callable[[], Any], told: str) -> None:
        self.busy = True
        self.changed.emit()
        self._runner.run(job, partial(self._done, told), self._failed)

    def _read_page(self) -> None:
        if self._at is not None:
            job = partial(self._conflicts.page, self._actor, self._at)
            self._looking.run(job, self._open, self.fail)

    def _ask(self, failed: Callable[[CounterError], None]) -> None:
        self._asked, self._stale = True, False
        self._reading.run(partial(_read, self._conflicts, self._actor), self._show, failed)

    def _look_again(self) -> None:
        self._stale = True
        self._rested()

    def _rested(self) -> None:
        if self._stale and not self._asked and not self._rest.isActive():
            self._ask(self._not_now)

    def _answered(self) -> None:
        self._asked = False
        self._rest.start()

    def _not_read(self, error: CounterError) -> None:
        self._answered()
        self.fail(error)

    def _not_now(self, _error: CounterError) -> None:
        """A look that nobody asked for failed: the line's next move, or the clerk's own look, will tell."""
        self._answered()

    def _show(self, read: tuple[tuple[ConflictRow, ...], Queue]) -> None:
        rows, self.queue = read
        if self.queue.away_since is None:  # else nobody knows the list: it stays as it was read
            self.rows = rows
        self._answered()
        if self._at is None and self.rows:
            self._at = self.rows[0].conflict_id
            self._read_page()
        self.changed.emit()

    def _open(self, page: ConflictPage) -> None:
        if page.row.conflict_id == self._at:
            self.page = page
            self.changed.emit()

    def _done(self, told: str, _: object) -> None:
        self.busy, self._request = False, (None, "")
        self.notice.emit(told)
        self.refresh()
        self._read_page()

    def _failed(self, error: CounterError) -> None:
        self.busy = False
        self.changed.emit()
        if isinstance(error, BadInput):
            self.wrong.emit(FieldProblem(error.field, error.message))
            return
        self.fail(error)
        self.refresh()
        self._read_page()


def _read(conflicts: Conflicts, actor: Actor) -> tuple[tuple[ConflictRow, ...], Queue]:
    """The list first: where the server comes back in between, the line moves and it is read once more."""
    return conflicts.list(actor), conflicts.queue(actor)
