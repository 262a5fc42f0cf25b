"""Storing blanks: each change is an update of the version that was seen, and a step that is only added to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, insert, select, update

from desktop.domain.blanks import BlankState, Serial, SerialRange, parts, runs
from desktop.domain.times import local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import Blank, BlankStep, CaseFile
from desktop.services.blank_rows import BlankBatch, BlankPlace, BlankStepRow, SerialRun
from desktop.services.in_turn import Overtaken

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_BLANKS = select(
    Blank.id,
    Blank.serial,
    Blank.batch_id,
    Blank.state,
    Blank.version,
    Blank.counter_number,
    Blank.case_id,
    Blank.changed_at,
    Blank.reason,
)
_BY_SERIAL = Prepared(_BLANKS.where(Blank.serial == bindparam("number")))
_SPAN = Prepared(
    _BLANKS.where(
        Blank.batch_id == bindparam("batch"),
        Blank.id.between(bindparam("first"), bindparam("last")),
    ).order_by(Blank.id)
)
_AT_COUNTER = Prepared(
    _BLANKS.where(Blank.state == BlankState.COUNTER.value, Blank.counter_number == bindparam("counter"))
    .order_by(Blank.serial)
    .limit(bindparam("most"))
)
_COUNT_AT = Prepared(
    select(func.count().label("blanks")).where(
        Blank.state == bindparam("place"), Blank.counter_number == bindparam("counter")
    )
)
_RESERVED_FOR = Prepared(
    _BLANKS.where(Blank.case_id == bindparam("case"), Blank.state == BlankState.RESERVED.value)
)
_RESERVED_AT = Prepared(
    _BLANKS.where(
        Blank.state == BlankState.RESERVED.value, Blank.counter_number == bindparam("counter")
    ).order_by(Blank.serial)
)
_ADD = Prepared(insert(Blank))
_CHANGE = Prepared(
    update(Blank)
    .where(Blank.id == bindparam("blank"), Blank.version == bindparam("seen"))
    .values(
        state=bindparam("to"),
        version=Blank.version + 1,
        counter_number=bindparam("counter"),
        case_id=bindparam("case"),
        changed_at=bindparam("at"),
        reason=bindparam("why"),
    )
)
_CHANGE_SPAN = Prepared(
    update(Blank)
    .where(
        Blank.batch_id == bindparam("batch"),
        Blank.id.between(bindparam("first"), bindparam("last")),
        Blank.state == bindparam("place"),
        func.coalesce(Blank.counter_number, 0) == bindparam("place_counter"),
    )
    .values(
        state=bindparam("to"),
        version=Blank.version + 1,
        counter_number=bindparam("counter"),
        changed_at=bindparam("at"),
    )
)
_ADD_STEP = Prepared(insert(BlankStep))
_STEPS = select(
    BlankStep.id,
    BlankStep.batch_id,
    BlankStep.state,
    BlankStep.was,
    BlankStep.first_serial,
    BlankStep.last_serial,
    BlankStep.count,
    BlankStep.counter_number,
    BlankStep.case_id,
    BlankStep.at,
    BlankStep.on_date,
    BlankStep.staff_name,
    BlankStep.reason,
)
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
_ARRIVALS = Prepared(_STEPS.where(BlankStep.was == "").order_by(BlankStep.id))
_OF_REQUEST = Prepared(
    _STEPS.where(BlankStep.request_id == bindparam("request"), BlankStep.state == bindparam("to")).order_by(
        BlankStep.id
    )
)
_OF_SERIAL = Prepared(
    select(*_STEPS.selected_columns, CaseFile.case_number)
    .outerjoin(CaseFile, CaseFile.id == BlankStep.case_id)
    .where(
        BlankStep.batch_id == bindparam("batch"),
        BlankStep.first_serial <= bindparam("number"),
        BlankStep.last_serial >= bindparam("number"),
    )
    .order_by(BlankStep.at, BlankStep.id)
)
_NO_COUNTER = {BlankState.STOCK, BlankState.RETURNED}
"""States that no counter has a part in."""


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch as it came in; the key of its step is the batch."""

    batch_id: int
    range: SerialRange


