"""Replacing a permit that is damaged, lost, or says what is no longer so: a new card for an old one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind, CaseState, Ground, MaterialState, PaperKind
from desktop.domain.errors import BadInput, NotPossible, Sentence, sentence
from desktop.domain.masking import mask_id, mask_phone
from desktop.domain.permit import missing_materials
from desktop.domain.permit_life import LIVE, PermitEvent, PermitState, why_not
from desktop.domain.replacement import ReplacementKind, replaced_by_when, replacement_materials
from desktop.domain.rights import Right
from desktop.domain.times import local_date
from desktop.services import (
    cards,
    case_records,
    paper_records,
    people_records,
    permit_records,
    registration_records,
)
from desktop.services.attachments import keep_photo
from desktop.services.in_turn import in_turn
from desktop.services.journal import Happening
from desktop.services.material_words import received
from desktop.services.permit_facts import NOT_REGISTERED, open_replacement, under_way
from desktop.services.permit_pages import PermitDone, ReplacementCheck
from desktop.services.permit_trail import happened
from desktop.services.rights import needs, needs_here

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from desktop.domain.case_numbers import CaseNumber
    from desktop.domain.policy import Policy
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.permit_rows import PermitRow
    from desktop.services.rows import Actor, PersonRow
    from printing.documents import AcceptanceReceipt

PHOTO = "photo"
_REASON = (2, 200)  # characters of a reason


class Replacements:
    """Takes applications for a new card; the law is read from the rule packs."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs_here(Right.LOOK_UP)
    def photo(self, permit_id: int) -> bytes | None:
        """Return the photo handed in for a permit, else the person's newest; None where there is none."""
        with self._office.database.faults():
            link = self._office.database.link
            permit = permit_records.find(link, permit_id)
            return cards.photo_of(link, case_records.find(link, permit.case_id))

    @needs(Right.ACCEPT)
    def replacement(self, actor: Actor, permit_id: int, kind: ReplacementKind) -> ReplacementCheck:
        """Return what a replacement of this kind takes today, by when, for what fee; nothing is stored."""
        at = self._office.clock.now()
        with self._office.database.faults():
            link = self._office.database.link
            return self._check(link, permit_records.find(link, permit_id), kind, self._policy(actor, at), at)

    @needs(Right.ACCEPT)
    def replace(
        self,
        actor: Actor,
        request_id: str,
        permit_id: int,
        seen_version: int,
        kind: ReplacementKind,
        photo: bytes | None,
        materials: Mapping[str, MaterialState],
        reason: str,
    ) -> PermitDone:
        """Accept a replacement, durably, with its receipt frozen in the same transaction.

        A lost permit is declared lost at once; a damaged one, or one whose content changed, is good until the
        new one is handed over. A photo said to be present counts only with its picture. One replacement a
        permit is open at a time. Idempotent by `request_id`; NotPossible with what is missing otherwise.
        """
        office = self._office
        at = office.clock.now()
        policy = self._policy(actor, at)
        reason = _worded("reason", reason)

        def job(link: Link) -> PermitDone:
            done = case_records.by_request(link, request_id)
            if done is None:
                people_records.wait_for(link, permit_records.find(link, permit_id).person_id)
                permit = permit_records.find(link, permit_id)
                permit_records.check_seen(link, permit, seen_version)
                check = self._check(link, permit, kind, policy, at)
                if check.why_not is not None:
                    raise NotPossible(check.why_not)
                states = dict(materials)
                if photo:
                    states[PHOTO] = MaterialState.PRESENT
                elif states.get(PHOTO) is not MaterialState.SHARED:
                    states[PHOTO] = MaterialState.MISSING
                missing = missing_materials(check.materials, states)
                if missing:
                    problem = sentence("permit", "还缺：{missing}。")
                    raise NotPossible(problem.fill(missing="、".join(str(one.label) for one in missing)))
                case_id = self._take(link, actor, request_id, check, kind, photo, states, reason, policy, at)
                done = case_records.find(link, case_id)
            paper = paper_records.of_case(link, done.case_id)[0]  # a denial may have come after it
            return PermitDone(permit_records.find(link, permit_id), done, paper.paper_id, (_fee(policy),))

        return in_turn(office, job)

    def _check(
        self, link: Link, permit: PermitRow, kind: ReplacementKind, policy: Policy, at: datetime
    ) -> ReplacementCheck:
        due, basis = replaced_by_when(local_date(at), policy, self._office.calendar)
        return ReplacementCheck(
            permit=permit,
            materials=replacement_materials(kind, policy),
            due_on=due.on,
            due_estimated=due.estimated,
            basis=basis,
            fee=_fee(policy),
            policy=policy.version,
            why_not=_why_not_replaced(link, permit, kind),
        )

    def _take(
        self,
        link: Link,
        actor: Actor,
        request_id: str,
        check: ReplacementCheck,
        kind: ReplacementKind,
        photo: bytes | None,
        states: dict[str, MaterialState],
        reason: str,
        policy: Policy,
        at: datetime,
    ) -> int:
        office, permit = self._office, check.permit
        case = case_records.take(
            office,
            link,
            actor,
            people_records.kept(link, permit.person_id),
            case_records.NewCase(
                kind=CaseKind(kind.value),
                state=CaseState.ACCEPTED,
                request_id=request_id,
                summary=reason,
                policy=policy.version,
                facts={
                    "replaces_id": permit.permit_id,
                    "ground": permit.ground,
                    "materials": {code: state.value for code, state in states.items()},
                    "reason": reason,
                    "agent": {},
                    "remark": "",
                    "findings": [],
                },
                due_on=check.due_on,
                due_estimated=check.due_estimated,
            ),
            at,
        )
        if photo:
            keep_photo(office, link, actor, case.case_id, photo, at)
        if kind is ReplacementKind.LOST and permit.state in LIVE:
            happened(
                office,
                self._journal,
                link,
                actor,
                request_id,
                permit,
                PermitEvent.DECLARE_LOST,
                "declare_permit_lost",
                reason,
                at,
                case.case_id,
            )
        person = people_records.person_row(people_records.by_id(link, permit.person_id))
        document = _receipt(actor, case.number, person, check, kind, states, policy, at)
        paper_records.freeze(
            office, link, actor, document, at, case_id=case.case_id, person_id=person.person_id
        )
        self._journal.write(
            link,
            Happening(
                actor,
                "replacement_accepted",
                at,
                person_id=person.person_id,
                case_number=str(case.number),
                paper_number=document.number,
                detail=f"{label(CaseKind(kind.value))}，{permit.permit_number}，{reason}",
            ),
        )
        return case.case_id

    def _policy(self, actor: Actor, at: datetime) -> Policy:
        return self._office.policies.in_force(actor.station.division, local_date(at))


