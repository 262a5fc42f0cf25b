"""What a move means: a change of the registration within the county, or the end of it here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from desktop.domain.errors import Sentence, sentence
from desktop.domain.policy import Policy
from desktop.domain.registration import RegistrationAssessment, in_words
from desktop.domain.rule import Deadline, Finding, Rule, finding
from desktop.domain.scope import Scope
from desktop.domain.working_days import Calendar, Due, working_days_after


@dataclass(frozen=True, slots=True)
class MoveAssessment:
    """How a move counts. Out of the county, registration and permit here end and the new place registers.

    `due` is the last day for reporting it here, None where the law sets none. `days_late` are working days.
    """

    within_county: bool
    due: Due | None
    late: bool
    days_late: int
    findings: tuple[Finding, ...]


def assess_move(
    old_division: str,
    new_division: str,
    moved_on: date,
    reported_on: date,
    policy: Policy,
    calendar: Calendar,
) -> MoveAssessment:
    """Judge a move from `old_division` to `new_division` (6 digits) by the rules of the old place.

    A development zone is the counties it lies in, so a move into one within its county is a change. Where
    only another city or county is elsewhere, a move between districts of a city is a change too (公通字
    〔2021〕12号 第七十一条: 在居住地市、县范围内变更住址). Counties that count as one for people at home
    there do not for newcomers.
    """
    rules = policy.registration
    within = not Scope(rules.scope.value.kind).covers(old_division, new_division, policy.zones)
    rule = rules.change_within if within else rules.leave_within
    where = _where(rule, within, old_division, new_division)
    limit = rule.value
    if limit is None:
        return MoveAssessment(within, None, False, 0, (where,))
    due = limit.due(moved_on, calendar)
    days = working_days_after(due.on, reported_on, calendar)
    fact = sentence("findings", "{moved}搬迁，应在{limit}内即{due}前申报，{reported}申报未逾期。")
    if days:
        fact = sentence(
            "findings", "{moved}搬迁，应在{limit}内即{due}前申报，{reported}申报逾期{days}个工作日。"
        )
    timely = finding(
        "change_within" if within else "leave_within",
        rule,
        days == 0,
        fact.fill(
            moved=moved_on.isoformat(),
            limit=in_words(limit),
            due=due.on.isoformat(),
            reported=reported_on.isoformat(),
            days=days,
        ),
        sentence("findings", "逾期照常办理，只记录逾期天数。"),
    )
    return MoveAssessment(within, due, days > 0, days, (where, timely))


def with_move(found: RegistrationAssessment, move: MoveAssessment) -> RegistrationAssessment:
    """Give the assessment of the new residence with what the move means for it.

    Within the county it is a change: its own deadline stands in the place of the newcomer's.
    """
    if not move.within_county:
        return replace(found, findings=(*found.findings, *move.findings))
    kept = tuple(one for one in found.findings if one.code != "report_within")
    return replace(
        found,
        due_on=move.due.on if move.due else None,
        estimated=bool(move.due and move.due.estimated),
        late=move.late,
        days_late=move.days_late,
        findings=(*kept, *move.findings),
    )


def _where(rule: Rule[Deadline | None], within: bool, old: str, new: str) -> Finding:
    fact: Sentence = sentence("findings", "在{division}内搬迁，办理居住变更登记，居住证办理地址变更。")
    if within and old != new:
        fact = sentence(
            "findings",
            "从{from_division}搬到{division}，没有离开本市、县，办理居住变更登记，居住证办理地址变更。",
        )
    if not within:
        fact = sentence(
            "findings", "从{from_division}迁到{division}，这里的登记注销，居住证交回，到新居住地登记。"
        )
    return finding("move", rule, True, fact.fill(from_division=old, division=new))
