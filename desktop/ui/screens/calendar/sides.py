"""Two parts beside each other, or one below the other where both do not fit."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

SIDE_BY_SIDE = 800
"""Width in pixels at 100 % text size from which the cards stand beside the year."""
NARROW = 290
"""Width of the cards then, in pixels at 100 % text size."""


class Sides(QWidget):
    """A wide column, and a narrow one beside or below it."""

    def __init__(self, wide: list[QWidget], narrow: list[QWidget]) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(20)
        self._narrow = QWidget()
        for column, widgets, spacing in ((QVBoxLayout(), wide, 14), (QVBoxLayout(self._narrow), narrow, 10)):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(spacing)
            for widget in widgets:
                column.addWidget(widget)
            column.addStretch(1)
            if widgets is wide:
                self._row.addLayout(column, 1)
        self._row.addWidget(self._narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards beside or below."""
        super().resizeEvent(event)
        unit = self.fontMetrics().height() / 20
        wide = self.width() >= SIDE_BY_SIDE * unit
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if direction != self._row.direction():
            self._row.setDirection(direction)
        self._narrow.setMaximumWidth(round(NARROW * unit) if wide else 16_777_215)
        self._narrow.setMinimumWidth(round(NARROW * unit) if wide else 0)


class Fold(QWidget):
    """Two rows of widgets on one line, or on two where they do not fit."""

    def __init__(self, left: QWidget, right: QWidget, *, apart: bool = True) -> None:
        super().__init__()
        self._parts = (left, right)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(left, 1 if apart else 0)
        self._row.addWidget(right, 0 if apart else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where it is too narrow."""
        super().resizeEvent(event)
        self._share()

    def event(self, event: QEvent) -> bool:
        """Other words take another width."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._share()
        return super().event(event)

    def _share(self) -> None:
        needed = sum(part.sizeHint().width() for part in self._parts) + self._row.spacing()
        fits = needed <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if direction != self._row.direction():
            self._row.setDirection(direction)
