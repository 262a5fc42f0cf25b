"""What the screen of staff knows: who may sign in, what is under way, what became of it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.accounts import PasswordRule
from desktop.domain.code_words import label
from desktop.domain.codes import Role
from desktop.domain.rights import Right
from desktop.services.staff_rows import AccountMade, NewAccount, StaffPage, StaffRow
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.one_at_a_time import AskedInSheets
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor


class StaffPresenter(AskedInSheets):
    """Asks the service for one thing at a time; the sheet over the screen stays until it is `done`."""

    made = Signal(object)
    """An account has a one-time password (AccountMade), to be shown once."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner) -> None:
        super().__init__(runner)
        self._staff, self._roles, self._actor = counter.staff, counter.roles, actor
        self._asked = Latest(runner)
        self._request = str(uuid.uuid4())
        self.rows: tuple[StaffRow, ...] = ()
        self.rule = PasswordRule()
        self.gives: tuple[Role, ...] = ()
        """The roles that may be given."""
        self.makes_accounts = actor.may(Right.MANAGE_ACCOUNTS)
        self.sets_rule = actor.may(Right.SET_PASSWORD_RULE)
        self.chosen = 0
        self.refresh()

    def title(self) -> str:
        """The screen's name."""
        return text("staff", "人员管理")

    def refresh(self) -> None:
        """Read the list anew."""
        self._asked.run(partial(self._staff.list, self._actor), self._show, self.fail)

    def is_self(self, row: StaffRow) -> bool:
        """Tell whether a row is who looks at it."""
        return row.staff_id == self._actor.staff_id

    def add(self, values: Mapping[str, str]) -> None:
        """Add somebody as typed."""
        account = NewAccount(values["sign_in_name"], values["name"])
        self._do(partial(self._staff.add, self._actor, self._request, account), self._made)

    def change(self, row: StaffRow, values: Mapping[str, str]) -> None:
        """Call somebody otherwise."""
        job = partial(self._staff.change, self._actor, row.staff_id, row.version, values["name"])
        self._do(job, partial(self._changed, text("staff", "已修改：{name}。")))

    def give(self, row: StaffRow, values: Mapping[str, str]) -> None:
        """Give somebody a role."""
        role = Role(values["role"]) if values["role"] else row.role
        job = partial(self._roles.give, self._actor, row.staff_id, row.version, role)
        self._do(job, partial(self._given, row))

    def serve(self, row: StaffRow) -> None:
        """Disable somebody, or enable them again."""
        turn = self._staff.disable if row.active else self._staff.enable
        told = text("staff", "已停用：{name}。") if row.active else text("staff", "已启用：{name}。")
        self._do(partial(turn, self._actor, row.staff_id, row.version), partial(self._changed, told))

    def reset(self, row: StaffRow) -> None:
        """Give somebody a one-time password."""
        self._do(partial(self._staff.reset_password, self._actor, row.staff_id, row.version), self._made)

    def set_rule(self, values: Mapping[str, str]) -> None:
        """Ask something else of passwords."""
        self._do(partial(self._staff.set_rule, self._actor, dict(values), self.rule), self._rule_set)

    # -- answers ---------------------------------------------------------------------------------------
    def _show(self, page: StaffPage) -> None:
        self.rows, self.rule, self.gives = page.rows, page.rule, page.gives
        self.changed.emit()

    def _made(self, made: AccountMade) -> None:
        self._request = str(uuid.uuid4())
        self.chosen = made.row.staff_id
        self._settle()
        self.made.emit(made)

    def _changed(self, words: str, row: StaffRow) -> None:
        self.chosen = row.staff_id
        self.notice.emit(words.format(name=row.name))
        self._settle()

    def _given(self, row: StaffRow, role: Role) -> None:
        self.chosen = row.staff_id
        told = text("staff", "{name}现在是{role}，重新登录后按新身份办理。")
        self.notice.emit(told.format(name=row.name, role=sentence_text(label(role))))
        self._settle()

    def _rule_set(self, rule: PasswordRule) -> None:
        self.rule = rule
        self.notice.emit(text("staff", "密码规定已保存，下次设置密码时起作用。"))
        self._settle()