# -- reading -------------------------------------------------------------------------------------------


def by_serial(link: Link, serial: Serial) -> Any | None:
    """Return the row of a blank, or None."""
    return link.one(_BY_SERIAL, number=str(serial))


def batches(link: Link) -> tuple[Batch, ...]:
    """Return every batch that ever came in, oldest first."""
    return tuple(
        Batch(row.batch_id, SerialRange(parts(row.first_serial), parts(row.last_serial)))
        for row in link.all(_ARRIVALS)
    )


def reserved_for(link: Link, case_id: int) -> Any | None:
    """Return the blank that is reserved for a case, or None."""
    return link.one(_RESERVED_FOR, case=case_id)


def reserved_at(link: Link, counter_number: int) -> list[Any]:
    """Return the blanks reserved at a counter, in order of serial."""
    return link.all(_RESERVED_AT, counter=counter_number)


def free_at(link: Link, counter_number: int, most: int) -> list[Any]:
    """Return the next blanks of a counter in order of serial, `most` of them at most."""
    return link.all(_AT_COUNTER, counter=counter_number, most=most)


def count_free(link: Link, counter_number: int) -> int:
    """Return how many blanks a counter has left."""
    row = link.one(_COUNT_AT, place=BlankState.COUNTER.value, counter=counter_number)
    return int(row.blanks) if row else 0


def steps_of_request(link: Link, request_id: str, to: BlankState) -> list[Any]:
    """Return the steps by which a request brought blanks into a state."""
    return link.all(_OF_REQUEST, request=request_id, to=to.value)


def history(link: Link, blank: Any) -> tuple[BlankStepRow, ...]:
    """Return all that happened to a blank, oldest first."""
    return tuple(
        BlankStepRow(
            was=row.was,
            state=BlankState(row.state),
            counter_number=row.counter_number,
            case_id=row.case_id,
            case_number=row.case_number or "",
            at=row.at,
            on_date=row.on_date,
            staff_name=row.staff_name,
            reason=row.reason,
        )
        for row in link.all(_OF_SERIAL, batch=blank.batch_id, number=blank.serial)
    )


def in_range(link: Link, wanted: SerialRange) -> list[Any]:
    """Return the blanks of a range that came in, in order."""
    found: list[Any] = []
    for batch in sorted(batches(link), key=lambda one: one.range.first.number):
        if not batch.range.first.is_like(wanted.first):
            continue
        first = max(batch.range.first.number, wanted.first.number)
        last = min(batch.range.last.number, wanted.last.number)
        if first > last:
            continue
        ends = [by_serial(link, wanted.first.at(number)) for number in (first, last)]
        assert all(ends), (first, last)
        found += link.all(_SPAN, batch=batch.batch_id, first=ends[0].id, last=ends[1].id)  # type: ignore[union-attr]
    return found


def balance(link: Link, on: date) -> tuple[BlankBatch, ...]:
    """Return every batch as it stood at the end of a day, from the steps alone.

    Each step takes a run out of one place and puts it into another; whatever the order in which counters
    with unlike clocks wrote them, what is left is one place for each serial.
    """
    arrivals = {row.batch_id: row for row in link.all(_ARRIVALS) if row.on_date <= on}
    cut = {batch: len(parts(row.first_serial).prefix) for batch, row in arrivals.items()}
    changes: defaultdict[tuple[int, str, int | None], defaultdict[int, int]] = defaultdict(
        lambda: defaultdict(int)
    )
    for batch, to, was, first_serial, last_serial, at_counter in link.all(_UNTIL, day=on):
        start = cut[batch]
        first, after = int(first_serial[start:]), int(last_serial[start:]) + 1
        for state, sign in ((to, 1), (was, -1)):
            if state:
                place = changes[batch, state, None if state in _NO_COUNTER else at_counter]
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


