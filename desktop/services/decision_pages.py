"""A case with everything that its decider looks at, read at one go."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from desktop.domain.case_life import DECIDED, CaseEvent, check_second_person, step
from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind, CaseState
from desktop.domain.errors import NotPossible, Sentence, sentence
from desktop.domain.times import CHINA
from desktop.models.prepared import Prepared
from desktop.models.tables import CaseFile
from desktop.services import (
    cards,
    case_records,
    decision_queue,
    paper_records,
    people_records,
    permit_records,
    registration_records,
)
from desktop.services.decision_rows import CasePage, FindingPair, FindingThen, MaterialRow
from desktop.services.judging import Judgement, judge
from desktop.services.person_versions import changes_between
from desktop.services.rows import ActionRow

if TYPE_CHECKING:
    from desktop.domain.policy import Policy
    from desktop.domain.rule import Finding
    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.rows import Actor, CaseRow, CaseStepRow

_TAKEN = Prepared(select(CaseFile.staff_id, CaseFile.person_row).where(CaseFile.id == bindparam("case")))

UNMET = sentence("case", "今天不符合条件，不能签发：{fact}（{basis}）")
MISSING = sentence("case", "还缺{missing}，不能签发，请退回补正。")
ELSEWHERE = sentence("case", "更正请在更正页面审核。")


def case_page(
    office: Office, link: Link, actor: Actor, case_id: int, policy: Policy, today: date
) -> CasePage:
    """Return a case's page; NotPossible when there is none."""
    case = case_records.find(link, case_id)
    taken = link.one(_TAKEN, case=case_id)
    assert taken is not None
    then = people_records.by_row(link, taken.person_row)
    now = people_records.by_id(link, case.person_id)
    assert then is not None
    assert now is not None
    person = people_records.person_row(now)
    steps = case_records.steps(link, case_id)
    facts: dict[str, Any] = json.loads(case_records.facts_of(link, case_id)[0])
    judged = judge(office, link, actor.station, case, person, policy, today, steps)
    left, estimated = decision_queue.days_left(case.due_on, today, office.calendar)
    return CasePage(
        case=case,
        accepted_by=case.clerk,
        accepted_at=case.accepted_at,
        days_left=left,
        estimated=estimated,
        person_then=people_records.person_row(then),
        person_now=person,
        differences=changes_between(then, now),
        hukou_place=office.divisions.full_name(person.hukou_division) + person.hukou_address,
        findings=_pairs(facts.get("findings", []), judged.findings),
        policy=policy.version,
        materials=tuple(
            MaterialRow(need, judged.states.get(need.code), need in judged.missing) for need in judged.needs
        ),
        photo=cards.photo_of(link, case),
        agent=facts.get("agent", {}),
        reason=facts.get("reason", ""),
        remark=facts.get("remark", ""),
        registrations=registration_records.of_person(link, case.person_id, actor.station.name),
        permits=permit_records.of_person(link, case.person_id),
        replaces=judged.replaces,
        earlier=tuple(one for one in case_records.of_person(link, case.person_id) if one.case_id != case_id),
        steps=steps,
        papers=paper_records.of_case(link, case_id),
        clean=judged.clean and case.kind is not CaseKind.CORRECTION,
        actions=_actions(actor, case, steps, judged),
        today=today,
    )


def takers(steps: tuple[CaseStepRow, ...]) -> frozenset[int]:
    """Return who took a case in, or handed it in again: none of them may decide it."""
    return frozenset(one.staff_id for one in steps if one.state is CaseState.ACCEPTED)


def check_decider(actor: Actor, steps: tuple[CaseStepRow, ...]) -> None:
    """Refuse somebody who took this case in."""
    for taker in takers(steps):
        check_second_person(taker, actor.staff_id)


def check_grantable(case: CaseRow, judged: Judgement) -> None:
    """Refuse to grant what does not meet the conditions today, with the article, or lacks a material."""
    if case.kind is CaseKind.CORRECTION:
        raise NotPossible(ELSEWHERE)
    if judged.unmet:
        first = judged.unmet[0]
        raise NotPossible(UNMET.fill(fact=first.fact, basis=first.basis))
    if judged.missing:
        raise NotPossible(MISSING.fill(missing="、".join(str(need.label) for need in judged.missing)))


def moved_on(case: CaseRow, steps: tuple[CaseStepRow, ...]) -> Sentence:
    """Say who took a case a step further, when, and where it stands."""
    last = next((one for one in reversed(steps) if one.state is case.state), steps[-1])
    told = sentence("case", "办件{number}已由{who}于{at}办理，现在是“{state}”，请重新打开。")
    return told.fill(
        number=case.case_number,
        who=last.staff_name,
        at=last.at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M"),
        state=label(case.state),
    )


def _actions(
    actor: Actor, case: CaseRow, steps: tuple[CaseStepRow, ...], judged: Judgement
) -> tuple[ActionRow, ...]:
    rows = []
    for name in (CaseEvent.GRANT, CaseEvent.DENY, CaseEvent.SEND_BACK, CaseEvent.SUBMIT_AGAIN):
        try:
            decided = case.kind in DECIDED and case.state is not CaseState.ACCEPTED and len(steps) > 1
            if decided and name in _DECISIONS:
                raise NotPossible(moved_on(case, steps))
            step(case.kind, case.state, name)
            if case.kind is CaseKind.CORRECTION:
                raise NotPossible(ELSEWHERE)
            if name in _DECISIONS:
                check_decider(actor, steps)
            if name is CaseEvent.GRANT:
                check_grantable(case, judged)
        except NotPossible as error:
            rows.append(ActionRow(name.value, False, error.message))
        else:
            rows.append(ActionRow(name.value, True))
    return tuple(rows)


_DECISIONS = frozenset((CaseEvent.GRANT, CaseEvent.DENY, CaseEvent.SEND_BACK))


def _pairs(then: list[dict[str, Any]], now: tuple[Finding, ...]) -> tuple[FindingPair, ...]:
    """Set each condition as it was beside what it is now, in the order of today's rules."""
    before = {
        one["code"]: FindingThen(one["code"], one["basis"], one["met"], one["fact"], one.get("change", ""))
        for one in then
    }
    pairs = [FindingPair(one.code, before.pop(one.code, None), one) for one in now]
    return (*pairs, *(FindingPair(code, one, None) for code, one in before.items()))
