"""Finding what may be deleted: people whose every matter ended long ago, and the smaller things."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, exists, func, or_, select

from desktop.domain.case_life import OPEN
from desktop.domain.code_words import label
from desktop.domain.codes import CaseState, PaperKind
from desktop.domain.masking import mask_id, mask_name
from desktop.domain.permit_life import OPEN as PERMIT_OPEN
from desktop.domain.retention import DataKind, PersonStanding
from desktop.domain.times import CHINA, local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import Attachment, CaseFile, Draft, Paper, PaperCopy, Permit, Person, Registration
from desktop.services.erasure_elsewhere import SHEETS
from desktop.services.retention_rows import DueLine

if TYPE_CHECKING:
    from desktop.models.database import Link

MOST = 2_000
"""Parts of one order; what is over goes into the next one."""

_LAST: Any = bindparam("last")
_BEFORE: Any = bindparam("before", type_=Person.known_from.type)
_NUMBER: Any = bindparam("most")
_FAILED = tuple(
    state.value for state in (CaseState.REFUSED, CaseState.DENIED, CaseState.WITHDRAWN, CaseState.RESUMED)
)
_NOT_OVER = (
    exists()
    .where(
        Registration.person_id == Person.person_id,
        Registration.current_id.is_not(None),
        or_(Registration.ended_on.is_(None), Registration.ended_on > _LAST),
    )
    .correlate(Person),
    exists()
    .where(
        Permit.person_id == Person.person_id,
        Permit.current_id.is_not(None),
        or_(
            *(Permit.state == state.value for state in PERMIT_OPEN),
            Permit.known_from >= _BEFORE,
        ),
    )
    .correlate(Person),
    exists()
    .where(
        CaseFile.person_id == Person.person_id,
        or_(
            CaseFile.accepted_on > _LAST,
            *(CaseFile.state == state.value for state in OPEN),
            and_(CaseFile.closed_at.is_not(None), CaseFile.closed_at >= _BEFORE),
        ),
    )
    .correlate(Person),
)
_PEOPLE_DUE = and_(Person.current_id.is_not(None), Person.known_from < _BEFORE, *(~one for one in _NOT_OVER))
_MATERIALS_DUE = and_(
    or_(*(CaseFile.state == state for state in _FAILED)),
    CaseFile.closed_at < _BEFORE,
    exists()
    .where(Attachment.case_id == CaseFile.id, func.length(Attachment.content) > 0)
    .correlate(CaseFile),
)
_SHEETS_DUE = and_(
    Paper.person_id.is_(None),
    or_(*(Paper.kind == kind for kind in SHEETS)),
    Paper.issued_on <= _LAST,
    exists().where(PaperCopy.paper_id == Paper.id, PaperCopy.pdf.is_not(None)).correlate(Paper),
)
_DRAFTS_DUE = Draft.saved_at < _BEFORE

_DUE: dict[DataKind, Prepared] = {
    DataKind.PERSON: Prepared(
        select(Person.person_id.label("subject"), Person.name, Person.id_number, Person.known_from)
        .where(_PEOPLE_DUE)
        .order_by(Person.person_id)
        .limit(_NUMBER)
    ),
    DataKind.MATERIALS: Prepared(
        select(
            CaseFile.id.label("subject"),
            CaseFile.case_number.label("name"),
            Person.id_number,
            CaseFile.closed_at.label("known_from"),
        )
        .join(Person, Person.id == CaseFile.person_row)
        .where(_MATERIALS_DUE)
        .order_by(CaseFile.id)
        .limit(_NUMBER)
    ),
    DataKind.SHEETS: Prepared(
        select(
            Paper.id.label("subject"),
            Paper.paper_number.label("name"),
            Paper.kind,
            Paper.issued_at.label("known_from"),
        )
        .where(_SHEETS_DUE)
        .order_by(Paper.id)
        .limit(_NUMBER)
    ),
    DataKind.DRAFTS: Prepared(
        select(Draft.id.label("subject"), Draft.form.label("name"), Draft.saved_at.label("known_from"))
        .where(_DRAFTS_DUE)
        .order_by(Draft.id)
        .limit(_NUMBER)
    ),
}
_COUNT: dict[DataKind, Prepared] = {
    DataKind.PERSON: Prepared(select(func.count().label("n")).select_from(Person).where(_PEOPLE_DUE)),
    DataKind.MATERIALS: Prepared(select(func.count().label("n")).select_from(CaseFile).where(_MATERIALS_DUE)),
    DataKind.SHEETS: Prepared(select(func.count().label("n")).select_from(Paper).where(_SHEETS_DUE)),
    DataKind.DRAFTS: Prepared(select(func.count().label("n")).select_from(Draft).where(_DRAFTS_DUE)),
}
_SAME: dict[DataKind, Any] = {
    DataKind.PERSON: select(Person.person_id.label("subject")).where(
        _PEOPLE_DUE, Person.person_id == bindparam("one")
    ),
    DataKind.MATERIALS: select(CaseFile.id.label("subject")).where(
        _MATERIALS_DUE, CaseFile.id == bindparam("one")
    ),
    DataKind.SHEETS: select(Paper.id.label("subject")).where(_SHEETS_DUE, Paper.id == bindparam("one")),
    DataKind.DRAFTS: select(Draft.id.label("subject")).where(_DRAFTS_DUE, Draft.id == bindparam("one")),
}
_STILL = {kind: Prepared(statement) for kind, statement in _SAME.items()}

_REGISTRATIONS = Prepared(
    select(Registration.ended_on).where(
        Registration.person_id == bindparam("person"), Registration.current_id.is_not(None)
    )
)
_PERMITS = Prepared(
    select(Permit.permit_number, Permit.state, Permit.known_from).where(
        Permit.person_id == bindparam("person"), Permit.current_id.is_not(None)
    )
)
_CASES = Prepared(
    select(CaseFile.case_number, CaseFile.state, CaseFile.accepted_on, CaseFile.closed_at).where(
        CaseFile.person_id == bindparam("person")
    )
)
_SINCE = Prepared(select(Person.known_from).where(Person.current_id == bindparam("person")))


def standing(link: Link, person_id: int) -> PersonStanding | None:
    """Return what of a person is still open and when the last of it ended; None where there is nobody."""
    here = link.one(_SINCE, person=person_id)
    if here is None:
        return None
    ends = [local_date(here.known_from)]
    spans = link.all(_REGISTRATIONS, person=person_id)
    ends += [row.ended_on for row in spans if row.ended_on is not None]
    permit = case = ""
    for row in link.all(_PERMITS, person=person_id):
        ends.append(local_date(row.known_from))
        permit = row.permit_number if row.state in {one.value for one in PERMIT_OPEN} else permit
    for row in link.all(_CASES, person=person_id):
        ends += [row.accepted_on, *([local_date(row.closed_at)] if row.closed_at is not None else [])]
        case = row.case_number if row.state in {one.value for one in OPEN} else case
    return PersonStanding(any(row.ended_on is None for row in spans), permit, case, max(ends))


def count_due(link: Link, kind: DataKind, last: date) -> int:
    """Return how much ended on a day or before it."""
    row = link.one(_COUNT[kind], **_values(kind, last))
    return int(row.n) if row is not None else 0


def due(link: Link, kind: DataKind, last: date, most: int = MOST) -> tuple[DueLine, ...]:
    """Return what ended on a day or before it, in the order of its keys, names and numbers masked."""
    rows = link.all(_DUE[kind], **_values(kind, last), most=most)
    return tuple(_line(kind, row) for row in rows)


def still_due(link: Link, kind: DataKind, subject: str, last: date) -> bool:
    """Tell whether one thing still may go: somebody may have come back since the order was prepared."""
    one = subject if kind is DataKind.DRAFTS else int(subject)
    return link.one(_STILL[kind], **_values(kind, last), one=one) is not None


def digest_of(subjects: Iterable[str]) -> str:
    """Return the SHA-256 over the keys of what an order is about, in hex."""
    return hashlib.sha256("\n".join(sorted(subjects)).encode()).hexdigest()


def _values(kind: DataKind, last: date) -> dict[str, Any]:
    before = datetime.combine(last + timedelta(days=1), time.min, CHINA)
    if kind is DataKind.PERSON:
        return {"last": last, "before": before}
    return {"last": last} if kind is DataKind.SHEETS else {"before": before}


def _line(kind: DataKind, row: Any) -> DueLine:
    what = row.name
    if kind is DataKind.PERSON:
        what = mask_name(row.name)
    elif kind is DataKind.SHEETS:
        what = f"{label(PaperKind(row.kind))} {row.name}"
    number = mask_id(row.id_number) if kind in (DataKind.PERSON, DataKind.MATERIALS) else ""
    return DueLine(str(row.subject), what, number, local_date(row.known_from))
