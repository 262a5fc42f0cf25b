"""Whether somebody may have a permit, what to bring for it, and by when it is issued."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.domain.code_words import label
from desktop.domain.codes import (
    AgentReason,
    Ground,
    IdKind,
    LodgingKind,
    MaterialState,
    Relation,
    ResidenceReason,
)
from desktop.domain.errors import Sentence, sentence
from desktop.domain.policy import NeededBy, PermitPolicy, Policy
from desktop.domain.residence import Span, current, reached_on
from desktop.domain.rule import Finding, finding
from desktop.domain.times import age_on
from desktop.domain.working_days import Calendar, Due

MATERIAL_LABELS = (
    sentence("materials", "本人居民身份证或者居民户口簿"),
    sentence("materials", "本人居民身份证"),
    sentence("materials", "本人有效身份证件"),
    sentence("materials", "本人相片"),
    sentence("materials", "就业证明"),
    sentence("materials", "居住地住址证明"),
    sentence("materials", "就读证明"),
    sentence("materials", "委托人、代办人的合法有效身份证件"),
    sentence("materials", "工商营业执照"),
    sentence("materials", "劳动合同"),
    sentence("materials", "用人单位出具的劳动关系证明"),
    sentence("materials", "其他能够证明有合法稳定就业的材料"),
    sentence("materials", "房屋租赁合同"),
    sentence("materials", "房屋产权证明文件"),
    sentence("materials", "购房合同"),
    sentence("materials", "房屋出租人、用人单位、就读学校出具的住宿证明"),
    sentence("materials", "学生证"),
    sentence("materials", "就读学校出具的其他能够证明连续就读的材料"),
    sentence("materials", "居民身份证"),
    sentence("materials", "居民户口簿"),
    sentence("materials", "经当地房管部门网签备案的房屋租赁合同"),
    sentence("materials", "经当地房管部门网签备案的房屋买卖合同"),
    sentence("materials", "临时居民身份证"),
)
"""The labels and alternatives that the published packs use, here so that they are collected for translation."""


@dataclass(frozen=True, slots=True)
class ApplicationFacts:
    """What an application is judged by. `spans` are the registered residences here, `None` while they last.

    The last day of a span still counts. `has_permit` is a permit that is in force. `arrived_on` and
    `intended_until` say how long somebody means to stay; an end that is not known counts as long enough.
    """

    id_kind: IdKind
    birth_date: date
    hukou_division: str
    division: str
    spans: tuple[Span, ...]
    ground: Ground
    has_permit: bool = False
    agent_relation: Relation | None = None
    agent_reason: AgentReason | None = None
    arrived_on: date | None = None
    intended_until: date | None = None
    reason: ResidenceReason | None = None
    lodging: LodgingKind | None = None


@dataclass(frozen=True, slots=True)
class Obligation:
    """Whether somebody must apply, and by when; the findings say what makes it so, or what excuses."""

    obliged: bool
    due: Due | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class MaterialNeed:
    """One thing to bring, any one of `alternatives`; `shareable` when data sharing may stand in for it."""

    code: str
    label: Sentence
    alternatives: tuple[str, ...]
    shareable: bool
    basis: str


def assess_application(facts: ApplicationFacts, policy: Policy, on: date) -> tuple[Finding, ...]:
    """Judge an application made `on` a day; somebody may have a permit when every finding is met.

    Half a year is six calendar months from registration (公安部, 2015: 居住并办理暂住登记满半年), reached on the
    corresponding day or the last of a shorter month. Conditions that the pack does not set are not judged.
    Raises NotPossible at a place and time that had no permits.
    """
    rules = policy.permit
    findings = [_mainland_only(facts, rules), _scope(facts, policy)]
    if rules.months_registered.value:
        findings.append(_half_a_year(facts, rules, on))
    if rules.days_intended.value:
        findings.append(_intended(facts, rules))
    if rules.min_age.value:
        findings.append(_old_enough(facts, rules, on))
    if rules.grounds.value:
        findings.append(_ground(facts, rules))
    findings += (_one_per_person(facts, rules), _agent(facts, rules, on))
    return tuple(findings)


def assess_obligation(facts: ApplicationFacts, policy: Policy, calendar: Calendar, on: date) -> Obligation:
    """Tell whether the rules oblige somebody to apply; whoever is excused may still do so.

    Only people who may have a permit can be obliged; ask `assess_application` first. The time to apply runs
    from the day of arrival.
    """
    rules = policy.permit
    must = finding(
        "obligatory",
        rules.obligatory,
        rules.obligatory.value,
        sentence("findings", "当地规定应当申领。")
        if rules.obligatory.value
        else sentence("findings", "当地规定可以申领，由本人决定。"),
    )
    if not rules.obligatory.value:
        return Obligation(False, None, (must,))
    findings = (must, _obliged_age(facts, rules, on), *_excuses(facts, rules))
    obliged = all(one.met for one in findings)
    limit = rules.apply_within.value
    due = limit.due(facts.arrived_on, calendar) if obliged and limit and facts.arrived_on else None
    return Obligation(obliged, due, findings)


def materials_for(ground: Ground, *, agent: bool, policy: Policy) -> tuple[MaterialNeed, ...]:
    """List what to bring for a ground, in the pack's order, with an agent or without; at any age it is the same."""
    wanted = {NeededBy.EVERYONE, NeededBy(ground.value)}
    if agent:
        wanted.add(NeededBy.AGENT)
    return tuple(
        MaterialNeed(
            code,
            Sentence("materials", rule.value.label),
            rule.value.alternatives,
            rule.value.shareable,
            rule.basis,
        )
        for code, rule in policy.permit.materials
        if rule.value.needed_by in wanted
    )


