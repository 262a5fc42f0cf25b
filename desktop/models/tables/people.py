"""People and their spans of residence; rows are versions and are closed, never overwritten."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.schema import (
    CODE,
    WORDS,
    Code,
    Key,
    Moment,
    OptionalMoment,
    OptionalRef,
    Ref,
    Schema,
    Words,
)


class Person(Schema):
    """One version of what is known of a person.

    `person_id` is the person, `id` this version. While the version is the current one `current_id` equals
    `person_id` and `live_key` is `kind:number`; both are unique and become NULL when it is closed, which
    keeps one live row a person and one person an ID number on any engine.
    """

    __tablename__ = "person"
    __table_args__ = (
        UniqueConstraint("person_id", "version"),
        UniqueConstraint("current_id"),
        UniqueConstraint("live_key"),
        Index("ix_person_name", "name"),
        Index("ix_person_phone", "phone"),
    )

    id: Mapped[Key]
    person_id: Mapped[Ref]
    version: Mapped[int]
    known_from: Mapped[Moment]
    known_until: Mapped[OptionalMoment]
    current_id: Mapped[OptionalRef]
    live_key: Mapped[str | None] = mapped_column(CODE)
    id_kind: Mapped[Code]
    id_number: Mapped[Code]
    name: Mapped[Words]
    former_name: Mapped[Words]
    sex: Mapped[Code]
    birth_date: Mapped[date | None]
    ethnicity: Mapped[Code]
    hukou_division: Mapped[Code]
    hukou_address: Mapped[Words]
    phone: Mapped[Code]
    education: Mapped[Code]
    marital_status: Mapped[Code]
    political_status: Mapped[Code]
    employer: Mapped[Words]
    changed_by: Mapped[Ref]


class NameBigram(Schema):
    """Every two neighbouring characters of a current name, for finding the middle of one."""

    __tablename__ = "name_bigram"
    __table_args__ = (Index("ix_name_bigram_person_id", "person_id"), {"sqlite_with_rowid": False})

    bigram: Mapped[str] = mapped_column(CODE, primary_key=True)
    person_id: Mapped[Key]


class NameReading(Schema):
    """Every pinyin reading of a current name, in full and as initials, for prefix search."""

    __tablename__ = "name_reading"
    __table_args__ = (Index("ix_name_reading_person_id", "person_id"), {"sqlite_with_rowid": False})

    reading: Mapped[str] = mapped_column(WORDS, primary_key=True)
    person_id: Mapped[Key]


class Registration(Schema):
    """One version of a span of residence at an address.

    `open_person_id` is the person while this version is current and the span lasts; it is unique, so a
    person lives at one address at a time on any engine.
    """

    __tablename__ = "registration"
    __table_args__ = (
        UniqueConstraint("registration_id", "version"),
        UniqueConstraint("current_id"),
        UniqueConstraint("open_person_id"),
        Index("ix_registration_person_id", "person_id"),
    )

    id: Mapped[Key]
    registration_id: Mapped[Ref]
    version: Mapped[int]
    known_from: Mapped[Moment]
    known_until: Mapped[OptionalMoment]
    current_id: Mapped[OptionalRef]
    open_person_id: Mapped[OptionalRef]
    person_id: Mapped[Ref]
    person_row: Mapped[Ref] = mapped_column(ForeignKey("person.id"))
    case_id: Mapped[Ref] = mapped_column(ForeignKey("case_file.id"))
    division: Mapped[Code]
    street: Mapped[Code]
    community: Mapped[Code]
    road: Mapped[Words]
    house_number: Mapped[Words]
    building: Mapped[Words]
    unit: Mapped[Words]
    room: Mapped[Words]
    address_remark: Mapped[Words]
    written_address: Mapped[Words]
    lodging: Mapped[Code]
    reason: Mapped[Code]
    landlord_name: Mapped[Words]
    landlord_phone: Mapped[Code]
    employer: Mapped[Words]
    reported_by: Mapped[Code]
    reporter_name: Mapped[Words]
    reporter_phone: Mapped[Code]
    remark: Mapped[Words]
    arrived_on: Mapped[date]
    registered_on: Mapped[date]
    intended_until: Mapped[date | None]
    ended_on: Mapped[date | None]
    end_reason: Mapped[Code]
    late_days: Mapped[int]
    counter_number: Mapped[int]
    changed_by: Mapped[Ref]


class AccompanyingMinor(Schema):
    """A minor who lives with the registered person."""

    __tablename__ = "accompanying_minor"
    __table_args__ = (Index("ix_accompanying_minor_registration_id", "registration_id"),)

    id: Mapped[Key]
    registration_id: Mapped[Ref]
    name: Mapped[Words]
    sex: Mapped[Code]
    birth_date: Mapped[date | None]
    id_number: Mapped[Code]
    relation: Mapped[Code]
