"""The start of the day as a calm row of tiles: how many there are of each list, and whom it begins with."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.services.work_rows import StartList, WorkKind
from desktop.ui.kit.button import Button
from desktop.ui.kit.restyle import restyle
from desktop.ui.kit.shortcuts import action, key_text
from desktop.ui.kit.text import text
from desktop.ui.screens.work_list.words import first_words, kind_words

ORDER = (
    WorkKind.DUE_TODAY,
    WorkKind.OVERDUE,
    WorkKind.TO_HAND_OVER,
    WorkKind.WAITING,
    WorkKind.OPENING,
    WorkKind.ENDORSEMENT_OVERDUE,
)
_PRESSING = {
    WorkKind.DUE_TODAY: "warning",
    WorkKind.OVERDUE: "problem",
    WorkKind.ENDORSEMENT_OVERDUE: "problem",
}
WIDE = 54
"""The tiles stand in one row where it is so many times as wide as a line is high; else in two."""


class Tile(Button):
    """One list: its name and key, how many there are, and the first of them; pressing it shows the list."""

    def __init__(self, deed: QAction, kind: WorkKind) -> None:
        super().__init__()
        self._kind, self._deed = kind, deed
        self.setObjectName(deed.objectName())
        self.setProperty("role", "tile")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.clicked.connect(lambda: deed.trigger())
        self._name, self._key, self._count, self._first = QLabel(), QLabel(), QLabel(), QLabel()
        for label, role in ((self._name, "label"), (self._count, "count"), (self._first, "hint")):
            label.setProperty("role", role)
        self._key.setProperty("role", "hint")
        self._name.setText(deed.text())
        self._key.setText(key_text(deed.shortcut()))
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 8, 14, 8)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._name, 0, 0)
        grid.addWidget(self._key, 0, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._count, 1, 0, 1, 2)
        grid.addWidget(self._first, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        for label in (self._name, self._key, self._count, self._first):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._grid, self._folded = grid, False
        self.say(None)

    def fold(self, folded: bool) -> None:
        """Put name and count on one line, and leave the rest out, where the room is low."""
        if folded == self._folded:
            return
        self._folded = folded
        self._first.setVisible(not folded)
        self._key.setVisible(not folded)
        if folded:
            self._grid.addWidget(self._count, 0, 1, Qt.AlignmentFlag.AlignRight)
        else:
            self._grid.addWidget(self._count, 1, 0, 1, 2)
        self.updateGeometry()

    def say(self, found: StartList | None) -> None:
        """Show how many there are; None while nobody knows."""
        if found is None:
            self._count.setText("…")
            self._first.setText("")
            self.setAccessibleName(self._deed.text())
            return
        count = f"{found.count:,}"
        self._count.setText(count)
        tone = _PRESSING.get(self._kind, "") if found.count else "none"
        if self._count.property("kind") != tone:
            self._count.setProperty("kind", tone)
            restyle(self._count)
        words = first_words(found.rows[0] if found.rows else None)
        self._first.setText(words)
        self.setToolTip(words)
        spoken = text("work_list", "{name} {count} 件，{first}")
        self.setAccessibleName(spoken.format(name=self._deed.text(), count=count, first=words))

    def sizeHint(self) -> QSize:
        """Room for what it says."""
        return self._grid.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The name and the count are always whole; whom it begins with may be cut."""
        hint = self._grid.sizeHint()
        edges = self._grid.contentsMargins()
        beside = (self._count if self._folded else self._key).sizeHint().width()
        width = self._name.sizeHint().width() + beside + edges.left() + edges.right() + 10
        return QSize(min(width, hint.width()), hint.height())


class Tiles(QWidget):
    """Every list of the start of the day; `show_list` is called with the one whose tile was pressed."""

    def __init__(self, view: QWidget, show_list: Callable[[WorkKind | None], None]) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        self._columns = 0
        self.tiles: dict[WorkKind, Tile] = {}
        for place, kind in enumerate(ORDER, 1):
            deed = action(
                view, f"list_{kind.value}", f"Ctrl+{place}", kind_words(kind), partial(show_list, kind)
            )
            self.tiles[kind] = Tile(deed, kind)
        self._share(len(ORDER) // 2)

    def minimumSizeHint(self) -> QSize:
        """As high as it is, and any width: the page is not made wider by its tiles."""
        return QSize(0, self._grid.minimumSize().height())

    def fold(self, folded: bool) -> None:
        """Be low where the page is."""
        for tile in self.tiles.values():
            tile.fold(folded)

    def mark(self, shown: WorkKind | None) -> None:
        """Show which list is seen."""
        for kind, tile in self.tiles.items():
            tile.setChecked(kind is shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one row or in two."""
        super().resizeEvent(event)
        wide = self.width() >= self.fontMetrics().height() * WIDE
        self._share(len(ORDER) if wide else len(ORDER) // 2)

    def _share(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, kind in enumerate(ORDER):
            self._grid.addWidget(self.tiles[kind], place // columns, place % columns)
        for column in range(len(ORDER)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
