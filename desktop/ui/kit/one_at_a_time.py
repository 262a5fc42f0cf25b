"""Presenters of screens that ask the services for one thing at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal

from desktop.domain.errors import CounterError
from desktop.ui.kit.background import Lane, Runner
from desktop.ui.kit.screen import Presenter


class OneAtATime(Presenter):
    """Does one thing at a time: what is asked for while it is `busy` is not done."""

    changed = Signal()
    """What is shown, or what is possible, is another one."""

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self._runner = runner
        self.busy = False

    def _do(self, job: Callable[[], Any], done: Callable[[Any], None], lane: Lane = "interactive") -> None:
        """Begin with a job; `done` or `_failed` takes what came of it and ends being busy."""
        if self.busy:
            return
        self.busy = True
        self.changed.emit()
        self._runner.run(job, done, self._failed, lane=lane)

    def _failed(self, error: CounterError) -> None:
        self.busy = False
        self.changed.emit()
        self.fail(error)


class AskedInSheets(OneAtATime):
    """The same where a sheet over the page asks: the sheet stays until it is `done`."""

    done = Signal()
    """What was asked for is stored."""

    def _settle(self) -> None:
        self.busy = False
        self.done.emit()
        self.refresh()

    def _failed(self, error: CounterError) -> None:
        super()._failed(error)
        self.refresh()
