"""The case numbers that this window gave at the server, or may have given: nothing is ever given one of them again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.domain.case_numbers import CASE_DIGITS
from desktop.domain.times import local_date
from desktop.services import numbering

if TYPE_CHECKING:
    from desktop.domain.changes import Change
    from desktop.models.database import Database
    from desktop.services.given import Given

SKIPPED_AT_START = 10
"""Numbers left out by a program that does not know yet what the server has: what was kept of its last may be lost."""


class OwnNumbers:
    """The highest number of each counter and day; in an outage the store goes on above it.

    Known before it is stored, so a line that comes and goes all day uses up no numbers.
    """

    def __init__(self, store: Database) -> None:
        self._store = store
        self._highest: dict[tuple[int, date], int] = {}
        self._raised: set[tuple[int, date]] = set()
        self._skip = SKIPPED_AT_START

    def note(self, changes: Iterable[Change]) -> None:
        """Remember the numbers of what is about to be stored at the server."""
        for change in changes:
            digits = change.case_number
            if len(digits) == CASE_DIGITS:
                self._raise(int(digits[17:19]), _day(digits[9:17]), int(digits[19:]))

    def note_given(self, given: Given) -> None:
        """Remember the numbers of an operation that may have been stored there."""
        if given.asked is not None and given.numbers:
            self._raise(given.asked.counter_number, local_date(given.times[0]), max(given.numbers))

    def highest(self, counter_number: int, on: date) -> int:
        """Return the highest number known, 0 for none."""
        return self._highest.get((counter_number, on), 0)

    def seen(self) -> None:
        """The window knows now what the server has, and an outage that was is over."""
        self._raised.clear()
        self._skip = 0

    def ready(self, counter_number: int, today: date) -> bool:
        """Whether the store goes on above them already in this outage."""
        return (counter_number, today) in self._raised

    def go_on_above(self, counter_number: int, today: date, began: date | None) -> None:
        """Have the store go on above every number that the server may have stored, once an outage."""
        highest = self.highest(counter_number, today)
        if highest or began is None or began >= today:
            with self._store.write() as link:
                numbering.go_on_above(link, counter_number, today, highest, self._skip)
        self._raised.add((counter_number, today))

    def _raise(self, counter_number: int, on: date, number: int) -> None:
        here = counter_number, on
        self._highest[here] = max(self._highest.get(here, 0), number)


@lru_cache(maxsize=8)
def _day(digits: str) -> date:
    return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
