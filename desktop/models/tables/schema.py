"""The declarative root, the naming of constraints, and the column types both engines share."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, MetaData, String
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeDecorator

CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Schema(DeclarativeBase):
    """The root of every table; one metadata for SQLite and PostgreSQL."""

    metadata = MetaData(naming_convention=CONVENTION)


class UtcTime(TypeDecorator[datetime]):
    """An aware moment, stored in UTC; naive datetimes are refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store as UTC; SQLite has no zone, so the zone is dropped there after conversion."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone cannot be stored")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment back aware, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)

    def coerce_compared_value(self, op: Any, value: Any) -> Any:
        """Compare as moments, never as plain datetimes."""
        return self


# INTEGER PRIMARY KEY is SQLite's own row number: no second index behind it.
_BIG = BigInteger().with_variant(Integer, "sqlite")

CODE = String(40)
WORDS = String(400)

Key = Annotated[int, mapped_column(_BIG, primary_key=True, autoincrement=False)]
Ref = Annotated[int, mapped_column(_BIG)]
OptionalRef = Annotated[int | None, mapped_column(_BIG)]
Moment = Annotated[datetime, mapped_column(UtcTime)]
OptionalMoment = Annotated[datetime | None, mapped_column(UtcTime)]
Code = Annotated[str, mapped_column(CODE)]
Words = Annotated[str, mapped_column(WORDS)]
RequestId = Annotated[str, mapped_column(String(36))]
