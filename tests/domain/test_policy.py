from __future__ import annotations

import pytest

from desktop.domain.errors import sentence
from desktop.domain.policy import Finding, Rule, Scope, finding


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
    ],
)
def test_who_has_moved_far_enough(hukou: str, division: str, counties: bool, cities: bool) -> None:
    assert Scope.COUNTIES.covers(hukou, division) is counties
    assert Scope.CITIES.covers(hukou, division) is cities


def test_what_would_change_a_finding_is_said_only_where_it_is_not_met() -> None:
    rule = Rule(6, "第二条", verified=False, note="条号为推定")
    fact, change = sentence("findings", "没有有效的居住证。"), sentence("findings", "本人申领。")
    assert finding("x", rule, True, fact, change) == Finding(
        "x", "第二条", True, fact, None, False, "条号为推定"
    )
    assert finding("x", rule, False, fact, change).change == change