def missing_materials(
    needs: tuple[MaterialNeed, ...], states: Mapping[str, MaterialState]
) -> tuple[MaterialNeed, ...]:
    """List what is still to be brought: not handed in, and not supplied by data sharing that may supply it."""
    return tuple(need for need in needs if not _supplied(need, states.get(need.code)))


def _supplied(need: MaterialNeed, state: MaterialState | None) -> bool:
    return state is MaterialState.PRESENT or (state is MaterialState.SHARED and need.shareable)


def _mainland_only(facts: ApplicationFacts, rules: PermitPolicy) -> Finding:
    fact = sentence("findings", "申领人持{kind}。").fill(kind=label(facts.id_kind))
    change = sentence("findings", "港澳台居民和外国人按各自的规定申领证件，不适用本条。")
    met = facts.id_kind is IdKind.RESIDENT or not rules.mainland_only.value
    return finding("mainland_only", rules.mainland_only, met, fact, change)


def _scope(facts: ApplicationFacts, policy: Policy) -> Finding:
    rules = policy.permit
    if not facts.hukou_division:
        fact = sentence("findings", "没有登记常住户口所在地。")
        return finding("scope", rules.scope, False, fact, sentence("findings", "请先登记常住户口所在地。"))
    met = rules.scope.value.covers(facts.hukou_division, facts.division, policy.zones)
    fact = sentence("findings", "常住户口在{hukou}，居住在{division}。").fill(
        hukou=facts.hukou_division, division=facts.division
    )
    return finding(
        "scope", rules.scope, met, fact, sentence("findings", "在常住户口所在地以外居住的才申领居住证。")
    )


def _half_a_year(facts: ApplicationFacts, rules: PermitPolicy, on: date) -> Finding:
    rule, months = rules.months_registered, rules.months_registered.value
    if current(facts.spans, on) is None:
        fact = sentence("findings", "{on}没有有效的居住登记。").fill(on=on.isoformat())
        change = sentence("findings", "先办理居住登记，自登记之日起满{span}可以申领。").fill(
            span=_span(months)
        )
        return finding("months_registered", rule, False, fact, change)
    start, reached = reached_on(facts.spans, months, rules.spans.value, on)
    fact = sentence("findings", "登记于{start}，满{span}为{reached}。").fill(
        start=start.isoformat(), span=_span(months), reached=reached.isoformat()
    )
    change = sentence("findings", "{reached}起可以申领。").fill(reached=reached.isoformat())
    return finding("months_registered", rule, on >= reached, fact, change)


def _intended(facts: ApplicationFacts, rules: PermitPolicy) -> Finding:
    needed = rules.days_intended.value
    if facts.arrived_on is None or facts.intended_until is None:
        fact = sentence("findings", "没有说明住到哪一天，按拟居住{needed}日以上对待。").fill(needed=needed)
        return finding("days_intended", rules.days_intended, True, fact)
    days = (facts.intended_until - facts.arrived_on).days
    fact = sentence("findings", "拟居住{days}日，申领规定为{needed}日以上。").fill(days=days, needed=needed)
    change = sentence("findings", "拟居住满{needed}日的可以申领。").fill(needed=needed)
    return finding("days_intended", rules.days_intended, days >= needed, fact, change)


