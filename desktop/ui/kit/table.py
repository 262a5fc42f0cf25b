"""Tables of frozen rows, and the view every list of the program uses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from desktop.ui.kit.column_widths import ColumnWidths
from desktop.ui.kit.row_painter import GAP, RowPainter
from desktop.ui.kit.unveil import unveil_part

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

DISPLAY = Qt.ItemDataRole.DisplayRole
SORT = Qt.ItemDataRole.UserRole
ROW = Qt.ItemDataRole.UserRole + 1
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_TIP = Qt.ItemDataRole.ToolTipRole
_ALIGNED = Qt.ItemDataRole.TextAlignmentRole
_ASKED = frozenset(int(role) for role in (DISPLAY, SORT, ROW, _SPOKEN, _TIP, _ALIGNED))
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ANY_HEIGHT = (1 << 24) - 1
PADDING = 6
"""Pixels at the sides of a cell's words, by the style sheet at 100 %."""


@dataclass(frozen=True)  # no slots: Column[Row](…) of a slotted generic fails on Python 3.11
class Column(Generic[Row]):
    """One column: its heading, what it shows of a row, and how.

    `sort` gives the value to sort by (the text when left out), `tip` a tooltip, `tone` one of row_painter's
    TONES for the colour of the words, `right` aligns numbers to the right, `stretch` gives it the spare
    width, `most` is its greatest width in characters.

    Where the room is narrow, as with text at 200 %, the stretching columns shrink to their `least` Chinese
    characters (0: they do not), then those with `spare` are left out, the greatest first, and then the others
    shrink: no list has to be scrolled sideways to be read. What is shortened or left out is told by the row's
    tooltip, and is whole again when the row is opened.
    """

    heading: str
    show: Callable[[Row], str]
    sort: Callable[[Row], Any] | None = None
    tip: Callable[[Row], str] | None = None
    right: bool = False
    stretch: bool = False
    most: int = 28
    least: int = 0
    spare: int = 0
    tone: Callable[[Row], str] | None = None
    dots: Qt.TextElideMode | None = None
    """Where the dots stand in what is shortened, if elsewhere than in the rest of its list."""


class Table(QAbstractTableModel, Generic[Row]):
    """A Qt item model over a tuple of frozen rows; roles DISPLAY, SORT and ROW."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def heading(self, row: Row) -> str:
        """The words of a row that names those below it, drawn across all columns; "" for any other."""
        return ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """The number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """The number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """What a cell shows, sorts by or stands for."""
        if role not in _ASKED or not index.isValid():  # a list asks thousands of times before it is painted
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == DISPLAY:
            return column.show(row)
        if role == SORT:
            return column.sort(row) if column.sort else column.show(row)
        if role == ROW:
            return row
        if role == _SPOKEN:
            return f"{column.heading} {column.show(row)}"
        if role == _TIP and column.tip:
            return column.tip(row)
        if role == _ALIGNED and column.right:
            return _RIGHT
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        """The columns' headings."""
        if orientation is Qt.Orientation.Horizontal and role == DISPLAY:
            column = self.columns[section]
            return f"{column.heading}{GAP}\u2060" if column.right else column.heading
        if role == _ALIGNED:
            right = orientation is Qt.Orientation.Horizontal and self.columns[section].right
            return _RIGHT if right else _LEFT
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of one column; equal rows keep their order."""
        if not 0 <= column < len(self.columns):
            return
        by = self.columns[column].sort or self.columns[column].show
        self.layoutAboutToBeChanged.emit()
        self.rows = tuple(sorted(self.rows, key=by, reverse=order is Qt.SortOrder.DescendingOrder))
        self.layoutChanged.emit()


class TableView(QTableView):
    """A calm list: whole rows selected, Enter or double click opens, nothing edited in place.

    `opened(row)` carries the frozen row that was activated, `picked(row)` the one now current (or None).
    `empty` is the sentence shown in place of no rows. Tab leaves the table; the arrows move inside it.
    """

    opened = Signal(object)
    picked = Signal(object)

    def __init__(
        self, table: Table[Any], name: str, spoken: str, empty: str = "", parent: QWidget | None = None
    ):
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self._table, self._empty = table, empty
        self._rows, self._widths = RowPainter(self, table), ColumnWidths(self, table)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(24)
        self.setModel(table)  # after all that would have it laid out anew
        self.activated.connect(self._opened)
        self.selectionModel().currentRowChanged.connect(self._picked)
        table.modelReset.connect(self._fit)
        table.modelReset.connect(self._unveil)
        table.layoutChanged.connect(self.viewport().update)
        self._fit()

    def current(self) -> Any:
        """The frozen row the cursor is on, or None."""
        index = self.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def choose(self, row: int) -> None:
        """Put the cursor on a row, counted from 0; out of range changes nothing."""
        if 0 <= row < self._table.rowCount():
            self.selectRow(row)

    def hug(self, most: int = 8, least: int = 1) -> None:
        """Be as tall as the rows are, at most and at least so many, and scroll beyond; call again after `show`."""
        rows = max(least, min(self._table.rowCount(), most))
        policy = Qt.ScrollBarPolicy
        fits = self._table.rowCount() <= most
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded)
        header = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(
            header + rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth() + 2
        )

    def unhug(self) -> None:
        """Be as tall as there is room for again."""
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setMinimumHeight(0)
        self.setMaximumHeight(ANY_HEIGHT)

    def set_empty(self, words: str) -> None:
        """Change the sentence shown in place of no rows."""
        self._empty = words
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current row on every platform; Home and End go to the first and the last one."""
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            self.choose(0 if event.key() == Qt.Key.Key_Home else self._table.rowCount() - 1)
            event.accept()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, or the sentence that says why there are none."""
        if self._table.rowCount():
            self._rows.paint(QPainter(self.viewport()), event.rect())
        if self._empty and not self._table.rowCount():
            painter = QPainter(self.viewport())
            # the style sheet makes the view's own placeholder colour half transparent
            painter.setPen(QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText))
            room: QRect = self.viewport().rect().adjusted(16, 0, -16, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._empty)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell by a tooltip what the row would show if there were room."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self.whole_words(self.indexAt(event.pos()))
            if words:
                QToolTip.showText(event.globalPos(), words, self.viewport())
                return True
        return super().viewportEvent(event)

    def whole_words(self, index: QModelIndex) -> str:
        """Give what of a cell's row is shortened or left out, a line each; "" when all of it is seen."""
        if not index.isValid() or index.data(Qt.ItemDataRole.ToolTipRole):
            return ""
        row, metrics, lines = self._table.rows[index.row()], self.fontMetrics(), []
        for number, column in enumerate(self._table.columns):
            words = column.show(row)
            hidden = self.isColumnHidden(number)
            taken = 2 * PADDING + (metrics.horizontalAdvance(GAP) if column.right else 0)
            cut = not hidden and metrics.horizontalAdvance(words) > self.columnWidth(number) - taken
            if words and (hidden or cut):
                lines.append(f"{column.heading}  {words}")
        return "\n".join(lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: Any) -> None:
        """Fit rows and columns to a new text size."""
        super().changeEvent(event)
        if event.type() in (event.Type.FontChange, event.Type.StyleChange):
            self._fit()

    def _unveil(self) -> None:
        unveil_part(self)

    def _opened(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ROW))

    def _picked(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.picked.emit(now.data(ROW))

    def _fit(self) -> None:
        metrics: QFontMetrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(round(metrics.height() * 1.62))
        self.verticalHeader().setMinimumSectionSize(metrics.height())
        self._widths.fit()
