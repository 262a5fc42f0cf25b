"""The lists of production, and the card beside them or below."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

BESIDE = 52
"""There is room for the card beside the lists where they are so many times as wide as a line is high."""


class Body(QWidget):
    """Two columns where there is room, one where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self.lists, self.card = QVBoxLayout(), QVBoxLayout()
        for column, share in ((self.lists, 6), (self.card, 5)):
            column.setSpacing(12)
            self._row.addLayout(column, share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the card below where there is no room beside."""
        super().resizeEvent(event)
        beside = self.width() >= BESIDE * self.fontMetrics().height()
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
