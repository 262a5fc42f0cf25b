"""What `accept` answers: a new registration from what it has just stored, any other read from the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.codes import CaseKind
from desktop.domain.masking import mask_id
from desktop.domain.times import local_date
from desktop.services import case_records, paper_records, registration_records
from desktop.services.rows import CaseRow, MinorRow, RegistrationDone, RegistrationRow

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.forms import PersonForm, RegistrationForm
    from desktop.models.database import Link
    from desktop.services.rows import Actor


def stored(link: Link, actor: Actor, case_id: int) -> RegistrationDone:
    """Read a registration as it stands in the database."""
    station = actor.station.name
    case = case_records.find(link, case_id)
    rows = registration_records.of_person(link, case.person_id, station)
    here = next(row for row in rows if row.case_id == case_id)
    before = next((row for row in rows if row.registration_id < here.registration_id), None)
    [paper] = paper_records.of_case(link, case_id)
    moved_from = before if case.kind is CaseKind.REGISTRATION_MOVE else None
    return RegistrationDone(case, here, paper.paper_id, moved_from)


def told(
    actor: Actor,
    kept: case_records.KeptCase,
    new: case_records.NewCase,
    person_id: int,
    registration_id: int,
    paper_id: int,
    late_days: int,
    person: PersonForm,
    form: RegistrationForm,
    at: datetime,
) -> RegistrationDone:
    """Return the same as `stored` would, without asking, in the transaction that stores it.

    Of somebody who was registered nowhere; `new` has the written address in its summary.
    """
    today = local_date(at)
    case = CaseRow(
        case_id=kept.case_id,
        case_number=str(kept.number),
        kind=new.kind,
        state=new.state,
        person_id=person_id,
        person_name=person.name,
        masked_id_number=mask_id(person.id_number),
        accepted_at=at,
        accepted_on=today,
        counter_number=actor.counter_number,
        clerk=actor.name,
        due_on=new.due_on,
        due_estimated=new.due_estimated,
        policy=new.policy,
        summary=new.summary[: case_records.SUMMARY_LIMIT],
        papers=1,
        unsettled=0,
    )
    registration = RegistrationRow(
        registration_id=registration_id,
        person_id=person_id,
        case_id=kept.case_id,
        address=form.address,
        written_address=new.summary,
        lodging=str(form.lodging),
        reason=str(form.reason),
        arrived_on=form.arrived_on,
        registered_on=today,
        intended_until=form.intended_until,
        until=None,
        end_reason="",
        employer=person.employer,
        landlord_name=form.landlord_name,
        landlord_phone=form.landlord_phone,
        reported_by=str(form.reported_by),
        reporter_name=form.reporter_name,
        reporter_phone=form.reporter_phone,
        remark=form.remark,
        late_days=late_days,
        station_name=actor.station.name,
        minors=tuple(
            MinorRow(one.name, one.sex, one.birth_date, one.id_number, str(one.relation))
            for one in form.minors
        ),
    )
    return RegistrationDone(case, registration, paper_id, None)
