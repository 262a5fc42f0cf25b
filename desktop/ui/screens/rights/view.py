"""The screen of rights: a line a right, a column a role; a right is taken away with a reason, and given back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel

from desktop.domain.code_words import label
from desktop.domain.codes import Role
from desktop.domain.rights import RIGHT_WORDS, Right
from desktop.domain.times import CHINA
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.fields import ChineseField, Field
from desktop.ui.kit.fields_sheet import FieldsSheet
from desktop.ui.kit.list_page import ListPage
from desktop.ui.kit.shortcuts import ActionButton, set_possible
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.rights.presenter import ROLES

if TYPE_CHECKING:
    from desktop.ui.screens.rights.presenter import RightsPresenter

MOST_REASON = 60


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table; a bare Right would come back from Qt as a plain string."""

    right: Right


class RightsView(ListPage):
    """The table that the program ships, and what this station took away from it."""

    _presenter: RightsPresenter

    def __init__(self, presenter: RightsPresenter) -> None:
        super().__init__(presenter)
        self._take = self._deed("take_right", "F6", text("rights_page", "停用权限"), self._ask_to_take)
        self._give = self._deed("give_back_right", "F7", text("rights_page", "恢复权限"), self._ask_to_give)
        Stages(self, [self._build_head, self._build_list, self._build_foot, self._begin])

    # -- building --------------------------------------------------------------------------------------
    def _build_head(self) -> None:
        title = QLabel(self._presenter.title())
        title.setProperty("role", "title")
        hint = QLabel(
            text(
                "rights_page",
                "✓能办，✗本所已停用；系统、安全、审计是三种管理员。本所只能停用，不能增加；只有一种身份能办的不能停用。",
            )
        )
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        self._column.addWidget(title)
        self._column.addWidget(hint)

    def _build_list(self) -> None:
        columns: list[Column[Line]] = [
            Column(
                text("rights_page", "权限"),
                lambda line: sentence_text(RIGHT_WORDS[line.right]),
                stretch=True,
                least=7,
            ),
            *(
                Column(_short(role), partial(self._cell, role), tone=partial(self._tone, role))
                for role in ROLES
            ),
        ]
        self._table = Table(columns, self)
        self._list = TableView(
            self._table, "rights_table", text("rights_page", "权限"), text("rights_page", "正在读取")
        )
        self._list.opened.connect(lambda _: self._take.trigger())
        self._list.picked.connect(self._pick)
        self._column.addWidget(self._list, 1)

    def _build_foot(self) -> None:
        self._why = QLabel()
        self._why.setObjectName("taken_words")
        self._why.setWordWrap(True)
        self._column.addWidget(self._why)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(ActionButton(self._take, "primary"))
        row.addWidget(ActionButton(self._give))
        row.addStretch(1)
        self._column.addLayout(row)

    # -- showing ---------------------------------------------------------------------------------------
    def _cell(self, role: Role, line: Line) -> str:
        table, right = self._presenter.table, line.right
        if table is None:
            return ""
        if (role, right) in table.taken:
            return "✗"
        return "✓" if table.has(role, right) else ""

    def _tone(self, role: Role, line: Line) -> str:
        table = self._presenter.table
        return "warning" if table is not None and (role, line.right) in table.taken else ""

    def _show(self) -> None:
        it = self._presenter
        chosen = it.chosen
        self._table.show(tuple(map(Line, Right)) if it.table is not None else ())
        self._list.choose(list(Right).index(chosen))
        self._follow()

    def _pick(self, line: Line | None) -> None:
        if line is not None:
            self._presenter.chosen = line.right
        self._follow()

    def _follow(self) -> None:
        it, right = self._presenter, self._current()
        busy = text("rights_page", "正在办理。") if it.busy else ""
        none = text("rights_page", "请先选一项权限。") if right is None else ""
        only = none or ("" if right is None or it.takeable(right) else self._only(right))
        kept = none or (
            "" if right is None or it.taken(right) else text("rights_page", "这项权限没有停用过。")
        )
        set_possible(self._take, not (busy or only), busy or only)
        set_possible(self._give, not (busy or kept), busy or kept)
        self._why.setText("" if right is None else self._told(right))

    def _only(self, right: Right) -> str:
        if right is Right.OWN_DESK:
            return text("rights_page", "每个人都要用到，不能停用。")
        return text("rights_page", "只有一种身份能办，不能停用。")

    def _told(self, right: Right) -> str:
        """Say of each role that a right was taken from, why, by whom and when."""
        table = self._presenter.table
        words = text("rights_page", "{role}：{by}于{at}停用，原因：{reason}")
        return "\n".join(
            words.format(
                role=sentence_text(label(role)),
                by=table.taken[role, right].by,
                at=table.taken[role, right].at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M"),
                reason=table.taken[role, right].reason,
            )
            for role in self._presenter.taken(right)
            if table is not None
        )

    def _current(self) -> Right | None:
        line: Line | None = self._list.current()
        return None if line is None else line.right

    # -- asking ----------------------------------------------------------------------------------------
    def _ask_to_take(self) -> None:
        right, it = self._current(), self._presenter
        if right is None or self._asking.open:
            return
        title = text("rights_page", "停用权限：{right}").format(right=sentence_text(RIGHT_WORDS[right]))
        words = text("rights_page", "这种身份的所有人都不能再办，包括正在登录的。原因记入留痕。")
        fields = (partial(_role, it.takeable(right)), _reason)
        yes = text("rights_page", "停用")
        self._asking.take(FieldsSheet(self, title, words, fields, "take_right", yes, partial(it.take, right)))

    def _ask_to_give(self) -> None:
        right, it = self._current(), self._presenter
        if right is None or self._asking.open:
            return
        title = text("rights_page", "恢复权限：{right}").format(right=sentence_text(RIGHT_WORDS[right]))
        fields = (partial(_role, it.taken(right)),)
        yes = text("rights_page", "恢复")
        sheet = FieldsSheet(
            self, title, self._told(right), fields, "give_back_right", yes, partial(it.give_back, right)
        )
        self._asking.take(sheet)


def _short(role: Role) -> str:
    """Return a role in two characters: five columns have to fit at 200 %."""
    words = {
        Role.OFFICER: text("rights_page", "民警"),
        Role.AUXILIARY: text("rights_page", "辅警"),
        Role.SYSTEM_ADMINISTRATOR: text("rights_page", "系统"),
        Role.SECURITY_ADMINISTRATOR: text("rights_page", "安全"),
        Role.AUDIT_ADMINISTRATOR: text("rights_page", "审计"),
    }
    return words[role]


def _role(roles: tuple[Role, ...]) -> Field:
    options = [Option(role.value, sentence_text(label(role))) for role in roles]
    value = roles[0].value if len(roles) == 1 else ""
    return Choice("role", text("rights_page", "身份"), options, required=True, value=value)


def _reason() -> Field:
    hint = text("rights_page", "2至60个字")
    return ChineseField("reason", text("rights_page", "原因"), hint, required=True, most=MOST_REASON)
