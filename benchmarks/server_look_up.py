"""Looking a person up on the server by ID number through the service, beside the bare driver with the same SQL."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from random import Random
from typing import Any

import psycopg

from benchmarks.city import city, made
from benchmarks.city_rows import person_key
from benchmarks.kit import Finding, Ratio, processor, ratio_of_rounds, turn_about
from benchmarks.stations import clerk
from desktop.models.server import ServerDatabase
from desktop.services.people_found import BY_KEY

TITLE = "Look-up by ID number on PostgreSQL"
LIMIT = 1.9
MOST = 100_000
"""People poured into a server for this alone; more were poured in by `make bench-data` or not at all."""
_ROUNDS, _EACH = 15, 300


def measure(rows: int) -> Finding:
    """Look up random people: parsing, checks, the question, masking, row and note, beside the question alone."""
    rows = rows if made(rows) else min(rows, MOST)
    with city(rows) as counter:
        database = counter.office.database
        assert isinstance(database, ServerDatabase)
        actor = clerk(counter, 3)
        text, constants = _as_anybody_writes_it(database)
        bare = psycopg.connect(
            host=database.settings.hosts[0], user=database.settings.user, dbname="city", autocommit=True
        )
        cursor = bare.cursor()
        chance = Random(7)  # noqa: S311 - which people are looked up is no secret
        numbers = []
        for _ in range(_ROUNDS * _EACH):
            key = person_key(chance.randrange(rows), rows)
            row = cursor.execute("SELECT id_number FROM person WHERE current_id = %s", [key]).fetchone()
            assert row is not None
            numbers.append(row[0])
        rounds = [numbers[start : start + _EACH] for start in range(0, len(numbers), _EACH)]

        def ours(number: str) -> object:
            return counter.lookup.find(actor, number)

        def alone(number: str) -> object:
            return cursor.execute(text, (*constants, "resident:" + number), prepare=True).fetchone()

        for number in numbers[:_EACH]:
            ours(number), alone(number)
        answer: Any = ours(numbers[0])
        assert answer.hits[0].exact
        assert answer.hits[0].person_id == alone(numbers[0])[0]  # type: ignore[index]
        sent = _round_trips(database, lambda: ours(numbers[1]))
        one, other = turn_about(ours, alone, rounds, between=counter.journal.flush)
        link = database.link
        wire, driver = turn_about(
            lambda number: link.one(BY_KEY, key="resident:" + number), alone, rounds[:5]
        )
        bare.close()
    return Finding(
        f"{TITLE} among {rows:,}",
        (
            Ratio("p50", ratio_of_rounds(one, other, 50), LIMIT),
            Ratio("round trips", float(sent), 1.0, unit=""),
        ),
        {
            "through the service": one.written(),
            "bare driver, prepared": other.written(),
            "processor time": processor(one, other),
            "processor time of the wire alone": processor(wire, driver),
        },
    )


def _as_anybody_writes_it(database: ServerDatabase) -> tuple[str, list[Any]]:
    """Give the same question with `%s` in it, as the driver likes it best, and the values before the key."""
    compiled = BY_KEY.compiled(database.engine.dialect)
    names = re.findall(r"%\((\w+)\)s", compiled.text)
    assert names[-1] == "key"
    values = compiled.values({"key": ""})
    return re.sub(r"%\(\w+\)s", "%s", compiled.text), [values[name] for name in names[:-1]]


def _round_trips(database: ServerDatabase, call: Callable[[], object]) -> int:
    """Count how often the server says that it is ready for the next question, as libpq's own trace has it."""
    link: Any = database.link
    server = link._connection.pgconn
    with tempfile.TemporaryFile("w+") as file:
        server.trace(file.fileno())
        call()
        server.untrace()
        file.seek(0)
        return sum("\tReadyForQuery\t" in line for line in file)
