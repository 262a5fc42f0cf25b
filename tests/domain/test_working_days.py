from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.working_days import (
    Calendar,
    add_calendar_days,
    add_working_days,
    working_days_after,
)
from desktop.policies import load_calendar

CALENDAR = load_calendar()
STARTS = st.dates(date(2004, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("start", "count", "due", "estimated"),
    [
        ("2026-11-21", 3, "2026-11-25", False),  # a Saturday: day one is Monday
        ("2026-11-21", 10, "2026-12-04", False),
        ("2026-11-20", 3, "2026-11-25", False),  # a Friday
        ("2026-11-23", 3, "2026-11-26", False),  # a Monday
        ("2026-09-30", 3, "2026-10-10", False),  # past National Day, 10 October is worked
        ("2026-02-13", 3, "2026-02-25", False),  # 14 February is worked, then Spring Festival
        ("2026-09-18", 1, "2026-09-20", False),  # a Sunday that is worked
        ("2026-12-28", 3, "2026-12-31", False),
        ("2026-12-28", 10, "2027-01-12", True),  # next year's notice is still to come
        ("2027-02-04", 1, "2027-02-11", True),  # New Year's Eve to the days given back
        ("2041-04-30", 1, "2041-05-03", True),  # beyond the table: 1 and 2 May
        ("2041-04-03", 1, "2041-04-05", True),  # 清明 on 4 April
        ("2003-06-02", 3, "2003-06-05", True),
        ("2026-11-21", 0, "2026-11-21", False),
    ],
)
def test_day_one_is_the_next_working_day(start: str, count: int, due: str, estimated: bool) -> None:
    found = add_working_days(date.fromisoformat(start), count, CALENDAR)
    assert (found.on.isoformat(), found.estimated) == (due, estimated)


@pytest.mark.parametrize(
    ("start", "count", "due"),
    [
        ("2026-11-05", 15, "2026-11-20"),
        ("2026-11-06", 15, "2026-11-23"),  # the fifteenth day is a Saturday
        ("2026-09-25", 15, "2026-10-10"),  # a Saturday that is worked
        ("2026-09-16", 15, "2026-10-08"),  # 1 October to the end of the holiday
    ],
)
def test_a_last_day_that_is_off_moves_to_the_next_working_day(start: str, count: int, due: str) -> None:
    assert add_calendar_days(date.fromisoformat(start), count, CALENDAR).on.isoformat() == due


@pytest.mark.parametrize(
    ("due", "on", "late"),
    [
        ("2026-11-05", "2026-11-05", 0),
        ("2026-11-05", "2026-11-04", 0),
        ("2026-11-05", "2026-11-06", 1),
        ("2026-11-06", "2026-11-07", 1),  # Saturday after Friday
        ("2026-11-06", "2026-11-09", 1),
        ("2026-11-06", "2026-11-10", 2),
        ("2026-09-30", "2026-10-08", 1),
    ],
)
def test_lateness_counts_working_days(due: str, on: str, late: int) -> None:
    assert working_days_after(date.fromisoformat(due), date.fromisoformat(on), CALENDAR) == late


@given(STARTS, st.integers(1, 60))
def test_a_due_date_never_falls_on_a_day_off(start: date, count: int) -> None:
    assert CALENDAR.is_working(add_working_days(start, count, CALENDAR).on)
    assert CALENDAR.is_working(add_calendar_days(start, count, CALENDAR).on)


@given(STARTS, st.integers(1, 40))
def test_the_days_up_to_a_due_date_are_counted_back(start: date, count: int) -> None:
    due = add_working_days(start, count, CALENDAR).on
    days = (start + timedelta(days=ahead) for ahead in range(1, (due - start).days + 1))
    assert sum(map(CALENDAR.is_working, days)) == count


@given(STARTS, STARTS, st.integers(1, 40))
def test_who_starts_later_is_never_due_earlier(one: date, other: date, count: int) -> None:
    first, second = sorted((one, other))
    assert add_working_days(first, count, CALENDAR).on <= add_working_days(second, count, CALENDAR).on


def test_without_any_table_weekends_and_the_solar_statutory_days_count() -> None:
    bare = Calendar({}, frozenset())
    assert not bare.is_working(date(2026, 11, 21))
    assert not bare.is_working(date(2026, 10, 2))
    assert bare.is_working(date(2026, 10, 5))
    assert add_working_days(date(2026, 12, 28), 10, bare).estimated
