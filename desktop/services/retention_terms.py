"""How long each kind of data is kept here, as stored; and what stands against deleting a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.errors import NotPossible, sentence
from desktop.domain.retention import DataKind, cutoff, obstacles
from desktop.policies.retention import retentions
from desktop.services import purge_orders, retention_records, setting_records
from desktop.services.retention_rows import DeletionStanding, TermRow

if TYPE_CHECKING:
    from datetime import date

    from desktop.models.database import Link

_NOBODY = sentence("errors", "没有这个人的记录。")


def terms(link: Link, today: date) -> dict[DataKind, TermRow]:
    """Return how long each kind is kept here; how much is due is not counted."""
    return {kind: term(link, kind, today) for kind in DataKind}


def standing(link: Link, person_id: int, today: date) -> DeletionStanding:
    """Return whether what is stored of a person may go; NotPossible for nobody."""
    stands = retention_records.standing(link, person_id)
    if stands is None:
        raise NotPossible(_NOBODY)
    found = obstacles(stands, retentions()[DataKind.PERSON], today)
    return DeletionStanding(found, purge_orders.waiting_for(link, person_id))


def term(link: Link, kind: DataKind, today: date) -> TermRow:
    """Return how long one kind is kept here."""
    retention, months = retentions()[kind], own(link, kind)
    last = cutoff(retention, months if months is not None else retention.usual, today)
    return TermRow(retention, months, last, 0)


def own(link: Link, kind: DataKind) -> int | None:
    """Return the months that the station set, or None."""
    written = setting_records.value_of(link, f"retention.{kind.value}")
    return int(written) if written else None


def store(link: Link, kind: DataKind, before: int | None, wanted: int | None) -> None:
    """Store other months than before; None for the usual term."""
    seen, written = ("" if months is None else str(months) for months in (before, wanted))
    setting_records.put(link, f"retention.{kind.value}", seen, written)
