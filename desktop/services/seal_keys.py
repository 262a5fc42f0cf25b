"""The station's sealing keys: the one that seals now, made when there is none, and its public half."""

from __future__ import annotations

import uuid
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import and_, bindparam, insert, select

from desktop.domain.times import local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import SealKey
from desktop.services.journal import Happening, Journal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.rows import Actor, StationRow
    from printing.documents import Document
    from printing.seal.algorithms import Signer
    from printing.seal.keys import Keys, PublicKey


D = TypeVar("D", bound="Document")

ALGORITHM = "ed25519"

_ADD = Prepared(insert(SealKey))
_COLUMNS = (
    SealKey.id,
    SealKey.key_id,
    SealKey.algorithm,
    SealKey.public_key,
    SealKey.private_key,
    SealKey.box,
    SealKey.station,
    SealKey.station_name,
    SealKey.practice,
    SealKey.made_on,
    SealKey.retired_on,
    SealKey.revoked_on,
    SealKey.reason,
)
ALL = Prepared(select(*_COLUMNS).order_by(SealKey.id))
SEALING = Prepared(
    select(SealKey.key_id, SealKey.algorithm, SealKey.private_key)
    .where(
        and_(
            SealKey.box == bindparam("box_name"),
            SealKey.station == bindparam("station_number"),
            SealKey.private_key != "",
            SealKey.retired_on.is_(None),
            SealKey.revoked_on.is_(None),
        )
    )
    .order_by(SealKey.id.desc())
)


def frozen(office: Office, link: Link, actor: Actor, document: Document, at: datetime) -> str:
    """Give the text that a document is stored as, with its seal, as `sealed` does the document."""
    return _frozen()(document, lambda: signer(office, link, actor, at))


@cache
def _frozen() -> Callable[[Document, Callable[[], Signer]], str]:
    """Import it when it is first needed, for start-up time, and once: with Qt an import in a function takes 13 µs."""
    from printing.seal.sealing import frozen

    return frozen


def sealed(office: Office, link: Link, actor: Actor, document: D, at: datetime) -> D:
    """Give a document with its seal, in the transaction that freezes it; one that takes none as it is.

    The station's first paper makes its key, should set-up not have made one.
    """
    from printing.seal.digests import new_code
    from printing.seal.fields import is_sealed
    from printing.seal.sealing import sealed as with_seal

    if not is_sealed(document):
        return document
    return with_seal(document, signer(office, link, actor, at), new_code())


def foresee(office: Office, link: Link, actor: Actor) -> None:
    """Say that a paper will be sealed."""
    link.foresee(SEALING, box_name=office.key_box.name, station_number=station_number(actor.station))


def signer(office: Office, link: Link, actor: Actor, at: datetime) -> Signer:
    """Return what seals this station's papers now, made in the caller's transaction where there is none."""
    for row in link.all(SEALING, box_name=office.key_box.name, station_number=station_number(actor.station)):
        opened = office.signers.get(row.private_key)
        if opened is not None:
            return opened
        try:
            private = office.key_box.open(bytes.fromhex(row.private_key), row.key_id)
        except ValueError:  # restored beside another key file: it seals no more, and still verifies
            continue
        from printing.seal.algorithms import algorithm  # here for start-up time, and once a key

        opened = algorithm(row.algorithm).signer(private)
        office.signers[row.private_key] = opened
        return opened
    return make(office, link, actor, at, str(uuid.uuid4()))


def make(office: Office, link: Link, actor: Actor, at: datetime, request_id: str) -> Signer:
    """Make a key in the caller's transaction, its private half sealed; the journal names it."""
    from printing.seal.algorithms import algorithm
    from printing.seal.keys import key_id_of

    kind = algorithm(ALGORITHM)
    private = kind.new_private()
    made = kind.signer(private)
    key_id = key_id_of(made.algorithm, made.public)
    link.run(
        _ADD,
        id=office.key(actor.counter_number, at),
        request_id=request_id,
        key_id=key_id,
        algorithm=made.algorithm,
        public_key=made.public.hex(),
        private_key=office.key_box.seal(private, key_id).hex(),
        box=office.key_box.name,
        station=station_number(actor.station),
        station_name=actor.station.name,
        practice=actor.station.practice,
        made_on=local_date(at),
        retired_on=None,
        revoked_on=None,
        reason="",
        added_at=at,
        staff_id=actor.staff_id,
    )
    Journal(office).write(link, Happening(actor, "make_seal_key", at, detail=key_id))
    return made


def add_public(
    office: Office, link: Link, actor: Actor, at: datetime, request_id: str, key: PublicKey
) -> None:
    """Store another station's public key."""
    link.run(
        _ADD,
        id=office.key(actor.counter_number, at),
        request_id=request_id,
        key_id=key.key_id,
        algorithm=key.algorithm,
        public_key=key.public.hex(),
        private_key="",
        box="",
        station=key.station,
        station_name=key.station_name,
        practice=key.practice,
        made_on=key.made_on,
        retired_on=key.retired_on,
        revoked_on=key.revoked_on,
        reason=key.reason,
        added_at=at,
        staff_id=actor.staff_id,
    )


def public_key(row: Any) -> PublicKey:
    """Return the public half of a stored key, as a file has it."""
    from printing.seal.keys import PublicKey

    return PublicKey(
        key_id=row.key_id,
        algorithm=row.algorithm,
        public=bytes.fromhex(row.public_key),
        station=row.station,
        station_name=row.station_name,
        practice=row.practice,
        made_on=row.made_on,
        retired_on=row.retired_on,
        revoked_on=row.revoked_on,
        reason=row.reason,
    )


def known(link: Link) -> Keys:
    """Return every public key known here, this station's and others'."""
    from printing.seal.keys import Keys

    return Keys(public_key(row) for row in link.all(ALL))


def station_number(station: StationRow) -> str:
    """Return the nine digits by which papers name a station."""
    return station.division + station.station_code
