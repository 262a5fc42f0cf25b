"""What the screens are told of second factors."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from desktop.domain.codes import Role
from desktop.domain.second_factor import FactorKind


@dataclass(frozen=True, slots=True)
class FactorRow:
    """A key or a telephone; `ended_on` is None while it lets its owner in."""

    factor_id: int
    staff_id: int
    owner: str
    kind: FactorKind
    name: str
    registered_on: date
    used_on: date | None
    ended_on: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class OwnFactors:
    """One's own, those in use first; whether the role must have one; where a new key can be put."""

    rows: tuple[FactorRow, ...]
    required: bool
    drives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodeSecret:
    """A telephone about to be registered: shown once, stored when its first code was right.

    `lines` is the QR code, a line of 1 (dark) and 0 for each row of modules.
    """

    secret: bytes = field(repr=False)
    spelled: str = field(repr=False)
    lines: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class FactorRule:
    """Which roles must have a second factor, and for how many days one signs in while the server is away."""

    roles: frozenset[Role] = frozenset()
    offline_days: int = 7


@dataclass(frozen=True, slots=True)
class FactorPage:
    """Everybody's second factors, those in use first, and the rule."""

    rows: tuple[FactorRow, ...]
    rule: FactorRule
