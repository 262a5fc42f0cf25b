"""Measures how long the screen ever stood still, and how much the program itself did in one turn."""

from __future__ import annotations

import time

from PySide6.QtCore import QAbstractEventDispatcher, QElapsedTimer, QObject, Qt, QTimer

BEAT = 5
"""Milliseconds between two beats of the watch."""
LIMIT = 16
"""Milliseconds the screen may stand still."""


class GuiWatch(QObject):
    """Watches the GUI thread: by the clock, and by the processor time of each turn of its event loop.

    `gaps` are the stand-stills over 16 ms, in milliseconds, beyond the beat of a precise 5 ms timer: whatever
    keeps it from beating keeps the screen from moving. `jobs` are the turns of the event loop that took over
    16 ms of this thread's processor time: what the program itself did, however busy the machine; `heaviest`
    is the greatest. A turn is all that happens between two looks for events, timers, answers, layout and
    painting together; what is done outside the loop counts as a turn too. None counts for longer than it took
    by the clock: on a machine shared with others a thread's processor time jumps by some milliseconds now and
    then, without any time going by. Pause around what is no work of ours (grabbing a picture, say).
    """

    def __init__(self, parent: QObject | None = None, limit: float = LIMIT) -> None:
        super().__init__(parent)
        self.gaps: list[float] = []
        self.jobs: list[float] = []
        self.worst = self.heaviest = 0.0
        self._worked = self._seen = 0.0
        self._limit, self._since = limit, QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self._beat)
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self._turn)
        if not dispatcher.inherits("QEventDispatcherUNIX"):  # that one blocks in the middle of a turn
            dispatcher.aboutToBlock.connect(self._turn)

    @property
    def running(self) -> bool:
        """Whether it is counting."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begin, or go on after a pause; the time between does not count."""
        self._since.start()
        self._worked, self._seen = time.thread_time(), time.perf_counter()
        self._timer.start()

    def pause(self) -> None:
        """Stop counting, after taking what is open."""
        if self._timer.isActive():
            self._beat()
            self._turn()
            self._timer.stop()

    def reset(self) -> None:
        """Forget what was measured."""
        self.gaps, self.jobs, self.worst, self.heaviest = [], [], 0.0, 0.0
        self._since.start()
        self._worked, self._seen = time.thread_time(), time.perf_counter()

    def _turn(self) -> None:
        if not self._timer.isActive():
            return
        worked, seen = self._worked, self._seen
        self._worked, self._seen = time.thread_time(), time.perf_counter()
        job = min(self._worked - worked, self._seen - seen) * 1000
        self.heaviest = max(self.heaviest, job)
        if job > self._limit:
            self.jobs.append(job)

    def _beat(self) -> None:
        gap = self._since.nsecsElapsed() / 1e6 - BEAT
        self._since.start()
        self.worst = max(self.worst, gap)
        if gap > self._limit:
            self.gaps.append(gap)
