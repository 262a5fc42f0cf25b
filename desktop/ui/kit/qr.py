"""A QR code on the screen: black on white in every theme, since a camera reads it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

QUIET = 4
"""Modules left white around it (ISO/IEC 18004)."""
LARGEST = 5
"""Pixels of a module at most: a camera needs no more, and at 200 % the sheet must fit the window."""


class QrCode(QWidget):
    """Draws lines of modules, 1 for dark; each module is as many whole pixels as the text is large."""

    def __init__(self, lines: Sequence[str], spoken: str) -> None:
        super().__init__()
        self._lines = tuple(lines)
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def _side(self) -> int:
        return min(max(3, self.fontMetrics().height() // 5), LARGEST)

    def sizeHint(self) -> QSize:
        """The code with its quiet zone."""
        side = (len(self._lines) + 2 * QUIET) * self._side
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """White, and the dark modules."""
        painter, side = QPainter(self), self._side
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        for down, line in enumerate(self._lines):
            for across, module in enumerate(line):
                if module == "1":
                    left, top = (QUIET + across) * side, (QUIET + down) * side
                    painter.fillRect(QRect(left, top, side, side), Qt.GlobalColor.black)
