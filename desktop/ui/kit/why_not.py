"""The line under a button that says why it does nothing now."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QWidget


class WhyNot(QLabel):
    """Follows an action: the reason its page gives, or that the server is away; not seen while it is possible.

    It has its `parent` from the start: with a reason, it would be shown as a window of its own until it had one.
    """

    def __init__(self, action: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._action, self._left_out = action, False
        self.setObjectName(f"{action.objectName()}_why_not")
        self.setProperty("role", "hint")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        action.changed.connect(self._follow)
        self._follow()

    def leave_out(self, left_out: bool) -> None:
        """Say nothing, whatever the action says: its button is not seen."""
        self._left_out = left_out
        self._follow()

    def _follow(self) -> None:
        why = self._action.statusTip()
        if why != self.text():
            self.setText(why)
        self.setHidden(self._left_out or not why)
