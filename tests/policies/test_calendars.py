from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import holidays
import pytest

from desktop.domain.working_days import add_working_days
from desktop.policies import CalendarError, load_calendar

CALENDAR = load_calendar()


def days(first: int, last: int) -> list[date]:
    start = date(first, 1, 1)
    return [start + timedelta(days=ahead) for ahead in range((date(last, 12, 31) - start).days + 1)]


def test_the_published_years_are_2004_to_2026() -> None:
    assert CALENDAR.published == frozenset(range(2004, 2027))


def test_every_day_of_2004_to_2026_agrees_with_chinesecalendar() -> None:
    assert [
        day for day in days(2004, 2026) if CALENDAR.is_working(day) != chinese_calendar.is_workday(day)
    ] == []


def test_every_day_of_2007_to_2026_agrees_with_holidays() -> None:
    other = holidays.country_holidays("CN", years=range(2007, 2027))
    assert [day for day in days(2007, 2026) if CALENDAR.is_working(day) != other.is_working_day(day)] == []


def test_the_statutory_days_after_the_last_notice_agree_with_holidays() -> None:
    other = holidays.country_holidays("CN", years=range(2027, 2041))
    assert [day for day in days(2027, 2040) if CALENDAR.is_working(day) != other.is_working_day(day)] == []


@pytest.mark.parametrize(
    "day", ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"]
)
def test_the_six_weekend_days_worked_in_2026(day: str) -> None:
    assert CALENDAR.is_working(date.fromisoformat(day))


def test_the_stations_own_table_lies_over_the_shipped_one(tmp_path: Path) -> None:
    own = tmp_path / "calendar.csv"
    own.write_text(
        "\ufeffdate,kind,note\n2027-01-01,holiday,元旦放假\n2027-01-04,holiday,元旦放假\n2027-01-09,workday,调休\n"
        "2027-10-01,holiday,国庆节放假\n2026-12-30,holiday,雪灾停办\n",
        encoding="utf-8",
    )
    calendar = load_calendar(own)
    assert 2027 in calendar.published
    due = add_working_days(date(2026, 12, 29), 3, calendar)
    assert (due.on, due.estimated) == (date(2027, 1, 6), False)


def test_a_single_day_does_not_make_a_year_published(tmp_path: Path) -> None:
    own = tmp_path / "calendar.csv"
    own.write_text("date,kind,note\n2027-03-01,holiday,停办\n", encoding="utf-8")
    calendar = load_calendar(own)
    assert not calendar.is_working(date(2027, 3, 1))
    assert 2027 not in calendar.published


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("day;kind\n", "第1行：第一行应为date,kind,note"),
        ("", "第1行"),
        ("date,kind,note\n2027-13-01,holiday,x\n", "calendar.csv 第2行：应为日期"),
        ("date,kind,note\n2027-01-01,holiday,x\n2027-01-02,off,x\n", "第3行"),
        ("date,kind,note\n2027-01-01,holiday\n", "第2行"),
    ],
)
def test_a_wrong_row_is_named_by_file_and_line(tmp_path: Path, text: str, says: str) -> None:
    own = tmp_path / "calendar.csv"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(CalendarError, match=says):
        load_calendar(own)


def test_a_table_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(CalendarError, match="calendar.csv"):
        load_calendar(tmp_path / "calendar.csv")
