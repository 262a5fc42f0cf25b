"""Whether somebody must register a residence, by when, and how late it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.domain.code_words import label
from desktop.domain.codes import LodgingKind
from desktop.domain.errors import Sentence, sentence
from desktop.domain.policy import Policy, RegistrationPolicy
from desktop.domain.rule import DayUnit, Deadline, Finding, Rule, finding
from desktop.domain.times import add_months
from desktop.domain.working_days import Calendar, Due, working_days_after


@dataclass(frozen=True, slots=True)
class Commute:
    """Work in another county by somebody who lives at home: the county (6 digits), and since when."""

    division: str
    since: date


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
    commute: Commute | None = None,
) -> RegistrationAssessment:
    """Judge a residence in `division` (6 digits) reported on a day.

    `hukou_division` is empty for people without a mainland hukou, who come under other rules. A stay whose
    end is not known counts as long enough. Days of stay leave out the day of arrival (民法典 第二百零一条).
    Where the pack gives a long stay its own time to report, that one is taken. Whoever lives at home and
    commutes is judged by the work instead, and is outside where the pack registers no commuters.
    """
    rules = policy.registration
    if commute is not None and hukou_division:
        return _assess_commuter(commute, reported_on, hukou_division, policy, calendar)
    scope = _scope(hukou_division, division, policy)
    stay = _stay(arrived_on, intended_until, rules)
    lodged = _lodging(lodging, rules)
    in_scope = scope.met and stay.met
    exempt = not lodged.met
    findings = (scope, stay, lodged)
    if not in_scope or exempt:
        return RegistrationAssessment(in_scope, exempt, True, None, False, False, 0, findings)
    rule, limit = _report_rule(arrived_on, intended_until, rules)
    timely = _report(arrived_on, sentence("findings", "{day}到达"), reported_on, rule, limit, calendar)
    return timely.assessment(findings)


@dataclass(frozen=True, slots=True)
class _Report:
    due: Due
    days_late: int
    late: bool
    finding: Finding

    def assessment(self, findings: tuple[Finding, ...]) -> RegistrationAssessment:
        return RegistrationAssessment(
            in_scope=True,
            exempt=False,
            voluntary=False,
            due_on=self.due.on,
            estimated=self.due.estimated,
            late=self.late,
            days_late=self.days_late,
            findings=(*findings, self.finding),
        )


def _report_rule(
    arrived_on: date, intended_until: date | None, rules: RegistrationPolicy
) -> tuple[Rule[Any], Deadline]:
    """Give the rule that says by when, and its deadline: a long stay may have its own."""
    needed, long = rules.long_stay_days.value, rules.long_stay_report_within
    stays = intended_until is None or (intended_until - arrived_on).days >= needed
    if needed and stays and long.value is not None:
        return long, long.value
    return rules.report_within, rules.report_within.value


def _report(
    start: date,
    started: Sentence,
    reported_on: date,
    rule: Rule[Any],
    limit: Deadline,
    calendar: Calendar,
) -> _Report:
    due = limit.due(start, calendar)
    late = reported_on > due.on
    days_late = working_days_after(due.on, reported_on, calendar)
    fact = _timing(late).fill(
        started=started.fill(day=start.isoformat()),
        limit=in_words(limit),
        due=due.on.isoformat(),
        reported=reported_on.isoformat(),
        days=days_late,
    )
    change = sentence("findings", "逾期照常登记，只记录逾期天数。")
    return _Report(due, days_late, late, finding("report_within", rule, not late, fact, change))


def _assess_commuter(
    commute: Commute, reported_on: date, hukou_division: str, policy: Policy, calendar: Calendar
) -> RegistrationAssessment:
    """Judge by the months of work elsewhere; the time to report runs from the day they are full."""
    rules = policy.registration
    scope = _work_scope(hukou_division, commute.division, policy)
    months = rules.commuter_months.value
    if not months:
        fact = sentence("findings", "往返工作而不在这里居住，当地没有规定登记；自愿登记的照常办理。")
        outside = finding("commuter_months", rules.commuter_months, False, fact)
        return RegistrationAssessment(False, False, True, None, False, False, 0, (scope, outside))
    full = add_months(commute.since, months)
    fact = sentence("findings", "{since}起往返工作，满{months}个月为{full}。").fill(
        since=commute.since.isoformat(), months=months, full=full.isoformat()
    )
    change = sentence("findings", "{full}起应当登记。").fill(full=full.isoformat())
    worked = finding("commuter_months", rules.commuter_months, reported_on >= full, fact, change)
    if not (scope.met and worked.met):
        return RegistrationAssessment(False, False, True, None, False, False, 0, (scope, worked))
    started = sentence("findings", "{day}往返工作满期")
    rule = rules.report_within
    return _report(full, started, reported_on, rule, rule.value, calendar).assessment((scope, worked))


def _scope(hukou_division: str, division: str, policy: Policy) -> Finding:
    rules = policy.registration
    if not hukou_division and rules.mainland_only.value:
        fact = sentence("findings", "没有内地常住户口，按国家有关规定登记，不适用本办法的期限。")
        return finding("mainland_only", rules.mainland_only, False, fact)
    met = rules.scope.value.covers(hukou_division, division, policy.zones)
    if met:
        fact = sentence("findings", "常住户口在{hukou}，居住在{division}，属于登记范围。")
    else:
        fact = sentence(
            "findings", "常住户口在{hukou}，居住在{division}，不属于登记范围；自愿登记的照常办理。"
        )
    return finding("scope", rules.scope, met, fact.fill(hukou=hukou_division, division=division))


def _work_scope(hukou_division: str, division: str, policy: Policy) -> Finding:
    rule = policy.registration.scope
    fact = sentence("findings", "常住户口在{hukou}，工作在{division}。")
    fact = fact.fill(hukou=hukou_division, division=division)
    return finding("scope", rule, rule.value.covers(hukou_division, division, policy.zones), fact)


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


def _timing(late: bool) -> Sentence:
    if not late:
        return sentence("findings", "{started}，应在{limit}内即{due}前登记，{reported}登记未逾期。")
    return sentence("findings", "{started}，应在{limit}内即{due}前登记，{reported}登记逾期{days}个工作日。")


def in_words(deadline: Deadline) -> Sentence:
    """Say a deadline: so many working days, or days, or the same day."""
    if not deadline.days:
        return sentence("findings", "当日")
    if deadline.unit is DayUnit.WORKING_DAYS:
        return sentence("findings", "{days}个工作日").fill(days=deadline.days)
    return sentence("findings", "{days}日").fill(days=deadline.days)
