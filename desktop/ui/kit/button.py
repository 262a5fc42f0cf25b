"""The plain button every screen uses."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton


class Button(QPushButton):
    """A button that Enter presses like Space, in and outside dialogs; a scanner's Enter never comes this far.

    Qt's own does so in dialogs only, and there for a default button that nobody has gone to.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press at Enter too, but not again and again while it is held down."""
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)
