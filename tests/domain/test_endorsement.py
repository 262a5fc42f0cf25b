"""The yearly endorsement, and permits that end by themselves and are renewed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.endorsement import (
    EndorsementStanding,
    EndorsementState,
    endorsement_standing,
    renewal_opens,
    valid_until,
)
from desktop.domain.errors import NotPossible
from desktop.domain.policy import LateEndorsement, Policy
from desktop.policies import PolicyBook

BOOK = PolicyBook.load()
YEARLY, ENDING = BOOK.in_force("370202", date(2026, 11, 21)), BOOK.in_force("370202", date(2013, 3, 20))


def day(text: str) -> date:
    return date.fromisoformat(text)


def from_issue(policy: Policy) -> Policy:
    """The same rules where a late endorsement leaves the years as they were."""
    rule = replace(policy.permit.late_endorsement, value=LateEndorsement.FROM_ISSUE)
    return replace(policy, permits=replace(policy.permit, late_endorsement=rule))


def standing(issued: str, endorsed: str, on: str, policy: Policy = YEARLY) -> EndorsementStanding:
    found = endorsement_standing(day(issued), [day(each) for each in endorsed.split()], policy, day(on))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("issued", "endorsed", "on", "state", "opens", "due"),
    [
        # within one month before each full year, that day included
        ("2020-03-15", "", "2020-03-15", "not_yet", "2021-02-15", "2021-03-15"),
        ("2020-03-15", "", "2021-02-14", "not_yet", "2021-02-15", "2021-03-15"),
        ("2020-03-15", "", "2021-02-15", "open", "2021-02-15", "2021-03-15"),
        ("2020-03-15", "", "2021-03-15", "open", "2021-02-15", "2021-03-15"),
        ("2020-03-15", "", "2021-03-16", "overdue", "2021-02-15", "2021-03-15"),
        # one in time leads to the next year
        ("2020-03-15", "2021-02-15", "2021-02-15", "not_yet", "2022-02-15", "2022-03-15"),
        ("2020-03-15", "2021-03-15", "2021-03-16", "not_yet", "2022-02-15", "2022-03-15"),
        ("2020-03-15", "2021-03-01 2022-03-01", "2023-03-16", "overdue", "2023-02-15", "2023-03-15"),
        # twice in one window is once
        ("2020-03-15", "2021-02-15 2021-03-01", "2021-03-16", "not_yet", "2022-02-15", "2022-03-15"),
        # one that came too early does not count
        ("2020-03-15", "2021-02-14", "2021-02-15", "open", "2021-02-15", "2021-03-15"),
        ("2020-03-15", "2021-02-14", "2021-03-16", "overdue", "2021-02-15", "2021-03-15"),
        # one still to come neither
        ("2020-03-15", "2021-03-01", "2021-02-20", "open", "2021-02-15", "2021-03-15"),
        # ends of months
        ("2020-02-29", "", "2021-01-28", "open", "2021-01-28", "2021-02-28"),
        ("2020-02-29", "", "2021-03-01", "overdue", "2021-01-28", "2021-02-28"),
        (
            "2020-02-29",
            "2021-02-28 2022-02-28 2023-02-28",
            "2024-02-29",
            "open",
            "2024-01-29",
            "2024-02-29",
        ),
        ("2020-03-31", "", "2021-02-27", "not_yet", "2021-02-28", "2021-03-31"),
        ("2020-03-31", "", "2021-02-28", "open", "2021-02-28", "2021-03-31"),
        ("2020-12-31", "", "2021-11-30", "open", "2021-11-30", "2021-12-31"),
        ("2021-01-01", "", "2021-12-01", "open", "2021-12-01", "2022-01-01"),
    ],
)
def test_where_a_permit_stands(issued: str, endorsed: str, on: str, state: str, opens: str, due: str) -> None:
    found = standing(issued, endorsed, on)
    assert (found.state.value, found.opens_on, found.due_on) == (state, day(opens), day(due))
    assert found.suspended is (state == "overdue")
    assert found.years_from == day(issued)


def test_the_order_in_which_endorsements_are_listed_does_not_matter() -> None:
    assert standing("2020-03-15", "2022-03-01 2021-03-01", "2022-06-01") == standing(
        "2020-03-15", "2021-03-01 2022-03-01", "2022-06-01"
    )


@pytest.mark.parametrize(
    ("endorsed", "on", "state", "due", "years_from", "full_years"),
    [
        ("2021-03-16", "2021-03-16", "not_yet", "2022-03-16", "2021-03-16", 0),
        ("2021-07-31", "2022-06-30", "open", "2022-07-31", "2021-07-31", 0),
        ("2021-07-31", "2022-08-01", "overdue", "2022-07-31", "2021-07-31", 0),
        ("2021-07-31 2022-07-31", "2022-08-01", "not_yet", "2023-07-31", "2021-07-31", 1),
        ("2021-03-01 2022-04-01", "2022-04-01", "not_yet", "2023-04-01", "2022-04-01", 0),
        ("2024-02-29", "2025-02-28", "open", "2025-02-28", "2024-02-29", 0),
    ],
)
def test_a_late_one_restores_and_the_years_begin_anew(
    endorsed: str, on: str, state: str, due: str, years_from: str, full_years: int
) -> None:
    found = standing("2020-03-15", endorsed, on)
    assert (found.state.value, found.due_on) == (state, day(due))
    assert (found.years_from, found.full_years) == (day(years_from), full_years)


@pytest.mark.parametrize(
    ("endorsed", "on", "state", "due", "full_years"),
    [
        ("2021-04-01", "2021-04-01", "not_yet", "2022-03-15", 1),
        ("2021-04-01", "2022-03-16", "overdue", "2022-03-15", 1),
        ("2022-02-14", "2022-02-15", "open", "2022-03-15", 1),
        # late for one year, and in time for the next
        ("2022-02-15", "2022-02-15", "not_yet", "2023-03-15", 2),
        ("2022-03-15", "2022-03-16", "not_yet", "2023-03-15", 2),
        ("2022-03-16", "2022-03-16", "not_yet", "2023-03-15", 2),
    ],
)
def test_where_the_years_go_on_a_late_one_serves_for_the_window_it_falls_in(
    endorsed: str, on: str, state: str, due: str, full_years: int
) -> None:
    found = standing("2020-03-15", endorsed, on, from_issue(YEARLY))
    assert (found.state.value, found.due_on, found.full_years) == (state, day(due), full_years)
    assert found.years_from == day("2020-03-15")


def test_it_names_its_article() -> None:
    assert standing("2020-03-15", "", "2021-03-01").basis == YEARLY.permit.endorsement_window.basis
    assert standing("2020-03-15", "", "2021-03-01").verified


def test_where_none_is_endorsed_there_is_no_standing() -> None:
    assert endorsement_standing(date(2013, 3, 1), [], ENDING, date(2014, 2, 1)) is None


@given(st.dates(date(2017, 1, 1), date(2026, 1, 1)), st.integers(0, 1500))
def test_a_permit_endorsed_on_every_last_day_is_never_overdue(issued: date, days: int) -> None:
    endorsed: list[date] = []
    on = issued + timedelta(days=days)
    while True:
        found = endorsement_standing(issued, endorsed, YEARLY, on)
        assert found is not None
        if found.due_on > on:
            break
        endorsed.append(found.due_on)
    assert found.state is not EndorsementState.OVERDUE
    assert found.years_from == issued
    assert found.full_years == len(endorsed)
    assert found.opens_on < found.due_on


@pytest.mark.parametrize(
    ("issued", "long", "last"),
    [
        ("2013-03-01", False, "2014-02-28"),
        ("2013-03-01", True, "2016-02-29"),
        ("2013-02-28", False, "2014-02-27"),
        ("2015-03-01", False, "2016-02-29"),
        ("2013-01-01", False, "2013-12-31"),
        ("2013-12-31", True, "2016-12-30"),
        # no corresponding day: the month's last, 民法典 第二百零二条
        ("2016-02-29", False, "2017-02-28"),
        ("2016-02-29", True, "2019-02-28"),
    ],
)
def test_a_permit_is_good_for_one_year_or_three(issued: str, long: bool, last: str) -> None:
    assert valid_until(day(issued), ENDING, long=long) == day(last)


def test_a_permit_without_an_end_has_none() -> None:
    assert valid_until(date(2026, 1, 1), YEARLY) is None
    assert valid_until(date(2026, 1, 1), YEARLY, long=True) is None


def test_a_longer_time_is_granted_only_where_there_is_one() -> None:
    rule = replace(ENDING.permit.long_validity_months, value=0)
    short = replace(ENDING, permits=replace(ENDING.permit, long_validity_months=rule))
    assert valid_until(date(2013, 3, 1), short) == date(2014, 2, 28)
    with pytest.raises(NotPossible, match="没有规定更长的"):
        valid_until(date(2013, 3, 1), short, long=True)


@given(st.dates(date(2012, 10, 1), date(2016, 12, 31)), st.booleans())
def test_a_permit_issued_a_day_later_never_ends_earlier(issued: date, long: bool) -> None:
    now = valid_until(issued, ENDING, long=long)
    tomorrow = valid_until(issued + timedelta(days=1), ENDING, long=long)
    assert now is not None
    assert tomorrow is not None
    assert now <= tomorrow
    years = 3 if long else 1
    assert 365 * years <= (now - issued).days + 1 <= 365 * years + 1


@pytest.mark.parametrize(("last", "opens"), [("2014-02-28", "2014-01-29"), ("2016-03-30", "2016-02-29")])
def test_renewal_opens_thirty_days_before_the_end(last: str, opens: str) -> None:
    assert renewal_opens(day(last), ENDING) == day(opens)


def test_what_does_not_end_is_not_renewed() -> None:
    assert renewal_opens(date(2026, 12, 31), YEARLY) is None
