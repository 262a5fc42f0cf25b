"""The conditions of a route to a hukou, each judged with the days between which it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desktop.domain.errors import Sentence, sentence
from desktop.domain.hukou_codes import Dwelling, Employment, HukouZone, JobPlace, label
from desktop.domain.hukou_facts import HukouFacts
from desktop.domain.hukou_policy import HukouPolicy, HukouRoute
from desktop.domain.rule import Finding, Rule, finding
from desktop.domain.times import add_months, age_on

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding, the first day from which time alone meets it (None: never), and the last day it holds.

    `ground` marks the personal ground of a route: the relative, the group, the qualification.
    """

    finding: Finding
    since: date | None
    until: date
    ground: bool


def judged(
    code: str,
    rule: Rule[Any],
    met: bool,
    fact: Sentence,
    change: Sentence | None = None,
    *,
    since: date | None = None,
    until: date = date.max,
    ground: bool = False,
) -> Judged:
    """Judge one condition; a condition that is met has been met since ever."""
    return Judged(finding(code, rule, met, fact, change), date.min if met else since, until, ground)


def last_day_of_age(born: date, years: int) -> date:
    """Give the last day on which somebody is `years` full years old."""
    return add_months(born, 12 * (years + 1)) - _DAY


def judge_place(zone: HukouZone, facts: HukouFacts, policy: HukouPolicy) -> Judged:
    """Say in which zone the place lies, by which the route is open there."""
    [rule] = [rule for each, rule in policy.zones if each is zone]
    fact = sentence("hukou", "{division}属于{zone}，可以按这条途径申请。")
    return judged("zone", rule, True, fact.fill(division=facts.division, zone=label(zone)))


def judge_base(
    route: HukouRoute, zone: HukouZone, facts: HukouFacts, policy: HukouPolicy, on: date
) -> Iterator[Judged]:
    """Judge where the hukou comes from, the job and the dwelling, as far as the route asks for them."""
    if route.outside is not None:
        yield _outside(route.outside, facts)
    if route.onward is not None and _goes_on(facts, policy):
        yield _onward(facts, policy, on)
    if route.kind in policy.waived.value:
        fact = sentence("hukou", "这条途径不按就业、住所判断，由窗口按实施细则核对。")
        yield judged("waived", policy.waived, True, fact)
    if route.dwelling_or_job and route.job is not None and route.dwellings is not None:
        yield _dwelling_or_job(route.job, route.dwellings, zone, facts, policy)
        return
    if route.job is not None:
        yield _job(route.job, zone, facts, policy)
    if route.dwellings is not None:
        yield _dwelling(route.dwellings, facts)


def judge_work(route: HukouRoute, facts: HukouFacts, on: date) -> Iterator[Judged]:
    """Judge the employer, the contract, the pension insurance and the permit, as the route asks for them."""
    if route.hired and (route.job is None or facts.employment is not Employment.NONE):
        fact = sentence("hukou", "就业情况：{employment}。").fill(employment=label(facts.employment))
        change = sentence("hukou", "由驻济党政机关、人民团体、企事业单位引进、聘用、招收。")
        yield judged("hired", route.rule(), facts.employment is Employment.UNIT, fact, change)
    if route.contract:
        fact = sentence("hukou", "没有签订劳动合同。")
        if facts.contract:
            fact = sentence("hukou", "已签订劳动合同。")
        yield judged("contract", route.rule(), facts.contract, fact, sentence("hukou", "签订劳动合同。"))
    if route.pension_months is not None:
        yield _pension(route, facts, on)
    if route.permit:
        fact = sentence("hukou", "没有居住证。")
        if facts.permit:
            fact = sentence("hukou", "持有居住证。")
        yield judged("permit", route.rule(), facts.permit, fact, sentence("hukou", "申领居住证。"))


def judge_last_age(route: HukouRoute, facts: HukouFacts, on: date) -> Iterator[Judged]:
    """Judge the age up to which the route is open: 50周岁以下 includes the whole year of being fifty."""
    if route.last_age is None:
        return
    age, last = age_on(facts.birth_date, on), last_day_of_age(facts.birth_date, route.last_age)
    fact = sentence("hukou", "{age}周岁，规定{limit}周岁以下（含{limit}周岁，到{last}为止）。")
    fact = fact.fill(age=age, limit=route.last_age, last=last.isoformat())
    change = sentence("hukou", "已经超过年龄，这条途径不再适用。")
    yield judged("last_age", route.rule(), age <= route.last_age, fact, change, until=last)


def _outside(rule: Rule[frozenset[str]], facts: HukouFacts) -> Judged:
    if not facts.hukou_division:
        return judged("outside", rule, True, sentence("hukou", "没有常住户口，不在市内五区之内。"))
    met = facts.hukou_division[:6] not in rule.value
    fact = sentence("hukou", "常住户口在{hukou}，在市内五区之内。")
    if met:
        fact = sentence("hukou", "常住户口在{hukou}，在市内五区以外。")
    change = sentence("hukou", "市内五区之内的户口迁移不按这份规定办理。")
    return judged("outside", rule, met, fact.fill(hukou=facts.hukou_division), change)


def _goes_on(facts: HukouFacts, policy: HukouPolicy) -> bool:
    rule, source, target = policy.onward.value, facts.hukou_division[:6], facts.division[:6]
    return source in rule.counties and target in rule.into and source != target


