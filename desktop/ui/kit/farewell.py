"""Views that are done with are destroyed one at a time, when nothing else is going on."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

PAUSE_MS = 60
"""Between the last sight of a view and its end: the next screen is laid out and painted in that time."""


class Farewell(QObject):
    """Hides views at once and destroys one a turn of the event loop.

    A form's hundred widgets take 3 to 8 ms to destroy; left to `deleteLater` they go in the same turn in which
    the next screen is laid out and painted, and ten screens at the end of a duty go together.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[tuple[QWidget, QObject | None]] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._one)

    def take(self, view: QWidget, presenter: QObject | None = None) -> None:
        """Destroy a view soon, and its presenter with it; out of sight and silent from now on."""
        view.hide()
        for timer in view.findChildren(QTimer):  # nothing in it happens by itself any more
            timer.stop()
        self._waiting.append((view, presenter))
        self._timer.start()

    def _one(self) -> None:
        for each in self._waiting.popleft():
            if each is not None and isValid(each):
                each.deleteLater()
        if self._waiting:
            self._timer.start()
