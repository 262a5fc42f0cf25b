"""What a clerk waits for on a city's server: names, pinyin, the start of a day; times as they are, beside their limits."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

from benchmarks.city import city, made
from benchmarks.city_rows import person_key
from benchmarks.kit import Finding, Ratio, Times, percentile, readable, turn_about
from benchmarks.stations import clerk
from desktop.services.pinyin import initials, readings
from desktop.services.work_rows import WorkKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.services.counter import Counter

TITLE = "A city's questions"
SEARCH, START = 20.0, 300.0
MOST = 50_000
"""People poured into a server for this alone; more were poured in by `make bench-data` or not at all."""
_QUESTIONS, _ROUNDS, _STARTS = 100, 3, 20
_MILLISECOND = 1e6


def measure(rows: int) -> Finding:
    """Ask for random people's names as they are in life, in the ways a clerk does; count what a day begins with."""
    rows = rows if made(rows) else min(rows, MOST)
    with city(rows) as counter:
        actor = clerk(counter, 3)
        counter.office.rights.seat(actor)
        names = _names(counter, rows)
        asked = {
            "two characters in the middle": [name[1:3] for name in names if len(name) == 3],
            "a name, whole": names,
            "pinyin, whole": [min(readings(name)) for name in names],
            "pinyin, its first five letters": [min(readings(name))[:5] for name in names],
            "pinyin, initials": [min(initials(name)) for name in names],
        }
        found = {
            what: _timed(lambda words: counter.lookup.find(actor, words), words, counter.journal.flush)
            for what, words in asked.items()
        }
        starts = _timed(lambda _: counter.work_lists.start_of_day(), range(_STARTS))
        start = counter.work_lists.start_of_day()
        [size] = _one(counter, "SELECT pg_size_pretty(pg_database_size(current_database()))")
        [entries] = _one(
            counter, "SELECT sum(reltuples)::bigint FROM pg_class WHERE relname LIKE 'journal_entry_2___'"
        )
    return Finding(
        f"{TITLE}, among {rows:,} people and {entries:,} entries of the trail, {size}",
        (
            *(Ratio(f"{what}, p95", _p95(times), SEARCH, "ms") for what, times in found.items()),
            Ratio("start of day, p95", _p95(starts), START, "ms"),
        ),
        {
            **{what: times.written() for what, times in found.items()},
            "start of day": starts.written(),
            "processor time of a search here": readable(_worked(found)),
            "counted": ", ".join(f"{kind.value} {start.of(kind).count:,}" for kind in WorkKind),
        },
    )


def _timed(
    call: Callable[[Any], object], things: Sequence[Any], between: Callable[[], object] = lambda: None
) -> Times:
    """Ask each once for warmth, then some rounds."""
    for thing in things:
        call(thing)
    between()
    times, _ = turn_about(call, lambda _: None, [things] * _ROUNDS, between=between)
    return times


def _p95(times: Times) -> float:
    return percentile(sorted(it for each in times.rounds for it in each), 95) / _MILLISECOND


def _worked(found: dict[str, Times]) -> float:
    every = sorted(it for times in found.values() for it in times.worked)
    return percentile(every, 50) / 1000


def _names(counter: Counter, rows: int) -> list[str]:
    chance = Random(11)  # noqa: S311 - which names are asked for is no secret
    question = "SELECT name FROM person WHERE current_id = %s"
    return [_one(counter, question, person_key(chance.randrange(rows), rows))[0] for _ in range(_QUESTIONS)]


def _one(counter: Counter, question: str, *values: Any) -> Any:
    link: Any = counter.office.database.link
    return link._cursor.execute(question, values).fetchone()
