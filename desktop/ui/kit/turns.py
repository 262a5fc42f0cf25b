"""Work on the screen's thread cut into slices: one a turn of the event loop, whoever asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum

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


class Rank(IntEnum):
    """Who goes first when several ask for a turn."""

    ANSWER = 0
    """What somebody waits for."""
    BUILDING = 1
    IDLE = 2
    """Tidying up: only in turns in which nothing else asks and little has happened."""


class Slices(QObject):
    """Steps that are done one a turn; belongs to what it works on and dies with it."""

    built = Signal()
    """The last step is done."""

    def __init__(
        self,
        parent: QObject,
        steps: Iterable[Callable[[], None]],
        *,
        rank: Rank = Rank.BUILDING,
    ) -> None:
        super().__init__(parent)
        self._waiting = list(steps)
        self.done, self.rank = False, rank
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


def later(parent: QObject, *steps: Callable[[], None], rank: Rank = Rank.BUILDING) -> Slices:
    """Do these one a turn, after this one; nothing of them is left behind."""
    slices = Slices(parent, steps, rank=rank)
    slices.built.connect(slices.deleteLater)
    return slices


class Turns(QObject):
    """Gives each turn of the event loop to one slice: by rank, and among equals first come, first served."""

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

    @property
    def resting(self) -> bool:
        """Whether nobody asks for a turn."""
        return not self._timer.isActive()

    def _woke(self) -> None:
        self._since.start()

    def _turn(self) -> None:
        busy = self._since.nsecsElapsed() >= BUSY_MS * 1e6
        if busy and not self._put_off:
            self._put_off = True
            return
        self._put_off = False
        self._asking = [each for each in self._asking if isValid(each) and not each.done]
        first = min(self._asking, key=lambda each: each.rank, default=None)
        if first is None:
            self._timer.stop()
            QAbstractEventDispatcher.instance().awake.disconnect(self._woke)
        elif not (busy and first.rank is Rank.IDLE):
            first.next()


def at_rest() -> bool:
    """Whether everything that was to be done a turn at a time is done: what tests wait for."""
    return _turns().resting


def _turns() -> Turns:
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("slices need the application's event loop")
    found = application.findChild(Turns, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found or Turns(application)
