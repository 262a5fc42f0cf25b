"""The statements by which jobs of papers and cards are stored, found and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select, update

from desktop.domain.characters import visible
from desktop.models.prepared import Prepared
from desktop.models.tables import PrintJob

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_ADD = Prepared(insert(PrintJob))
_NEWEST = select(PrintJob.id, PrintJob.job, PrintJob.counter_number).where(PrintJob.taken_back_at.is_(None))
_OF_COPY = Prepared(
    _NEWEST.where(PrintJob.copy_id == bindparam("copy")).order_by(PrintJob.id.desc()).limit(1)
)
_OF_CARD = Prepared(
    _NEWEST.where(PrintJob.serial == bindparam("number")).order_by(PrintJob.id.desc()).limit(1)
)
_TAKEN_BACK = Prepared(
    update(PrintJob).where(PrintJob.id == bindparam("key")).values(taken_back_at=bindparam("at"))
)
_CARD_NOT_PRINTED = Prepared(
    update(PrintJob)
    .where(PrintJob.serial == bindparam("number"), PrintJob.taken_back_at.is_(None))
    .values(taken_back_at=bindparam("at"))
)


def add(
    office: Office,
    link: Link,
    actor: Actor,
    job: str,
    printer: str,
    at: datetime,
    *,
    copy_id: int | None = None,
    serial: str = "",
) -> None:
    """Store the job that a copy, or the card of a blank, left as."""
    link.run(
        _ADD,
        id=office.key(actor.counter_number, at),
        copy_id=copy_id,
        serial=visible(serial),
        printer=visible(printer)[:400],
        job=visible(job)[:400],
        counter_number=actor.counter_number,
        staff_id=actor.staff_id,
        sent_at=at,
        taken_back_at=None,
    )


def of_copy(link: Link, copy_id: int) -> Any | None:
    """Return the newest job of a copy that was not taken back, or None."""
    return link.one(_OF_COPY, copy=copy_id)


def of_card(link: Link, serial: str) -> Any | None:
    """Return the newest job of a blank's card that was not taken back, or None."""
    return link.one(_OF_CARD, number=serial)


def taken_back(link: Link, key: int, at: datetime) -> None:
    """Take down that nothing of a job was printed."""
    link.run(_TAKEN_BACK, key=key, at=at)


def card_not_printed(link: Link, serial: str, at: datetime) -> None:
    """Take down that nothing was printed on a blank, whatever was sent for it."""
    link.run(_CARD_NOT_PRINTED, number=serial, at=at)
