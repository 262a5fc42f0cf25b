"""How people are found: by their number's key, their telephone, a part of their name, how it is spoken.

Each list is cut to its length by an index alone, and only then is anything read of those who are on it: among a
million people hundreds share a given name, and thousands its initials.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import bindparam, exists, func, select
from sqlalchemy.orm import aliased

from desktop.domain.codes import CaseKind
from desktop.models.prepared import Prepared
from desktop.models.tables import CaseFile, NameBigram, NameReading, Permit, Person, Registration

_PERMIT = (
    select(CaseFile.state)
    .where(CaseFile.person_id == Person.person_id, CaseFile.kind == CaseKind.PERMIT_APPLICATION.value)
    .order_by(CaseFile.id.desc())
    .limit(1)
    .correlate(Person)
    .scalar_subquery()
    .label("permit")
)
_CARD = (
    select(Permit.state)
    .where(Permit.person_id == Person.person_id, Permit.current_id.is_not(None))
    .order_by(Permit.permit_id.desc())
    .limit(1)
    .correlate(Person)
    .scalar_subquery()
    .label("card")
)
_ANY = aliased(Registration)
_EVER = exists(select(1).where(_ANY.person_id == Person.person_id).correlate(Person)).label("ever")
HITS = select(
    Person.person_id,
    Person.name,
    Person.id_kind,
    Person.id_number,
    Person.birth_date,
    Registration.written_address,
    _EVER,
    _PERMIT,
    _CARD,
).outerjoin(Registration, Registration.open_person_id == Person.person_id)

BY_KEY = Prepared(HITS.where(Person.live_key == bindparam("key")))
BY_PHONE = Prepared(
    HITS.where(Person.phone == bindparam("phone"), Person.current_id.is_not(None)).limit(bindparam("most"))
)
_MOST: Any = bindparam("most")
_IN_RANGE = (
    select(Person.id.label("row"))
    .where(Person.name >= bindparam("first"), Person.name < bindparam("last"), Person.current_id.is_not(None))
    .order_by(Person.name, Person.id.desc())
    .limit(_MOST)
    .subquery("in_range")
)
BY_NAME_RANGE = Prepared(
    HITS.join(_IN_RANGE, _IN_RANGE.c.row == Person.id).order_by(Person.name, Person.id.desc())
)
_FIRST_PAIR = aliased(NameBigram)
_WITH_PAIR = select(NameBigram.person_id).where(NameBigram.bigram == bindparam("pair"))
_WITH_BOTH = _WITH_PAIR.where(
    exists().where(
        _FIRST_PAIR.bigram == bindparam("first_pair"), _FIRST_PAIR.person_id == NameBigram.person_id
    )
)


def _with_pairs(chosen: Any) -> Prepared:
    keys = chosen.order_by(NameBigram.person_id.desc()).limit(_MOST).subquery("with_pairs")
    return Prepared(HITS.join(keys, keys.c.person_id == Person.current_id).order_by(keys.c.person_id.desc()))


BY_BIGRAM, BY_BIGRAMS = _with_pairs(_WITH_PAIR), _with_pairs(_WITH_BOTH)
BY_CHARACTER = Prepared(
    HITS.join(NameBigram, NameBigram.person_id == Person.current_id)
    .where(NameBigram.bigram >= bindparam("first"), NameBigram.bigram < bindparam("last"))
    .limit(bindparam("most"))
)
_HEARD = (
    select(NameReading.reading, NameReading.person_id)
    .where(NameReading.reading >= bindparam("first"), NameReading.reading < bindparam("last"))
    .order_by(NameReading.reading, NameReading.person_id.desc())
    .limit(bindparam("readings"))
    .subquery("heard")
)
_SPOKEN = (
    select(func.min(_HEARD.c.reading).label("reading"), _HEARD.c.person_id)
    .group_by(_HEARD.c.person_id)
    .order_by(func.min(_HEARD.c.reading), _HEARD.c.person_id.desc())
    .limit(_MOST)
    .subquery("spoken")
)
BY_READING = Prepared(
    HITS.join(_SPOKEN, _SPOKEN.c.person_id == Person.current_id).order_by(
        _SPOKEN.c.reading, _SPOKEN.c.person_id.desc()
    )
)
