"""Matters of moving a hukou here: the routes, the zone of a place, who may come along."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from desktop.domain.codes import Education, MaritalStatus, Sex
from desktop.domain.errors import BadInput, NotPossible, Sentence, sentence
from desktop.domain.hukou import DISCLAIMER, HukouAssessment, HukouFacts, RouteAssessment, assess_hukou
from desktop.domain.hukou_codes import (
    Degree,
    Dwelling,
    Employment,
    Honour,
    Kin,
    PolicyGroup,
    Skill,
    TalentClass,
    Title,
    choices,
    label,
)
from desktop.domain.hukou_policy import HukouPolicy
from desktop.domain.rule import Finding, finding
from desktop.policies.cases import Case, Matter, Verdict
from desktop.policies.division_codes import streets
from desktop.policies.facts import (
    Fact,
    Unreadable,
    a_day,
    code_of,
    count,
    county_or_none,
    days,
    one_of,
    words,
    yes_or_no,
)

_Code = TypeVar("_Code", bound=StrEnum)


def division(value: Any) -> str:
    """Read a division of 6 to 12 digits and keep them all."""
    text = str(value).strip() if isinstance(value, (str, int)) else ""
    if not re.fullmatch(r"[1-9][0-9]{5,11}", text):
        raise Unreadable(sentence("policies", "应为6至12位区划代码。"))
    return text


def _code(table: type[_Code]) -> Callable[[Any], _Code]:
    return one_of({code: str(named) for code, named in choices(table)})


DIVISION = Fact("division", "迁入地", division)
BORN = Fact("birth_date", "出生", a_day)
PENSION_MONTHS = Fact("pension_months", "参保月数", count)
ROUTE = Fact("route", "途径", words)
FACTS: tuple[Fact[Any], ...] = (
    DIVISION,
    BORN,
    Fact("sex", "性别", code_of(Sex)),
    Fact("hukou_division", "常住户口", county_or_none, empty=""),
    Fact("hukou_since", "户口迁入", a_day),
    Fact("previous_division", "原户口地", county_or_none),
    Fact("previous_since", "原户口迁入", a_day),
    Fact("marital_status", "婚姻", code_of(MaritalStatus)),
    Fact("married_on", "结婚", a_day),
    Fact("children_born", "子女出生", days),
    Fact("dwelling", "住所", _code(Dwelling)),
    Fact("employment", "就业", _code(Employment)),
    Fact("work_division", "就业地", division),
    Fact("contract", "劳动合同", yes_or_no),
    Fact("insured", "参保", yes_or_no),
    PENSION_MONTHS,
    Fact("permit", "居住证", yes_or_no),
    Fact("talent", "人才类别", _code(TalentClass)),
    Fact("degree", "学位", _code(Degree)),
    Fact("education", "学历", code_of(Education)),
    Fact("full_time", "全日制", yes_or_no),
    Fact("title", "职称", _code(Title)),
    Fact("skill", "职业资格", _code(Skill)),
    Fact("honour", "荣誉", _code(Honour)),
    Fact("prize", "奖次", count),
    Fact("honoured_on", "获奖", a_day),
    Fact("group", "政策", _code(PolicyGroup)),
    Fact("project", "引进项目", yes_or_no),
    Fact("joins", "投靠", _code(Kin)),
    Fact("kin_division", "被投靠人户口", division),
    Fact("kin_birth_date", "被投靠人出生", a_day),
    Fact("kin_joined_child", "父母曾投靠子女", yes_or_no),
    Fact("joined_spouse_before", "曾投靠配偶", yes_or_no),
    Fact("home_bought_on", "购房", a_day),
)
"""Every field of HukouFacts under its own key; who states months of insurance is insured."""


def hukou(case: Case, policy: HukouPolicy) -> Verdict:
    """Judge one route that is asked for, or else all of them, and answer with the nearest."""
    found = _assess(case, policy)
    if isinstance(found, Verdict):
        return found
    if ROUTE in case.facts:
        route = _route(case.facts[ROUTE], found, policy)
        if route is None:
            return _no_such_route(found, policy)
        outcome, said = "met", sentence("outcomes", "符合")
        if not route.met:
            outcome, said = "not_met", sentence("outcomes", "不符合")
        return Verdict(outcome, said, route.findings, _later(route), more=_more(found))
    first = found.routes[0]
    outcome, said = "eligible", sentence("outcomes", "可以申请：{route}")
    if not first.met:
        outcome, said = "not_eligible", sentence("outcomes", "暂不符合，最接近：{route}")
    said = said.fill(route=Sentence("hukou", _short(first.route.label)))
    return Verdict(outcome, said, first.findings, _later(first), more=_more(found))


def zone(case: Case, policy: HukouPolicy) -> Verdict:
    """Tell in which zone a place lies."""
    place = _to_known_street(case.facts.get(DIVISION, case.place))
    try:
        found = policy.zone_of(place)
    except NotPossible as trouble:
        return _no_zone(trouble, place, policy)
    [rule] = [rule for each, rule in policy.zones if each is found]
    fact = sentence("hukou", "{division}属于{zone}。").fill(division=place, zone=label(found))
    return Verdict(found.value, label(found), (finding("zone", rule, True, fact),))


def family(case: Case, policy: HukouPolicy) -> Verdict:
    """Tell who may come along on a route, and which of the children whose birth dates are stated."""
    found = _assess(case, policy)
    if isinstance(found, Verdict):
        return found
    route = _route(case.facts[ROUTE], found, policy)
    if route is None:
        return _no_such_route(found, policy)
    more = {"children": [born.isoformat() for born in route.children]}
    names = "、".join(str(label(each)) for each in route.family)
    fact = sentence("hukou", "可以随迁：{family}。").fill(family=names)
    if not names:
        fact = sentence("hukou", "没有写随迁人员。")
    judged = finding("family", route.route.rule(), bool(names), fact)
    if not names:
        return Verdict("none", sentence("outcomes", "没有写随迁人员"), (judged,), more=more)
    said = sentence("outcomes", "可以随迁：{family}").fill(family=names)
    children = case.facts.get(_fact("children_born"), ())
    if children:
        said = sentence("outcomes", "可以随迁：{family}（所列子女{count}人）").fill(
            family=names, count=len(route.children)
        )
    return Verdict("_".join(route.family), said, (judged,), more=more)


def _in_force(judge: Callable[[Case, HukouPolicy], Verdict]) -> Callable[[Case], Verdict]:
    """Judge by the pack of the place and day, which the answer names; say so where there is none."""

    def judge_case(case: Case) -> Verdict:
        try:
            policy = case.book.hukou(case.place, case.on)
        except NotPossible as trouble:
            said = sentence("outcomes", "没有有效的落户规定")
            packs = [pack.layer for pack in case.book.packs if pack.hukou and pack.covers(case.place)]
            basis = "、".join(layer.document for layer in packs or case.policy.layers)
            return Verdict("not_in_force", said, (Finding("in_force", basis, False, trouble.message),))
        return replace(judge(case, policy), pack=policy.layer)

    return judge_case


def _assess(case: Case, policy: HukouPolicy) -> HukouAssessment | Verdict:
    stated = {each.key: case.facts[each] for each in FACTS if each in case.facts}
    for key in ("division", "work_division"):
        if key in stated or key == "division":
            stated[key] = _to_known_street(stated.get(key, case.place))
    place = stated["division"]
    stated["birth_date"] = case.facts[BORN]
    stated.setdefault("insured", PENSION_MONTHS in case.facts)
    try:
        return assess_hukou(HukouFacts(**stated), policy, case.on)
    except NotPossible as trouble:
        return _no_zone(trouble, place, policy)


def _to_known_street(place: str) -> str:
    """Leave out a street that the table has not: an old code, or a station's number, says only the county.

    Taken for a new street it would fall to the zone of the county's other streets.
    """
    return place if len(place) < 9 or place[:9] in streets() else place[:6]


def _no_zone(trouble: NotPossible, place: str, policy: HukouPolicy) -> Verdict:
    judged = Finding("zone", policy.document, False, trouble.message)
    if len(place) < 9 and any(each.code.startswith(place) for each in policy.places()):
        return Verdict("street_needed", sentence("outcomes", "须写明街道、镇"), (judged,))
    return Verdict("no_zone", sentence("outcomes", "不在落户区域内"), (judged,))


def _no_such_route(found: HukouAssessment, policy: HukouPolicy) -> Verdict:
    [rule] = [rule for each, rule in policy.zones if each is found.zone]
    fact = sentence("hukou", "{zone}没有这条途径。").fill(zone=found.zone_title)
    return Verdict("not_offered", sentence("outcomes", "没有这条途径"), (finding("zone", rule, False, fact),))


def _route(name: str, found: HukouAssessment, policy: HukouPolicy) -> RouteAssessment | None:
    """Find a route by its code, its name, or its name up to the colon; None when the zone has it not."""
    for each in found.routes:
        if name in (each.route.code, each.route.label, _short(each.route.label)):
            return each
    known = {route.code: _short(route.label) for route in policy.routes}
    if name not in (*known, *known.values(), *(route.label for route in policy.routes)):
        problem = sentence("policies", "没有“{route}”这条途径，可以是：{known}。")
        names = "、".join(f"{short}（{code}）" for code, short in known.items())
        raise BadInput(ROUTE.key, problem.fill(route=name, known=names))
    return None


def _short(name: str) -> str:
    return name.split("：")[0]


def _later(route: RouteAssessment) -> date | None:
    return None if route.met else route.nearest


def _fact(key: str) -> Fact[Any]:
    [found] = [each for each in FACTS if each.key == key]
    return found


def _more(found: HukouAssessment) -> dict[str, Any]:
    return {
        "zone": found.zone.value,
        "note": str(DISCLAIMER),
        "routes": [
            {
                "route": each.route.code,
                "title": str(each.title),
                "met": each.met,
                "nearest": each.nearest.isoformat() if each.nearest else None,
                "family": [member.value for member in each.family],
                "children": [born.isoformat() for born in each.children],
                "missing": [finding.code for finding in each.missing],
            }
            for each in found.routes
        ],
    }


MATTERS = (
    Matter("hukou", "落户", (*FACTS, ROUTE), _in_force(hukou)),
    Matter("hukou_zone", "落户区域", (DIVISION,), _in_force(zone)),
    Matter("hukou_family", "落户随迁", (*FACTS, ROUTE), _in_force(family)),
)
