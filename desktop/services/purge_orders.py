"""Storing, reading and deciding orders to delete."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, or_, select, update

from desktop.domain.errors import NotPossible, sentence
from desktop.domain.retention import (
    DataKind,
    DeletionGround,
    PartState,
    PurgeKind,
    PurgeState,
)
from desktop.domain.times import local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import PurgeOrder, PurgePart
from desktop.services import retention_records
from desktop.services.retention_rows import PurgeOrderRow

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_COLUMNS = (
    PurgeOrder.id,
    PurgeOrder.version,
    PurgeOrder.kind,
    PurgeOrder.subject,
    PurgeOrder.cutoff,
    PurgeOrder.person_id,
    PurgeOrder.ground,
    PurgeOrder.state,
    PurgeOrder.parts,
    PurgeOrder.digest,
    PurgeOrder.prepared_at,
    PurgeOrder.prepared_by,
    PurgeOrder.prepared_name,
    PurgeOrder.decided_name,
    PurgeOrder.decision_request_id,
    PurgeOrder.note,
    PurgeOrder.done_at,
)
_OPEN = or_(PurgeOrder.state == PurgeState.PREPARED.value, PurgeOrder.state == PurgeState.APPROVED.value)
_ALL = Prepared(select(*_COLUMNS).order_by(PurgeOrder.id.desc()).limit(100))
BY_ID = Prepared(select(*_COLUMNS).where(PurgeOrder.id == bindparam("order")))
_BY_REQUEST = Prepared(select(PurgeOrder.id).where(PurgeOrder.request_id == bindparam("request")))
_WAITING_FOR = Prepared(
    select(PurgeOrder.id).where(
        PurgeOrder.person_id == bindparam("person"),
        _OPEN,
    )
)
_UNDER_WAY = Prepared(
    select(PurgeOrder.id).where(
        PurgeOrder.subject == bindparam("what"),
        PurgeOrder.kind == PurgeKind.RETENTION.value,
        _OPEN,
    )
)
_ADD = Prepared(insert(PurgeOrder))
_ADD_PART = Prepared(insert(PurgePart))
_DECIDE = Prepared(
    update(PurgeOrder)
    .where(
        PurgeOrder.id == bindparam("order"),
        PurgeOrder.version == bindparam("seen"),
        PurgeOrder.state == PurgeState.PREPARED.value,
    )
    .values(
        state=bindparam("to"),
        version=PurgeOrder.version + 1,
        decided_at=bindparam("at"),
        decided_by=bindparam("who"),
        decided_name=bindparam("called"),
        decision_request_id=bindparam("request"),
        note=bindparam("words"),
    )
)
_PARTS = Prepared(
    select(PurgePart.state, PurgePart.counts, PurgePart.digest).where(
        PurgePart.order_id == bindparam("order")
    )
)
_SUBJECTS = Prepared(
    select(PurgePart.subject, PurgePart.state).where(PurgePart.order_id == bindparam("order"))
)


_NO_ORDER = sentence("retention", "没有这份清除单。")


def find(link: Link, order_id: int) -> PurgeOrderRow:
    """Return an order with how far it has come; NotPossible when there is none."""
    row = link.one(BY_ID, order=order_id)
    if row is None:
        raise NotPossible(_NO_ORDER)
    return _order(row, link.all(_PARTS, order=row.id))


def by_request(link: Link, request_id: str) -> PurgeOrderRow | None:
    """Return the order that a request made already."""
    row = link.one(_BY_REQUEST, request=request_id)
    return None if row is None else find(link, row.id)


def decided_by_request(link: Link, order_id: int, request_id: str) -> bool:
    """Tell whether an order was decided by this very request."""
    row = link.one(BY_ID, order=order_id)
    return row is not None and row.decision_request_id == request_id


def every(link: Link) -> tuple[PurgeOrderRow, ...]:
    """Return the last hundred orders, newest first."""
    return tuple(_order(row, link.all(_PARTS, order=row.id)) for row in link.all(_ALL))


def waiting_for(link: Link, person_id: int) -> PurgeOrderRow | None:
    """Return a person's own request that is not decided or done yet."""
    row = link.one(_WAITING_FOR, person=person_id)
    return None if row is None else find(link, row.id)


