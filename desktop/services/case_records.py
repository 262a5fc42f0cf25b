"""Storing and reading cases: one insert, one list of columns, one way to make a row."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, func, insert, or_, select, update

from desktop.domain.case_life import OPEN
from desktop.domain.codes import CaseKind, CaseState, CopyOutcome
from desktop.domain.errors import NotPossible, sentence
from desktop.domain.masking import mask_id
from desktop.domain.times import local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import CaseFile, CaseStep, Paper, PaperCopy, Person, Staff
from desktop.services.numbering import next_case_number
from desktop.services.office import canonical
from desktop.services.rows import CaseRow, CaseStepRow

if TYPE_CHECKING:
    from desktop.domain.case_numbers import CaseNumber
    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.people_records import KeptPerson
    from desktop.services.rows import Actor

SUMMARY_LIMIT = 400
ERASED_FACTS = '{"erased":true}'
"""What stands where the facts of a case were, once its person's data was deleted."""
_ERASED = sentence("retention", "这个办件的个人信息已经依法删除，只保留受理号、日期和办理结果。")

_PAPERS = (
    select(func.count())
    .select_from(Paper)
    .where(Paper.case_id == CaseFile.id)
    .scalar_subquery()
    .label("papers")
)
_UNSETTLED = (
    select(func.count())
    .select_from(PaperCopy)
    .join(Paper, Paper.id == PaperCopy.paper_id)
    .where(Paper.case_id == CaseFile.id, PaperCopy.outcome == CopyOutcome.PENDING.value)
    .scalar_subquery()
    .label("unsettled")
)
COLUMNS = (
    CaseFile.id,
    CaseFile.case_number,
    CaseFile.kind,
    CaseFile.state,
    CaseFile.version,
    CaseFile.person_id,
    CaseFile.person_row,
    CaseFile.accepted_at,
    CaseFile.accepted_on,
    CaseFile.counter_number,
    CaseFile.staff_name,
    CaseFile.due_on,
    CaseFile.due_estimated,
    CaseFile.policy,
    CaseFile.summary,
    Person.name,
    Person.id_number,
    _PAPERS,
    _UNSETTLED,
)
CASES = select(*COLUMNS).join(Person, Person.id == CaseFile.person_row)

BY_ID = Prepared(CASES.where(CaseFile.id == bindparam("case")))
BY_REQUEST = Prepared(select(CaseFile.id).where(CaseFile.request_id == bindparam("request")))
_BY_NUMBER = Prepared(CASES.where(CaseFile.case_number == bindparam("number")))
OF_PERSON = Prepared(CASES.where(CaseFile.person_id == bindparam("person")).order_by(CaseFile.id.desc()))
_OF_DAY = Prepared(
    CASES.where(
        and_(
            CaseFile.accepted_on == bindparam("day"),
            or_(bindparam("counter") == 0, CaseFile.counter_number == bindparam("counter")),
            or_(bindparam("clerk") == "", CaseFile.staff_name == bindparam("clerk")),
            or_(bindparam("kind") == "", CaseFile.kind == bindparam("kind")),
        )
    ).order_by(CaseFile.id.desc())
)
_FACTS = Prepared(select(CaseFile.facts, CaseFile.resumes_case_id).where(CaseFile.id == bindparam("case")))
_ADD = Prepared(insert(CaseFile))
_ADD_STEP = Prepared(insert(CaseStep))
_STEPS = Prepared(
    select(
        CaseStep.state,
        CaseStep.at,
        CaseStep.staff_id,
        Staff.name,
        CaseStep.note,
        CaseStep.request_id,
        CaseStep.facts,
    )
    .join(Staff, Staff.id == CaseStep.staff_id)
    .where(CaseStep.case_id == bindparam("case"))
    .order_by(CaseStep.at, CaseStep.id)  # a key of another counter may be lower and yet later
)
_MOVE_ON = Prepared(
    update(CaseFile)
    .where(CaseFile.id == bindparam("case"), CaseFile.version == bindparam("seen"))
    .values(state=bindparam("to"), version=bindparam("next_version"), closed_at=bindparam("closed"))
)


@dataclass(frozen=True, slots=True)
class NewCase:
    """What a service knows of a case when it takes it; `facts` may be the canonical text of them already."""

    kind: CaseKind
    state: CaseState
    request_id: str
    summary: str
    policy: str
    facts: dict[str, Any] | str
    due_on: date | None = None
    due_estimated: bool = False
    resumes_case_id: int | None = None


@dataclass(frozen=True, slots=True)
class KeptCase:
    """A stored case's key and number."""

    case_id: int
    number: CaseNumber


def case_row(row: Any) -> CaseRow:
    """Return the frozen row of a case."""
    return CaseRow(
        case_id=row.id,
        case_number=row.case_number,
        kind=CaseKind(row.kind),
        state=CaseState(row.state),
        person_id=row.person_id,
        person_name=row.name,
        masked_id_number=mask_id(row.id_number),
        accepted_at=row.accepted_at,
        accepted_on=row.accepted_on,
        counter_number=row.counter_number,
        clerk=row.staff_name,
        due_on=row.due_on,
        due_estimated=bool(row.due_estimated),
        policy=row.policy,
        summary=row.summary,
        papers=row.papers,
        unsettled=row.unsettled,
        version=row.version,
    )


