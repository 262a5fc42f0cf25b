"""Everything that the server has about some people, taken over into a window's own store as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, bindparam, delete, insert, or_, select, text

from desktop.domain.codes import CopyOutcome
from desktop.models.prepared import Prepared
from desktop.models.tables import (
    AccompanyingMinor,
    Attachment,
    CaseFile,
    CaseStep,
    CopiedPerson,
    NameBigram,
    NameReading,
    Paper,
    PaperCopy,
    Permit,
    PermitStep,
    Person,
    PrintJob,
    Registration,
)

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.models.database import Link

AT_ONCE = 20
"""People whose rows are asked for in one statement."""

DEFERRED = Prepared(text("PRAGMA defer_foreign_keys = ON"))


def _among(column: Any) -> ColumnElement[bool]:
    """A column that is one of the people asked for; portable, and one statement for any of them."""
    return or_(*(column == bindparam(f"who_{place}") for place in range(AT_ONCE)))


def _cases() -> Any:
    return select(CaseFile.id).where(_among(CaseFile.person_id))


def _papers() -> Any:
    return select(Paper.id).where(_among(Paper.person_id))


_WHERE: tuple[tuple[Any, ColumnElement[bool]], ...] = (
    (Person, _among(Person.person_id)),
    (NameBigram, _among(NameBigram.person_id)),
    (NameReading, _among(NameReading.person_id)),
    (
        AccompanyingMinor,
        AccompanyingMinor.registration_id.in_(
            select(Registration.registration_id).where(_among(Registration.person_id))
        ),
    ),
    (Registration, _among(Registration.person_id)),
    (CaseStep, CaseStep.case_id.in_(_cases())),
    (Attachment, Attachment.case_id.in_(_cases())),
    (
        PrintJob,
        PrintJob.copy_id.in_(select(PaperCopy.id).where(PaperCopy.paper_id.in_(_papers()))),
    ),
    (PaperCopy, PaperCopy.paper_id.in_(_papers())),
    (Paper, _among(Paper.person_id)),
    (
        PermitStep,
        PermitStep.permit_id.in_(select(Permit.permit_id).where(_among(Permit.person_id))),
    ),
    (Permit, _among(Permit.person_id)),
    (CaseFile, _among(CaseFile.person_id)),
)
"""The tables about people, those that others stand on last, so that they can be emptied in this order."""


@dataclass(frozen=True, slots=True)
class _Table:
    read: Prepared
    drop: Prepared
    add: Prepared


def _reading(table: Any, where: ColumnElement[bool]) -> Prepared:
    """Photographs only of cases under way, printed pages only of copies that nobody answered for yet."""
    if table is Attachment:
        under_way = select(CaseFile.id).where(_among(CaseFile.person_id), CaseFile.closed_at.is_(None))
        return Prepared(select(*table.__table__.columns).where(Attachment.case_id.in_(under_way)))
    if table is PaperCopy:
        columns = [column for column in table.__table__.columns if column.key != "pdf"]
        return Prepared(select(*columns).where(where))
    return Prepared(select(*table.__table__.columns).where(where))


_TABLES = {
    table: _Table(_reading(table, where), Prepared(delete(table).where(where)), Prepared(insert(table)))
    for table, where in _WHERE
}
_PAGES = Prepared(
    select(PaperCopy.id, PaperCopy.pdf).where(
        PaperCopy.paper_id.in_(_papers()), PaperCopy.outcome == CopyOutcome.PENDING.value
    )
)
_DROP_COPIED = Prepared(delete(CopiedPerson).where(_among(CopiedPerson.person_id)))
_ADD_COPIED = Prepared(insert(CopiedPerson))


def fetch(link: Link, people: Sequence[int]) -> dict[Any, list[dict[str, Any]]]:
    """Return the rows of at most `AT_ONCE` people by table."""
    who = _who(people)
    pages = {row.id: row.pdf for row in link.all(_PAGES, **who)}
    found: dict[Any, list[dict[str, Any]]] = {}
    for table, statements in _TABLES.items():
        rows = [row._asdict() for row in link.all(statements.read, **who)]
        if table is PaperCopy:
            for row in rows:
                row["pdf"] = pages.get(row["id"])
        found[table] = rows
    return found


def keep(link: Link, people: Sequence[int], rows: dict[Any, list[dict[str, Any]]], as_of: datetime) -> None:
    """Put fetched rows in the place of what the store had of these people, in the caller's transaction."""
    link.run(DEFERRED)
    who = _who(people)
    for statements in _TABLES.values():
        link.run(statements.drop, **who)
    link.run(_DROP_COPIED, **who)
    for table, found in rows.items():
        if found:
            link.run_many(_TABLES[table].add, found)
    there = {row["person_id"] for row in rows.get(Person, ())}
    link.run_many(_ADD_COPIED, [{"person_id": person, "as_of": as_of} for person in sorted(there)])


def in_groups(people: Iterable[int]) -> Iterable[list[int]]:
    """Give people in groups that one statement takes."""
    every = list(people)
    for first in range(0, len(every), AT_ONCE):
        yield every[first : first + AT_ONCE]


def _who(people: Sequence[int]) -> dict[str, int]:
    """Name the people asked for; places left over repeat the last."""
    return {f"who_{place}": people[min(place, len(people) - 1)] for place in range(AT_ONCE)}
