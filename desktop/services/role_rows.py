"""What the screens are told of roles and rights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.codes import Role
from desktop.domain.rights import RIGHTS, Right, may_take


@dataclass(frozen=True, slots=True)
class Taken:
    """That the station took a right away from a role: why, by whom and when."""

    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RightsTable:
    """Who may do what: the table that the program ships, and what the station took away from it."""

    taken: Mapping[tuple[Role, Right], Taken]

    def has(self, role: Role, right: Right) -> bool:
        """Whether somebody of a role may do something here."""
        return right in RIGHTS[role] and (role, right) not in self.taken

    def may_take(self, role: Role, right: Right) -> bool:
        """Whether it can be taken away: not from the last role that has it."""
        return self.has(role, right) and may_take(role, right, self.taken)