def _worded(field: str, text: str) -> str:
    """Return a reason without needless blanks; BadInput where it says nothing or too much."""
    words = " ".join(text.split())
    least, most = _REASON
    if not least <= len(words) <= most:
        raise BadInput(
            field, sentence("errors", "请填写原因（{least}至{most}个字）。").fill(least=least, most=most)
        )
    return words


def _why_not_replaced(link: Link, permit: PermitRow, kind: ReplacementKind) -> Sentence | None:
    lost = permit.state is PermitState.LOST
    if permit.state not in LIVE and not lost:
        return why_not(permit.state, PermitEvent.REPLACE)
    if lost and kind is not ReplacementKind.LOST:
        return sentence("permit", "这张居住证已经挂失：办理补领，或者先撤销挂失。")
    pending = open_replacement(link, permit.person_id)
    if pending is not None:
        return under_way(pending)
    if registration_records.open_of(link, permit.person_id) is None:
        return NOT_REGISTERED
    return None


def _fee(policy: Policy) -> Sentence:
    rule = policy.permit.free_replacement
    if rule.value:
        return sentence("paper", "换领、补领居住证不收取费用。")
    return sentence("paper", "换领、补领居住证应当缴纳证件工本费（{basis}）。").fill(basis=rule.basis)


def _receipt(
    actor: Actor,
    number: CaseNumber,
    person: PersonRow,
    check: ReplacementCheck,
    kind: ReplacementKind,
    states: Mapping[str, MaterialState],
    policy: Policy,
    at: datetime,
) -> AcceptanceReceipt:
    from printing.documents import AcceptanceReceipt

    return AcceptanceReceipt(
        **paper_records.standing(actor, number, PaperKind.ACCEPTANCE_RECEIPT, at),
        name=person.name,
        id_kind=str(label(person.id_kind)),
        masked_id=mask_id(person.id_number),
        matter=str(label(CaseKind(kind.value))),
        ground=str(label(Ground(check.permit.ground))),
        materials=received(check.materials, states),
        accepted_on=local_date(at),
        promised_on=check.due_on,
        promised_estimated=check.due_estimated,
        promised_basis=check.basis,
        notes=(str(_fee(policy)),),
        masked_phone=mask_phone(person.phone) if person.phone else "",
    )
