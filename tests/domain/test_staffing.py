"""Auxiliaries at 500 to 1, and managers from thirty residents on (淄政发〔2012〕35号 三（二）)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import BadInput, NotPossible
from desktop.domain.staffing import MOST_RESIDENTS, read_residents, staff_for
from desktop.policies import PolicyBook

BOOK = PolicyBook.load()
ZIBO = BOOK.in_force("370303", date(2013, 3, 20))


@pytest.mark.parametrize(
    ("residents", "auxiliaries", "full_time", "part_time"),
    [
        (0, 0, (0, 0), 0),
        (1, 0, (0, 0), 1),
        (29, 0, (0, 0), 1),
        (30, 1, (1, 3), 0),  # 含30人
        (499, 1, (1, 3), 0),
        (500, 1, (1, 3), 0),
        (501, 2, (1, 3), 0),
        (1000, 2, (1, 3), 0),
        (1001, 3, (1, 3), 0),
    ],
)
def test_so_many_residents_have_so_many_people(
    residents: int, auxiliaries: int, full_time: tuple[int, int], part_time: int
) -> None:
    found = staff_for(residents, ZIBO)
    assert found.auxiliaries == auxiliaries
    assert (found.full_time_at_least, found.full_time_at_most) == full_time
    assert found.part_time_at_least == part_time


def test_each_number_names_its_article() -> None:
    many, few = staff_for(600, ZIBO).findings, staff_for(29, ZIBO).findings
    assert [(each.code, each.met) for each in many] == [
        ("full_time_from", True),
        ("residents_per_auxiliary", True),
    ]
    assert {each.basis for each in (*many, *few)} == {"淄政发〔2012〕35号三（二）"}
    assert str(many[1].fact) == "按500比1配备协管员2名。"
    [size] = few
    assert (size.met, str(size.change)) == (False, "不足30人的至少配备1名兼职管理员。")


def test_a_number_below_nothing_is_refused() -> None:
    with pytest.raises(BadInput, match="不能是负数") as refused:
        staff_for(-1, ZIBO)
    assert refused.value.field == "residents"


@pytest.mark.parametrize(
    ("division", "on"), [("370112", "2013-03-20"), ("370303", "2013-01-09"), ("370303", "2018-01-01")]
)
def test_elsewhere_and_at_other_times_no_staff_is_named(division: str, on: str) -> None:
    with pytest.raises(NotPossible, match="没有规定协管员"):
        staff_for(30, BOOK.in_force(division, date.fromisoformat(on)))


@given(st.integers(0, 100_000))
def test_more_residents_never_have_fewer_auxiliaries(residents: int) -> None:
    now, more = staff_for(residents, ZIBO).auxiliaries, staff_for(residents + 1, ZIBO).auxiliaries
    assert now <= more <= now + 1
    assert residents <= now * 500 or residents < 30


@pytest.mark.parametrize(("typed", "residents"), [("0", 0), (" 30 ", 30), ("1000000", MOST_RESIDENTS)])
def test_a_number_is_read_as_typed(typed: str, residents: int) -> None:
    assert read_residents(typed) == residents


@pytest.mark.parametrize("typed", ["1000001", "-1", "3.5", "三十", "30人", ""])
def test_what_is_no_such_number_is_told(typed: str) -> None:
    with pytest.raises(BadInput, match="0至1000000") as refused:
        read_residents(typed)
    assert refused.value.field == "residents"


@pytest.mark.parametrize(
    ("residents", "words"), [(29, "兼职管理员至少1名"), (501, "协管员2名，专职管理员1至3名")]
)
def test_the_staff_is_said_in_words(residents: int, words: str) -> None:
    assert str(staff_for(residents, ZIBO).words) == words
