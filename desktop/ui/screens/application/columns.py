"""Cards in two columns, or in one where two do not fit."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

SIDE_BY_SIDE = 820
"""Width in pixels at 100 % text size from which there are two columns."""


class Columns(QWidget):
    """Cards are put in the order in which one column shows them; `right` ones stand beside the others."""

    def __init__(self) -> None:
        super().__init__()
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for column, stretch in ((self._left, 3), (self._right, 2)):
            column.setSpacing(12)
            column.addStretch(1)
            row.addLayout(column, stretch)
        self._row = row
        self._cards: list[tuple[QWidget, bool]] = []
        self._wide = True

    def put(self, card: QWidget, *, right: bool = False) -> None:
        """Add a card below the others."""
        self._cards.append((card, right))
        self._lay(card, right and self._wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards anew where the number of columns changes."""
        super().resizeEvent(event)
        wide = self.width() >= SIDE_BY_SIDE * self.fontMetrics().height() / 20
        if wide == self._wide:
            return
        self._wide = wide
        self._row.setStretch(1, 2 if wide else 0)
        self._row.setSpacing(12 if wide else 0)
        for card, _ in self._cards:
            self._left.removeWidget(card)
            self._right.removeWidget(card)
        for card, right in self._cards:
            self._lay(card, right and wide)

    def _lay(self, card: QWidget, right: bool) -> None:
        column = self._right if right else self._left
        column.insertWidget(column.count() - 1, card)
