"""How a list shares its width among its columns."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QFont, QFontMetrics

from desktop.ui.kit.row_painter import GAP

if TYPE_CHECKING:
    from desktop.ui.kit.table import Column, Table, TableView

MEASURED = 8
"""So many of a column's widest cells, by a quick guess, are measured."""
SLACK = 12
"""So many line heights wider than its words is a stretching column at most; all share what is left then.

The eye need not cross half the window from a short name to what stands beside it.
"""

LAST = 6
"""So many letters are left of a stretching column where nothing else gives way: the last column is seen all the same."""
MOST_LETTERS = 1_000


class ColumnWidths:
    """Fits the columns of one list to its rows, its letters and its room, as `Column` says of each."""

    def __init__(self, view: TableView, table: Table[Any]) -> None:
        self._view, self._table = view, table
        self._measured: tuple[object, QFont, list[int]] | None = None

    def fit(self) -> None:
        """Make columns as wide as the widest of their first 60 cells; the stretching ones share what is left."""
        metrics = self._view.fontMetrics()
        columns, room = self._table.columns, self._view.viewport().width()
        widths = dict(enumerate(self._all_wanted(metrics)))
        self._shrink(widths, room, stretching=True)
        for number in sorted(widths, key=lambda each: -columns[each].spare):
            if columns[number].spare and sum(widths.values()) > room:
                del widths[number]
        self._shrink(widths, room, stretching=False)
        self._shrink(widths, room, stretching=True, at_last=LAST)
        left = max(0, room - sum(widths.values()))
        stretching = [number for number in widths if columns[number].stretch]
        stretch = min(left // len(stretching), SLACK * metrics.height()) if stretching else 0
        even = (left - stretch * len(stretching)) // len(widths) if stretching else 0
        for number, column in enumerate(columns):
            self._view.setColumnHidden(number, number not in widths)
            if number in widths:
                self._view.setColumnWidth(number, widths[number] + even + (stretch if column.stretch else 0))

    def _shrink(
        self, widths: dict[int, int], room: int, *, stretching: bool, at_last: int = MOST_LETTERS
    ) -> None:
        """Take what is too much from the widest of these columns, down to one width that they share.

        `at_last` is how many letters are left of one at least where its own `least` would be more.
        """
        metrics, columns = self._view.fontMetrics(), self._table.columns
        least = {
            number: min(
                width, metrics.averageCharWidth() * min(columns[number].least, at_last) + _air(metrics)
            )
            for number, width in widths.items()
            if columns[number].least and columns[number].stretch is stretching
        }
        others = sum(width for number, width in widths.items() if number not in least)
        if not least or others + sum(widths[number] for number in least) <= room:
            return

        def at(level: int) -> dict[int, int]:
            return {number: max(low, min(widths[number], level)) for number, low in least.items()}

        levels = range(max(widths[number] for number in least))
        level = bisect_right(levels, room - others, key=lambda level: sum(at(level).values())) - 1
        widths |= at(max(level, 0))

    def _all_wanted(self, metrics: QFontMetrics) -> list[int]:
        """What every column wants: measured once for the same rows in the same letters."""
        rows, font = self._table.rows, self._view.font()
        if self._measured is None or self._measured[0] is not rows or self._measured[1] != font:
            self._measured = (rows, font, [self._wanted(each, metrics) for each in self._table.columns])
        return self._measured[2]

    def _wanted(self, column: Column[Any], metrics: QFontMetrics) -> int:
        every = {column.show(row) for row in self._table.rows[:60]}
        shown = sorted(every, key=_about_as_wide)[-MEASURED:]
        widest = max((metrics.horizontalAdvance(each) for each in shown), default=0)
        heading = metrics.horizontalAdvance(column.heading) * 1.08
        width = max(min(widest, metrics.averageCharWidth() * 2 * column.most), heading)
        if column.right:
            width += metrics.horizontalAdvance(GAP)
        return round(width) + _air(metrics)


def _about_as_wide(words: str) -> int:
    """Guess how wide words are, in halves of a Chinese character: measuring each takes ten times as long."""
    return sum(2 if character > "\u2e7f" else 1 for character in words)


def _air(metrics: QFontMetrics) -> int:
    """The room left and right of a cell's words, in pixels."""
    return round(metrics.height() * 0.9)
