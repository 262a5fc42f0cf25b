"""A station of a million people, made once and kept between runs; all of them are made up."""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import insert

from benchmarks.kit import FOLDER
from benchmarks.made_up import made_up_names, numbers
from benchmarks.stations import STATION, clerk, database_file, kept_small, opened, small_station
from desktop.domain.times import CHINA, local_date
from desktop.domain.trail import FIRST_HASH, entry_hash
from desktop.models.database import Link
from desktop.models.prepared import Prepared
from desktop.models.tables import (
    CaseFile,
    CaseStep,
    JournalEntry,
    NameBigram,
    NameReading,
    Person,
    Registration,
)
from desktop.services.journal import Happening, entry_of
from desktop.services.people_records import bigrams, live_key
from desktop.services.pinyin import initials, readings
from desktop.services.rows import Actor

GENERATOR = "7"  # raised when the rows made here change
BEGIN = datetime(2024, 9, 2, 0, 30, tzinfo=UTC)
STEP = timedelta(seconds=60)
COUNTERS = (11, 12, 13, 14)
"""The counters where the million were registered; others have no history yet."""
EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_CHUNK = 20_000
_NAMES = 100_000

ROADS = (
    "解放路",
    "历山路",
    "佛山街",
    "东关大街",
    "千佛山路",
    "文化东路",
    "山大路",
    "花园路",
    "和平路",
    "经十路",
)


def station_of(rows: int) -> Path:
    """Give the data folder of a station with so many people, making it when it is not there yet.

    It is made anew when the schema or the generator has changed. A million take two to three minutes.
    """
    small = kept_small()
    kept = FOLDER / f"people-{rows}-{schema_of(small, GENERATOR)}"
    if not database_file(kept).exists():
        small_station(small)
        for old in FOLDER.glob(f"people-{rows}-*"):
            shutil.rmtree(old)
        making = FOLDER / "people.making"
        shutil.rmtree(making, ignore_errors=True)
        shutil.copytree(small, making)
        start = time.monotonic()
        _fill(making, rows)
        making.rename(kept)
        print(f"{rows:,} people made in {time.monotonic() - start:.0f} s, kept in {kept}", flush=True)
    return kept


def person_key(place: int) -> int:
    """Give the key of the person at a place in the order of making, from 0."""
    return _key(place, 0)


def schema_of(folder: Path, generator: str) -> str:
    """Give a mark of a station's schema and of a generator's rows, which changes when either does."""
    counter = opened(folder)
    with counter.office.database.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT sql FROM sqlite_master ORDER BY name").scalars().all()
    counter.close()
    return hashlib.sha256("\n".join([generator, *filter(None, rows)]).encode()).hexdigest()[:12]


def keyed(at: datetime, counter: int, sequence: int) -> int:
    """Give the key of a row made at a moment at a counter."""
    return int((at - EPOCH).total_seconds() * 1000) << 21 | counter << 14 | sequence


def _key(place: int, sequence: int) -> int:
    return keyed(BEGIN + place * STEP, COUNTERS[place % len(COUNTERS)], sequence)


def _fill(folder: Path, rows: int) -> None:
    counter = opened(folder)
    actor = clerk(counter, 1)
    counter.journal.flush()
    link = counter.office.database.link
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -6000000", "foreign_keys = OFF"):
        link._cursor.execute(f"PRAGMA {pragma}").fetchall()
    made = Made(rows, actor.staff_id, actor)
    link.begin()
    for table, values in made.tables():
        _pour(link, Prepared(insert(table)), values)
    link.commit()
    link._cursor.execute("PRAGMA journal_mode = WAL").fetchall()
    counter.close()


def _pour(link: Link, prepared: Prepared, values: Iterator[Mapping[str, Any]]) -> None:
    while chunk := list(islice(values, _CHUNK)):
        link.run_many(prepared, chunk)


