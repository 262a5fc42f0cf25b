"""Matters of a permit that has been issued: endorsement, validity, renewal, its end, and what is paid for."""

from __future__ import annotations

from enum import StrEnum

from desktop.domain.code_words import label
from desktop.domain.codes import CancelReason
from desktop.domain.endorsement import EndorsementState, endorsement_standing, renewal_opens, valid_until
from desktop.domain.errors import sentence
from desktop.domain.rule import Rule, finding
from desktop.policies.cases import SILENT, TODAY, Case, Matter, Verdict, in_order, no_permits, with_permits
from desktop.policies.facts import Fact, a_day, code_of, days, one_of, yes_or_no


class Paid(StrEnum):
    """What a fee is asked for."""

    REGISTRATION = "registration"
    FIRST_ISSUE = "first_issue"
    ENDORSEMENT = "endorsement"
    REPLACEMENT = "replacement"


PAID = {
    Paid.REGISTRATION: "居住登记",
    Paid.FIRST_ISSUE: "首次申领",
    Paid.ENDORSEMENT: "签注",
    Paid.REPLACEMENT: "换领补领",
}

ISSUED = Fact("issued_on", "发证", a_day)
ENDORSED = Fact("endorsed_on", "已签注", days)
LONG = Fact("long", "长期", yes_or_no)
LAST = Fact("valid_until", "有效期至", a_day)
CANCEL_REASON = Fact("cancel_reason", "注销原因", code_of(CancelReason))
PAYS_FOR = Fact("fee_for", "收费事项", one_of(PAID))


def endorse(case: Case) -> Verdict:
    """Give the standing of a permit between two endorsements."""
    issued, endorsed = case.facts[ISSUED], case.facts.get(ENDORSED, ())
    in_order(ISSUED, issued, TODAY, case.on)
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
            return Verdict("silent", SILENT, (finding(code, rule, False, fact),))
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
        return Verdict("silent", SILENT, (finding("renewal_window", rule, True, fact),))
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
        return no_permits(case)
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


MATTERS = (
    Matter("endorsement", "签注", (ISSUED, ENDORSED), with_permits(endorse)),
    Matter("validity", "有效期", (ISSUED, LONG), with_permits(validity)),
    Matter("renewal", "期满换证", (LAST,), with_permits(renew)),
    Matter("cancellation", "注销居住证", (CANCEL_REASON,), with_permits(cancel)),
    Matter("fee", "收费", (PAYS_FOR,), fee),
)
