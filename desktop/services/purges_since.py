"""What was deleted after a backup was made: it is in the backup still, and must go again after a restore."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, func, insert, or_, select, update

from desktop.domain.errors import Sentence, sentence
from desktop.domain.retention import PartState, PurgeState
from desktop.models.prepared import Prepared
from desktop.models.tables import PurgeOrder, PurgePart

if TYPE_CHECKING:
    from desktop.models.database import Link

_OPEN = (PurgeState.PREPARED.value, PurgeState.APPROVED.value)


@dataclass(frozen=True, slots=True)
class Purged:
    """What a database knows of orders of deletion: how many are carried out, when the last was, how many are not yet."""

    done: int
    last_done_at: datetime | None
    open: int


_COUNT = Prepared(
    select(func.count(func.distinct(PurgePart.order_id)).label("orders"), func.count().label("parts")).where(
        PurgePart.state == PartState.DONE.value, PurgePart.done_at > bindparam("since")
    )
)
_ORDERS = Prepared(
    select(*PurgeOrder.__table__.columns)
    .where(
        PurgeOrder.id.in_(
            select(PurgePart.order_id).where(
                PurgePart.state == PartState.DONE.value, PurgePart.done_at > bindparam("since")
            )
        )
    )
    .order_by(PurgeOrder.id)
)
_PARTS = Prepared(
    select(PurgePart.id, PurgePart.subject)
    .where(
        PurgePart.order_id == bindparam("order"),
        PurgePart.state == PartState.DONE.value,
        PurgePart.done_at > bindparam("since"),
    )
    .order_by(PurgePart.id)
)
_TOLD_IN = Prepared(
    select(
        func.count().filter(PurgeOrder.state == PurgeState.DONE.value).label("done"),
        func.max(PurgeOrder.done_at).label("last_done_at"),
        func.count().filter(or_(*(PurgeOrder.state == state for state in _OPEN))).label("open"),
    )
)
_KNOWN = Prepared(select(PurgeOrder.id).where(PurgeOrder.id == bindparam("order")))
_ADD = Prepared(insert(PurgeOrder))
_AGAIN = Prepared(
    update(PurgeOrder)
    .where(PurgeOrder.id == bindparam("order"))
    .values(
        state=PurgeState.APPROVED.value,
        version=bindparam("to"),
        decided_at=bindparam("at"),
        decided_by=bindparam("who"),
        decided_name=bindparam("called"),
        decision_request_id=bindparam("request"),
        note=bindparam("words"),
        done_at=None,
    )
)
_PART_KNOWN = Prepared(
    select(PurgePart.id).where(
        and_(PurgePart.order_id == bindparam("order"), PurgePart.subject == bindparam("key"))
    )
)
_ADD_PART = Prepared(insert(PurgePart))
_TOLD = sentence(
    "backups",
    "做这份备份之后，有{orders}份清除单清除了{parts}项个人信息，备份里还有：恢复时要再清除一次。",
)


def told_in(link: Link) -> Purged:
    """Return what a database knows of orders of deletion."""
    row: Any = link.one(_TOLD_IN)
    return Purged(row.done, row.last_done_at, row.open)


def remark(link: Link, since: datetime) -> tuple[Sentence, ...]:
    """Say what was deleted since a moment; nothing where nothing was."""
    row: Any = link.one(_COUNT, since=since)
    return () if row is None else told_of(row.orders, row.parts)


def told_of(orders: int, parts: int) -> tuple[Sentence, ...]:
    """Say how much was deleted; nothing where nothing was."""
    return (_TOLD.fill(orders=orders, parts=parts),) if parts else ()


def carry_over(here: Link, since: datetime, there: Link) -> tuple[int, ...]:
    """Have the orders carried out here since a moment stand approved, and not carried out, in what was restored.

    `there` is in a transaction. Returns the orders; who approved them, and when, goes along.
    """
    found = []
    for row in here.all(_ORDERS, since=since):
        kept = row._asdict()
        again = {**kept, "state": PurgeState.APPROVED.value, "done_at": None}
        if there.one(_KNOWN, order=row.id) is None:
            there.run(_ADD, **again)
        else:
            there.run(
                _AGAIN,
                order=row.id,
                to=row.version,
                at=row.decided_at,
                who=row.decided_by,
                called=row.decided_name,
                request=row.decision_request_id,
                words=row.note,
            )
        for part in here.all(_PARTS, order=row.id, since=since):
            if there.one(_PART_KNOWN, order=row.id, key=part.subject) is None:
                there.run(
                    _ADD_PART,
                    id=part.id,
                    order_id=row.id,
                    subject=part.subject,
                    state=PartState.WAITING.value,
                    counts="{}",
                    digest="",
                    note="",
                    done_at=None,
                )
        found.append(int(row.id))
    return tuple(found)
