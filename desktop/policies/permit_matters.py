"""Matters of an application for a permit: who may have one, what to bring, and by when all is done."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from desktop.domain.codes import (
    AgentReason,
    Ground,
    IdKind,
    Relation,
    ResidenceReason,
)
from desktop.domain.errors import BadInput, CounterError, Sentence, sentence
from desktop.domain.permit import ApplicationFacts, assess_application, assess_obligation, materials_for
from desktop.domain.permit_deadlines import PermitStep, extended_date, step_due
from desktop.domain.policy import NeededBy, PermitPolicy
from desktop.domain.residence import Span, current, reached_on
from desktop.domain.rule import Deadline, Rule, finding
from desktop.domain.working_days import Due
from desktop.policies.cases import (
    SILENT,
    TODAY,
    Case,
    Matter,
    Verdict,
    by,
    in_order,
    no_permits,
    with_permits,
)
from desktop.policies.facts import (
    Fact,
    a_day,
    code_of,
    one_of,
    spans,
    words,
    yes_or_no,
)
from desktop.policies.residence_matters import (
    ARRIVED,
    DIVISION,
    HUKOU,
    LODGING,
    UNTIL,
)


class Step(StrEnum):
    """The steps that a deadline is asked for: those of the permit, and what others report."""

    DECIDE = "decide"
    ISSUE = "issue"
    REPLACE = "replace"
    COLLECT = "collect"
    CHANGE = "change"
    APPLY = "apply"
    LANDLORD = "landlord"
    EMPLOYER = "employer"
    LANDLORD_LEAVE = "landlord_leave"
    EMPLOYER_LEAVE = "employer_leave"


STEPS = {
    Step.DECIDE: "审核",
    Step.ISSUE: "发放",
    Step.REPLACE: "换领补领",
    Step.COLLECT: "领取",
    Step.CHANGE: "地址变更",
    Step.APPLY: "申领",
    Step.LANDLORD: "出租人报送",
    Step.EMPLOYER: "用人单位报送",
    Step.LANDLORD_LEAVE: "出租人报告离开",
    Step.EMPLOYER_LEAVE: "用人单位报告离开",
}
ID_KIND = Fact("id_kind", "证件", code_of(IdKind))
BORN = Fact("birth_date", "出生", a_day)
SPANS: Fact[tuple[Span, ...]] = Fact("spans", "登记", spans, empty=())
GROUND = Fact("ground", "条件", code_of(Ground))
HAS_PERMIT = Fact("has_permit", "已有居住证", yes_or_no)
AGENT = Fact("agent_relation", "代办人", code_of(Relation))
AGENT_REASON = Fact("agent_reason", "代办原因", code_of(AgentReason))
REASON = Fact("reason", "事由", code_of(ResidenceReason))
STEP = Fact("step", "环节", one_of(STEPS))
START = Fact("start", "起算", a_day)
EXTENSION = Fact("extension", "延长理由", words)


def apply(case: Case) -> Verdict:
    """Judge whether somebody may have a permit, must, or from when on."""
    facts, rules = case.facts, case.policy.permit
    born = facts[BORN]
    in_order(BORN, born, TODAY, case.on)
    arrived, until = facts.get(ARRIVED, None), facts.get(UNTIL, None)
    if arrived is not None:
        in_order(ARRIVED, arrived, UNTIL, until)
    stated = ApplicationFacts(
        id_kind=facts.get(ID_KIND, IdKind.RESIDENT),
        birth_date=born,
        hukou_division=facts[HUKOU],
        division=facts.get(DIVISION, case.division),
        spans=facts[SPANS] if rules.months_registered.value else facts.get(SPANS, ()),
        ground=facts[GROUND] if rules.grounds.value else facts.get(GROUND, Ground.DWELLING),
        has_permit=facts.get(HAS_PERMIT, False),
        agent_relation=facts.get(AGENT, None),
        agent_reason=facts.get(AGENT_REASON, None),
        arrived_on=arrived,
        intended_until=until,
        reason=facts.get(REASON, None),
        lodging=facts.get(LODGING, None),
    )
    findings = assess_application(stated, case.policy, case.on)
    missing = [each.code for each in findings if not each.met]
    if missing:
        day = _half_a_year_on(stated, rules, case.on) if missing == ["months_registered"] else None
        return Verdict("not_eligible", sentence("outcomes", "不能申领"), findings, day)
    duty = assess_obligation(stated, case.policy, case.calendar, case.on)
    findings += duty.findings
    if duty.obliged:
        return by(duty.due, "obliged", sentence("outcomes", "应当申领"), findings)
    return Verdict("eligible", sentence("outcomes", "可以申领"), findings)


def materials(case: Case) -> Verdict:
    """List what to bring; what data sharing supplies must not be demanded."""
    facts, policy = case.facts, case.policy
    by_ground = {NeededBy(ground.value) for ground in Ground}
    needs_ground = any(rule.value.needed_by in by_ground for _, rule in policy.permit.materials)
    ground = facts[GROUND] if needs_ground else facts.get(GROUND, Ground.DWELLING)
    born = facts.get(BORN, None)
    if born is not None:
        in_order(BORN, born, TODAY, case.on)
    needs = materials_for(ground, agent=AGENT in facts, policy=policy)
    rules = dict(policy.permit.materials)
    findings = []
    for need in needs:
        fact = sentence("findings", "应当提交{label}。")
        if need.shareable:
            fact = sentence("findings", "应当提交{label}；数据共享可以取得的，不得要求提交。")
        findings.append(
            finding(f"materials.{need.code}", rules[need.code], True, fact.fill(label=need.label))
        )
    labels = sentence("outcomes", "{materials}").fill(materials="、".join(str(need.label) for need in needs))
    more = {
        "materials": [
            {
                "code": need.code,
                "label": str(need.label),
                "alternatives": list(need.alternatives),
                "shareable": need.shareable,
                "basis": need.basis,
            }
            for need in needs
        ]
    }
    return Verdict("materials", labels, tuple(findings), more=more)


def deadline(case: Case) -> Verdict:
    """Give the last day of a step."""
    step, start = case.facts[STEP], case.facts[START]
    if case.policy.permits is None and step not in _OF_OTHERS:
        return no_permits(case)
    extension = case.facts.get(EXTENSION, "")
    if extension:
        if step is not Step.ISSUE:
            problem = sentence("policies", "只有“发放”可以延长，“{step}”不写延长理由。")
            raise BadInput(EXTENSION.key, problem.fill(step=STEPS[step]))
        return _extended(case, start, extension)
    if step in _OF_OTHERS:
        rule: Rule[Deadline | None] = getattr(case.policy.registration, f"{step.value}_within")
        due = rule.value.due(start, case.calendar) if rule.value else None
    else:
        rule = getattr(case.policy.permit, f"{step.value}_within")
        due = step_due(PermitStep[step.name], start, case.policy, case.calendar).due
    if due is None:
        fact = sentence("findings", "没有规定{step}的期限。").fill(step=STEPS[step])
        return Verdict("silent", SILENT, (finding(step.value, rule, True, fact),))
    judged = finding(step.value, rule, True, _days(step, start, due))
    return by(due, "due", sentence("outcomes", "有期限"), (judged,))


_OF_OTHERS = (Step.LANDLORD, Step.EMPLOYER, Step.LANDLORD_LEAVE, Step.EMPLOYER_LEAVE)


def _half_a_year_on(stated: ApplicationFacts, rules: PermitPolicy, on: date) -> date | None:
    if current(stated.spans, on) is None:
        return None
    return reached_on(stated.spans, rules.months_registered.value, rules.spans.value, on)[1]


def _extended(case: Case, start: date, reason: str) -> Verdict:
    rules = case.policy.permit
    longest, reasons = rules.issue_at_most, rules.extension_reasons
    allowed = "、".join(reasons.value)
    try:
        due = extended_date(start, reason, case.policy, case.calendar)
    except CounterError as refusal:
        refused = finding("issue_at_most", longest, False, refusal.message)
        if longest.value is not None:
            refused = finding("extension_reasons", reasons, False, refusal.message)
        return Verdict("no_extension", sentence("outcomes", "不能延长"), (refused,))
    fact = sentence("findings", "延长理由：{reason}；规定的理由：{allowed}。").fill(
        reason=reason, allowed=allowed
    )
    findings = (
        finding("issue_at_most", longest, True, _days(Step.ISSUE, start, due)),
        finding("extension_reasons", reasons, True, fact),
    )
    return by(due, "due", sentence("outcomes", "有期限"), findings)


def _days(step: Step, start: date, due: Due) -> Sentence:
    fact = sentence("findings", "{step}自{start}起算，最晚{due}。")
    return fact.fill(step=STEPS[step], start=start.isoformat(), due=due.on.isoformat())


_APPLICATION = (
    ID_KIND,
    BORN,
    HUKOU,
    DIVISION,
    SPANS,
    GROUND,
    HAS_PERMIT,
    AGENT,
    AGENT_REASON,
    ARRIVED,
    UNTIL,
    REASON,
    LODGING,
)

MATTERS = (
    Matter("permit", "申领居住证", _APPLICATION, with_permits(apply)),
    Matter("materials", "申领材料", (GROUND, BORN, AGENT), with_permits(materials)),
    Matter("deadline", "办理期限", (STEP, START, EXTENSION), deadline),
)
