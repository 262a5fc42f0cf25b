"""The page of a resident's own data: kind by kind what is stored, a line whole below, what may be asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import CounterError
from desktop.domain.masking import hide_numbers, hide_places
from desktop.domain.retention import GROUND_WORDS, DeletionGround
from desktop.services.own_data_rows import GROUP_WORDS, DataGroupRow, DataLineRow
from desktop.ui.kit.cards import card, plain
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.messages import Strip, tell
from desktop.ui.kit.scrolled import scrolled_page
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.own_data.presenter import OwnDataPresenter

LOW = 12
"""The list is so many lines high at least; where there is less room the page is scrolled."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list, or the heading of a kind of data where it has no line."""

    group: DataGroupRow
    line: DataLineRow | None


def _shown(line: DataLineRow) -> str:
    """What a line says as a queue may see it."""
    return hide_places(hide_numbers(line.says))


class DataTable(Table[Line]):
    """The kinds as headings, their lines below them."""

    def heading(self, row: Line) -> str:
        """What the kind is called, and how much of it there is."""
        if row.line is not None:
            return ""
        count = len(row.group.lines)
        told = text("own_data", "{count} 项") if count else text("own_data", "没有")
        return f"{sentence_text(GROUP_WORDS[row.group.group])}　{told.format(count=count)}"


