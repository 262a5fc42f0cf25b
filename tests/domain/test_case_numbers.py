from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.case_numbers import CaseNumber, paper_number, read_paper_number
from desktop.domain.codes import PaperKind
from desktop.domain.errors import BadInput, NotPossible

DAY = date(2026, 11, 21)

cases = st.builds(
    CaseNumber,
    division=st.integers(110000, 659999).map(str),
    station=st.integers(0, 999).map("{:03}".format),
    on=st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    counter=st.integers(1, 99),
    sequence=st.integers(1, 999),
)


def test_a_case_number_is_division_station_day_counter_sequence() -> None:
    assert str(CaseNumber("370112", "007", DAY, 3, 15)) == "3701120072026112103015"
    assert CaseNumber("370112", "007", DAY, 3, 15).grouped() == "370112 007 20261121 03 015"


@given(cases)
def test_a_case_number_reads_back(number: CaseNumber) -> None:
    assert len(str(number)) == 22
    assert CaseNumber.parse(str(number)) == number
    assert CaseNumber.parse(number.grouped()) == number


@given(cases, st.sampled_from(PaperKind))
def test_a_paper_number_reads_back_and_never_begins_with_99(number: CaseNumber, kind: PaperKind) -> None:
    text = paper_number(kind, number)
    assert len(text) == 24
    assert not text.startswith("99")
    assert read_paper_number(text) == (kind, number)


def test_a_day_summary_carries_the_number_of_the_days_nth_summary() -> None:
    second = CaseNumber("370112", "007", DAY, 3, 2)
    text = paper_number(PaperKind.DAY_SUMMARY, second)
    assert text == "153701120072026112103002"
    assert read_paper_number(text) == (PaperKind.DAY_SUMMARY, second)


def test_a_sequence_counts_from_one() -> None:
    with pytest.raises(ValueError, match="from one"):
        CaseNumber("370112", "007", DAY, 3, 0)


def test_the_thousandth_case_of_a_counter_and_day_is_not_possible() -> None:
    assert CaseNumber("370112", "007", DAY, 3, 999)
    with pytest.raises(NotPossible, match="999个受理号已用完"):
        CaseNumber("370112", "007", DAY, 3, 1000)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "应为22位数字，现在是0位"),
        ("370112007202611210301", "现在是21位"),
        ("3701120072026112103O15", "应为22位数字"),
        ("3701120072026023003015", "第10至17位“20260230”不是日期"),
        ("3701120072026112103000", "应为001至999"),
        ("3701120072026112100015", "窗口号不对"),
        ("0701120072026112103015", "区划代码或窗口号不对"),
        ("３７０１１２００７２０２６１１２１０３０１５", "应为22位数字"),
    ],
)
def test_a_wrong_case_number_says_what_is_wrong(text: str, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        CaseNumber.parse(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("3701120072026112103015", "应为24位数字，现在是22位"),
        ("993701120072026112103015", "开头的“99”不是本系统的凭证种类"),
        ("123701120072026112103000", "应为001至999"),
        ("153701120072026112103000", "应为001至999"),
        ("123701120072026133003015", "不是日期"),
    ],
)
def test_a_wrong_paper_number_says_what_is_wrong(text: str, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        read_paper_number(text)


@pytest.mark.parametrize(
    ("division", "station", "counter"), [("37011", "007", 1), ("370112", "7", 1), ("370112", "007", 100)]
)
def test_parts_that_would_not_read_back_are_refused(division: str, station: str, counter: int) -> None:
    with pytest.raises(BadInput):
        CaseNumber(division, station, DAY, counter, 1)
