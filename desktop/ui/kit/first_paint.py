"""What is done only once the window has been seen, so that nothing competes with the first paint."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

AT_LATEST = 500
"""Milliseconds after which it is done all the same: a window that is minimised is never painted."""


class FirstPaint(QObject):
    """Calls `then` once, after the next paint of a window."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then = then
        self._over = False
        window.installEventFilter(self)
        QTimer.singleShot(0, self, self._await)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look out for the paint; the widgets inside are painted in the same turn of the event loop."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._go)
        return False

    def _await(self) -> None:
        """Count from the event loop's first turn: on a slow machine it may be long until there is one."""
        QTimer.singleShot(AT_LATEST, self, self._go)

    def _go(self) -> None:
        if not self._over:
            self._over = True
            self._then()
            self.deleteLater()
