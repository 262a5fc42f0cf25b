"""The statements by which copies of papers are stored, found, sent and settled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from desktop.models.prepared import Prepared
from desktop.models.tables import Paper, PaperCopy, Person

_WHOSE = (Paper.paper_number, Paper.person_id, Person.name, Person.former_name, Person.id_number)
_CURRENT = Person.current_id == Paper.person_id
WHOSE = Prepared(
    select(*_WHOSE).select_from(Paper).outerjoin(Person, _CURRENT).where(Paper.id == bindparam("paper"))
)
"""Whose a paper is, without what it says."""
WHOSE_COPY = Prepared(
    select(PaperCopy.number, PaperCopy.outcome, PaperCopy.printer, *_WHOSE)
    .join(Paper, Paper.id == PaperCopy.paper_id)
    .outerjoin(Person, _CURRENT)
    .where(PaperCopy.id == bindparam("copy"))
)
"""How a copy stands and whose it is, without its sheet."""
DOCUMENT = Prepared(
    select(Paper.document, Paper.paper_number, Paper.person_id).where(Paper.id == bindparam("paper"))
)
COPY = Prepared(
    select(
        PaperCopy.id,
        PaperCopy.paper_id,
        PaperCopy.number,
        PaperCopy.reason,
        PaperCopy.outcome,
        PaperCopy.requested_on,
        PaperCopy.printer,
        PaperCopy.sha256,
        PaperCopy.pdf,
        Paper.paper_number,
        Paper.person_id,
        Paper.kind,
    )
    .join(Paper, Paper.id == PaperCopy.paper_id)
    .where(PaperCopy.id == bindparam("copy"))
)
COPY_OF_REQUEST = Prepared(select(PaperCopy.id).where(PaperCopy.request_id == bindparam("request")))
NEWEST_COPY = Prepared(
    select(PaperCopy.id, PaperCopy.number, PaperCopy.outcome)
    .where(PaperCopy.paper_id == bindparam("paper"))
    .order_by(PaperCopy.number.desc())
    .limit(1)
)
ADD_COPY = Prepared(insert(PaperCopy))
DRAWN = Prepared(
    update(PaperCopy)
    .where(PaperCopy.id == bindparam("copy"), PaperCopy.sha256 == "")
    .values(pdf=bindparam("bytes"), sha256=bindparam("digest"), pages=bindparam("count"))
)
SENT = Prepared(update(PaperCopy).where(PaperCopy.id == bindparam("copy")).values(printer=bindparam("queue")))
SETTLED = Prepared(
    update(PaperCopy)
    .where(PaperCopy.id == bindparam("copy"))
    .values(outcome=bindparam("result"), outcome_reason=bindparam("why"), settled_at=bindparam("at"))
)
COPY_KEY = "copy"
"""The value that tells which copy is changed."""
CHANGES: Mapping[Prepared, Mapping[str, str]] = {
    DRAWN: {"bytes": "pdf", "digest": "sha256", "count": "pages"},
    SENT: {"queue": "printer"},
    SETTLED: {"result": "outcome", "why": "outcome_reason", "at": "settled_at"},
}
"""What changes a copy, and the columns that its values go into."""
LAST_PRINTER = Prepared(
    select(PaperCopy.printer)
    .join(Paper, Paper.id == PaperCopy.paper_id)
    .where(
        PaperCopy.requested_on >= bindparam("since"),
        PaperCopy.counter_number == bindparam("counter"),
        PaperCopy.printer != "",
        Paper.kind == bindparam("kind"),
    )
    .order_by(PaperCopy.id.desc())
    .limit(1)
)


def known(row: Any) -> tuple[str, str, str] | None:
    """Return what a trail entry masks of whom a paper is about; None where the row's person is gone."""
    return None if row.name is None else (row.name, row.former_name, row.id_number)
