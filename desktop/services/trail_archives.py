"""Where the counters' chains were cut: what is before such a signed head is in an archive's file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select

from desktop.domain.trail import Head, moment
from desktop.domain.trail_file import SignedHead
from desktop.domain.trail_report import Signature
from desktop.models.prepared import Prepared
from desktop.models.tables import TrailArchive
from desktop.services import seal_keys

if TYPE_CHECKING:
    from desktop.models.database import Link

NO_CUT = (Signature.WRONG, Signature.OTHER_STATION, Signature.UNKNOWN_KEY)
"""Signatures with which a row is no cut: whoever signs for this station has a key that is known here."""

ADD = Prepared(insert(TrailArchive))
_ALL = Prepared(select(*TrailArchive.__table__.columns).order_by(TrailArchive.id))
_HASH = Prepared(
    select(TrailArchive.hash).where(
        TrailArchive.counter_number == bindparam("counter"), TrailArchive.sequence == bindparam("sequence")
    )
)


def every(link: Link) -> list[Any]:
    """Return every cut, as stored."""
    return link.all(_ALL)


def cuts(link: Link) -> dict[int, Head]:
    """Return the newest cut of each counter that has one; a cut that is not signed as it stands is none."""
    rows = link.all(_ALL)
    if not rows:
        return {}
    from desktop.journal import verifier  # here for start-up time: nothing was archived in the first years

    verify = verifier(seal_keys.known(link))
    newest: dict[int, Head] = {}
    for row in rows:
        older = row.counter_number not in newest or row.sequence > newest[row.counter_number].sequence
        if older and verify(head_of(row)) not in NO_CUT:
            newest[row.counter_number] = Head(row.counter_number, row.sequence, row.hash)
    return newest


def hash_at(link: Link, counter: int, sequence: int) -> str | None:
    """Return the hash of the entry before a cut, or None where the chain was not cut there."""
    row = link.one(_HASH, counter=counter, sequence=sequence)
    return str(row.hash) if row is not None else None


def head_of(row: Any) -> SignedHead:
    """Return a cut as it was signed."""
    return SignedHead(
        row.station, row.counter_number, row.sequence, row.hash, moment(row.at), row.key_id, row.signature
    )
