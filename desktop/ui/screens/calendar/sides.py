"""Parts beside each other, or below where they do not fit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

SIDE_BY_SIDE = 525
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


class Flow(QWidget):
    """Widgets in a row that goes on in the next line where the width ends."""

    def __init__(self, widgets: list[QWidget], across: int = 10, down: int = 6) -> None:
        super().__init__()
        self._widgets, self._across, self._down = widgets, across, down
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for widget in widgets:
            widget.setParent(self)

    def sizeHint(self) -> QSize:
        """Everything in one line."""
        return QSize(sum(each.sizeHint().width() + self._across for each in self._widgets), self.height())

    def minimumSizeHint(self) -> QSize:
        """Any width."""
        return QSize(0, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._lay()

    def event(self, event: QEvent) -> bool:
        """Other words take another width."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._lay()
        return super().event(event)

    def _lay(self) -> None:
        lines: list[list[tuple[QWidget, QSize]]] = [[]]
        used = 0
        for widget in self._widgets:
            if widget.isHidden():
                continue
            size = widget.sizeHint()
            if lines[-1] and used + size.width() > self.width():
                lines.append([])
                used = 0
            lines[-1].append((widget, size))
            used += size.width() + self._across
        top = 0
        for line in lines:
            height, left = max((size.height() for _, size in line), default=0), 0
            for widget, size in line:
                width = min(size.width(), self.width())
                widget.setGeometry(left, top + (height - size.height()) // 2, width, size.height())
                left += width + self._across
            top += height + self._down
        if self.minimumHeight() != top - self._down:  # not `height`, which follows in the next turn
            self.setFixedHeight(top - self._down)
