"""The practice station (演练): fifty made-up people with valid numbers, whose cases went the real way."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop.domain.accounts import lookalike
from desktop.domain.codes import Ground, IdKind, MaterialState
from desktop.domain.forms import ApplicationForm, read_person, read_registration
from desktop.domain.id_numbers import check_digit
from desktop.domain.times import local_date
from desktop.services import passwords, practice_permits
from desktop.services.in_turn import in_turn
from desktop.services.practice_people import PEOPLE, SamplePerson
from desktop.services.practice_permits import BLANKS_CAME_IN, LIVES, Staff
from desktop.services.practice_photo import sample_photo
from desktop.services.practice_staff import PRACTICE_CLERKS
from desktop.services.rows import PracticeClerk, StationRow
from desktop.services.set_up import NewStaff, store
from desktop.services.staff_records import BY_LOOKALIKE, BY_NAME

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.counter import Counter

STATION = StationRow(
    division="370102",
    station_code="001",
    name="济南市公安局历下区分局演练派出所",
    address="济南市历下区演练路1号",
    phone="0531-80000000",
    practice=True,
)
BEGAN = 1_100
"""So many days ago the practice station was set up."""
_NAMESPACE = uuid.UUID("5f0c7a52-6d0e-4c3b-9d3f-3d3a0c1b7a11")


@dataclass
class _Past:
    """A clock that stands at a moment of the practice station's past."""

    moment: datetime

    def now(self) -> datetime:
        self.moment += timedelta(seconds=7)
        return self.moment


def fill(counter: Counter) -> None:
    """Set the practice station up with its sample clerks and people; one of an older program gets who is new.

    All of it is one transaction: a program killed meanwhile finds an empty database and fills it again.
    """
    office = counter.office
    station = office.station()
    if station is not None:
        _add_newer(counter, station)
        return
    now = office.clock.now()
    past = _Past(now - timedelta(days=BEGAN))
    real, office.clock = office.clock, past
    try:
        with office.database.write():
            _fill(counter, past, now)
    finally:
        office.clock = real


def _add_newer(counter: Counter, station: StationRow) -> None:
    """Add the sample clerks that an older program's practice station did not have."""
    office = counter.office
    with office.database.faults():
        missing = _missing(office.database.link)
    if not (missing and station.practice):
        return
    hashes = {one.sign_in_name: passwords.hashed(one.password) for one in missing}

    def job(link: Link) -> None:
        for one in _missing(link):
            person = NewStaff(one.sign_in_name, one.name, one.role, one.password)
            store(office, counter.journal, link, station, person, hashes[one.sign_in_name], 1)

    in_turn(office, job)


def _missing(link: Link) -> tuple[PracticeClerk, ...]:
    return tuple(
        one
        for one in PRACTICE_CLERKS
        if link.one(BY_NAME, sign_in_name=one.sign_in_name) is None
        and link.one(BY_LOOKALIKE, alike=lookalike(one.sign_in_name)) is None
    )


def _fill(counter: Counter, past: _Past, now: datetime) -> None:
    if counter.office.station() is not None:  # another program was faster
        return
    people = tuple(NewStaff(one.sign_in_name, one.name, one.role, one.password) for one in PRACTICE_CLERKS)
    counter.set_up.establish(STATION, people, 1)
    staff = practice_permits.sign_in(counter)
    for days_ago, number, step in _events():
        past.moment = max(past.moment, now - timedelta(days=days_ago, hours=1, minutes=-number))
        step(counter, staff, PEOPLE[number], past)


Step = Callable[["Counter", Staff, SamplePerson, _Past], None]


def _events() -> list[tuple[int, int, Step]]:
    events: list[tuple[int, int, Step]] = [(BLANKS_CAME_IN, 0, _stock)]
    for number, person in enumerate(PEOPLE):
        events.append((person.registered_days_ago, number, _register))
        if person.moved_days_ago is not None:
            events.append((person.moved_days_ago, number, _move))
        if person.applied_days_ago is not None:
            events.append((person.applied_days_ago, number, _apply))
        events += [(days_ago, number, _lived(step)) for days_ago, step in LIVES.get(person.name, ())]
    return sorted(events, key=lambda event: (-event[0], event[1]))


def _stock(counter: Counter, staff: Staff, person: SamplePerson, past: _Past) -> None:
    del person, past
    practice_permits.stock(counter, staff)


def _lived(step: practice_permits.LifeStep) -> Step:
    def live(counter: Counter, staff: Staff, person: SamplePerson, past: _Past) -> None:
        del past
        practice_permits.live(counter, staff, _person_id(counter, person), step)

    return live


def id_number(first17: str) -> str:
    """Return a sample number with its right check digit."""
    return first17 + check_digit(first17)


def _values(person: SamplePerson) -> dict[str, str]:
    number = id_number(person.number) if len(person.number) == 17 else person.number
    return {**person.facts, "id_kind": person.id_kind, "id_number": number, "name": person.name}


def _register(counter: Counter, staff: Staff, person: SamplePerson, past: _Past) -> None:
    today = local_date(past.moment)
    form = read_person(_values(person), today)
    residence = read_registration(
        {**person.residence, "arrived_on": (today - timedelta(days=person.days_before_report)).isoformat()},
        person.minors,
        today,
    )
    if form.value is None or residence.value is None:
        raise AssertionError(f"a sample person breaks a rule: {form.problems} {residence.problems}")
    request = uuid.uuid5(_NAMESPACE, f"register {person.number}")
    counter.registrations.accept(staff.clerk, str(request), form.value, residence.value)


def _person_id(counter: Counter, person: SamplePerson) -> int:
    values = _values(person)
    found = counter.people.by_number(IdKind(values["id_kind"]), values["id_number"])
    if found is None:
        raise AssertionError(f"sample person {person.name} is not registered yet")
    return found.person_id


def _move(counter: Counter, staff: Staff, person: SamplePerson, past: _Past) -> None:
    today = local_date(past.moment)
    form = read_person(_values(person), today)
    residence = read_registration({**person.moved_to, "arrived_on": today.isoformat()}, (), today)
    before = counter.registrations.open_registration(_person_id(counter, person))
    if form.value is None or residence.value is None or before is None:
        raise AssertionError(f"a sample move breaks a rule: {residence.problems}")
    request = uuid.uuid5(_NAMESPACE, f"move {person.number}")
    counter.registrations.accept(
        staff.clerk, str(request), form.value, residence.value, move_from=before.registration_id
    )


def _apply(counter: Counter, staff: Staff, person: SamplePerson, past: _Past) -> None:
    del past
    person_id = _person_id(counter, person)
    ground = Ground(person.ground)
    needs = counter.applications.checklist(staff.clerk, person_id, ground, None).materials
    states = {need.code: MaterialState.PRESENT for need in needs if need.code not in person.missing}
    states |= dict.fromkeys(person.shared, MaterialState.SHARED)
    form = ApplicationForm(ground=ground, materials=states, photo="", agent=None, remark="")
    photo = None if "photo" in person.missing + person.shared else sample_photo()
    request = uuid.uuid5(_NAMESPACE, f"apply {person.number}")
    counter.applications.accept(staff.clerk, str(request), person_id, form, photo)
