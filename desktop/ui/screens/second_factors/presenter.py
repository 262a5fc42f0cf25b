"""What the screen of second factors knows: whose there are, the rule, what is under way."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.codes import Role
from desktop.services.factor_rows import FactorPage, FactorRow, FactorRule
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.one_at_a_time import AskedInSheets
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor


class SecondFactorsPresenter(AskedInSheets):
    """Asks the service for one thing at a time; the sheet over the screen stays until it is `done`."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner) -> None:
        super().__init__(runner)
        self._factors, self._actor = counter.second_factors, actor
        self._asked = Latest(runner)
        self.rows: tuple[FactorRow, ...] = ()
        self.rule = FactorRule()
        self.chosen = 0
        self.refresh()

    def title(self) -> str:
        """The screen's name."""
        return text("second_factors", "第二要素")

    def refresh(self) -> None:
        """Read the list anew."""
        self._asked.run(partial(self._factors.everybody, self._actor), self._show, self.fail)

    def revoke(self, row: FactorRow, values: Mapping[str, str]) -> None:
        """End somebody's second factor."""
        self._do(partial(self._factors.revoke, self._actor, row.factor_id, values["reason"]), self._revoked)

    def set_rule(self, values: Mapping[str, str]) -> None:
        """Say who must have one, and for how many days one signs in without the server."""
        roles = [role for role in Role if values.get(f"role_{role.value}")]
        job = partial(self._factors.set_rule, self._actor, roles, values["offline_days"], self.rule)
        self._do(job, self._rule_set)

    # -- answers ---------------------------------------------------------------------------------------
    def _show(self, page: FactorPage) -> None:
        self.rows, self.rule = page.rows, page.rule
        self.changed.emit()

    def _revoked(self, row: FactorRow) -> None:
        self.chosen = row.factor_id
        told = text("second_factors", "已停用：{owner}的“{name}”。")
        self.notice.emit(told.format(owner=row.owner, name=row.name))
        self._settle()

    def _rule_set(self, rule: FactorRule) -> None:
        self.rule = rule
        self.notice.emit(text("second_factors", "规定已保存，下次登录起作用。"))
        self._settle()
