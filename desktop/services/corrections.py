"""Corrections of what is known of a person: proposed by one, approved by another, nothing overwritten."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from desktop.domain.case_life import OPEN, CaseEvent, check_may_decide, step
from desktop.domain.codes import CaseKind, CaseState, label
from desktop.domain.errors import BadInput, NotPossible, Sentence, sentence
from desktop.domain.forms import read_person
from desktop.domain.permit_life import LIVE, PermitEvent, PermitState
from desktop.domain.times import local_date
from desktop.services import case_records, people_records, permit_records
from desktop.services.decision_pages import check_decider, moved_on
from desktop.services.in_turn import in_turn
from desktop.services.journal import Happening
from desktop.services.permit_pages import Change, CorrectionRow, PersonVersionRow, SupersededRow
from desktop.services.person_versions import FACE, FIELDS, changes_between, history, superseded, written

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor, CaseRow

_WORDS = (2, 200)  # characters of a reason, and of what the evidence is


class Corrections:
    """Takes, approves and refuses corrections; a person's versions, and papers that have been superseded."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

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
        reason, evidence = _worded("reason", reason), _worded("evidence", evidence)

        def job(link: Link) -> CorrectionRow:
            done = case_records.by_request(link, request_id)
            if done is not None:
                return self._row(link, done)
            row = people_records.by_id(link, person_id)
            if row is None:
                raise NotPossible(sentence("errors", "没有这个人的记录。"))
            if row.version != seen_version:
                raise NotPossible(sentence("permit", "此人的登记内容刚刚有了变动，请重新打开后再提出更正。"))
            _check_none_open(link, person_id)
            values = _corrected(link, row, changes, local_date(at))
            told = changes_between(row, values)
            if not told:
                raise NotPossible(sentence("permit", "更正的内容与登记的相同，没有要更正的。"))
            case = case_records.take(
                office,
                link,
                actor,
                people_records.KeptPerson(person_id, row.id),
                case_records.NewCase(
                    kind=CaseKind.CORRECTION,
                    state=CaseState.ACCEPTED,
                    request_id=request_id,
                    summary=_summary(told),
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
                    detail=f"{_summary(told)}；{reason}",
                ),
            )
            return self._row(link, case_records.find(link, case.case_id))

        return in_turn(office, job)

    def correction(self, case_id: int) -> CorrectionRow:
        """Return a correction as it was proposed; NotPossible for a case of another kind."""
        with self._office.database.faults():
            link = self._office.database.link
            return self._row(link, case_records.find(link, case_id))

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
        check_may_decide(actor.role)

        def job(link: Link) -> CorrectionRow:
            case, done = self._opened(link, actor, request_id, case_id, seen_version)
            if done:
                return self._row(link, case)
            granted = step(case.kind, case.state, CaseEvent.GRANT)
            step(case.kind, granted, CaseEvent.APPLY_CORRECTION)
            found = self._row(link, case)
            row = people_records.by_id(link, case.person_id)
            assert row is not None
            values = _still_true(link, row, found.changes, local_date(at))
            kept = people_records.store(office, link, actor, row, values, at)
            case_records.move_on(
                office, link, actor, case_id, granted, at, seen=case.version, request_id=request_id
            )
            case_records.move_on(office, link, actor, case_id, CaseState.COMPLETED, at)
            notes = self._mark(link, actor, case, found.changes, kept.row, at)
            self._journal.write(
                link,
                Happening(
                    actor,
                    "approve_correction",
                    at,
                    person_id=case.person_id,
                    person_row=kept.row,
                    case_number=case.case_number,
                    detail=_summary(found.changes),
                ),
            )
            return self._row(link, case_records.find(link, case_id), notes)

        return in_turn(office, job)

    def refuse(
        self, actor: Actor, request_id: str, case_id: int, seen_version: int, reason: str
    ) -> CorrectionRow:
        """Refuse a correction with a reason; otherwise as `approve`."""
        office = self._office
        at = office.clock.now()
        check_may_decide(actor.role)
        reason = _worded("reason", reason)

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

        return in_turn(office, job)

    def history(self, person_id: int) -> tuple[PersonVersionRow, ...]:
        """Return what was known of a person, by whom and from when, oldest first."""
        with self._office.database.faults():
            return history(self._office.database.link, person_id)

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

    def _mark(
        self,
        link: Link,
        actor: Actor,
        case: CaseRow,
        changes: tuple[Change, ...],
        person_row: int,
        at: datetime,
    ) -> tuple[Sentence, ...]:
        """Mark the permit whose face says otherwise now; return what is to be done about each card."""
        face = [one for one in changes if one.field in FACE]
        if not face:
            return ()
        notes = []
        for permit in permit_records.of_person(link, case.person_id):
            if permit.state in LIVE:
                permit_records.happen(
                    self._office,
                    link,
                    actor,
                    str(uuid.uuid5(uuid.NAMESPACE_OID, f"correct:{case.case_id}:{permit.permit_id}")),
                    permit,
                    PermitEvent.CORRECT,
                    at,
                    case_id=case.case_id,
                    note="、".join(str(FIELDS[one.field]) for one in face),
                    person_row=person_row,
                )
                told = sentence("permit", "居住证{number}的证面内容已经更正，应当换领新证。")
                notes.append(told.fill(number=permit.permit_number))
            elif permit.state is PermitState.PRODUCED:
                told = sentence("permit", "居住证{number}还没有发放，证面内容有误，请作废重制后再发放。")
                notes.append(told.fill(number=permit.permit_number))
        return tuple(notes)

    def _policy(self, actor: Actor, at: datetime) -> str:
        return self._office.policies.in_force(actor.station.division, local_date(at)).version


