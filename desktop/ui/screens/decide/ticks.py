"""The cases ticked to be granted at one go, with what was seen of each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from desktop.domain.errors import Sentence
    from desktop.services.decision_rows import QueueRow

MOST_TICKED = 200
"""So many cases at most are ticked at one go: what a batch is read through before."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one case of a batch."""

    row: QueueRow
    why_not: Sentence | None


class Ticks(QObject):
    """A tick holds while its case stands as it was seen."""

    changed = Signal()
    """Others are ticked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.seen: dict[int, int] = {}
        """The ticked cases with the version that was seen of each."""
        self._rows: dict[int, QueueRow] = {}

    def rows(self) -> dict[int, QueueRow]:
        """Return the rows of the ticked cases as they were seen."""
        return {case: self._rows[case] for case in self.seen}

    def turn(self, row: QueueRow) -> None:
        """Tick a case, or take the tick away; one that may not be ticked stays without."""
        ticked = dict(self.seen)
        if ticked.pop(row.case.case_id, None) is None and row.tickable:
            self._rows[row.case.case_id] = row
            ticked[row.case.case_id] = row.case.version
        self._set(ticked)

    def turn_all(self, rows: Iterable[QueueRow]) -> None:
        """Tick every one that may be, the first of them where they are many, or none when they all are."""
        some = list(islice((row for row in rows if row.tickable), MOST_TICKED))
        every = {row.case.case_id: row.case.version for row in some}
        self._rows |= {row.case.case_id: row for row in some}
        self._set({} if every == self.seen else every)

    def hold(self, versions: Mapping[int, int], *, every: bool) -> None:
        """Take the ticks of cases that stand otherwise now; where these are `every` case, of the others too."""
        self._set(
            {
                case: seen
                for case, seen in self.seen.items()
                if versions.get(case, None if every else seen) == seen
            }
        )

    def drop(self, case_ids: Collection[int]) -> None:
        """Take the ticks of some cases."""
        self._set({case: seen for case, seen in self.seen.items() if case not in case_ids})

    def clear(self) -> None:
        """Take every tick."""
        self._set({})

    def _set(self, ticked: dict[int, int]) -> None:
        if ticked != self.seen:
            self.seen = ticked
            self.changed.emit()
