"""What a move means, within the county and out of it, and by when it is reported."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.move import MoveAssessment, assess_move
from desktop.domain.policy import Policy
from desktop.domain.scope import Scope, ScopeKind
from desktop.policies import PolicyBook, load_calendar

BOOK, CALENDAR = PolicyBook.load(), load_calendar()
CHENGYANG, SHINAN, ZONE, XIHU, SHANGCHENG, TONGLU = "370214", "370202", "370271", "330106", "330102", "330122"
IN_2013, IN_2018, IN_2026 = date(2013, 4, 2), date(2018, 4, 2), date(2026, 11, 21)


def rules(division: str, on: date = IN_2026) -> Policy:
    """The rules of a place, with one development zone that lies in 城阳."""
    return replace(BOOK.in_force(division, on), zones={ZONE: frozenset((CHENGYANG,))})


def assess(old: str, new: str, moved: str, reported: str, policy: Policy | None = None) -> MoveAssessment:
    day = date.fromisoformat(reported)
    return assess_move(old, new, date.fromisoformat(moved), day, policy or rules(old, day), CALENDAR)


@pytest.mark.parametrize(
    ("moved", "reported", "due", "days_late"),
    [
        ("2013-04-02", "2013-04-08", "2013-04-08", 0),  # over 清明, with a Sunday worked
        ("2013-04-02", "2013-04-09", "2013-04-08", 1),
        ("2013-04-02", "2013-04-02", "2013-04-08", 0),
        ("2016-12-27", "2016-12-31", "2016-12-30", 1),  # reported on a day off
        ("2026-11-16", "2026-11-19", "2026-11-19", 0),
        ("2026-11-16", "2026-11-20", "2026-11-19", 1),
        ("2026-11-13", "2026-11-21", "2026-11-18", 3),
    ],
)
def test_a_move_within_the_county_is_reported_in_three_working_days(
    moved: str, reported: str, due: str, days_late: int
) -> None:
    found = assess(CHENGYANG, CHENGYANG, moved, reported)
    assert found.within_county
    assert found.due is not None
    assert found.due.on == date.fromisoformat(due)
    assert (found.late, found.days_late) == (days_late > 0, days_late)
    assert [each.code for each in found.findings] == ["move", "change_within"]
    assert found.findings[1].met is (days_late == 0)


def test_over_the_last_published_year_the_day_is_estimated() -> None:
    found = assess(CHENGYANG, CHENGYANG, "2026-12-30", "2026-12-30")
    assert found.due is not None
    assert (found.due.on, found.due.estimated) == (date(2027, 1, 5), True)


@pytest.mark.parametrize(
    ("old", "new", "policy", "within"),
    [
        (CHENGYANG, CHENGYANG, rules(CHENGYANG), True),
        (CHENGYANG, SHINAN, rules(CHENGYANG), False),  # Shandong: another district is elsewhere
        (CHENGYANG, SHINAN, rules(CHENGYANG, IN_2013), False),
        (CHENGYANG, "371302", rules(CHENGYANG), False),
        (CHENGYANG, "410102", rules(CHENGYANG), False),
        # a development zone is the county that it lies in
        (CHENGYANG, ZONE, rules(CHENGYANG), True),
        (ZONE, CHENGYANG, rules(CHENGYANG), True),
        (ZONE, ZONE, rules(CHENGYANG), True),
        (SHINAN, ZONE, rules(CHENGYANG), False),
        # the nation: within the city's districts, or within the county (公通字〔2021〕12号 第七十一条)
        (XIHU, XIHU, rules(XIHU), True),
        (XIHU, SHANGCHENG, rules(XIHU), True),
        (XIHU, SHANGCHENG, rules(XIHU, IN_2018), True),
        (XIHU, TONGLU, rules(XIHU), False),
        (TONGLU, XIHU, rules(XIHU), False),
        (XIHU, "330203", rules(XIHU), False),
    ],
)
def test_where_a_move_stays_or_leaves(old: str, new: str, policy: Policy, within: bool) -> None:
    assert assess(old, new, "2026-11-16", "2026-11-21", policy).within_county is within


def test_counties_that_count_as_one_at_home_are_apart_for_newcomers() -> None:
    policy = rules(CHENGYANG)
    scope = replace(
        policy.registration.scope, value=Scope(ScopeKind.COUNTIES, (frozenset((CHENGYANG, SHINAN)),))
    )
    policy = replace(policy, registration=replace(policy.registration, scope=scope))
    assert not assess(CHENGYANG, SHINAN, "2026-11-16", "2026-11-21", policy).within_county


def test_leaving_has_no_deadline_where_the_law_says_promptly() -> None:
    found = assess(CHENGYANG, SHINAN, "2013-04-02", "2013-12-02")
    assert (found.due, found.late, found.days_late) == (None, False, 0)
    [where] = found.findings
    assert (where.basis, where.verified) == ("《山东省流动人口服务管理办法》第十九条", False)
    assert "没有规定天数" in where.note
    assert str(where.fact) == "从370214迁到370202，这里的登记注销，居住证交回，到新居住地登记。"


def test_a_change_names_its_article_and_its_fact() -> None:
    where, timely = assess(CHENGYANG, CHENGYANG, "2013-04-02", "2013-04-09").findings
    assert {where.basis, timely.basis} == {"《山东省流动人口服务管理办法》第十六条"}
    assert str(where.fact) == "在370214内搬迁，办理居住变更登记，居住证办理地址变更。"
    assert (
        str(timely.fact) == "2013-04-02搬迁，应在3个工作日内即2013-04-08前申报，2013-04-09申报逾期1个工作日。"
    )
    assert str(timely.change) == "逾期照常办理，只记录逾期天数。"


def test_a_change_between_districts_says_from_where_to_where() -> None:
    [where] = assess(XIHU, SHANGCHENG, "2026-11-16", "2026-11-21").findings
    assert str(where.fact).startswith("从330106搬到330102，没有离开本市、县")


@given(st.dates(date(2012, 10, 1), date(2028, 12, 31)), st.integers(0, 60))
def test_lateness_is_counted_and_never_refused(moved: date, days: int) -> None:
    reported = moved + timedelta(days=days)
    found = assess(CHENGYANG, CHENGYANG, moved.isoformat(), reported.isoformat())
    assert found.due is not None
    assert found.late is (reported > found.due.on) is (found.days_late > 0)
    assert CALENDAR.is_working(found.due.on)
