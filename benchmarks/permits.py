"""A station of a million permits and a hundred thousand cases to decide, made once and kept; all of it made up."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING, Any

from benchmarks.kit import FOLDER
from benchmarks.made_up import made_up_names, numbers
from benchmarks.people import keyed, schema_of
from benchmarks.permit_tables import FILLED, PERMIT
from benchmarks.stations import FRIDAY_MORNING, STATION, database_file, kept_small, opened, small_station
from benchmarks.stations import STAFF as STATION_STAFF
from desktop.domain.codes import Ground, IdKind, LodgingKind, MaterialState, Role
from desktop.domain.endorsement import endorsement_standing
from desktop.domain.permit import ApplicationFacts, assess_application, materials_for
from desktop.domain.permit_deadlines import promised_date
from desktop.domain.times import CHINA, add_months, local_date
from desktop.services.office import canonical
from desktop.services.set_up import NewStaff

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.policy import Policy
    from desktop.services.counter import Counter

GENERATOR = "2"  # raised when the rows made here change
TODAY = local_date(FRIDAY_MORNING)
PASSWORD = "bench-pass-1"
STAFF = (
    *STATION_STAFF,
    *(
        NewStaff(f"clerk{place}", f"受理员{word}", Role.AUXILIARY, PASSWORD)
        for place, word in enumerate("甲乙丙丁戊己", 1)
    ),
    *(
        NewStaff(f"officer{place}", f"民警{word}", Role.OFFICER, PASSWORD)
        for place, word in enumerate("庚辛", 1)
    ),
)
"""Who signs in, by sign-in name; the cases were taken in by the clerks."""
TO_DECIDE = 10
"""One case to decide to so many permits: a hundred thousand to a million."""
_OTHERS = {"granted": 0.01, "awaiting_materials": 0.005, "sent_back": 0.002}
"""Cases in other open states, as shares of the permits; one permit in a hundred waits to be handed over."""
_SPAN = 1096  # days over which the permits were issued
_COUNTERS, _OPEN_COUNTERS = range(11, 15), range(21, 41)
_KINDS = (("permit_application", 0.88), ("replace_damaged", 0.95), ("replace_lost", 1.0))
_LEAD = timedelta(days=20)  # between an endorsement in good time and its last day


def station_of(permits: int) -> Path:
    """Give the data folder of a station with so many permits, making it when it is not there yet.

    Permits were issued evenly over three years and endorsed in good time, on the last day, or not the last
    time; some are cancelled or lost, the newest wait for their holders. A million take about two minutes.
    Of their steps only the endorsements are there, of their cases none: nothing measured reads them.
    """
    kept = FOLDER / f"permits-{permits}-{schema_of(kept_small(), GENERATOR)}"
    if not database_file(kept).exists():
        for old in FOLDER.glob(f"permits-{permits}-*"):
            shutil.rmtree(old)
        making = FOLDER / "permits.making"
        small_station(making, STAFF)
        start = time.monotonic()
        _fill(making, permits)
        making.rename(kept)
        print(f"{permits:,} permits made in {time.monotonic() - start:.0f} s, kept in {kept}", flush=True)
    return kept


def _fill(folder: Path, permits: int) -> None:
    counter = opened(folder)
    counter.journal.flush()
    cursor = counter.office.database.link._cursor
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -6000000", "foreign_keys = OFF"):
        cursor.execute(f"PRAGMA {pragma}").fetchall()
    cursor.execute("PRAGMA temp_store = MEMORY")
    indexes = cursor.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql > ''"
    ).fetchall()
    cursor.execute("BEGIN")
    for name, _ in indexes:  # made again at the end, in one go
        cursor.execute(f"DROP INDEX {name}")
    made = _Made(counter, cursor, permits)
    for statement, rows in made.tables():
        cursor.executemany(statement, list(rows))  # the cases are drawn from the permits, by the same cursor
    for statement in FILLED:
        cursor.execute(statement, made.common)
    for _, statement in indexes:
        cursor.execute(statement)
    cursor.execute("COMMIT")
    cursor.execute("ANALYZE")
    cursor.execute("PRAGMA journal_mode = WAL").fetchall()
    counter.close()


class _Made:
    """What is worked out here; the tables themselves are filled from it by SQL."""

    def __init__(self, counter: Counter, cursor: Any, permits: int) -> None:
        self._permits, self._counter, self._cursor = permits, counter, cursor
        self._chance = Random(20261120)  # noqa: S311 - made-up people, not secrets
        self._a_day = -(-permits // _SPAN)
        days = -(-permits // self._a_day)
        self._first = TODAY - timedelta(days=days)
        policy = counter.office.policies.in_force(STATION.division, TODAY)
        self._policy: Policy = policy
        self._staff = {
            name: (key, spoken)
            for key, name, spoken in cursor.execute("SELECT id, sign_in_name, name FROM staff").fetchall()
        }
        self.common = {
            "division": STATION.division,
            "policy": policy.version,
            "staff": self._staff["one"][0],
            "staff_name": self._staff["one"][1],
            "office": STATION.division + STATION.station_code,
        }

    def tables(self) -> Iterator[tuple[str, Iterator[tuple[Any, ...]]]]:
        cursor = self._cursor
        cursor.execute(
            "CREATE TEMP TABLE made (place INTEGER PRIMARY KEY, at, issued_on, sequence, number, name, state, kept, key)"
        )
        yield "INSERT INTO temp.made VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", self._people()
        cursor.execute(
            "CREATE TEMP TABLE year (issued_on, kept, opens_on, due_on, endorsed_on, late, PRIMARY KEY (issued_on, kept))"
        )
        cursor.execute("CREATE TEMP TABLE endorsed (issued_on, kept, sequence, on_date)")
        yield "INSERT INTO temp.year VALUES (?, ?, ?, ?, ?, ?)", self._years()
        yield "INSERT INTO temp.endorsed VALUES (?, ?, ?, ?)", self._endorsed()
        cursor.execute(
            "CREATE TEMP TABLE taken (place INTEGER PRIMARY KEY, key, at, accepted_on, number, kind, state, due_on,"
            " estimated, counter, staff, staff_name, facts, person)"
        )
        yield "INSERT INTO temp.taken VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", self._cases()

    def _people(self) -> Iterator[tuple[Any, ...]]:
        chance = self._chance
        names = chance.choices(made_up_names(chance, min(100_000, self._permits)), k=self._permits)
        waiting = self._permits - self._permits // 100
        for place, number in enumerate(numbers(chance, self._permits)):
            ahead, of_day = divmod(place, self._a_day)
            issued_on = self._first + timedelta(days=ahead)
            at = datetime.combine(issued_on, datetime.min.time(), UTC) + timedelta(
                minutes=60, seconds=30 * of_day
            )
            lot = chance.random()
            state = "cancelled" if lot < 0.13 else "lost" if lot < 0.14 else "valid"
            kept = "late" if lot > 0.97 else "last_day" if lot > 0.6 else "early"
            if place >= waiting:
                state, kept = "produced", "early"
            key = keyed(at, _COUNTERS[place % len(_COUNTERS)], 0)
            yield place, _written(at), issued_on.isoformat(), of_day, number, names[place], state, kept, key

    def _days(self) -> Iterator[tuple[date, str, list[date]]]:
        """Give for each day of issue, and each way of keeping it up, the days of its endorsements."""
        for ahead in range((TODAY - self._first).days):
            issued_on = self._first + timedelta(days=ahead)
            dues = [add_months(issued_on, 12 * year) for year in range(1, 5)]
            for kept, days in (
                ("early", [due - _LEAD for due in dues if due - _LEAD < TODAY]),
                ("last_day", [due for due in dues if due < TODAY]),
                ("late", [due for due in dues if due < TODAY][:-1]),
            ):
                yield issued_on, kept, days

    def _years(self) -> Iterator[tuple[Any, ...]]:
        for issued_on, kept, days in self._days():
            standing = endorsement_standing(issued_on, days, self._policy, TODAY)
            assert standing is not None
            suspended = standing.due_on < TODAY - timedelta(days=1)  # of yesterday's nobody knows yet
            last = days[-1].isoformat() if days else None
            yield (
                issued_on.isoformat(),
                kept,
                standing.opens_on.isoformat(),
                standing.due_on.isoformat(),
                last,
                suspended,
            )

    def _endorsed(self) -> Iterator[tuple[Any, ...]]:
        for issued_on, kept, days in self._days():
            for sequence, day in enumerate(days):
                yield issued_on.isoformat(), kept, sequence, day.isoformat()

    def _cases(self) -> Iterator[tuple[Any, ...]]:
        chance, calendar = self._chance, self._counter.office.calendar
        days = [TODAY - timedelta(days=back) for back in range(19, 0, -1)]
        days = [day for day in days if calendar.is_working(day)]
        dues = {day: promised_date(day, self._policy, calendar) for day in days}
        weights = [1 if due.on < TODAY else 3 if due.on == TODAY else 9 for due in dues.values()]
        states = ["accepted"] * (self._permits // TO_DECIDE)
        for state, share in _OTHERS.items():
            states += [state] * int(self._permits * share)
        who = {state: self._keys_of(state) for state in ("cancelled", "valid", "lost")}
        clerks = [found for name, found in self._staff.items() if name.startswith("clerk")]
        of_day: dict[tuple[date, int], int] = {}
        facts = self._facts()
        accepted = sorted(chance.choices(days, cum_weights=list(accumulate(weights)), k=len(states)))
        chance.shuffle(states)
        for place, (state, on) in enumerate(zip(states, accepted, strict=True)):
            lot = chance.random()
            kind = next(name for name, share in _KINDS if lot <= share)
            of = {"replace_damaged": "valid", "replace_lost": "lost"}.get(kind, "cancelled")
            person = who[of].pop() if who[of] else who["valid"].pop()
            counter = _OPEN_COUNTERS[place % len(_OPEN_COUNTERS)]
            sequence = of_day[on, counter] = of_day.get((on, counter), 0) + 1
            at = datetime.combine(on, datetime.min.time(), CHINA) + timedelta(hours=9, seconds=30 * sequence)
            staff, staff_name = clerks[place % len(clerks)]
            waits = state == "awaiting_materials"
            due = dues[on]
            yield (
                place,
                keyed(at, counter, sequence),
                _written(at),
                on.isoformat(),
                f"{STATION.division}{STATION.station_code}{on:%Y%m%d}{counter}{sequence:03d}",
                kind,
                state,
                None if waits else due.on.isoformat(),
                due.estimated,
                counter,
                staff,
                staff_name,
                facts if kind == "permit_application" else facts[:-1] + f',"replaces_id":{person + PERMIT}}}',
                person,
            )

    def _keys_of(self, state: str) -> list[int]:
        found = self._cursor.execute("SELECT key FROM temp.made WHERE state = ? ORDER BY place", (state,))
        keys = [key for (key,) in found.fetchall()]
        self._chance.shuffle(keys)
        return keys

    def _facts(self) -> str:
        policy, ground = self._policy, Ground.EMPLOYMENT
        applied = ApplicationFacts(
            id_kind=IdKind.RESIDENT,
            birth_date=date(1990, 5, 1),
            hukou_division="371321",
            division=STATION.division,
            spans=((TODAY - timedelta(days=700), None),),
            ground=ground,
            lodging=LodgingKind.RENTED,
        )
        needs = materials_for(ground, agent=False, policy=policy)
        return canonical(
            {
                "agent": {},
                "findings": [
                    {
                        "code": one.code,
                        "basis": one.basis,
                        "met": one.met,
                        "fact": str(one.fact),
                        "change": "",
                    }
                    for one in assess_application(applied, policy, TODAY)
                ],
                "ground": ground.value,
                "materials": {need.code: MaterialState.PRESENT.value for need in needs},
                "remark": "",
            }
        )


def _written(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.000000")
