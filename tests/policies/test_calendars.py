from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import holidays
import pytest

from desktop.domain.working_days import DayKind, add_calendar_days, add_working_days
from desktop.policies import CalendarError, load_calendar
from desktop.policies.calendars import days_unstated, read_days

CALENDAR = load_calendar()


def days(first: int, last: int) -> list[date]:
    start = date(first, 1, 1)
    return [start + timedelta(days=ahead) for ahead in range((date(last, 12, 31) - start).days + 1)]


def test_the_published_years_are_2004_to_2026() -> None:
    assert CALENDAR.published == frozenset(range(2004, 2027))


def test_every_day_of_2004_to_2026_agrees_with_chinesecalendar_but_for_one() -> None:
    differing = [
        day for day in days(2004, 2026) if CALENDAR.is_working(day) != chinese_calendar.is_workday(day)
    ]
    assert differing == [date(2005, 12, 31)]


def test_the_saturday_before_2006_was_worked() -> None:
    """国办发明电〔2005〕35号 一: 12月31日（星期六）上班."""
    assert CALENDAR.is_working(date(2005, 12, 31))


def test_every_day_of_2004_to_2026_agrees_with_holidays() -> None:
    other = holidays.country_holidays("CN", years=range(2004, 2027))
    assert [day for day in days(2004, 2026) if CALENDAR.is_working(day) != other.is_working_day(day)] == []


def test_the_statutory_days_after_the_last_notice_agree_with_holidays() -> None:
    other = holidays.country_holidays("CN", years=range(2027, 2041))
    assert [day for day in days(2027, 2040) if CALENDAR.is_working(day) != other.is_working_day(day)] == []


@pytest.mark.parametrize(
    "day", ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"]
)
def test_the_six_weekend_days_worked_in_2026(day: str) -> None:
    assert CALENDAR.is_working(date.fromisoformat(day))


NOTICE = {  # 2027 as a notice might state it: every festival, a weekend worked
    **{date(2027, 1, day): DayKind.HOLIDAY for day in (1, 2, 3)},
    **{date(2027, 2, day): DayKind.HOLIDAY for day in range(5, 13)},
    date(2027, 2, 20): DayKind.WORKDAY,
    **{date(2027, 4, day): DayKind.HOLIDAY for day in (3, 4, 5)},
    **{date(2027, 5, day): DayKind.HOLIDAY for day in (1, 2)},
    date(2027, 6, 9): DayKind.HOLIDAY,
    date(2027, 9, 15): DayKind.HOLIDAY,
    **{date(2027, 10, day): DayKind.HOLIDAY for day in range(1, 8)},
}


def test_ten_working_days_from_the_last_week_of_the_table_are_a_date_and_estimated() -> None:
    due = add_working_days(date(2026, 12, 28), 10, CALENDAR)
    assert (due.on, due.estimated) == (date(2027, 1, 12), True)
    assert not add_working_days(date(2026, 12, 28), 3, CALENDAR).estimated


def test_no_day_of_2026_to_2035_is_without_an_answer() -> None:
    for day in days(2026, 2035):
        for count in (1, 3, 10, 15):
            due = add_working_days(day, count, CALENDAR)
            assert due.on > day
            assert CALENDAR.is_working(due.on)
            assert due.estimated == (due.on.year > 2026)
            assert CALENDAR.is_working(add_calendar_days(day, count, CALENDAR).on)


def test_the_stations_own_days_lie_over_the_shipped_table() -> None:
    calendar = load_calendar({**NOTICE, date(2026, 12, 30): DayKind.HOLIDAY})
    assert 2027 in calendar.published
    due = add_working_days(date(2026, 12, 29), 3, calendar)
    assert (due.on, due.estimated) == (date(2027, 1, 5), False)
    assert calendar.is_working(date(2027, 2, 20))


def test_in_a_published_year_days_that_the_notice_does_not_state_are_ordinary() -> None:
    given_back = date(2027, 5, 3)  # 1 and 2 May are a weekend
    assert not CALENDAR.is_working(given_back)
    assert load_calendar(NOTICE).is_working(given_back)


def test_a_single_day_does_not_make_a_year_published() -> None:
    calendar = load_calendar({date(2027, 3, 1): DayKind.HOLIDAY})
    assert not calendar.is_working(date(2027, 3, 1))
    assert 2027 not in calendar.published


@pytest.mark.parametrize(
    "left_out", [date(2027, 1, 1), date(2027, 2, 5), date(2027, 9, 15), date(2027, 10, 1)]
)
def test_a_year_is_not_published_while_one_of_its_festivals_is_unstated(left_out: date) -> None:
    own = {day: kind for day, kind in NOTICE.items() if day != left_out}
    assert 2027 not in load_calendar(own).published
    assert not load_calendar(own).is_working(left_out)
    assert days_unstated(2027, own) == (left_out,)
    assert days_unstated(2027, NOTICE) == ()


def test_beyond_the_statutory_table_a_year_is_published_by_its_first_of_january_and_october() -> None:
    own = {date(2050, 1, 1): DayKind.HOLIDAY, date(2050, 10, 1): DayKind.HOLIDAY}
    assert 2050 in load_calendar(own).published
    assert days_unstated(2051, own) == (date(2051, 1, 1), date(2051, 10, 1))


def test_a_working_festival_of_a_published_year_leaves_it_published() -> None:
    calendar = load_calendar({date(2026, 10, 1): DayKind.WORKDAY})
    assert 2026 in calendar.published
    assert calendar.is_working(date(2026, 10, 1))


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
def test_a_wrong_row_of_the_table_is_named_by_file_and_line(tmp_path: Path, text: str, says: str) -> None:
    table = tmp_path / "calendar.csv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(CalendarError, match=says):
        read_days(table)


def test_a_table_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(CalendarError, match="calendar.csv"):
        read_days(tmp_path / "calendar.csv")
