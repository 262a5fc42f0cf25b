"""Cells of a list in the colour of what they say; the words say it too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel

from desktop.ui.kit.cells import Cells
from desktop.ui.kit.table import ROW, TableView

KINDS = ("problem", "warning", "muted")


class Tones(Cells):
    """Draws the cells of a column in the theme's colour of a row's kind, one of KINDS or "" for none."""

    def __init__(self, view: TableView, kind: Callable[[Any], str]) -> None:
        super().__init__(view)
        self._kind = kind
        self._samples: dict[str, QLabel] = {}
        for each in KINDS:  # a label of this kind knows the colour, whatever the theme
            sample = QLabel(view)
            sample.setProperty("role", each)
            sample.hide()
            self._samples[each] = sample

    def ink(self, palette: QPalette, index: QModelIndex | QPersistentModelIndex) -> QColor:
        """Take the colour of the row's kind."""
        sample = self._samples.get(self._kind(index.data(ROW)))
        if sample is None:
            return super().ink(palette, index)
        sample.ensurePolished()
        return sample.palette().color(QPalette.ColorRole.WindowText)
