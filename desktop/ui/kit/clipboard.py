"""Whole numbers on the clipboard: that they were copied is written down, and they do not stay there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard

KEPT_MS = 30_000
"""A whole number stays on the clipboard so long."""

_Mode = QClipboard.Mode
_MODES = (_Mode.Clipboard, _Mode.Selection)
"""What is copied, and on X11 what is marked with the mouse: the middle button pastes it."""


class ClipboardWatch(QObject):
    """Watches what this program puts on the clipboard; `copied` hears of words with a whole number in them.

    They are cleared after thirty seconds and under the lock, where they are still there: what the clerk copied
    later, here or in another program, is left alone. `owns` tells whether this program put there what is there,
    where the platform cannot (offscreen).
    """

    def __init__(
        self,
        clipboard: QClipboard,
        copied: Callable[[str], None],
        parent: QObject | None = None,
        owns: Callable[[_Mode], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self._clipboard, self._copied = clipboard, copied
        self._is_ours = owns or self._owned
        self._ours: dict[_Mode, str] = {}
        self._timers = {mode: self._timer(mode) for mode in _MODES}
        clipboard.changed.connect(self._changed)

    def clear(self) -> None:
        """Take every whole number of ours away, now."""
        for mode in _MODES:
            self._clear(mode)

    def leave_nothing(self) -> None:
        """Take away whatever this program put there, whole number or not: nobody is here who may go on with it."""
        self.clear()
        for mode in _MODES:
            if self._is_ours(mode) and self._clipboard.text(mode):
                self._clipboard.clear(mode)

    def _timer(self, mode: _Mode) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(KEPT_MS)
        timer.timeout.connect(lambda: self._clear(mode))
        return timer

    def _changed(self, mode: _Mode) -> None:
        if mode not in self._timers:
            return
        from desktop.domain.masking import has_numbers  # for start-up time

        words = self._clipboard.text(mode) if self._is_ours(mode) else ""
        if not words or not has_numbers(words):
            self._ours.pop(mode, None)
            self._timers[mode].stop()
            return
        if self._ours.get(mode) != words:
            self._ours[mode] = words
            self._copied(words)
        self._timers[mode].start()

    def _clear(self, mode: _Mode) -> None:
        self._timers[mode].stop()
        words = self._ours.pop(mode, None)
        if words is not None and self._is_ours(mode) and self._clipboard.text(mode) == words:
            self._clipboard.clear(mode)

    def _owned(self, mode: _Mode) -> bool:
        if mode is _Mode.Selection:
            return self._clipboard.supportsSelection() and self._clipboard.ownsSelection()
        return self._clipboard.ownsClipboard()
