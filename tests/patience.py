"""How long tests wait for what has to come: a limit only ends what hangs."""

# ruff: noqa: N802 - pytest-qt's names

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.kit.turns import at_rest

PATIENCE = 60.0
"""Seconds: nothing takes as long, but on a machine that does ten other things it may."""
_MS = round(PATIENCE * 1000)


class PatientBot(QtBot):
    """The bot of pytest-qt gives up after five seconds, which a busy machine may spend elsewhere."""

    def rest(self, milliseconds: int = 20) -> None:
        """Wait a moment, and as much longer as something is left that is done a turn at a time."""
        for _ in range(2):  # what is done may lead to more
            self.wait(milliseconds)
            self.waitUntil(at_rest)

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = _MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = _MS, **how: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitSignals(self, signals: Any, *, timeout: int = _MS, **how: Any) -> Any:
        return super().waitSignals(signals, timeout=timeout, **how)

    def waitExposed(self, widget: QWidget, *, timeout: int = _MS) -> AbstractContextManager[Any]:
        return super().waitExposed(widget, timeout=timeout)
