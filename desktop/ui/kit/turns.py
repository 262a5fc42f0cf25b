"""Work on the screen's thread cut into slices: one a turn of the event loop, whoever asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import (
    QAbstractEventDispatcher,
    QCoreApplication,
    QElapsedTimer,
    QObject,
    Qt,
    QTimer,
    Signal,
)
from shiboken6 import isValid

BUSY_MS = 2.5
"""A turn that has taken so long already, laying out or painting, gets no slice on top."""


class Slices(QObject):
    """Steps that are done one a turn; belongs to what it works on and dies with it."""

    built = Signal()
    """The last step is done."""

    def __init__(self, parent: QObject, steps: Iterable[Callable[[], None]]) -> None:
        super().__init__(parent)
        self._waiting = list(steps)
        self.done = False
        _turns().begin(self)

    def next(self) -> None:
        """Do one step; after the last one, say so."""
        if self._waiting:
            self._waiting.pop(0)()
        elif not self.done:
            self.done = True
            self.built.emit()

    def finish(self) -> None:
        """Do what is left at once."""
        while not self.done:
            self.next()

    def drop(self) -> None:
        """Do nothing more."""
        self._waiting, self.done = [], True


def later(parent: QObject, *steps: Callable[[], None]) -> Slices:
    """Do these one a turn, after this one; nothing of them is left behind."""
    slices = Slices(parent, steps)
    slices.built.connect(slices.deleteLater)
    return slices


class Turns(QObject):
    """Gives each turn of the event loop to one slice; first come, first served."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asking: list[Slices] = []
        self._since, self._put_off = QElapsedTimer(), False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)

    def begin(self, slices: Slices) -> None:
        """Take these on."""
        self._asking.append(slices)
        if not self._timer.isActive():
            self._since.start()
            QAbstractEventDispatcher.instance().awake.connect(self._woke)
            self._timer.start()

    def _woke(self) -> None:
        self._since.start()

    def _turn(self) -> None:
        if self._since.nsecsElapsed() >= BUSY_MS * 1e6 and not self._put_off:
            self._put_off = True
            return
        self._put_off = False
        while self._asking and (not isValid(self._asking[0]) or self._asking[0].done):
            del self._asking[0]
        if self._asking:
            self._asking[0].next()
        else:
            self._timer.stop()
            QAbstractEventDispatcher.instance().awake.disconnect(self._woke)


def _turns() -> Turns:
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("slices need the application's event loop")
    found = application.findChild(Turns, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found or Turns(application)
