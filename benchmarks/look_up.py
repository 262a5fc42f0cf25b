"""Looking a person up by ID number through the service, beside the bare prepared query on the same file."""

from __future__ import annotations

from random import Random

from benchmarks.kit import Finding, Ratio, processor, ratio_of_rounds, turn_about
from benchmarks.people import person_key, station_of
from benchmarks.stations import clerk, opened, warm
from desktop.services.people_found import BY_KEY

TITLE = "Look-up by ID number"
LIMIT = 2.3
_ROUNDS, _EACH = 25, 1_000


def measure(rows: int) -> Finding:
    """Look up random people: parsing, checks, query, masking, row and journal note, beside the query alone."""
    folder = station_of(rows)
    warm(folder)
    counter = opened(folder)
    actor = clerk(counter, 3)
    database = counter.office.database
    compiled = BY_KEY.compiled(database.engine.dialect)
    text, values = compiled.text, compiled.values({"key": "the key"})
    place = values.index("the key")
    before, after = tuple(values[:place]), tuple(values[place + 1 :])
    connection = database.engine.raw_connection()  # of its own, with a cache of its own
    cursor = connection.cursor()
    chance = Random(7)  # noqa: S311 - which people are looked up is no secret
    numbers = numbers_at(cursor, [chance.randrange(rows) for _ in range(_ROUNDS * _EACH)])
    rounds = [numbers[start : start + _EACH] for start in range(0, len(numbers), _EACH)]
    find, journal = counter.lookup.find, counter.journal

    def ours(number: str) -> object:
        return find(actor, number)

    def bare(number: str) -> object:
        return cursor.execute(text, (*before, "resident:" + number, *after)).fetchone()

    assert ours(numbers[0]).hits[0].exact  # type: ignore[attr-defined]
    for number in numbers[:_EACH]:  # both caches warm
        ours(number), bare(number)
    one, other = turn_about(ours, bare, rounds, between=journal.flush)
    connection.close()
    counter.close()
    return Finding(
        f"{TITLE} among {rows:,}",
        (
            Ratio("p50", ratio_of_rounds(one, other, 50), LIMIT),
            Ratio("p99", ratio_of_rounds(one, other, 99), LIMIT),
        ),
        {
            "through the service": one.written(),
            "bare prepared query": other.written(),
            "processor time": processor(one, other),
        },
    )


def numbers_at(cursor: object, places: list[int]) -> list[str]:
    """Give the ID numbers of the people at some places in the order of making."""
    found = []
    for place in places:
        row = cursor.execute(  # type: ignore[attr-defined]
            "SELECT id_number FROM person WHERE current_id = ?", (person_key(place),)
        ).fetchone()
        found.append(row[0])
    return found
