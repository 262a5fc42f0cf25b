"""What the screen of rights knows: which role may do what here, and what is being changed of it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.code_words import label
from desktop.domain.codes import Role
from desktop.domain.rights import RIGHT_WORDS, RIGHTS, Right
from desktop.services.role_rows import RightsTable
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.one_at_a_time import AskedInSheets
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor

ROLES = tuple(role for role in RIGHTS if role is not Role.NOBODY)


class RightsPresenter(AskedInSheets):
    """Asks the service for one thing at a time; the sheet over the screen stays until it is `done`."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner) -> None:
        super().__init__(runner)
        self._roles, self._actor = counter.roles, actor
        self._asked = Latest(runner)
        self._request = str(uuid.uuid4())
        self.table: RightsTable | None = None
        self.chosen = Right.OWN_DESK
        self.refresh()

    def title(self) -> str:
        """The screen's name."""
        return text("rights_page", "权限")

    def refresh(self) -> None:
        """Read the table anew."""
        self._asked.run(partial(self._roles.table, self._actor), self._show, self.fail)

    def takeable(self, right: Right) -> tuple[Role, ...]:
        """Return the roles that a right can be taken from."""
        table = self.table
        return () if table is None else tuple(role for role in ROLES if table.may_take(role, right))

    def taken(self, right: Right) -> tuple[Role, ...]:
        """Return the roles that a right was taken from."""
        table = self.table
        return () if table is None else tuple(role for role in ROLES if (role, right) in table.taken)

    def take(self, right: Right, values: Mapping[str, str]) -> None:
        """Take a right away from a role."""
        role = Role(values["role"])
        job = partial(self._roles.take_away, self._actor, self._request, role, right, values["reason"])
        self._do(
            job, partial(self._stored, text("rights_page", "已停用{role}的“{right}”权限。"), role, right)
        )

    def give_back(self, right: Right, values: Mapping[str, str]) -> None:
        """Let a role have a right again."""
        role = Role(values["role"])
        job = partial(self._roles.give_back, self._actor, role, right)
        self._do(
            job, partial(self._stored, text("rights_page", "已恢复{role}的“{right}”权限。"), role, right)
        )

    # -- answers ---------------------------------------------------------------------------------------
    def _show(self, table: RightsTable) -> None:
        self.table = table
        self.changed.emit()

    def _stored(self, words: str, role: Role, right: Right, table: RightsTable) -> None:
        self._request = str(uuid.uuid4())
        self.busy, self.chosen = False, right
        self.notice.emit(
            words.format(role=sentence_text(label(role)), right=sentence_text(RIGHT_WORDS[right]))
        )
        self.done.emit()
        self._show(table)
