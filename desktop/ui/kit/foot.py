"""What always stands below a form: how it would end, and the button that ends it so."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel

from desktop.ui.icons import Icon
from desktop.ui.kit.outage import WaitingAction
from desktop.ui.kit.shortcuts import ActionButton


class Foot(QFrame):
    """The outcome as a sentence with its sign, and the button whose label says what it does."""

    def __init__(self, submit: QAction) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._icon, self._words = Icon("info"), QLabel(" ")
        self._words.setObjectName("outcome")
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = ActionButton(submit, "primary")
        told = QHBoxLayout()
        told.setSpacing(10)
        told.addWidget(self._icon)
        told.addWidget(self._words, 1)
        self._submit = submit
        self._waits = QLabel()
        self._waits.setObjectName("outcome_waits")
        self._waits.setProperty("role", "hint")
        self._waits.setWordWrap(True)
        self._waits.hide()
        told.addWidget(self._waits, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(16, 10, 16, 10)
        self._row.setSpacing(10)
        self._row.addLayout(told, 1)
        self._row.addWidget(self.button)
        submit.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        """Say why it would have to wait, if it does."""
        why = self._submit.waits if isinstance(self._submit, WaitingAction) else ""
        if why != self._waits.text():
            self._waits.setText(why)
            self._waits.setHidden(not why)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the button under the sentence where it would leave it less than half the width."""
        super().resizeEvent(event)
        upright = 2 * self.button.sizeHint().width() > self.width()
        direction = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != direction:
            self._row.setDirection(direction)

    def say(self, words: str, kind: str) -> None:
        """Show the sentence with the icon of its kind."""
        self._words.setText(words)
        self._words.setAccessibleName(words)
        if self._icon.property("kind") != kind:
            self._icon.become(kind)
