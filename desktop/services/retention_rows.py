"""What the pages of a resident's rights and of retention are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.retention import (
        DataKind,
        DeletionGround,
        Obstacle,
        PurgeKind,
        PurgeState,
        Retention,
    )


@dataclass(frozen=True, slots=True)
class TermRow:
    """How long a kind is kept here: `months`, or the usual term where `own` is None; how much is due by now."""

    retention: Retention
    own: int | None
    cutoff: date
    due: int

    @property
    def months(self) -> int:
        """What holds; never below the legal floor."""
        return max(self.own if self.own is not None else self.retention.usual, self.retention.floor)


@dataclass(frozen=True, slots=True)
class DueLine:
    """One thing whose term is over: whose it is, masked, and the day on which it ended."""

    subject: str
    what: str
    masked_id_number: str
    ended_on: date


@dataclass(frozen=True, slots=True)
class PurgePreview:
    """What a purge would take today: how many, the first of them, and the digest of them all."""

    kind: DataKind
    cutoff: date
    count: int
    lines: tuple[DueLine, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class PurgeOrderRow:
    """An order to delete, and how far it has come; `counts` are rows by kind, emptied so far."""

    order_id: int
    version: int
    kind: PurgeKind
    subject: DataKind
    cutoff: date | None
    person_id: int | None
    ground: DeletionGround | None
    state: PurgeState
    parts: int
    done: int
    kept: int
    digest: str
    prepared_at: datetime
    prepared_by: int
    prepared_name: str
    decided_name: str
    note: str
    done_at: datetime | None
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class RetentionPage:
    """Every term, and the orders, newest first."""

    terms: tuple[TermRow, ...]
    orders: tuple[PurgeOrderRow, ...]
    today: date


@dataclass(frozen=True, slots=True)
class DeletionStanding:
    """Whether what is stored of a person may go now, and what is kept in any case."""

    obstacles: tuple[Obstacle, ...]
    waiting: PurgeOrderRow | None

    @property
    def possible(self) -> bool:
        """Whether a request can be taken."""
        return not self.obstacles and self.waiting is None
