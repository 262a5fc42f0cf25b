"""What the screens are told of staff."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from desktop.domain.accounts import PasswordRule
from desktop.domain.codes import Role


@dataclass(frozen=True, slots=True)
class StaffRow:
    """Somebody who may sign in; `version` goes with a change, so that it meets what was seen."""

    staff_id: int
    sign_in_name: str
    name: str
    role: Role
    active: bool
    one_time: bool
    password_on: date
    wait_minutes: int
    sample: bool
    version: int


@dataclass(frozen=True, slots=True)
class StaffPage:
    """Everybody, those in service first, what the station asks of passwords, and which roles the looker gives."""

    rows: tuple[StaffRow, ...]
    rule: PasswordRule
    gives: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class NewAccount:
    """Somebody to add, as typed; what they may do is given to them afterwards, by somebody else."""

    sign_in_name: str
    name: str


@dataclass(frozen=True, slots=True)
class AccountMade:
    """An account with its one-time password, to be shown once; "" when the same request came before."""

    row: StaffRow
    one_time_password: str = field(repr=False)
