"""What the table of cases cannot say: the ways to write a fact, and what the answer carries."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.domain.errors import BadInput, NotPossible
from desktop.policies import PolicyBook, load_calendar
from desktop.policies.decide import MATTERS, Answer, decide
from desktop.policies.facts import facts_of

BOOK = PolicyBook.load()
CALENDAR = load_calendar()
TODAY = date(2026, 11, 21)


def asked(matter: str, facts: dict[str, Any] | str, place: str = "370602", on: date = TODAY) -> Answer:
    stated = facts_of(facts) if isinstance(facts, str) else facts
    return decide(BOOK, CALENDAR, place, on, matter, stated)


def test_codes_and_names_are_told_apart_by_nothing_but_spelling() -> None:
    names = [matter.name for matter in MATTERS]
    codes = [matter.code for matter in MATTERS]
    assert len({*names, *codes}) == len(names) + len(codes)
    for matter in MATTERS:
        keys = [fact.key for fact in matter.facts] + [fact.name for fact in matter.facts]
        assert len(set(keys)) == len(keys), matter.code


@pytest.mark.parametrize(
    "spans",
    [
        "2026-01-01至2026-05-01、2026-05-02起",
        " 2026-01-01 至 2026-05-01 ， 2026-05-02至今",
        ["2026-01-01至2026-05-01", "2026-05-02起"],
        [["2026-01-01", "2026-05-01"], ["2026-05-02", None]],
        [{"from": "2026-01-01", "to": "2026-05-01"}, {"from": "2026-05-02"}],
    ],
)
def test_spans_may_be_written_in_several_ways(spans: Any) -> None:
    facts = {"常住户口": 330106, "出生": "1990-01-01", "条件": "study", "登记": spans}
    answer = asked("申领居住证", facts)
    assert answer.outcome == "eligible"


@pytest.mark.parametrize("yes", [True, "是", "true", "Yes", "有"])
def test_yes_may_be_written_in_several_ways(yes: Any) -> None:
    facts = {"hukou_division": "330106", "birth_date": "1990-01-01", "ground": "study"}
    answer = asked("permit", {**facts, "spans": "2026-01-01起", "has_permit": yes})
    assert [each.code for each in answer.findings if not each.met] == ["one_per_person"]


def test_an_empty_value_is_not_stated_except_where_it_says_something() -> None:
    answer = asked("居住登记", "常住户口=；到达=2026-11-20；住所=；")
    assert answer.outcome == "out_of_scope"
    assert answer.findings[0].code == "mainland_only"
    with pytest.raises(BadInput, match="缺少“常住户口”"):
        asked("居住登记", "到达=2026-11-20")
    with pytest.raises(BadInput, match="缺少“到达”"):
        asked("居住登记", "常住户口=330106；到达=")


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        ("常住户口", "“常住户口”应写成 键=值"),
        ("=330106", "应写成 键=值"),
        ("常住户口=330106；常住户口=370102", "“常住户口”写了两次"),
        ("常住户口=330106；hukou_division=370102", "“常住户口”写了两次"),
        ("常住户口=330106；到达=2026-11-20；申报=2026-11-19", "“申报”2026-11-19早于“到达”2026-11-20"),
        ("常住户口=330106；到达=2026-11-20；拟住至=2026-11-19", "“拟住至”2026-11-19早于“到达”2026-11-20"),
        ("常住户口=330106；到达=2026-11-20；工作地=370611", "缺少“工作起”"),
        ("常住户口=330106；到达=20261120", "应写成2026-06-02这样的日期"),
    ],
)
def test_what_cannot_be_read_is_named(facts: str, problem: str) -> None:
    with pytest.raises(BadInput, match=problem):
        asked("居住登记", facts)


def test_an_item_that_no_pack_knows_is_no_answer() -> None:
    with pytest.raises(BadInput, match="没有“yacht”这个项目"):
        asked("权益", "持有=居住证；项目=yacht")


def test_only_the_issue_is_extended() -> None:
    with pytest.raises(BadInput, match="只有“发放”可以延长"):
        asked("办理期限", "环节=审核；起算=2026-11-20；延长理由=偏远地区")


def test_the_longest_span_of_dates_is_no_trouble() -> None:
    facts = "常住户口=330106；到达=1850-01-01"
    assert asked("居住登记", facts, on=date(2199, 12, 31)).estimated


def test_before_the_first_pack_there_is_no_answer() -> None:
    with pytest.raises(NotPossible, match="没有1957-12-31有效的全国规则包"):
        asked("居住登记", "常住户口=330106；到达=1957-12-30", on=date(1957, 12, 31))


def test_the_answer_says_by_which_layers_and_what_stands_in_for_a_lapsed_one() -> None:
    answer = asked("居住登记", "常住户口=330106；到达=2028-02-01", "370102", date(2028, 2, 1)).as_json()
    assert answer["policy"] == "national@2021-10-01+shandong@2017-01-01"
    assert [layer["place"] for layer in answer["layers"]] == ["national", "shandong"]
    assert [layer["place"] for layer in answer["lapsed"]] == ["jinan"]
    assert answer["lapsed"][0]["effective_to"] == "2028-01-31"


def test_what_data_sharing_supplies_is_marked() -> None:
    answer = asked("申领材料", "条件=合法稳定就业；代办人=配偶").as_json()
    assert {each["code"]: each["shareable"] for each in answer["materials"]} == {
        "identity": True,
        "photo": True,
        "employment_proof": True,
        "agent_identity": False,
    }


def test_the_years_of_residence_are_part_of_an_endorsements_answer() -> None:
    answer = asked("签注", "发证=2023-03-01；已签注=2024-02-20、2025-02-20").as_json()
    assert (answer["outcome"], answer["years_from"], answer["full_years"]) == ("suspended", "2023-03-01", 2)


@pytest.mark.parametrize("matter", [each.code for each in MATTERS if not each.code.startswith("hukou")])
def test_without_facts_every_matter_asks_for_one(matter: str) -> None:
    with pytest.raises(BadInput, match="缺少"):
        asked(matter, {})