# -- writing -------------------------------------------------------------------------------------------


def moment(office: Office, blanks: Iterable[Any]) -> datetime:
    """Return the present moment, or one just after the last change where another counter's clock is ahead."""
    now = office.clock.now()
    last = max((blank.changed_at for blank in blanks), default=now)
    return max(now, last + timedelta(microseconds=1))


def add_batch(
    office: Office, link: Link, actor: Actor, request_id: str, new: SerialRange, note: str, at: datetime
) -> int:
    """Store a batch and each of its blanks within the caller's transaction; return its key."""
    counter = actor.counter_number
    batch = office.key(counter, at)
    common = {
        "batch_id": batch,
        "state": BlankState.STOCK.value,
        "version": 1,
        "counter_number": None,
        "case_id": None,
        "changed_at": at,
        "reason": "",
    }
    link.run_many(_ADD, ({**common, "id": office.key(counter, at), "serial": serial} for serial in new))
    add_step(
        office, link, actor, request_id, batch, "", BlankState.STOCK, new, None, at, reason=note, key=batch
    )
    return batch


def change(
    office: Office,
    link: Link,
    actor: Actor,
    request_id: str,
    blank: Any,
    to: BlankState,
    at: datetime,
    *,
    case_id: int | None = None,
    reason: str = "",
) -> None:
    """Bring one blank into another state at its counter, with its step; Overtaken when it is no more as seen."""
    if not link.run(
        _CHANGE,
        blank=blank.id,
        seen=blank.version,
        to=to.value,
        counter=blank.counter_number,
        case=case_id,
        at=at,
        why=reason,
    ):
        raise Overtaken
    serial = parts(blank.serial)
    add_step(
        office,
        link,
        actor,
        request_id,
        blank.batch_id,
        blank.state,
        to,
        SerialRange(serial, serial),
        blank.counter_number,
        at,
        case_id=case_id if case_id is not None else blank.case_id,
        reason=reason,
    )


def change_all(
    office: Office,
    link: Link,
    actor: Actor,
    request_id: str,
    blanks: Sequence[Any],
    to: BlankState,
    counter_number: int | None,
    at: datetime,
    reason: str = "",
) -> None:
    """Bring blanks that are all in one place into another, a step for each run; Overtaken as in `change`.

    `counter_number` is the counter that they go to or come from.
    """
    was, place_counter = BlankState(blanks[0].state), blanks[0].counter_number
    by_batch: defaultdict[int, list[Any]] = defaultdict(list)
    for blank in blanks:
        by_batch[blank.batch_id].append(blank)
    for batch, members in by_batch.items():
        touched = link.run(
            _CHANGE_SPAN,
            batch=batch,
            first=members[0].id,
            last=members[-1].id,
            place=was.value,
            place_counter=place_counter or 0,
            to=to.value,
            counter=None if to in _NO_COUNTER else counter_number,
            at=at,
        )
        if touched != len(members):
            raise Overtaken
        for run in runs(member.serial for member in members):
            add_step(
                office, link, actor, request_id, batch, was.value, to, run, counter_number, at, reason=reason
            )


def add_step(
    office: Office,
    link: Link,
    actor: Actor,
    request_id: str,
    batch: int,
    was: str,
    to: BlankState,
    run: SerialRange,
    counter_number: int | None,
    at: datetime,
    *,
    case_id: int | None = None,
    reason: str = "",
    key: int | None = None,
) -> None:
    """Write down what happened to a run of blanks."""
    link.run(
        _ADD_STEP,
        id=key if key is not None else office.key(actor.counter_number, at),
        request_id=request_id,
        batch_id=batch,
        state=to.value,
        was=was,
        first_serial=str(run.first),
        last_serial=str(run.last),
        count=len(run),
        counter_number=counter_number,
        case_id=case_id,
        at=at,
        on_date=local_date(at),
        staff_id=actor.staff_id,
        staff_name=actor.name,
        reason=reason[:400],
    )