def find(link: Link, case_id: int) -> CaseRow:
    """Return a case; NotPossible when there is none."""
    row = link.one(BY_ID, case=case_id)
    if row is None:
        raise NotPossible(sentence("errors", "没有这个办件，可能是其他派出所的单据。"))
    return case_row(row)


def by_request(link: Link, request_id: str) -> CaseRow | None:
    """Return the case that a request already made, or None."""
    row = link.one(BY_REQUEST, request=request_id)  # nearly always None, so the case is asked for after
    return None if row is None else find(link, row.id)


def by_number(link: Link, number: str) -> CaseRow | None:
    """Return the case of a 22-digit number, or None."""
    row = link.one(_BY_NUMBER, number=number)
    return None if row is None else case_row(row)


def of_person(link: Link, person_id: int) -> tuple[CaseRow, ...]:
    """Return a person's cases, newest first."""
    return tuple(case_row(row) for row in link.all(OF_PERSON, person=person_id))


def of_day(link: Link, on: date, counter: int = 0, clerk: str = "", kind: str = "") -> tuple[CaseRow, ...]:
    """Return a day's cases, newest first; 0 and "" mean all."""
    return tuple(case_row(row) for row in link.all(_OF_DAY, day=on, counter=counter, clerk=clerk, kind=kind))


def facts_of(link: Link, case_id: int) -> tuple[str, int | None]:
    """Return the JSON facts of a case and the case it resumes; NotPossible where they have been deleted."""
    row = link.one(_FACTS, case=case_id)
    if row is None:
        raise NotPossible(sentence("errors", "没有这个办件，可能是其他派出所的单据。"))
    if row.facts == ERASED_FACTS:
        raise NotPossible(_ERASED)
    return row.facts, row.resumes_case_id


def take(
    office: Office, link: Link, actor: Actor, person: KeptPerson, new: NewCase, at: datetime
) -> KeptCase:
    """Store a new case with its number and first step within the caller's transaction."""
    on = local_date(at)
    number = next_case_number(link, actor, on, above=office.highest_number(actor.counter_number, on))
    case_id = office.key(actor.counter_number, at)
    link.add(
        _ADD,
        {
            "id": case_id,
            "case_number": str(number),
            "request_id": new.request_id,
            "kind": str(new.kind),
            "state": str(new.state),
            "version": 1,
            "person_id": person.person_id,
            "person_row": person.row,
            "accepted_at": at,
            "accepted_on": on,
            "counter_number": actor.counter_number,
            "staff_id": actor.staff_id,
            "staff_name": actor.name,
            "due_on": new.due_on,
            "due_estimated": new.due_estimated,
            "policy": new.policy,
            "summary": new.summary[:SUMMARY_LIMIT],
            "facts": new.facts if isinstance(new.facts, str) else canonical(new.facts),
            "resumes_case_id": new.resumes_case_id,
            "closed_at": at if new.state in (CaseState.COMPLETED, CaseState.REFUSED) else None,
        },
    )
    add_step(office, link, actor, case_id, new.state, at)
    return KeptCase(case_id, number)


def steps(link: Link, case_id: int) -> tuple[CaseStepRow, ...]:
    """Return what happened to a case, oldest first."""
    return tuple(
        CaseStepRow(
            state=CaseState(row.state),
            at=row.at,
            staff_id=row.staff_id,
            staff_name=row.name,
            note=row.note,
            request_id=row.request_id,
            facts=json.loads(row.facts) if row.facts else {},
        )
        for row in link.all(_STEPS, case=case_id)
    )


def add_step(
    office: Office,
    link: Link,
    actor: Actor,
    case_id: int,
    state: CaseState,
    at: datetime,
    note: str = "",
    *,
    request_id: str | None = None,
    facts: dict[str, Any] | None = None,
) -> None:
    """Write down a step of a case, with what it stands on."""
    link.add(
        _ADD_STEP,
        {
            "id": office.key(actor.counter_number, at),
            "case_id": case_id,
            "state": str(state),
            "at": at,
            "staff_id": actor.staff_id,
            "note": note[:400],
            "request_id": request_id,
            "facts": canonical(facts) if facts else "",
        },
    )


def move_on(
    office: Office,
    link: Link,
    actor: Actor,
    case_id: int,
    to: CaseState,
    at: datetime,
    note: str = "",
    *,
    seen: int | None = None,
    request_id: str | None = None,
    facts: dict[str, Any] | None = None,
) -> None:
    """Bring a case into another state; NotPossible when somebody else did so meanwhile.

    `seen` is the version that the caller decided on: on a server another may have come in between since it
    was read, and would be taken for it otherwise.
    """
    row = link.one(BY_ID, case=case_id) if seen is None else None
    version = seen if row is None else int(row.version)
    if version is None or not link.run(
        _MOVE_ON,
        case=case_id,
        seen=version,
        to=to.value,
        next_version=version + 1,
        closed=None if to in OPEN else at,
    ):
        raise NotPossible(sentence("errors", "这个办件刚刚在另一处有了变动，请重新打开后再办理。"))
    add_step(office, link, actor, case_id, to, at, note, request_id=request_id, facts=facts)
