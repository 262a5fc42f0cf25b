"""The rows of a day: how its cases and papers balance, and the export of its log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.codes import PaperKind
    from desktop.domain.errors import Sentence


@dataclass(frozen=True, slots=True)
class BalanceLine:
    """One kind of paper on a day: cases that call for it, papers issued, copies and what became of each.

    `brought` counts originals printed here of papers issued on another day or at another counter,
    `unprinted` papers issued here without an original printed here that day.
    """

    kind: PaperKind
    cases: int
    issued: int
    printed: int
    saved: int
    reprints: int
    spoiled: int
    unsettled: int
    brought: int
    unprinted: int

    @property
    def expected(self) -> int:
        """How many sheets there should be: issued, brought and printed again."""
        return self.issued + self.brought + self.reprints

    @property
    def accounted(self) -> int:
        """How many sheets are known of: printed, saved, spoiled, not yet settled, not printed."""
        return self.printed + self.saved + self.spoiled + self.unsettled + self.unprinted

    @property
    def balanced(self) -> bool:
        """Whether each case has its paper and each sheet its outcome."""
        return self.cases == self.issued and self.expected == self.accounted and not self.unsettled


@dataclass(frozen=True, slots=True)
class DayBalance:
    """The day's cases against its papers, and what does not balance."""

    on: date
    cases: int
    lines: tuple[BalanceLine, ...]
    exceptions: tuple[DayException, ...]
    closed_at: datetime | None
    summary_paper_id: int | None

    @property
    def balanced(self) -> bool:
        """Whether every kind of paper balances."""
        return all(line.balanced for line in self.lines)


@dataclass(frozen=True, slots=True)
class DayException:
    """Something the end of the day must explain, with the case to open, or the paper that has none."""

    what: Sentence
    case_id: int | None
    copy_id: int | None
    unanswered: bool = False  # a sheet not printed yet, or whose outcome nobody has told
    paper_id: int | None = None
    overdue: bool = False  # a case whose time has run out: the clerk says why


@dataclass(frozen=True, slots=True)
class ExportDone:
    """A finished export: where, how many rows, and the SHA-256 of the rows as written in the file."""

    path: str
    rows: int
    sha256: str
    bytes: int
