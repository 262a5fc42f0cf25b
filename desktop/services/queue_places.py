"""Places in the queue: a row is found by how many come before it, counted along the index."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, or_, select

from desktop.models.prepared import Prepared
from desktop.models.tables import CaseFile

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.open_cases import After

_WHOSE = and_(
    CaseFile.state == bindparam("state"),
    or_(bindparam("kind") == "", CaseFile.kind == bindparam("kind")),
    or_(bindparam("clerk") == "", CaseFile.staff_name == bindparam("clerk")),
)
_DATED = Prepared(
    select(CaseFile.due_on, CaseFile.id)
    .where(_WHOSE, CaseFile.due_on >= bindparam("first"), CaseFile.due_on <= bindparam("until"))
    .order_by(CaseFile.due_on, CaseFile.id)
    .limit(1)
    .offset(bindparam("before"))
)
_UNDATED = Prepared(
    select(CaseFile.id)
    .where(_WHOSE, CaseFile.due_on.is_(None))
    .order_by(CaseFile.id)
    .limit(1)
    .offset(bindparam("before"))
)


def before(
    link: Link, state: str, asked: dict[str, str], until: date, dated: int, place: int
) -> After | None:
    """Return the row before a place, counted from 0, to read on from; None for the beginning.

    `dated` is how many cases with a date are in the queue: those without one come after them. Beyond the end
    it is the last row there is, or None where there is none.
    """
    wanted = {"state": state, **asked}
    if place <= 0:
        return None
    if place <= dated:
        row = link.one(_DATED, **wanted, first=date.min, until=until, before=place - 1)
        return None if row is None else (row.due_on, row.id)
    row = link.one(_UNDATED, **wanted, before=place - dated - 1)
    return None if row is None else (None, row.id)
