from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.codes import LodgingKind
from desktop.domain.registration import RegistrationAssessment, assess_registration, in_words
from desktop.domain.rule import DayUnit, Deadline
from desktop.policies import PolicyBook, load_calendar

BOOK, CALENDAR = PolicyBook.load(), load_calendar()
HENAN, LICHENG, LIXIA, PINGYIN, XIHU = "410102", "370112", "370102", "370124", "330106"
SHINAN, SHIBEI = "370202", "370203"


def assess(
    arrived: str,
    reported: str,
    hukou: str = HENAN,
    division: str = LICHENG,
    lodging: str = "rented",
    until: str | None = None,
) -> RegistrationAssessment:
    day = date.fromisoformat(reported)
    return assess_registration(
        date.fromisoformat(arrived),
        day,
        hukou,
        division,
        LodgingKind(lodging),
        BOOK.in_force(division, day),
        CALENDAR,
        intended_until=date.fromisoformat(until) if until else None,
    )


@pytest.mark.parametrize(
    ("arrived", "reported", "division", "due", "late", "days_late"),
    [
        # Shandong 306: three working days
        ("2026-11-02", "2026-11-02", LICHENG, "2026-11-05", False, 0),
        ("2026-11-02", "2026-11-05", LICHENG, "2026-11-05", False, 0),
        ("2026-11-02", "2026-11-06", LICHENG, "2026-11-05", True, 1),
        ("2026-11-05", "2026-11-10", LICHENG, "2026-11-10", False, 0),  # over a weekend
        ("2026-11-03", "2026-11-07", LICHENG, "2026-11-06", True, 1),  # a Saturday
        ("2026-09-30", "2026-10-10", LICHENG, "2026-10-10", False, 0),  # over National Day
        ("2025-11-21", "2026-11-20", LICHENG, "2025-11-26", True, 244),
        ("2026-12-30", "2026-12-30", LICHENG, "2027-01-05", False, 0),
        # elsewhere, the national three days
        ("2026-11-02", "2026-11-05", XIHU, "2026-11-05", False, 0),
        ("2026-11-04", "2026-11-09", XIHU, "2026-11-09", False, 0),  # the third day is a Saturday
        ("2026-11-02", "2026-11-06", XIHU, "2026-11-05", True, 1),
    ],
)
def test_a_residence_is_due_and_may_be_late(
    arrived: str, reported: str, division: str, due: str, late: bool, days_late: int
) -> None:
    found = assess(arrived, reported, division=division)
    assert (found.in_scope, found.exempt, found.voluntary) == (True, False, False)
    assert found.due_on == date.fromisoformat(due)
    assert (found.late, found.days_late) == (late, days_late)
    assert found.estimated is (found.due_on.year > 2026)


@pytest.mark.parametrize(
    ("hukou", "division", "lodging", "until", "in_scope", "exempt"),
    [
        (LICHENG, LICHENG, "rented", None, False, False),  # at home
        (SHINAN, SHIBEI, "rented", None, True, False),  # Shandong: from county to county
        (LIXIA, LICHENG, "rented", None, False, False),  # Jinan: not between its districts
        (LICHENG, PINGYIN, "rented", None, True, False),
        (PINGYIN, LICHENG, "rented", None, True, False),
        ("330102", XIHU, "rented", None, False, False),  # the nation: not between districts of a city
        ("330122", XIHU, "rented", None, True, False),
        ("", LICHENG, "rented", None, False, False),  # no mainland hukou: other rules
        (HENAN, LICHENG, "rented", "2026-11-04", False, False),  # two days
        (HENAN, LICHENG, "rented", "2026-11-05", True, False),  # 三日以上 includes three
        (HENAN, LICHENG, "hotel", None, True, True),
        (HENAN, LICHENG, "hospital", None, True, True),
        (HENAN, LICHENG, "boarding_school", None, True, True),
        (HENAN, LICHENG, "relief_station", None, True, True),
        (HENAN, LICHENG, "workplace", None, True, False),
        (HENAN, LICHENG, "student", None, True, True),
        (HENAN, LICHENG, "relative", None, True, False),
    ],
)
def test_who_must_register(
    hukou: str, division: str, lodging: str, until: str | None, in_scope: bool, exempt: bool
) -> None:
    found = assess("2026-11-02", "2026-11-20", hukou, division, lodging, until)
    assert (found.in_scope, found.exempt) == (in_scope, exempt)
    assert found.voluntary is (not in_scope or exempt)
    if found.voluntary:
        assert (found.due_on, found.late, found.days_late) == (None, False, 0)
    else:
        assert found.late


def test_each_finding_names_its_article_and_its_fact() -> None:
    found = assess("2026-11-02", "2026-11-20", division=SHINAN).findings
    assert [each.code for each in found] == ["scope", "min_days", "lodging", "report_within"]
    assert all(each.basis.startswith("《山东省流动人口服务管理暂行办法》第") for each in found)
    assert (
        str(found[-1].fact)
        == "2026-11-02到达，应在3个工作日内即2026-11-05前登记，2026-11-20登记逾期11个工作日。"
    )
    assert str(found[-1].change) == "逾期照常登记，只记录逾期天数。"


@pytest.mark.parametrize(
    ("arrived", "reported", "basis"),
    [
        ("2012-09-25", "2012-09-28", "《户口登记条例》第十五条第一款"),
        ("2012-09-28", "2012-10-01", "《山东省流动人口服务管理办法》第八条第二款"),
        ("2016-12-28", "2016-12-31", "《山东省流动人口服务管理办法》第八条第二款"),
        ("2016-12-29", "2017-01-01", "《山东省流动人口服务管理暂行办法》第八条"),
    ],
)
def test_the_rules_of_the_day_of_the_report_stand(arrived: str, reported: str, basis: str) -> None:
    assert assess(arrived, reported).findings[-1].basis == basis


@given(st.dates(date(2017, 1, 1), date(2028, 12, 31)), st.integers(0, 400), st.sampled_from(LodgingKind))
def test_lateness_is_recorded_and_never_refused(arrived: date, days: int, lodging: LodgingKind) -> None:
    reported = date.fromordinal(arrived.toordinal() + days)
    found = assess(arrived.isoformat(), reported.isoformat(), lodging=lodging.value)
    assert found.late == (found.days_late > 0)
    assert found.due_on is None or CALENDAR.is_working(found.due_on)


@pytest.mark.parametrize(
    ("until", "due", "days_late", "article"),
    [
        ("2012-06-08", "2012-06-07", 1, "第六条第一款"),  # four days
        ("2012-07-03", "2012-06-07", 1, "第六条第一款"),  # twenty-nine
        ("2012-07-04", "2012-06-11", 0, "第六条第二款"),  # thirty: both paragraphs hold them
        (None, "2012-06-11", 0, "第六条第二款"),  # an end that is not known
    ],
)
def test_a_long_stay_has_its_own_time_to_report(
    until: str | None, due: str, days_late: int, article: str
) -> None:
    found = assess("2012-06-04", "2012-06-08", LICHENG, HENAN, until=until)
    assert (found.due_on, found.days_late) == (date.fromisoformat(due), days_late)
    assert found.findings[-1].basis == f"《河南省暂住人口管理条例》{article}"


def test_a_deadline_of_no_days_is_the_same_day() -> None:
    assert str(in_words(Deadline(0, DayUnit.CALENDAR_DAYS))) == "当日"
    assert str(in_words(Deadline(3, DayUnit.CALENDAR_DAYS))) == "3日"
