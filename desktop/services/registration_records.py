"""Storing and reading spans of residence: a change closes the version, a move closes the span."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select, update

from desktop.domain.addresses import Address
from desktop.domain.codes import Sex
from desktop.models.prepared import Prepared
from desktop.models.tables import AccompanyingMinor, Registration
from desktop.services.rows import MinorRow, RegistrationRow

if TYPE_CHECKING:
    from desktop.domain.forms import RegistrationForm
    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.people_records import KeptPerson
    from desktop.services.rows import Actor

_COLUMNS = tuple(Registration.__table__.columns)
_OF_VERSIONS = ("id", "version", "known_from", "known_until", "current_id", "open_person_id", "changed_by")
_SHOWN = tuple(column for column in _COLUMNS if column.key not in _OF_VERSIONS)
OF_PERSON = Prepared(
    select(*_SHOWN)
    .where(Registration.person_id == bindparam("person"), Registration.current_id.is_not(None))
    .order_by(Registration.registration_id.desc())
)
OPEN = Prepared(select(*_COLUMNS).where(Registration.open_person_id == bindparam("person")))
_LAST_AT_COUNTER = Prepared(
    select(*_COLUMNS)
    .where(
        Registration.counter_number == bindparam("counter"), Registration.registered_on == bindparam("day")
    )
    .order_by(Registration.id.desc())
    .limit(1)
)
MINORS = Prepared(
    select(
        AccompanyingMinor.name,
        AccompanyingMinor.sex,
        AccompanyingMinor.birth_date,
        AccompanyingMinor.id_number,
        AccompanyingMinor.relation,
    )
    .where(AccompanyingMinor.registration_id == bindparam("registration"))
    .order_by(AccompanyingMinor.id)
)
_ADD = Prepared(insert(Registration))
_ADD_MINOR = Prepared(insert(AccompanyingMinor))
CLOSE_VERSION = Prepared(
    update(Registration)
    .where(Registration.id == bindparam("row"), Registration.current_id.is_not(None))
    .values(known_until=bindparam("until"), current_id=None, open_person_id=None)
)
_KEPT_FROM_VERSION = tuple(column.key for column in _SHOWN)


def open_of(link: Link, person_id: int) -> Any | None:
    """Return the row of a person's open registration, or None."""
    return link.one(OPEN, person=person_id)


def of_person(link: Link, person_id: int, station_name: str) -> tuple[RegistrationRow, ...]:
    """Return a person's spans of residence as known now, newest first."""
    return tuple(frozen(link, row, station_name) for row in link.all(OF_PERSON, person=person_id))


def last_at_counter(link: Link, counter_number: int, on: date) -> Any | None:
    """Return the newest registration made at a counter on a day, for "same as the previous person"."""
    return link.one(_LAST_AT_COUNTER, counter=counter_number, day=on)


def address_of(row: Any) -> Address:
    """Return the address of a registration's row."""
    return Address(
        division=row.division,
        street=row.street,
        community=row.community,
        road=row.road,
        house_number=row.house_number,
        building=row.building,
        unit=row.unit,
        room=row.room,
        remark=row.address_remark,
    )


def frozen(link: Link, row: Any, station_name: str) -> RegistrationRow:
    """Return the frozen row of a span with its minors."""
    return RegistrationRow(
        registration_id=row.registration_id,
        person_id=row.person_id,
        case_id=row.case_id,
        address=address_of(row),
        written_address=row.written_address,
        lodging=row.lodging,
        reason=row.reason,
        arrived_on=row.arrived_on,
        registered_on=row.registered_on,
        intended_until=row.intended_until,
        until=row.ended_on,
        end_reason=row.end_reason,
        employer=row.employer,
        landlord_name=row.landlord_name,
        landlord_phone=row.landlord_phone,
        reported_by=row.reported_by,
        reporter_name=row.reporter_name,
        reporter_phone=row.reporter_phone,
        remark=row.remark,
        late_days=row.late_days,
        station_name=station_name,
        minors=minors_of(link, row.registration_id),
    )


def minors_of(link: Link, registration_id: int) -> tuple[MinorRow, ...]:
    """Return the minors of a span, in the order they were given."""
    return tuple(
        MinorRow(row.name, Sex(row.sex), row.birth_date, row.id_number, row.relation)
        for row in link.all(MINORS, registration=registration_id)
    )


def open_span(
    office: Office,
    link: Link,
    actor: Actor,
    person: KeptPerson,
    case_id: int,
    form: RegistrationForm,
    kept: Mapping[str, Any],
    at: datetime,
) -> int:
    """Store a new span of residence and its minors; return its key.

    `kept` holds what the service worked out: written_address, employer, registered_on, late_days.
    """
    row = office.key(actor.counter_number, at)
    address = form.address
    link.add(
        _ADD,
        {
            "id": row,
            "registration_id": row,
            "version": 1,
            "known_from": at,
            "known_until": None,
            "current_id": row,
            "open_person_id": person.person_id,
            "person_id": person.person_id,
            "person_row": person.row,
            "case_id": case_id,
            "division": address.division,
            "street": address.street,
            "community": address.community,
            "road": address.road,
            "house_number": address.house_number,
            "building": address.building,
            "unit": address.unit,
            "room": address.room,
            "address_remark": address.remark,
            "lodging": str(form.lodging),
            "reason": str(form.reason),
            "landlord_name": form.landlord_name,
            "landlord_phone": form.landlord_phone,
            "reported_by": str(form.reported_by),
            "reporter_name": form.reporter_name,
            "reporter_phone": form.reporter_phone,
            "remark": form.remark,
            "arrived_on": form.arrived_on,
            "intended_until": form.intended_until,
            "ended_on": None,
            "end_reason": "",
            "counter_number": actor.counter_number,
            "changed_by": actor.staff_id,
            **kept,
        },
    )
    if not form.minors:
        return row
    link.run_many(
        _ADD_MINOR,
        [
            {
                "id": office.key(actor.counter_number, at),
                "registration_id": row,
                "name": minor.name,
                "sex": str(minor.sex),
                "birth_date": minor.birth_date,
                "id_number": minor.id_number,
                "relation": str(minor.relation),
            }
            for minor in form.minors
        ],
    )
    return row


def end_span(
    office: Office, link: Link, actor: Actor, row: Any, ended_on: date, reason: str, at: datetime
) -> None:
    """Close a span on a day: the version that says it lasts is closed, one that says it ended is opened."""
    link.run(CLOSE_VERSION, row=row.id, until=at)
    values: dict[str, Any] = {name: getattr(row, name) for name in _KEPT_FROM_VERSION}
    values.update(ended_on=ended_on, end_reason=reason)
    link.run(
        _ADD,
        id=office.key(actor.counter_number, at),
        version=row.version + 1,
        known_from=at,
        known_until=None,
        current_id=row.registration_id,
        open_person_id=None,
        changed_by=actor.staff_id,
        **values,
    )


def spans(rows: Sequence[RegistrationRow]) -> tuple[tuple[date, date | None], ...]:
    """Return registered residence as (from, until) days, oldest first; it counts from registration."""
    return tuple((row.registered_on, row.until) for row in reversed(rows))
