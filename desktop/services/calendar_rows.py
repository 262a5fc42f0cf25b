"""What the calendar hands to a screen: days, a year of them, and what a notice would change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.working_days import DayKind
    from desktop.policies.notices import NoticeDay, Remark


class DaySource(StrEnum):
    """Who says what a day is: nothing but the week, the table shipped with the program, or the station."""

    WEEK = "week"
    SHIPPED = "shipped"
    STATION = "station"


@dataclass(frozen=True, slots=True)
class CalendarDayRow:
    """One day; `kind` is None where only the week decides, and `STATUTORY` where it is an estimate.

    `changed_by` is who last said something about it for the station, also if that was taken back since.
    """

    day: date
    working: bool
    kind: DayKind | None
    note: str
    source: DaySource
    changed_by: str = ""
    changed_at: datetime | None = None
    counter_number: int = 0


@dataclass(frozen=True, slots=True)
class YearRow:
    """Every day of a year in order; `unstated` are the days its notice must state before it is published."""

    year: int
    published: bool
    days: tuple[CalendarDayRow, ...]
    unstated: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class DayChange:
    """A day that a notice would make another one."""

    before: CalendarDayRow
    kind: DayKind
    note: str
    line: int


@dataclass(frozen=True, slots=True)
class YearStanding:
    """Whether a year counts as published before and after a notice is in, and what it would still lack.

    `kept` counts the days of the year that the table or the station states and the notice does not.
    """

    year: int
    before: bool
    after: bool
    unstated: tuple[date, ...]
    kept: int


@dataclass(frozen=True, slots=True)
class NoticePreview:
    """What a file would change; nothing is stored. With problems it cannot be imported."""

    name: str
    sha256: str
    days: tuple[NoticeDay, ...]
    changes: tuple[DayChange, ...]
    years: tuple[YearStanding, ...]
    problems: tuple[Remark, ...]
    advice: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class NoticeImported:
    """How many days were stored, and which years of the notice are published now."""

    stored: int
    published: tuple[int, ...]
