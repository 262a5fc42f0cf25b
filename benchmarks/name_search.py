"""Two characters from the middle of a name through the service, beside `LIKE '%…%'` on the same file."""

from __future__ import annotations

from random import Random

from sqlalchemy import bindparam

from benchmarks.kit import Finding, Ratio, Times, median, percentile, turn_about
from benchmarks.people import person_key, station_of
from benchmarks.stations import clerk, opened, warm
from desktop.models.prepared import Prepared
from desktop.models.tables import Person
from desktop.services.people_found import HITS

TITLE = "Two characters from the middle of a name"
LIMIT = 500
_QUESTIONS, _MOST = 40, 20
_LIKE = Prepared(
    HITS.where(Person.name.like(bindparam("pattern")), Person.current_id.is_not(None)).limit(
        bindparam("most")
    )
)


def measure(rows: int) -> Finding:
    """Ask for the given names of random people, as frequent as they are in life; both stop at 20 people."""
    folder = station_of(rows)
    warm(folder)
    counter = opened(folder)
    actor = clerk(counter, 3)
    database = counter.office.database
    connection = database.engine.raw_connection()
    cursor = connection.cursor()
    like = _LIKE.compiled(database.engine.dialect)
    chance = Random(11)  # noqa: S311 - which names are asked for is no secret
    pairs: list[str] = []
    while len(pairs) < _QUESTIONS:
        key = person_key(chance.randrange(rows))
        [name] = cursor.execute("SELECT name FROM person WHERE current_id = ?", (key,)).fetchone()
        if len(name) == 3:
            pairs.append(name[1:])

    def ours(pair: str) -> int:
        return len(counter.lookup.find(actor, pair, limit=_MOST).hits)

    def bare(pair: str) -> int:
        values = like.values({"pattern": f"%{pair}%", "most": _MOST})
        return len(cursor.execute(like.text, values).fetchall())

    for pair in pairs:
        ours(pair)
    assert ours(pairs[0]) == bare(pairs[0])
    one, other = turn_about(ours, bare, [[pair] for pair in pairs], between=counter.journal.flush, often=10)
    connection.close()
    counter.close()
    return Finding(
        f"{TITLE} among {rows:,}",
        (
            Ratio("p50", _times_faster(one, other, 50), LIMIT, unit="× faster", at_least=True),
            Ratio("p99", _times_faster(one, other, 99), LIMIT, unit="× faster", at_least=True),
        ),
        {"through the service": one.written(), "LIKE '%…%'": other.written()},
    )


def _times_faster(ours: Times, bare: Times, per_cent: float) -> float:
    """Compare the percentiles over questions, each question's time being the median of its repetitions."""
    one, other = (percentile(sorted(median(it) for it in each.rounds), per_cent) for each in (ours, bare))
    return other / one
