"""Whether somebody may have a permit, what to bring for it, and by when it is issued."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.domain.codes import AgentReason, Ground, IdKind, MaterialState, Relation, label
from desktop.domain.errors import Sentence, sentence
from desktop.domain.policy import Finding, NeededBy, PermitPolicy, Policy, finding
from desktop.domain.residence import Span, current, reached_on
from desktop.domain.times import age_on
from desktop.domain.working_days import Calendar, Due

MATERIAL_LABELS = (
    sentence("materials", "本人居民身份证或者居民户口簿"),
    sentence("materials", "本人居民身份证"),
    sentence("materials", "本人相片"),
    sentence("materials", "就业证明"),
    sentence("materials", "居住地住址证明"),
    sentence("materials", "就读证明"),
    sentence("materials", "委托人、代办人的合法有效身份证件"),
)
"""The labels that the published packs use, here so that they are collected for translation."""


@dataclass(frozen=True, slots=True)
class ApplicationFacts:
    """What an application is judged by. `spans` are the registered residences here, `None` while they last.

    The last day of a span still counts. `has_permit` is a permit that is in force.
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
    corresponding day or the last of a shorter month.
    """
    rules = policy.permit
    return (
        _mainland_only(facts, rules),
        _scope(facts, rules),
        _half_a_year(facts, rules, on),
        _ground(facts, rules),
        _one_per_person(facts, rules),
        _agent(facts, rules, on),
    )


def materials_for(ground: Ground, *, agent: bool, age: int, policy: Policy) -> tuple[MaterialNeed, ...]:
    """List what to bring for a ground, in the pack's order.

    `age` is in full years: a child under sixteen who comes without an agent brings the same as anybody.
    """
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


def promised_date(accepted_on: date, policy: Policy, calendar: Calendar) -> Due:
    """Give the last day on which a permit accepted on a day is to be issued."""
    return policy.permit.issue_within.value.due(accepted_on, calendar)


def _supplied(need: MaterialNeed, state: MaterialState | None) -> bool:
    return state is MaterialState.PRESENT or (state is MaterialState.SHARED and need.shareable)


def _mainland_only(facts: ApplicationFacts, rules: PermitPolicy) -> Finding:
    fact = sentence("findings", "申领人持{kind}。").fill(kind=label(facts.id_kind))
    change = sentence("findings", "港澳台居民和外国人按各自的规定申领证件，不适用本条。")
    met = facts.id_kind is IdKind.RESIDENT or not rules.mainland_only.value
    return finding("mainland_only", rules.mainland_only, met, fact, change)


def _scope(facts: ApplicationFacts, rules: PermitPolicy) -> Finding:
    if not facts.hukou_division:
        fact = sentence("findings", "没有登记常住户口所在地。")
        return finding("scope", rules.scope, False, fact, sentence("findings", "请先登记常住户口所在地。"))
    met = rules.scope.value.covers(facts.hukou_division, facts.division)
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