_ANOTHER_KIND = sentence("case", "办件{number}是{kind}，不是登记内容更正。")


def _check_none_open(link: Link, person_id: int) -> None:
    for case in case_records.of_person(link, person_id):
        if case.kind is CaseKind.CORRECTION and case.state in OPEN:
            problem = sentence("permit", "此人有一件更正（{number}）正在等待审核，审核后才能再提出。")
            raise NotPossible(problem.fill(number=case.case_number))


def _corrected(link: Link, row: Any, changes: Mapping[str, str], today: date) -> dict[str, Any]:
    """Return all the facts of a person with the changes in them, read by the rules of their fields."""
    for name in changes:
        if name not in FIELDS:
            raise BadInput(name, sentence("errors", "不能更正这一项。"))
    now = {name: written(getattr(row, name)) for name in FIELDS}
    reading = read_person({**now, **changes}, today)
    if reading.value is None:
        problem = next((one for one in reading.problems if one.field in changes), reading.problems[0])
        raise BadInput(problem.field, problem.message)
    values = people_records.facts_of(reading.value)
    other = people_records.by_number(link, values["id_kind"], values["id_number"])
    if other is not None and other.person_id != row.person_id:
        problem_told = sentence("permit", "这个证件号码已经登记在{name}名下，不能更正为别人的号码。")
        raise NotPossible(problem_told.fill(name=other.name))
    return values


def _still_true(link: Link, row: Any, changes: tuple[Change, ...], today: date) -> dict[str, Any]:
    """Return the facts to store; NotPossible when a field has another old value by now."""
    for one in changes:
        if written(getattr(row, one.field)) != one.old:
            problem = sentence("permit", "“{field}”在提出更正以后又有变动，请退回重新提出。")
            raise NotPossible(problem.fill(field=FIELDS[one.field]))
    return _corrected(link, row, {one.field: one.new for one in changes}, today)


def _summary(changes: tuple[Change, ...]) -> str:
    return "、".join(str(FIELDS[one.field]) for one in changes)


def _worded(field: str, text: str) -> str:
    words = " ".join(text.split())
    least, most = _WORDS
    if not least <= len(words) <= most:
        problem = sentence("errors", "请填写这一项（{least}至{most}个字）。")
        raise BadInput(field, problem.fill(least=least, most=most))
    return words
