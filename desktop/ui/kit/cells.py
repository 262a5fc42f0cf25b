"""Cells of a list drawn at a third of the style sheet's cost: a page of rows fits into one turn of the screen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

AIR = 0.26
"""The room at each side of the words, in heights of a line."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Cells(QStyledItemDelegate):
    """Words, their alignment, the chosen row: what the theme makes of a cell, without asking the style for each."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell; what does not fit ends in dots."""
        words = index.data()
        rect = option.rect  # type: ignore[attr-defined]
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        if chosen:
            painter.fillRect(rect, palette.brush(QPalette.ColorRole.Highlight))
        if not words:
            return
        metrics = option.fontMetrics  # type: ignore[attr-defined]
        air = round(metrics.height() * AIR)
        room = rect.adjusted(air, 0, -air, 0)
        full = metrics.height()  # no character is wider
        if len(words) * full > room.width() and metrics.horizontalAdvance(words) > room.width():
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(
            palette.color(QPalette.ColorRole.HighlightedText) if chosen else self.ink(palette, index)
        )
        painter.drawText(room, index.data(Qt.ItemDataRole.TextAlignmentRole) or _LEFT, words)

    def ink(self, palette: QPalette, index: QModelIndex | QPersistentModelIndex) -> QColor:
        """The colour of the words in a row that is not chosen."""
        return palette.color(QPalette.ColorRole.Text)
