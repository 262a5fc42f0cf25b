"""What a window keeps while the station's server is away, and what the server made of it when it came back."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.schema import (
    CODE,
    Code,
    Key,
    Moment,
    OptionalMoment,
    OptionalRef,
    Ref,
    Schema,
    Words,
)

_ID = String(36)


class OutboxOperation(Schema):
    """One operation done without the server, sealed, in the order made; only in a window's own store."""

    __tablename__ = "outbox_operation"
    __table_args__ = (UniqueConstraint("op_id"),)

    sequence: Mapped[Key]
    op_id: Mapped[str] = mapped_column(_ID)
    made_at: Mapped[Moment]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class OutboxTold(Schema):
    """What the server made of operations one after another, from the first place to the last.

    `outcome` is `applied`, `there` or `conflict`. What has a place after every last one waits.
    """

    __tablename__ = "outbox_told"
    __table_args__ = (UniqueConstraint("last_sequence"),)

    first_sequence: Mapped[Key]
    last_sequence: Mapped[Ref]
    outcome: Mapped[Code]
    told_at: Mapped[Moment]


class StoreNote(Schema):
    """Something that a window's own store remembers of itself: its id, as of when its copy is."""

    __tablename__ = "store_note"

    name: Mapped[str] = mapped_column(CODE, primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class CopiedPerson(Schema):
    """Somebody of whom a window's own store has everything, as the server had it at `as_of`."""

    __tablename__ = "copied_person"

    person_id: Mapped[Key]
    as_of: Mapped[Moment]


class OpInbox(Schema):
    """One operation of a window that the server has taken in, once; `digest` is over what the window made.

    `aliases` is JSON: keys that the window gave, and those of the same things here where they were known
    already; or "".
    """

    __tablename__ = "op_inbox"
    __table_args__ = (
        UniqueConstraint("window_id", "sequence"),
        Index(
            "ix_op_inbox_aliases",
            "window_id",
            sqlite_where=text("aliases <> ''"),
            postgresql_where=text("aliases <> ''"),
        ),
    )

    op_id: Mapped[str] = mapped_column(_ID, primary_key=True)
    window_id: Mapped[str] = mapped_column(_ID)
    sequence: Mapped[Ref]
    counter_number: Mapped[int]
    digest: Mapped[Words]
    outcome: Mapped[Code]
    made_at: Mapped[Moment]
    taken_at: Mapped[Moment]
    aliases: Mapped[str] = mapped_column(Text)


class OpConflict(Schema):
    """An operation that could not be applied as it was done; it waits for somebody to look at it.

    `kind` says why: `refused`, `changed`, `differs`, `follows`, `alarm` or `fault`; `reason` is the sentence as
    JSON. `state` is `open`, `applied` or `void`. `operation` is what the window made, readable by the server.
    """

    __tablename__ = "op_conflict"
    __table_args__ = (
        UniqueConstraint("op_id", "digest"),
        UniqueConstraint("request_id"),
        Index("ix_op_conflict_state", "state", "id"),
        Index("ix_op_conflict_subject", "subject", "state"),
    )

    id: Mapped[Key]
    op_id: Mapped[str] = mapped_column(_ID)
    digest: Mapped[Words]
    window_id: Mapped[str] = mapped_column(_ID)
    sequence: Mapped[Ref]
    counter_number: Mapped[int]
    kind: Mapped[Code]
    state: Mapped[Code]
    version: Mapped[int]
    subject: Mapped[Words]
    action: Mapped[Words]
    reason: Mapped[str] = mapped_column(Text)
    operation: Mapped[bytes] = mapped_column(LargeBinary)
    staff_id: Mapped[OptionalRef]
    staff_name: Mapped[Words]
    made_at: Mapped[Moment]
    taken_at: Mapped[Moment]
    settled_at: Mapped[OptionalMoment]
    settled_by: Mapped[OptionalRef]
    settled_name: Mapped[Words]
    note: Mapped[Words]
    request_id: Mapped[str | None] = mapped_column(_ID)


class OpPaper(Schema):
    """A paper that was printed without the server by an operation which then could not be applied.

    It counts for nothing from `void_at` on; until somebody has looked at the conflict that is empty.
    """

    __tablename__ = "op_paper"
    __table_args__ = (
        Index("ix_op_paper_conflict_id", "conflict_id"),
        Index("ix_op_paper_paper_number", "paper_number"),
    )

    id: Mapped[Key]
    conflict_id: Mapped[Ref] = mapped_column(ForeignKey("op_conflict.id"))
    paper_number: Mapped[Code]
    kind: Mapped[Code]
    document: Mapped[str] = mapped_column(Text)
    void_at: Mapped[OptionalMoment]
