"""Issued permits: finding one by its number, its page, its yearly endorsement, and what falls due."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.domain.codes import CaseKind, CaseState, Ground, MaterialState, PaperKind, label
from desktop.domain.endorsement import EndorsementState
from desktop.domain.endorsement_check import EndorsementFacts, assess_endorsement, proof_need, proof_rule
from desktop.domain.errors import BadInput, CounterError, NotPossible, Sentence, sentence
from desktop.domain.id_numbers import read_id_number
from desktop.domain.masking import mask_id
from desktop.domain.permit_life import LIVE, PermitEvent, PermitState, why_not
from desktop.domain.times import local_date
from desktop.services import (
    case_records,
    paper_records,
    people_records,
    permit_due,
    permit_records,
    permit_standing,
    registration_records,
)
from desktop.services.in_turn import in_turn
from desktop.services.journal import Happening
from desktop.services.permit_facts import events, open_replacement, to_replace
from desktop.services.permit_pages import DueKind, DuePage, EndorsementCheck, PermitDone, PermitPage
from desktop.services.permit_suspension import suspend

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.case_numbers import CaseNumber
    from desktop.domain.policy import Policy
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.permit_rows import PermitRow
    from desktop.services.rows import Actor
    from printing.documents import EndorsementSlip

PERMIT_NUMBER = "31"
_ROUND = 200  # permits suspended in one transaction, so that nobody waits for the lock


class Permits:
    """Shows permits, endorses them, and suspends by the rule those that are overdue."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    def find(self, actor: Actor, code: str) -> PermitRow:
        """Return the permit that a scan means: its own number, its case or receipt, or a person's ID number.

        Of a person it is the permit held, or else the newest. Raises NotPossible or BadInput with what the code
        is instead; the look is written down.
        """
        digits = "".join(code.split())
        with self._office.database.faults():
            found = self._meant(self._office.database.link, digits)
        at = self._office.clock.now()
        self._journal.note(
            Happening(
                actor, "look_up", at, person_id=found.person_id, detail=f"查到居住证{found.permit_number}"
            )
        )
        return found

    def page(self, actor: Actor, permit_id: int, matter: str = "") -> PermitPage:
        """Return everything a permit's page shows, and write down that it was looked at."""
        office, today = self._office, self._office.today()
        policy = office.policies.in_force(actor.station.division, today)
        with office.database.faults():
            link = office.database.link
            permit = permit_records.find(link, permit_id)
            row = people_records.by_id(link, permit.person_id)
            assert row is not None
            here = registration_records.open_of(link, permit.person_id)
            standing = permit_standing.standing(link, permit, policy, office.calendar, today)
            steps = permit_records.steps(link, permit_id)
            pending = open_replacement(link, permit.person_id)
            page = PermitPage(
                permit=permit,
                person=people_records.person_row(row),
                registration=registration_records.frozen(link, here, actor.station.name) if here else None,
                standing=standing,
                events=events(permit, standing, here.written_address if here else None, pending),
                versions=permit_records.versions(link, permit_id),
                steps=steps,
                chain=_chain(link, permit),
                open_replacement=pending,
                to_replace=to_replace(steps),
            )
        at = office.clock.now()
        self._journal.note(
            Happening(
                actor,
                "view_permit",
                at,
                person_id=permit.person_id,
                matter=matter,
                detail=permit.permit_number,
            )
        )
        return page

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
                permit = permit_records.find(link, permit_id)
                permit_records.check_seen(link, permit, seen_version)
                check = self._check(link, permit, ground, proof, policy, today)
                _refuse_unmet(check)
                case_id = self._endorse(link, actor, request_id, check, policy, ground, proof, remark, at)
                done = case_records.find(link, case_id)
            [paper] = paper_records.of_case(link, done.case_id)
            return PermitDone(permit_records.find(link, permit_id), done, paper.paper_id)

        return in_turn(office, job)

    def suspend_overdue(self, actor: Actor, on: date) -> int:
        """Suspend the use of every valid permit whose last day has passed, and return how many there were.

        Called at the start of a day; again the same day, or at two counters at once, it suspends nothing
        twice. Where the rules suspend nothing, nothing happens (居住证暂行条例 第十条第三款).
        """
        office = self._office
        policy = office.policies.in_force(actor.station.division, on)
        if policy.permits is None or not policy.permits.suspended_when_overdue.value:
            return 0
        suspended, after = 0, (date.min, 0)
        while True:
            at = office.clock.now()
            with office.database.write() as link:
                rows = permit_due.late(link, on, after, _ROUND)
                for row in rows:
                    permit = permit_records.permit_row(row)
                    suspended += self._suspend(link, actor, permit, policy, on, at)
            if len(rows) < _ROUND:
                return suspended
            after = (rows[-1].due_on, rows[-1].id)

    def due(
        self,
        kind: DueKind,
        on: date,
        within: timedelta = timedelta(days=7),
        after: tuple[date, int] | None = None,
        limit: int = 100,
    ) -> DuePage:
        """Return a page of the permits whose endorsement opens `within` a time, is open, or is overdue."""
        with self._office.database.faults():
            link = self._office.database.link
            return permit_due.page(link, self._office.calendar, kind, on, within, after, limit)

    def due_counts(self, on: date, within: timedelta = timedelta(days=7)) -> dict[DueKind, int]:
        """Return how many permits each list of endorsements holds."""
        with self._office.database.faults():
            return permit_due.counts(self._office.database.link, on, within)

    def _meant(self, link: Link, digits: str) -> PermitRow:
        if digits.isascii() and digits.isdigit() and len(digits) in (22, 24):
            permit = permit_records.by_number(link, digits) if digits.startswith(PERMIT_NUMBER) else None
            if permit is None:
                case = case_records.by_number(link, digits[-22:])
                permit = permit_records.of_case(link, case.case_id) if case else None
                if case is not None and permit is None:
                    problem = sentence("permit", "办件{number}（{kind}，{state}）没有对应的居住证。")
                    raise NotPossible(
                        problem.fill(number=case.case_number, kind=label(case.kind), state=label(case.state))
                    )
            if permit is None:
                raise NotPossible(_NOT_OURS.fill(number=digits))
            return permit
        try:
            number = read_id_number(digits, None, today=self._office.today())
        except CounterError as error:
            problem = sentence("permit", "这不是居住证编号、受理号，也不是证件号码：{why}")
            raise BadInput("code", problem.fill(why=error.message)) from error
        person = people_records.by_number(link, number.kind, number.number)
        if person is None:
            raise NotPossible(sentence("permit", "没有这个证件号码的记录，请先办理居住登记。"))
        permits = permit_records.of_person(link, person.person_id)
        if not permits:
            raise NotPossible(sentence("permit", "{name}还没有居住证。").fill(name=person.name))
        return next((one for one in permits if one.state in LIVE), permits[0])

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
            "findings": [
                {"code": one.code, "basis": one.basis, "met": one.met, "fact": str(one.fact)}
                for one in check.findings
            ],
        }
        case = case_records.take(
            office,
            link,
            actor,
            people_records.KeptPerson(permit.person_id, row.id),
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

    def _suspend(
        self, link: Link, actor: Actor, permit: PermitRow, policy: Policy, on: date, at: datetime
    ) -> int:
        standing = permit_standing.legal_standing(link, permit, policy, on)
        if standing is None or not standing.suspended:
            return 0
        request = uuid.uuid5(uuid.NAMESPACE_OID, f"suspend:{permit.permit_id}:{permit.due_on}")
        try:
            suspend(self._office, self._journal, link, actor, str(request), permit, at)
        except NotPossible:  # another counter was quicker
            return 0
        return 1


_NOT_OURS = sentence("errors", "没有号码{number}的记录，可能是其他派出所的单据。")


def _refuse_unmet(check: EndorsementCheck) -> None:
    unmet = next((one for one in check.findings if not one.met), None)
    if unmet is not None:
        problem = sentence("permit", "不能签注：{fact}{change}（{basis}）")
        raise NotPossible(problem.fill(fact=unmet.fact, change=unmet.change or "", basis=unmet.basis))


def _chain(link: Link, permit: PermitRow) -> tuple[PermitRow, ...]:
    """Return every card of the line a permit stands in, oldest first."""
    cards = [permit]
    while cards[0].replaces_id is not None:
        cards.insert(0, permit_records.find(link, cards[0].replaces_id))
    while cards[-1].replaced_by is not None:
        cards.append(permit_records.find(link, cards[-1].replaced_by))
    return tuple(cards)


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
        basis=policy.permit.endorsement_window.basis,
        notes=(str(free),) if policy.permit.free_endorsement.value else (),
    )
