"""The list of uncollected permits: who has not come, their number for a call, and what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.errors import CounterError, FieldProblem
from desktop.ui.kit.cards import copied
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.fields import ChineseField
from desktop.ui.kit.form import Form, Section
from desktop.ui.kit.hand_over_way import HandOverWay
from desktop.ui.kit.messages import tell
from desktop.ui.kit.pinyin import initials
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.uncollected.presenter import MOST, UncollectedPresenter
from desktop.ui.screens.uncollected.words import (
    DAYS,
    RESULTS,
    at_words,
    calls_words,
    count_words,
    waiting_words,
)

if TYPE_CHECKING:
    from desktop.services.hand_over_rows import CallRow, UncollectedRow

BESIDE = 52
"""The call stands beside the list where it is so many times as wide as a line is high."""
MOST_CALLS = 5


class UncollectedView(QWidget):
    """Down the list: F6 shows the number, F8 goes to what was said, Ctrl+Enter writes it down."""

    def __init__(self, presenter: UncollectedPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._whole = False
        self._about: int | None = None
        """Whose call the fields are about."""
        self._phone = action(
            self, "show_phone", "F6", text("uncollected", "显示电话号码"), presenter.show_phone
        )
        self._case = action(self, "see_case", "F7", text("uncollected", "查看办件"), presenter.see_case)
        self._to_note = action(self, "go_to_note", "F8", text("uncollected", "填写通知情况"), self._to_call)
        self._note = action(
            self,
            "call_holder",
            "Ctrl+Return",
            text("uncollected", "记录通知"),
            self._write_down,
            waits=True,
        )
        self._note.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self._list = action(
            self,
            "list_uncollected",
            "F10",
            text("uncollected", "打印通知清单"),
            presenter.make_list,
            waits=True,
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(10)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(14)
        self._wide: bool | None = None
        Stages(self, [self._build_head, self._build_list, self._build_who, self._build_call, self._begin])

    # -- building ------------------------------------------------------------------------------------
    def _build_head(self) -> None:
        self._count = QLabel()
        self._count.setObjectName("uncollected_count")
        self._count.setProperty("role", "title")
        self._count.setWordWrap(True)
        options = [Option("", text("uncollected", "超过本所的领取期限"), "q")]
        some = text("uncollected", "制证满{days}天")
        options += [Option(days, some.format(days=days)) for days in DAYS]
        options.append(Option("0", text("uncollected", "全部未领取的")))
        self._days = Choice("waiting_days", text("uncollected", "列出"), options)
        self._days.box.setCurrentIndex(0)
        self._days.edited.connect(self._choose_days)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._count, 3, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._days, 2)
        top.addWidget(ActionButton(self._list), 0, Qt.AlignmentFlag.AlignVCenter)
        self._column.addLayout(top)
        self._column.addLayout(self._body, 1)

    def _build_list(self) -> None:
        columns: list[Column[UncollectedRow]] = [
            Column(text("uncollected", "姓名"), lambda row: row.person_name, most=10, stretch=True, least=4),
            Column(text("uncollected", "证件号码"), lambda row: row.masked_id_number, spare=3),
            Column(text("uncollected", "电话"), lambda row: row.masked_phone or "—", spare=2),
            Column(text("uncollected", "制证日期"), lambda row: row.produced_on.isoformat(), spare=1),
            Column(text("uncollected", "已等"), waiting_words, sort=lambda row: row.waiting_days, right=True),
            Column(text("uncollected", "通知"), calls_words, sort=lambda row: len(row.calls), least=3),
        ]
        self._rows = Table(columns, self)
        self._rows_view = TableView(
            self._rows,
            "uncollected",
            text("uncollected", "未领取的居住证，先制的在前"),
            text("uncollected", "没有要通知的，制好的居住证都在期限内。"),
        )
        self._body.addWidget(self._rows_view, 6)

    def _build_who(self) -> None:
        self._form = Form()
        self._who = Section("", 1)
        self._name, self._number = copied("title", name="called_person"), copied("number", name="phone_shown")
        self._way = HandOverWay(self._presenter, self._who, "plain")
        for widget in (self._name, self._number, ActionButton(self._phone)):
            self._who.place(widget)
        self._who.place(ActionButton(self._case))
        self._who.place(self._way)
        self._form.place(self._who)
        self._body.addWidget(self._form, 4)

    def _build_call(self) -> None:
        section = self._form.section(text("uncollected", "电话通知"), 1)
        results = [
            Option(code, sentence_text(words), f"{at} {initials(str(words))}")
            for at, (code, words) in enumerate(RESULTS.items(), 1)
        ]
        self._result = self._form.add(section, Choice("call_result", text("uncollected", "结果"), results))
        self._words = self._form.add(
            section,
            ChineseField(
                "note",
                text("uncollected", "补充说明"),
                text("uncollected", "什么时候来、由谁转告等，可以不填"),
                most=190,
            ),
        )
        section.place(ActionButton(self._note, "primary"))
        columns: list[Column[CallRow]] = [
            Column(text("uncollected", "时间"), at_words),
            Column(text("uncollected", "通知人"), lambda row: row.staff_name, most=8, spare=1),
            Column(
                text("uncollected", "情况"),
                lambda row: row.note,
                tip=lambda row: row.note,
                stretch=True,
                least=6,
            ),
        ]
        self._calls = Table(columns, self)
        self._calls_view = TableView(
            self._calls,
            "calls",
            text("uncollected", "以前的通知"),
        )
        section.place(self._calls_view)
        self._no_calls = copied("hint", name="no_calls")
        self._no_calls.setText(text("uncollected", "还没有通知过"))
        section.place(self._no_calls)

    def _begin(self) -> None:
        it = self._presenter
        self._whole = True
        self._rows_view.picked.connect(it.look)
        self._form.edited.connect(self._keep)
        it.begun.connect(self._fill)
        it.leaving.connect(self._form.flush)
        self._rows_view.opened.connect(self._open)
        self._form.submitted.connect(self._write_down)
        it.changed.connect(self._show)
        it.noted.connect(self._empty)
        it.wrong.connect(self._wrong)
        it.failed.connect(self._tell)
        self._days.set_value(it.days)
        if not it.days:
            self._days.box.setCurrentIndex(0)
        self._show()
        self._rows_view.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- showing -------------------------------------------------------------------------------------
    def _show(self) -> None:
        if not self._whole:
            return
        it = self._presenter
        if self._rows.rows != it.rows:
            with QSignalBlocker(self._rows_view):
                self._rows.show(it.rows)
        if it.at is not None and it.at in self._rows.rows:
            place = self._rows.rows.index(it.at)
            if self._rows_view.currentIndex().row() != place:
                with QSignalBlocker(self._rows_view):
                    self._rows_view.choose(place)
        self._count.setText(count_words(len(it.rows), MOST) if it.read else it.title())
        self._form.setHidden(it.at is None)
        self._show_who()
        self._enable()

    def _show_who(self) -> None:
        it = self._presenter
        if it.at is None:
            return
        self._name.setText(it.at.person_name)
        if self._about != it.at.case_id:
            self._form.flush()  # what is typed is of whom it was typed
            self._about = it.at.case_id
            self._fill()
        nothing = text("uncollected", "没有登记电话")
        shown = it.phone if it.phone is not None else it.at.masked_phone
        self._number.setText(shown or nothing)
        if self._calls.rows != it.at.calls:
            self._calls.show(tuple(reversed(it.at.calls)))
        self._calls_view.hug(MOST_CALLS)
        self._calls_view.setHidden(not it.at.calls)
        self._no_calls.setHidden(bool(it.at.calls))
        self._way.follow()

    def _enable(self) -> None:
        it = self._presenter
        nobody = text("uncollected", "没有选中的居住证。")
        busy = text("uncollected", "正在保存……")
        here = it.at is not None
        set_possible(self._phone, here and it.phone is None, text("uncollected", "号码已经显示。"))
        for each in (self._to_note, self._case):
            set_possible(each, here, nobody)
        set_possible(self._note, here and not it.busy, busy if it.busy else nobody)
        none = text("uncollected", "没有要通知的。")
        set_possible(self._list, bool(it.rows) and not it.busy, busy if it.busy else none)

    def _fill(self) -> None:
        """Show what is typed of the call to whom the fields are about."""
        result, words = self._presenter.typed()
        self._result.set_value(result)
        self._words.set_value(words)

    def _keep(self) -> None:
        if self._about is not None:
            self._presenter.type(self._about, self._result.value(), self._words.value())

    def _empty(self) -> None:
        self._fill()
        self._rows_view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wrong(self, problem: FieldProblem) -> None:
        self._form.show_problems((problem,))

    def _tell(self, error: CounterError) -> None:
        tell(self, error)

    # -- the clerk -----------------------------------------------------------------------------------
    def _choose_days(self) -> None:
        self._presenter.choose_days(self._days.value())

    def _open(self, _row: Any) -> None:
        self._presenter.see_case()

    def _to_call(self) -> None:
        self._form.go_to("call_result")

    def _write_down(self) -> None:
        self._form.flush()
        self._presenter.write_down(self._result.value(), self._words.value())

    # -- room ----------------------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the call below the list where there is no room beside."""
        super().resizeEvent(event)
        wide = self.width() >= BESIDE * self.fontMetrics().height()
        if wide != self._wide:
            self._wide = wide
            beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
            self._body.setDirection(beside if wide else below)
