"""Pieces of the screen of handing over: whose card it is, sentences under a heading, what was handed over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.icons import Icon
from desktop.ui.kit.cards import copied
from desktop.ui.kit.text import text
from desktop.ui.screens.hand_over.words import Fact

PHOTO = 7.2
"""The photo is so many times as high as a line."""
FACTS = 8
"""The most facts there are."""
TWO = 44
"""Facts stand in two columns where there is room for so many lines' heights across."""


class Holder(QFrame):
    """Whose card it is: photo, name, and what is on the card."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("holder")
        self.setProperty("role", "card")
        self._photo, self._name = QLabel(), copied("title")
        self._photo.setObjectName("photo")
        self._photo.setAccessibleName(text("hand_over", "相片"))
        self._photo.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._name.setObjectName("holder_name")
        self._pairs: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(5)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self._name)
        words.addLayout(self._grid)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(18)
        row.addWidget(self._photo, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._columns = 0
        for _ in range(FACTS):
            name, value = copied("label"), copied("")
            name.setWordWrap(False)
            for each in (name, value):
                each.setParent(self)  # else they would wait for a turn of their own to be seen
            self._pairs.append((name, value))

    def show_holder(self, name: str, photo: QImage | None, facts: Sequence[Fact]) -> None:
        """Show this card."""
        self._name.setText(name)
        if photo is None or photo.isNull():
            self._photo.setPixmap(QPixmap())
            self._photo.setText(text("hand_over", "没有相片"))
        else:
            high = round(self.fontMetrics().height() * PHOTO)
            how = (Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
            self._photo.setPixmap(QPixmap.fromImage(photo.scaled(QSize(high, high), *how)))
        for place, (label, value) in enumerate(self._pairs):
            shown = place < len(facts)
            label.setText(facts[place][0] if shown else "")
            value.setText(facts[place][1] if shown else "")
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take two columns where there is room."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        columns = 2 if self.width() >= self.fontMetrics().height() * TWO else 1
        if columns == self._columns:
            return
        self._columns = columns
        for place, (label, value) in enumerate(self._pairs):
            row, at = place // columns, 2 * (place % columns)
            self._grid.addWidget(label, row, at, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, at + 1, Qt.AlignmentFlag.AlignTop)
        for at in range(4):
            self._grid.setColumnStretch(at, 1 if at % 2 and at < 2 * columns else 0)


class Sentences(QFrame):
    """A heading with sentences below, each with its sign; labels are kept and only reworded."""

    def __init__(self, name: str, heading: str, sign: str = "info") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "card")
        self._name, self._sign = name, sign
        self._rows: list[tuple[QWidget, QLabel]] = []
        self._heading = copied("heading", heading)
        self._heading.setObjectName(f"{name}_heading")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(6)
        self._column.addWidget(self._heading)

    def head(self, words: str) -> None:
        """Say something else above."""
        self._heading.setText(words)

    def say(self, sentences: Sequence[str]) -> None:
        """Say these instead."""
        while len(self._rows) < len(sentences):
            self._add()
        for place, (row, label) in enumerate(self._rows):
            shown = place < len(sentences)
            if shown:
                label.setText(sentences[place])
            row.setHidden(not shown)

    def _add(self) -> None:
        row, label = QWidget(self), copied("")
        label.setObjectName(self._name + "_line")
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(Icon(self._sign), 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(label, 1)
        self._column.addWidget(row)
        self._rows.append((row, label))
