"""Garbage is collected on the screen's thread, in small portions."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from desktop.ui.kit.turns import Rank, later

COLLECT_MS = 100
OLD_LIMIT, OLD_AT_LATEST = 8, 900
"""So many collections before everything is looked through: when the clerk rests, or all the same.

What a day's screens had left, looked through once, took 31 ms.
"""
REST_SECONDS = 3
AT_LATEST_MS = 60_000
"""When collecting begins even though nobody said that the program has settled."""


class Collector(QObject):
    """Collects garbage on the GUI thread only, and not before the program has settled.

    Python's collector runs in whichever thread happens to allocate; there it would destroy widgets that only
    a cycle still held, in a thread that must not touch them, and the program would crash some time later.
    What is imported at start-up stays for good: looking through it would stop the screen for 30 to 60 ms each
    time, so it is set aside by `settle`. The rest is looked through in idle turns, and the oldest when nobody
    has touched keyboard or mouse for a moment.
    """

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        self._asked = False
        self._timer = QTimer(self)
        self._timer.setInterval(COLLECT_MS)
        self._timer.timeout.connect(self._due)
        QTimer.singleShot(AT_LATEST_MS, self, self._begin)

    def settle(self) -> None:
        """Set aside everything imported and built so far, and collect from now on what comes after."""
        gc.freeze()  # without collecting first: that alone would take the time this is to save
        self._timer.start()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            from desktop.ui.kit.idle import IdleWatch  # for start-up time

            self._rest = IdleWatch(REST_SECONDS, self)
            self._rest.watch(application)
            self._rest.idle.connect(self._rested)
            self._rest.start()

    def _rested(self) -> None:
        if gc.get_count()[2] > OLD_LIMIT:
            later(self, _collect_all, rank=Rank.IDLE)
        self._rest.start()

    def _begin(self) -> None:
        if not self._timer.isActive():
            self.settle()

    def _due(self) -> None:
        if not self._asked and self._wanted() is not None:
            self._asked = True
            later(self, self._collect, rank=Rank.IDLE)

    def _collect(self) -> None:
        self._asked = False
        wanted = self._wanted()
        if wanted is not None:
            gc.collect(wanted)

    def _wanted(self) -> int | None:
        """The generation that is to be looked through, if any."""
        now = gc.get_count()
        if now[2] > OLD_AT_LATEST:
            return 2
        # the middle with the young each time, so that nothing gathers there: three of them at once took up to 6 ms
        return 1 if now[0] > gc.get_threshold()[0] else None


def _collect_all() -> None:
    gc.collect()
