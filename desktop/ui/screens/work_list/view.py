"""The work list's widgets: the tiles of the start of the day, the filters, the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.case_life import DECIDED, OPEN
from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind, CaseState
from desktop.services.work_rows import WorkFilter, WorkKind
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.focus import begin_at
from desktop.ui.kit.messages import tell
from desktop.ui.kit.shortcuts import ActionButton, action
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.work_list.tiles import Tiles
from desktop.ui.screens.work_list.words import (
    Row,
    clerk_of,
    clock_kind,
    clock_words,
    counter_of,
    day_words,
    due_words,
    key_of,
    kind_words,
    masked_id,
    matter_words,
    name_of,
    number_words,
    state_words,
)

if TYPE_CHECKING:
    from desktop.domain.errors import CounterError
    from desktop.ui.screens.work_list.presenter import WorkListPresenter

NEAR = 30
"""With so many rows left below, the next are read."""
LOW = 30
"""The page is low when it has fewer lines than that."""
_ALL = "all"
_DUES = (WorkKind.DUE_TODAY, WorkKind.OVERDUE)


class WorkTable(Table[Row]):
    """Rows of the list; more are added at the end without disturbing those that are seen."""

    def add(self, rows: Sequence[Row]) -> None:
        """Add rows at the end."""
        if rows:
            first = len(self.rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self.rows += tuple(rows)
            self.endInsertRows()


class WorkListView(QWidget):
    """Ctrl+1 to Ctrl+6 choose a list, Ctrl+0 every open case; Enter opens the case."""

    def __init__(self, presenter: WorkListPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._filling = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 12, 24, 16)
        self._column.setSpacing(10)
        filters = [self._build_filters, self._build_more_filters]
        builders = [self._build_head, *filters, self._build_count, self._build_list]
        Stages(self, [*builders, self._begin, self._fill_filters, self._fill_list])

    def _build_head(self) -> None:
        self._day = QLabel()
        self._day.setObjectName("day")
        self._day.setProperty("role", "title")
        self._suspended = QLabel()
        self._suspended.setObjectName("suspended")
        self._suspended.setProperty("role", "muted")
        self._suspended.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(18)
        head.addWidget(self._day)
        head.addWidget(self._suspended, 1)
        self._tiles = Tiles(self, self._presenter.show)
        self._column.addLayout(head)
        self._column.addWidget(self._tiles)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the list: where the page is low, tiles and filters take less."""
        super().resizeEvent(event)
        if hasattr(self, "lines"):
            self._make_room()

    def _make_room(self) -> None:
        low = self.height() < self.fontMetrics().height() * LOW
        self._tiles.fold(low)
        for each in (self._due, self._state, self._kind, self._clerk):
            rule = each.findChild(QLabel, f"{each.box.objectName()}_line")
            if rule is not None:
                rule.setHidden(low)

    def _build_filters(self) -> None:
        self._due = Choice("due", text("work_list", "期限"))
        self._state = Choice("case_state", text("work_list", "状态"))
        self._filters = QHBoxLayout()
        self._filters.setSpacing(8)
        self._column.addLayout(self._filters)
        self._place_filters(self._due, self._state)

    def _build_more_filters(self) -> None:
        self._kind = Choice("case_kind", text("work_list", "事项"))
        self._clerk = Choice("clerk", text("work_list", "受理人"))
        self._place_filters(self._kind, self._clerk)

    def _place_filters(self, *filters: Choice) -> None:
        for each in filters:
            self._filters.addWidget(each, 1)
            each.edited.connect(self._filter)

    def _build_count(self) -> None:
        every = action(
            self, "list_all", "Ctrl+0", text("work_list", "全部在办"), lambda: self._presenter.show(None)
        )
        self._count = QLabel()
        self._count.setObjectName("count")
        self._count.setWordWrap(True)
        above = QHBoxLayout()
        above.addWidget(self._count, 1)
        above.addWidget(ActionButton(every, "quiet"))
        self._column.addLayout(above)

    def _build_list(self) -> None:
        self._table = WorkTable(self._columns(), self)
        self.lines = TableView(self._table, "work", text("work_list", "待办"), parent=self)
        self.lines.opened.connect(self._presenter.open)
        self.lines.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._column.addWidget(self.lines, 1)

    def _begin(self) -> None:
        self._make_room()
        it = self._presenter
        it.begun.connect(self._show_start)
        it.changed.connect(self._fill)
        it.grown.connect(self._add)
        it.failed.connect(self._tell)
        self._show_start()
        begin_at(self, self.lines)

    # -- showing ---------------------------------------------------------------------------------------
    def _show_start(self) -> None:
        it = self._presenter
        if it.start is None:
            self._day.setText("")
            self._suspended.setText(text("work_list", "正在读取……"))
            return
        self._day.setText(day_words(it.start.on))
        if it.beginning:
            words = text("work_list", "正在核对逾期未签注的居住证……")
        elif it.start.suspended:
            words = text("work_list", "今天按规定中止使用功能的居住证 {count} 张（逾期未签注）。")
        else:
            words = text("work_list", "今天没有需要中止使用功能的居住证。")
        self._suspended.setText(words.format(count=f"{it.start.suspended:,}"))
        for kind, tile in self._tiles.tiles.items():
            tile.say(it.start.of(kind))

    def _fill(self) -> None:
        self._fill_filters()
        self._fill_list()

    def _fill_filters(self) -> None:
        it = self._presenter
        self._filling = True
        self._tiles.mark(it.shown)
        wanted = it.wanted
        self._offer(
            self._due,
            [(kind.value, kind_words(kind)) for kind in _DUES],
            wanted.due.value if wanted.due else "",
        )
        states = [(state.value, sentence_text(label(state))) for state in CaseState if state in OPEN]
        self._offer(self._state, states, wanted.state)
        kinds = [(kind.value, sentence_text(label(kind))) for kind in CaseKind if kind in DECIDED]
        self._offer(self._kind, kinds, wanted.kind)
        self._offer(self._clerk, [(each, each) for each in it.clerks], wanted.clerk)
        self._filling = False

    def _fill_list(self) -> None:
        it = self._presenter
        current = self.lines.current()
        if self._table.rows != it.rows:
            self._table.show(it.rows)
            keys = [key_of(row) for row in it.rows]
            key = key_of(current) if current is not None else None
            self.lines.choose(keys.index(key) if key in keys else 0)
        self.lines.set_empty(self._empty())
        self._count.setText(self._count_words())

    def _add(self) -> None:
        self._table.add(self._presenter.rows[self._table.rowCount() :])

    def _columns(self) -> list[Column[Row]]:
        return [
            Column(
                text("work_list", "办理时限"),
                lambda row: clock_words(row, self._presenter.shown),
                tone=clock_kind,
                least=10,
            ),
            Column(text("work_list", "最后一天"), due_words, spare=2),
            Column(text("work_list", "事项"), matter_words, least=6),
            Column(text("work_list", "状态"), state_words, least=6),
            Column(text("work_list", "姓名"), name_of, stretch=True, least=4),
            Column(text("work_list", "证件号码"), masked_id, spare=1),
            Column(text("work_list", "编号"), number_words, spare=3),
            Column(text("work_list", "受理人"), clerk_of, spare=4),
            Column(text("work_list", "窗口"), counter_of, right=True, spare=5),
        ]

    def _count_words(self) -> str:
        it = self._presenter
        if it.count is None:
            return text("work_list", "正在读取……")
        name = kind_words(it.shown) if it.shown is not None else text("work_list", "在办")
        return text("work_list", "{name}　{count} 件").format(name=name, count=f"{it.count:,}")

    def _empty(self) -> str:
        it = self._presenter
        if it.count is None:
            return text("work_list", "正在读取……")
        if it.shown is not None or it.wanted != WorkFilter():
            return text("work_list", "这里没有要办的。按 Ctrl+0 看全部在办的。")
        return text("work_list", "没有在办的办件。")

    def _offer(self, choice: Choice, codes: list[tuple[str, str]], chosen: str) -> None:
        every = Option(_ALL, text("work_list", "全部"))
        choice.offer([every, *(Option(code, words) for code, words in codes)])
        choice.set_value(chosen or _ALL)

    # -- doing -----------------------------------------------------------------------------------------
    def _filter(self) -> None:
        if self._filling:
            return
        due, state, kind, clerk = (
            "" if each.value() == _ALL else each.value()
            for each in (self._due, self._state, self._kind, self._clerk)
        )
        self._presenter.filter(WorkFilter(kind, clerk, state, WorkKind(due) if due else None))

    def _scrolled(self) -> None:
        bar = self.lines.verticalScrollBar()
        if bar.value() + bar.pageStep() + NEAR >= self._table.rowCount():
            self._presenter.read_on()

    def _tell(self, error: CounterError) -> None:
        tell(self, error)
