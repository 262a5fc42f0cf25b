"""The station's day is begun in the background, a few permits at a time, by whoever is first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.errors import CounterError
    from desktop.services.day_start import DayStart
    from desktop.services.rows import Actor
    from desktop.ui.kit.background import Runner

PAUSE_MS = 40
"""Between two steps, so that a clerk who saves something is never kept waiting for the database."""

Step = tuple[int, "tuple[date, int] | None"]


class DayBegin(QObject):
    """Looks whether it is another day than the one last begun; what fails is tried again at the next look."""

    begun = Signal(int)
    """The day is begun; so many permits were suspended here."""
    trouble = Signal(object)
    """A CounterError kept it from being begun; None when what kept it is over."""

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._on: date | None = None
        self._troubled = False

    def look(self, days: DayStart, actor: Actor) -> None:
        """Begin the day if it is a new one and nobody at the station has begun it; cheap otherwise."""
        on = days.today()
        if on != self._on:
            self._on = on
            self._run(partial(days.wanted, on), partial(self._told, days, actor, on))

    # -- inside ----------------------------------------------------------------------------------------
    def _told(self, days: DayStart, actor: Actor, on: date, wanted: bool) -> None:
        if wanted:
            self._run(partial(days.suspend_some, actor, on), partial(self._suspended, days, actor, on, 0))
        else:
            self._recovered()

    def _suspended(self, days: DayStart, actor: Actor, on: date, before: int, step: Step) -> None:
        count, after = before + step[0], step[1]
        if after is None:
            self._run(partial(days.finish, actor, on, count), partial(self._finished, count))
            return
        job = partial(days.suspend_some, actor, on, after)
        done = partial(self._suspended, days, actor, on, count)
        QTimer.singleShot(PAUSE_MS, self, partial(self._run, job, done))

    def _finished(self, count: int, _first: bool) -> None:
        self._recovered()
        self.begun.emit(count)

    def _recovered(self) -> None:
        if self._troubled:
            self._troubled = False
            self.trouble.emit(None)

    def _run(self, job: object, done: object) -> None:
        self._runner.run(job, done, self._failed, lane="background")  # type: ignore[arg-type]

    def _failed(self, error: CounterError) -> None:
        self._on, self._troubled = None, True
        self.trouble.emit(error)
