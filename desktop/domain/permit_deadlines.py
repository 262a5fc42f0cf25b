"""By when a permit is decided, issued, extended, replaced, collected and changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.errors import BadInput, NotPossible, sentence
from desktop.domain.policy import PermitPolicy, Policy
from desktop.domain.rule import Deadline, Rule
from desktop.domain.working_days import Calendar, Due


class PermitStep(StrEnum):
    """The steps of a permit that a deadline is set for; each names the rule of the pack that sets it."""

    DECIDE = "decide_within"
    ISSUE = "issue_within"
    REPLACE = "replace_within"
    COLLECT = "collect_within"
    CHANGE = "change_within"
    APPLY = "apply_within"


@dataclass(frozen=True, slots=True)
class StepDue:
    """The last day of a step with its article; `due` is None where the law sets no deadline."""

    step: PermitStep
    due: Due | None
    basis: str
    verified: bool
    note: str


def step_due(step: PermitStep, start: date, policy: Policy, calendar: Calendar) -> StepDue:
    """Give the last day of a step that starts to run on a day: acceptance, production, the change."""
    rule = _rule(step, policy.permit)
    due = rule.value.due(start, calendar) if rule.value else None
    return StepDue(step, due, rule.basis, rule.verified, rule.note)


def promised_date(accepted_on: date, policy: Policy, calendar: Calendar) -> Due:
    """Give the last day on which a permit accepted on a day is to be issued."""
    return policy.permit.issue_within.value.due(accepted_on, calendar)


def extended_date(accepted_on: date, reason: str, policy: Policy, calendar: Calendar) -> Due:
    """Give the last day of issue when it is extended, which takes one of the pack's reasons.

    Raises NotPossible where the law allows no extension, BadInput without one of its reasons.
    """
    rules = policy.permit
    if rules.issue_at_most.value is None:
        raise NotPossible(sentence("findings", "当地没有规定可以延长办理期限。"))
    if reason not in rules.extension_reasons.value:
        problem = sentence("findings", "延长办理期限应当有理由：{reasons}。")
        raise BadInput("extension", problem.fill(reasons="、".join(rules.extension_reasons.value)))
    return rules.issue_at_most.value.due(accepted_on, calendar)


def _rule(step: PermitStep, rules: PermitPolicy) -> Rule[Deadline | None] | Rule[Deadline]:
    found: Rule[Deadline | None] | Rule[Deadline] = getattr(rules, step.value)
    return found
