"""Routes to a hukou: their order, the nearest day, the family, and the labels that the screen shows."""

from __future__ import annotations

import inspect
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import hukou_codes
from desktop.domain.codes import Education, MaritalStatus, Sex
from desktop.domain.errors import NotPossible
from desktop.domain.hukou import DISCLAIMER, HukouAssessment, HukouFacts, assess_hukou
from desktop.domain.hukou_codes import (
    LABELS,
    Degree,
    Dwelling,
    Employment,
    FamilyMember,
    Honour,
    HukouZone,
    Kin,
    PolicyGroup,
    RouteKind,
    Title,
    choices,
    label,
)
from desktop.domain.hukou_policy import ROUTE_LABELS
from desktop.domain.hukou_words import conditions_of, family_of, statements
from desktop.policies import PolicyBook

POLICY = PolicyBook.load().hukou("370102", date(2018, 5, 10))
ON = date(2018, 5, 10)
LIXIA, WANGSHEREN, ZHANGQIU, PINGYIN = "370102001", "370112009", "370114001", "370124001"
NOBODY = HukouFacts(LIXIA, date(1980, 1, 1), hukou_division="370902")
WORKER = replace(NOBODY, dwelling=Dwelling.TITLED, employment=Employment.UNIT, insured=True)
DAYS = st.dates(date(2017, 8, 1), date(2022, 7, 31))
FACTS = st.builds(
    HukouFacts,
    division=st.sampled_from([LIXIA, WANGSHEREN, ZHANGQIU, PINGYIN]),
    birth_date=st.dates(date(1940, 1, 1), date(2017, 7, 31)),
    sex=st.sampled_from(Sex),
    hukou_division=st.sampled_from(["", "370902", "370102", "370113", "370114"]),
    hukou_since=st.none() | st.dates(date(2014, 1, 1), date(2022, 7, 31)),
    marital_status=st.sampled_from(MaritalStatus),
    married_on=st.none() | DAYS,
    dwelling=st.sampled_from(Dwelling),
    employment=st.sampled_from(Employment),
    contract=st.booleans(),
    insured=st.booleans(),
    pension_months=st.integers(0, 40),
    permit=st.booleans(),
    degree=st.none() | st.sampled_from(Degree),
    education=st.none() | st.sampled_from(Education),
    full_time=st.booleans(),
    title=st.none() | st.sampled_from(Title),
    honour=st.none() | st.sampled_from(Honour),
    prize=st.none() | st.integers(1, 3),
    honoured_on=st.none() | st.dates(date(2012, 1, 1), date(2022, 7, 31)),
    joins=st.none() | st.sampled_from(Kin),
    kin_division=st.sampled_from(["", "370102", "370902"]),
    kin_birth_date=st.none() | st.dates(date(1970, 1, 1), date(2005, 1, 1)),
    joined_spouse_before=st.booleans(),
    home_bought_on=st.none() | st.dates(date(2016, 1, 1), date(2018, 1, 1)),
)


def assess(facts: HukouFacts, on: date = ON) -> HukouAssessment:
    return assess_hukou(facts, POLICY, on)


def codes(found: HukouAssessment) -> list[str]:
    return [each.route.code for each in found.routes]


@pytest.mark.parametrize(
    ("division", "zone", "routes"),
    [
        (LIXIA, HukouZone.OPTIMISED, 21),
        (WANGSHEREN, HukouZone.ENCOURAGED, 22),
        (ZHANGQIU, HukouZone.OPEN_DISTRICTS, 22),
        (PINGYIN, HukouZone.OPEN_COUNTIES, 2),
    ],
)
def test_every_route_of_the_zone_is_judged(division: str, zone: HukouZone, routes: int) -> None:
    found = assess(replace(NOBODY, division=division))
    assert found.zone is zone
    assert len(found.routes) == routes
    assert all(each.findings[0].code == "zone" and each.findings[0].met for each in found.routes)
    assert all(finding.basis for each in found.routes for finding in each.findings)


def test_what_is_not_met_says_what_would_change_it() -> None:
    for division in (LIXIA, WANGSHEREN, ZHANGQIU, PINGYIN):
        for each in assess(replace(NOBODY, division=division, hukou_division="370103")).routes:
            assert all(finding.change is not None for finding in each.missing), each.route.code


