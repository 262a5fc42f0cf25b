"""The people of a city and what is kept of each, as lines to COPY: a line costs a formatted string and no more.

Whatever is asked of a row follows from its place in the order of coming. Among a million or fewer somebody comes
every minute, as in `people`; among more they come in the same two years, at as many more counters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import cached_property
from random import Random

from benchmarks.made_up import NumberInTurn, drawn_names
from benchmarks.people import BEGIN, COUNTERS, EPOCH, ROADS, STEP, keyed
from benchmarks.stations import FRIDAY_MORNING, STATION
from desktop.domain.times import CHINA, local_date
from desktop.services.people_records import bigrams
from desktop.services.pinyin import initials, readings

Block = list[str]
"""Some lines, to be sent as one."""

_MILLION = 1_000_000
_BLOCK = 2_000
_POLICY = "national@2021-10-01+shandong@2017-01-01"
_FACTS = '{"due_on":"","findings":[],"late_days":0,"moved_from":null}'
_CLOCK = [f"{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}" for second in range(86_400)]
_DAYS = [str(EPOCH.date() + timedelta(days=day)) for day in range(9 * 366)]
_TODAY = local_date(FRIDAY_MORNING)
_CHINA = 8 * 3600

_STATES = {0: "granted", 1: "produced", 2: "sent_back", 3: "awaiting_materials"}
"""Of twenty applications four stand so; the others are accepted."""

COLUMNS = {
    "person": "id, person_id, version, known_from, current_id, live_key, id_kind, id_number, name, former_name, sex,"
    " birth_date, ethnicity, hukou_division, hukou_address, phone, education, marital_status, political_status,"
    " employer, changed_by",
    "case_file": "id, case_number, request_id, kind, state, version, person_id, person_row, accepted_at, accepted_on,"
    " counter_number, staff_id, staff_name, due_on, due_estimated, policy, summary, facts, closed_at",
    "case_step": "id, case_id, state, at, staff_id, note, facts",
    "registration": "id, registration_id, version, known_from, current_id, open_person_id, person_id, person_row,"
    " case_id, division, street, community, road, house_number, building, unit, room, address_remark,"
    " written_address, lodging, reason, landlord_name, landlord_phone, employer, reported_by, reporter_name,"
    " reporter_phone, remark, arrived_on, registered_on, ended_on, end_reason, late_days, counter_number, changed_by",
    "permit": "id, permit_id, version, known_from, current_id, holder_id, current_state, permit_number, person_id,"
    " person_row, case_id, state, ground, division, address, serial, produced_on, issued_on, handed_over_on,"
    " years_from, opens_on, due_on, end_reason, policy, changed_by",
    "name_bigram": "bigram, person_id",
    "name_reading": "reading, person_id",
}
"""Each table that is filled here, and what a line of it holds."""


class Coming:
    """When and at which counter each of a city's people came, and the moments of the two years as texts."""

    def __init__(self, rows: int) -> None:
        millions = -(-rows // _MILLION)
        self.rows = rows
        self.step = STEP.seconds if rows <= _MILLION else STEP.seconds * _MILLION // rows
        """Seconds from one to the next."""
        self.counters = range(COUNTERS[0], COUNTERS[0] + len(COUNTERS) * millions)
        self.first = int((BEGIN - EPOCH).total_seconds())
        """The first moment, in seconds as below: since the time that keys count from."""

    def key(self, place: int, sequence: int) -> int:
        """Give the key of a row of the person at a place."""
        second = self.first + place * self.step
        counters = self.counters
        return second * 1000 << 21 | counters[place % len(counters)] << 14 | sequence

    def case_number(self, place: int, sequence: int) -> str:
        """Give the number of the first or second case of the person at a place."""
        counters = self.counters
        day, second = divmod(self.first + place * self.step + _CHINA, 86_400)
        number = second // self.step // len(counters) * 2 + sequence
        on = _DAYS[day].replace("-", "")
        return f"{STATION.division}{STATION.station_code}{on}{counters[place % len(counters)]}{number:03d}"

    def ticks_before(self, year: int) -> int:
        """Give how many steps begin before a year does at the station."""
        second = int((datetime(year, 1, 1, tzinfo=CHINA) - EPOCH).total_seconds())
        return max(0, -((self.first - second) // self.step))

    @staticmethod
    def utc(second: int, between: str = " ") -> str:
        """Write a moment, without its zone."""
        day, rest = divmod(second, 86_400)
        return f"{_DAYS[day]}{between}{_CLOCK[rest]}"

    @staticmethod
    def here(second: int) -> str:
        """Write a moment as a clock at the station shows it."""
        day, rest = divmod(second + _CHINA, 86_400)
        return f"{_DAYS[day]} {_CLOCK[rest]}"


def person_key(place: int, rows: int) -> int:
    """Give the key of the person at a place of a city of so many people."""
    coming = Coming(rows)
    counters = coming.counters
    return keyed(BEGIN + place * timedelta(seconds=coming.step), counters[place % len(counters)], 0)


class CityRows:
    """The lines of each table of `COLUMNS`, in the order of their keys."""

    def __init__(self, rows: int, staff_id: int, staff_name: str) -> None:
        self.coming = Coming(rows)
        self._staff_id, self._staff_name = staff_id, staff_name

    def lines(self, table: str, first: int, end: int) -> Iterator[Block]:
        """Give the lines of a table for the people from one place up to another."""
        made: Callable[[int], Block] = getattr(self, f"_{table}")
        for start in range(first, end, _BLOCK):
            block: Block = []
            for place in range(start, min(start + _BLOCK, end)):
                block += made(place)
            yield block

    @cached_property
    def _names(self) -> list[str]:
        return drawn_names(Random(20261120), min(_MILLION, self.coming.rows))  # noqa: S311 - made-up people

    @cached_property
    def _numbers(self) -> NumberInTurn:
        return NumberInTurn()

    @cached_property
    def _pairs(self) -> dict[str, list[str]]:
        return {name: sorted(bigrams(name)) for name in set(self._names)}

    @cached_property
    def _spoken(self) -> dict[str, list[str]]:
        return {name: sorted(readings(name) | initials(name)) for name in set(self._names)}

    def _person(self, place: int) -> Block:
        key, number = self.coming.key(place, 0), self._numbers[place]
        name = self._names[place % len(self._names)]
        at = self.coming.utc(self.coming.first + place * self.coming.step)
        return [
            f"{key}\t{key}\t1\t{at}+00\t{key}\tresident:{number}\tresident\t{number}\t{name}\t\t"
            f"{2 - int(number[16]) % 2}\t{number[6:10]}-{number[10:12]}-{number[12:14]}\t01\t{number[:6]}\t"
            f"测速镇测速路{place % 997 + 1}号\t1{place % 7 + 30}{place * 7919 % 100_000_000:08d}\t\t\t\t"
            f"测速第{place % 5000 + 1}有限公司\t{self._staff_id}\n"
        ]

    def _case_file(self, place: int) -> Block:
        block = [self._case(place, 1, "registration", "completed", "\\N")]
        if place % 10 == 0:
            order = place // 10 + 1
            state = _STATES.get(order % 20, "accepted")
            due = "\\N" if order % 20 == 3 else str(_TODAY + timedelta(days=18 - order // 20 % 20))
            block.append(self._case(place, 2, "permit_application", state, due))
        return block

    def _case(self, place: int, sequence: int, kind: str, state: str, due: str) -> str:
        coming = self.coming
        second, person = coming.first + place * coming.step, coming.key(place, 0)
        at, counters = coming.utc(second), coming.counters
        return (
            f"{person | sequence}\t{coming.case_number(place, sequence)}\t"
            f"00000000-0000-4000-{sequence:04d}-{place:012d}\t{kind}\t{state}\t1\t{person}\t{person}\t{at}+00\t"
            f"{coming.here(second)[:10]}\t{counters[place % len(counters)]}\t{self._staff_id}\t{self._staff_name}\t"
            f"{due}\tf\t{_POLICY}\t{address(place)}\t{_FACTS}\t{at + '+00' if state == 'completed' else _NULL}\n"
        )

    def _case_step(self, place: int) -> Block:
        key = self.coming.key(place, 0)
        at = self.coming.utc(self.coming.first + place * self.coming.step)
        return [f"{key | 3}\t{key | 1}\tcompleted\t{at}+00\t{self._staff_id}\t\t\n"]

    def _registration(self, place: int) -> Block:
        coming = self.coming
        second, person = coming.first + place * coming.step, coming.key(place, 0)
        key, ended, day = person | 4, place % 5 == 0, (second + _CHINA) // 86_400
        counters = coming.counters
        return [
            f"{key}\t{key}\t1\t{coming.utc(second)}+00\t{key}\t{_NULL if ended else person}\t{person}\t{person}\t"
            f"{person | 1}\t370102\t370102001\t370102001002\t{_PARTS[place % _EVERY]}\t\t{address(place)}\t"
            f"rented\twork\t测速房主\t13900009999\t测速第{place % 5000 + 1}有限公司\tself\t\t\t\t"
            f"{_DAYS[day - 1]}\t{_DAYS[day]}\t{_DAYS[day + 90] if ended else _NULL}\t{'moved' if ended else ''}\t0\t"
            f"{counters[place % len(counters)]}\t{self._staff_id}\n"
        ]

    def _permit(self, place: int) -> Block:
        if place % 4:
            return []
        coming, order = self.coming, place // 4 + 1
        person = coming.key(place, 0)
        issued, opens, due, late = _TIMES[order % _THREE_YEARS + _THREE_YEARS * (order % 101 == 0)]
        key, state = person | 10, "cancelled" if order % 7 == 0 else "suspended" if late else "valid"
        at = coming.utc(coming.first + place * coming.step)
        held = _NULL if state == "cancelled" else key
        return [
            f"{key}\t{key}\t1\t{at}+00\t{key}\t{held}\t{state}\t31{coming.case_number(place, 1)}\t{person}\t{person}\t"
            f"{person | 1}\t{state}\temployment\t370102\t{address(place)}\tSD{order:08d}\t{issued}\t{issued}\t{issued}\t"
            f"{issued}\t{opens}\t{due}\t{'left' if state == 'cancelled' else ''}\t{_POLICY}\t{self._staff_id}\n"
        ]

    def _name_bigram(self, place: int) -> Block:
        key = self.coming.key(place, 0)
        return [f"{pair}\t{key}\n" for pair in self._pairs[self._names[place % len(self._names)]]]

    def _name_reading(self, place: int) -> Block:
        key = self.coming.key(place, 0)
        return [f"{reading}\t{key}\n" for reading in self._spoken[self._names[place % len(self._names)]]]


_NULL = "\\N"
_EVERY = 300  # addresses


def _parts(place: int) -> tuple[str, ...]:
    """Road, house, building, unit and room."""
    house, building, unit = str(place % 300 + 1), str(place % 20 + 1), str(place % 4 + 1)
    return ROADS[place % len(ROADS)], house, building, unit, f"{place % 30 + 1}0{unit}"


def _written(place: int) -> str:
    road, house, building, unit, room = _parts(place)
    return f"山东省济南市历下区解放路街道解放桥社区{road}{house}号{building}号楼{unit}单元{room}室"


_PARTS = ["\t".join(_parts(place)) for place in range(_EVERY)]
_ADDRESSES = [_written(place) for place in range(_EVERY)]


def address(place: int) -> str:
    """Give where the person at a place lives, in one line."""
    return _ADDRESSES[place % _EVERY]


def _times(order: int) -> tuple[str, str, str, bool]:
    """When a permit was issued, within three years, when its endorsement opens and is due, whether that is late."""
    issued = _TODAY - timedelta(days=order % _THREE_YEARS)
    years = 1 + (_TODAY - issued).days // 366 - (order >= _THREE_YEARS)
    day = 28 if (issued.month, issued.day) == (2, 29) else issued.day
    due = date(issued.year + years, issued.month, day)
    return str(issued), str(due - timedelta(days=30)), str(due), due < _TODAY - timedelta(days=1)


_THREE_YEARS = 1096
_TIMES = [_times(order) for order in range(2 * _THREE_YEARS)]
"""As many days, then the same for those who should have come a year ago."""
