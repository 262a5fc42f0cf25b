"""Orders to delete personal data, and what became of each part; nothing personal stands in them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

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


class PurgeOrder(Schema):
    """One order: prepared by one, decided by another, then carried out part by part.

    `kind` is `retention` or `request`, `subject` the kind of data. `digest` is over the parts as they were
    when it was prepared; `person_id` and `ground` (the case of 个人信息保护法 art. 47) are those of a resident's
    own request, `cutoff` that of a retention: what ended on that day or before.
    """

    __tablename__ = "purge_order"
    __table_args__ = (
        UniqueConstraint("request_id"),
        Index("ix_purge_order_state", "state"),
        Index("ix_purge_order_person_id", "person_id"),
    )

    id: Mapped[Key]
    request_id: Mapped[RequestId]
    kind: Mapped[Code]
    subject: Mapped[Code]
    cutoff: Mapped[date | None]
    person_id: Mapped[OptionalRef]
    ground: Mapped[Code]
    state: Mapped[Code]
    version: Mapped[int]
    parts: Mapped[int]
    digest: Mapped[Words]
    prepared_at: Mapped[Moment]
    prepared_on: Mapped[date]
    prepared_by: Mapped[Ref]
    prepared_name: Mapped[Words]
    counter_number: Mapped[int]
    decided_at: Mapped[OptionalMoment]
    decided_by: Mapped[OptionalRef]
    decided_name: Mapped[Words]
    decision_request_id: Mapped[str | None] = mapped_column(String(36))
    note: Mapped[Words]
    done_at: Mapped[OptionalMoment]


class PurgePart(Schema):
    """One person, case, paper or draft of an order: done, kept after all, or still to do.

    `counts` is JSON: how many rows of each kind were emptied. `digest` is over their keys and the digests of
    their files, never over what they said.
    """

    __tablename__ = "purge_part"
    __table_args__ = (
        UniqueConstraint("order_id", "subject"),
        Index("ix_purge_part_state", "order_id", "state", "id"),
    )

    id: Mapped[Key]
    order_id: Mapped[Ref] = mapped_column(ForeignKey("purge_order.id"))
    subject: Mapped[Code]
    state: Mapped[Code]
    counts: Mapped[str] = mapped_column(Text)
    digest: Mapped[Words]
    note: Mapped[Words]
    done_at: Mapped[OptionalMoment]
