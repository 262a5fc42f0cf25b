from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.dates import read_arrival, read_birth_date, read_date, read_intended_until
from desktop.domain.errors import BadInput

TODAY = date(2026, 6, 10)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("20260602", "2026-06-02"),
        ("2026-06-02", "2026-06-02"),
        ("2026.6.2", "2026-06-02"),
        ("2026/6/2", "2026-06-02"),
        ("2026年6月2日", "2026-06-02"),
        ("2026年6月2", "2026-06-02"),
        (" ２０２６－０６－０２ ", "2026-06-02"),
        ("2026 - 6 - 2", "2026-06-02"),
        ("6-2", "2026-06-02"),
        ("6.2", "2026-06-02"),
        ("6月2日", "2026-06-02"),
        ("6-10", "2026-06-10"),
        ("6-11", "2025-06-11"),
        ("12-31", "2025-12-31"),
        ("2024-2-29", "2024-02-29"),
    ],
)
def test_a_day_is_read_as_people_write_it(typed: str, day: str) -> None:
    assert read_date("arrived_on", typed, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("typed", "day"), [("6-10", "2026-06-10"), ("6-9", "2027-06-09"), ("12-31", "2026-12-31")]
)
def test_without_a_year_an_intended_day_lies_ahead(typed: str, day: str) -> None:
    assert read_intended_until("intended_until", typed, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "请填写日期"),
        ("2026-02-30", "日历上没有2026年2月30日"),
        ("20261301", "日历上没有2026年13月1日"),
        ("2-29", "日历上没有2026年2月29日"),
        ("0000-1-1", "日历上没有0年1月1日"),
        ("1026-1-1", "年份1026不对，应在1850与2199之间"),
        ("26-6-2", "“26-6-2”不是日期，请写成2026-06-02、20260602或6-2"),
        ("昨天", "“昨天”不是日期"),
        ("2026", "“2026”不是日期"),
    ],
)
def test_what_is_no_day_says_so(typed: str, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        read_date("arrived_on", typed, TODAY)


@given(st.dates(date(1850, 1, 1), date(2199, 12, 31)))
def test_every_way_of_writing_gives_the_same_day(day: date) -> None:
    year, month, number = day.year, day.month, day.day
    for typed in (
        f"{day:%Y%m%d}",
        day.isoformat(),
        f"{year}.{month}.{number}",
        f"{year}/{month}/{number}",
        f"{year}年{month}月{number}日",
    ):
        assert read_date("x", typed, TODAY) == day


@given(st.text(max_size=20))
def test_anything_typed_is_a_day_or_a_sentence(typed: str) -> None:
    try:
        read_date("x", typed, TODAY)
    except BadInput as trouble:
        assert "日" in str(trouble) or "年" in str(trouble)  # noqa: PT017


def test_nobody_is_born_tomorrow_or_150_years_ago() -> None:
    assert read_birth_date("birth_date", "2026-06-10", TODAY) == TODAY
    with pytest.raises(BadInput, match="2026-06-11还没有到"):
        read_birth_date("birth_date", "2026-06-11", TODAY)
    with pytest.raises(BadInput, match="150年以前"):
        read_birth_date("birth_date", "1876-06-09", TODAY)


def test_nobody_arrives_tomorrow_or_before_birth() -> None:
    assert read_arrival("arrived_on", "2026-06-10", TODAY, TODAY) == TODAY
    with pytest.raises(BadInput, match="2026-06-11还没有到"):
        read_arrival("arrived_on", "2026-06-11", TODAY)
    with pytest.raises(BadInput, match="早于出生日期2020-01-01"):
        read_arrival("arrived_on", "2019-12-31", TODAY, date(2020, 1, 1))


def test_a_stay_ends_after_it_began() -> None:
    arrived = date(2026, 6, 2)
    assert read_intended_until("intended_until", "2026-6-3", TODAY, arrived) == date(2026, 6, 3)
    with pytest.raises(BadInput, match="应晚于到达日期2026-06-02"):
        read_intended_until("intended_until", "2026-6-2", TODAY, arrived)
    with pytest.raises(BadInput, match="已超过50年"):
        read_intended_until("intended_until", "2099-1-1", TODAY, arrived)
