"""Count working days by the State Council's yearly arrangements, and say when they are only estimated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_DAY = timedelta(days=1)


class DayKind(StrEnum):
    """What the table says of a day: off, or worked though a weekend (调休), by the year's notice.

    `STATUTORY` is a day off by 全国年节及纪念日放假办法 in a year whose notice is still to come.
    """

    HOLIDAY = "holiday"
    WORKDAY = "workday"
    STATUTORY = "statutory"


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of a span of time; `estimated` (暂估) when it reaches into a year without a notice."""

    on: date
    estimated: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days that differ from an ordinary week, and the years whose notice has been published."""

    kinds: Mapping[date, DayKind]
    published: frozenset[int]

    def is_working(self, day: date) -> bool:
        """Tell whether the offices work; in a year without a notice by weekday and statutory days."""
        kind = self.kinds.get(day)
        if kind is None:
            return day.weekday() < 5 and (day.year in self.published or not _fixed_holiday(day))
        return kind is DayKind.WORKDAY

    def is_estimated(self, first: date, last: date) -> bool:
        """Tell whether any year from `first` to `last` is without its notice."""
        return any(year not in self.published for year in range(first.year, last.year + 1))


def add_working_days(start: date, count: int, calendar: Calendar) -> Due:
    """Give the `count`-th working day after `start`; day one is the next working day.

    The day itself does not count (民法典 第二百零一条). With 0 it is `start` itself.
    """
    day, left = start, count
    while left > 0:
        day += _DAY
        left -= calendar.is_working(day)
    return Due(day, calendar.is_estimated(start, day))


def add_calendar_days(start: date, count: int, calendar: Calendar) -> Due:
    """Give the day `count` days after `start`, or the next working day when that one is off.

    Source: 民法典 第二百零一条, 第二百零三条.
    """
    day = start + count * _DAY
    while not calendar.is_working(day):
        day += _DAY
    return Due(day, calendar.is_estimated(start, day))


def working_days_after(due: date, on: date, calendar: Calendar) -> int:
    """Count the working days by which `on` is later than `due`; 0 when it is not later.

    A day off counts as the next working day, so that a Saturday after a Friday is one day late.
    """
    if on <= due:
        return 0
    late = sum(calendar.is_working(due + ahead * _DAY) for ahead in range(1, (on - due).days + 1))
    return late if calendar.is_working(on) else late + 1


def _fixed_holiday(day: date) -> bool:
    """The statutory days of the solar year, 放假办法 as amended from 2025-01-01; 清明 by the common formula."""
    if (day.month, day.day) in ((1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)):
        return True
    short = day.year % 100
    return day.month == 4 and day.day == int(short * 0.2422 + 4.81) - short // 4


def working_days_left(today: date, due: date, calendar: Calendar) -> int:
    """Count the working days from tomorrow up to and with `due`; negative by how many it is overdue."""
    if due < today:
        return -working_days_after(due, today, calendar)
    return sum(calendar.is_working(today + ahead * _DAY) for ahead in range(1, (due - today).days + 1))
