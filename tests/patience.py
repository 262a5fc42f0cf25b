"""How long tests wait for what has to come: a limit only ends what hangs."""

# ruff: noqa: N802 - pytest-qt's names

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.kit.form import Form
from desktop.ui.kit.turns import at_rest

PATIENCE = 60.0
"""Seconds: nothing takes as long, but on a machine that does ten other things it may."""
_MS = round(PATIENCE * 1000)


_BEAT, _LATE = 0.01, 0.02
"""Seconds between two beats, and by how much one may be late without having been kept from it."""


class Steady:
    """Tells seconds, less those that the machine kept from everybody: how late a thread wakes that only sleeps."""

    def __init__(self) -> None:
        self._state, self._over = (0.0, time.monotonic() + _BEAT), threading.Event()
        self._thread = threading.Thread(target=self._beat, daemon=True)
        self._thread.start()

    def __call__(self) -> float:
        now, (kept, due) = time.monotonic(), self._state
        return now - kept - _late(now, due)

    def close(self) -> None:
        """Beat no more."""
        self._over.set()
        self._thread.join()

    def _beat(self) -> None:
        kept, due = self._state
        while not self._over.wait(_BEAT):
            now = time.monotonic()
            kept, due = kept + _late(now, due), now + _BEAT
            self._state = (kept, due)


def _late(now: float, due: float) -> float:
    late = now - due
    return late if late > _LATE else 0.0


class PatientBot(QtBot):
    """The bot of pytest-qt gives up after five seconds, which a busy machine may spend elsewhere."""

    def rest(self, milliseconds: int = 20) -> None:
        """Wait a moment, and as much longer as something is left that is done a turn at a time."""
        for _ in range(2):  # what is done may lead to more
            self.wait(milliseconds)
            self.waitUntil(at_rest)

    def handed_on(self, form: Form) -> None:
        """Wait until what was typed in a form has been handed on, once nobody typed for a while, and followed."""
        self.waitUntil(lambda: not (form._quiet.isActive() or form._longest.isActive()))
        self.rest()

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = _MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = _MS, **how: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitSignals(self, signals: Any, *, timeout: int = _MS, **how: Any) -> Any:
        return super().waitSignals(signals, timeout=timeout, **how)

    def waitExposed(self, widget: QWidget, *, timeout: int = _MS) -> AbstractContextManager[Any]:
        return super().waitExposed(widget, timeout=timeout)
