"""The screen of blanks: the form of what is done with them, the balance of a day, the search for a serial."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.blanks import NOT_A_KEEPER, BlankState
from desktop.domain.errors import CounterError
from desktop.ui.kit.chips import dress
from desktop.ui.kit.fields import DateField, NumberField
from desktop.ui.kit.focus import begin_at
from desktop.ui.kit.form import Form
from desktop.ui.kit.messages import tell
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.stages import Stages, when_built
from desktop.ui.kit.table import Table, TableView
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.blanks.deeds import LONGEST_SERIAL, DeedCard
from desktop.ui.screens.blanks.tables import batch_columns, run_columns, runs_of, step_columns, where_words

if TYPE_CHECKING:
    from desktop.ui.screens.blanks.presenter import BlanksPresenter


class BlanksView(QWidget):
    """What is done above, how the stock stands below it, and one serial with its history at the end."""

    def __init__(self, presenter: BlanksPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        built = partial(partial, when_built, self)
        self._do = action(
            self, "do_with_blanks", "F6", text("blanks_page", "办理"), built(self._hand_in), waits=True
        )
        self._find = action(self, "find_blank", "F7", text("blanks_page", "查空白号"), built(self._look_up))
        self._paper = action(
            self,
            "stock_balance",
            "Ctrl+E",
            text("blanks_page", "结存表"),
            presenter.make_out,
            waits=True,
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(10)
        self._form = Form()
        self._form.submitted.connect(self._hand_in)
        Stages(
            self,
            [
                self._build_head,
                self._build_deed,
                self._build_deed_fields,
                self._build_day,
                self._build_runs,
                self._build_search,
                self._begin,
            ],
        )

    # -- building --------------------------------------------------------------------------------------
    def _build_head(self) -> None:
        title = QLabel(self._presenter.title())
        title.setProperty("role", "title")
        self._here = _label("at_counter", "chip")
        self._here.setProperty("kind", "quiet")
        self._level = _label("balanced", "chip")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(title)
        row.addWidget(self._here)
        row.addWidget(self._level)
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addWidget(self._form, 1)

    def _build_deed(self) -> None:
        self._deeds = DeedCard(self._presenter, self._form, self._do)
        self._form.place(self._deeds)

    def _build_deed_fields(self) -> None:
        self._deeds.build_fields()

    def _build_day(self) -> None:
        self._balance = self._form.section(text("blanks_page", "结存"), columns=4)
        self._on = DateField("on_date", text("blanks_page", "日期（当日结束时）"))
        self._form.add(self._balance, self._on)
        self._sums = _label("sums", "muted")
        self._balance.place(_beside_field(self._paper))
        self._balance.place(self._sums, 4, new_row=True)
        self._batches = Table(batch_columns(), self)
        self._batch_list = TableView(
            self._batches,
            "batches",
            text("blanks_page", "各批次结存"),
        )
        self._balance.place(self._batch_list, 4, new_row=True)
        self._on.edited.connect(self._go_to_day)

    def _build_runs(self) -> None:
        self._whose = _label("batch_shown", "label")
        self._balance.place(self._whose, 4, new_row=True)
        self._runs = Table(run_columns(), self)
        self._run_list = TableView(
            self._runs, "runs", text("blanks_page", "号码明细"), text("blanks_page", "没有号码")
        )
        self._balance.place(self._run_list, 4, new_row=True)

    def _build_search(self) -> None:
        section = self._form.section(text("blanks_page", "查一张"), columns=4)
        serial = text("blanks_page", "输入或扫描空白号，按回车")
        self._serial = NumberField("find_serial", text("blanks_page", "空白号"), serial, most=LONGEST_SERIAL)
        self._form.add(section, self._serial)
        self._serial.watch_keys(self._enter, first=True)
        section.place(_beside_field(self._find))
        self._state = _label("blank_state", "heading")
        section.place(self._state, 2)
        self._steps = Table(step_columns(), self)
        self._history = TableView(
            self._steps,
            "history",
            text("blanks_page", "空白的经过"),
            text("blanks_page", "查到的空白从入库到现在的经过列在这里"),
        )
        section.place(self._history, 4, new_row=True)

    def _begin(self) -> None:
        presenter = self._presenter
        self._on.set_value(presenter.on.isoformat())
        self._batch_list.picked.connect(presenter.choose)
        presenter.changed.connect(self._show)
        presenter.found.connect(self._show_blank)
        presenter.problems.connect(self._form.show_problems)
        presenter.failed.connect(self._tell)
        presenter.done.connect(self._next)
        presenter.looking.connect(self._serial.set_value)
        presenter.begun.connect(self._deeds.take_up)
        presenter.leaving.connect(self._form.flush)
        self._deeds.begin()
        self._form.edited.connect(self._keep)
        self._show()
        self._show_blank()
        begin_at(self, self._deeds.deed if presenter.keeps else self._batch_list)

    # -- showing ---------------------------------------------------------------------------------------
    def _show(self) -> None:
        it = self._presenter
        why = text("blanks_page", "正在办理。") if it.keeps else sentence_text(NOT_A_KEEPER)
        set_possible(self._paper, not it.busy, text("blanks_page", "正在办理。"))
        set_possible(self._do, it.keeps and not it.busy, why)
        balance = it.balance
        read = balance is not None
        nothing = text("blanks_page", "这一天还没有证件空白入库") if read else ""  # nobody knows before
        self._batch_list.set_empty(it.at_server.words(nothing))
        for each in (self._here, self._level):
            each.setVisible(read and not it.at_server.away)
        if balance is None:
            self._show_none()
            return
        if self._batches.rows != balance.batches:
            with QSignalBlocker(self._batch_list):
                self._batches.show(balance.batches)
        chosen = it.batch
        if chosen is not None and self._batch_list.current() != chosen:
            with QSignalBlocker(self._batch_list):
                self._batch_list.choose(self._batches.rows.index(chosen))
        self._runs.show(runs_of(chosen))
        self._batch_list.hug(6)
        self._run_list.hug(8)
        self._whose.setText(
            text("blanks_page", "{first}—{last} 的号码明细").format(first=chosen.first, last=chosen.last)
            if chosen is not None
            else text("blanks_page", "号码明细")
        )
        here = balance.count(BlankState.COUNTER, it.counter_number)
        self._here.setText(
            text("blanks_page", "{counter}号窗口有{count}张").format(counter=it.counter_number, count=here)
        )
        words = text(
            "blanks_page",
            "入库{received} ＝ 在库{stock} ＋ 在窗口{counter} ＋ 已预留{reserved} ＋ 已用{used}"
            " ＋ 作废{spoiled} ＋ 退回{returned}",
        )
        counts = {state.value: balance.count(state) for state in BlankState}
        self._sums.setText(words.format(received=balance.received, **counts))
        self._level.setText(
            text("blanks_page", "账目相符") if balance.balanced else text("blanks_page", "账目不符")
        )
        dress(self._level, "good" if balance.balanced else "problem")

    def _show_none(self) -> None:
        self._batches.show(())
        self._runs.show(())
        self._batch_list.hug(6)
        self._run_list.hug(8)
        self._sums.setText("")

    def _show_blank(self) -> None:
        blank = self._presenter.blank
        self._steps.show(blank.history if blank is not None else ())
        self._history.hug(6)
        self._state.setText(
            f"{blank.serial}　{where_words(blank.state, blank.counter_number)}" if blank is not None else ""
        )

    def _tell(self, error: CounterError) -> None:
        tell(self, error)

    # -- the clerk -------------------------------------------------------------------------------------
    def _hand_in(self) -> None:
        self._deeds.hand_in(self)

    def _keep(self) -> None:
        self._presenter.type(self._form.values())

    def _next(self) -> None:
        self._deeds.clear_for_next()
        self._keep()
        self._on.set_value(self._presenter.on.isoformat())
        self._form.go_to("first")

    def _go_to_day(self) -> None:
        self._presenter.show_day(self._on.value())

    def _look_up(self) -> None:
        if self._serial.value():
            self._presenter.find(self._serial.value())
        else:
            self._form.go_to("find_serial")

    def _enter(self, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._serial.value():  # type: ignore[attr-defined]
            self._look_up()
            return True
        return False


def _beside_field(key: QAction) -> QWidget:
    """A key's button as low as the input of the field beside it."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    above = QLabel(" ")
    above.setProperty("role", "label")
    column.addWidget(above)
    column.addWidget(ActionButton(key))
    return both


def _label(name: str, role: str) -> QLabel:
    made = QLabel()
    made.setObjectName(name)
    made.setProperty("role", role)
    made.setWordWrap(role != "chip")
    return made
