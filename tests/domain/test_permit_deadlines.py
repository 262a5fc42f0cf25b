"""The last day of each step of a permit, and when it may be later."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import BadInput, NotPossible
from desktop.domain.permit_deadlines import PermitStep, extended_date, promised_date, step_due
from desktop.policies import PolicyBook, load_calendar

BOOK, CALENDAR = PolicyBook.load(), load_calendar()
QINGDAO, XIHU = "370202", "330106"
SPECIAL = "因特殊情况不能按期发放"


def due(step: PermitStep, start: str, division: str) -> tuple[str, bool] | None:
    day = date.fromisoformat(start)
    found = step_due(step, day, BOOK.in_force(division, day), CALENDAR).due
    return (found.on.isoformat(), found.estimated) if found else None


@pytest.mark.parametrize(
    ("step", "start", "division", "last"),
    [
        # Shandong 253: ten working days, issue and replacement alike
        (PermitStep.ISSUE, "2013-01-04", QINGDAO, "2013-01-16"),  # a weekend worked after New Year
        (PermitStep.REPLACE, "2013-09-30", QINGDAO, "2013-10-18"),
        (PermitStep.ISSUE, "2016-12-28", QINGDAO, "2017-01-12"),
        # Shandong 306
        (PermitStep.ISSUE, "2026-11-21", QINGDAO, "2026-12-04"),
        (PermitStep.REPLACE, "2026-11-20", QINGDAO, "2026-12-04"),
        (PermitStep.CHANGE, "2026-11-16", QINGDAO, "2026-11-19"),
        # the nation: fifteen days
        (PermitStep.ISSUE, "2026-11-05", XIHU, "2026-11-20"),
        (PermitStep.ISSUE, "2026-11-06", XIHU, "2026-11-23"),  # the fifteenth day is a Saturday
    ],
)
def test_a_step_has_its_last_day(step: PermitStep, start: str, division: str, last: str) -> None:
    assert due(step, start, division) == (last, False)


def test_beyond_the_last_published_year_the_day_is_estimated() -> None:
    assert due(PermitStep.ISSUE, "2026-12-28", QINGDAO) == ("2027-01-12", True)


@pytest.mark.parametrize(
    ("step", "start", "division"),
    [
        (PermitStep.DECIDE, "2013-01-04", QINGDAO),
        (PermitStep.COLLECT, "2013-01-04", QINGDAO),
        (PermitStep.CHANGE, "2013-01-04", QINGDAO),
        (PermitStep.APPLY, "2013-01-04", QINGDAO),
        (PermitStep.REPLACE, "2026-11-21", XIHU),
        (PermitStep.CHANGE, "2026-11-21", XIHU),
    ],
)
def test_where_the_law_is_silent_there_is_no_day_but_a_reason(
    step: PermitStep, start: str, division: str
) -> None:
    day = date.fromisoformat(start)
    found = step_due(step, day, BOOK.in_force(division, day), CALENDAR)
    assert found.due is None
    assert not found.verified
    assert found.basis
    assert found.note.startswith(("没有", "只规定了", "居住信息变动"))


@pytest.mark.parametrize("step", PermitStep)
@pytest.mark.parametrize("division", [QINGDAO, XIHU])
@pytest.mark.parametrize("day", [date(2016, 6, 1), date(2017, 6, 1), date(2026, 6, 1)])
def test_every_step_names_its_article(step: PermitStep, division: str, day: date) -> None:
    found = step_due(step, day, BOOK.in_force(division, day), CALENDAR)
    assert found.step is step
    assert found.basis
    assert found.verified or found.note


@given(st.dates(date(2012, 10, 1), date(2028, 12, 31)))
def test_the_promise_is_the_last_day_of_issue_and_a_working_day(accepted: date) -> None:
    policy = BOOK.in_force(QINGDAO, accepted)
    promised = promised_date(accepted, policy, CALENDAR)
    assert promised == step_due(PermitStep.ISSUE, accepted, policy, CALENDAR).due
    assert promised.on > accepted
    assert CALENDAR.is_working(promised.on)


@pytest.mark.parametrize(
    ("accepted", "last"),
    [("2026-11-05", "2026-12-07"), ("2026-11-21", "2026-12-21"), ("2026-09-01", "2026-10-08")],
)
def test_the_nation_lets_a_city_take_thirty_days_for_a_reason(accepted: str, last: str) -> None:
    day = date.fromisoformat(accepted)
    assert extended_date(day, SPECIAL, BOOK.in_force(XIHU, day), CALENDAR).on.isoformat() == last


@pytest.mark.parametrize("reason", ["", "忙", "因特殊情况"])
def test_an_extension_takes_one_of_the_laws_reasons(reason: str) -> None:
    policy = BOOK.in_force(XIHU, date(2026, 11, 21))
    with pytest.raises(BadInput, match="偏远地区、交通不便的地区、因特殊情况不能按期发放") as refused:
        extended_date(date(2026, 11, 21), reason, policy, CALENDAR)
    assert refused.value.field == "extension"


@pytest.mark.parametrize("on", [date(2013, 3, 20), date(2016, 3, 21)])
def test_under_253_nothing_is_extended(on: date) -> None:
    with pytest.raises(NotPossible, match="没有规定可以延长"):
        extended_date(on, SPECIAL, BOOK.in_force(QINGDAO, on), CALENDAR)


def test_before_there_were_permits_there_is_no_step() -> None:
    with pytest.raises(NotPossible, match="没有规定居住证"):
        step_due(PermitStep.ISSUE, date(2012, 9, 30), BOOK.in_force(QINGDAO, date(2012, 9, 30)), CALENDAR)
