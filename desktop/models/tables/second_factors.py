"""Second factors of signing in."""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from desktop.models.tables.schema import (
    Code,
    Key,
    Moment,
    OptionalMoment,
    OptionalRef,
    Ref,
    RequestId,
    Schema,
    Words,
)


class SecondFactor(Schema):
    """A key or a telephone of somebody's; one that ended stays, so that it is never registered again.

    `public` is a key's public part, or a name of its own for a telephone, whose `secret` is sealed. Of a
    telephone `last_step` is the newest step whose code was used.
    """

    __tablename__ = "second_factor"
    __table_args__ = (
        UniqueConstraint("request_id"),
        UniqueConstraint("public"),
        Index("ix_second_factor_staff_id", "staff_id", "id"),
    )

    id: Mapped[Key]
    request_id: Mapped[RequestId]
    staff_id: Mapped[Ref]
    kind: Mapped[Code]
    name: Mapped[Words]
    public: Mapped[Words]
    secret: Mapped[Words]
    registered_at: Mapped[Moment]
    last_step: Mapped[Ref]
    last_used_at: Mapped[OptionalMoment]
    ended_at: Mapped[OptionalMoment]
    ended_by: Mapped[OptionalRef]
    reason: Mapped[Words]
