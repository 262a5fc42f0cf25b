"""Storing and reading orders to delete, and carrying them out part by part."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, insert, or_, select, text, update

from desktop.domain.errors import NotPossible, sentence
from desktop.domain.retention import (
    DATA_WORDS,
    DataKind,
    DeletionGround,
    PartState,
    PurgeKind,
    PurgeState,
    obstacles,
)
from desktop.domain.times import local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import PurgeOrder, PurgePart
from desktop.policies.retention import retentions
from desktop.services import erasure, people_records, retention_records
from desktop.services.in_turn import Overtaken, in_turn
from desktop.services.journal import Happening
from desktop.services.office import canonical
from desktop.services.retention_rows import PurgeOrderRow

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.journal import Journal
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
_OPEN = or_(
    PurgeOrder.state == PurgeState.PREPARED.value, PurgeOrder.state == PurgeState.APPROVED.value
)
_ALL = Prepared(select(*_COLUMNS).order_by(PurgeOrder.id.desc()).limit(100))
_BY_ID = Prepared(select(*_COLUMNS).where(PurgeOrder.id == bindparam("order")))
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
_FINISH = Prepared(
    update(PurgeOrder)
    .where(PurgeOrder.id == bindparam("order"), PurgeOrder.state == PurgeState.APPROVED.value)
    .values(state=PurgeState.DONE.value, version=PurgeOrder.version + 1, done_at=bindparam("at"))
)
_PARTS = Prepared(
    select(PurgePart.state, PurgePart.counts, PurgePart.digest).where(
        PurgePart.order_id == bindparam("order")
    )
)
_SUBJECTS = Prepared(
    select(PurgePart.subject, PurgePart.state).where(PurgePart.order_id == bindparam("order"))
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

_NO_ORDER = sentence("retention", "没有这份清除单。")
_KEPT_AGAIN = sentence("retention", "此人或此件又有了新的办理，期限重新计算，没有清除。")


def find(link: Link, order_id: int) -> PurgeOrderRow:
    """Return an order with how far it has come; NotPossible when there is none."""
    row = link.one(_BY_ID, order=order_id)
    if row is None:
        raise NotPossible(_NO_ORDER)
    return _order(row, link.all(_PARTS, order=row.id))


def by_request(link: Link, request_id: str) -> PurgeOrderRow | None:
    """Return the order that a request made already."""
    row = link.one(_BY_REQUEST, request=request_id)
    return None if row is None else find(link, row.id)


def decided_by_request(link: Link, order_id: int, request_id: str) -> bool:
    """Tell whether an order was decided by this very request."""
    row = link.one(_BY_ID, order=order_id)
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
        order, link = find(database.link, order_id), database.link
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
        return find(link, order_id)


def _one_more(office: Office, journal: Journal, link: Link, actor: Actor, order_id: int) -> bool:
    """Do one part, or finish the order; say whether there may be another."""
    at = office.clock.now()
    row = link.one(_BY_ID, order=order_id)
    if row is None or row.state != PurgeState.APPROVED.value:
        return False
    order = _order(row, ())
    part = link.one(_NEXT, order=order_id)
    if part is None:
        left = link.one(_LEFT, order=order_id)  # one that another counter has in hands is no end
        if left is not None and not left.n and link.run(_FINISH, order=order_id, at=at):
            order = find(link, order_id)
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
