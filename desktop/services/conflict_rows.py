"""What the review list shows: operations on their way, and those that somebody has to look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.errors import Sentence


@dataclass(frozen=True, slots=True)
class QueuedRow:
    """An operation that was done without the server; `state` is waiting, applied, there, conflict or void."""

    sequence: int
    made_at: datetime
    what: Sentence
    whom: str
    papers: tuple[str, ...]
    state: str
    told_at: datetime | None


@dataclass(frozen=True, slots=True)
class Queue:
    """How the line is, how many pieces of business wait, and this window's operations, newest first."""

    away_since: datetime | None
    sending: bool
    waiting: int
    copied_at: datetime | None
    rows: tuple[QueuedRow, ...]


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """An operation that could not be applied as it was done; `state` is open, applied or void."""

    conflict_id: int
    kind: str
    what: Sentence
    whom: str
    counter_number: int
    clerk: str
    made_at: datetime
    reason: Sentence
    papers: tuple[str, ...]
    state: str
    version: int
    settled_at: datetime | None
    settled_by: str
    note: str


@dataclass(frozen=True, slots=True)
class Side:
    """One fact as the window had it when it printed, and as the server has it now."""

    label: Sentence
    then: Sentence | str
    now: Sentence | str

    @property
    def differs(self) -> bool:
        """Whether the two are not the same."""
        return str(self.then) != str(self.now)


@dataclass(frozen=True, slots=True)
class ConflictPage:
    """A conflict with both versions side by side; `apply_as` says as what it would be applied now."""

    row: ConflictRow
    sides: tuple[Side, ...]
    apply_as: Sentence
    cannot_apply: Sentence | None
    cannot_void: Sentence | None
