"""The screen of staff: everybody who may sign in, and what an administrator does with an account."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel

from desktop.domain.code_words import label
from desktop.ui.kit.dialog import ask
from desktop.ui.kit.list_page import ListPage
from desktop.ui.kit.shortcuts import ActionButton, set_possible
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.staff.sheets import OneTimeSheet, add_sheet, change_sheet, role_sheet, rule_sheet

if TYPE_CHECKING:
    from desktop.services.staff_rows import AccountMade, StaffRow
    from desktop.ui.screens.staff.presenter import StaffPresenter


def state_words(row: StaffRow) -> str:
    """How an account is, in words."""
    if not row.active:
        return text("staff", "✗ 已停用")
    if row.wait_minutes:
        return text("staff", "! 输错密码，暂停{minutes}分钟").format(minutes=row.wait_minutes)
    return text("staff", "在用")


def password_words(row: StaffRow) -> str:
    """Whose the password is, and since when."""
    if row.sample:
        return text("staff", "样例，写在登录页上")
    if row.one_time:
        return text("staff", "一次性，{day} 给出").format(day=row.password_on.isoformat())
    return text("staff", "{day} 设置").format(day=row.password_on.isoformat())


class StaffView(ListPage):
    """A list; what can be done with the row under the cursor stands below with its keys."""

    _presenter: StaffPresenter

    def __init__(self, presenter: StaffPresenter) -> None:
        super().__init__(presenter)
        self._add = self._deed("add_staff", "F6", text("staff", "添加人员"), self._ask_whom)
        self._change = self._deed("change_staff", "F7", text("staff", "修改"), self._ask_what)
        self._serve = self._deed("disable_staff", "F8", text("staff", "停用"), self._ask_to_serve)
        self._reset = self._deed("reset_password", "F10", text("staff", "重置密码"), self._ask_to_reset)
        self._give = self._deed("give_role", "Ctrl+R", text("staff", "授予身份"), self._ask_role)
        self._rule = self._deed("set_password_rule", "Ctrl+M", text("staff", "密码规定"), self._ask_rule)
        Stages(self, [self._build_head, self._build_list, self._build_keys, self._begin])

    # -- building --------------------------------------------------------------------------------------
    def _build_head(self) -> None:
        title = QLabel(self._presenter.title())
        title.setProperty("role", "title")
        hint = QLabel(
            text(
                "staff",
                "一人一个账号，不共用；系统管理员建账号，安全管理员授予身份。停用的账号保留，办过的件和留痕不变。",
            )
        )
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(title, 1)
        top.addWidget(ActionButton(self._give if self._presenter.makes_accounts else self._rule))
        self._column.addLayout(top)
        self._column.addWidget(hint)

    def _build_list(self) -> None:
        columns: list[Column[StaffRow]] = [
            Column(text("staff", "姓名"), lambda row: row.name, stretch=True, least=4),
            Column(text("staff", "登录名"), lambda row: row.sign_in_name),
            Column(text("staff", "身份"), lambda row: sentence_text(label(row.role))),
            Column(text("staff", "状态"), state_words),
            Column(text("staff", "密码"), password_words, spare=1),
        ]
        self._table = Table(columns, self)
        self._list = TableView(self._table, "staff_list", text("staff", "人员"), text("staff", "没有人员"))
        self._list.opened.connect(lambda _: self._change.trigger())
        self._list.picked.connect(self._pick)
        self._column.addWidget(self._list, 1)

    def _build_keys(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        accounts = self._presenter.makes_accounts
        first = (self._add, self._change, self._serve) if accounts else (self._give,)
        for place, each in enumerate((*first, self._reset)):
            row.addWidget(ActionButton(each, "plain" if place else "primary"))
        row.addStretch(1)
        self._column.addLayout(row)

    def _begin(self) -> None:
        super()._begin()
        self._presenter.made.connect(self._show_password)

    # -- showing ---------------------------------------------------------------------------------------
    def _show(self) -> None:
        it = self._presenter
        chosen = it.chosen
        self._table.show(it.rows)
        at = next((at for at, row in enumerate(it.rows) if row.staff_id == chosen), 0)
        self._list.choose(at)
        self._follow()

    def _pick(self, row: StaffRow | None) -> None:
        if row is not None:
            self._presenter.chosen = row.staff_id
        self._follow()

    def _follow(self) -> None:
        it, row = self._presenter, self._current()
        busy, nobody = text("staff", "正在办理。"), text("staff", "请先选一个人。")
        sample = text("staff", "演练人员是样例，不能修改。")
        why = busy if it.busy else nobody if row is None else sample if row.sample else ""
        mine = row is not None and it.is_self(row)
        out = row is not None and not row.active
        self._serve.setText(text("staff", "启用") if out else text("staff", "停用"))
        others = text("staff", "账号由系统管理员办理。") if not it.makes_accounts else ""
        for each, reason in (
            (self._add, others or (busy if it.busy else "")),
            (self._rule, self._not_the_rule() or (busy if it.busy else "")),
            (self._change, others or why),
            (self._serve, others or why or (text("staff", "不能停用自己的账号。") if mine else "")),
            (
                self._give,
                self._not_to_give()
                or why
                or (text("staff", "不能改自己的身份，请另一位安全管理员办理。") if mine else "")
                or (text("staff", "账号已停用，请先启用。") if out else ""),
            ),
            (
                self._reset,
                why
                or (text("staff", "自己的密码在设置菜单的“修改密码”里换。") if mine else "")
                or (text("staff", "账号已停用，请先启用。") if out else ""),
            ),
        ):
            set_possible(each, not reason, reason)

    def _not_the_rule(self) -> str:
        return "" if self._presenter.sets_rule else text("staff", "密码规定由安全管理员设置。")

    def _not_to_give(self) -> str:
        return "" if self._presenter.gives else text("staff", "身份由安全管理员授予。")

    def _current(self) -> StaffRow | None:
        row: StaffRow | None = self._list.current()
        return row

    def _show_password(self, made: AccountMade) -> None:
        OneTimeSheet(self, made).open()

    # -- asking ----------------------------------------------------------------------------------------
    def _ask_whom(self) -> None:
        if not self._asking.open:
            self._asking.take(add_sheet(self, self._presenter.add))

    def _ask_what(self) -> None:
        row, it = self._current(), self._presenter
        if row is not None and not self._asking.open:
            self._asking.take(change_sheet(self, row, partial(it.change, row)))

    def _ask_role(self) -> None:
        row, it = self._current(), self._presenter
        if row is not None and not self._asking.open:
            self._asking.take(role_sheet(self, row, it.gives, partial(it.give, row)))

    def _ask_rule(self) -> None:
        if not self._asking.open:
            self._asking.take(rule_sheet(self, self._presenter.rule, self._presenter.set_rule))

    def _ask_to_serve(self) -> None:
        row = self._current()
        if row is None:
            return
        if not row.active:
            self._presenter.serve(row)
            return
        ask(
            self,
            text("staff", "停用：{name}").format(name=row.name),
            text("staff", "停用后不能再登录，已锁屏的不能解锁；办过的件不变，以后可以再启用。"),
            name="confirm_disable",
            yes=text("staff", "停用"),
            then=partial(self._presenter.serve, row),
            danger=True,
        )

    def _ask_to_reset(self) -> None:
        row = self._current()
        if row is None:
            return
        ask(
            self,
            text("staff", "重置密码：{name}").format(name=row.name),
            text("staff", "原来的密码马上失效，换成一次性密码，本人下次登录时自己设置。"),
            name="confirm_reset",
            yes=text("staff", "重置密码"),
            then=partial(self._presenter.reset, row),
            danger=True,
        )
