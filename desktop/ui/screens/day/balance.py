"""The page of the day's end: cases against papers, what does not balance, and why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.kit.chips import set_chip
from desktop.ui.kit.fields import ChineseField
from desktop.ui.kit.messages import Strip
from desktop.ui.kit.shortcuts import ActionButton
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.day.words import BalanceRow, balance_headings, balance_rows, clock

if TYPE_CHECKING:
    from desktop.services.day_rows import DayException
    from desktop.ui.screens.day.presenter import DayPresenter

MOST_WORDS = 100
DETAILS = (9, 8, 7, 5, 6, 3, 1, 2)
"""Places of the numbers that only explain others: the last goes first where the room is narrow.

Cases, what there should be, what there is and the verdict stay.
"""


NAME = 30
"""So many letters of a paper's name are seen before any of those goes: names that begin alike end differently."""


class Balance(QWidget):
    """The balance of this counter's day; the keys are declared by the view."""

    def __init__(self, presenter: DayPresenter, end_day: QAction, open_summary: QAction) -> None:
        super().__init__()
        self._presenter = presenter
        self._closed = Strip("closed", self, closable=False)
        self._summary = ActionButton(open_summary)
        self._what = QLabel()
        self._what.setProperty("role", "heading")
        self._what.setWordWrap(True)
        self._chip = QLabel()
        self._chip.setObjectName("balanced")
        self._chip.setProperty("role", "chip")
        self._lines = Table(self._balance_columns(), self)
        self._balance = TableView(self._lines, "balance", text("day", "单据平衡表"))
        self._balance.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._balance.setSelectionMode(TableView.SelectionMode.NoSelection)
        self._heading = QLabel()
        self._heading.setProperty("role", "heading")
        self._exceptions = Table(self._exception_columns(), self)
        self.exceptions = TableView(
            self._exceptions, "exceptions", text("day", "例外"), text("day", "没有例外，可以直接日结。")
        )
        self.exceptions.opened.connect(presenter.go_to_exception)
        self.exceptions.picked.connect(self._pick)
        self._remark = ChineseField(
            "explanation", text("day", "对选中例外的说明"), text("day", "印在当日汇总上"), most=MOST_WORDS
        )
        self._remark.edited.connect(self._explain)
        self._remark.box.returnPressed.connect(self._next)
        top = QHBoxLayout()
        top.addWidget(self._what, 1)
        top.addWidget(self._chip)
        self.foot = QWidget()
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(16)
        foot.addWidget(self._remark, 1)
        foot.addStretch()  # where there is no exception to explain, the buttons stay on the right
        foot.addWidget(self._summary)
        foot.addWidget(ActionButton(end_day, "primary"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._closed)
        column.addLayout(top)
        column.addWidget(self._balance)
        column.addWidget(self._heading)
        self.exceptions.setMinimumHeight(self.fontMetrics().height() * 8)
        column.addWidget(self.exceptions, 1)

    def show_balance(self) -> None:
        """Show what the presenter has."""
        it = self._presenter
        balance = it.balance
        self._summary.setVisible(balance is not None and balance.summary_paper_id is not None)
        self._show_closed()
        if balance is None:
            self._what.setText(text("day", "正在核对……"))
            self._chip.hide()
            self._lines.show(())
            self._exceptions.show(())
            self._heading.setText("")
            self._remark.setVisible(False)
            return
        self._what.setText(
            text("day", "窗口 {counter}　{day}　办件 {cases} 件，出具单据 {papers} 份").format(
                counter=it.counter_number,
                day=balance.on.isoformat(),
                cases=balance.cases,
                papers=sum(line.issued for line in balance.lines),
            )
        )
        self._show_chip(balance.balanced, it.unsettled)
        rows = balance_rows(balance)
        if self._lines.rows != rows:
            self._lines.show(rows)
            self._hug()
        self._heading.setText(text("day", "例外 {count} 项").format(count=len(balance.exceptions)))
        self._show_exceptions(balance.exceptions)

    def _show_exceptions(self, exceptions: tuple[DayException, ...]) -> None:
        it = self._presenter
        if self._exceptions.rows != exceptions:
            self._exceptions.show(exceptions)
        else:
            self.exceptions.viewport().update()
        if self.exceptions.currentIndex().row() != it.exception:
            self.exceptions.choose(it.exception)
        self._remark.setVisible(bool(exceptions))
        if exceptions:
            said = it.remark(exceptions[it.exception])
            if self._remark.box.text() != said and self._remark.value() != said:
                self._remark.set_value(said)

    def _show_closed(self) -> None:
        balance = self._presenter.balance
        if balance is None or balance.closed_at is None:
            self._closed.clear()
            return
        words = text("day", "本窗口这一天已于 {at} 日结。之后又有办件的，可以再次日结，每次的汇总都保留。")
        self._closed.say(words.format(at=clock(balance.closed_at)), "good")

    def _show_chip(self, good: bool, unsettled: int) -> None:
        words = text("day", "账实相符") if good else text("day", "账实不符")
        if unsettled:
            words = text("day", "{count} 份待确认").format(count=unsettled)
        set_chip(self._chip, words, "good" if good else "warning")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the table whole."""
        super().resizeEvent(event)
        self._hug()

    def _hug(self) -> None:
        """As tall as its rows, and as a scroll bar when large text makes it wider than the screen."""
        self._balance.hug(8)
        header = self._balance.horizontalHeader()
        if header.length() > self._balance.viewport().width():
            bar = self._balance.horizontalScrollBar().sizeHint().height()
            self._balance.setFixedHeight(self._balance.height() + bar)

    def _balance_columns(self) -> list[Column[BalanceRow]]:
        columns: list[Column[BalanceRow]] = [
            Column(text("day", "单据种类"), lambda row: row.name, stretch=True, least=NAME)
        ]
        for place, heading in enumerate(balance_headings()):
            spare = DETAILS.index(place) + 1 if place in DETAILS else 0
            columns.append(Column(heading, partial(_number, place), right=True, spare=spare))
        columns.append(Column(text("day", "核对"), lambda row: row.verdict))
        return columns

    def _exception_columns(self) -> list[Column[DayException]]:
        return [
            Column(text("day", "情况"), lambda one: sentence_text(one.what), stretch=True, most=60, least=16),
            Column(text("day", "说明"), self._said, stretch=True, most=40, least=6),
        ]

    def _said(self, one: DayException) -> str:
        return self._presenter.remark(one) or (text("day", "请说明逾期原因") if one.overdue else "")

    def _pick(self, exception: DayException | None) -> None:
        if exception is not None and exception in self._exceptions.rows:
            self._presenter.choose_exception(self._exceptions.rows.index(exception))

    def _explain(self) -> None:
        self._presenter.explain(self._remark.box.text())

    def _next(self) -> None:
        self._presenter.choose_exception(self._presenter.exception + 1)


def _number(place: int, row: BalanceRow) -> str:
    return str(row.numbers[place])


def scrolled(page: Balance) -> QWidget:
    """Let large text scroll the page rather than press it together; what ends the day stays in sight below."""
    area = QScrollArea()
    area.setObjectName("balance_area")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    holder = QWidget()
    holder.setObjectName("scrolled")
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(page)
    area.setWidget(holder)
    both = QWidget()
    whole = QVBoxLayout(both)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(10)
    whole.addWidget(area, 1)
    whole.addWidget(page.foot)
    return both
