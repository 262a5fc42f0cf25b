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

    from desktop.services.conflict_rows import ConflictPage, ConflictRow, Queue
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor

AGAIN_MS = 2_000
"""The queue is read again so often while something waits in it, or the server is away."""


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
        self.busy = False
        self._at: int | None = None
        self.note, self._notes = "", dict[int, str]()
        self._request: tuple[object, str] = (None, "")
        self._timer = QTimer(self)
        self._timer.setInterval(AGAIN_MS)
        self._timer.timeout.connect(self.refresh)
        self.refresh()

    def title(self) -> str:
        """See `Presenter.title`."""
        return text("to_send", "待上传和待核对")

    def refresh(self) -> None:
        """Read the queue and the list anew."""
        job = partial(_read, self._conflicts, self._actor)
        self._reading.run(job, self._show, self.fail)

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

    def _show(self, read: tuple[Queue, tuple[ConflictRow, ...]]) -> None:
        self.queue, self.rows = read
        if self.queue.waiting or self.queue.away_since is not None:
            self._timer.start()
        else:
            self._timer.stop()
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


def _read(conflicts: Any, actor: Actor) -> tuple[Queue, tuple[ConflictRow, ...]]:
    return conflicts.queue(actor), conflicts.list(actor)