def _onward(facts: HukouFacts, policy: HukouPolicy, on: date) -> Judged:
    rule = policy.onward
    if facts.hukou_since is None:
        fact = sentence("hukou", "{hukou}原常住户口居民，可以申请在市区现居住地落户。")
        return judged("onward", rule, True, fact.fill(hukou=facts.hukou_division))
    like = policy.native_like
    if facts.previous_division[:6] in like.value.counties and facts.hukou_division[:6] in like.value.into:
        came = facts.previous_since
        if came is None or add_months(came, like.value.months) <= facts.hukou_since:
            fact = sentence("hukou", "由{previous}迁入{hukou}，与当地原常住户口居民同等。")
            fact = fact.fill(previous=facts.previous_division, hukou=facts.hukou_division)
            return judged("onward", like, True, fact)
    full = add_months(facts.hukou_since, rule.value.months)
    fact = sentence("hukou", "{since}迁入{hukou}落户，满{years}年为{full}。").fill(
        since=facts.hukou_since.isoformat(),
        hukou=facts.hukou_division,
        years=rule.value.months // 12,
        full=full.isoformat(),
    )
    change = sentence("hukou", "{full}起可以申请。").fill(full=full.isoformat())
    return judged("onward", rule, full <= on, fact, change, since=full)


def _works_there(place: JobPlace, zone: HukouZone, facts: HukouFacts, policy: HukouPolicy) -> bool:
    where = facts.work_division
    if facts.employment is Employment.NONE or not where:
        return facts.employment is not Employment.NONE
    if place is JobPlace.COUNTY:
        return where[:6] == facts.division[:6]
    return policy.zone_if_known(where) is zone


def _job(rule: Rule[JobPlace], zone: HukouZone, facts: HukouFacts, policy: HukouPolicy) -> Judged:
    met = _works_there(rule.value, zone, facts, policy)
    change = sentence("hukou", "在{zone}内有合法稳定就业。").fill(zone=label(zone))
    if facts.employment is Employment.NONE:
        return judged("job", rule, False, sentence("hukou", "没有合法稳定就业。"), change)
    if met:
        fact = sentence("hukou", "在{zone}内有合法稳定就业：{employment}。")
        fact = fact.fill(zone=label(zone), employment=label(facts.employment))
        return judged("job", rule, True, fact)
    fact = sentence("hukou", "就业地是{work}，不能认定在{zone}内（写到街道、镇才能判断）。")
    return judged("job", rule, False, fact.fill(work=facts.work_division, zone=label(zone)), change)


def _dwelling(rule: Rule[frozenset[Dwelling]], facts: HukouFacts) -> Judged:
    fact = sentence("hukou", "住所：{dwelling}。").fill(dwelling=label(facts.dwelling))
    change = sentence("hukou", "有以下之一：{needed}。").fill(needed=_one_of(rule.value))
    return judged("dwelling", rule, facts.dwelling in rule.value, fact, change)


def _one_of(dwellings: frozenset[Dwelling]) -> Sentence:
    """Name the dwellings that will do; a sentence of sentences, so that each is translated."""
    listed = [label(each) for each in Dwelling if each in dwellings]
    said = listed[0]
    for each in listed[1:]:
        said = sentence("hukou", "{first}；{then}").fill(first=said, then=each)
    return said


def _dwelling_or_job(
    job: Rule[JobPlace],
    dwellings: Rule[frozenset[Dwelling]],
    zone: HukouZone,
    facts: HukouFacts,
    policy: HukouPolicy,
) -> Judged:
    met = facts.dwelling in dwellings.value or _works_there(job.value, zone, facts, policy)
    fact = sentence("hukou", "住所：{dwelling}；就业情况：{employment}。有其中一项即可。")
    fact = fact.fill(dwelling=label(facts.dwelling), employment=label(facts.employment))
    change = sentence("hukou", "在当地有合法稳定住所（含租赁），或者有合法稳定就业。")
    return judged("dwelling_or_job", dwellings, met, fact, change)


def _pension(route: HukouRoute, facts: HukouFacts, on: date) -> Judged:
    needed, paid = _pension_needed(route, facts), facts.pension_months
    rule = route.rule()
    if not facts.insured:
        fact = sentence("hukou", "没有参加本市城镇职工养老保险。")
        change = sentence("hukou", "参加本市城镇职工养老保险。")
        if needed:
            change = sentence("hukou", "参加本市城镇职工养老保险，满{needed}个月。").fill(needed=needed)
        return judged("pension", rule, False, fact, change)
    if not needed:
        return judged("pension", rule, True, sentence("hukou", "已参加本市城镇职工养老保险。"))
    fact = sentence("hukou", "参加本市城镇职工养老保险{paid}个月，规定满{needed}个月。")
    full = add_months(on, max(0, needed - paid))
    change = sentence("hukou", "再按月缴费{months}个月，最早{full}满。")
    return judged(
        "pension",
        rule,
        paid >= needed,
        fact.fill(paid=paid, needed=needed),
        change.fill(months=needed - paid, full=full.isoformat()),
        since=full,
    )


def _pension_needed(route: HukouRoute, facts: HukouFacts) -> int:
    """Give the months that the route asks for: its own, or those that go with the applicant's education."""
    by_education = dict(route.qualification.educations) if route.qualification else {}
    if facts.education in by_education:
        return by_education[facts.education]
    return max(route.pension_months or 0, min(by_education.values(), default=0))
