"""A registration in one durable transaction, beside the bare driver storing the same rows."""

from __future__ import annotations

import json
import shutil
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID

from benchmarks.kit import FOLDER, Finding, Ratio, processor, ratio_of_rounds, turn_about
from benchmarks.made_up import made_up_names
from benchmarks.people import station_of
from benchmarks.stations import FRIDAY_MORNING, StandingClock, clerk, copied, kept_small, opened, warm
from desktop.domain.forms import PersonForm, RegistrationForm, read_person, read_registration
from desktop.domain.id_numbers import check_digit
from desktop.services.counter import Counter

TITLE = "Registration, stored durably"
LIMIT = 1.7
_ROUNDS, _EACH = 15, 50
_WRITES = ("INSERT", "UPDATE", "DELETE", "BEGIN", "COMMIT")
_WORKPLACES = ("测速纺织有限公司", "测速五金商行", "测速物流有限公司", "测速软件有限公司")

Forms = tuple[PersonForm, RegistrationForm]
Statements = list[tuple[str, Any]]


def measure(rows: int) -> Finding:
    """Register newcomers at a station of `rows` people, the bare driver at a copy of it.

    What the bare driver stores was taken down before, at a small station: statement by statement what
    `accept` stores there for the same people, at the same moments, under the same keys. It is spared the
    questions that `accept` asks and everything that is not SQL.
    """
    people = newcomers(_ROUNDS * _EACH)
    taken_down = _taken_down(people)
    folder = station_of(rows)
    one_folder, other_folder = copied(folder, FOLDER / "accept"), copied(folder, FOLDER / "accept.bare")
    try:
        for each in (one_folder, other_folder):
            warm(each)
        counter = opened(one_folder)
        desk = _Desk(counter)
        bare = opened(other_folder)
        clerk(bare, 1)
        cursor = bare.office.database.link._cursor

        def ours(serial: int) -> object:
            return desk.accept(serial, people[serial])

        def driver(serial: int) -> None:
            for statement, values in taken_down[serial]:
                cursor.execute(statement, values)

        serials = list(range(len(people)))
        rounds = [serials[start : start + _EACH] for start in range(0, len(serials), _EACH)]
        one, other = turn_about(ours, driver, rounds)
        _same(counter, bare)
        counter.close()
        bare.close()
    finally:
        shutil.rmtree(one_folder)
        shutil.rmtree(other_folder)
    return Finding(
        f"{TITLE}, among {rows:,}",
        (Ratio("p50", ratio_of_rounds(one, other, 50), LIMIT),),
        {
            "through the service": one.written(),
            "bare driver, same rows": other.written(),
            "processor time": processor(one, other),
            "p99 beside p99": f"{one.percentile(99) / other.percentile(99):.2f} ×",
            "rows of a registration": str(sum(text.startswith("INSERT") for text, _ in taken_down[-1])),
        },
    )


class _Desk:
    """A counter where the same people always come at the same moments with the same requests."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._clock = StandingClock()
        counter.office.clock = self._clock
        self._actors = [clerk(counter, number) for number in range(21, 23)]
        self._requests = [str(UUID(int=place)) for place in range(1, _ROUNDS * _EACH + 1)]
        counter.journal.flush()

    def accept(self, serial: int, forms: Forms) -> object:
        """Register one of them; the counters take turns, since each gives 999 numbers a day."""
        self._clock.moment = FRIDAY_MORNING + timedelta(hours=1, seconds=20 * serial)
        actor = self._actors[serial % len(self._actors)]
        return self._counter.registrations.accept(actor, self._requests[serial], *forms)


class _Recorder:
    """A cursor that takes down what is stored through it."""

    def __init__(self, cursor: Any, taken_down: Statements) -> None:
        self._cursor, self._taken_down = cursor, taken_down

    def execute(self, text: str, values: Any = ()) -> Any:
        if text.startswith(_WRITES):
            self._taken_down.append((text, values))
        self._cursor.execute(text, values)
        return self

    def executemany(self, text: str, many: list[Any]) -> Any:
        self._taken_down += [(text, values) for values in many]
        self._cursor.executemany(text, many)
        return self

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)


def _taken_down(people: list[Forms]) -> list[Statements]:
    folder = copied(kept_small(), FOLDER / "accept.small")
    counter = opened(folder)
    desk = _Desk(counter)
    link = counter.office.database.link
    cursor = link._cursor
    everything = []
    for serial, forms in enumerate(people):
        statements: Statements = []
        link._cursor = _Recorder(cursor, statements)
        desk.accept(serial, forms)
        everything.append(statements)
    link._cursor = cursor
    counter.close()
    shutil.rmtree(folder)
    return everything


def _same(one: Counter, other: Counter) -> None:
    """Make sure that both stored the very same rows."""
    for table in ("person", "case_file", "case_step", "registration", "paper", "name_bigram", "name_reading"):
        order = "bigram, person_id" if table == "name_bigram" else "reading, person_id"
        order = order if table.startswith("name_") else "id"
        text = f"SELECT * FROM {table} ORDER BY {order} DESC LIMIT 1000"  # noqa: S608 - our own names
        found = [it.office.database.link._cursor.execute(text).fetchall() for it in (one, other)]
        if table == "paper":  # a seal has a check code of its own each time, and each station its own key
            found = [[tuple(_unsealed(value) for value in row) for row in rows] for rows in found]
        assert found[0] == found[1], f"the bare driver did not store the same rows in {table}"


def _unsealed(value: Any) -> Any:
    """Give a stored document without its seal, and anything else as it is."""
    if not (isinstance(value, str) and value.startswith("{")):
        return value
    return {name: part for name, part in json.loads(value).items() if name != "seal"}


def newcomers(count: int) -> list[Forms]:
    """Give what the forms say of so many people who come for the first time; always the same people."""
    names = made_up_names(Random(3), count)  # noqa: S311 - made-up people
    return [newcomer(serial, name) for serial, name in enumerate(names)]


def newcomer(serial: int, name: str, number: str = "") -> Forms:
    """Give what the forms say of one of them; `number` where not made from the serial."""
    today = date(2026, 11, 20)
    chance = Random(serial)  # noqa: S311 - made-up people
    first17 = f"371321{1960 + serial % 40}{serial // 40 % 12 + 1:02d}{chance.randrange(1, 29):02d}{serial % 1000:03d}"
    person = read_person(
        {
            "id_number": number or first17 + check_digit(first17),
            "name": name,
            "ethnicity": "01",
            "hukou_division": "371321",
            "hukou_address": f"测速镇测速路{serial + 1}号",
            "phone": f"139{serial:08d}",
            "employer": chance.choice(_WORKPLACES),
        },
        today,
    )
    residence = read_registration(
        {
            "division": "370102",
            "street": "370102001",
            "community": "370102001002",
            "road": "测速路",
            "house_number": str(serial % 200 + 1),
            "building": "3",
            "unit": "2",
            "room": "501",
            "lodging": "rented",
            "landlord_name": "测速房主",
            "landlord_phone": "13900009999",
            "reason": "work",
            "arrived_on": "2026-11-19",
            "reported_by": "self",
        },
        (),
        today,
    )
    assert person.value is not None
    assert residence.value is not None, residence.problems
    return person.value, residence.value
