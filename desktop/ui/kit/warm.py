"""Reads in beforehand what the clerk will want soon, so that no screen has to wait for its modules."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import ModuleType

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QElapsedTimer, QObject, Signal

from desktop.domain.errors import CounterError
from desktop.ui.kit.background import Lane, Runner
from desktop.ui.kit.turns import Slices

BUDGET_MS = 1.5
"""A turn that has made classes for so long makes no further one: some have ten enums and take 5 ms alone."""


class _Types(Slices):
    """Has so many classes made in a turn as there is time for."""

    def __init__(self, parent: QObject, names: Iterable[tuple[ModuleType, str]]) -> None:
        self._names = list(names)
        super().__init__(parent, [])

    def next(self) -> None:
        """Have some made; when none is left, say so."""
        if not self._names:
            super().next()
            return
        since = QElapsedTimer()
        since.start()
        while self._names and since.nsecsElapsed() < BUDGET_MS * 1e6:
            module, name = self._names.pop(0)
            getattr(module, name)


def load_types(parent: QObject) -> Slices:
    """Have Qt's classes known to Python, a few a turn; they are made one by one when first met.

    The first time a table gives back its header all widget classes are made at once, 10 ms and more.
    On the screen's thread, before any worker imports a view: a class that one thread is making is half a
    class to another, which then lacks its enums or ends the program.
    """
    names = [(module, name) for module in (QtCore, QtGui, QtWidgets) for name in dir(module)]
    return _Types(parent, names)


class Warm(QObject):
    """Runs small steps one after the other in a worker; each is a job of its own.

    So whatever the clerk asks of the same worker meanwhile waits for one step at the most. A step that
    fails is passed over: whoever needs the thing will meet the same trouble and tell it.
    """

    done = Signal()

    def __init__(
        self, runner: Runner, steps: Iterable[Callable[[], object]], lane: Lane = "background"
    ) -> None:
        super().__init__()
        self._runner, self._steps, self._lane = runner, list(steps), lane

    def start(self) -> None:
        """Begin; `done` comes when nothing is left."""
        if not self._steps:
            self.done.emit()
            return
        self._runner.run(self._steps.pop(0), self._next, self._passed_over, lane=self._lane)

    def _next(self, _: object) -> None:
        self.start()

    def _passed_over(self, _: CounterError) -> None:
        self.start()