def _old_enough(facts: ApplicationFacts, rules: PermitPolicy, on: date) -> Finding:
    age, needed = age_on(facts.birth_date, on), rules.min_age.value
    fact = sentence("findings", "申领人{age}周岁，规定年满{needed}周岁。").fill(age=age, needed=needed)
    change = sentence("findings", "年满{needed}周岁起可以申领。").fill(needed=needed)
    return finding("min_age", rules.min_age, age >= needed, fact, change)


def _obliged_age(facts: ApplicationFacts, rules: PermitPolicy, on: date) -> Finding:
    age, ages = age_on(facts.birth_date, on), rules.obliged_ages.value
    fact = sentence("findings", "申领人{age}周岁，应当申领的是{first}至{last}周岁。")
    if age not in ages:
        fact = sentence("findings", "申领人{age}周岁，不在应当申领的{first}至{last}周岁内，可以不申领。")
    return finding(
        "obliged_ages", rules.obliged_ages, age in ages, fact.fill(age=age, first=ages.first, last=ages.last)
    )


def _excuses(facts: ApplicationFacts, rules: PermitPolicy) -> tuple[Finding, ...]:
    excused: list[Finding] = []
    if facts.reason is not None:
        met = facts.reason not in rules.exempt_reasons.value
        fact = sentence("findings", "居住事由是{reason}，不在可以不申领的范围内。")
        if not met:
            fact = sentence("findings", "居住事由是{reason}，可以不申领。")
        excused.append(
            finding("exempt_reasons", rules.exempt_reasons, met, fact.fill(reason=label(facts.reason)))
        )
    if facts.lodging is not None:
        met = facts.lodging not in rules.exempt_lodgings.value
        fact = sentence("findings", "住所是{lodging}，不在可以不申领的范围内。")
        if not met:
            fact = sentence("findings", "住所是{lodging}，可以不申领。")
        excused.append(
            finding("exempt_lodgings", rules.exempt_lodgings, met, fact.fill(lodging=label(facts.lodging)))
        )
    return tuple(excused)


def _ground(facts: ApplicationFacts, rules: PermitPolicy) -> Finding:
    fact = sentence("findings", "申领条件：{ground}。").fill(ground=label(facts.ground))
    change = sentence("findings", "请改选当地承认的申领条件。")
    return finding("grounds", rules.grounds, facts.ground in rules.grounds.value, fact, change)


def _one_per_person(facts: ApplicationFacts, rules: PermitPolicy) -> Finding:
    if not facts.has_permit:
        return finding(
            "one_per_person", rules.one_per_person, True, sentence("findings", "没有有效的居住证。")
        )
    fact = sentence("findings", "已有有效的居住证，一人一证。")
    change = sentence("findings", "请改办签注、变更、换领或者补领。")
    return finding("one_per_person", rules.one_per_person, not rules.one_per_person.value, fact, change)


def _agent(facts: ApplicationFacts, rules: PermitPolicy, on: date) -> Finding:
    age, limit = age_on(facts.birth_date, on), rules.agent_under_age
    if facts.agent_relation is None:
        if age < limit.value:
            fact = sentence("findings", "申领人{age}周岁，可以由监护人、近亲属代为申领。").fill(age=age)
        else:
            fact = sentence("findings", "本人申领。")
        return finding("agent", limit, True, fact)
    relation = label(facts.agent_relation)
    if facts.agent_relation not in rules.agent_relations.value:
        fact = sentence("findings", "代办人与申领人的关系是{relation}。").fill(relation=relation)
        change = sentence("findings", "请由监护人、近亲属代为申领，或者本人到场。")
        return finding("agent", rules.agent_relations, False, fact, change)
    by_age = age < limit.value
    entitled = by_age or facts.agent_reason in (AgentReason.ELDERLY, AgentReason.DISABLED)
    if by_age or not entitled:
        fact = sentence("findings", "申领人{age}周岁，由{relation}代为申领。")
    else:
        fact = sentence("findings", "申领人行动不便，由{relation}代为申领。")
    change = sentence("findings", "满{limit}周岁、行动方便的，请本人到场申领。").fill(limit=limit.value)
    return finding("agent", limit, entitled, fact.fill(age=age, relation=relation), change)


def _span(months: int) -> Sentence:
    if months == 6:
        return sentence("findings", "半年")
    return sentence("findings", "{months}个月").fill(months=months)
