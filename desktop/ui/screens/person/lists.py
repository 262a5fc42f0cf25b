"""What was done for somebody: the spans of residence, the cases, the papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFrame

from desktop.domain.code_words import label
from desktop.domain.masking import mask_address
from desktop.ui.kit.cards import card, plain
from desktop.ui.kit.case_words import grouped
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.person.timeline import Bar, Mark, Timeline
from desktop.ui.screens.person.words import (
    copies_words,
    full_words,
    issued_words,
    span_words,
    superseded_tip,
    superseded_words,
    term_words,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from desktop.services.correction_pages import SupersededRow
    from desktop.services.paper_rows import PaperRow
    from desktop.services.rows import CaseRow, DueRow, PersonPage

MOST = 6
"""So many rows are seen of a list; the others are scrolled to."""


class Spans:
    """The card with the time line, and in words the span that is chosen on it."""

    def __init__(self) -> None:
        self.card: QFrame
        column: QVBoxLayout
        self.card, column = card(text("person", "居住经历"))
        self.line = Timeline(text("person", "居住经历"))
        self._words = plain("")
        self._words.setObjectName("timeline_words")
        self._says: tuple[str, ...] = ()
        column.addWidget(self.line)
        column.addWidget(self._words)
        self.line.chosen.connect(self._say)

    def fill(self, page: PersonPage) -> None:
        """Show every span of residence; the newest is chosen."""
        rows = tuple(reversed(page.registrations))
        self.card.setHidden(not rows)
        self._says = tuple(span_words(row, page.today) for row in rows)
        bars = [
            Bar(row.arrived_on, row.registered_on, row.until, mask_address(row.written_address), says)
            for row, says in zip(rows, self._says, strict=True)
        ]
        full = Mark(page.full_on, full_words(page)) if page.full_on is not None else None
        self.line.show_spans(bars, Mark(page.today, text("person", "今天")), full)

    def _say(self, at: int) -> None:
        count = len(self._says)
        place = text("person", "第 {at} 段，共 {count} 段（← → 换段）　").format(at=at + 1, count=count)
        self._words.setText((place if count > 1 else "") + self._says[at])


class List(TableView):
    """As tall as its rows, with room for the bar that scrolls sideways where the columns need one."""

    def __init__(self, table: Table[Any], name: str, spoken: str, empty: str) -> None:
        super().__init__(table, name, spoken, empty)
        self.horizontalScrollBar().rangeChanged.connect(self.fit)

    def fit(self) -> None:
        """Take the height that the rows shown now need."""
        self.hug(MOST)
        if self.horizontalScrollBar().maximum() > 0:
            self.setFixedHeight(self.height() + self.horizontalScrollBar().sizeHint().height())


class Cases:
    """The cases, newest first; Enter opens."""

    def __init__(self) -> None:
        self._due: dict[int, DueRow] = {}
        self.card, cases = card(text("person", "办件"))
        columns: list[Column[CaseRow]] = [
            Column(text("person", "受理号"), lambda case: grouped(case.case_number)),
            Column(text("person", "事项"), lambda case: sentence_text(label(case.kind)), least=5),
            Column(text("person", "状态"), lambda case: sentence_text(label(case.state))),
            Column(text("person", "受理日期"), lambda case: case.accepted_on.isoformat(), spare=2),
            Column(text("person", "期限"), self._term, tip=self._due_day, stretch=True, most=6, least=5),
            Column(text("person", "经办人"), lambda case: case.clerk, most=4, spare=1),
        ]
        self._cases = Table(columns)
        self.view = List(self._cases, "cases", text("person", "办件"), text("person", "还没有办件。"))
        cases.addWidget(self.view)

    def fill(self, page: PersonPage) -> None:
        """Show these cases, the cursor where it was."""
        self._due = {row.case_id: row for row in page.due if row.case_id is not None}
        fill_list(self.view, self._cases, page.cases)

    def _term(self, case: CaseRow) -> str:
        row = self._due.get(case.case_id)
        if row is not None and row.on == case.due_on:
            return term_words(row.days_left, row.estimated)
        return case.due_on.isoformat() if case.due_on is not None else "—"

    def _due_day(self, case: CaseRow) -> str:
        return case.due_on.isoformat() if case.due_on is not None else ""


class Papers:
    """The papers, newest first; Enter opens."""

    def __init__(self) -> None:
        self._out_of_date: Mapping[int, SupersededRow] = {}
        self.card, papers = card(text("person", "单据"))
        paper_columns: list[Column[PaperRow]] = [
            Column(text("person", "单据"), lambda paper: sentence_text(label(paper.kind)), least=6),
            Column(text("person", "编号"), lambda paper: grouped(paper.paper_number)),
            Column(text("person", "出具日期"), issued_words, spare=1),
            Column(text("person", "与现登记"), self._standing, tip=self._since, least=5),
            Column(text("person", "打印情况"), copies_words, tip=copies_words, stretch=True, most=6, least=5),
        ]
        self._papers = Table(paper_columns)
        self.view = List(self._papers, "papers", text("person", "单据"), text("person", "还没有出具单据。"))
        papers.addWidget(self.view)

    def fill(self, page: PersonPage) -> None:
        """Show these papers, the cursor where it was."""
        self._out_of_date = page.superseded
        fill_list(self.view, self._papers, page.papers)

    def _standing(self, paper: PaperRow) -> str:
        return superseded_words(self._out_of_date.get(paper.paper_id))

    def _since(self, paper: PaperRow) -> str:
        return superseded_tip(self._out_of_date.get(paper.paper_id))


def fill_list(view: List, table: Table[Any], rows: Sequence[Any]) -> None:
    """Show these rows, the cursor where it was."""
    at = max(view.currentIndex().row(), 0)
    table.show(rows)
    view.choose(min(at, len(rows) - 1))
    view.fit()
