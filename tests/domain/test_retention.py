"""How long personal data is kept: whole months from the end, never below the floor, and what stands against deleting."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import BadInput
from desktop.domain.retention import (
    DataKind,
    PersonStanding,
    Retention,
    cutoff,
    obstacles,
    read_months,
    term_over,
)

FIVE = Retention(DataKind.PERSON, 60, "某法第一条", 120, "某规定", True, True)
DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("months", "ended", "on", "over"),
    [
        (120, date(2024, 9, 26), date(2034, 9, 25), False),
        (120, date(2024, 9, 26), date(2034, 9, 26), True),
        (12, date(2024, 9, 26), date(2029, 9, 25), False),  # the floor, whatever the station says
        (12, date(2024, 9, 26), date(2029, 9, 26), True),
        (61, date(2024, 1, 31), date(2029, 2, 28), True),
        (60, date(2024, 2, 29), date(2029, 2, 28), True),
    ],
)
def test_the_term_is_over_on_its_last_day(months: int, ended: date, on: date, over: bool) -> None:
    assert term_over(FIVE, months, ended, on) is over


@given(DAYS, st.integers(0, 600))
def test_the_cutoff_is_the_last_day_that_may_go(on: date, months: int) -> None:
    last = cutoff(FIVE, months, on)
    assert term_over(FIVE, months, last, on)
    assert not term_over(FIVE, months, last + timedelta(days=1), on)


@pytest.mark.parametrize("typed", ["59", "0", "601", "-60", "6O", "五年", "60.5", ""])
def test_less_than_the_law_or_no_number_at_all_is_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="某法第一条") as told:
        read_months(FIVE, typed)
    assert told.value.field == "person"


@pytest.mark.parametrize(("typed", "months"), [("60", 60), ("６０", 60), (" 600 ", 600)])
def test_whole_months_are_read(typed: str, months: int) -> None:
    assert read_months(FIVE, typed) == months


def test_everything_that_stands_against_it_is_named_with_its_article() -> None:
    standing = PersonStanding(True, "31001", "37001", date(2026, 1, 1))
    told = obstacles(standing, FIVE, date(2050, 1, 1))
    assert [one.law for one in told] == ["《个人信息保护法》第四十七条第一款第一项"] * 3
    assert ["居住登记" in str(told[0].why), "31001" in str(told[1].why), "37001" in str(told[2].why)] == [
        True
    ] * 3


def test_a_request_counts_by_the_floor_and_says_until_when() -> None:
    standing = PersonStanding(False, "", "", date(2024, 9, 26))
    [too_early] = obstacles(standing, FIVE, date(2029, 9, 25))
    assert "2029-09-26" in str(too_early.why)
    assert "某法第一条" in str(too_early.why)
    assert obstacles(standing, FIVE, date(2029, 9, 26)) == ()
