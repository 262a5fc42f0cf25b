from __future__ import annotations

import pytest

from desktop.domain.scope import Scope, ScopeKind


@pytest.mark.parametrize(
    ("hukou", "division", "counties", "cities"),
    [
        ("370112", "370112", False, False),  # 历城 in 历城
        ("370102", "370112", True, False),  # 历下 to 历城: two districts of one city
        ("370124", "370112", True, True),  # 平阴县 to 历城
        ("370112", "370126", True, True),  # 历城 to 商河县
        ("370181", "370112", True, True),  # a county-level city
        ("370102", "370202", True, True),  # Jinan to Qingdao
        ("410102", "370112", True, True),  # another province
        ("110101", "110105", True, False),  # two districts of Beijing
        ("310151", "310101", True, False),  # 崇明区
        ("500151", "500103", True, False),  # 铜梁区
        ("500235", "500103", True, True),  # 云阳县
        ("370102", "370171", True, False),  # a development zone of the statistics bureau
        ("370102", "371202", True, True),  # 莱芜 before 2019
        ("222401", "222403", True, True),  # 延吉 to 敦化: cities of a prefecture, not districts
        ("429004", "429005", True, True),  # 仙桃 to 潜江: cities that the province runs itself
        ("659001", "659004", True, True),  # 石河子 to 五家渠
    ],
)
def test_who_has_moved_far_enough(hukou: str, division: str, counties: bool, cities: bool) -> None:
    assert Scope(ScopeKind.COUNTIES).covers(hukou, division, {}) is counties
    assert Scope(ScopeKind.CITIES).covers(hukou, division, {}) is cities


JINAN = Scope(ScopeKind.COUNTIES, (frozenset(("370102", "370112", "370116")),))


@pytest.mark.parametrize(
    ("hukou", "division", "covered"),
    [
        ("370102", "370112", False),
        ("370112", "370116", False),
        ("370124", "370112", True),
        ("370102", "370126", True),
        ("370124", "370126", True),
        ("370202", "370112", True),
    ],
)
def test_counties_that_count_as_one_are_not_left(hukou: str, division: str, covered: bool) -> None:
    assert JINAN.covers(hukou, division, {}) is covered


@pytest.mark.parametrize(
    ("hukou", "division", "covered"),
    [
        ("371311", "371371", False),  # the zone lies in the county
        ("371371", "371311", False),
        ("371302", "371371", True),
        ("371371", "371371", False),
        ("370112", "371371", True),
    ],
)
def test_a_development_zone_is_the_county_it_lies_in(hukou: str, division: str, covered: bool) -> None:
    zones = {"371371": frozenset(("371311",))}
    assert Scope(ScopeKind.COUNTIES).covers(hukou, division, zones) is covered
