"""The three lists of the queue's screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.kit.cards import plain
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.to_send.words import (
    conflict_state,
    conflict_tone,
    fact,
    local_minute,
    queued_state,
    queued_tone,
)

if TYPE_CHECKING:
    from desktop.services.conflict_rows import ConflictRow, QueuedRow, Side

_MIDDLE = Qt.TextElideMode.ElideMiddle
"""Two numbers differ at their end, and so do two addresses."""


def conflicts_list(page: QWidget) -> tuple[Table[ConflictRow], TableView]:
    """What needs a look, of the whole station."""
    columns: list[Column[ConflictRow]] = [
        Column(text("to_send", "状态"), conflict_state, tone=conflict_tone),
        Column(text("to_send", "业务"), lambda row: sentence_text(row.what), least=4),
        Column(text("to_send", "申报人"), lambda row: row.whom, stretch=True, least=8, dots=_MIDDLE),
        Column(text("to_send", "窗口"), lambda row: str(row.counter_number), spare=2, right=True),
        Column(text("to_send", "经办人"), lambda row: row.clerk, spare=3),
        Column(text("to_send", "办理时间"), lambda row: local_minute(row.made_at), spare=1),
    ]
    table = Table(columns, page)
    spoken = text("to_send", "需要核对的离线业务，没有处理的在前")
    empty = text("to_send", "没有需要核对的。断网期间办理的业务上传后，与服务器不一致的会列在这里。")
    return table, TableView(table, "conflicts", spoken, empty)


def queue_list(page: QWidget) -> tuple[Table[QueuedRow], TableView]:
    """What this window did by itself."""
    columns: list[Column[QueuedRow]] = [
        Column(text("to_send", "序号"), lambda row: str(row.sequence), right=True, spare=2),
        Column(text("to_send", "状态"), queued_state, tone=queued_tone),
        Column(text("to_send", "业务"), lambda row: sentence_text(row.what), least=4),
        Column(text("to_send", "申报人"), lambda row: row.whom, stretch=True, least=6, dots=_MIDDLE),
        Column(text("to_send", "办理时间"), lambda row: local_minute(row.made_at), spare=1),
    ]
    table = Table(columns, page)
    spoken = text("to_send", "本窗口断网期间办理的业务，新的在前")
    return table, TableView(table, "queue", spoken, text("to_send", "本窗口没有断网期间办理的业务。"))


def sides_list(page: QWidget) -> tuple[Table[Side], TableView]:
    """Both versions of a line, side by side."""
    columns: list[Column[Side]] = [
        Column(text("to_send", "内容"), lambda row: sentence_text(row.label), most=8),
        Column(
            text("to_send", "断网时办理的"),
            lambda row: fact(row.then),
            tip=lambda row: fact(row.then),
            tone=lambda row: "problem" if row.differs else "",
            stretch=True,
            least=6,
            dots=_MIDDLE,
        ),
        Column(
            text("to_send", "服务器上现在的"),
            lambda row: fact(row.now),
            tip=lambda row: fact(row.now),
            tone=lambda row: "problem" if row.differs else "",
            stretch=True,
            least=6,
            dots=_MIDDLE,
        ),
    ]
    table = Table(columns, page)
    return table, TableView(table, "sides", text("to_send", "两边的内容，不同的在前"))


class Holder(QWidget):
    """Keeps a list under its title, or one of these where it is wanted now."""

    def __init__(self, title: str = "", view: TableView | None = None) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        if view is not None:
            self._column.addWidget(plain("heading", title))
            self._column.addWidget(view)

    def take(self, other: QWidget) -> None:
        """Have it here from now on."""
        self._column.addWidget(other)
