"""The page of cases: the day, the filters, the live list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.code_words import label
from desktop.ui.kit.beside import beside_inputs
from desktop.ui.kit.case_words import grouped, summary_words
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.dates import read_day
from desktop.ui.kit.fields import DateField
from desktop.ui.kit.shortcuts import ActionButton
from desktop.ui.kit.sign_button import SignButton
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.day.presenter import ALL
from desktop.ui.screens.day.words import clock, count_words, due_words, unsettled_words

if TYPE_CHECKING:
    from datetime import date

    from desktop.services.rows import CaseRow
    from desktop.ui.screens.day.presenter import DayPresenter


class CaseList(QWidget):
    """Everything about the list, built by two calls in two turns; the keys are declared by the view."""

    def __init__(self, presenter: DayPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._day_shown: date | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 12, 0, 0)
        self._column.setSpacing(6)

    def build_cases(self) -> None:
        """Build the table and the line that counts."""
        self._table = Table(self._columns(), self)
        self.cases = TableView(self._table, "cases", text("day", "当日办件"))
        self.cases.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # a number differs at its end
        self.cases.opened.connect(self._open)
        self._count = QLabel()
        self._count.setObjectName("count")
        self._count.setWordWrap(True)
        self._column.addWidget(self._count)
        self._column.addWidget(self.cases, 1)

    def show_cases(self) -> None:
        """Show what the presenter has; the row under the cursor stays."""
        it = self._presenter
        if self._day_shown != it.on:  # a day half typed is left alone
            self._day_shown = it.on
            self._on.set_value(it.on.isoformat())
        every = text("day", "全部")
        self._offer(
            self._counter,
            [(str(each), text("day", "窗口 {number}").format(number=each)) for each in it.counters],
            it.counter,
            every,
        )
        self._offer(self._clerk, [(each, each) for each in it.clerks], it.clerk, every)
        kinds = [(each.value, sentence_text(label(each))) for each in it.kinds]
        self._offer(self._kind, kinds, it.kind, every)
        current = self.cases.current()
        if self._table.rows != it.rows:
            self._table.show(it.rows)
            ids = [case.case_id for case in it.rows]
            self.cases.choose(ids.index(current.case_id) if current and current.case_id in ids else 0)
        self._count.setText(count_words(it.rows, it.everything or ()))
        self.cases.set_empty(self._empty())

    def build_filters(self, days: tuple[QAction, QAction, QAction]) -> None:
        """Build the day with its neighbours, and the filters."""
        self._on = DateField("on_date", text("day", "日期"))
        self._counter = Choice("counter_number", text("day", "窗口"))
        self._clerk = Choice("clerk", text("day", "经办人"))
        self._kind = Choice("case_kind", text("day", "事项"))
        before, today, after = days
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(beside_inputs(SignButton(before, "‹")))
        row.addWidget(self._on, 2)
        row.addWidget(beside_inputs(SignButton(after, "›")))
        row.addWidget(beside_inputs(ActionButton(today, "quiet")))
        for choice in (self._counter, self._clerk, self._kind):
            row.addSpacing(8)
            row.addWidget(choice, 2)
            choice.edited.connect(self._filter)
        self._on.edited.connect(self._pick_day)
        self._column.insertLayout(0, row)

    def _columns(self) -> list[Column[CaseRow]]:
        return [
            Column(text("day", "时间"), lambda case: clock(case.accepted_at), spare=1),
            Column(text("day", "受理号"), lambda case: grouped(case.case_number), least=8),
            Column(text("day", "姓名"), lambda case: case.person_name, stretch=True),
            Column(text("day", "证件号码"), lambda case: case.masked_id_number, least=6),
            Column(
                text("day", "事项"),
                lambda case: sentence_text(label(case.kind)),
                tip=summary_words,
                least=5,
            ),
            Column(text("day", "状态"), lambda case: sentence_text(label(case.state)), least=5),
            Column(text("day", "办理期限"), lambda case: due_words(case, self._presenter.left), spare=2),
            Column(text("day", "单据"), lambda case: str(case.papers), right=True, spare=5),
            Column(text("day", "待确认"), unsettled_words, right=True, spare=3),
            Column(text("day", "经办人"), lambda case: case.clerk, spare=4),
            Column(text("day", "窗口"), lambda case: str(case.counter_number), right=True, spare=6),
        ]

    def _empty(self) -> str:
        it = self._presenter
        if it.everything is None:
            return text("day", "正在读取……")
        if it.everything:
            return text("day", "没有符合筛选条件的办件。")
        if it.on > it.today:
            return text("day", "这一天还没有到。")
        return text("day", "这一天还没有办件。") if it.on == it.today else text("day", "这一天没有办件。")

    def _offer(self, choice: Choice, codes: list[tuple[str, str]], chosen: str, every: str) -> None:
        choice.offer([Option(ALL, every), *(Option(code, words) for code, words in codes)])
        choice.set_value(chosen)

    def _filter(self) -> None:
        self._presenter.filter(self._counter.value(), self._clerk.value(), self._kind.value())

    def _pick_day(self) -> None:
        day = read_day(self._on.box.text())
        if day is not None:
            self._day_shown = day
            self._presenter.go_to(day)

    def _open(self, case: CaseRow) -> None:
        self._presenter.papers.emit(case.case_id)
