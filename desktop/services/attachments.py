"""What is handed in with a case, kept byte for byte with its SHA-256."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, select

from desktop.models.prepared import Prepared
from desktop.models.tables import Attachment

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.rows import Actor

PHOTO, SIGNATURE = "photo", "signature"
_ADD = Prepared(insert(Attachment))
_PHOTO = Prepared(
    select(Attachment.content)
    .where(Attachment.case_id == bindparam("case"), Attachment.kind == PHOTO)
    .order_by(Attachment.id.desc())
    .limit(1)
)


def keep(
    office: Office, link: Link, actor: Actor, case_id: int, kind: str, content: bytes, at: datetime
) -> None:
    """Store something handed in with its case, within the caller's transaction."""
    link.run(
        _ADD,
        id=office.key(actor.counter_number, at),
        case_id=case_id,
        kind=kind,
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        added_at=at,
    )


def keep_photo(office: Office, link: Link, actor: Actor, case_id: int, photo: bytes, at: datetime) -> None:
    """Store a photo with its case, within the caller's transaction."""
    keep(office, link, actor, case_id, PHOTO, photo, at)


def photo_of(link: Link, case_id: int) -> bytes | None:
    """Return the photo handed in last with a case, or None."""
    row = link.one(_PHOTO, case=case_id)
    return None if row is None else bytes(row.content)