class OwnDataView(QWidget):
    """F7 makes the paper out, F8 takes the request to delete, Ctrl+R goes and corrects."""

    def __init__(self, presenter: OwnDataPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._print = action(
            self,
            "print_own_data",
            "F7",
            text("own_data", "出具查阅单"),
            presenter.print_sheet,
            waits=True,
        )
        self._delete = action(
            self, "ask_deletion", "F8", text("own_data", "申请删除"), self._ask_ground, waits=True
        )
        self._correct = action(
            self,
            "correct_person",
            "Ctrl+R",
            text("own_data", "更正"),
            presenter.correct_person,
            waits=True,
        )
        self._column, self._keys = scrolled_page(self)
        Stages(self, [self._build_head, self._build_list, self._build_line, self._build_foot, self._begin])

    # -- building ----------------------------------------------------------------------------------
    def _build_head(self) -> None:
        self._title = plain("title", " ", "own_data_title")
        self._says = plain("muted", " ", "own_data_says")
        self._missing = Strip("missing", self, closable=False)
        for each in (self._title, self._says, self._missing):
            self._column.addWidget(each)

    def _build_list(self) -> None:
        columns: list[Column[Line]] = [
            Column(text("own_data", "项目"), lambda row: row.line.what if row.line else "", most=14, least=6),
            Column(
                text("own_data", "存储的内容"),
                lambda row: _shown(row.line) if row.line else "",
                stretch=True,
                least=10,
            ),
            Column(
                text("own_data", "时间和来源"),
                lambda row: row.line.since if row.line else "",
                most=24,
                spare=1,
            ),
        ]
        self._table = DataTable(columns, self)
        self._lines = TableView(self._table, "own_data", text("own_data", "存储的个人信息"))
        self._lines.picked.connect(self._follow)
        self._lines.setMinimumHeight(round(self.fontMetrics().height() * LOW))
        self._column.addWidget(self._lines, 1)

    def _build_line(self) -> None:
        frame, column = card("", "own_data_line")
        self._whole = plain("", " ", "own_data_whole")
        self._since = plain("muted", " ", "own_data_since")
        column.addWidget(self._whole)
        column.addWidget(self._since)
        self._column.addWidget(frame)

    def _build_foot(self) -> None:
        frame, column = card("", "deletion")
        self._standing = plain("", " ", "deletion_standing")
        column.addWidget(self._standing)
        self._column.addWidget(frame)
        self._keys.addStretch(1)
        self._keys.addWidget(ActionButton(self._correct))
        self._keys.addWidget(ActionButton(self._delete))
        self._keys.addWidget(ActionButton(self._print, "primary"))

    def _begin(self) -> None:
        self._presenter.changed.connect(self._show)
        self._presenter.failed.connect(self._tell)
        self._show()
        self._lines.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- showing -----------------------------------------------------------------------------------
    def _show(self) -> None:
        it = self._presenter
        page = it.page
        self._title.setText(it.title())
        self._missing.say(sentence_text(it.missing) if it.missing is not None else "", "problem")
        busy = text("own_data", "正在办理。") if it.busy else ""
        none = text("own_data", "正在读取。") if page is None else ""
        for each, why in (
            (self._print, busy or none),
            (self._delete, busy or none or it.why_not_deleted()),
            (self._correct, none),
        ):
            set_possible(each, not why, why)
        if page is None:
            return
        count = sum(len(group.lines) for group in page.groups)
        says = text(
            "own_data", "截至 {day}，共 {count} 项。屏幕上号码不显示完整；查阅单上是完整的，交给本人。"
        )
        self._says.setText(says.format(day=page.on.isoformat(), count=count))
        at = max(self._lines.currentIndex().row(), 0)
        self._table.show(
            [
                row
                for group in page.groups
                for row in (Line(group, None), *(Line(group, one) for one in group.lines))
            ]
        )
        self._lines.choose(min(at, self._table.rowCount() - 1))
        self._follow(self._lines.current())
        self._standing.setText(self._standing_words())

    def _standing_words(self) -> str:
        page = self._presenter.page
        if page is None:
            return ""
        obstacles = page.deletion.obstacles
        if obstacles:
            told = "\n".join(f"· {sentence_text(one.why)}（{one.law}）" for one in obstacles)
            return text("own_data", "现在还不能删除：") + "\n" + told
        why = self._presenter.why_not_deleted()
        may = text(
            "own_data",
            "可以申请删除：清除后人员、登记、办件和单据中不再有姓名、号码和地址；操作留痕、办件统计和空白证账依法保留。",
        )
        return why or may

    def _follow(self, row: Line | None) -> None:
        line = row.line if row is not None else None
        none = text("own_data", "没有存储此类信息。")
        said = " "
        if line is not None:
            said = _shown(line) or "—"
        elif row is not None:
            said = self._table.heading(row) if row.group.lines else none
        self._whole.setText(said)
        parts = (line.since if line is not None else "", row.group.kept if row is not None else "")
        self._since.setText("　".join(part for part in parts if part) or " ")

    def _tell(self, error: CounterError) -> None:
        tell(self, error)

    # -- asking ------------------------------------------------------------------------------------
    def _ask_ground(self) -> None:
        GroundSheet(self, self._presenter.ask_deletion).open()


class GroundSheet(Dialog):
    """Asks on which ground the resident wants to be deleted; the request is only taken, somebody else approves it."""

    def __init__(self, parent: QWidget, chosen: Callable[[DeletionGround], object]) -> None:
        super().__init__(parent, text("own_data", "申请删除个人信息"), "warning")
        self.setObjectName("ground_sheet")
        self.be_wide(64)
        self.say(text("own_data", "核对申请人身份后收下申请。由安全管理员批准，批准后此人的记录不能恢复。"))
        options = [
            Option(ground.value, sentence_text(words), str(place))
            for place, (ground, words) in enumerate(GROUND_WORDS.items(), 1)
        ]
        self._ground = Choice(
            "deletion_ground", text("own_data", "删除的理由（《个人信息保护法》）"), options
        )
        self._ground.set_value(DeletionGround.PURPOSE_ENDED.value)
        self.body.addWidget(self._ground)
        self.add_button("cancel", text("own_data", "取消"))
        self.add_button("take_request", text("own_data", "收下申请"), "primary")
        self._chosen = chosen
        self.answered.connect(self._take)

    def _take(self, button: str) -> None:
        if button == "take_request":
            self._chosen(DeletionGround(self._ground.value() or DeletionGround.PURPOSE_ENDED.value))
