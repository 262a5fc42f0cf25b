"""Measures how long the screen ever stood still."""

from __future__ import annotations

import time

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer

BEAT = 5
"""Milliseconds between two beats of the watch."""
LIMIT = 16
"""Milliseconds the screen may stand still."""


class GuiWatch(QObject):
    """A precise 5 ms timer on the GUI thread; whatever keeps it from beating keeps the screen from moving.

    `gaps` are the stand-stills over 16 ms, in milliseconds, beyond the beat itself; `jobs` the processor time
    of this thread between two beats where that alone was over 16 ms: what the program itself did, however
    busy the machine. Pause around what is no work of ours (grabbing a picture, say).
    """

    def __init__(self, parent: QObject | None = None, limit: float = LIMIT) -> None:
        super().__init__(parent)
        self.gaps: list[float] = []
        self.jobs: list[float] = []
        self._worked = 0.0
        self.worst = 0.0
        self._limit, self._since = limit, QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self._beat)

    @property
    def running(self) -> bool:
        """Whether it is counting."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begin, or go on after a pause; the time between does not count."""
        self._since.start()
        self._worked = time.thread_time()
        self._timer.start()

    def pause(self) -> None:
        """Stop counting, after taking the gap that is open."""
        if self._timer.isActive():
            self._beat()
            self._timer.stop()

    def reset(self) -> None:
        """Forget what was measured."""
        self.gaps, self.jobs, self.worst = [], [], 0.0
        self._since.start()
        self._worked = time.thread_time()

    def _beat(self) -> None:
        gap = self._since.nsecsElapsed() / 1e6 - BEAT
        self._since.start()
        before, self._worked = self._worked, time.thread_time()
        job = (self._worked - before) * 1000
        if job > self._limit:
            self.jobs.append(job)
        self.worst = max(self.worst, gap)
        if gap > self._limit:
            self.gaps.append(gap)
