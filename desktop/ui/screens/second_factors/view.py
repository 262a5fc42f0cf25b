"""The screen of second factors: a list, what ends one, and the rule."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from desktop.domain.code_words import label
from desktop.domain.codes import Role
from desktop.domain.second_factor import KIND_WORDS
from desktop.ui.kit.cards import plain
from desktop.ui.kit.fields import ChineseField, Field, NumberField, TickField
from desktop.ui.kit.fields_sheet import FieldsSheet
from desktop.ui.kit.list_page import ListPage
from desktop.ui.kit.shortcuts import ActionButton, set_possible
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.factor_rows import FactorRow, FactorRule
    from desktop.ui.screens.second_factors.presenter import SecondFactorsPresenter


def state_words(row: FactorRow) -> str:
    """Whether it lets its owner in; since when not, and why."""
    if row.ended_on is None:
        return text("second_factors", "在用")
    ended = text("second_factors", "✗ {day} 停用").format(day=row.ended_on.isoformat())
    return f"{ended}　{row.reason}" if row.reason else ended


def rule_words(rule: FactorRule) -> str:
    """The rule in a line."""
    separator = text("second_factors", "、")
    roles = separator.join(sentence_text(label(role)) for role in Role if role in rule.roles)
    must = (
        text("second_factors", "必须有第二要素的身份：{roles}。").format(roles=roles)
        if roles
        else text("second_factors", "没有哪种身份必须有第二要素；登记了的人登录时要用。")
    )
    days = (
        text("second_factors", "服务器连不上时，最近{days}天在本窗口登录过的人员可以登录。")
        if rule.offline_days
        else text("second_factors", "服务器连不上时不能登录。")
    )
    return f"{must}{days.format(days=rule.offline_days)}"


class SecondFactorsView(ListPage):
    """A list; what can be done with the row under the cursor stands below with its keys."""

    _presenter: SecondFactorsPresenter

    def __init__(self, presenter: SecondFactorsPresenter) -> None:
        super().__init__(presenter)
        self._revoke = self._deed(
            "revoke_factor", "F7", text("second_factors", "停用（遗失）"), self._ask_why
        )
        self._rule = self._deed("set_factor_rule", "F11", text("second_factors", "登录规定"), self._ask_rule)
        Stages(self, [self._build_head, self._build_list, self._build_keys, self._begin])

    # -- building --------------------------------------------------------------------------------------
    def _build_head(self) -> None:
        top = QHBoxLayout()
        top.addWidget(plain("title", self._presenter.title()), 1)
        top.addWidget(ActionButton(self._rule))
        self._words = plain("muted", " ", "factor_rule")
        self._column.addLayout(top)
        self._column.addWidget(self._words)

    def _build_list(self) -> None:
        columns: list[Column[FactorRow]] = [
            Column(text("second_factors", "姓名"), lambda row: row.owner, least=4),
            Column(text("second_factors", "名称"), lambda row: row.name, stretch=True, least=4),
            Column(text("second_factors", "种类"), lambda row: sentence_text(KIND_WORDS[row.kind])),
            Column(text("second_factors", "登记日期"), lambda row: row.registered_on.isoformat(), spare=1),
            Column(
                text("second_factors", "最近使用"),
                lambda row: row.used_on.isoformat() if row.used_on else "",
                spare=2,
            ),
            Column(text("second_factors", "状态"), state_words),
        ]
        self._table = Table(columns, self)
        nobody = text("second_factors", "还没有人登记第二要素。本人在“密码和第二要素”里登记。")
        self._list = TableView(self._table, "all_factors", text("second_factors", "第二要素"), nobody)
        self._list.picked.connect(self._pick)
        self._column.addWidget(self._list, 1)

    def _build_keys(self) -> None:
        row = QHBoxLayout()
        row.addWidget(ActionButton(self._revoke))
        row.addStretch(1)
        self._column.addLayout(row)

    # -- showing ---------------------------------------------------------------------------------------
    def _show(self) -> None:
        it = self._presenter
        chosen = it.chosen
        self._words.setText(rule_words(it.rule))
        self._table.show(it.rows)
        self._list.choose(next((at for at, row in enumerate(it.rows) if row.factor_id == chosen), 0))
        self._asking.wait(it.busy)
        self._follow()

    def _pick(self, row: FactorRow | None) -> None:
        if row is not None:
            self._presenter.chosen = row.factor_id
        self._follow()

    def _follow(self) -> None:
        row, busy = self._current(), text("second_factors", "正在办理。")
        over = text("second_factors", "请先选一个在用的。")
        ended = row is None or row.ended_on is not None
        set_possible(self._revoke, not self._presenter.busy and not ended, over if ended else busy)
        set_possible(self._rule, not self._presenter.busy, busy)

    def _current(self) -> FactorRow | None:
        row: FactorRow | None = self._list.current()
        return row

    # -- asking ----------------------------------------------------------------------------------------
    def _ask_why(self) -> None:
        row = self._current()
        if row is None or self._asking.open:
            return
        words = text(
            "second_factors",
            "停用{owner}的“{name}”，马上不能再用它登录，也不能再登记。本人没有别的第二要素时，按规定重新登记。",
        )
        self._asking.take(
            FieldsSheet(
                self,
                text("second_factors", "停用第二要素"),
                words.format(owner=row.owner, name=row.name),
                [lambda: ChineseField("reason", text("second_factors", "原因"), required=True, most=100)],
                "revoke_factor",
                text("second_factors", "停用"),
                partial(self._presenter.revoke, row),
            )
        )

    def _ask_rule(self) -> None:
        if self._asking.open:
            return
        rule = self._presenter.rule
        fields = [partial(_tick, role, role in rule.roles) for role in Role if role.value]
        words = text("second_factors", "打勾的身份登录必须有第二要素；还没有登记的，下次登录时登记。")
        self._asking.take(
            FieldsSheet(
                self,
                text("second_factors", "登录规定"),
                words,
                [*fields, partial(_days, rule.offline_days)],
                "set_factor_rule",
                text("second_factors", "保存"),
                self._presenter.set_rule,
            )
        )


def _tick(role: Role, ticked: bool) -> Field:
    field = TickField(f"role_{role.value}", sentence_text(label(role)))
    field.set_value("yes" if ticked else "")
    return field


def _days(days: int) -> Field:
    hint = text("second_factors", "0至30天；0为不能登录")
    field = NumberField(
        "offline_days", text("second_factors", "服务器连不上时几天内可登录"), hint, required=True, most=2
    )
    field.set_value(str(days))
    return field
