"""Applying for a residence permit (申领居住证): what it needs, and taking it, telling what is missing, or refusing."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind, CaseState, Ground, MaterialState
from desktop.domain.errors import NotPossible, Sentence, sentence
from desktop.domain.permit import (
    MaterialNeed,
    materials_for,
    missing_materials,
)
from desktop.domain.permit_deadlines import promised_date
from desktop.domain.rights import Right
from desktop.domain.times import age_on, local_date
from desktop.services import about_whom, case_records, paper_records, people_records
from desktop.services.application_checks import check_open, check_resumes, check_waits
from desktop.services.application_papers import application_paper
from desktop.services.application_rows import ApplicationDone, Checklist, ResumedApplication
from desktop.services.attachments import PHOTO, keep_photo, photo_of
from desktop.services.findings import kept
from desktop.services.in_turn import taking_turns
from desktop.services.journal import Happening
from desktop.services.judging import application_findings
from desktop.services.rights import needs, needs_here
from desktop.services.without_server import without_server

if TYPE_CHECKING:
    from desktop.domain.forms import AgentForm, ApplicationForm
    from desktop.domain.policy import Policy
    from desktop.domain.rule import Finding
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor, CaseRow, PersonRow


class Applications:
    """Takes applications for permits; the law is read from the rule packs."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.ACCEPT)
    def checklist(self, actor: Actor, person_id: int, ground: Ground, agent: AgentForm | None) -> Checklist:
        """Return every finding and material of an application made today; nothing is stored."""
        today = self._office.today()
        policy = self._policy(actor, today)
        with self._office.database.faults():
            person = self._person(self._office.database.link, person_id)
            findings = self._findings(self._office.database.link, actor, person, ground, agent, policy, today)
        due = promised_date(today, policy, self._office.calendar)
        return Checklist(
            findings=findings,
            materials=_needs(ground, agent, policy),
            promised_on=due.on,
            promised_estimated=due.estimated,
            agent_needed=_agent_needed(person, policy, today),
            policy=policy.version,
        )

    @needs_here(Right.ACCEPT)
    def resume(self, case_id: int) -> ResumedApplication:
        """Return an application that waits for materials, as it was left, photo and all."""
        with self._office.database.faults():
            link = self._office.database.link
            case = case_records.find(link, case_id)
            check_waits(case)
            written, _ = case_records.facts_of(link, case_id)
            photo = photo_of(link, case_id)
        facts = json.loads(written)
        return ResumedApplication(
            case=case,
            ground=facts["ground"],
            materials=dict(facts["materials"]),
            photo=photo,
            agent=dict(facts["agent"]),
            remark=facts["remark"],
        )

    @without_server("applications.accept", about_whom.of_person, about_whom.refusals_wait)
    @needs(Right.ACCEPT)
    @taking_turns
    def accept(
        self,
        actor: Actor,
        request_id: str,
        person_id: int,
        form: ApplicationForm,
        photo: bytes | None,
        *,
        resumes: int | None = None,
    ) -> ApplicationDone:
        """Take an application, durably, with its paper frozen in the same transaction.

        Not eligible: refused, with every finding that is not met and its clause. Something missing: told
        once, and the barcode on the notice resumes it. Otherwise accepted with a promised date. A photo
        said to be present counts only with its picture. A `resumes` case is closed and linked. The same
        `request_id` again gives the same answer. Raises NotPossible when an application of this person is
        open already, or when `resumes` is another person's case or one that waits for nothing.
        """
        office = self._office
        at = office.clock.now()
        today = local_date(at)
        policy = self._policy(actor, today)
        with office.database.write() as link:
            done = case_records.by_request(link, request_id)
            if done is not None:
                return self._done(link, done)
            people_records.wait_for(link, person_id)
            person = self._person(link, person_id)
            check_open(case_records.of_person(link, person_id), resumes)
            waits = case_records.find(link, resumes) if resumes is not None else None
            if waits is not None:
                check_resumes(waits, person_id)
            findings = self._findings(link, actor, person, form.ground, form.agent, policy, today)
            states = _states(form, photo)
            needs = _needs(form.ground, form.agent, policy)
            missing = missing_materials(needs, states)
            state = (
                CaseState.REFUSED
                if not all(finding.met for finding in findings)
                else CaseState.AWAITING_MATERIALS
                if missing
                else CaseState.ACCEPTED
            )
            due = promised_date(today, policy, office.calendar) if state is CaseState.ACCEPTED else None
            row = people_records.by_id(link, person_id)
            assert row is not None
            case = case_records.take(
                office,
                link,
                actor,
                people_records.KeptPerson(person_id, row.id),
                case_records.NewCase(
                    kind=CaseKind.PERMIT_APPLICATION,
                    state=state,
                    request_id=request_id,
                    summary=str(label(form.ground)),
                    policy=policy.version,
                    facts=_facts(form, states, findings),
                    due_on=due.on if due else None,
                    due_estimated=bool(due and due.estimated),
                    resumes_case_id=resumes,
                ),
                at,
            )
            if waits is not None:
                note, seen = str(case.number), waits.version
                case_records.move_on(
                    office, link, actor, waits.case_id, CaseState.RESUMED, at, note, seen=seen
                )
            if photo:
                keep_photo(office, link, actor, case.case_id, photo, at)
            document = application_paper(
                actor, case.number, person, form, states, needs, missing, findings, due, policy, at
            )
            paper_records.freeze(office, link, actor, document, at, case_id=case.case_id, person_id=person_id)
            self._journal.write(
                link,
                Happening(
                    actor,
                    f"permit_{state.value}",
                    at,
                    person_id=person_id,
                    person_row=row.id,
                    case_number=str(case.number),
                    paper_number=document.number,
                    detail=str(label(form.ground)),
                ),
            )
            return self._done(link, case_records.find(link, case.case_id))

    def _done(self, link: Link, case: CaseRow) -> ApplicationDone:
        paper, *_ = paper_records.of_case(link, case.case_id)  # a decision may have added another
        return ApplicationDone(case, paper.paper_id)

    def _policy(self, actor: Actor, today: date) -> Policy:
        return self._office.policies.in_force(actor.station.division, today)

    def _person(self, link: Link, person_id: int) -> PersonRow:
        row = people_records.by_id(link, person_id)
        if row is None:
            raise NotPossible(sentence("errors", "没有这个人的记录。"))
        return people_records.person_row(row)

    def _findings(
        self,
        link: Link,
        actor: Actor,
        person: PersonRow,
        ground: Ground,
        agent: AgentForm | None,
        policy: Policy,
        today: date,
    ) -> tuple[Finding, ...]:
        return application_findings(
            self._office,
            link,
            actor.station,
            person,
            ground,
            agent.relation if agent else None,
            agent.reason if agent else None,
            policy,
            today,
        )


