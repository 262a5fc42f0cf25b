"""The start of a day through the service, beside its own statements on the bare driver, on the same file."""

from __future__ import annotations

from typing import Any

from benchmarks.kit import Finding, Ratio, processor, ratio_of_rounds, readable, turn_about
from benchmarks.permits import station_of
from benchmarks.stations import opened, warm
from desktop.services.work_rows import WorkKind

TITLE = "The start of a day"
LIMIT = 1.5
_ROUNDS, _EACH = 15, 20


def measure(rows: int) -> Finding:
    """Count every list of the start of a day and read its first rows; beside the very same statements alone."""
    folder = station_of(rows)
    warm(folder)
    counter = opened(folder)
    lists, database = counter.work_lists, counter.office.database
    statements = _taken_down(database.link, lists.start_of_day)
    connection = database.engine.raw_connection()  # of its own, with a cache of its own
    cursor = connection.cursor()

    def ours(_: int) -> object:
        return lists.start_of_day()

    def bare(_: int) -> object:
        return [cursor.execute(text, values).fetchall() for text, values in statements]

    start = lists.start_of_day()
    cases = lists.count()
    for _ in range(_EACH):  # both caches warm
        ours(0), bare(0)
    one, other = turn_about(ours, bare, [range(_EACH)] * _ROUNDS)
    connection.close()
    counter.close()
    return Finding(
        f"{TITLE} among {rows:,} permits, {cases:,} open cases",
        (Ratio("p50", ratio_of_rounds(one, other, 50), LIMIT),),
        {
            "through the service": one.written(),
            f"bare, its {len(statements)} statements": other.written(),
            "processor time": processor(one, other),
            "a page of the work list": readable(_page(folder)),
            "counted": ", ".join(f"{kind.value} {start.of(kind).count:,}" for kind in WorkKind),
        },
    )


def _page(folder: Any) -> float:
    """Give the microseconds of the first page of every open case, the median of some."""
    counter = opened(folder)
    times, _ = turn_about(lambda _: counter.work_lists.page(), lambda _: None, [range(_EACH)] * 3)
    counter.close()
    return times.percentile(50)


def _taken_down(link: Any, call: Any) -> list[tuple[str, Any]]:
    """Call once and give every statement that was run, with its values."""
    statements: list[tuple[str, Any]] = []
    real = link._cursor

    class Recorder:
        def execute(self, text: str, values: Any = ()) -> Any:
            statements.append((text, values))
            return real.execute(text, values)

        def __getattr__(self, name: str) -> Any:
            return getattr(real, name)

    link._cursor = Recorder()
    try:
        call()
    finally:
        link._cursor = real
    return statements
