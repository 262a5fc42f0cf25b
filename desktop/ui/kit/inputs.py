"""The bare line inputs inside the fields: with and without an input method, and for days."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.kit.dates import read_day

_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


class NumberInput(QLineEdit):
    """A line no input method may touch.

    An active Chinese input method eats and reorders a scanner's keys in an ordinary line, whatever hints it
    gives; refusing `ImEnabled` was the only thing that kept 30 of 30 scans whole.
    """

    caps_lock = Signal(bool)

    def __init__(self, parent: QWidget | None = None, *, upper: bool = True) -> None:
        super().__init__(parent)
        self._upper, self._caps = upper, False
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferLatin | Qt.InputMethodHint.ImhNoPredictiveText)
        if upper:
            self.textEdited.connect(self._tidy)

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: object = None) -> object:
        """No input method here."""
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell by the letters that arrive whether Caps Lock is on."""
        letter = event.text()
        if len(letter) == 1 and letter.isalpha() and letter.isascii():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            on = letter.isupper() != shift
            if on != self._caps:
                self._caps = on
                self.caps_lock.emit(on)
        elif event.key() == Qt.Key.Key_CapsLock and self._caps:
            self._caps = False
            self.caps_lock.emit(False)
        super().keyPressEvent(event)

    def _tidy(self, typed: str) -> None:
        """Full-width digits become plain ones and x becomes X; the cursor stays where it was."""
        tidy = typed.translate(_WIDE).upper()
        if tidy != typed:
            at = self.cursorPosition()
            self.setText(tidy)
            self.setCursorPosition(at)


class ChineseInput(QLineEdit):
    """An ordinary line, input method and all."""


class DateInput(NumberInput):
    """A day as text; Up is the next day, Down the one before."""

    stepped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by days."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        day = read_day(self.text()) if step and not self.isReadOnly() else None
        if step is None or day is None:
            super().keyPressEvent(event)
            return
        self.setText(day.fromordinal(day.toordinal() + step).isoformat())
        self.stepped.emit()
