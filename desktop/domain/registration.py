"""Whether somebody must register a residence, by when, and how late it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.codes import LodgingKind, label
from desktop.domain.errors import Sentence, sentence
from desktop.domain.policy import DayUnit, Deadline, Finding, Policy, RegistrationPolicy, finding
from desktop.domain.working_days import Calendar, working_days_after


@dataclass(frozen=True, slots=True)
class RegistrationAssessment:
    """What the rules say of one residence. It never refuses: whoever need not register may.

    `voluntary` is everybody who is not obliged, for whom there is no due date. `days_late` counts working
    days after `due_on`.
    """

    in_scope: bool
    exempt: bool
    voluntary: bool
    due_on: date | None
    estimated: bool
    late: bool
    days_late: int
    findings: tuple[Finding, ...]


def assess_registration(
    arrived_on: date,
    reported_on: date,
    hukou_division: str,
    division: str,
    lodging: LodgingKind,
    policy: Policy,
    calendar: Calendar,
    *,
    intended_until: date | None = None,
) -> RegistrationAssessment:
    """Judge a residence in `division` (6 digits) reported on a day.

    `hukou_division` is empty for people without a mainland hukou, who come under other rules. A stay whose
    end is not known counts as long enough. Days of stay leave out the day of arrival (民法典 第二百零一条).
    """
    rules = policy.registration
    scope = _scope(hukou_division, division, rules)
    stay = _stay(arrived_on, intended_until, rules)
    lodged = _lodging(lodging, rules)
    in_scope = scope.met and stay.met
    exempt = not lodged.met
    findings = (scope, stay, lodged)
    if not in_scope or exempt:
        return RegistrationAssessment(in_scope, exempt, True, None, False, False, 0, findings)
    due = rules.report_within.value.due(arrived_on, calendar)
    late = reported_on > due.on
    days_late = working_days_after(due.on, reported_on, calendar)
    timely = finding(
        "report_within",
        rules.report_within,
        not late,
        _timing(late, days_late).fill(
            arrived=arrived_on.isoformat(),
            limit=_limit(rules.report_within.value),
            due=due.on.isoformat(),
            reported=reported_on.isoformat(),
            days=days_late,
        ),
        sentence("findings", "逾期照常登记，只记录逾期天数。"),
    )
    return RegistrationAssessment(
        True, False, False, due.on, due.estimated, late, days_late, (*findings, timely)
    )


def _scope(hukou_division: str, division: str, rules: RegistrationPolicy) -> Finding:
    if not hukou_division and rules.mainland_only.value:
        fact = sentence("findings", "没有内地常住户口，按国家有关规定登记，不适用本办法的期限。")
        return finding("mainland_only", rules.mainland_only, False, fact)
    met = rules.scope.value.covers(hukou_division, division)
    if met:
        fact = sentence("findings", "常住户口在{hukou}，居住在{division}，属于登记范围。")
    else:
        fact = sentence(
            "findings", "常住户口在{hukou}，居住在{division}，不属于登记范围；自愿登记的照常办理。"
        )
    return finding("scope", rules.scope, met, fact.fill(hukou=hukou_division, division=division))


def _stay(arrived_on: date, intended_until: date | None, rules: RegistrationPolicy) -> Finding:
    needed = rules.min_days.value
    if intended_until is None:
        fact = sentence("findings", "没有说明住到哪一天，按居住{needed}日以上对待。").fill(needed=needed)
        return finding("min_days", rules.min_days, True, fact)
    days = (intended_until - arrived_on).days
    fact = sentence("findings", "拟居住{days}日，规定为{needed}日以上。").fill(days=days, needed=needed)
    return finding("min_days", rules.min_days, days >= needed, fact)


def _lodging(lodging: LodgingKind, rules: RegistrationPolicy) -> Finding:
    exempt = lodging in rules.exempt_lodgings.value
    if exempt:
        fact = sentence("findings", "住所是{lodging}，可以不办理登记；自愿登记的应当办理。")
    else:
        fact = sentence("findings", "住所是{lodging}，不在可以不登记的范围内。")
    return finding("lodging", rules.exempt_lodgings, not exempt, fact.fill(lodging=label(lodging)))


def _timing(late: bool, days_late: int) -> Sentence:
    if not late:
        return sentence("findings", "{arrived}到达，应在{limit}内即{due}前登记，{reported}登记未逾期。")
    return sentence(
        "findings", "{arrived}到达，应在{limit}内即{due}前登记，{reported}登记逾期{days}个工作日。"
    )


def _limit(deadline: Deadline) -> Sentence:
    if deadline.unit is DayUnit.WORKING_DAYS:
        return sentence("findings", "{days}个工作日").fill(days=deadline.days)
    return sentence("findings", "{days}日").fill(days=deadline.days)
