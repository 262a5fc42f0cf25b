"""Which of this station's sealed papers no longer count, since when, and for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, literal, or_, select
from sqlalchemy.orm import aliased

from desktop.domain.codes import CaseState, PaperKind
from desktop.domain.permit_life import PermitEvent, PermitState
from desktop.domain.times import local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import CaseFile, OpPaper, Paper, Permit, PermitStep, Registration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.models.database import Link
    from printing.seal.ended import Ended

_SUPERSEDED, _CANCELLED = "superseded", "cancelled"
_NO_MORE = (PermitState.REPLACED.value, PermitState.CANCELLED.value, PermitState.LOST.value)


def _one_of(column: Any, values: tuple[str, ...]) -> ColumnElement[bool]:
    return or_(*(column == value for value in values))


def _permits() -> Select[Any]:
    """Permits that were replaced, cancelled or declared lost, by their own numbers."""
    return select(
        Permit.permit_number.label("number"), Permit.state.label("end"), Permit.known_from.label("at")
    ).where(and_(Permit.current_id.is_not(None), _one_of(Permit.state, _NO_MORE)))


def _followed(kind: PaperKind) -> Select[Any]:
    """Papers of a kind after which the same person was issued another."""
    later = aliased(Paper)
    following = and_(later.person_id == Paper.person_id, later.kind == Paper.kind, later.id > Paper.id)
    at = select(func.min(later.issued_at)).where(following).scalar_subquery()
    return select(
        Paper.paper_number.label("number"), literal(_SUPERSEDED).label("end"), at.label("at")
    ).where(and_(Paper.kind == kind.value, at.is_not(None)))


def _homes_left() -> Select[Any]:
    """Registration certificates whose registration ended."""
    first, now = aliased(Registration), aliased(Registration)
    return (
        select(
            Paper.paper_number.label("number"), literal(_CANCELLED).label("end"), now.known_from.label("at")
        )
        .join(first, and_(first.case_id == Paper.case_id, first.version == 1))
        .join(now, now.current_id == first.registration_id)
        .where(and_(Paper.kind == PaperKind.REGISTRATION_CERTIFICATE.value, now.ended_on.is_not(None)))
    )


def _slips_of_no_permit() -> Select[Any]:
    """Endorsement slips whose permit is no longer one."""
    endorsed = (PermitEvent.ENDORSE.value, PermitEvent.RESTORE.value)
    return (
        select(
            Paper.paper_number.label("number"),
            literal(_CANCELLED).label("end"),
            Permit.known_from.label("at"),
        )
        .join(PermitStep, and_(PermitStep.case_id == Paper.case_id, _one_of(PermitStep.event, endorsed)))
        .join(Permit, Permit.current_id == PermitStep.permit_id)
        .where(and_(Paper.kind == PaperKind.ENDORSEMENT_SLIP.value, _one_of(Permit.state, _NO_MORE)))
    )


def _receipts_of_no_case() -> Select[Any]:
    """Acceptance receipts of cases that were withdrawn or denied."""
    over = (CaseState.WITHDRAWN.value, CaseState.DENIED.value)
    return (
        select(
            Paper.paper_number.label("number"),
            literal(_CANCELLED).label("end"),
            func.coalesce(CaseFile.closed_at, Paper.issued_at).label("at"),
        )
        .join(CaseFile, CaseFile.id == Paper.case_id)
        .where(and_(Paper.kind == PaperKind.ACCEPTANCE_RECEIPT.value, _one_of(CaseFile.state, over)))
    )


def _void() -> Select[Any]:
    """Papers printed while the server was away whose matter was not applied afterwards.

    Not where another paper has the number: two windows with one number gave it twice, and that one counts.
    """
    there = select(Paper.id).where(Paper.paper_number == OpPaper.paper_number)
    return select(
        OpPaper.paper_number.label("number"), literal(_CANCELLED).label("end"), OpPaper.void_at.label("at")
    ).where(and_(OpPaper.void_at.is_not(None), ~there.exists()))


_NUMBERED = Paper.paper_number == bindparam("wanted")
_EACH = (
    (_permits(), Permit.permit_number == bindparam("wanted")),
    (_followed(PaperKind.REGISTRATION_CERTIFICATE), _NUMBERED),
    (_homes_left(), _NUMBERED),
    (_followed(PaperKind.ENDORSEMENT_SLIP), _NUMBERED),
    (_slips_of_no_permit(), _NUMBERED),
    (_receipts_of_no_case(), _NUMBERED),
    (_void(), OpPaper.paper_number == bindparam("wanted")),
)
_ALL = tuple(Prepared(statement) for statement, _ in _EACH)
_ONE = tuple(Prepared(statement.where(numbered)) for statement, numbered in _EACH)


def every(link: Link) -> Iterator[Ended]:
    """Give every paper of this station that no longer counts; one that is found twice counts as superseded."""
    seen: set[str] = set()
    for statement in _ALL:
        for row in link.all(statement):
            if row.number not in seen:
                seen.add(row.number)
                yield _ended(row)


def of_number(link: Link, number: str) -> Ended | None:
    """Give what became of one paper, or None while it counts."""
    for statement in _ONE:
        row = link.one(statement, wanted=number)
        if row is not None:
            return _ended(row)
    return None


def _ended(row: Any) -> Ended:
    from printing.seal.ended import End, Ended

    superseded = row.end in (_SUPERSEDED, PermitState.REPLACED.value)
    return Ended(row.number, End.SUPERSEDED if superseded else End.CANCELLED, local_date(row.at))
