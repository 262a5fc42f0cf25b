"""The trail's widgets: what is looked for, the entries, and checking them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.dialog import ask
from desktop.ui.kit.fields import DateField, Field, NumberField
from desktop.ui.kit.focus import begin_at
from desktop.ui.kit.messages import Strip, tell
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.stages import Stages, when_built
from desktop.ui.kit.table import Column, TableView
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.trail.parts import TrailTable, Working, say_outcome, show_entry
from desktop.ui.screens.trail.presenter import DONE, FAILED
from desktop.ui.screens.trail.words import action_words, counter_words, number_words, tone

if TYPE_CHECKING:
    from desktop.domain.errors import CounterError, FieldProblem
    from desktop.services.trail_pages import TrailRow
    from desktop.ui.screens.trail.presenter import TrailPresenter

NEAR = 40
"""With so many rows left below, the next are read."""
LOW = 30
"""The page is low when it has fewer lines than that."""
_ALL = "all"


class TrailView(QWidget):
    """Ctrl+Enter looks for entries, Enter shows one in full."""

    def __init__(self, presenter: TrailPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 12, 24, 16)
        self._column.setSpacing(8)
        self._fields: dict[str, Field] = {}
        Stages(self, [self._build_who, self._build_what, self._build_list, self._build_foot, self._begin])

    # -- building --------------------------------------------------------------------------------------
    def _build_who(self) -> None:
        self._title = QLabel(self._presenter.title())
        self._title.setProperty("role", "title")
        self._column.addWidget(self._title)
        self._row(
            DateField("first_day", text("trail", "开始日期"), required=True),
            DateField("last_day", text("trail", "结束日期"), required=True),
            NumberField(
                "id_number",
                text("trail", "证件号码"),
                text("trail", "按人查时填完整号码；查阅会记入留痕"),
                most=30,
            ),
        )
        self._fields["first_day"].set_value(self._presenter.first_day.isoformat())
        self._fields["last_day"].set_value(self._presenter.last_day.isoformat())

    def _build_what(self) -> None:
        self._row(
            Choice("staff", text("trail", "经办人")),
            Choice("counter", text("trail", "窗口")),
            Choice("action", text("trail", "事项")),
            Choice("result", text("trail", "结果")),
        )
        self._offer()

    def _row(self, *fields: Field) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for field in fields:
            self._fields[field.box.objectName()] = field
            row.addWidget(field, 1)
        self._column.addLayout(row)

    def _build_list(self) -> None:
        search = action(
            self,
            "search_trail",
            "Ctrl+Return",
            text("trail", "查找"),
            partial(when_built, self, self._search),
        )
        self._count = QLabel()
        self._count.setObjectName("count")
        self._count.setWordWrap(True)
        above = QHBoxLayout()
        above.addWidget(self._count, 1)
        above.addWidget(ActionButton(search, "primary"))
        self._table = TrailTable(self._columns(), self)
        self.lines = TableView(self._table, "trail", text("trail", "留痕"))
        self.lines.opened.connect(self._open)
        self.lines.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._column.addLayout(above)
        self._column.addWidget(self.lines, 1)

    def _build_foot(self) -> None:
        it = self._presenter
        self._check = action(self, "check_trail", "F8", text("trail", "核验留痕"), it.check, waits=True)
        self._check_file = action(
            self, "check_trail_file", "F7", text("trail", "核验文件"), self._ask_file, waits=True
        )
        self._archive = action(
            self, "archive_trail", "F6", text("trail", "归档"), self._ask_archive, waits=True
        )
        self._export = action(self, "export_trail", "F10", text("trail", "导出"), it.export.emit)
        stop = action(self, "stop", "Ctrl+Backspace", text("trail", "停止"), it.stop)
        self._outcome = Strip("outcome", self)
        self._outcome.dismissed.connect(self._forget)
        self._working = Working(stop)
        self._kept = QLabel()
        self._kept.setObjectName("kept")
        self._kept.setProperty("role", "muted")
        self._kept.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addWidget(self._kept, 1)
        foot.addStretch(0)
        for each in (self._archive, self._export, self._check_file, self._check):
            foot.addWidget(ActionButton(each))
        self._column.addWidget(self._working)
        self._column.addWidget(self._outcome)
        self._column.addLayout(foot)

    def _begin(self) -> None:
        it = self._presenter
        it.changed.connect(self._fill)
        it.grown.connect(self._add)
        it.chosen_from.connect(self._offer)
        it.problems.connect(self._show_problems)
        it.worked.connect(self._show_work)
        it.failed.connect(self._tell)
        self._make_room()
        self._fill()
        self._show_work()
        begin_at(self, self.lines)

    def _columns(self) -> list[Column[TrailRow]]:
        return [
            Column(text("trail", "时间"), lambda row: row.local_time),
            Column(text("trail", "窗口"), counter_words, right=True, spare=3),
            Column(text("trail", "经办人"), lambda row: row.staff_name, least=4),
            Column(text("trail", "事项"), action_words, tone=tone, least=6),
            Column(text("trail", "姓名"), lambda row: row.person_name, least=3, spare=1),
            Column(text("trail", "证件号码"), lambda row: row.masked_number, spare=2),
            Column(text("trail", "办件或单据"), number_words, spare=5),
            Column(text("trail", "事由"), lambda row: row.matter, least=4, spare=4),
            Column(text("trail", "内容"), lambda row: row.detail, stretch=True, least=6, most=60),
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the list: where the page is low, everything around it takes less."""
        super().resizeEvent(event)
        if hasattr(self, "_kept"):
            self._make_room()

    def _make_room(self) -> None:
        low = self.height() < self.fontMetrics().height() * LOW
        self._title.setHidden(low)
        self._kept.setHidden(low)
        for name, field in self._fields.items():
            line = field.findChild(QLabel, f"{name}_line")
            if line is not None:
                line.setHidden(low and not field.problem)

    # -- showing ---------------------------------------------------------------------------------------
    def _offer(self) -> None:
        choices = self._presenter.choices
        staff = [(str(key), name) for key, name in choices.staff] if choices else []
        counters = [(str(number), f"{number:02d}") for number in choices.counters] if choices else []
        actions = [(name, sentence_text(words)) for name, words in choices.actions] if choices else []
        results = [(DONE, text("trail", "已办")), (FAILED, text("trail", "未成"))]
        every = Option(_ALL, text("trail", "全部"))
        for name, codes in (
            ("staff", staff),
            ("counter", counters),
            ("action", actions),
            ("result", results),
        ):
            field = self._fields[name]
            assert isinstance(field, Choice)
            chosen = field.value() or _ALL
            field.offer([every, *(Option(code, words) for code, words in codes)])
            field.set_value(chosen)

    def _fill(self) -> None:
        it = self._presenter
        self._table.show(it.rows)
        self.lines.choose(0)
        self.lines.set_empty(
            text("trail", "正在读取……") if it.wanted is None else text("trail", "没有符合条件的留痕。")
        )
        self._show_count()

    def _add(self) -> None:
        self._table.add(self._presenter.rows[self._table.rowCount() :])
        self._show_count()

    def _show_count(self) -> None:
        it = self._presenter
        words = (
            text("trail", "已读 {count} 条，向下翻看更早的") if it.more else text("trail", "共 {count} 条")
        )
        self._count.setText(words.format(count=f"{len(it.rows):,}"))

    def _show_work(self) -> None:
        it = self._presenter
        self._working.show_work(it)
        say_outcome(self._outcome, it)
        idle = not it.running
        why = text("trail", "正在核验或归档。")
        for each in (self._check, self._check_file):
            set_possible(each, idle and it.may_check, why)
        due = it.due is not None and it.due.entries > 0
        set_possible(self._archive, idle and due, why if not idle else text("trail", "没有到期的留痕。"))
        if it.due is not None:
            words = (
                text("trail", "留痕保存 {months} 个月；{day} 及以前的 {entries} 条可以归档。")
                if due
                else text("trail", "留痕保存 {months} 个月；没有到期要归档的。")
            )
            day, entries = it.due.last_day.isoformat(), f"{it.due.entries:,}"
            self._kept.setText(words.format(months=it.due.months, day=day, entries=entries))

    def _show_problems(self, problems: tuple[FieldProblem, ...]) -> None:
        told = {problem.field: sentence_text(problem.message) for problem in problems}
        for name, field in self._fields.items():
            field.show_problem(told.get(name, ""))
        self._make_room()
        if told:
            self._fields[next(iter(told))].box.setFocus()

    def _tell(self, error: CounterError) -> None:
        tell(self, error)

    # -- doing -----------------------------------------------------------------------------------------
    def _search(self) -> None:
        values = {name: field.value() for name, field in self._fields.items()}
        self._presenter.search({name: "" if value == _ALL else value for name, value in values.items()})

    def _scrolled(self) -> None:
        bar = self.lines.verticalScrollBar()
        if bar.value() + bar.pageStep() + NEAR >= self._table.rowCount():
            self._presenter.older()

    def _open(self, row: TrailRow) -> None:
        show_entry(self, row)

    def _forget(self) -> None:
        self._presenter.outcome = None

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, text("trail", "核验文件"), "", "JSONL (*.jsonl)")
        dialog.setObjectName("open_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._presenter.check_file)
        dialog.open()

    def _ask_archive(self) -> None:
        due = self._presenter.due
        if due is None:
            return
        words = text(
            "trail",
            "{first} 至 {last} 的 {entries} 条留痕写入归档文件，核验无误后从本机移走；文件须另行妥善保存。",
        )
        ask(
            self,
            text("trail", "归档到期的留痕"),
            words.format(
                first=due.first_day.isoformat() if due.first_day else "",
                last=due.last_day.isoformat(),
                entries=f"{due.entries:,}",
            ),
            name="choose_archive",
            yes=text("trail", "选择位置"),
            then=self._choose_archive,
        )

    def _choose_archive(self) -> None:
        dialog = QFileDialog(
            self, text("trail", "归档到"), self._presenter.suggested_archive(), "JSONL (*.jsonl)"
        )
        dialog.setObjectName("save_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("jsonl")
        dialog.fileSelected.connect(self._presenter.archive)
        dialog.open()
