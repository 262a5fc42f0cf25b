"""Storing blanks: each change is an update of the version that was seen, and a step that is only added to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, insert, update

from desktop.domain.blanks import NO_COUNTER, BlankState, SerialRange, parts, runs
from desktop.domain.times import local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import Blank, BlankStep
from desktop.services.in_turn import Overtaken

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.rows import Actor

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
            counter=None if to in NO_COUNTER else counter_number,
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