def test_routes_that_are_met_come_first_in_the_notices_order() -> None:
    facts = replace(WORKER, degree=Degree.MASTER, education=Education.POSTGRADUATE, contract=True)
    found = assess(replace(facts, pension_months=12))
    assert [each.route.code for each in found.met] == ["talent_2", "talent_6", "residence_work"]
    assert codes(found)[:3] == ["talent_2", "talent_6", "residence_work"]
    assert all(each.nearest == ON for each in found.met)


def test_fewer_conditions_missing_is_nearer() -> None:
    facts = replace(WORKER, title=Title.JUNIOR, pension_months=11)
    # 居住就业 lacks one month; 人才（5） lacks contract, months and permit
    assert codes(assess(facts))[:2] == ["residence_work", "talent_5"]
    assert [len(each.missing) for each in assess(facts).routes[:2]] == [1, 3]


def test_of_as_many_missing_the_earlier_day_is_nearer() -> None:
    facts = replace(WORKER, title=Title.JUNIOR, contract=True, permit=True, pension_months=3)
    found = assess(facts).routes[:2]
    assert [(each.route.code, each.nearest) for each in found] == [
        ("residence_work", date(2019, 2, 10)),
        ("talent_5", date(2020, 2, 10)),
    ]
    # what time alone meets goes before what it does not
    first, second = assess(replace(facts, dwelling=Dwelling.OWNED)).routes[:2]
    assert (first.route.code, second.route.code) == ("talent_5", "residence_work")
    assert (first.nearest, second.nearest) == (date(2020, 2, 10), None)


def test_a_route_without_its_ground_comes_after_all_others() -> None:
    found = assess(NOBODY)
    grounded = [each.grounded for each in found.routes]
    assert grounded == sorted(grounded, reverse=True)
    assert codes(found)[0] == "residence_work"
    assert not found.route("kin_1").grounded
    joined = assess(replace(NOBODY, joins=Kin.SPOUSE, kin_division="370102"))
    assert codes(joined)[0] == "kin_1"
    assert [finding.code for finding in joined.routes[0].missing] == ["married"]


@given(FACTS, DAYS)
def test_the_order_is_met_then_grounded_then_nearest(facts: HukouFacts, on: date) -> None:
    keys = [
        (not each.met, not each.grounded, len(each.missing), each.nearest or date.max)
        for each in assess(facts, on).routes
    ]
    assert keys == sorted(keys)


@given(FACTS, DAYS)
def test_the_nearest_day_is_the_first_on_which_time_alone_meets_the_route(
    facts: HukouFacts, on: date
) -> None:
    for each in assess(facts, on).routes:
        assert each.met == (each.nearest == on), each.route.code
        if each.nearest is None or each.met:
            continue
        assert on < each.nearest <= date(2022, 7, 31)
        # the months are paid by then; all else is as it was
        waited = replace(facts, pension_months=facts.pension_months + _months(on, each.nearest))
        assert assess(waited, each.nearest).route(each.route.code).met, each.route.code
        if not any(finding.code == "pension" for finding in each.missing):
            before = assess(facts, each.nearest - timedelta(days=1))
            assert not before.route(each.route.code).met, each.route.code


@given(FACTS, DAYS, st.integers(0, 24))
def test_more_months_of_insurance_never_take_a_route_away(facts: HukouFacts, on: date, more: int) -> None:
    had = {each.route.code for each in assess(facts, on).met}
    longer = replace(facts, pension_months=facts.pension_months + more)
    assert had <= {each.route.code for each in assess(longer, on).met}


@given(FACTS, DAYS)
def test_every_sentence_can_be_said(facts: HukouFacts, on: date) -> None:
    for each in assess(facts, on).routes:
        assert str(each.title)
        assert str(each.summary)
        for finding in each.findings:
            assert "{" not in str(finding.fact)
            assert finding.change is None or "{" not in str(finding.change)


def test_who_may_come_along() -> None:
    facts = replace(WORKER, children_born=(date(2000, 5, 10), date(2000, 5, 11)))
    found = assess(facts)
    grown = found.route("talent_2")
    assert grown.family == (FamilyMember.SPOUSE, FamilyMember.UNMARRIED_CHILDREN)
    assert grown.children == facts.children_born
    minor = found.route("talent_4")
    assert minor.family == (FamilyMember.SPOUSE, FamilyMember.MINOR_CHILDREN)
    assert minor.children == (date(2000, 5, 11),)
    assert found.route("kin_1").family == ()
    assert found.route("kin_1").children == ()
    parents = assess(replace(facts, division=ZHANGQIU)).route("open_districts")
    assert FamilyMember.PARENTS in parents.family