def _needs(ground: Ground, agent: AgentForm | None, policy: Policy) -> tuple[MaterialNeed, ...]:
    return materials_for(ground, agent=agent is not None, policy=policy)


def _age(person: PersonRow, today: date) -> int:
    return age_on(person.birth_date, today) if person.birth_date else 0


def _agent_needed(person: PersonRow, policy: Policy, today: date) -> Sentence | None:
    limit = policy.permit.agent_under_age.value
    if _age(person, today) >= limit:
        return None
    return sentence("advice", "申领人未满{limit}周岁，可以由监护人、近亲属代为申领。").fill(limit=limit)


def _states(form: ApplicationForm, photo: bytes | None) -> dict[str, MaterialState]:
    states = dict(form.materials)
    if photo:
        states[PHOTO] = MaterialState.PRESENT
    elif states.get(PHOTO) is not MaterialState.SHARED:
        states[PHOTO] = MaterialState.MISSING
    return states


def _facts(
    form: ApplicationForm, states: dict[str, MaterialState], findings: tuple[Finding, ...]
) -> dict[str, Any]:
    agent = form.agent
    return {
        "ground": form.ground.value,
        "materials": {code: state.value for code, state in states.items()},
        "agent": {}
        if agent is None
        else {
            "agent_name": agent.name,
            "agent_id_number": agent.id_number,
            "agent_relation": agent.relation.value,
            "agent_phone": agent.phone,
            "agent_reason": agent.reason.value,
        },
        "remark": form.remark,
        "findings": kept(findings),
    }
