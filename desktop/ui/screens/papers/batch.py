"""Several papers sent one after the other: how far it is, and what stopped it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import CounterError
from desktop.ui.kit.background import Runner

if TYPE_CHECKING:
    from desktop.services.paper_rows import CopyRow
    from desktop.ui.screens.papers.jobs import Jobs
    from desktop.ui.screens.papers.lines import Line


class ToSend(NamedTuple):
    """A line, the request under which its copy is made, and the queue of its kind."""

    line: Line
    request: str
    printer: str


class Batch(QObject):
    """Sends the papers in order; the first that cannot be sent stops the rest, which stay as they were."""

    moved_on = Signal()
    """One more was sent."""
    finished = Signal(object)
    """All were sent (None), or one could not be (CounterError)."""

    def __init__(self, jobs: Jobs, runner: Runner) -> None:
        super().__init__()
        self._jobs, self._runner = jobs, runner
        self._left: list[ToSend] = []
        self._stopped = False
        self.sent: list[Line] = []
        self.count = 0

    @property
    def running(self) -> bool:
        """Whether some are still to be sent."""
        return bool(self._left)

    def begin(self, papers: Sequence[ToSend]) -> None:
        """Send these."""
        self._left, self.sent, self.count = list(papers), [], len(papers)
        self._stopped = False
        self._next()

    def stop(self) -> None:
        """Send no more after the one on its way."""
        self._stopped = True

    def _next(self) -> None:
        if self._stopped or not self._left:
            self._left.clear()
            self.finished.emit(None)
            return
        one = self._left[0]
        job = partial(self._jobs.send, one.line, one.request, one.printer)
        self._runner.run(job, self._went, self._failed, lane="printing")

    def _went(self, _copy: CopyRow) -> None:
        self.sent.append(self._left.pop(0).line)
        self.moved_on.emit()
        self._next()

    def _failed(self, error: CounterError) -> None:
        self._left.clear()
        self.finished.emit(error)