def test_an_unmet_condition_says_fact_change_article_and_day() -> None:
    [finding] = assess(replace(WORKER, pension_months=11)).route("residence_work").missing
    assert str(finding.fact) == "参加本市城镇职工养老保险11个月，规定满12个月。"
    assert str(finding.change) == "再按月缴费1个月，最早2018-06-10满。"
    assert finding.basis == "济政发〔2017〕14号二（一）2"


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        (replace(WORKER, pension_months=12), "按填写的情况，条件已具备。"),
        (replace(WORKER, pension_months=11), "情况不变的，2018-06-10起条件具备。"),
        (replace(WORKER, pension_months=11, dwelling=Dwelling.OWNED), "还缺2项条件。"),
    ],
)
def test_a_route_is_summed_up_in_a_sentence(facts: HukouFacts, says: str) -> None:
    assert str(assess(facts).route("residence_work").summary) == says


def test_a_share_of_the_optimised_routes_names_the_zone_that_grants_it() -> None:
    found = assess(replace(WORKER, division=WANGSHEREN)).route("talent_2")
    assert found.findings[0].basis == "济政发〔2017〕14号二（二）"


def test_where_the_county_is_not_enough_the_street_is_asked_for() -> None:
    with pytest.raises(NotPossible, match="请选到街道、镇"):
        assess(replace(NOBODY, division="370112"))
    with pytest.raises(NotPossible, match="不在济政发〔2017〕14号划定的落户区域内"):
        assess(replace(NOBODY, division="370116001"))
    assert POLICY.zone_if_known("370176") is None
    assert POLICY.zone_if_known("370115") is HukouZone.OPEN_COUNTIES


def test_a_policy_group_opens_only_its_own_route() -> None:
    for group in PolicyGroup:
        found = assess(replace(WORKER, group=group))
        assert [each.route.group for each in found.met if each.route.group] == [group]


def test_an_assessment_informs_and_does_not_decide() -> None:
    found = assess(NOBODY)
    assert found.note is DISCLAIMER
    assert "不是审批决定" in str(found.note)
    assert found.version == "jinan-hukou@2017-08-01"
    assert str(found.zone_title) == "优化落户区域"
    with pytest.raises(KeyError):
        found.route("open_counties")


@pytest.mark.parametrize(
    "table",
    [each for _, each in inspect.getmembers(hukou_codes, inspect.isclass) if issubclass(each, StrEnum)],
)
def test_every_code_has_a_label(table: type[StrEnum]) -> None:
    if table is StrEnum:
        return
    assert list(LABELS[table]) == list(table)
    assert [code for code, _ in choices(table)] == list(table)
    assert all(str(label(code)) for code in table)


def test_the_packs_labels_are_collected_for_translation() -> None:
    known = [str(each) for each in ROUTE_LABELS]
    assert [route.label for route in POLICY.routes] == known
    assert {route.kind for route in POLICY.routes} == set(RouteKind)


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def test_everything_that_the_notice_states_is_said_in_words() -> None:
    stated = {each.key: each for each in statements(POLICY)}
    assert list(stated) == [key for key, _ in POLICY.rules()]
    for each in stated.values():
        assert str(each.name)
        assert each.says
        assert all(str(says) and "{" not in str(says) for says in each.says), each.key
        assert each.rule.basis


def test_a_routes_numbers_are_in_its_words() -> None:
    routes = {route.code: "，".join(map(str, conditions_of(route))) for route in POLICY.routes}
    for code, says in (
        (
            "talent_3",
            "本省一类职业技能竞赛获奖，近3年内3等奖以上；本市一类职业技能竞赛获奖，近3年内2等奖以上",
        ),
        ("talent_4", "50周岁以下（含50周岁）"),
        ("talent_5", "参加本市城镇职工养老保险满24个月"),
        ("talent_7", "全日制大学专科教育（参保满12个月）；全日制中等职业教育（参保满24个月）"),
        ("kin_1", "婚姻存续期满12个月"),
        ("kin_3", "男年满60周岁、女年满55周岁"),
        ("open_counties", "有其一"),
        ("transition", "2017-08-01以前按原购房落户政策购买商品住房，自该日起24个月内"),
    ):
        assert says in routes[code]
    families = {route.code: str(family_of(route)) for route in POLICY.routes}
    assert families["talent_1"] == "可以随迁：配偶；未婚子女。"
    assert families["kin_1"] == "没有写随迁人员。"
