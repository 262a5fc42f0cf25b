"""The trail: every look and every change, chained entry to entry within a counter."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from desktop.models.tables.schema import Code, Key, Moment, OptionalRef, Ref, Schema, Words


class JournalEntry(Schema):
    """One thing that somebody did or saw (留痕); `hash` covers the entry and `previous_hash`."""

    __tablename__ = "journal_entry"
    __table_args__ = (
        UniqueConstraint("counter_number", "sequence"),
        Index("ix_journal_entry_on_date_id", "on_date", "id"),
        Index("ix_journal_entry_person_id_on_date_id", "person_id", "on_date", "id"),
        Index("ix_journal_entry_staff_id_on_date_id", "staff_id", "on_date", "id"),
        Index("ix_journal_entry_action_on_date_id", "action", "on_date", "id"),
    )

    id: Mapped[Key]
    counter_number: Mapped[int]
    sequence: Mapped[int]
    at: Mapped[Moment]
    on_date: Mapped[date]
    local_time: Mapped[Code]  # "2026-11-21 14:03:05" at the station: what an export prints
    staff_id: Mapped[Ref]
    staff_name: Mapped[Words]
    action: Mapped[Code]
    person_id: Mapped[OptionalRef]
    person_row: Mapped[OptionalRef]
    case_number: Mapped[Code]
    paper_number: Mapped[Code]
    matter: Mapped[Words]
    detail: Mapped[Words]
    previous_hash: Mapped[Words]
    hash: Mapped[Words]
