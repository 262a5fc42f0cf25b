"""The list of rules, under a heading for each group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.domain.rule_words import SECTION_LABELS
from desktop.services.rule_rows import RuleRow, Standing
from desktop.ui.kit.table import DISPLAY, Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.rules.words import before_words, source_words, value_words


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that names a group and counts its rules."""

    title: str
    count: int


Line = Heading | RuleRow
ARTICLE = 2
"""Which column has the article."""
LONGEST = 40
"""No cell has room for more characters, and laying out what is not seen takes long."""
_COLOUR = Qt.ItemDataRole.ForegroundRole
_LETTERS = frozenset((int(_COLOUR), int(Qt.ItemDataRole.FontRole)))
_PALE = (Standing.GONE, Standing.SILENT, Standing.STATEMENT)


def lines_of(rows: Sequence[RuleRow]) -> tuple[Line, ...]:
    """The rules with a heading before each group; those in force no more stand together at the end."""
    groups: dict[str, list[RuleRow]] = {}
    for row in rows:
        gone = row.standing is Standing.GONE
        title = (
            text("rules", "以前有过、现在不再规定的") if gone else sentence_text(SECTION_LABELS[row.section])
        )
        groups.setdefault(title, []).append(row)
    lines: list[Line] = []
    for title, group in groups.items():
        lines += [Heading(title, len(group)), *group]
    return tuple(lines)


class RuleTable(Table[Line]):
    """Headings are bold and cannot be chosen; what the law leaves open is pale."""

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """The cursor passes over a heading."""
        if index.isValid() and isinstance(self.rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = DISPLAY) -> Any:
        """What a cell shows, and in which letters."""
        if role in _LETTERS and index.isValid():
            line, palette = self.rows[index.row()], QGuiApplication.palette()
            if isinstance(line, Heading):
                if role == _COLOUR:
                    return palette.brush(QPalette.ColorRole.WindowText)
                font = QFont(QGuiApplication.font())
                font.setBold(True)
                return font
            if role == _COLOUR and line.standing in _PALE:
                return palette.brush(QPalette.ColorRole.PlaceholderText)
            return None
        words = super().data(index, role)
        if role == DISPLAY and isinstance(words, str) and len(words) > LONGEST:
            end = LONGEST // 2 if index.column() == ARTICLE else 0
            return f"{words[: LONGEST - end]}…{words[len(words) - end :]}"
        return words


class _Middle(QStyledItemDelegate):
    """Shortens an article in its middle: the document's name begins it, and the number ends it."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """As usual, but for the dots."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle  # type: ignore[attr-defined]  # the stubs lack it


class RuleList(TableView):
    """The rules; `told(row)` is the one the cursor is on."""

    told = Signal(object)
    plain = False

    def __init__(self, parent: QWidget | None = None) -> None:
        self._lines = RuleTable(_columns())
        super().__init__(self._lines, "rules", text("rules", "现行规定"), parent=parent)
        self._lines.setParent(self)
        self._middle = _Middle(self)
        self.setItemDelegateForColumn(ARTICLE, self._middle)
        self.picked.connect(self._tell)

    def show_rows(self, rows: Sequence[RuleRow], chosen: str) -> None:
        """Show these rules; the cursor stays on the one chosen, or goes to the first."""
        lines = lines_of(rows)
        if lines == self._lines.rows:
            return
        self.clearSpans()
        self._lines.show(lines)
        for number, line in enumerate(lines):
            if isinstance(line, Heading):
                self.setSpan(number, 0, 1, len(self._lines.columns))
        keys = [line.key if isinstance(line, RuleRow) else "" for line in lines]
        if rows:
            self.choose(keys.index(chosen) if chosen and chosen in keys else 1)
            self.scrollTo(self.currentIndex())
            if self.currentIndex().row() == 1:  # its heading too
                self.scrollToTop()
        self._tell(self.current())

    def _tell(self, line: object) -> None:
        self.told.emit(line if isinstance(line, RuleRow) else None)


def _columns() -> list[Column[Line]]:
    return [
        Column(text("rules", "事项"), _label, most=9, least=7),
        Column(text("rules", "规定"), _of(value_words), most=9, least=4),
        Column(text("rules", "依据"), _of(lambda row: row.basis), stretch=True, most=4, least=3, spare=1),
        Column(text("rules", "来自"), _of(source_words), spare=3),
        Column(text("rules", "此前"), _of(before_words), stretch=True, most=6, least=5, spare=2),
    ]


def _label(line: Line) -> str:
    if isinstance(line, Heading):
        return f"{line.title}  {line.count}"
    return sentence_text(line.label)


def _of(words: Any) -> Any:
    return lambda line: words(line) if isinstance(line, RuleRow) else ""
