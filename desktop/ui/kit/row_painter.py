"""The rows of a list drawn straight from what they show: a page of them costs a third of a delegate's cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from desktop.ui.kit.table import Column, Table, TableView

TONES = ("problem", "warning", "muted")
"""What a column's `tone` may say of a row, beside "" for the usual ink; the words say it too."""
AIR = 0.26
"""The room at each side of the words, in heights of a line."""
GAP = "\u2002"
"""What numbers at the right edge of their column, and their heading, are kept off what begins beside them."""
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft | _MIDDLE, Qt.AlignmentFlag.AlignRight | _MIDDLE


class RowPainter:
    """Draws the rows of one list: every second one shaded, the chosen one lit, dots where words do not fit."""

    def __init__(self, view: TableView, table: Table[Any]) -> None:
        self._view, self._table = view, table
        self._samples: dict[str, QLabel] = {}

    def paint(self, painter: QPainter, band: QRect) -> None:
        """Draw the rows that a band of the viewport meets."""
        view, count = self._view, self._table.rowCount()
        first = view.rowAt(max(band.top(), 0))
        if first < 0:
            return
        width, palette = view.viewport().width(), view.palette()
        shade = palette.brush(QPalette.ColorRole.AlternateBase)
        lit, chosen = palette.brush(QPalette.ColorRole.Highlight), self._chosen()
        usual, on_lit = (
            palette.color(QPalette.ColorRole.Text),
            palette.color(QPalette.ColorRole.HighlightedText),
        )
        spans = self._spans()
        if not spans:
            return
        painter.setFont(view.font())
        row = first
        while row < count:
            top, height = view.rowViewportPosition(row), view.rowHeight(row)
            if top > band.bottom():
                return
            if row in chosen:
                painter.fillRect(0, top, width, height, lit)
            elif row % 2:
                painter.fillRect(0, top, width, height, shade)
            place, lit_ink = QRect(0, top, width, height), on_lit if row in chosen else None
            heading = self._table.heading(self._table.rows[row])
            if heading:
                first_left = spans[0][1]
                self._title(painter, place.adjusted(first_left, 0, -first_left, 0), heading, lit_ink or usual)
            else:
                self._words(painter, row, place, spans, lit_ink, usual)
            row += 1

    def _words(
        self,
        painter: QPainter,
        row: int,
        place: QRect,
        spans: list[tuple[Column[Any], int, int]],
        lit: QColor | None,
        usual: QColor,
    ) -> None:
        shown, metrics = self._table.rows[row], self._view.fontMetrics()
        full, usual_dots = metrics.height(), self._view.textElideMode()  # no character is wider
        for column, left, room in spans:
            words = column.show(shown)
            if not words:
                continue
            if len(words) * full > room and metrics.horizontalAdvance(words) > room:
                dots = usual_dots if column.dots is None else column.dots
                words = metrics.elidedText(words, dots, room)
            tone = column.tone(shown) if column.tone is not None else ""
            painter.setPen(lit if lit is not None else self._ink(tone) if tone else usual)
            painter.drawText(
                QRect(left, place.top(), room, place.height()), _RIGHT if column.right else _LEFT, words
            )

    def _title(self, painter: QPainter, place: QRect, words: str, ink: QColor) -> None:
        """Draw the heading of a group of rows: bold, across all columns."""
        plain = painter.font()
        bold = QFont(plain)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(ink)
        painter.drawText(place, _LEFT, words)
        painter.setFont(plain)

    def _spans(self) -> list[tuple[Column[Any], int, int]]:
        """Each column that is seen, with where its words begin and the room they have, in pixels."""
        view = self._view
        air, gap = round(view.fontMetrics().height() * AIR), view.fontMetrics().horizontalAdvance(GAP)
        return [
            (
                column,
                view.columnViewportPosition(number) + air,
                view.columnWidth(number) - 2 * air - (gap if column.right else 0),
            )
            for number, column in enumerate(self._table.columns)
            if not view.isColumnHidden(number)
        ]

    def _chosen(self) -> set[int]:
        return {index.row() for index in self._view.selectionModel().selectedRows()}

    def _ink(self, tone: str) -> QColor:
        """The theme's colour of a tone: a label of that role knows it, whatever the theme."""
        sample = self._samples.get(tone)
        if sample is None:
            sample = self._samples[tone] = QLabel(self._view)
            sample.setProperty("role", tone)
            sample.hide()
        sample.ensurePolished()
        return sample.palette().color(QPalette.ColorRole.WindowText)
