"""People who live at home and work in another county (淄政发〔2012〕35号 二（一）)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.codes import LodgingKind
from desktop.domain.registration import Commute, RegistrationAssessment, assess_registration
from desktop.domain.times import add_months
from desktop.policies import PolicyBook, load_calendar

BOOK, CALENDAR = PolicyBook.load(), load_calendar()
ZICHUAN, ZHANGDIAN = "370302", "370303"


def assess(
    since: str, reported: str, hukou: str = ZICHUAN, work: str = ZHANGDIAN, home: str = ""
) -> RegistrationAssessment:
    start, day = date.fromisoformat(since), date.fromisoformat(reported)
    return assess_registration(
        start,
        day,
        hukou,
        home or hukou or work,
        LodgingKind.OWN,
        BOOK.in_force(work, day),
        CALENDAR,
        commute=Commute(work, start),
    )


@pytest.mark.parametrize(
    ("since", "reported", "due", "days_late"),
    [
        ("2013-03-05", "2013-04-05", "2013-04-09", 0),  # a full month, on a day off
        ("2013-03-05", "2013-04-09", "2013-04-09", 0),
        ("2013-03-05", "2013-04-10", "2013-04-09", 1),
        ("2013-01-31", "2013-02-28", "2013-03-05", 0),  # the last day of the shorter month
        ("2012-12-10", "2013-01-10", "2013-01-15", 0),  # work from before the notice counts
        ("2017-11-28", "2017-12-31", "2018-01-03", 0),
    ],
)
def test_a_month_of_work_is_registered(since: str, reported: str, due: str, days_late: int) -> None:
    found = assess(since, reported)
    assert (found.in_scope, found.exempt, found.voluntary) == (True, False, False)
    assert found.due_on == date.fromisoformat(due)
    assert (found.late, found.days_late) == (days_late > 0, days_late)


@pytest.mark.parametrize(
    ("since", "reported", "hukou", "unmet"),
    [
        ("2013-03-05", "2013-04-04", ZICHUAN, ["commuter_months"]),
        ("2013-01-31", "2013-02-27", ZICHUAN, ["commuter_months"]),
        ("2013-03-05", "2013-06-05", ZHANGDIAN, ["scope"]),  # work in the county of the hukou
        ("2013-03-05", "2013-04-04", ZHANGDIAN, ["scope", "commuter_months"]),
    ],
)
def test_less_than_a_month_or_not_elsewhere_is_voluntary(
    since: str, reported: str, hukou: str, unmet: list[str]
) -> None:
    found = assess(since, reported, hukou)
    assert (found.in_scope, found.voluntary, found.due_on, found.late) == (False, True, None, False)
    assert [each.code for each in found.findings if not each.met] == unmet


def test_the_findings_speak_of_the_work_and_say_from_when_on() -> None:
    scope, worked = assess("2013-03-05", "2013-04-04").findings
    assert str(scope.fact) == "常住户口在370302，工作在370303。"
    assert str(worked.fact) == "2013-03-05起往返工作，满1个月为2013-04-05。"
    assert str(worked.change) == "2013-04-05起应当登记。"
    assert {scope.basis, worked.basis} == {"淄政发〔2012〕35号二（一）"}


def test_the_time_to_report_is_the_provinces() -> None:
    report = assess("2013-03-05", "2013-04-10").findings[-1]
    assert report.basis == "《山东省流动人口服务管理办法》第八条第二款"
    assert (
        str(report.fact)
        == "2013-04-05往返工作满期，应在3个工作日内即2013-04-09前登记，2013-04-10登记逾期1个工作日。"
    )


@pytest.mark.parametrize(
    ("work", "reported"),
    [
        ("370112", "2013-06-05"),  # Shandong in general
        (ZHANGDIAN, "2013-01-09"),  # before the notice
        (ZHANGDIAN, "2018-01-01"),  # after it
        ("330106", "2026-11-21"),  # the nation
    ],
)
@pytest.mark.parametrize("home", ["", "elsewhere"])
def test_where_commuters_are_not_registered_they_are_outside(work: str, reported: str, home: str) -> None:
    found = assess("2012-10-08", reported, work=work, home=work if home else "")
    assert (found.in_scope, found.voluntary, found.due_on) == (False, True, None)
    outside = found.findings[-1]
    assert (outside.code, outside.met) == ("commuter_months", False)
    assert str(outside.fact).startswith("往返工作而不在这里居住")


def test_people_without_a_mainland_hukou_come_under_other_rules() -> None:
    found = assess("2013-03-05", "2013-06-05", hukou="")
    assert found.voluntary
    assert found.findings[0].code == "mainland_only"


@given(st.dates(date(2013, 1, 10), date(2017, 10, 31)), st.integers(0, 60))
def test_from_the_full_month_on_and_never_before(since: date, days: int) -> None:
    reported = since + timedelta(days=days)
    found = assess(since.isoformat(), reported.isoformat())
    full = add_months(since, 1)
    assert found.in_scope is (reported >= full)
    if found.due_on is not None:
        assert found.due_on > full
        assert CALENDAR.is_working(found.due_on)
