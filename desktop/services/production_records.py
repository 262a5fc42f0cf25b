"""What waits to be made, and the columns of a permit that was."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.orm import aliased

from desktop.domain.blanks import BlankState
from desktop.domain.case_life import PRODUCED
from desktop.domain.codes import CaseKind, CaseState
from desktop.domain.masking import mask_id
from desktop.domain.times import local_date
from desktop.domain.working_days import working_days_left
from desktop.models.prepared import Prepared
from desktop.models.tables import Attachment, Blank, CaseFile, Person, Registration
from desktop.services import attachments, cards, people_records, permit_standing, registration_records
from desktop.services.production_rows import PhotoSource, WaitingCard

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.rows import Actor, CaseRow
    from printing.documents import PermitCard

_other = aliased(CaseFile)
_photo = aliased(Attachment)
_OWN = (
    select(func.count())
    .select_from(Attachment)
    .where(Attachment.case_id == CaseFile.id, Attachment.kind == attachments.PHOTO)
    .scalar_subquery()
    .label("own_photos")
)
_EVER = (
    select(func.count())
    .select_from(_photo)
    .join(_other, _other.id == _photo.case_id)
    .where(_other.person_id == CaseFile.person_id, _photo.kind == attachments.PHOTO)
    .scalar_subquery()
    .label("photos")
)
_WAITING = Prepared(
    select(
        CaseFile.id,
        CaseFile.case_number,
        CaseFile.kind,
        CaseFile.person_id,
        CaseFile.accepted_on,
        CaseFile.due_on,
        CaseFile.due_estimated,
        Person.name,
        Person.id_number,
        Person.hukou_address,
        Registration.written_address,
        Blank.serial,
        Blank.counter_number,
        _OWN,
        _EVER,
    )
    .join(Person, Person.current_id == CaseFile.person_id)
    .outerjoin(Registration, Registration.open_person_id == CaseFile.person_id)
    .outerjoin(Blank, (Blank.case_id == CaseFile.id) & (Blank.state == BlankState.RESERVED.value))
    .where(
        CaseFile.state == CaseState.GRANTED.value,
        or_(*(CaseFile.kind == kind.value for kind in sorted(PRODUCED))),
        or_(bindparam("which") == "", CaseFile.kind == bindparam("which")),
    )
    .order_by(CaseFile.due_on.is_(None), CaseFile.due_on, CaseFile.id)
    .limit(bindparam("most"))
)

MADE_ANEW = (
    "person_row",
    "division",
    "address",
    "serial",
    "produced_on",
    "issued_on",
    "years_from",
    "endorsed_on",
    "opens_on",
    "due_on",
    "valid_until",
    "policy",
)
"""What another card for the same permit says anew: the first one was spoiled."""


def waiting(office: Office, link: Link, kind: CaseKind | None, limit: int) -> tuple[WaitingCard, ...]:
    """Return granted cases without a card, by due date."""
    today = office.today()
    return tuple(
        WaitingCard(
            case_id=row.id,
            case_number=row.case_number,
            kind=CaseKind(row.kind),
            person_id=row.person_id,
            person_name=row.name,
            masked_id_number=mask_id(row.id_number),
            accepted_on=row.accepted_on,
            due_on=row.due_on,
            due_estimated=bool(row.due_estimated),
            days_left=working_days_left(today, row.due_on, office.calendar) if row.due_on else None,
            photo=PhotoSource.CASE
            if row.own_photos
            else PhotoSource.EARLIER
            if row.photos
            else PhotoSource.NONE,
            missing_glyphs=tuple(
                one.character
                for one in cards.lacking(office, (row.name, row.hukou_address, row.written_address or ""))
            ),
            registered=row.written_address is not None,
            serial=row.serial or "",
            serial_counter=row.counter_number,
        )
        for row in link.all(_WAITING, which=kind.value if kind else "", most=limit)
    )


def permit_values(
    office: Office, link: Link, actor: Actor, case: CaseRow, card: PermitCard, at: datetime
) -> dict[str, Any]:
    """Return the columns of a permit as its card says them, with the dates that the law gives it."""
    person = people_records.by_id(link, case.person_id)
    here = registration_records.open_of(link, case.person_id)
    assert person is not None
    assert here is not None
    policy = office.policies.in_force(actor.station.division, card.issued_on)
    old = cards.replaced_by_case(link, case)
    return {
        "permit_number": card.number,
        "person_id": case.person_id,
        "person_row": person.id,
        "case_id": case.case_id,
        "ground": cards.ground_of(link, case, old),
        "division": here.division,
        "address": here.written_address,
        "serial": card.serial,
        "produced_on": local_date(at),
        "issued_on": card.issued_on,
        **permit_standing.first_dates(link, card.issued_on, policy, replaces=old),
        "replaces_id": old.permit_id if old else None,
        "policy": policy.version,
    }
