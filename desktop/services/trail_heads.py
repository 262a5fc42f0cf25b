"""Signed heads: of a counter's chain every ten thousand entries, of every counter's at the end of a day."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import bindparam, func, insert, select

from desktop.domain.trail import Head, moment, root_of
from desktop.domain.trail_file import DayHead, Ending, SignedHead, Slice, Stretch, message_of
from desktop.models.prepared import Prepared
from desktop.models.tables import JournalEntry, TrailDay, TrailHead
from desktop.services import seal_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.rows import Actor
    from printing.seal.algorithms import Signer

R = TypeVar("R", SignedHead, Stretch, Slice, DayHead, Ending)

_NEXT_COUNTER = Prepared(
    select(func.min(JournalEntry.counter_number).label("number")).where(
        JournalEntry.counter_number > bindparam("after")
    )
)
_HEAD = Prepared(
    select(JournalEntry.counter_number, JournalEntry.sequence, JournalEntry.hash)
    .where(JournalEntry.counter_number == bindparam("counter"))
    .order_by(JournalEntry.sequence.desc())
    .limit(1)
)
_ADD_HEAD = Prepared(insert(TrailHead))
_ADD_DAY = Prepared(insert(TrailDay))


def counters(link: Link) -> Iterator[int]:
    """Give the number of every counter that has a chain, with one step into the index each."""
    after = -1
    while (found := link.one(_NEXT_COUNTER, after=after).number) is not None:  # type: ignore[union-attr]
        after = int(found)
        yield after


def heads(link: Link) -> tuple[Head, ...]:
    """Return where every counter's chain is now."""
    return tuple(Head(*link.one(_HEAD, counter=number)) for number in counters(link))  # type: ignore[misc]


def sign(office: Office, link: Link, actor: Actor, at: datetime, reached: Iterable[Head]) -> None:
    """Sign and store heads of counters' chains in the caller's transaction."""
    signer = seal_keys.signer(office, link, actor, at)
    station = seal_keys.station_number(actor.station)
    for head in reached:
        record = signed(SignedHead(station, *head, moment(at), key_id(signer), ""), signer)
        link.run(
            _ADD_HEAD,
            id=office.key(actor.counter_number, at),
            station=station,
            counter_number=head.counter_number,
            sequence=head.sequence,
            hash=head.hash,
            at=at,
            key_id=record.key_id,
            signature=record.signature,
        )


def end_day(office: Office, link: Link, actor: Actor, at: datetime, on: date, close_id: int) -> DayHead:
    """Sign and store where every counter's chain is as a day is closed, in the transaction that closes it."""
    signer = seal_keys.signer(office, link, actor, at)  # first: making a key is an entry of its own
    here = heads(link)
    station = seal_keys.station_number(actor.station)
    record = signed(
        DayHead(station, on.isoformat(), moment(at), here, root_of(here), key_id(signer), ""), signer
    )
    link.run(
        _ADD_DAY,
        id=office.key(actor.counter_number, at),
        station=station,
        on_date=on,
        at=at,
        close_id=close_id,
        heads=json.dumps(here, separators=(",", ":")),
        root=record.root,
        key_id=record.key_id,
        signature=record.signature,
    )
    return record


def signed(record: R, signer: Signer) -> R:
    """Return a record with its signature."""
    return record._replace(signature=signer.sign(message_of(record)).hex())


def key_id(signer: Signer) -> str:
    """Return the id of the key that signs."""
    from printing.seal.keys import key_id_of

    return key_id_of(signer.algorithm, signer.public)


def head_of(row: Any) -> SignedHead:
    """Return a stored head as it was signed."""
    return SignedHead(
        row.station, row.counter_number, row.sequence, row.hash, moment(row.at), row.key_id, row.signature
    )


def day_of(row: Any) -> DayHead:
    """Return a stored day head as it was signed."""
    here = tuple(Head(*head) for head in json.loads(row.heads))
    return DayHead(
        row.station, row.on_date.isoformat(), moment(row.at), here, row.root, row.key_id, row.signature
    )
