"""Looking a person up on the server by ID number through the service, beside the bare driver with the same SQL."""

from __future__ import annotations

from random import Random
from typing import Any

import psycopg

from benchmarks.city import city, made
from benchmarks.kit import Finding, Ratio, processor, ratio_of_rounds, turn_about
from benchmarks.people import person_key
from benchmarks.stations import clerk
from desktop.models.server import ServerDatabase
from desktop.services.lookup import BY_KEY

TITLE = "Look-up by ID number on PostgreSQL"
LIMIT = 1.9
MOST = 100_000
"""People poured into a server for this alone; more were poured in by `make bench-data` or not at all."""
_ROUNDS, _EACH = 15, 300


class _Counting:
    """A cursor that counts what is sent."""

    def __init__(self, cursor: Any) -> None:
        self._cursor, self.sent = cursor, 0

    def execute(self, text: str, values: Any = None, **how: Any) -> Any:
        self.sent += 1
        return self._cursor.execute(text, values, **how)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)


def measure(rows: int) -> Finding:
    """Look up random people: parsing, checks, the question, masking, row and note, beside the question alone."""
    rows = rows if made(rows) else min(rows, MOST)
    with city(rows) as counter:
        database = counter.office.database
        assert isinstance(database, ServerDatabase)
        actor = clerk(counter, 3)
        compiled = BY_KEY.compiled(database.engine.dialect)
        bare = psycopg.connect(
            host=database.settings.hosts[0], user=database.settings.user, dbname="city", autocommit=True
        )
        cursor = bare.cursor()
        chance = Random(7)  # noqa: S311 - which people are looked up is no secret
        numbers = []
        for _ in range(_ROUNDS * _EACH):
            key = person_key(chance.randrange(rows))
            row = cursor.execute("SELECT id_number FROM person WHERE current_id = %s", [key]).fetchone()
            assert row is not None
            numbers.append(row[0])
        rounds = [numbers[start : start + _EACH] for start in range(0, len(numbers), _EACH)]

        def ours(number: str) -> object:
            return counter.lookup.find(actor, number)

        def alone(number: str) -> object:
            return cursor.execute(compiled.text, compiled.values({"key": "resident:" + number})).fetchone()

        for number in numbers[:_EACH]:
            ours(number), alone(number)
        link: Any = database.link
        link._cursor = counting = _Counting(link._cursor)
        answer: Any = ours(numbers[0])
        assert answer.hits[0].exact
        sent = counting.sent
        link._cursor = counting._cursor
        one, other = turn_about(ours, alone, rounds, between=counter.journal.flush)
        bare.close()
    return Finding(
        f"{TITLE} among {rows:,}",
        (
            Ratio("p50", ratio_of_rounds(one, other, 50), LIMIT),
            Ratio("round trips", float(sent), 1.0, unit=""),
        ),
        {
            "through the service": one.written(),
            "bare driver": other.written(),
            "processor time": processor(one, other),
        },
    )
