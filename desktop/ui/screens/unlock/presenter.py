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


class UnlockPresenter(Gate):
    """Opens the data; `opened` carries None.

    `unlock` is called in the worker only, with the secret or the recovery key, the other one "".
    """

    changed = Signal()
    """Busy, waiting or asking for something else."""

    def __init__(
        self,
        unlock: Callable[[str, str], object],
        ways: frozenset[str],
        runner: Runner,
        second_ms: int = 1_000,
    ) -> None:
        super().__init__()
        self._unlock, self._runner = unlock, runner
        self.ways = ways
        self.by_recovery = "secret" not in ways
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
    def both(self) -> bool:
        """Whether there is a choice between secret and recovery key."""
        return {"secret", "recovery"} <= self.ways

    def switch(self) -> None:
        """Ask for the other one."""
        if self.both and not self.busy:
            self.by_recovery = not self.by_recovery
            self.changed.emit()

    def open(self, typed: str) -> None:
        """Try what was typed; one attempt at a time, and none while a wrong one is waited for."""
        if self.busy or self.wait:
            return
        if not typed.strip():
            empty = (
                sentence("errors", "请填写恢复密钥。")
                if self.by_recovery
                else sentence("errors", "请填写口令。")
            )
            self._fail(BadInput(self._field, empty), wrong=False)
            return
        self.busy = True
        self.changed.emit()
        asked = ("", typed) if self.by_recovery else (typed, "")
        self._runner.run(partial(self._unlock, *asked), self._done, self._fail)

    @property
    def _field(self) -> str:
        return "recovery" if self.by_recovery else "secret"

    def _done(self, _: object) -> None:
        self.busy = False
        self.opened.emit(None)

    def _fail(self, error: CounterError, *, wrong: bool = True) -> None:
        self.busy = False
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
