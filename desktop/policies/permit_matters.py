"""Matters of a permit: who may have one, what to bring, by when, endorsement, validity, renewal, its end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from desktop.domain.codes import (
    AgentReason,
    CancelReason,
    Ground,
    IdKind,
    Relation,
    ResidenceReason,
    label,
)
from desktop.domain.endorsement import (
    EndorsementState,
    endorsement_standing,
    renewal_opens,
    valid_until,
)
from desktop.domain.errors import BadInput, CounterError, Sentence, sentence
from desktop.domain.permit import ApplicationFacts, assess_application, assess_obligation, materials_for
from desktop.domain.permit_deadlines import PermitStep, extended_date, step_due
from desktop.domain.policy import NeededBy, PermitPolicy
from desktop.domain.residence import Span, current, reached_on
from desktop.domain.rule import Deadline, Rule, finding
from desktop.domain.times import age_on
from desktop.domain.working_days import Due
from desktop.policies.cases import Case, Matter, Verdict, by
from desktop.policies.facts import (
    Fact,
    a_day,
    code_of,
    days,
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
    in_order,
    no_rule,
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


class Paid(StrEnum):
    """What a fee is asked for."""

    REGISTRATION = "registration"
    FIRST_ISSUE = "first_issue"
    ENDORSEMENT = "endorsement"
    REPLACEMENT = "replacement"


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
PAID = {
    Paid.REGISTRATION: "居住登记",
    Paid.FIRST_ISSUE: "首次申领",
    Paid.ENDORSEMENT: "签注",
    Paid.REPLACEMENT: "换领补领",
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
ISSUED = Fact("issued_on", "发证", a_day)
ENDORSED = Fact("endorsed_on", "已签注", days)
LONG = Fact("long", "长期", yes_or_no)
LAST = Fact("valid_until", "有效期至", a_day)
CANCEL_REASON = Fact("cancel_reason", "注销原因", code_of(CancelReason))
PAYS_FOR = Fact("fee_for", "收费事项", one_of(PAID))

_SILENT = sentence("outcomes", "没有规定")


def apply(case: Case) -> Verdict:
    """Judge whether somebody may have a permit, must, or from when on."""
    facts, rules = case.facts, case.policy.permit
    born = facts[BORN]
    in_order(BORN, born, _TODAY, case.on)
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
        in_order(BORN, born, _TODAY, case.on)
    needs = materials_for(
        ground, agent=AGENT in facts, age=age_on(born, case.on) if born else 18, policy=policy
    )
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
        return _no_permits(case)
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
        return Verdict("silent", _SILENT, (finding(step.value, rule, True, fact),))
    judged = finding(step.value, rule, True, _days(step, start, due))
    return by(due, "due", sentence("outcomes", "有期限"), (judged,))


def endorse(case: Case) -> Verdict:
    """Give the standing of a permit between two endorsements."""
    issued, endorsed = case.facts[ISSUED], case.facts.get(ENDORSED, ())
    in_order(ISSUED, issued, _TODAY, case.on)
    for day in endorsed:
        in_order(ISSUED, issued, ENDORSED, day)
    rules = case.policy.permit
    found = endorsement_standing(issued, endorsed, case.policy, case.on)
    if found is None:
        fact = sentence("findings", "当时当地的居住证不签注。")
        none = finding("endorse_every_months", rules.endorse_every_months, True, fact)
        return Verdict("none", sentence("outcomes", "不签注"), (none,))
    fact = sentence("findings", "每{months}个月签注一次，本次为{opens}至{due}。").fill(
        months=rules.endorse_every_months.value,
        opens=found.opens_on.isoformat(),
        due=found.due_on.isoformat(),
    )
    inside = found.state is EndorsementState.OPEN
    change = sentence("findings", "{opens}起可以签注。").fill(opens=found.opens_on.isoformat())
    if found.state is EndorsementState.OVERDUE:
        change = sentence("findings", "补办签注手续后恢复使用功能。")
    findings = [
        finding("endorse_every_months", rules.endorse_every_months, True, fact),
        finding("endorsement_window", rules.endorsement_window, inside, fact, change),
    ]
    if found.years_from != issued or found.state is EndorsementState.OVERDUE:
        fact = sentence("findings", "居住年限自{day}起计算。").fill(day=found.years_from.isoformat())
        findings.append(finding("late_endorsement", rules.late_endorsement, True, fact))
    more = {
        "opens_on": found.opens_on.isoformat(),
        "due_on": found.due_on.isoformat(),
        "years_from": found.years_from.isoformat(),
        "full_years": found.full_years,
    }
    outcome, said, day = "open", sentence("outcomes", "可以签注"), found.due_on
    if found.state is EndorsementState.NOT_YET:
        outcome, said, day = "not_yet", sentence("outcomes", "未到期"), found.opens_on
    elif found.state is EndorsementState.OVERDUE:
        fact = sentence("findings", "逾期未签注，使用功能中止。")
        if not found.suspended:
            fact = sentence("findings", "逾期未签注，没有规定使用功能中止。")
        findings.append(
            finding("suspended_when_overdue", rules.suspended_when_overdue, not found.suspended, fact, change)
        )
        outcome, said = "overdue", sentence("outcomes", "逾期未签注")
        if found.suspended:
            outcome, said = "suspended", sentence("outcomes", "使用功能中止")
    return Verdict(outcome, said, tuple(findings), day, more=more)


def validity(case: Case) -> Verdict:
    """Give the last day of a permit that ends by itself."""
    issued, long = case.facts[ISSUED], case.facts.get(LONG, False)
    rules = case.policy.permit
    if not rules.validity_months.value:
        fact = sentence("findings", "居住证没有有效期。")
        none = finding("validity_months", rules.validity_months, True, fact)
        return Verdict("unlimited", sentence("outcomes", "没有期限"), (none,))
    code, rule = "validity_months", rules.validity_months
    if long:
        code, rule = "long_validity_months", rules.long_validity_months
        if not rule.value:
            fact = sentence("findings", "没有规定更长的有效期。")
            return Verdict("silent", _SILENT, (finding(code, rule, False, fact),))
    last = valid_until(issued, case.policy, long=long)
    fact = sentence("findings", "{issued}发证，有效期{months}个月，至{last}。").fill(
        issued=issued.isoformat(), months=rule.value, last=last
    )
    findings = [finding(code, rule, True, fact)]
    if long:
        fact = sentence("findings", "适用于：{cases}。").fill(cases="、".join(rules.long_validity_for.value))
        findings.append(finding("long_validity_for", rules.long_validity_for, True, fact))
    return Verdict("limited", sentence("outcomes", "有期限"), tuple(findings), last)


def renew(case: Case) -> Verdict:
    """Tell whether a permit that ends on a day may be renewed already."""
    last, rule = case.facts[LAST], case.policy.permit.renewal_window
    opens = renewal_opens(last, case.policy)
    if opens is None:
        fact = sentence("findings", "没有规定期满换证。")
        return Verdict("silent", _SILENT, (finding("renewal_window", rule, True, fact),))
    fact = sentence("findings", "有效期至{last}，{opens}起换证。").fill(
        last=last.isoformat(), opens=opens.isoformat()
    )
    judged = finding(
        "renewal_window",
        rule,
        opens <= case.on <= last,
        fact,
        sentence("findings", "{opens}起可以换证。").fill(opens=opens.isoformat())
        if case.on < opens
        else sentence("findings", "有效期已过，请重新申领。"),
    )
    if case.on < opens:
        return Verdict("not_yet", sentence("outcomes", "未到换证时间"), (judged,), opens)
    if case.on > last:
        return Verdict("expired", sentence("outcomes", "已过有效期"), (judged,), last)
    return Verdict("open", sentence("outcomes", "可以换证"), (judged,), last)


def cancel(case: Case) -> Verdict:
    """Tell whether a permit is cancelled for a reason."""
    reason, rule = case.facts[CANCEL_REASON], case.policy.permit.cancel_reasons
    met = reason in rule.value
    fact = sentence("findings", "注销原因：{reason}。").fill(reason=label(reason))
    judged = finding("cancel_reasons", rule, met, fact)
    if met:
        return Verdict("cancelled", sentence("outcomes", "应当注销"), (judged,))
    return Verdict("not_cancelled", sentence("outcomes", "不在注销情形内"), (judged,))


def fee(case: Case) -> Verdict:
    """Tell whether something is free of charge."""
    what = case.facts[PAYS_FOR]
    if case.policy.permits is None and what is not Paid.REGISTRATION:
        return _no_permits(case)
    free: Rule[bool] = case.policy.registration.free
    if what is not Paid.REGISTRATION:
        free = getattr(case.policy.permit, f"free_{what.value}")
    fact = sentence("findings", "{what}不收费。")
    if not free.value:
        fact = sentence("findings", "{what}收取工本费。")
    judged = finding("free", free, free.value, fact.fill(what=PAID[what]))
    if free.value:
        return Verdict("free", sentence("outcomes", "不收费"), (judged,))
    return Verdict("charged", sentence("outcomes", "收工本费"), (judged,))


_OF_OTHERS = (Step.LANDLORD, Step.EMPLOYER, Step.LANDLORD_LEAVE, Step.EMPLOYER_LEAVE)
_TODAY = Fact("day", "判断日", a_day)


def _no_permits(case: Case) -> Verdict:
    fact = sentence("findings", "当时当地没有规定居住证。")
    said = sentence("outcomes", "没有居住证")
    return Verdict("no_permits", said, (no_rule("no_permits", case.policy, fact),))


def _with_permits(judge: Callable[[Case], Verdict]) -> Callable[[Case], Verdict]:
    """Answer for a place and time without permits that there are none, whatever is asked."""
    return lambda case: _no_permits(case) if case.policy.permits is None else judge(case)


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
    Matter("permit", "申领居住证", _APPLICATION, _with_permits(apply)),
    Matter("materials", "申领材料", (GROUND, BORN, AGENT), _with_permits(materials)),
    Matter("deadline", "办理期限", (STEP, START, EXTENSION), deadline),
    Matter("endorsement", "签注", (ISSUED, ENDORSED), _with_permits(endorse)),
    Matter("validity", "有效期", (ISSUED, LONG), _with_permits(validity)),
    Matter("renewal", "期满换证", (LAST,), _with_permits(renew)),
    Matter("cancellation", "注销居住证", (CANCEL_REASON,), _with_permits(cancel)),
    Matter("fee", "收费", (PAYS_FOR,), fee),
)
