"""Reading blanks: one by its serial, those of a range, of a counter or of a case, and what happened to each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select

from desktop.domain.blanks import BlankState, Serial, SerialRange, parts
from desktop.models.prepared import Prepared
from desktop.models.tables import Blank, BlankStep, CaseFile
from desktop.services.blank_rows import BlankStepRow

if TYPE_CHECKING:
    from desktop.models.database import Link

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


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch as it came in; the key of its step is the batch."""

    batch_id: int
    range: SerialRange


def by_serial(link: Link, serial: Serial) -> Any | None:
    """Return the row of a blank, or None."""
    return link.one(_BY_SERIAL, number=str(serial))


def arrivals(link: Link) -> list[Any]:
    """Return the steps by which batches came in, oldest first; a step's key is its batch's."""
    return link.all(_ARRIVALS)


def batches(link: Link) -> tuple[Batch, ...]:
    """Return every batch that ever came in, oldest first."""
    return tuple(
        Batch(row.batch_id, SerialRange(parts(row.first_serial), parts(row.last_serial)))
        for row in arrivals(link)
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
