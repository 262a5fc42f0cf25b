"""Enter in the registration form: on to the next field that still needs something."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.ui.kit.fields import Field


class EnterPath(QObject):
    """Watches the fields: Enter takes what a list offers and goes on, or says what is wrong and stays.

    Tab still goes to every field. `wrong(name)` says what is wrong with what stands in a field, "" for
    nothing; `left` tells that a field was left, by whatever key.
    """

    onward = Signal(str)
    """Enter in this field, and nothing is wrong with it."""
    left = Signal(str)

    def __init__(self, parent: QWidget, wrong: Callable[[str], str]) -> None:
        super().__init__(parent)
        self._wrong = wrong
        self._fields: dict[str, Field] = {}
        self._button: QAbstractButton | None = None

    def watch(self, field: Field) -> None:
        """Watch a field; after it is in its form, so that Enter comes here first."""
        self._fields[field.name] = field
        field.watch_keys(partial(self._at_field, field), first=True)

    def press(self, button: QAbstractButton) -> None:
        """Have Enter press this button too: the end of the path."""
        self._button = button
        button.installEventFilter(self)

    def forget(self, name: str) -> None:
        """A field goes."""
        self._fields.pop(name, None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter at the button."""
        return watched is self._button and self._at_button(event)

    def _at_field(self, field: Field, event: QEvent) -> bool:
        if self._fields.get(field.name) is not field:
            return False
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit(field.name)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _is_enter(event):
            self._enter(field, event)
            return True
        return False

    def _at_button(self, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _is_enter(event)
        if pressed and self._button is not None and isinstance(event, QKeyEvent):
            if not event.isAutoRepeat():
                self._button.click()
            return True
        return False

    def _enter(self, field: Field, event: QKeyEvent) -> None:
        field.take(event)  # a list that is open takes what it marks
        self.left.emit(field.name)
        wrong = self._wrong(field.name)
        if wrong:
            field.show_problem(wrong)
        else:
            self.onward.emit(field.name)


def _is_enter(event: QKeyEvent) -> bool:
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
