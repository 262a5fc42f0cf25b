"""Small labels over what they mean, in as many columns as fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.kit.still import still
from desktop.ui.screens.person.words import Fact

COLUMN = 8
"""A column is at least so many times as wide as a line is high."""


class Facts(QWidget):
    """Shows facts; long ones take half a line, or a whole one where it is narrow. The words can be marked and copied."""

    def __init__(self) -> None:
        super().__init__()
        self._cells: list[tuple[QWidget, bool]] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(10)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these instead; where there are as many as before, only the words are changed."""
        if [wide for _, wide in self._cells] == [wide for _, _, wide in facts]:
            for (cell, _), (name, value, _) in zip(self._cells, facts, strict=True):
                for label, words in zip(cell.findChildren(QLabel), (name, value), strict=True):
                    label.setText(words)
            return
        with still(self):
            for cell, _ in self._cells:
                self._grid.removeWidget(cell)
                cell.hide()
                cell.deleteLater()
            self._cells = [(_cell(self, name, value), wide) for name, value, wide in facts]
            self._columns = 0
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as there is room for."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        columns = max(1, min(4, self.width() // round(self.fontMetrics().height() * COLUMN)))
        if columns == self._columns:
            return
        self._columns = columns
        half = 2 if columns == 4 else columns
        row, column = 0, 0
        for cell, wide in self._cells:
            span = half if wide else 1
            if column + span > columns:
                row, column = row + 1, 0
            self._grid.addWidget(cell, row, column, 1, span)
            cell.show()
            column += span
        for each in range(4):
            self._grid.setColumnStretch(each, 1 if each < columns else 0)


def _cell(parent: QWidget, name: str, value: str) -> QWidget:
    cell = QWidget(parent)
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    label, words = QLabel(name), QLabel(value)
    label.setProperty("role", "label")
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    for each in (label, words):
        each.setWordWrap(True)
        column.addWidget(each)
    column.addStretch(1)
    return cell
