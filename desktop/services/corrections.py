"""Corrections of what is known of a person: proposed by one, approved by another, nothing overwritten."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.domain.case_life import CaseEvent, step
from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind, CaseState
from desktop.domain.errors import NotPossible, Sentence, sentence
from desktop.domain.rights import Right
from desktop.domain.times import local_date
from desktop.services import case_records, correction_effects, correction_looks, people_records
from desktop.services.correction_pages import (
    CorrectionEffect,
    CorrectionForm,
    CorrectionPage,
    PersonVersionRow,
    SupersededRow,
)
from desktop.services.correction_reading import (
    NO_CHANGE,
    NOBODY,
    check_none_waits,
    corrected,
    still_true,
    summary,
    worded,
)
from desktop.services.decision_pages import check_decider, moved_on
from desktop.services.in_turn import in_turn
from desktop.services.journal import Happening
from desktop.services.permit_pages import Change, CorrectionRow
from desktop.services.person_versions import changes_between, history, superseded
from desktop.services.rights import needs, needs_here

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor, CaseRow

_ANOTHER_KIND = sentence("case", "办件{number}是{kind}，不是登记内容更正。")


class Corrections:
    """Takes, approves and refuses corrections; a person's versions, and papers that have been superseded."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.ACCEPT)
    def form(self, actor: Actor, person_id: int) -> CorrectionForm:
        """Return what a correction begins with, and write down that the person was looked at for it."""
        office = self._office
        with office.database.faults():
            found = correction_looks.form(office, office.database.link, person_id)
        at, matter = office.clock.now(), str(label(CaseKind.CORRECTION))
        self._journal.note(Happening(actor, "view_person", at, person_id=person_id, matter=matter))
        return found

    @needs_here(Right.ACCEPT)
    def effect(self, person_id: int, changes: Mapping[str, str]) -> CorrectionEffect:
        """Say what a correction that is being typed would mean; nothing is stored.

        `changes` are the new values as typed, by the fields of the person's form; those that say what is
        known already are passed over.
        """
        office = self._office
        with office.database.faults():
            return correction_looks.effect(office.database.link, person_id, changes, office.today())

    @needs(Right.ACCEPT)
    def propose(
        self,
        actor: Actor,
        request_id: str,
        person_id: int,
        seen_version: int,
        changes: Mapping[str, str],
        reason: str,
        evidence: str,
    ) -> CorrectionRow:
        """Take a correction, which changes nothing until another person approves it.

        `changes` are the new values by the fields of the person's form, `seen_version` the version of the
        person that they were read against. Idempotent by `request_id`. Raises BadInput for a value that
        breaks its field's rule, NotPossible when nothing would change, when the number is somebody else's,
        or when a correction of this person waits for approval.
        """
        office = self._office
        at = office.clock.now()
        reason, evidence = worded("reason", reason), worded("evidence", evidence)

        def job(link: Link) -> CorrectionRow:
            done = case_records.by_request(link, request_id)
            if done is not None:
                return self._row(link, done)
            people_records.wait_for(link, person_id)
            row = people_records.by_id(link, person_id)
            if row is None:
                raise NotPossible(NOBODY)
            if row.version != seen_version:
                raise NotPossible(sentence("permit", "此人的登记内容刚刚有了变动，请重新打开后再提出更正。"))
            check_none_waits(link, person_id)
            values = corrected(link, row, changes, local_date(at))
            told = changes_between(row, values)
            if not told:
                raise NotPossible(NO_CHANGE)
            case = case_records.take(
                office,
                link,
                actor,
                people_records.KeptPerson(person_id, row.id),
                case_records.NewCase(
                    kind=CaseKind.CORRECTION,
                    state=CaseState.ACCEPTED,
                    request_id=request_id,
                    summary=summary(told),
                    policy=self._policy(actor, at),
                    facts={
                        "changes": [{"field": one.field, "old": one.old, "new": one.new} for one in told],
                        "reason": reason,
                        "evidence": evidence,
                        "version": row.version,
                        "findings": [],
                    },
                ),
                at,
            )
            self._journal.write(
                link,
                Happening(
                    actor,
                    "propose_correction",
                    at,
                    person_id=person_id,
                    person_row=row.id,
                    case_number=str(case.number),
                    detail=f"{summary(told)}；{reason}",
                ),
            )
            return self._row(link, case_records.find(link, case.case_id))

        return in_turn(office, job)

    @needs_here(Right.ACCEPT)
    def correction(self, case_id: int) -> CorrectionRow:
        """Return a correction as it was proposed; NotPossible for a case of another kind."""
        with self._office.database.faults():
            link = self._office.database.link
            return self._row(link, case_records.find(link, case_id))

    @needs(Right.DECIDE, Right.ACCEPT)
    def page(self, actor: Actor, case_id: int) -> CorrectionPage:
        """Return everything about a correction for whoever decides it, and write down that it was looked at."""
        office = self._office
        at = office.clock.now()
        with office.database.faults():
            link = office.database.link
            found = correction_looks.page(
                office, link, actor, self._row(link, case_records.find(link, case_id)), local_date(at)
            )
        case = found.correction.case
        self._journal.note(
            Happening(actor, "view_case", at, person_id=case.person_id, case_number=case.case_number)
        )
        return found

    @needs(Right.DECIDE)
    def approve(self, actor: Actor, request_id: str, case_id: int, seen_version: int) -> CorrectionRow:
        """Approve a correction and put it into the record, in one transaction.

        A new version of the person begins; what was printed before stays as it was. Where the face of a permit
        in somebody's hands says otherwise now, the permit is marked as to be replaced, and the notes say so.
        Raises NotPossible for whoever proposed it, for those who may not decide, when somebody took the case
        further since `seen_version` (who and when), and when the fields have changed since. The same
        `request_id` again gives the same answer.
        """
        office = self._office
        at = office.clock.now()

        def job(link: Link) -> CorrectionRow:
            case, done = self._opened(link, actor, request_id, case_id, seen_version)
            if done:
                return self._row(link, case)
            granted = step(case.kind, case.state, CaseEvent.GRANT)
            step(case.kind, granted, CaseEvent.APPLY_CORRECTION)
            found = self._row(link, case)
            row = people_records.by_id(link, case.person_id)
            assert row is not None
            values = still_true(link, row, found.changes, local_date(at))
            kept = people_records.store(office, link, actor, row, values, at)
            case_records.move_on(
                office, link, actor, case_id, granted, at, seen=case.version, request_id=request_id
            )
            case_records.move_on(office, link, actor, case_id, CaseState.COMPLETED, at)
            notes = correction_effects.mark(office, link, actor, case, found.changes, kept.row, at)
            self._journal.write(
                link,
                Happening(
                    actor,
                    "approve_correction",
                    at,
                    person_id=case.person_id,
                    person_row=kept.row,
                    case_number=case.case_number,
                    detail=summary(found.changes),
                ),
            )
            return self._row(link, case_records.find(link, case_id), notes)

        return in_turn(office, job, one_moment=True)

    @needs(Right.DECIDE)
    def refuse(
        self, actor: Actor, request_id: str, case_id: int, seen_version: int, reason: str
    ) -> CorrectionRow:
        """Refuse a correction with a reason; otherwise as `approve`."""
        office = self._office
        at = office.clock.now()
        reason = worded("reason", reason)

        def job(link: Link) -> CorrectionRow:
            case, done = self._opened(link, actor, request_id, case_id, seen_version)
            if done:
                return self._row(link, case)
            to = step(case.kind, case.state, CaseEvent.DENY)
            case_records.move_on(
                office, link, actor, case_id, to, at, reason, seen=case.version, request_id=request_id
            )
            self._journal.write(
                link,
                Happening(
                    actor,
                    "deny_correction",
                    at,
                    person_id=case.person_id,
                    case_number=case.case_number,
                    detail=reason,
                ),
            )
            return self._row(link, case_records.find(link, case_id))

        return in_turn(office, job, one_moment=True)

    @needs_here(Right.LOOK_UP)
    def history(self, person_id: int) -> tuple[PersonVersionRow, ...]:
        """Return what was known of a person, by whom and from when, oldest first."""
        with self._office.database.faults():
            return history(self._office.database.link, person_id)

    @needs_here(Right.LOOK_UP)
    def superseded(self, paper_id: int) -> SupersededRow:
        """Return what a printed paper says of its person that is no longer so; NotPossible without the paper."""
        with self._office.database.faults():
            return superseded(self._office.database.link, paper_id)

    def _row(self, link: Link, case: CaseRow, notes: tuple[Sentence, ...] = ()) -> CorrectionRow:
        if case.kind is not CaseKind.CORRECTION:
            raise NotPossible(_ANOTHER_KIND.fill(number=case.case_number, kind=label(case.kind)))
        facts = json.loads(case_records.facts_of(link, case.case_id)[0])
        changes = tuple(Change(one["field"], one["old"], one["new"]) for one in facts["changes"])
        return CorrectionRow(case, changes, facts["reason"], facts["evidence"], notes)

    def _opened(
        self, link: Link, actor: Actor, request_id: str, case_id: int, seen_version: int
    ) -> tuple[CaseRow, bool]:
        """Return a correction to decide, and whether this request decided it already."""
        case = case_records.find(link, case_id)
        if case.kind is not CaseKind.CORRECTION:
            raise NotPossible(_ANOTHER_KIND.fill(number=case.case_number, kind=label(case.kind)))
        steps = case_records.steps(link, case_id)
        if any(one.request_id == request_id for one in steps):
            return case, True
        check_decider(actor, steps)
        if case.version != seen_version:
            raise NotPossible(moved_on(case, steps))
        return case, False

    def _policy(self, actor: Actor, at: datetime) -> str:
        return self._office.policies.in_force(actor.station.division, local_date(at)).version
