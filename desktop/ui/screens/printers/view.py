"""The screen of the counter's printers: the kinds of paper at the left, how one is printed at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.code_words import label
from desktop.domain.errors import CounterError
from desktop.domain.print_settings import PrintSetting, Sides, most_offset
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.fields import NumberField
from desktop.ui.kit.flow import FlowRow
from desktop.ui.kit.form import Form
from desktop.ui.kit.messages import Strip, tell
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.stages import Stages, when_built
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.printers.presenter import values_of
from desktop.ui.screens.printers.words import AS_QUEUE, offset_words, sides_words, tray_words

if TYPE_CHECKING:
    from desktop.ui.screens.printers.presenter import PrintersPresenter

BESIDE = 52
"""The fields stand beside the list where it is so many times as wide as a line is high."""
MOST_DIGITS = 6


class PrintersView(QWidget):
    """Down the list to a kind; printer, tray, sides and offset; F10 prints the page to measure by."""

    def __init__(self, presenter: PrintersPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        it = self._presenter = presenter
        self._whole = False
        built = partial(partial, when_built, self)
        self._save = action(self, "save_printer", "F6", text("printers", "保存"), built(it.save), waits=True)
        self._undo = action(self, "undo_printer", "F7", text("printers", "放弃修改"), it.discard)
        self._all = action(
            self,
            "save_for_sheets",
            "F8",
            text("printers", "用于全部纸质单据"),
            built(it.save_for_sheets),
            waits=True,
        )
        self._test = action(
            self,
            "print_test_page",
            "F10",
            text("printers", "打印测试页"),
            built(it.print_test_page),
            waits=True,
        )
        self._find = action(self, "find_printers", "Ctrl+R", text("printers", "重找打印机"), it.refresh)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(10)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(14)
        self._form = Form()
        self._form.submitted.connect(it.save)
        Stages(self, [self._build_head, self._build_kinds, self._build_fields, self._build_keys, self._begin])

    # -- building --------------------------------------------------------------------------------------
    def _build_head(self) -> None:
        title = QLabel(self._presenter.title())
        title.setProperty("role", "title")
        words = text("printers", "只对{counter}号窗口有效；纸盒、单双面和偏移只用于所选的打印机。")
        hint = QLabel(words.format(counter=self._presenter.counter_number))
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        self._trouble = Strip("no_printing", self, closable=False)
        for widget in (title, hint, self._trouble):
            self._column.addWidget(widget)
        self._column.addLayout(self._body, 1)

    def _build_kinds(self) -> None:
        columns: list[Column[PrintSetting]] = [
            Column(
                text("printers", "单据"), lambda row: sentence_text(label(row.kind)), stretch=True, least=6
            ),
            Column(text("printers", "打印机"), lambda row: row.printer or "—", most=16, least=4),
            Column(text("printers", "纸盒"), lambda row: tray_words(row.tray) or "—", spare=2),
            Column(
                text("printers", "单双面"), lambda row: sides_words(row.sides) if row.sides else "—", spare=1
            ),
            Column(text("printers", "偏移（毫米）"), offset_words),
        ]
        self._kinds = Table(columns, self)
        self._kinds_view = TableView(
            self._kinds, "paper_kinds", text("printers", "各种单据怎样打印"), text("printers", "正在读取")
        )
        self._body.addWidget(self._kinds_view, 6)

    def _build_fields(self) -> None:
        self._section = self._form.section("", columns=2)
        hint = text("printers", "毫米，如 1.5；反方向填负数，如 -0.8")
        self._printer = self._form.add(self._section, Choice("printer", text("printers", "打印机")), 2)
        self._tray = self._form.add(self._section, Choice("tray", text("printers", "纸盒")))
        self._sides = self._form.add(self._section, Choice("sides", text("printers", "单双面")))
        self._right = self._form.add(
            self._section, NumberField("right", text("printers", "向右偏移"), hint, most=MOST_DIGITS)
        )
        self._down = self._form.add(
            self._section, NumberField("down", text("printers", "向下偏移"), hint, most=MOST_DIGITS)
        )
        self._bound = QLabel(" ")
        self._bound.setObjectName("offset_bound")
        self._bound.setProperty("role", "muted")
        self._bound.setWordWrap(True)
        self._section.place(self._bound, 2, new_row=True)
        self._body.addWidget(self._form, 5)

    def _build_keys(self) -> None:
        keys = FlowRow(10)
        keys.addWidget(ActionButton(self._save, "primary"))
        for each in (self._undo, self._all, self._test):
            keys.addWidget(ActionButton(each))
        keys.addWidget(ActionButton(self._find, "quiet"))
        self._column.addLayout(keys)

    def _begin(self) -> None:
        it = self._presenter
        self._whole = True
        for field in (self._printer, self._tray, self._sides, self._right, self._down):
            field.edited.connect(self._typed)
        self._kinds_view.picked.connect(it.look)
        self._kinds_view.opened.connect(self._to_fields)
        it.changed.connect(self._show)
        it.refill.connect(self._fill)
        it.problems.connect(self._form.show_problems)
        it.failed.connect(self._tell)
        self._show()
        self._fill()
        self._kinds_view.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- showing ---------------------------------------------------------------------------------------
    def _show(self) -> None:
        it = self._presenter
        if self._kinds.rows != it.rows:
            with QSignalBlocker(self._kinds_view):
                self._kinds.show(it.rows)
        if it.rows and self._kinds_view.currentIndex().row() != it.at:
            with QSignalBlocker(self._kinds_view):
                self._kinds_view.choose(it.at)
        self._trouble.say(
            sentence_text(it.printer_trouble.message) if it.printer_trouble is not None else "", "warning"
        )
        self._offer()
        self._enable()
        if it.row is not None:
            self._section.setAccessibleName(sentence_text(label(it.row.kind)))
            words = text("printers", "{paper}最多偏移{most}毫米。先打印测试页，纸上写着怎样量、应填多少。")
            kind = it.row.kind
            self._bound.setText(words.format(paper=sentence_text(label(kind)), most=most_offset(kind) // 10))

    def _offer(self) -> None:
        """Offer the queues there are, and what the chosen one can do; what is set is never dropped silently."""
        it = self._presenter
        values = it.typed or (values_of(it.row) if it.row is not None else {})
        none = Option(AS_QUEUE, text("printers", "未设置（用上次或默认的打印机）"))
        queues = [Option(one.name, _queue(one.name, one.ready, one.state)) for one in it.printers]
        gone = values.get("printer", AS_QUEUE)
        if gone != AS_QUEUE and all(one.code != gone for one in queues):
            queues.append(Option(gone, text("printers", "{printer}（找不到）").format(printer=gone)))
        _fill_choice(self._printer, [none, *queues], values.get("printer", AS_QUEUE))
        offers = it.offers
        trays = list(offers.trays) if offers is not None else []
        sides = (
            [Sides.ONE, Sides.LONG_EDGE, Sides.SHORT_EDGE] if offers is not None and offers.two_sided else []
        )
        for chosen, among in ((values.get("tray", AS_QUEUE), trays),):
            if chosen not in (AS_QUEUE, *among):
                among.append(chosen)
        if values.get("sides", AS_QUEUE) not in (AS_QUEUE, *sides):
            sides.append(Sides(values["sides"]))
        usual = Option(AS_QUEUE, sides_words(Sides.AS_QUEUE))
        _fill_choice(
            self._tray,
            [usual, *(Option(one, tray_words(one)) for one in trays)],
            values.get("tray", AS_QUEUE),
        )
        _fill_choice(
            self._sides,
            [usual, *(Option(one.value, sides_words(one)) for one in sides)],
            values.get("sides", AS_QUEUE),
        )

    def _enable(self) -> None:
        it = self._presenter
        busy, none = text("printers", "正在办理。"), text("printers", "没有改动。")
        why = busy if it.busy else none
        for each in (self._save, self._undo):
            set_possible(each, it.touched and not it.busy, why)
        no_printer = busy if it.busy else text("printers", "先选打印机。")
        for each in (self._all, self._test):
            set_possible(each, bool(it.printer) and not it.busy, no_printer)
        held = "" if it.printer else text("printers", "先选打印机。")
        for field in (self._tray, self._sides, self._right, self._down):
            field.hold(held)

    def _fill(self) -> None:
        it = self._presenter
        if it.row is not None and self._whole:
            self._form.set_values(it.typed or values_of(it.row))

    def _tell(self, error: CounterError) -> None:
        tell(self, error)

    # -- the clerk -------------------------------------------------------------------------------------
    def _typed(self) -> None:
        self._presenter.type(self._form.values())

    def _to_fields(self, _row: PrintSetting) -> None:
        self._form.go_to("printer")

    # -- room ------------------------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the fields below the list where there is no room beside."""
        super().resizeEvent(event)
        wide = self.width() >= BESIDE * self.fontMetrics().height()
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        if self._body.direction() != (beside if wide else below):
            self._body.setDirection(beside if wide else below)


def _queue(name: str, ready: bool, state: str) -> str:
    return name if ready else text("printers", "{printer}（{state}）").format(printer=name, state=state)


def _fill_choice(choice: Choice, options: list[Option], value: str) -> None:
    there = [(choice.box.itemData(row), choice.box.itemText(row)) for row in range(choice.box.count())]
    if there != [(one.code, one.label) for one in options]:
        choice.offer(options)
    if choice.value() != value:
        choice.set_value(value)
