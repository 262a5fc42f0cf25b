"""The queue: filters and counts above, the cases by due date, the batch below."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QVBoxLayout, QWidget

from desktop.domain.case_life import DECIDED
from desktop.domain.code_words import label
from desktop.services.decision_rows import QueueRow
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.clock_words import left_words
from desktop.ui.kit.fields import TickField
from desktop.ui.kit.shortcuts import ActionButton, action
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.decide.words import count_words

if TYPE_CHECKING:
    from desktop.ui.screens.decide.presenter import DecidePresenter

REST_MS = 180
"""The case under the cursor is read when the cursor has rested for so long."""

AHEAD = 30
"""So many rows beyond those seen are read, so that they are there when they come into sight."""

_ALL = "all"


class QueueTable(Table[QueueRow | None]):
    """Rows of the queue by their places; those that are not read are there and say nothing yet."""

    def hold(self, rows: list[QueueRow | None]) -> None:
        """Show these places; the list is the presenter's own, which fills it in."""
        self.beginResetModel()
        self.rows = rows  # type: ignore[assignment]
        self.endResetModel()

    def touch(self) -> None:
        """What is shown of the rows is another."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))


class Queue(QWidget):
    """Everything about the list; the row under the cursor is the case that is looked at."""

    entered = Signal()
    """Enter on a row: go over to its case."""

    def __init__(self, presenter: DecidePresenter, ticking: tuple[QAction, QAction]) -> None:
        super().__init__()
        self._presenter = presenter
        self._filling = False
        self._offered: dict[Choice, list[Option]] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._open_picked)
        self._ticking = ticking
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    @property
    def steps(self) -> tuple[Callable[[], None], ...]:
        """What it is built of, one a turn."""
        return self._build_filters, self._build_list, self._build_below

    def _build_filters(self) -> None:
        self._column.addLayout(self._filters())
        self._count = QLabel()
        self._count.setObjectName("count")
        self._count.setWordWrap(True)
        self._column.addWidget(self._count)

    def _build_list(self) -> None:
        self._table = QueueTable(self._columns(), self)
        self.cases = TableView(self._table, "queue", text("decide", "待审核的办件"))
        self.cases.opened.connect(self._enter)
        self.cases.picked.connect(self._pick)
        self.cases.clicked.connect(self._clicked)
        self.cases.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.cases.verticalScrollBar().valueChanged.connect(self._scrolled)
        action(self.cases, "tick_case", "Space", text("decide", "选中或取消这一件"), self._tick)
        self._column.addWidget(self.cases, 1)

    def _build_below(self) -> None:
        self._chosen = QLabel()
        self._chosen.setObjectName("ticked")
        self._chosen.setProperty("role", "muted")
        self._chosen.setWordWrap(True)
        every, batch = self._ticking
        below = QHBoxLayout()
        below.addWidget(self._chosen, 1)
        below.addWidget(ActionButton(every, "quiet"))
        below.addWidget(ActionButton(batch))
        self._column.addLayout(below)

    def fill(self) -> None:
        """Show what the presenter has; the cursor stands on the case looked at."""
        self.fill_filters()
        it = self._presenter
        self._filling = True
        self._table.hold(it.queue.places.rows)
        self.cases.choose(it.place)
        self.cases.set_empty(self._empty())
        self._filling = False
        self.show_ticks()
        self._scrolled()

    def fill_filters(self) -> None:
        """Offer what there is to narrow the queue by, and say how many cases it has."""
        it = self._presenter.queue
        self._filling = True
        self._offer(
            self._kind, sorted((each.value, sentence_text(label(each))) for each in DECIDED), it.wanted.kind
        )
        self._offer(self._clerk, [(each, each) for each in it.clerks], it.wanted.clerk)
        self._overdue.set_value("yes" if it.wanted.overdue else "")
        self._count.setText(count_words(it.counts))
        self._filling = False

    def add(self) -> None:
        """Show the rows that were read since."""
        self.cases.viewport().update()
        row = self.cases.current()
        if row is not None and self._presenter.case_id is None:
            self._pick(row)
        self._scrolled()

    def show_ticks(self) -> None:
        """Show which cases are ticked."""
        count = len(self._presenter.ticked)
        self._table.touch()
        words = text("decide", "已选 {count} 件").format(count=count)
        self._chosen.setText(words if count else text("decide", "Enter 查看办件，空格键选中可批量通过。"))

    def follow(self) -> None:
        """Put the cursor on the case looked at."""
        if self.cases.currentIndex().row() != self._presenter.place:
            self._filling = True
            self.cases.choose(self._presenter.place)
            self._filling = False

    # -- inside --------------------------------------------------------------------------------------
    def _filters(self) -> QHBoxLayout:
        self._kind = Choice("case_kind", text("decide", "事项"))
        self._clerk = Choice("clerk", text("decide", "受理人"))
        self._overdue = TickField("overdue", text("decide", "只看逾期"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._kind, 3)
        row.addWidget(self._clerk, 3)
        row.addWidget(self._overdue, 2, Qt.AlignmentFlag.AlignVCenter)
        for each in (self._kind, self._clerk, self._overdue):
            each.edited.connect(self._filter)
        return row

    def _columns(self) -> list[Column[QueueRow | None]]:
        return [
            Column(text("decide", "选"), _read(self._tick_words)),
            Column(
                text("decide", "期限"),
                _read(lambda row: left_words(row.days_left, row.estimated)),
                tip=_read(lambda row: row.case.due_on.isoformat() if row.case.due_on else ""),
            ),
            Column(
                text("decide", "事项"),
                _read(lambda row: sentence_text(label(row.case.kind))),
                least=4,
                most=8,
            ),
            Column(
                text("decide", "姓名"), _read(lambda row: row.case.person_name, "……"), stretch=True, least=4
            ),
            Column(text("decide", "证件号码"), _read(lambda row: row.case.masked_id_number), spare=1),
            Column(text("decide", "受理人"), _read(lambda row: row.case.clerk), spare=2),
            Column(
                text("decide", "窗口"), _read(lambda row: str(row.case.counter_number)), right=True, spare=3
            ),
        ]

    def _tick_words(self, row: QueueRow) -> str:
        if row.own:
            return text("decide", "自")
        if not row.tickable:
            return "—"
        return "☑" if row.case.case_id in self._presenter.ticked else "☐"

    def _empty(self) -> str:
        it = self._presenter.queue
        if it.counts is None:
            return text("decide", "正在读取……")
        if it.wanted.kind or it.wanted.clerk or it.wanted.overdue:
            return text("decide", "没有符合筛选条件的办件。")
        return text("decide", "没有待审核的办件。")

    def _offer(self, choice: Choice, codes: list[tuple[str, str]], chosen: str) -> None:
        options = [Option(_ALL, text("decide", "全部")), *(Option(code, words) for code, words in codes)]
        if self._offered.get(choice) != options:
            self._offered[choice] = options
            choice.offer(options)
        if choice.value() != (chosen or _ALL):
            choice.set_value(chosen or _ALL)

    def _filter(self) -> None:
        if self._filling:
            return
        kind, clerk = self._kind.value(), self._clerk.value()
        self._presenter.filter(
            "" if kind == _ALL else kind,
            "" if clerk == _ALL else clerk,
            self._overdue.value() == "yes",
        )

    def _pick(self, row: QueueRow | None) -> None:
        place = self.cases.currentIndex().row()
        if not self._filling and place >= 0:
            self._presenter.aim(place, row.case.case_id if row is not None else None)
            self._rest.start()

    def _open_picked(self) -> None:
        row = self.cases.current()
        if row is not None:
            self._presenter.open(row.case.case_id)

    def _enter(self, row: QueueRow | None) -> None:
        if row is not None:
            self._rest.stop()
            self._presenter.open(row.case.case_id)
            self.entered.emit()

    def _tick(self) -> None:
        row = self.cases.current()
        if row is not None:
            self._presenter.tick(row)

    def _clicked(self, index: QModelIndex) -> None:
        row = self._table.rows[index.row()]
        if index.column() == 0 and row is not None:
            self._presenter.tick(row)

    def _scrolled(self) -> None:
        bar = self.cases.verticalScrollBar()
        self._presenter.want(bar.value() - AHEAD, bar.value() + bar.pageStep() + AHEAD)


def _read(show: Callable[[QueueRow], str], unread: str = "") -> Callable[[QueueRow | None], str]:
    """Show something of a row that is read."""
    return lambda row: unread if row is None else show(row)
