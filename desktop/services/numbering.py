"""Case numbers: unique for ever because the counter's own digits are in them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, select, update

from desktop.domain.case_numbers import CaseNumber
from desktop.models.prepared import Prepared
from desktop.models.tables import CounterSequence
from desktop.services.given import CURRENT

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.rows import Actor

CASES, SUMMARIES = "case", "day_summary"

_HERE = (
    CounterSequence.counter_number == bindparam("counter"),
    CounterSequence.on_date == bindparam("day"),
    CounterSequence.series == bindparam("kind"),
)
LAST = Prepared(select(CounterSequence.last).where(*_HERE))
RAISE = Prepared(update(CounterSequence).where(*_HERE).values(last=bindparam("number")))
START = Prepared(insert(CounterSequence))


def next_case_number(
    link: Link, actor: Actor, on: date, series: str = CASES, *, above: int = 0
) -> CaseNumber:
    """Return the next number of this counter on a day, within the caller's transaction.

    It is `above` whatever may have been given without being seen here. Raises NotPossible after the 999th of a day. An operation done again is given the number it had.
    """
    row = link.one(LAST, counter=actor.counter_number, day=on, kind=series)
    last = 0 if row is None else int(row.last)
    given = CURRENT.get()
    following = max(last, above) + 1
    number = following if given is None else given.number(lambda: following)
    made = CaseNumber(actor.station.division, actor.station.station_code, on, actor.counter_number, number)
    if row is None:
        link.run(START, counter_number=actor.counter_number, on_date=on, series=series, last=number)
    elif number > last:
        link.run_later(RAISE, counter=actor.counter_number, day=on, kind=series, number=number)
    return made


def reach(link: Link, counter: int, on: date, series: str, number: int) -> None:
    """Have the next number of a counter's series be above one that was given elsewhere."""
    row = link.one(LAST, counter=counter, day=on, kind=series)
    if row is None:
        link.run(START, counter_number=counter, on_date=on, series=series, last=number)
    elif number > row.last:
        link.run_later(RAISE, counter=counter, day=on, kind=series, number=number)


def foresee(link: Link, actor: Actor, on: date, series: str = CASES) -> None:
    """Say that `next_case_number` will be asked for."""
    foresee_reach(link, actor.counter_number, on, series)


def foresee_reach(link: Link, counter: int, on: date, series: str) -> None:
    """Say that `reach` will be asked for."""
    link.foresee(LAST, counter=counter, day=on, kind=series)


def go_on_above(link: Link, counter: int, on: date, highest: int, skipped: int) -> None:
    """Have a counter's case numbers of a day go on above `highest` and the last one known, some left out."""
    row = link.one(LAST, counter=counter, day=on, kind=CASES)
    number = max(highest, 0 if row is None else int(row.last)) + skipped
    if row is None:
        link.run(START, counter_number=counter, on_date=on, series=CASES, last=number)
    else:
        link.run(RAISE, counter=counter, day=on, kind=CASES, number=number)
