"""The yearly endorsement of a permit: what it takes today, and its taking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind, CaseState, Ground, MaterialState, PaperKind
from desktop.domain.endorsement import EndorsementState
from desktop.domain.endorsement_check import EndorsementFacts, assess_endorsement, proof_need, proof_rule
from desktop.domain.errors import NotPossible, Sentence, sentence
from desktop.domain.masking import mask_id
from desktop.domain.permit_life import LIVE, PermitEvent, PermitState, why_not
from desktop.domain.rights import Right
from desktop.domain.times import local_date
from desktop.services import (
    case_records,
    paper_records,
    people_records,
    permit_records,
    permit_standing,
    registration_records,
)
from desktop.services.findings import kept
from desktop.services.in_turn import in_turn
from desktop.services.journal import Happening
from desktop.services.permit_pages import EndorsementCheck, PermitDone
from desktop.services.permit_suspension import suspend
from desktop.services.rights import needs

if TYPE_CHECKING:
    from datetime import date, datetime

    from desktop.domain.case_numbers import CaseNumber
    from desktop.domain.policy import Policy
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.permit_rows import PermitRow
    from desktop.services.rows import Actor
    from printing.documents import EndorsementSlip


class Endorsements:
    """Endorses permits; the law is read from the rule packs."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.ENDORSE)
    def endorsement(
        self, actor: Actor, permit_id: int, ground: Ground, proof: MaterialState
    ) -> EndorsementCheck:
        """Return every finding of an endorsement made today and the dates it leads to; nothing is stored.

        Raises NotPossible for a permit that cannot be endorsed at all in its state.
        """
        today = self._office.today()
        policy = self._office.policies.in_force(actor.station.division, today)
        with self._office.database.faults():
            link = self._office.database.link
            permit = permit_records.find(link, permit_id)
            return self._check(link, permit, ground, proof, policy, today)

    @needs(Right.ENDORSE)
    def endorse(
        self,
        actor: Actor,
        request_id: str,
        permit_id: int,
        seen_version: int,
        ground: Ground,
        proof: MaterialState,
        remark: str = "",
    ) -> PermitDone:
        """Endorse a permit, durably, with its slip frozen in the same transaction.

        In time the permit stays valid; late, it is restored, and the rules say since when its years count.
        The same `request_id` again gives the same answer. Raises NotPossible before the window opens (with the
        day), without a residence here or without proof, in a state that forbids it, or when somebody else
        changed the permit after `seen_version`.
        """
        office = self._office
        at = office.clock.now()
        today = local_date(at)
        policy = office.policies.in_force(actor.station.division, today)

        def job(link: Link) -> PermitDone:
            done = case_records.by_request(link, request_id)
            if done is None:
                people_records.wait_for(link, permit_records.find(link, permit_id).person_id)
                permit = permit_records.find(link, permit_id)
                permit_records.check_seen(link, permit, seen_version)
                check = self._check(link, permit, ground, proof, policy, today)
                _refuse_unmet(check)
                case_id = self._endorse(link, actor, request_id, check, policy, ground, proof, remark, at)
                done = case_records.find(link, case_id)
            [paper] = paper_records.of_case(link, done.case_id)
            return PermitDone(permit_records.find(link, permit_id), done, paper.paper_id)

        return in_turn(office, job)

    def _check(
        self,
        link: Link,
        permit: PermitRow,
        ground: Ground,
        proof: MaterialState,
        policy: Policy,
        today: date,
    ) -> EndorsementCheck:
        if permit.state not in LIVE:
            raise NotPossible(why_not(permit.state, PermitEvent.ENDORSE))
        standing = permit_standing.legal_standing(link, permit, policy, today)
        here = registration_records.open_of(link, permit.person_id)
        facts = EndorsementFacts(here.registered_on if here else None, ground, proof)
        findings = assess_endorsement(facts, standing, policy, today)
        after = permit_standing.after_endorsement(link, permit, policy, today)
        return EndorsementCheck(
            permit=permit,
            findings=findings,
            late=bool(standing and standing.state is EndorsementState.OVERDUE),
            years_from=after.years_from if after else permit.years_from,
            next_opens_on=after.opens_on if after else None,
            next_due_on=after.due_on if after else None,
            full_years=after.full_years if after else 0,
            policy=policy.version,
            need=proof_need(ground, policy),
        )

    def _endorse(
        self,
        link: Link,
        actor: Actor,
        request_id: str,
        check: EndorsementCheck,
        policy: Policy,
        ground: Ground,
        proof: MaterialState,
        remark: str,
        at: datetime,
    ) -> int:
        office, permit = self._office, check.permit
        today = local_date(at)
        row = people_records.by_id(link, permit.person_id)
        assert row is not None
        facts = {
            "permit_id": permit.permit_id,
            "ground": ground.value,
            "proof": proof.value,
            "late": check.late,
            "remark": remark,
            "findings": kept(check.findings),
        }
        case = case_records.take(
            office,
            link,
            actor,
            people_records.kept(link, permit.person_id),
            case_records.NewCase(
                kind=CaseKind.ENDORSEMENT,
                state=CaseState.COMPLETED,
                request_id=request_id,
                summary=permit.permit_number,
                policy=policy.version,
                facts=facts,
            ),
            at,
        )
        if check.late and permit.state is PermitState.VALID and policy.permit.suspended_when_overdue.value:
            permit = suspend(  # nobody began this day
                office, self._journal, link, actor, request_id, permit, at
            )
        restored = permit.state is PermitState.SUSPENDED
        permit_records.happen(
            office,
            link,
            actor,
            request_id,
            permit,
            PermitEvent.RESTORE if restored else PermitEvent.ENDORSE,
            at,
            case_id=case.case_id,
            note=str(label(ground)),
            ground=ground.value,
            endorsed_on=today,
            years_from=check.years_from,
            opens_on=check.next_opens_on,
            due_on=check.next_due_on,
            policy=policy.version,
        )
        document = _slip(actor, case.number, row, check, policy, ground, proof, restored, at)
        paper_records.freeze(
            office, link, actor, document, at, case_id=case.case_id, person_id=permit.person_id
        )
        self._journal.write(
            link,
            Happening(
                actor,
                "restore_permit" if restored else "endorse_permit",
                at,
                person_id=permit.person_id,
                person_row=row.id,
                case_number=str(case.number),
                paper_number=document.number,
                detail=f"{permit.permit_number}，{label(ground)}",
            ),
        )
        return case.case_id


