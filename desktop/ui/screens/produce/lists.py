"""The two lists of production: who waits, and what is reserved; both are ticked with the space bar or a click."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.code_words import label
from desktop.services.production_rows import PhotoSource
from desktop.ui.kit.table import ROW, Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.production_rows import ReservedCard, WaitingCard
    from desktop.ui.screens.produce.presenter import ProducePresenter

TICKED, OPEN = "☑", "☐"


class TickList(TableView):
    """A list whose rows are ticked: `ticked(row)` on the space bar, or a click into the first column."""

    ticked = Signal(object)

    def __init__(self, table: Table[Any], name: str, spoken: str, parent: QWidget) -> None:
        super().__init__(table, name, spoken, parent=parent)
        self.clicked.connect(self._clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar ticks the row the cursor is on."""
        if event.key() == Qt.Key.Key_Space and self.current() is not None:
            self.ticked.emit(self.current())
            event.accept()
            return
        super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self.ticked.emit(index.data(ROW))


def left_words(row: WaitingCard) -> str:
    """How many working days are left."""
    if row.days_left is None:
        return ""
    if row.days_left < 0:
        words = text("produce", "超期{days}个工作日").format(days=-row.days_left)
    else:
        words = text("produce", "还有{days}个工作日").format(days=row.days_left)
    return text("produce", "{words}（暂估）").format(words=words) if row.due_estimated else words


def state_words(row: WaitingCard) -> str:
    """What is in the way of printing it, or which blank it has."""
    if row.serial:
        return text("produce", "{counter}号窗口已预留").format(counter=row.serial_counter)
    if not row.registered:
        return text("produce", "没有有效的居住登记")
    if row.photo is PhotoSource.NONE:
        return text("produce", "没有相片")
    if row.missing_glyphs:
        return text("produce", "字库缺字：{glyphs}").format(glyphs="".join(row.missing_glyphs))
    if row.photo is PhotoSource.EARLIER:
        return text("produce", "用以前的相片")
    return text("produce", "可以制证")


def waiting_columns(it: ProducePresenter) -> list[Column[WaitingCard]]:
    """The columns of who waits."""
    columns: list[Column[WaitingCard]] = [
        Column(text("produce", "选"), lambda row: _chosen(it, row)),
        Column(text("produce", "姓名"), lambda row: row.person_name, most=10, stretch=True, least=4),
        Column(text("produce", "证件号码"), lambda row: row.masked_id_number, spare=3),
        Column(text("produce", "业务"), lambda row: sentence_text(label(row.kind)), spare=2),
        Column(text("produce", "应办结"), lambda row: row.due_on.isoformat() if row.due_on else "", spare=1),
        Column(text("produce", "期限"), left_words, least=4),
        Column(text("produce", "情况"), state_words, stretch=True),
    ]
    return columns


def reserved_columns(it: ProducePresenter) -> list[Column[ReservedCard]]:
    """The columns of what is reserved at this counter."""
    columns: list[Column[ReservedCard]] = [
        Column(text("produce", "已打印好"), lambda row: TICKED if row.serial in it.came_out else OPEN),
        Column(text("produce", "空白号"), lambda row: row.serial, most=16),
        Column(text("produce", "姓名"), lambda row: row.person_name, most=10, stretch=True, least=4),
        Column(text("produce", "业务编号"), lambda row: row.case_number, spare=1),
        Column(text("produce", "打印"), lambda row: it.going.short_words(row.serial), least=5),
    ]
    return columns


def _chosen(it: ProducePresenter, row: WaitingCard) -> str:
    if row.case_id in it.wanted:
        return TICKED
    return OPEN if row.ready and not row.serial else "—"
