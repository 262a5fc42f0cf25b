"""Garbage is collected on the screen's thread, in small portions."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from desktop.ui.kit.turns import Rank, later

COLLECT_MS = 100
OLD_LIMIT = 10
"""So many middle collections before everything is looked through."""
AT_LATEST_MS = 20_000
"""When collecting begins even though nobody said that the program has settled."""


class Collector(QObject):
    """Collects garbage on the GUI thread only, and not before the program has settled.

    Python's collector runs in whichever thread happens to allocate; there it would destroy widgets that only
    a cycle still held, in a thread that must not touch them, and the program would crash some time later.
    What is imported at start-up stays for good: looking through it would stop the screen for 30 to 60 ms each
    time, so it is set aside by `settle`.
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
        """The generation that is to be looked through, as Python itself would reckon."""
        young, middle, _ = gc.get_threshold()
        now = gc.get_count()
        if now[2] > OLD_LIMIT:
            return 2
        if now[0] > young:
            return 1 if now[1] > middle else 0
        return None