def _refuse_unmet(check: EndorsementCheck) -> None:
    unmet = next((one for one in check.findings if not one.met), None)
    if unmet is not None:
        problem = sentence("permit", "不能签注：{fact}{change}（{basis}）")
        raise NotPossible(problem.fill(fact=unmet.fact, change=unmet.change or "", basis=unmet.basis))


def _slip(
    actor: Actor,
    number: CaseNumber,
    person: object,
    check: EndorsementCheck,
    policy: Policy,
    ground: Ground,
    proof: MaterialState,
    restored: bool,
    at: datetime,
) -> EndorsementSlip:
    from printing.documents import EndorsementSlip

    rule = proof_rule(ground, policy)
    rules = policy.permit
    stands_on = rules.late_endorsement if restored else rules.endorsement_window
    row = people_records.person_row(person)
    free: Sentence = sentence("paper", "签注不收取费用。")
    return EndorsementSlip(
        **paper_records.standing(actor, number, PaperKind.ENDORSEMENT_SLIP, at),
        name=row.name,
        id_kind=str(label(row.id_kind)),
        masked_id=mask_id(row.id_number),
        permit_number=check.permit.permit_number,
        permit_serial=check.permit.serial,
        residence_address=check.permit.address,
        ground=str(label(ground)),
        proof=f"{rule.value.label}（{label(proof)}）",
        endorsed_on=local_date(at),
        restored=restored,
        years_from=check.years_from,
        full_years=check.full_years,
        next_opens_on=check.next_opens_on,
        next_due_on=check.next_due_on,
        basis=stands_on.basis,
        notes=(str(free),) if policy.permit.free_endorsement.value else (),
    )
