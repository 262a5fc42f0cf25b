"""Small pieces of the permit's page: cards, labels, facts in columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.kit.cards import copied
from desktop.ui.screens.permit.words import Fact

COLUMN = 9
"""A column of facts is at least so many times as wide as a line is high."""


class Facts(QWidget):
    """Small labels over what they mean, in as many columns as fit; labels are kept and only reworded."""

    def __init__(self) -> None:
        super().__init__()
        self._cells: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(10)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these instead."""
        while len(self._cells) > len(facts):
            cell = self._cells.pop()
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        while len(self._cells) < len(facts):
            self._cells.append(_cell(self))
            self._columns = 0
        for cell, (name, value) in zip(self._cells, facts, strict=True):
            for label, words in zip(cell.findChildren(QLabel), (name, value), strict=True):
                label.setText(words)
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
        for at, cell in enumerate(self._cells):
            self._grid.addWidget(cell, at // columns, at % columns)
        for each in range(4):
            self._grid.setColumnStretch(each, 1 if each < columns else 0)


class Sentences(QWidget):
    """Any number of sentences under each other; labels are kept and only reworded."""

    def __init__(self, name: str, role: str = "") -> None:
        super().__init__()
        self._name, self._role = name, role
        self._labels: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def say(self, sentences: Sequence[str]) -> None:
        """Say these instead; nothing at all when there are none."""
        while len(self._labels) > len(sentences):
            label = self._labels.pop()
            self._column.removeWidget(label)
            label.hide()
            label.deleteLater()
        while len(self._labels) < len(sentences):
            label = copied(self._role)
            label.setObjectName(self._name)
            self._column.addWidget(label)
            self._labels.append(label)
        for label, words in zip(self._labels, sentences, strict=True):
            label.setText(words)
        self.setHidden(not sentences)


def _cell(parent: QWidget) -> QWidget:
    cell = QWidget(parent)
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    for role in ("label", ""):
        column.addWidget(copied(role))
    column.addStretch(1)
    cell.show()
    return cell
