"""Freezing a document in the transaction of its case, and reading papers and their copies."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, exists, insert, select

from desktop.domain.case_numbers import paper_number
from desktop.domain.codes import CopyOutcome, PaperKind
from desktop.domain.times import local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import Paper, PaperCopy
from desktop.services.freezing import as_stored
from desktop.services.paper_rows import CopyRow, PaperRow

if TYPE_CHECKING:
    from desktop.domain.case_numbers import CaseNumber
    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.rows import Actor
    from printing.documents import Document

_ADD = Prepared(insert(Paper))
_COPIES = (
    PaperCopy.id,
    PaperCopy.paper_id,
    PaperCopy.number,
    PaperCopy.reason,
    PaperCopy.outcome,
    PaperCopy.outcome_reason,
    PaperCopy.requested_at,
    PaperCopy.staff_name,
    PaperCopy.sha256,
    PaperCopy.pages,
    PaperCopy.printer,
)
_PAPERS = (Paper.id, Paper.case_id, Paper.person_id, Paper.kind, Paper.paper_number, Paper.issued_at)
_BY_ID = Prepared(select(*_PAPERS).where(Paper.id == bindparam("paper")))
_OF_PERSON = Prepared(
    select(*_PAPERS).where(Paper.person_id == bindparam("person")).order_by(Paper.id.desc())
)
_OPEN_OF_DAY = Prepared(
    select(*_PAPERS)
    .where(
        Paper.issued_on == bindparam("day"),
        Paper.counter_number == bindparam("counter"),
        ~exists().where(PaperCopy.paper_id == Paper.id, PaperCopy.outcome != CopyOutcome.PENDING.value),
    )
    .order_by(Paper.id)
)
OF_CASE = Prepared(select(*_PAPERS).where(Paper.case_id == bindparam("case")).order_by(Paper.id))
COPIES_OF_PAPER = Prepared(
    select(*_COPIES).where(PaperCopy.paper_id == bindparam("paper")).order_by(PaperCopy.number)
)
_COPIES_OF_PERSON = Prepared(
    select(*_COPIES)
    .join(Paper, Paper.id == PaperCopy.paper_id)
    .where(Paper.person_id == bindparam("person"))
    .order_by(PaperCopy.paper_id, PaperCopy.number)
)


def standing(actor: Actor, number: CaseNumber, kind: PaperKind, at: datetime) -> dict[str, Any]:
    """Return what every document carries: numbers, station, clerk, counter, day, the practice mark."""
    return {
        "number": paper_number(kind, number),
        "case_number": str(number),
        "station_name": actor.station.name,
        "station_phone": actor.station.phone,
        "station_address": actor.station.address,
        "clerk": actor.name,
        "counter_number": actor.counter_number,
        "issued_on": local_date(at),
        "practice": actor.station.practice,
    }


def freeze(
    office: Office,
    link: Link,
    actor: Actor,
    document: Document,
    at: datetime,
    *,
    case_id: int | None,
    person_id: int | None,
) -> int:
    """Seal a document and store it with its case; return the paper's key. It is drawn after the commit."""
    written = as_stored(office, link, actor, document, at)
    paper_id = office.key(actor.counter_number, at)
    link.add(
        _ADD,
        {
            "id": paper_id,
            "case_id": case_id,
            "person_id": person_id,
            "kind": document.CODE,
            "paper_number": document.number,
            "document": written,
            "issued_at": at,
            "issued_on": local_date(at),
            "counter_number": actor.counter_number,
            "staff_id": actor.staff_id,
        },
    )
    return paper_id


def copy_row(row: Any) -> CopyRow:
    """Return the frozen row of a copy."""
    return CopyRow(
        copy_id=row.id,
        paper_id=row.paper_id,
        number=row.number,
        reason=row.reason,
        outcome=CopyOutcome(row.outcome),
        outcome_reason=row.outcome_reason,
        requested_at=row.requested_at,
        requested_by=row.staff_name,
        sha256=row.sha256,
        pages=row.pages,
        printer=row.printer,
    )


def _paper(row: Any, copies: tuple[CopyRow, ...]) -> PaperRow:
    return PaperRow(
        paper_id=row.id,
        case_id=row.case_id,
        kind=PaperKind(row.kind),
        paper_number=row.paper_number,
        issued_at=row.issued_at,
        copies=copies,
    )


def paper(link: Link, paper_id: int) -> PaperRow | None:
    """Return a paper with its copies, or None."""
    row = link.one(_BY_ID, paper=paper_id)
    return None if row is None else _with_copies(link, row)


def of_case(link: Link, case_id: int) -> tuple[PaperRow, ...]:
    """Return the papers of a case, in the order they were issued."""
    return tuple(_with_copies(link, row) for row in link.all(OF_CASE, case=case_id))


def open_of_day(link: Link, on: date, counter: int) -> tuple[PaperRow, ...]:
    """Return the papers that a counter issued on a day and of which nothing is known to have come out."""
    return tuple(_with_copies(link, row) for row in link.all(_OPEN_OF_DAY, day=on, counter=counter))


def of_person(link: Link, person_id: int) -> tuple[PaperRow, ...]:
    """Return every paper that a person was issued, newest first."""
    copies: defaultdict[int, list[CopyRow]] = defaultdict(list)
    for row in link.all(_COPIES_OF_PERSON, person=person_id):
        copies[row.paper_id].append(copy_row(row))
    return tuple(_paper(row, tuple(copies[row.id])) for row in link.all(_OF_PERSON, person=person_id))


def _with_copies(link: Link, row: Any) -> PaperRow:
    return _paper(row, tuple(copy_row(copy) for copy in link.all(COPIES_OF_PAPER, paper=row.id)))
