"""Cancelling a permit, with its certificate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.domain.code_words import label
from desktop.domain.codes import CancelReason, CaseKind
from desktop.domain.errors import NotPossible, sentence
from desktop.domain.permit_life import OPEN, PermitEvent, why_not
from desktop.domain.rights import Right
from desktop.domain.times import local_date
from desktop.services import (
    case_records,
    paper_records,
    people_records,
    permit_endings,
    permit_records,
    registration_records,
)
from desktop.services.in_turn import in_turn
from desktop.services.permit_endings import CardFate
from desktop.services.permit_pages import PermitDone
from desktop.services.rights import needs

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.policy import Policy
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.permit_rows import PermitRow
    from desktop.services.rows import Actor

_WITH_RESIDENCE = frozenset((CancelReason.DEATH, CancelReason.LEFT, CancelReason.LOCAL_HUKOU))


class Cancellations:
    """Ends permits for the reasons that the rules know."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.END_PERMIT)
    def cancel(
        self,
        actor: Actor,
        request_id: str,
        permit_id: int,
        seen_version: int,
        reason: CancelReason,
        card: CardFate,
        note: str = "",
    ) -> PermitDone:
        """Cancel a permit, durably, with its certificate; an open replacement is withdrawn with it.

        Death, departure and a local hukou end the registration too and are taken as one with it, so they are
        refused here while somebody is registered. A reason that the rules do not know is refused with its
        article. Idempotent by `request_id`.
        """
        office = self._office
        at = office.clock.now()
        policy = self._policy(actor, at)

        def job(link: Link) -> PermitDone:
            done = case_records.by_request(link, request_id)
            if done is None:
                people_records.wait_for(link, permit_records.find(link, permit_id).person_id)
                permit = permit_records.find(link, permit_id)
                permit_records.check_seen(link, permit, seen_version)
                permit_endings.check_reason(reason, policy)
                if permit.state not in OPEN:
                    raise NotPossible(why_not(permit.state, PermitEvent.CANCEL))
                if reason in _WITH_RESIDENCE and registration_records.open_of(link, permit.person_id):
                    problem = sentence(
                        "permit", "注销原因是“{reason}”的，居住登记和居住证一并注销，请办理“离开居住地注销”。"
                    )
                    raise NotPossible(problem.fill(reason=label(reason)))
                case_id = self._cancel(link, actor, request_id, permit, reason, card, note, policy, at)
                done = case_records.find(link, case_id)
            paper = paper_records.of_case(link, done.case_id)[0]  # a denial may have come after it
            return PermitDone(permit_records.find(link, permit_id), done, paper.paper_id)

        return in_turn(office, job)

    def _cancel(
        self,
        link: Link,
        actor: Actor,
        request_id: str,
        permit: PermitRow,
        reason: CancelReason,
        card: CardFate,
        note: str,
        policy: Policy,
        at: datetime,
    ) -> int:
        office, journal = self._office, self._journal
        facts: dict[str, Any] = {"permit_id": permit.permit_id, "card": card.value, "note": note}
        new = permit_endings.ending_case(CaseKind.CANCELLATION, request_id, reason, policy, facts)
        case = case_records.take(office, link, actor, people_records.kept(link, permit.person_id), new, at)
        permit_endings.withdraw(office, journal, link, actor, permit.person_id, at, str(case.number))
        permit_endings.end_permits(
            office, journal, link, actor, request_id, permit.person_id, reason, card, case, at
        )
        permit_endings.certify(
            office,
            link,
            actor,
            case.number,
            case.case_id,
            people_records.person_row(people_records.by_id(link, permit.person_id)),
            reason,
            policy.permit.cancel_reasons.basis,
            permit,
            permit_endings.fate(permit, card),
            at,
        )
        return case.case_id

    def _policy(self, actor: Actor, at: datetime) -> Policy:
        return self._office.policies.in_force(actor.station.division, local_date(at))
