from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.times import add_months, age_on, local_date

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 11, 20, 15, 59, 59, tzinfo=UTC), date(2026, 11, 20)),
        (datetime(2026, 11, 20, 16, 0, tzinfo=UTC), date(2026, 11, 21)),
        (datetime(2025, 12, 31, 16, 0, tzinfo=UTC), date(2026, 1, 1)),
    ],
)
def test_the_day_changes_at_sixteen_hours_utc(at: datetime, day: date) -> None:
    assert local_date(at) == day


def test_a_time_without_a_zone_is_our_bug() -> None:
    with pytest.raises(ValueError, match="zone"):
        local_date(datetime(2026, 11, 20))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-06-02", 6, "2026-12-02"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-12-31", 6, "2027-06-30"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-03-15", -3, "2025-12-15"),
    ],
)
def test_a_31st_falls_to_the_last_day_of_a_shorter_month(start: str, months: int, end: str) -> None:
    assert add_months(date.fromisoformat(start), months) == date.fromisoformat(end)


@given(DAYS, DAYS, st.integers(0, 24))
def test_a_later_start_never_ends_earlier(one: date, other: date, months: int) -> None:
    first, second = sorted((one, other))
    assert add_months(first, months) <= add_months(second, months)


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        ("2010-11-21", "2026-11-20", 15),
        ("2010-11-21", "2026-11-21", 16),
        ("2008-02-29", "2026-02-27", 17),
        ("2008-02-29", "2026-02-28", 18),
        ("2026-11-21", "2026-11-21", 0),
    ],
)
def test_an_age_is_reached_on_the_birthday(born: str, on: str, age: int) -> None:
    assert age_on(date.fromisoformat(born), date.fromisoformat(on)) == age
