"""What the page knows that asks for the station's secret: what opens the data, how the attempt goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal

from desktop.domain.errors import BadInput, CounterError, sentence
from desktop.ui.kit.background import Runner
from desktop.ui.kit.screen import Gate
from desktop.ui.kit.text import text

FREE, STEP, MOST = 2, 5, 30
"""So many attempts need no wait; then each waits so many seconds more, up to the most."""

ORDER = ("secret", "recovery", "token")
"""What the data is opened by, in the order in which it is offered."""
_EMPTY = {
    "secret": sentence("errors", "请填写口令。"),
    "recovery": sentence("errors", "请填写恢复密钥。"),
    "token": sentence("errors", "请插好密钥盘，填写它的PIN。"),
}


class UnlockPresenter(Gate):
    """Opens the data; `opened` carries None.

    `unlock` is called in the worker only, with the secret, the recovery key and a token's PIN, two of them "".
    """

    changed = Signal()
    """Busy, waiting or asking for something else."""

    def __init__(
        self,
        unlock: Callable[[str, str, str], object],
        ways: frozenset[str],
        runner: Runner,
        second_ms: int = 1_000,
    ) -> None:
        super().__init__()
        self._unlock, self._runner = unlock, runner
        self.ways = ways
        self._order = [each for each in ORDER if each in ways]
        self.way = self._order[0]
        self.busy = False
        self.wait = 0
        """Seconds until another attempt is taken."""
        self._wrong = 0
        self._timer = QTimer(self)
        self._timer.setInterval(second_ms)
        self._timer.timeout.connect(self._tick)

    def title(self) -> str:
        """The page's name."""
        return text("unlock", "开启数据")

    @property
    def another(self) -> str:
        """What would be asked for instead; "" where there is nothing else."""
        place = self._order.index(self.way) + 1
        return self._order[place % len(self._order)] if len(self._order) > 1 else ""

    def switch(self) -> None:
        """Ask for something else."""
        if self.another and not self.busy:
            self.way = self.another
            self.changed.emit()

    def open(self, typed: str) -> None:
        """Try what was typed; one attempt at a time, and none while a wrong one is waited for."""
        if self.busy or self.wait:
            return
        if not typed.strip():
            self._fail(BadInput(self.way, _EMPTY[self.way]), wrong=False)
            return
        self.busy = True
        self.changed.emit()
        asked = (typed if each == self.way else "" for each in ORDER)
        self._runner.run(partial(self._unlock, *asked), self._done, self._fail)

    def _done(self, _: object) -> None:
        self.busy = False
        self.opened.emit(None)

    def _fail(self, error: CounterError, *, wrong: bool = True) -> None:
        self.busy = False
        if isinstance(error, BadInput) and error.field == "pin":
            error = BadInput("token", error.message)
        if wrong and isinstance(error, BadInput):
            self._wrong += 1
            self.wait = min(MOST, max(0, self._wrong - FREE) * STEP)
            if self.wait:
                self._timer.start()
        self.changed.emit()
        self.failed.emit(error)

    def _tick(self) -> None:
        self.wait -= 1
        if not self.wait:
            self._timer.stop()
        self.changed.emit()
