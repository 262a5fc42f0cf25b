"""Who must apply for a permit, who may leave it, and by when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.codes import Ground, IdKind, LodgingKind, ResidenceReason
from desktop.domain.errors import NotPossible
from desktop.domain.permit import ApplicationFacts, Obligation, assess_application, assess_obligation
from desktop.domain.policy import Policy
from desktop.domain.rule import DayUnit, Deadline
from desktop.policies import PolicyBook, load_calendar

BOOK, CALENDAR = PolicyBook.load(), load_calendar()
IN_2013 = date(2013, 3, 20)
SHANDONG, ZIBO = BOOK.in_force("370112", IN_2013), BOOK.in_force("370303", IN_2013)
LATER = BOOK.in_force("370202", date(2026, 11, 21))
LAW = "《山东省流动人口服务管理办法》"


def facts(
    born: str = "1990-01-01",
    arrived: str | None = "2013-03-01",
    until: str | None = None,
    reason: ResidenceReason | None = None,
    lodging: LodgingKind | None = None,
) -> ApplicationFacts:
    return ApplicationFacts(
        id_kind=IdKind.RESIDENT,
        birth_date=date.fromisoformat(born),
        hukou_division="410102",
        division="370112",
        spans=(),
        ground=Ground.DWELLING,
        arrived_on=date.fromisoformat(arrived) if arrived else None,
        intended_until=date.fromisoformat(until) if until else None,
        reason=reason,
        lodging=lodging,
    )


def assess(given: ApplicationFacts, policy: Policy = SHANDONG, on: date = IN_2013) -> Obligation:
    return assess_obligation(given, policy, CALENDAR, on)


def within(policy: Policy, days: int, unit: DayUnit) -> Policy:
    """The same rules with a time to apply, which neither of the two notices sets."""
    rule = replace(policy.permit.apply_within, value=Deadline(days, unit))
    return replace(policy, permits=replace(policy.permit, apply_within=rule))


@pytest.mark.parametrize(
    ("policy", "born", "obliged"),
    [
        (SHANDONG, "1997-03-21", False),  # sixteen tomorrow
        (SHANDONG, "1997-03-20", True),
        (SHANDONG, "1943-03-21", True),  # seventy tomorrow
        (SHANDONG, "1943-03-20", False),  # 已满70周岁
        (ZIBO, "1997-03-21", False),
        (ZIBO, "1997-03-20", True),
        (ZIBO, "1943-03-20", True),  # 16－70周岁, as the notice has it
        (ZIBO, "1942-03-21", True),
        (ZIBO, "1942-03-20", False),
    ],
)
def test_the_obliged_ages_are_full_years_on_the_day(policy: Policy, born: str, obliged: bool) -> None:
    assert assess(facts(born), policy).obliged is obliged


@pytest.mark.parametrize("policy", [SHANDONG, ZIBO])
@pytest.mark.parametrize("reason", ResidenceReason)
def test_who_is_ill_visits_travels_or_studies_may_leave_it(policy: Policy, reason: ResidenceReason) -> None:
    excused = reason.value in ("medical", "visit", "tourism", "official_travel", "study")
    assert assess(facts(reason=reason), policy).obliged is not excused


@pytest.mark.parametrize("policy", [SHANDONG, ZIBO])
@pytest.mark.parametrize("lodging", LodgingKind)
def test_of_all_lodgings_the_relief_station_excuses(policy: Policy, lodging: LodgingKind) -> None:
    assert assess(facts(lodging=lodging), policy).obliged is (lodging is not LodgingKind.RELIEF_STATION)


def test_one_excuse_is_enough() -> None:
    assert not assess(facts(reason=ResidenceReason.WORK, lodging=LodgingKind.RELIEF_STATION)).obliged
    assert not assess(facts("1943-03-20", reason=ResidenceReason.WORK)).obliged


def test_whoever_is_excused_may_still_have_one() -> None:
    given = facts("2000-01-01", reason=ResidenceReason.MEDICAL)
    assert not assess(given).obliged
    assert all(each.met for each in assess_application(given, SHANDONG, IN_2013))


def test_the_findings_say_what_obliges_and_what_excuses() -> None:
    found = assess(facts(reason=ResidenceReason.MEDICAL, lodging=LodgingKind.RENTED)).findings
    assert [(each.code, each.met) for each in found] == [
        ("obligatory", True),
        ("obliged_ages", True),
        ("exempt_reasons", False),
        ("exempt_lodgings", True),
    ]
    assert [each.basis for each in found] == [
        f"{LAW}第九条第一款",
        f"{LAW}第九条第二款第（一）项",
        f"{LAW}第九条第二款第（二）项、第（三）项",
        f"{LAW}第九条第二款第（四）项",
    ]
    assert str(found[2].fact) == "居住事由是治病疗养，可以不申领。"


def test_an_age_outside_is_said_with_its_bounds() -> None:
    [_, age] = assess(facts("1943-03-20")).findings
    assert str(age.fact) == "申领人70周岁，不在应当申领的16至69周岁内，可以不申领。"


def test_where_applying_is_free_nobody_is_obliged() -> None:
    found = assess(facts(), LATER, date(2026, 11, 21))
    assert (found.obliged, found.due) == (False, None)
    [must] = found.findings
    assert (must.code, must.met, str(must.fact)) == ("obligatory", False, "当地规定可以申领，由本人决定。")


@pytest.mark.parametrize(
    ("arrived", "days", "unit", "due"),
    [
        ("2013-03-15", 3, DayUnit.WORKING_DAYS, "2013-03-20"),
        ("2013-03-15", 7, DayUnit.CALENDAR_DAYS, "2013-03-22"),
        ("2013-03-16", 7, DayUnit.CALENDAR_DAYS, "2013-03-25"),  # the seventh day is a Saturday
    ],
)
def test_the_time_to_apply_runs_from_arrival(arrived: str, days: int, unit: DayUnit, due: str) -> None:
    found = assess(facts(arrived=arrived), within(SHANDONG, days, unit))
    assert found.due is not None
    assert found.due.on.isoformat() == due


def test_there_is_no_last_day_without_an_arrival_a_deadline_or_a_duty() -> None:
    limited = within(SHANDONG, 7, DayUnit.CALENDAR_DAYS)
    assert assess(facts()).due is None
    assert assess(facts(arrived=None), limited).due is None
    assert assess(facts("1943-03-20"), limited).due is None


def test_before_there_were_permits_nothing_is_judged() -> None:
    with pytest.raises(NotPossible, match="没有规定居住证"):
        assess(facts(), BOOK.in_force("370112", date(2012, 9, 30)))
