"""One value of the law with its article, the deadlines it sets, and the findings that judge by it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Generic, TypeVar

from desktop.domain.errors import Sentence
from desktop.domain.times import add_months
from desktop.domain.working_days import Calendar, Due, add_calendar_days, add_working_days

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """A value, its article, and the layer that states it (`national`, `shandong` …).

    What could not be read in its source is not `verified`, and the note says why. Where the law is silent
    the value is None, the article is that of the law that was searched, and the note says so.
    """

    value: T
    basis: str
    verified: bool = True
    note: str = ""
    place: str = ""


class DayUnit(StrEnum):
    """In what a deadline counts."""

    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"


@dataclass(frozen=True, slots=True)
class Deadline:
    """So many days; the day on which they start to run does not count. 0 is that day itself (当日)."""

    days: int
    unit: DayUnit

    def due(self, start: date, calendar: Calendar) -> Due:
        """Give the last day, which is always a working day."""
        if self.unit is DayUnit.WORKING_DAYS and self.days:
            return add_working_days(start, self.days, calendar)
        return add_calendar_days(start, self.days, calendar)


class WindowUnit(StrEnum):
    """In what a window before a day is measured."""

    MONTHS = "months"
    CALENDAR_DAYS = "calendar_days"


@dataclass(frozen=True, slots=True)
class Window:
    """The time before a day within which something may be done; that day is its last one."""

    length: int
    unit: WindowUnit

    def opens(self, last: date) -> date:
        """Give its first day: the corresponding day of an earlier month, or so many days before."""
        if self.unit is WindowUnit.MONTHS:
            return add_months(last, -self.length)
        return last - timedelta(days=self.length)


@dataclass(frozen=True, slots=True)
class Finding:
    """One condition judged: the fact, whether it is met, and what would change it when it is not."""

    code: str
    basis: str
    met: bool
    fact: Sentence
    change: Sentence | None = None
    verified: bool = True
    note: str = ""


def finding(code: str, rule: Rule[Any], met: bool, fact: Sentence, change: Sentence | None = None) -> Finding:
    """Judge by one rule; what would change it is kept only where the condition is not met."""
    return Finding(code, rule.basis, met, fact, None if met else change, rule.verified, rule.note)
