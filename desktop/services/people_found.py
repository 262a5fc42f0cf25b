"""How people are found: by their number's key, their telephone, a part of their name, how it is spoken.

Each list is cut to its length by an index alone, and only then is anything read of those who are on it: among a
million people hundreds share a given name, and thousands its initials.

No plan depends on what is asked for, so that a statement is planned once. Its length stands in its text: bound as a
value, SQLite would plan anew for each, and PostgreSQL take any length for a tenth of the table. The ends of a range
stand in questions of their own: as plain values, PostgreSQL would plan for each pair of them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, bindparam, case, exists, func, literal_column, select, true, union_all
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
_EVER = case(
    (Registration.id.is_not(None), true()),  # of those who live here now nothing more is looked up
    else_=exists(select(1).where(_ANY.person_id == Person.person_id).correlate(Person)),
).label("ever")
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

SPOKEN_SO = Prepared(
    select(NameReading.person_id).where(
        NameReading.reading == bindparam("reading"), NameReading.person_id == bindparam("person")
    )
)
"""Whether somebody's whole name, or all of it from one of its parts on, is spoken or abbreviated just so."""

_FIRST_PAIR = aliased(NameBigram)
_WITH_PAIR = select(NameBigram.person_id).where(NameBigram.bigram == bindparam("pair"))
_WITH_BOTH = _WITH_PAIR.where(
    exists().where(
        _FIRST_PAIR.bigram == bindparam("first_pair"), _FIRST_PAIR.person_id == NameBigram.person_id
    )
)


def _within(
    column: Any, first: str = "first", last: str = "last", *, beyond: bool = False
) -> tuple[ColumnElement[bool], ...]:
    ends = (bindparam(name, type_=column.type) for name in (first, last))
    begin, end = (select(value).scalar_subquery() for value in ends)
    return column > begin if beyond else column >= begin, column < end


class Searches:
    """The statements that find at most so many people."""

    def __init__(self, most: int) -> None:
        self._most: Any = literal_column(str(int(most)))
        self._readings: Any = literal_column(str(3 * int(most)))
        named = (Person.name, Person.id.desc())
        self.by_phone = Prepared(
            HITS.where(Person.phone == bindparam("phone"), Person.current_id.is_not(None)).limit(self._most)
        )
        in_range = self._in_range("first", "last")
        self.by_name_range = Prepared(HITS.join(in_range, in_range.c.row == Person.id).order_by(*named))
        """Whose name begins so."""
        parts = (self._in_range(f"first_{each}", f"last_{each}") for each in ("upper", "title"))
        either = union_all(*(select(part.c.row) for part in parts)).subquery("in_either")
        self.by_either_range = Prepared(HITS.join(either, either.c.row == Person.id).order_by(*named))
        """Whose name begins in one of two ways: so many of each."""
        self.by_bigram, self.by_bigrams = self._with_pairs(_WITH_PAIR), self._with_pairs(_WITH_BOTH)
        self.by_character = self._with_character()
        self.by_reading = self._spoken()

    def _in_range(self, first: str, last: str) -> Any:
        return (
            select(Person.id.label("row"))
            .where(*_within(Person.name, first, last), Person.current_id.is_not(None))
            .order_by(Person.name, Person.id.desc())
            .limit(self._most)
            .subquery()
        )

    def _with_pairs(self, chosen: Any) -> Prepared:
        keys = chosen.order_by(NameBigram.person_id.desc()).limit(self._most).subquery("with_pairs")
        return Prepared(
            HITS.join(keys, keys.c.person_id == Person.current_id).order_by(keys.c.person_id.desc())
        )

    def _with_character(self) -> Prepared:
        order = (NameBigram.bigram, NameBigram.person_id)
        keys = (
            select(*order)
            .where(*_within(NameBigram.bigram))
            .order_by(*order)
            .limit(self._most)
            .subquery("with_character")
        )
        return Prepared(
            HITS.join(keys, keys.c.person_id == Person.current_id).order_by(keys.c.bigram, keys.c.person_id)
        )

    def _spoken(self) -> Prepared:
        """Who is spoken just so, and only where they do not fill the list whose name goes on after it.

        Among ten million forty thousand share their initials: newest first, they would all be sorted for a list of twenty.
        """
        order = (NameReading.reading, NameReading.person_id)
        exactly = (
            select(*order)
            .where(NameReading.reading == bindparam("first"))
            .order_by(NameReading.person_id.desc())
            .limit(self._readings)
            .cte("exactly")
        )
        begun = select(func.count()).select_from(exactly).scalar_subquery()
        longer = (
            select(*order)
            .where(*_within(NameReading.reading, beyond=True), begun < self._readings)
            .order_by(NameReading.reading, NameReading.person_id.desc())
            .limit(self._readings)
            .subquery("longer")
        )
        heard = union_all(*(select(each.c.reading, each.c.person_id) for each in (exactly, longer))).subquery(
            "heard"
        )
        first = func.min(heard.c.reading)
        spoken = (
            select(first.label("reading"), heard.c.person_id)
            .group_by(heard.c.person_id)
            .order_by(first, heard.c.person_id.desc())
            .limit(self._most)
            .subquery("spoken")
        )
        return Prepared(
            HITS.join(spoken, spoken.c.person_id == Person.current_id).order_by(
                spoken.c.reading, spoken.c.person_id.desc()
            )
        )


@lru_cache(maxsize=8)
def searches(most: int) -> Searches:
    """The statements for a length of list; there are few of them."""
    return Searches(most)
