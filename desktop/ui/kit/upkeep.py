"""What keeps the data safe and in order goes on by itself: a backup that is due, keys to change, names to index."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from desktop.domain.errors import CounterError

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor
    from desktop.ui.kit.background import Runner

SECONDS, REST = 60, 600
"""Between two looks; and after something was in the way: somebody at work, a disk that is full."""


class Upkeep(QObject):
    """Looks now and then, in a lane of its own, so that nobody ever waits for it; stopped when the program ends."""

    trouble = Signal(object)
    """A backup that was due could not be made (a CounterError)."""

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner, self._stop = runner, threading.Event()
        self._busy, self._rest = False, SECONDS
        self._sealed = self._indexed = False
        self._since = QElapsedTimer()
        self._since.start()

    def look(self, counter: Counter, actor: Actor) -> None:
        """Do what is due, if the last look is long enough ago; cheap otherwise."""
        if self._busy or self._since.elapsed() < self._rest * 1000:
            return
        self._busy = True
        self._runner.run(lambda: self._work(counter, actor), self._done, self._failed, lane="upkeep")

    def stop(self) -> None:
        """Break off what is under way: nothing is left of a copy that is not whole."""
        self._stop.set()

    # -- inside ------------------------------------------------------------------------------------
    def _work(self, counter: Counter, actor: Actor) -> bool:
        from desktop.domain.rights import Right  # here for start-up time
        from desktop.services.backup_making import Stopped  # it brings the database along

        try:
            if not self._sealed:
                counter.second_factors.seal_open_ones()
                self._sealed = True
            if not self._indexed and actor.may(Right.WORK_DAY):
                self._indexed = counter.people.index_names(actor, self._stop.is_set)
            counter.backups.make_due(actor, self._stop.is_set)
            return counter.keys.go_on(actor, self._stop.is_set)
        except Stopped:
            return True

    def _done(self, done: bool) -> None:
        self._again(SECONDS if done else REST)

    def _failed(self, error: CounterError) -> None:
        self._again(REST)
        self.trouble.emit(error)

    def _again(self, seconds: int) -> None:
        self._busy, self._rest = False, seconds
        self._since.start()
