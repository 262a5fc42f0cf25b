"""Matters of living here: registration, moves, staffing, entitlements."""

from __future__ import annotations

from desktop.domain.code_words import label
from desktop.domain.codes import Holding, LodgingKind
from desktop.domain.errors import BadInput, sentence
from desktop.domain.move import assess_move
from desktop.domain.policy import Policy
from desktop.domain.registration import Commute, assess_registration
from desktop.domain.rule import Finding, finding
from desktop.domain.staffing import staff_for
from desktop.policies.cases import Case, Matter, Verdict, by, in_order, no_rule
from desktop.policies.facts import (
    Fact,
    a_day,
    code_of,
    count,
    county,
    county_or_none,
    words,
)

HUKOU = Fact("hukou_division", "常住户口", county_or_none, empty="")
DIVISION = Fact("division", "居住地", county)
ARRIVED = Fact("arrived_on", "到达", a_day)
REPORTED = Fact("reported_on", "申报", a_day)
LODGING = Fact("lodging", "住所", code_of(LodgingKind))
UNTIL = Fact("intended_until", "拟住至", a_day)
COMMUTES_TO = Fact("commutes_to", "工作地", county)
COMMUTES_SINCE = Fact("commutes_since", "工作起", a_day)
FROM = Fact("from_division", "原居住地", county)
TO = Fact("to_division", "现居住地", county)
MOVED = Fact("moved_on", "搬迁", a_day)
RESIDENTS = Fact("residents", "人数", count)
HOLDING = Fact("holding", "持有", code_of(Holding))
ITEM = Fact("item", "项目", words)


def register(case: Case) -> Verdict:
    """Judge whether and by when somebody registers; whoever commutes lives where the hukou is."""
    facts = case.facts
    hukou = facts[HUKOU]
    home, commute = case.division, None
    if COMMUTES_TO in facts or COMMUTES_SINCE in facts:
        commute = Commute(facts[COMMUTES_TO], facts[COMMUTES_SINCE])
        home = hukou or home
    arrived = facts.get(ARRIVED, commute.since) if commute else facts[ARRIVED]
    reported, until = facts.get(REPORTED, case.on), facts.get(UNTIL, None)
    in_order(ARRIVED, arrived, REPORTED, reported)
    in_order(ARRIVED, arrived, UNTIL, until)
    found = assess_registration(
        arrived,
        reported,
        hukou,
        facts.get(DIVISION, home),
        facts.get(LODGING, LodgingKind.RENTED),
        case.policy,
        case.calendar,
        intended_until=until,
        commute=commute,
    )
    more = {"days_late": found.days_late, "voluntary": found.voluntary}
    if found.voluntary:
        outcome, said = "out_of_scope", sentence("outcomes", "不属登记范围")
        if found.in_scope:
            outcome, said = "exempt", sentence("outcomes", "可以不登记")
        return Verdict(outcome, said, (*found.findings, _volunteers(case.policy)), more=more)
    outcome, said = "due", sentence("outcomes", "应当登记，未逾期")
    if found.late:
        outcome, said = "late", sentence("outcomes", "应当登记，逾期{days}个工作日")
    return Verdict(
        outcome, said.fill(days=found.days_late), found.findings, found.due_on, found.estimated, more
    )


def move(case: Case) -> Verdict:
    """Judge how a move counts, and by when it is reported."""
    facts = case.facts
    moved, reported = facts[MOVED], facts.get(REPORTED, case.on)
    in_order(MOVED, moved, REPORTED, reported)
    old = facts.get(FROM, case.division)
    found = assess_move(old, facts[TO], moved, reported, case.policy, case.calendar)
    if found.within_county:
        outcome, said = "within_county", sentence("outcomes", "县内变更")
        if found.late:
            said = sentence("outcomes", "县内变更，逾期{days}个工作日")
    else:
        outcome, said = "left", sentence("outcomes", "迁出")
        if found.late:
            said = sentence("outcomes", "迁出，逾期{days}个工作日")
    verdict = by(found.due, outcome, said.fill(days=found.days_late), found.findings)
    return Verdict(
        outcome, verdict.words, found.findings, verdict.on, verdict.estimated, {"days_late": found.days_late}
    )


def staff(case: Case) -> Verdict:
    """Count the staff for so many newcomers."""
    residents = case.facts[RESIDENTS]
    if case.policy.staffing is None:
        said = sentence("outcomes", "没有规定")
        fact = sentence("findings", "没有规定协管员、管理员的配备标准。")
        return Verdict("silent", said, (no_rule("staffing", case.policy, fact),))
    found = staff_for(residents, case.policy)
    outcome = "full_time" if found.full_time_at_most else "part_time"
    return Verdict(outcome, found.words, found.findings)


def entitlement(case: Case) -> Verdict:
    """Tell whether the holder of a paper is entitled to one of the listed things."""
    holding, item = case.facts[HOLDING], case.facts[ITEM]
    no = sentence("outcomes", "不享有")
    rule = dict(case.policy.entitlements).get(item)
    if rule is None:
        known = {key for pack in case.book.packs for key in pack.rules["entitlements"]}
        if item not in known:
            problem = sentence("policies", "没有“{item}”这个项目，可以是：{known}。")
            raise BadInput(ITEM.key, problem.fill(item=item, known="、".join(sorted(known))))
        fact = sentence("findings", "当时当地没有列入“{item}”。").fill(item=item)
        return Verdict("not_entitled", no, (no_rule(f"entitlements.{item}", case.policy, fact),))
    met = holding in rule.value.holders
    fact = sentence("findings", "持有{holding}，享有“{label}”。")
    if not met:
        fact = sentence("findings", "持有{holding}，不享有“{label}”。")
    change = sentence("findings", "持有{holdings}的享有。").fill(
        holdings="、".join(str(label(each)) for each in sorted(rule.value.holders))
    )
    fact = fact.fill(holding=label(holding), label=rule.value.label)
    judged = finding(f"entitlements.{item}", rule, met, fact, change)
    if met:
        return Verdict("entitled", sentence("outcomes", "享有"), (judged,))
    return Verdict("not_entitled", no, (judged,))


def _volunteers(policy: Policy) -> Finding:
    rule = policy.registration.volunteers_served
    fact = sentence("findings", "自愿登记的照常办理。")
    if not rule.value:
        fact = sentence("findings", "没有规定自愿登记。")
    return finding("volunteers_served", rule, rule.value, fact)


MATTERS = (
    Matter(
        "registration",
        "居住登记",
        (HUKOU, DIVISION, ARRIVED, REPORTED, LODGING, UNTIL, COMMUTES_TO, COMMUTES_SINCE),
        register,
    ),
    Matter("move", "居住变更", (FROM, TO, MOVED, REPORTED), move),
    Matter("staffing", "人员配备", (RESIDENTS,), staff),
    Matter("entitlement", "权益", (HOLDING, ITEM), entitlement),
)
