"""Whether a stored paper still counts, and what came in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, select
from sqlalchemy.orm import aliased

from desktop.domain.codes import PaperKind
from desktop.domain.times import local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import Paper
from desktop.services import seal_ends

if TYPE_CHECKING:
    from datetime import date

    from desktop.models.database import Link

_PAPER = Prepared(select(Paper.paper_number, Paper.kind).where(Paper.id == bindparam("paper")))
_LATER = aliased(Paper)
_NEXT = Prepared(
    select(_LATER.paper_number, _LATER.issued_at)
    .join(
        Paper,
        and_(Paper.person_id == _LATER.person_id, Paper.kind == _LATER.kind, Paper.id < _LATER.id),
    )
    .where(Paper.id == bindparam("paper"))
    .order_by(_LATER.id)
    .limit(1)
)
_MAY_END = frozenset(
    (PaperKind.REGISTRATION_CERTIFICATE, PaperKind.ENDORSEMENT_SLIP, PaperKind.ACCEPTANCE_RECEIPT)
)


@dataclass(frozen=True, slots=True)
class EndedPaper:
    """A paper that no longer counts since a day: superseded by the one of a number, or ended (`by` is empty)."""

    since: date
    superseded: bool
    by: str = ""


def ended(link: Link, paper_id: int) -> EndedPaper | None:
    """Tell since when a paper no longer counts and by which it was superseded; None while it counts."""
    paper = link.one(_PAPER, paper=paper_id)
    if paper is None or PaperKind(paper.kind) not in _MAY_END:
        return None
    found = seal_ends.of_number(link, paper.paper_number)
    if found is None:
        return None
    following = link.one(_NEXT, paper=paper_id) if paper.kind != PaperKind.ACCEPTANCE_RECEIPT else None
    if following is None:
        return EndedPaper(found.on, False)
    return EndedPaper(local_date(following.issued_at), True, following.paper_number)
