"""Reads in beforehand what the clerk will want soon, so that no screen has to wait for its modules."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from types import ModuleType

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import CounterError
from desktop.ui.kit.background import Lane, Runner
from desktop.ui.kit.turns import Slices

FEW = 6
"""So many classes a turn: 1 ms, and 9 at worst."""


def load_types(parent: QObject) -> Slices:
    """Have Qt's classes known to Python, a few a turn; they are made one by one when first met.

    The first time a table gives back its header all widget classes are made at once, 10 ms and more.
    On the screen's thread, before any worker imports a view: a class that one thread is making is half a
    class to another, which then lacks its enums or ends the program.
    """
    names = [(module, name) for module in (QtCore, QtGui, QtWidgets) for name in dir(module)]
    return Slices(parent, [partial(_load, names[at : at + FEW]) for at in range(0, len(names), FEW)])


def _load(names: Iterable[tuple[ModuleType, str]]) -> None:
    for module, name in names:
        getattr(module, name)


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
