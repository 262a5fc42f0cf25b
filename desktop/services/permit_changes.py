"""Changes of an issued permit that make no new card: its address, its loss, its being found again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.codes import CaseKind, CaseState
from desktop.domain.errors import NotPossible, sentence
from desktop.domain.permit_life import PermitEvent, step
from desktop.domain.rights import Right
from desktop.domain.times import local_date
from desktop.services import (
    case_records,
    people_records,
    permit_following,
    permit_records,
    registration_records,
)
from desktop.services.in_turn import in_turn
from desktop.services.permit_facts import NOT_REGISTERED, found_too_late, open_replacement
from desktop.services.permit_pages import PermitDone
from desktop.services.permit_suspension import suspend_if_overdue
from desktop.services.permit_trail import happened
from desktop.services.rights import needs

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.policy import Policy
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor


class PermitChanges:
    """Takes what changes a permit in its holder's hands."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.CHANGE_PERMIT)
    def change_address(self, actor: Actor, request_id: str, permit_id: int, seen_version: int) -> PermitDone:
        """Bring a permit to the address that is registered now; its years go on.

        A move within the county does so by itself, in the move's own transaction; this is for a permit that
        could not follow then, since it was lost or not handed over yet. Idempotent by `request_id`.
        """
        office = self._office
        at = office.clock.now()

        def job(link: Link) -> PermitDone:
            people_records.wait_for(link, permit_records.find(link, permit_id).person_id)
            done = case_records.by_request(link, request_id)
            permit = permit_records.find(link, permit_id)
            if done is not None:
                return PermitDone(permit, done)
            permit_records.check_seen(link, permit, seen_version)
            step(permit.state, PermitEvent.CHANGE_ADDRESS)
            here = registration_records.open_of(link, permit.person_id)
            if here is None:
                raise NotPossible(NOT_REGISTERED)
            if here.written_address == permit.address:
                raise NotPossible(
                    sentence("permit", "登记的居住地址与居住证一致；搬迁的先办理居住变更登记。")
                )
            case = case_records.take(
                office,
                link,
                actor,
                people_records.kept(link, permit.person_id),
                case_records.NewCase(
                    kind=CaseKind.ADDRESS_CHANGE,
                    state=CaseState.COMPLETED,
                    request_id=request_id,
                    summary=here.written_address,
                    policy=self._policy(actor, at).version,
                    facts={"permit_id": permit_id, "from": permit.address, "to": here.written_address},
                ),
                at,
            )
            permit = permit_following.follow(
                office, self._journal, link, actor, request_id, permit, here, case, at
            )
            return PermitDone(permit, case_records.find(link, case.case_id))

        return in_turn(office, job)

    @needs(Right.CHANGE_PERMIT)
    def declare_lost(
        self, actor: Actor, request_id: str, permit_id: int, seen_version: int, note: str = ""
    ) -> PermitDone:
        """Write down that a permit is lost: it is of no use to whoever finds it. Idempotent by `request_id`."""
        return self._event(
            actor,
            request_id,
            permit_id,
            seen_version,
            PermitEvent.DECLARE_LOST,
            "declare_permit_lost",
            note,
        )

    @needs(Right.CHANGE_PERMIT)
    def found_again(
        self, actor: Actor, request_id: str, permit_id: int, seen_version: int, note: str = ""
    ) -> PermitDone:
        """Take up a lost permit again; suspended at once where its endorsement fell due meanwhile.

        NotPossible while a replacement is being made for it. Idempotent by `request_id`.
        """
        return self._event(actor, request_id, permit_id, seen_version, PermitEvent.FIND, "find_permit", note)

    def _event(
        self,
        actor: Actor,
        request_id: str,
        permit_id: int,
        seen_version: int,
        event: PermitEvent,
        action: str,
        note: str,
    ) -> PermitDone:
        office = self._office
        at = office.clock.now()
        note = " ".join(note.split())

        def job(link: Link) -> PermitDone:
            people_records.wait_for(link, permit_records.find(link, permit_id).person_id)
            permit = permit_records.find(link, permit_id)
            if permit_records.done_before(link, request_id, event) == permit_id:
                return PermitDone(permit)
            permit_records.check_seen(link, permit, seen_version)
            step(permit.state, event)
            if event is PermitEvent.FIND and (pending := open_replacement(link, permit.person_id)):
                raise NotPossible(found_too_late(pending))
            permit = happened(office, self._journal, link, actor, request_id, permit, event, action, note, at)
            if event is PermitEvent.FIND:
                permit = suspend_if_overdue(
                    office, self._journal, link, actor, request_id, permit, self._policy(actor, at), at
                )
            return PermitDone(permit)

        return in_turn(office, job)

    def _policy(self, actor: Actor, at: datetime) -> Policy:
        return self._office.policies.in_force(actor.station.division, local_date(at))
