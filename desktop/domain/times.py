"""Local dates, full years and calendar months, with every time given by the caller."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache

CHINA = timezone(timedelta(hours=8), "CST")
"""The one civil time of the country; no daylight saving has been observed since 1991."""


@lru_cache(maxsize=256)  # one moment is asked for several times in one operation
def local_date(at: datetime) -> date:
    """Give the day in China on which the aware time `at` falls; a naive time is our bug (ValueError)."""
    if at.tzinfo is None:
        raise ValueError("a time without a zone has no local date")
    return at.astimezone(CHINA).date()


def add_months(start: date, months: int) -> date:
    """Give the same day `months` calendar months later, or the last day of a shorter month.

    Source: 民法典 第二百零二条 (the corresponding day of the last month; failing that, its last day).
    """
    year, month0 = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month0 + 1, min(start.day, monthrange(year, month0 + 1)[1]))


def age_on(born: date, on: date) -> int:
    """Give the full years (周岁) of somebody born on `born`, reached on the birthday itself.

    A birthday on 29 February falls on 28 February in common years, as `add_months` has it.
    """
    years = on.year - born.year
    return years if add_months(born, 12 * years) <= on else years - 1
