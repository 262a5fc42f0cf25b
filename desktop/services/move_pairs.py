"""Who is in both databases, and on what the two do not agree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from desktop.domain.errors import Sentence, sentence
from desktop.domain.masking import mask_id
from desktop.domain.permit_life import STATE_WORDS, PermitState
from desktop.models.prepared import Prepared
from desktop.models.tables import Permit, Person, Registration
from desktop.services import move_tables
from desktop.services.fact_words import fact_words
from desktop.services.move_rows import LivePair, MoveDifference, SamePerson
from desktop.services.person_versions import FIELDS

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.office import Office

_FACTS = (Person.id, Person.person_id, Person.version, *(getattr(Person, name) for name in FIELDS))
_WHO = Prepared(
    select(Person.id, Person.person_id, Person.live_key)
    .where(Person.id > bindparam("after"), Person.live_key.is_not(None))
    .order_by(Person.id)
    .limit(move_tables.AT_ONCE)
)
_SAME = Prepared(
    select(*_FACTS).where(
        Person.live_key.in_([bindparam(f"one_{place}") for place in range(move_tables.AT_ONCE)])
    )
)
_HERE = Prepared(select(*_FACTS).where(Person.current_id == bindparam("person")))
_RESIDENCE = Prepared(
    select(Registration.written_address, Registration.registered_on, Registration.ended_on).where(
        Registration.open_person_id == bindparam("person")
    )
)
_PERMIT = Prepared(
    select(Permit.permit_number, Permit.state, Permit.issued_on, Permit.address).where(
        Permit.holder_id == bindparam("person")
    )
)
_RESIDENCE_WORDS = sentence("move", "{address}（{on}登记）")
_PERMIT_WORDS = sentence("move", "{number}，{state}，{on}签发，{address}")


def same_people(office: Office, here: Link, there: Link) -> list[SamePerson]:
    """Return everybody whom both databases know, by kind and number of the document."""
    found = []
    after = -1
    while rows := here.all(_WHO, after=after):
        after = rows[-1].id
        people = {row.live_key: row.person_id for row in rows}
        for other in there.all(_SAME, **move_tables.among(list(people))):
            person_id = people[f"{other.id_kind}:{other.id_number}"]
            mine = here.one(_HERE, person=person_id)
            found.append(_pair(office, here, there, mine, other))
    return found


def _pair(office: Office, here: Link, there: Link, mine: Any, other: Any) -> SamePerson:
    return SamePerson(
        person_id=mine.person_id,
        station_id=other.person_id,
        seen=other.id,
        name=mine.name,
        id_kind=mine.id_kind,
        masked_id_number=mask_id(mine.id_number),
        differences=_differences(office, mine, other),
        residence=_both(
            _residence(there.one(_RESIDENCE, person=other.person_id)),
            _residence(here.one(_RESIDENCE, person=mine.person_id)),
        ),
        permit=_both(
            _permit(there.one(_PERMIT, person=other.person_id)),
            _permit(here.one(_PERMIT, person=mine.person_id)),
        ),
    )


def _differences(office: Office, mine: Any, other: Any) -> tuple[MoveDifference, ...]:
    found = []
    for name, heading in FIELDS.items():
        values = getattr(other, name), getattr(mine, name)
        if values[0] != values[1]:
            station, here = (_read_out(office, name, value) for value in values)
            found.append(MoveDifference(name, heading, station, here))
    return tuple(found)


def _read_out(office: Office, name: str, value: Any) -> Sentence | str:
    if value is None:
        return ""
    places: Mapping[str, str] = {}
    if name == "hukou_division" and value:
        places = {value: office.divisions.full_name(value) or value}
    return fact_words(name, str(value), places)


def _residence(row: Any | None) -> Sentence | None:
    if row is None:
        return None
    return _RESIDENCE_WORDS.fill(address=row.written_address, on=row.registered_on.isoformat())


def _permit(row: Any | None) -> Sentence | None:
    if row is None:
        return None
    return _PERMIT_WORDS.fill(
        number=row.permit_number,
        state=STATE_WORDS[PermitState(row.state)],
        on=row.issued_on.isoformat(),
        address=row.address,
    )


def _both(station: Sentence | None, here: Sentence | None) -> LivePair | None:
    return LivePair(station, here) if station is not None and here is not None else None
