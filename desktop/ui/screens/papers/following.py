"""The job of the copy looked at, asked after again and again while something may still come."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.errors import CounterError
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.print_jobs import JobRow
    from desktop.ui.screens.papers.jobs import Jobs

EVERY = 2000
"""Milliseconds from one answer to the next question."""


class Following(QObject):
    """Asks how the job of one copy stands, until it left the queue."""

    changed = Signal()
    """The job stands otherwise."""

    def __init__(self, jobs: Jobs, runner: Runner) -> None:
        super().__init__()
        self._jobs, self._asked = jobs, Latest(runner)
        self._copy_id: int | None = None
        self.row: JobRow | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(EVERY)
        self._again.timeout.connect(self.ask)

    def follow(self, copy_id: int | None) -> None:
        """Follow the job of this copy, or none; asked for at once."""
        if copy_id != self._copy_id:
            self.row = None
        self._copy_id = copy_id
        self._again.stop()
        self._asked.forget()
        if copy_id is not None:
            self.ask()

    def ask(self) -> None:
        """Ask once more."""
        if self._copy_id is not None:
            job = partial(self._jobs.look, self._copy_id)
            self._asked.run(job, self._told, self._untold, lane="printing", deadline=15)

    @property
    def can_cancel(self) -> bool:
        """Whether there is a job that may be taken back."""
        return self.row is not None and self.row.running

    def words(self) -> str:
        """Say where the job is and what its printer complains of, "" where nothing is known."""
        row = self.row
        if row is None:
            return ""
        said = sentence_text(row.words)
        mark = text("papers", "、")
        alerts = mark.join(sentence_text(one) for one in row.alerts)
        return text("papers", "{state}（{alerts}）").format(state=said, alerts=alerts) if alerts else said

    def _told(self, row: JobRow | None) -> None:
        was, self.row = self.row, row
        if row is not None and row.running:
            self._again.start()
        if row != was:
            self.changed.emit()

    def _untold(self, _error: CounterError) -> None:
        self._again.start()  # what the look itself cannot tell is asked again
