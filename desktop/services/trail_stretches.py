"""Signed stretches: ten thousand entries that were walked and found whole, signed with what their lines come to.

Whoever checks them later, in the database or in a file, hashes the lines at once and looks at none of them,
unless they come to something else.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select

from desktop.domain.trail import FIRST_HASH, moment
from desktop.domain.trail_file import Stretch
from desktop.models.prepared import Prepared
from desktop.models.tables import JournalEntry, TrailStretch
from desktop.services import seal_keys, trail_heads
from desktop.services.trail_rows import ENTRIES, row_of
from desktop.services.trail_walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain.trail import Head
    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_COLUMNS = (
    TrailStretch.station,
    TrailStretch.counter_number,
    TrailStretch.after,
    TrailStretch.after_hash,
    TrailStretch.last,
    TrailStretch.last_hash,
    TrailStretch.digest,
    TrailStretch.at,
    TrailStretch.key_id,
    TrailStretch.signature,
)
_ALL = Prepared(select(*_COLUMNS).order_by(TrailStretch.counter_number, TrailStretch.last))
_WITHIN = Prepared(
    select(*_COLUMNS)
    .where(
        TrailStretch.counter_number == bindparam("counter"),
        TrailStretch.after >= bindparam("first_after"),
        TrailStretch.last <= bindparam("most"),
    )
    .order_by(TrailStretch.last)
)
_SIGNED = Prepared(
    select(TrailStretch.id).where(
        TrailStretch.counter_number == bindparam("counter"), TrailStretch.last == bindparam("end")
    )
)
_HASH = Prepared(
    select(JournalEntry.hash).where(
        JournalEntry.counter_number == bindparam("counter"), JournalEntry.sequence == bindparam("sequence")
    )
)
_ADD = Prepared(insert(TrailStretch))


def every(link: Link) -> list[Stretch]:
    """Return every signed stretch, by counter and place."""
    return [_of(row) for row in link.all(_ALL)]


def within(link: Link, counter: int, after: int, last: int) -> list[Stretch]:
    """Return the signed stretches of a part of a counter's chain, those that are wholly in it."""
    return [_of(row) for row in link.all(_WITHIN, counter=counter, first_after=after, most=last)]


def finish(office: Office, actor: Actor, ends: Iterable[Head], length: int) -> int:
    """Walk and sign the stretches that end with these heads; return how many. For the background worker.

    One that is not whole is not signed, so that every check finds what is wrong in it.
    """
    done = 0
    for head in ends:
        link = office.database.link
        after = max(0, head.sequence - length)
        found = link.one(_HASH, counter=head.counter_number, sequence=after) if after else None
        before = str(found.hash) if found is not None else FIRST_HASH if not after else ""
        digest = hashlib.new("sm3")
        rows = link.all(ENTRIES, counter=head.counter_number, after=after, last=head.sequence)
        faults = list(
            walk(map(row_of, rows), head.counter_number, after, before, head.sequence, digest.update)
        )
        if not faults and rows and rows[-1].hash == head.hash:
            done += add(office, actor, head, after, before, digest.hexdigest())
    return done


def add(office: Office, actor: Actor, head: Head, after: int, before: str, digest: str) -> bool:
    """Sign and store a stretch that ends with a head; False where that was done already."""
    at = office.clock.now()
    with office.database.write() as link:
        if link.one(_SIGNED, counter=head.counter_number, end=head.sequence) is not None:
            return False
        signer = seal_keys.signer(office, link, actor, at)
        record = trail_heads.signed(
            Stretch(
                seal_keys.station_number(actor.station),
                head.counter_number,
                after,
                before,
                head.sequence,
                head.hash,
                digest,
                moment(at),
                trail_heads.key_id(signer),
                "",
            ),
            signer,
        )
        link.run(_ADD, **{**record._asdict(), "id": office.key(actor.counter_number, at), "at": at})
    return True


def _of(row: Any) -> Stretch:
    return Stretch._make((*row[:7], moment(row.at), row.key_id, row.signature))
