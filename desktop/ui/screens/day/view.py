"""The day's screen: the list of cases, and the end of the day."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop.domain.errors import CounterError
from desktop.ui.kit.messages import tell
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.stages import Stages, when_built
from desktop.ui.kit.text import text
from desktop.ui.screens.day.balance import Balance, scrolled
from desktop.ui.screens.day.case_list import CaseList
from desktop.ui.screens.day.presenter import BALANCE, CASES

if TYPE_CHECKING:
    from desktop.ui.screens.day.presenter import DayPresenter

LIVE = 5_000
"""Milliseconds between two looks at what other counters did."""


class DayView(QWidget):
    """Two pages under one set of keys."""

    def __init__(self, presenter: DayPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        action(self, "show_cases", "F6", text("day", "办件"), self._go_to_cases)
        action(self, "show_balance", "F7", text("day", "日结核对"), self._go_to_balance)
        self._days = (
            action(self, "previous_day", "Ctrl+PgUp", text("day", "前一天"), lambda: presenter.step(-1)),
            action(self, "go_to_today", "F8", text("day", "今天"), presenter.go_to_today),
            action(self, "next_day", "Ctrl+PgDown", text("day", "后一天"), lambda: presenter.step(1)),
        )
        self._end = action(self, "end_day", "F10", text("day", "日结"), presenter.end_day, waits=True)
        self._summary = action(self, "open_summary", "F11", text("day", "查看汇总"), presenter.open_summary)
        self._pages = QTabWidget()
        self._pages.setObjectName("day_pages")
        self._pages.setDocumentMode(True)
        self._pages.tabBar().setDrawBase(False)
        unprinted = action(
            self, "open_unprinted", "Shift+F10", text("day", "未打印的单据"), presenter.open_unprinted
        )
        self._pages.setCornerWidget(ActionButton(unprinted, "quiet"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 24, 16)
        column.addWidget(self._pages)
        self._live = QTimer(self)
        self._live.setInterval(LIVE)
        self._live.timeout.connect(presenter.look_again)
        presenter.failed.connect(self._tell)
        self._list = CaseList(presenter)
        filters = partial(self._list.build_filters, self._days)
        Stages(
            self, [filters, self._list.build_cases, self._build_balance, self._fill, self._begin, self._focus]
        )

    def _build_balance(self) -> None:
        self._balance = Balance(self._presenter, self._end, self._summary)

    def _fill(self) -> None:
        self._list.show_cases()
        self._show_balance()

    def _begin(self) -> None:
        self._pages.addTab(self._list, text("day", "办件") + "  F6")
        self._pages.addTab(scrolled(self._balance), text("day", "日结核对") + "  F7")

    def _focus(self) -> None:
        presenter = self._presenter
        self._pages.setCurrentIndex(presenter.page)
        self._pages.currentChanged.connect(presenter.show_page)
        presenter.changed.connect(self._show)
        presenter.balanced.connect(self._show_balance)
        (self._balance.exceptions if presenter.page == BALANCE else self._list.cases).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Look again now and then while the screen is seen."""
        self._live.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop looking."""
        self._live.stop()
        super().hideEvent(event)

    def _show(self) -> None:
        if self._pages.currentIndex() != self._presenter.page:
            self._pages.setCurrentIndex(self._presenter.page)
        self._list.show_cases()

    def _show_balance(self) -> None:
        it = self._presenter
        self._balance.show_balance()
        set_possible(self._end, it.can_end, self._why_not())
        closed = it.balance is not None and it.balance.summary_paper_id is not None
        set_possible(self._summary, closed, text("day", "这一天还没有日结。"))

    def _why_not(self) -> str:
        it = self._presenter
        if it.page != BALANCE:
            return text("day", "先核对：按 F7。")
        if it.on > it.today:
            return text("day", "这一天还没有到，不能日结。")
        if it.unsettled:
            return text("day", "还有 {count} 份单据没有确认打印结果：在例外中选中它，按回车去确认。").format(
                count=it.unsettled
            )
        return text("day", "正在核对……")

    def _go_to_cases(self) -> None:
        self._presenter.show_page(CASES)
        when_built(self, lambda: self._list.cases.setFocus())

    def _go_to_balance(self) -> None:
        self._presenter.show_page(BALANCE)
        when_built(self, lambda: self._balance.exceptions.setFocus())

    def _tell(self, error: CounterError) -> None:
        tell(self, error)
