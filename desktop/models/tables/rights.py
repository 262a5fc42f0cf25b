"""What this station took away from a role, beside the table of rights that the program ships."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.schema import CODE, Moment, Ref, RequestId, Schema, Words


class WithheldRight(Schema):
    """A right that nobody of a role has here; its row goes when the right is given back, and the trail tells."""

    __tablename__ = "withheld_right"

    role: Mapped[str] = mapped_column(CODE, primary_key=True)
    right: Mapped[str] = mapped_column("right_code", CODE, primary_key=True)
    request_id: Mapped[RequestId]
    reason: Mapped[Words]
    at: Mapped[Moment]
    staff_id: Mapped[Ref]
    staff_name: Mapped[Words]
