"""The list of rules, under a heading for each group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.rule_words import SECTION_LABELS
from desktop.services.rule_rows import RuleRow, Standing
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.rules.words import before_words, source_words, value_words


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that names a group and counts its rules."""

    title: str
    count: int


Line = Heading | RuleRow
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
    """Headings are bold and cannot be chosen."""

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """The cursor passes over a heading."""
        if index.isValid() and isinstance(self.rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def heading(self, row: Line) -> str:
        """The group's name and how many rules it has."""
        return _label(row) if isinstance(row, Heading) else ""


class RuleList(TableView):
    """The rules; `told(row)` is the one the cursor is on."""

    told = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._lines = RuleTable(_columns())
        super().__init__(self._lines, "rules", text("rules", "现行规定"), parent=parent)
        self._lines.setParent(self)
        self.picked.connect(self._tell)

    def show_rows(self, rows: Sequence[RuleRow], chosen: str) -> None:
        """Show these rules; the cursor stays on the one chosen, or goes to the first."""
        lines = lines_of(rows)
        if lines == self._lines.rows:
            return
        self._lines.show(lines)
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
        Column(text("rules", "事项"), _label, most=9, least=7, tone=_tone),
        Column(text("rules", "规定"), _of(value_words), most=9, least=4, tone=_tone),
        Column(
            text("rules", "依据"),
            _of(lambda row: row.basis),
            stretch=True,
            most=8,
            least=6,
            spare=3,
            tone=_tone,
            dots=Qt.TextElideMode.ElideMiddle,  # the document's name begins it, and the number ends it
        ),
        Column(text("rules", "来自"), _of(source_words), spare=2, tone=_tone),
        Column(text("rules", "此前"), _of(before_words), stretch=True, most=6, least=5, spare=1, tone=_tone),
    ]


def _tone(line: Line) -> str:
    """What the law leaves open, or no longer says, is pale."""
    return "muted" if isinstance(line, RuleRow) and line.standing in _PALE else ""


def _label(line: Line) -> str:
    if isinstance(line, Heading):
        return f"{line.title}  {line.count}"
    return sentence_text(line.label)


def _of(words: Any) -> Any:
    return lambda line: words(line) if isinstance(line, RuleRow) else ""
