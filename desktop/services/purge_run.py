"""Carrying out an approved order to delete, part by part."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select, text, update

from desktop.domain.errors import sentence
from desktop.domain.retention import DATA_WORDS, DataKind, PartState, PurgeKind, PurgeState, obstacles
from desktop.domain.times import local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import PurgeOrder, PurgePart
from desktop.policies.retention import retentions
from desktop.services import erasure, people_records, purge_orders, retention_records
from desktop.services.in_turn import Overtaken, in_turn
from desktop.services.journal import Happening
from desktop.services.office import canonical
from desktop.services.retention_rows import PurgeOrderRow

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_FINISH = Prepared(
    update(PurgeOrder)
    .where(PurgeOrder.id == bindparam("order"), PurgeOrder.state == PurgeState.APPROVED.value)
    .values(state=PurgeState.DONE.value, version=PurgeOrder.version + 1, done_at=bindparam("at"))
)
_NEXT = Prepared(
    select(PurgePart.id, PurgePart.subject)
    .where(PurgePart.order_id == bindparam("order"), PurgePart.state == PartState.WAITING.value)
    .order_by(PurgePart.id)
    .limit(1)
    .with_for_update(skip_locked=True)
)
_SETTLE = Prepared(
    update(PurgePart)
    .where(PurgePart.id == bindparam("part"), PurgePart.state == PartState.WAITING.value)
    .values(
        state=bindparam("to"),
        counts=bindparam("told"),
        digest=bindparam("over"),
        note=bindparam("words"),
        done_at=bindparam("at"),
    )
)
_LEFT = Prepared(
    select(func.count().label("n"))
    .select_from(PurgePart)
    .where(PurgePart.order_id == bindparam("order"), PurgePart.state == PartState.WAITING.value)
)
_OVERWRITE = Prepared(text("PRAGMA secure_delete = ON"))
_EMPTY_LOG = Prepared(text("PRAGMA wal_checkpoint(TRUNCATE)"))
_KEPT_AGAIN = sentence("retention", "此人或此件又有了新的办理，期限重新计算，没有清除。")


def carry_out(
    office: Office,
    journal: Journal,
    actor: Actor,
    order_id: int,
    told: Callable[[int, int], None] | None = None,
) -> PurgeOrderRow:
    """Do what is still to do of an approved order, a transaction a part; `told` hears done and all.

    Whatever is cut off half way is taken up where it was; two counters at once share the parts. A part whose
    reason has gone since, because somebody came back, is kept and says so.
    """
    database = office.database
    journal.flush()  # a look that waits still to be written is written while its name can be hidden
    with database.faults():
        order, link = purge_orders.find(database.link, order_id), database.link
        if link.dialect.name == "sqlite":
            link.run(_OVERWRITE)
    settled = order.done + order.kept
    while in_turn(office, lambda link: _one_more(office, journal, link, actor, order_id)):
        settled += 1
        if told is not None:
            told(settled, order.parts)
    with database.faults():
        if link.dialect.name == "sqlite":
            link.run(_EMPTY_LOG)
        return purge_orders.find(link, order_id)


def _one_more(office: Office, journal: Journal, link: Link, actor: Actor, order_id: int) -> bool:
    """Do one part, or finish the order; say whether there may be another."""
    at = office.clock.now()
    row = link.one(purge_orders.BY_ID, order=order_id)
    if row is None or row.state != PurgeState.APPROVED.value:
        return False
    order = purge_orders.headed(row)
    part = link.one(_NEXT, order=order_id)
    if part is None:
        left = link.one(_LEFT, order=order_id)  # one that another counter has in hands is no end
        if left is not None and not left.n and link.run(_FINISH, order=order_id, at=at):
            order = purge_orders.find(link, order_id)
            journal.write(link, Happening(actor, "purge_done", at, matter=_matter(order), detail=_sum(order)))
        return False
    gone = _erase(link, order, part.subject, at)
    state = PartState.DONE if gone is not None else PartState.KEPT
    if not link.run(
        _SETTLE,
        part=part.id,
        to=state.value,
        told=canonical(gone.counts if gone is not None else {}),
        over=gone.digest if gone is not None else "",
        words="" if gone is not None else str(_KEPT_AGAIN),
        at=at,
    ):
        raise Overtaken
    if order.subject is DataKind.PERSON:
        detail = words_of(gone.counts, gone.digest) if gone is not None else str(_KEPT_AGAIN)
        action = "purge_person" if gone is not None else "purge_kept"
        journal.write(
            link,
            Happening(actor, action, at, person_id=int(part.subject), matter=_matter(order), detail=detail),
        )
    return True


def _erase(link: Link, order: PurgeOrderRow, subject: str, at: datetime) -> erasure.Erased | None:
    if order.kind is PurgeKind.REQUEST:
        stands = retention_records.standing(link, int(subject))
        if stands is None or obstacles(stands, retentions()[DataKind.PERSON], local_date(at)):
            return None
    elif order.cutoff is None or not retention_records.still_due(link, order.subject, subject, order.cutoff):
        return None
    if order.subject is DataKind.PERSON:
        people_records.wait_for(link, int(subject))
        if erasure.in_review(link, int(subject)):
            return None
        return erasure.erase_person(link, int(subject), at)
    if order.subject is DataKind.MATERIALS:
        return erasure.erase_materials(link, int(subject))
    if order.subject is DataKind.SHEETS:
        return erasure.erase_sheet(link, int(subject))
    return erasure.erase_draft(link, subject)


def words_of(counts: dict[str, int], digest: str) -> str:
    """Say what went: how much of each kind, and the digest."""
    parts = "、".join(f"{erasure.COUNTED[table]}{count}" for table, count in counts.items())
    return f"{parts or 0}，摘要{digest}"


def _matter(order: PurgeOrderRow) -> str:
    return str(DATA_WORDS[order.subject])


def _sum(order: PurgeOrderRow) -> str:
    done, kept, parts = order.done, order.kept, order.parts
    return f"清除{done}、保留{kept}、共{parts}，{words_of(dict(order.counts), order.digest)}"
