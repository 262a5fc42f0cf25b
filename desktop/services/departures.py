"""Leaving for good: registration and permit end together, in one case, with where to and since when."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.code_words import label
from desktop.domain.codes import CancelReason, CaseKind
from desktop.domain.errors import BadInput, NotPossible, Sentence, sentence
from desktop.domain.fields import Seen
from desktop.domain.move import assess_move
from desktop.domain.permit_life import OPEN, PermitState
from desktop.domain.registration import in_words
from desktop.domain.rights import Right
from desktop.domain.times import local_date
from desktop.domain.working_days import working_days_after
from desktop.services import (
    case_records,
    paper_records,
    people_records,
    permit_endings,
    permit_records,
    registration_records,
)
from desktop.services.in_turn import in_turn
from desktop.services.journal import Happening
from desktop.services.permit_endings import CardFate
from desktop.services.permit_pages import DepartureCheck, DepartureDone
from desktop.services.rights import needs

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.policy import Policy
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.permit_rows import PermitRow
    from desktop.services.rows import Actor

_REASONS = frozenset((CancelReason.LEFT, CancelReason.DEATH, CancelReason.LOCAL_HUKOU))


@dataclass(frozen=True, slots=True)
class DepartureForm(Seen):
    """Why, since when, and where to; `to_division` has 6 digits and is empty where nobody knows it.

    `to_place` is the rest of the address, `card` what became of the permit's card. Of the dead `left_on` is
    the day of death.
    """

    reason: CancelReason
    left_on: date
    to_division: str = ""
    to_place: str = ""
    card: CardFate = CardFate.RETURNED
    note: str = ""


class Departures:
    """Ends residence: leaving the county, death, and a hukou here; the law is read from the rule packs."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.END_PERMIT)
    def check(self, actor: Actor, person_id: int, form: DepartureForm) -> DepartureCheck:
        """Return what a departure would end and how late it is told; nothing is stored."""
        at = self._office.clock.now()
        policy = self._office.policies.in_force(actor.station.division, local_date(at))
        with self._office.database.faults():
            return self._check(self._office.database.link, actor, person_id, form, policy, at)

    @needs(Right.END_PERMIT)
    def leave(self, actor: Actor, request_id: str, person_id: int, form: DepartureForm) -> DepartureDone:
        """End registration and permit, durably, with the certificate that says both.

        Open applications and replacements are withdrawn with them. Late by the rules is written down and never
        refused; where the rules set no days, nothing is late. The same `request_id` again gives the same
        answer. Raises NotPossible where nothing is left to end, for a move within the county, and for a
        reason that the rules do not know; BadInput for a day that cannot be.
        """
        office = self._office
        at = office.clock.now()
        policy = office.policies.in_force(actor.station.division, local_date(at))

        def job(link: Link) -> DepartureDone:
            done = case_records.by_request(link, request_id)
            case_id = (
                self._take(link, actor, request_id, person_id, form, policy, at)
                if done is None
                else done.case_id
            )
            return self._done(link, actor, case_id)

        return in_turn(office, job)

    def _check(
        self,
        link: Link,
        actor: Actor,
        person_id: int,
        form: DepartureForm,
        policy: Policy,
        at: datetime,
    ) -> DepartureCheck:
        today = local_date(at)
        if people_records.by_id(link, person_id) is None:
            raise NotPossible(sentence("errors", "没有这个人的记录。"))
        if form.reason not in _REASONS:
            problem = sentence("permit", "注销原因是“{reason}”的，只注销居住证，居住登记不变。")
            raise NotPossible(problem.fill(reason=label(form.reason)))
        row = registration_records.open_of(link, person_id)
        permits = tuple(one for one in permit_records.of_person(link, person_id) if one.state in OPEN)
        if row is None and not permits:
            raise NotPossible(sentence("permit", "此人没有有效的居住登记和居住证，没有可以注销的。"))
        if permits:
            permit_endings.check_reason(form.reason, policy)
        if form.left_on > today:
            raise BadInput("left_on", sentence("errors", "日期不能晚于今天。"))
        if row is not None and form.left_on < row.registered_on:
            problem = sentence("errors", "日期不能早于居住登记之日（{on}）。")
            raise BadInput("left_on", problem.fill(on=row.registered_on.isoformat()))
        if form.reason is CancelReason.LEFT and form.to_division:
            old = row.division if row is not None else permits[0].division
            move = assess_move(old, form.to_division, form.left_on, today, policy, self._office.calendar)
            if move.within_county:
                raise NotPossible(
                    sentence("permit", "没有离开本县（市、区）：请办理居住变更登记，居住证随之变更地址。")
                )
        rule = policy.registration.leave_within
        due = rule.value.due(form.left_on, self._office.calendar) if rule.value else None
        late = working_days_after(due.on, today, self._office.calendar) if due else 0
        told: Sentence | None = None
        if rule.value is not None and due is not None and late:
            told = sentence("permit", "应当在{limit}内即{due}前申报，逾期{days}个工作日。").fill(
                limit=in_words(rule.value), due=due.on.isoformat(), days=late
            )
        return DepartureCheck(
            registration=registration_records.frozen(link, row, actor.station.name) if row else None,
            permits=permits,
            cases=permit_endings.cards_under_way(link, person_id),
            due_on=due.on if due else None,
            late_days=late,
            late=told,
            basis=rule.basis,
            policy=policy.version,
        )

    def _take(
        self,
        link: Link,
        actor: Actor,
        request_id: str,
        person_id: int,
        form: DepartureForm,
        policy: Policy,
        at: datetime,
    ) -> int:
        office, journal = self._office, self._journal
        people_records.wait_for(link, person_id)
        check = self._check(link, actor, person_id, form, policy, at)
        row = people_records.by_id(link, person_id)
        assert row is not None
        to = self._office.divisions.full_name(form.to_division) if form.to_division else ""
        left_to = f"{to}{form.to_place}"
        facts: dict[str, Any] = {
            "left_on": form.left_on.isoformat(),
            "to_division": form.to_division,
            "to_place": form.to_place,
            "card": form.card.value,
            "note": form.note,
            "due_on": check.due_on.isoformat() if check.due_on else "",
            "late_days": check.late_days,
            "registration_id": check.registration.registration_id if check.registration else None,
            "permit_ids": [permit.permit_id for permit in check.permits],
        }
        new = permit_endings.ending_case(CaseKind.DEPARTURE, request_id, form.reason, policy, facts)
        case = case_records.take(office, link, actor, people_records.KeptPerson(person_id, row.id), new, at)
        number = str(case.number)
        permit_endings.withdraw(office, journal, link, actor, person_id, at, number)
        permit_endings.end_permits(
            office, journal, link, actor, request_id, person_id, form.reason, form.card, case, at
        )
        residence = None
        if check.registration is not None:
            here = registration_records.open_of(link, person_id)
            registration_records.end_span(office, link, actor, here, form.left_on, form.reason.value, at)
            residence = (
                check.registration.written_address,
                check.registration.registered_on,
                form.left_on,
            )
        permit = _told(check.permits)
        document = permit_endings.certify(
            office,
            link,
            actor,
            case.number,
            case.case_id,
            people_records.person_row(row),
            form.reason,
            check.basis,
            permit,
            permit_endings.fate(permit, form.card) if permit else None,
            at,
            residence=residence,
            left_to=left_to,
            late=str(check.late or ""),
        )
        journal.write(
            link,
            Happening(
                actor,
                "leave_residence",
                at,
                person_id=person_id,
                person_row=row.id,
                case_number=number,
                paper_number=document.number,
                detail=f"{label(form.reason)}，{form.left_on.isoformat()}",
            ),
        )
        return case.case_id

    def _done(self, link: Link, actor: Actor, case_id: int) -> DepartureDone:
        case = case_records.find(link, case_id)
        facts = json.loads(case_records.facts_of(link, case_id)[0])
        spans = registration_records.of_person(link, case.person_id, actor.station.name)
        [paper] = paper_records.of_case(link, case_id)
        return DepartureDone(
            case=case,
            paper_id=paper.paper_id,
            registration=next(
                (one for one in spans if one.registration_id == facts["registration_id"]), None
            ),
            permits=tuple(permit_records.find(link, one) for one in facts["permit_ids"]),
            late_days=facts["late_days"],
        )


def _told(permits: tuple[PermitRow, ...]) -> PermitRow | None:
    """Return the permit that the certificate names: the one somebody has, before one just made."""
    had = [one for one in permits if one.state is not PermitState.PRODUCED]
    return next(iter((*had, *permits)), None)
