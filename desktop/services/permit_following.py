"""A permit follows its holder's registration: the address changes, the years go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.domain.errors import NotPossible, sentence
from desktop.domain.move import assess_move
from desktop.domain.permit_life import OPEN, PermitEvent
from desktop.services import permit_records, registration_records
from desktop.services.journal import Happening

if TYPE_CHECKING:
    from datetime import date, datetime

    from desktop.domain.forms import RegistrationForm
    from desktop.domain.policy import Policy
    from desktop.models.database import Link
    from desktop.services.case_records import KeptCase
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.permit_rows import PermitRow
    from desktop.services.rows import Actor


def follow(
    office: Office,
    journal: Journal,
    link: Link,
    actor: Actor,
    request_id: str,
    permit: PermitRow,
    here: Any,
    case: KeptCase,
    at: datetime,
) -> PermitRow:
    """Give a permit the address of the open registration's row, within the caller's transaction."""
    after = permit_records.happen(
        office,
        link,
        actor,
        request_id,
        permit,
        PermitEvent.CHANGE_ADDRESS,
        at,
        case_id=case.case_id,
        note=here.written_address,
        division=here.division,
        address=here.written_address,
    )
    journal.write(
        link,
        Happening(
            actor,
            "change_permit_address",
            at,
            person_id=permit.person_id,
            case_number=str(case.number),
            detail=permit.permit_number,
        ),
    )
    return after


def follow_move(
    office: Office,
    journal: Journal,
    link: Link,
    actor: Actor,
    request_id: str,
    person_id: int,
    case: KeptCase,
    at: datetime,
) -> PermitRow | None:
    """Let the permit that a person holds follow to the registration just opened, within its transaction.

    None without one, or where the address is the same. One that is lost or not handed over yet cannot follow
    now and is brought to the address afterwards.
    """
    permit = permit_records.held_by(link, person_id)
    if permit is None:
        return None
    here = registration_records.open_of(link, person_id)
    if here is None or here.written_address == permit.address:
        return None
    return follow(office, journal, link, actor, request_id, permit, here, case, at)


def check_leaving(
    office: Office,
    link: Link,
    person_id: int,
    old_division: str,
    form: RegistrationForm,
    policy: Policy,
    today: date,
) -> None:
    """Refuse a move out of the county to whoever has a permit: it ends with the registration, in one form."""
    if not any(one.state in OPEN for one in permit_records.of_person(link, person_id)):
        return
    move = assess_move(old_division, form.address.division, form.arrived_on, today, policy, office.calendar)
    if not move.within_county:
        raise NotPossible(
            sentence(
                "permit",
                "此人有居住证，跨县（市、区）搬迁的，居住登记和居住证一并注销，请办理“离开居住地注销”。",
            )
        )
