"""Where else a person stands than in their own rows: lists of the house, drafts, reviews, words typed by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, func, or_, select, update

from desktop.domain.codes import PaperKind
from desktop.models.prepared import Prepared
from desktop.models.tables import Blank, BlankStep, DayClose, Draft, OpConflict, OpPaper, Paper, PaperCopy
from desktop.models.text_functions import position

if TYPE_CHECKING:
    from desktop.models.database import Link

Gone = list[tuple[str, int | str, str]]
"""What went: the table, the key, and the digest of its file or ""."""

ERASED_NAME = "已去标识"
"""What stands where a name was."""
OPEN = "open"
"""What stands in a review that nobody has settled."""
HIDDEN = "＊"
"""What stands in words of somebody's own where a name or number was."""
SHEETS = (PaperKind.DAY_SUMMARY.value, PaperKind.PRODUCTION_SHEET.value, PaperKind.CALL_LIST.value)
"""Papers of the house that name many people."""
_PAPER: Any = bindparam("sheet")
_SHEETS_SINCE = Prepared(
    select(Paper.id, Paper.document).where(
        Paper.person_id.is_(None),
        or_(*(Paper.kind == kind for kind in SHEETS)),
        Paper.issued_on >= bindparam("first"),
        Paper.document != "",
    )
)
_SHEET = Prepared(select(Paper.document).where(Paper.id == _PAPER))
_REDACT = Prepared(update(Paper).where(Paper.id == _PAPER).values(document=bindparam("written")))
_DROP_COPIES = Prepared(update(PaperCopy).where(PaperCopy.paper_id == _PAPER).values(pdf=None))
_COPIES_OF = Prepared(
    select(PaperCopy.id, PaperCopy.sha256).where(PaperCopy.paper_id == _PAPER, PaperCopy.pdf.is_not(None))
)
_DRAFTS = Prepared(select(Draft.id, Draft.subject, Draft.payload))
DROP_DRAFT = Prepared(delete(Draft).where(Draft.id == bindparam("draft")))
_CONFLICTS = Prepared(
    select(OpConflict.id, OpConflict.subject, OpConflict.state, OpConflict.operation, OpConflict.digest)
)
_DROP_CONFLICT_PAPERS = Prepared(delete(OpPaper).where(OpPaper.conflict_id == bindparam("conflict")))
_DROP_CONFLICT = Prepared(delete(OpConflict).where(OpConflict.id == bindparam("conflict")))


def _hiding(column: Any) -> Prepared:
    """Return the statement that takes some words out of a column."""
    words: Any = bindparam("words")
    return Prepared(
        update(column.class_)
        .where(position(column, words) > 0)
        .values({column.key: func.replace(column, words, HIDDEN)})
    )


_LOOSE = tuple(_hiding(column) for column in (DayClose.remarks, BlankStep.reason, Blank.reason))
"""Words typed by hand that hang on no person."""


def hide(link: Link, words: Sequence[str]) -> None:
    """Take these words out of what clerks typed by hand and that hangs on no person."""
    for statement in _LOOSE:
        for word in words:
            link.run(statement, words=word)


def from_sheet(link: Link, paper_id: int) -> Gone:
    """Take every name and number out of a sheet of the house."""
    row = link.one(_SHEET, sheet=paper_id)
    return _redacted(link, paper_id, row.document, None) if row is not None and row.document else []


def from_sheets(link: Link, cases: set[str], first: date, words: Sequence[str]) -> Gone:
    """Take the lines of some cases out of every sheet of the house since a day, and words typed there."""
    gone: Gone = []
    for row in link.all(_SHEETS_SINCE, first=first):
        if any(number in row.document for number in cases):
            gone += _redacted(link, row.id, row.document, cases, words)
    return gone


def _redacted(
    link: Link, paper_id: int, written: str, cases: set[str] | None, words: Sequence[str] = ()
) -> Gone:
    """Take the lines of some cases, or all, out of a sheet's own words; its printed copies go with them."""
    from printing.documents import CallList, DaySummary, ProductionSheet
    from printing.freezing import freeze, thaw

    def meant(number: str) -> bool:
        return cases is None or number in cases or number[2:] in cases  # a permit's is 31 and its case's

    document = thaw(written)
    if isinstance(document, DaySummary):
        document = replace(
            document,
            cases=tuple(
                replace(one, name=ERASED_NAME, masked_id=HIDDEN) if meant(one.case_number) else one
                for one in document.cases
            ),
            seal=None,
        )
    elif isinstance(document, ProductionSheet):
        document = replace(
            document,
            lines=tuple(
                replace(one, name=ERASED_NAME) if meant(one.case_number) else one for one in document.lines
            ),
            seal=None,
        )
    elif isinstance(document, CallList):
        document = replace(
            document,
            lines=tuple(
                replace(one, name=ERASED_NAME, phone=HIDDEN) if meant(one.permit_number) else one
                for one in document.lines
            ),
            seal=None,
        )
    gone: Gone = [("sheet", paper_id, "")]
    gone += [("paper_copy", row.id, row.sha256) for row in link.all(_COPIES_OF, sheet=paper_id)]
    frozen = freeze(document)
    for word in words:  # what a clerk wrote of an exception may name somebody
        frozen = frozen.replace(word, HIDDEN)
    link.run(_REDACT, sheet=paper_id, written=frozen)
    link.run(_DROP_COPIES, sheet=paper_id)
    return gone


def from_drafts(link: Link, person_id: int, numbers: set[str]) -> Gone:
    """Forget the forms that have a person or one of their numbers in them."""
    gone: Gone = []
    for row in link.all(_DRAFTS):
        told = row.subject + row.payload
        if str(person_id) in told or any(number in told for number in numbers):
            link.run(DROP_DRAFT, draft=row.id)
            gone.append(("draft", row.id, ""))
    return gone


def reviews(link: Link, numbers: set[str]) -> list[Any]:
    """What was done without the server with one of these numbers in it."""
    return [
        row
        for row in link.all(_CONFLICTS)
        if any(number in row.subject or number.encode() in bytes(row.operation) for number in numbers)
    ]


def from_reviews(link: Link, numbers: set[str]) -> Gone:
    """Forget what was settled; that the operation came in stays, with the digest of what the window made."""
    gone: Gone = []
    for row in reviews(link, numbers):
        link.run(_DROP_CONFLICT_PAPERS, conflict=row.id)
        link.run(_DROP_CONFLICT, conflict=row.id)
        gone.append(("op_conflict", row.id, row.digest))
    return gone
