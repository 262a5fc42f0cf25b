"""What is remembered of passwords beside the one that holds: earlier ones, and wrong tries."""

from __future__ import annotations

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.schema import CODE, Key, Moment, Ref, Schema, Words


class OldPassword(Schema):
    """A password that somebody had before, as its hash, so that it is not taken again."""

    __tablename__ = "old_password"
    __table_args__ = (Index("ix_old_password_staff_id", "staff_id", "id"),)

    id: Mapped[Key]
    staff_id: Mapped[Ref]
    password_hash: Mapped[Words]
    replaced_at: Mapped[Moment]


class WrongPassword(Schema):
    """Wrong passwords given for an account since the last right one.

    `account` is the staff's `lookalike`; names that nobody has share accounts of their own that do not tell
    what was typed: it may be a password in the wrong field.
    """

    __tablename__ = "wrong_password"

    account: Mapped[str] = mapped_column(CODE, primary_key=True)
    tries: Mapped[int]
    last_at: Mapped[Moment]