class Made:
    """The rows of each table, in the order of their keys."""

    def __init__(self, rows: int, staff_id: int, actor: Actor) -> None:
        self._rows, self._staff_id, self._actor = rows, staff_id, actor
        chance = Random(20261120)  # noqa: S311 - made-up people, not secrets
        names = made_up_names(chance, min(_NAMES, rows))
        self._names = chance.choices(names, k=rows)
        self._numbers = numbers(chance, rows)
        self._spoken = {name: sorted(readings(name) | initials(name)) for name in set(self._names)}

    def tables(self) -> tuple[tuple[Any, Iterator[Mapping[str, Any]]], ...]:
        """Give each table with its rows."""
        return (
            (Person, self.people()),
            (CaseFile, self.cases()),
            (CaseStep, self.steps()),
            (Registration, self.registrations()),
            (NameBigram, self.bigrams()),
            (NameReading, self.readings()),
            (JournalEntry, self.journal()),
        )

    def _at(self, place: int) -> datetime:
        return BEGIN + place * STEP

    def people(self) -> Iterator[Mapping[str, Any]]:
        for place in range(self._rows):
            number, at, key = self._numbers[place], self._at(place), _key(place, 0)
            yield {
                "id": key,
                "person_id": key,
                "version": 1,
                "known_from": at,
                "known_until": None,
                "current_id": key,
                "live_key": live_key("resident", number),
                "id_kind": "resident",
                "id_number": number,
                "name": self._names[place],
                "former_name": "",
                "sex": "1" if int(number[16]) % 2 else "2",
                "birth_date": date(int(number[6:10]), int(number[10:12]), int(number[12:14])),
                "ethnicity": "01",
                "hukou_division": number[:6],
                "hukou_address": f"测速镇测速路{place % 997 + 1}号",
                "phone": f"1{place % 7 + 30}{(place * 7919) % 100_000_000:08d}",
                "education": "",
                "marital_status": "",
                "political_status": "",
                "employer": f"测速第{place % 5000 + 1}有限公司",
                "changed_by": self._staff_id,
            }

    def _address(self, place: int) -> tuple[str, str]:
        road = ROADS[place % len(ROADS)]
        return road, (
            f"山东省济南市历下区解放路街道解放桥社区{road}{place % 300 + 1}号"
            f"{place % 20 + 1}号楼{place % 4 + 1}单元{place % 30 + 1}0{place % 4 + 1}室"
        )

    def cases(self) -> Iterator[Mapping[str, Any]]:
        for place in range(self._rows):
            yield self._case(place, 1, "registration", "completed")
            if place % 10 == 0:
                yield self._case(place, 2, "permit_application", "accepted")

    def _case(self, place: int, sequence: int, kind: str, state: str) -> Mapping[str, Any]:
        at, counter = self._at(place), COUNTERS[place % len(COUNTERS)]
        on = local_date(at)
        minute = (at - datetime.combine(on, datetime.min.time(), CHINA)) // STEP
        number = minute // len(COUNTERS) * 2 + sequence
        return {
            "id": _key(place, sequence),
            "case_number": f"{STATION.division}{STATION.station_code}{on:%Y%m%d}{counter}{number:03d}",
            "request_id": f"00000000-0000-4000-{sequence:04d}-{place:012d}",
            "kind": kind,
            "state": state,
            "version": 1,
            "person_id": _key(place, 0),
            "person_row": _key(place, 0),
            "accepted_at": at,
            "accepted_on": on,
            "counter_number": counter,
            "staff_id": self._staff_id,
            "staff_name": self._actor.name,
            "due_on": None,
            "due_estimated": False,
            "policy": "national@2021-10-01+shandong@2017-01-01",
            "summary": self._address(place)[1],
            "facts": '{"due_on":"","findings":[],"late_days":0,"moved_from":null}',
            "resumes_case_id": None,
            "closed_at": at if state == "completed" else None,
        }

    def steps(self) -> Iterator[Mapping[str, Any]]:
        for place in range(self._rows):
            yield {
                "id": _key(place, 3),
                "case_id": _key(place, 1),
                "state": "completed",
                "at": self._at(place),
                "staff_id": self._staff_id,
                "note": "",
                "request_id": None,
                "facts": "",
            }

    def registrations(self) -> Iterator[Mapping[str, Any]]:
        for place in range(self._rows):
            key, at, person = _key(place, 4), self._at(place), _key(place, 0)
            ended = place % 5 == 0
            road, address = self._address(place)
            yield {
                "id": key,
                "registration_id": key,
                "version": 1,
                "known_from": at,
                "known_until": None,
                "current_id": key,
                "open_person_id": None if ended else person,
                "person_id": person,
                "person_row": person,
                "case_id": _key(place, 1),
                "division": "370102",
                "street": "370102001",
                "community": "370102001002",
                "road": road,
                "house_number": str(place % 300 + 1),
                "building": str(place % 20 + 1),
                "unit": str(place % 4 + 1),
                "room": f"{place % 30 + 1}0{place % 4 + 1}",
                "address_remark": "",
                "written_address": address,
                "lodging": "rented",
                "reason": "work",
                "landlord_name": "测速房主",
                "landlord_phone": "13900009999",
                "employer": f"测速第{place % 5000 + 1}有限公司",
                "reported_by": "self",
                "reporter_name": "",
                "reporter_phone": "",
                "remark": "",
                "arrived_on": local_date(at) - timedelta(days=1),
                "registered_on": local_date(at),
                "intended_until": None,
                "ended_on": local_date(at) + timedelta(days=90) if ended else None,
                "end_reason": "moved" if ended else "",
                "late_days": 0,
                "counter_number": COUNTERS[place % len(COUNTERS)],
                "changed_by": self._staff_id,
            }

    def bigrams(self) -> Iterator[Mapping[str, Any]]:
        for place in range(self._rows):
            for pair in sorted(bigrams(self._names[place])):
                yield {"bigram": pair, "person_id": _key(place, 0)}

    def readings(self) -> Iterator[Mapping[str, Any]]:
        for place in range(self._rows):
            for reading in self._spoken[self._names[place]]:
                yield {"reading": reading, "person_id": _key(place, 0)}

    def journal(self) -> Iterator[Mapping[str, Any]]:
        chains = {number: (0, FIRST_HASH) for number in COUNTERS}
        for place in range(self._rows):
            counter, at, looked = COUNTERS[place % len(COUNTERS)], self._at(place), place % 3 > 0
            actor = Actor(
                self._staff_id,
                self._actor.name,
                self._actor.sign_in_name,
                self._actor.role,
                STATION,
                counter,
            )
            happening = Happening(
                actor,
                "look_up" if looked else "register_residence",
                at,
                person_id=_key(place, 0),
                case_number="" if looked else str(self._case(place, 1, "registration", "")["case_number"]),
                detail="id:370102********1234 -> 1" if looked else self._address(place)[1],
            )
            sequence, previous = chains[counter]
            digest = entry_hash(previous, entry_of(happening, sequence + 1))
            chains[counter] = (sequence + 1, digest)
            yield {
                "id": _key(place, 5),
                "counter_number": counter,
                "sequence": sequence + 1,
                "at": at,
                "on_date": local_date(at),
                "local_time": at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M:%S"),
                "staff_id": actor.staff_id,
                "staff_name": actor.name,
                "action": happening.action,
                "person_id": happening.person_id,
                "person_row": None,
                "case_number": happening.case_number,
                "paper_number": "",
                "matter": "",
                "detail": happening.detail,
                "previous_hash": previous,
                "hash": digest,
            }
