"""Where every blank was at the end of a day, worked out from the steps alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from desktop.domain.blanks import NO_COUNTER, BlankState, Serial, parts
from desktop.models.prepared import Prepared
from desktop.models.tables import BlankStep
from desktop.services import blank_records
from desktop.services.blank_rows import BlankBatch, BlankPlace, SerialRun

if TYPE_CHECKING:
    from desktop.models.database import Link

_UNTIL = Prepared(  # no more columns than it takes: this is read for every card ever made
    select(
        BlankStep.batch_id,
        BlankStep.state,
        BlankStep.was,
        BlankStep.first_serial,
        BlankStep.last_serial,
        BlankStep.counter_number,
    ).where(BlankStep.on_date <= bindparam("day"))
)


def balance(link: Link, on: date) -> tuple[BlankBatch, ...]:
    """Return every batch as it stood at the end of a day, from the steps alone.

    Each step takes a run out of one place and puts it into another; whatever the order in which counters
    with unlike clocks wrote them, what is left is one place for each serial.
    """
    arrivals = {row.batch_id: row for row in blank_records.arrivals(link) if row.on_date <= on}
    cut = {batch: len(parts(row.first_serial).prefix) for batch, row in arrivals.items()}
    changes: defaultdict[tuple[int, str, int | None], defaultdict[int, int]] = defaultdict(
        lambda: defaultdict(int)
    )
    for batch, to, was, first_serial, last_serial, at_counter in link.all(_UNTIL, day=on):
        start = cut[batch]
        first, after = int(first_serial[start:]), int(last_serial[start:]) + 1
        for state, sign in ((to, 1), (was, -1)):
            if state:
                place = changes[batch, state, None if state in NO_COUNTER else at_counter]
                place[first] += sign
                place[after] -= sign
    places: defaultdict[int, list[BlankPlace]] = defaultdict(list)
    for (batch, state, counter), turns in changes.items():
        form = parts(arrivals[batch].first_serial)
        spans = tuple(_spans(form, turns))
        if spans:
            count = sum(span.count for span in spans)
            places[batch].append(BlankPlace(BlankState(state), counter, count, spans))
    order = list(BlankState)
    return tuple(
        BlankBatch(
            batch_id=batch,
            first=row.first_serial,
            last=row.last_serial,
            received=row.count,
            received_on=row.on_date,
            received_by=row.staff_name,
            note=row.reason,
            places=tuple(
                sorted(places[batch], key=lambda one: (order.index(one.state), one.counter_number or 0))
            ),
        )
        for batch, row in arrivals.items()
    )


def _spans(form: Serial, turns: dict[int, int]) -> Iterable[SerialRun]:
    depth, begun = 0, 0
    for number in sorted(turns):
        if not turns[number]:
            continue
        before, depth = depth, depth + turns[number]
        if not before:
            begun = number
        elif not depth:
            yield SerialRun(str(form.at(begun)), str(form.at(number - 1)), number - begun)