def under_way(link: Link, subject: DataKind) -> PurgeOrderRow | None:
    """Return the order about a kind of data that is not done yet."""
    row = link.one(_UNDER_WAY, what=subject.value)
    return None if row is None else find(link, row.id)


def subjects(link: Link, order_id: int) -> tuple[tuple[str, PartState], ...]:
    """Return the keys of an order's parts and how each stands."""
    return tuple((row.subject, PartState(row.state)) for row in link.all(_SUBJECTS, order=order_id))


def add(
    office: Office,
    link: Link,
    actor: Actor,
    request_id: str,
    kind: PurgeKind,
    subject: DataKind,
    parts: Iterable[str],
    at: datetime,
    *,
    last: date | None = None,
    person_id: int | None = None,
    ground: DeletionGround | None = None,
) -> PurgeOrderRow:
    """Store an order with its parts, within the caller's transaction."""
    keys = sorted(parts)
    order_id = office.key(actor.counter_number, at)
    link.run(
        _ADD,
        id=order_id,
        request_id=request_id,
        kind=kind.value,
        subject=subject.value,
        cutoff=last,
        person_id=person_id,
        ground=ground.value if ground is not None else "",
        state=PurgeState.PREPARED.value,
        version=1,
        parts=len(keys),
        digest=retention_records.digest_of(keys),
        prepared_at=at,
        prepared_on=local_date(at),
        prepared_by=actor.staff_id,
        prepared_name=actor.name,
        counter_number=actor.counter_number,
        decided_at=None,
        decided_by=None,
        decided_name="",
        decision_request_id=None,
        note="",
        done_at=None,
    )
    link.run_many(
        _ADD_PART,
        (
            {
                "id": office.key(actor.counter_number, at),
                "order_id": order_id,
                "subject": key,
                "state": PartState.WAITING.value,
                "counts": "{}",
                "digest": "",
                "note": "",
                "done_at": None,
            }
            for key in keys
        ),
    )
    return find(link, order_id)


def decide(
    link: Link, actor: Actor, request_id: str, order: PurgeOrderRow, to: PurgeState, note: str, at: datetime
) -> bool:
    """Approve or refuse an order as it was seen; False when somebody was quicker."""
    return bool(
        link.run(
            _DECIDE,
            order=order.order_id,
            seen=order.version,
            to=to.value,
            at=at,
            who=actor.staff_id,
            called=actor.name,
            request=request_id,
            words=note,
        )
    )


def headed(row: Any) -> PurgeOrderRow:
    """Return an order without how far it has come."""
    return _order(row, ())


def _order(row: Any, parts: Iterable[Any]) -> PurgeOrderRow:
    counts: dict[str, int] = {}
    states = []
    for part in parts:
        states.append(part.state)
        for table, count in json.loads(part.counts).items():
            counts[table] = counts.get(table, 0) + count
    return PurgeOrderRow(
        order_id=row.id,
        version=row.version,
        kind=PurgeKind(row.kind),
        subject=DataKind(row.subject),
        cutoff=row.cutoff,
        person_id=row.person_id,
        ground=DeletionGround(row.ground) if row.ground else None,
        state=PurgeState(row.state),
        parts=row.parts,
        done=states.count(PartState.DONE.value),
        kept=states.count(PartState.KEPT.value),
        digest=row.digest,
        prepared_at=row.prepared_at,
        prepared_by=row.prepared_by,
        prepared_name=row.prepared_name,
        decided_name=row.decided_name,
        note=row.note,
        done_at=row.done_at,
        counts=counts,
    )
