"""Storing people: a change closes the old version and opens a new one; names are indexed as they are kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, select, update

from desktop.domain.codes import IdKind, Sex
from desktop.domain.errors import NotPossible, sentence
from desktop.domain.masking import mask_id
from desktop.models.prepared import Prepared
from desktop.models.tables import NameBigram, NameReading, Person
from desktop.services.fact_words import fact_words
from desktop.services.person_versions import FIELDS, identity_changes
from desktop.services.pinyin import initials, readings
from desktop.services.rows import PersonRow

if TYPE_CHECKING:
    from desktop.domain.forms import PersonForm
    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_READING_LIMIT = 400
_BETWEEN, _MOST_PARTS = re.compile(r"[·,\s-]+"), 8
_DIFFERS = sentence(
    "permit",
    "此人登记的{field}是“{old}”，与这次的“{new}”不同。登记过的身份内容要经更正审核才能改，请办理更正。",
)

_KNOWN = (
    Person.id,
    Person.person_id,
    Person.version,
    Person.id_kind,
    Person.id_number,
    Person.name,
    Person.former_name,
    Person.sex,
    Person.birth_date,
    Person.ethnicity,
    Person.hukou_division,
    Person.hukou_address,
    Person.phone,
    Person.education,
    Person.marital_status,
    Person.political_status,
    Person.employer,
)
BY_KEY = Prepared(select(*_KNOWN).where(Person.live_key == bindparam("key")))
BY_ID = Prepared(select(*_KNOWN).where(Person.current_id == bindparam("person")))
WAIT = Prepared(select(Person.id).where(Person.current_id == bindparam("person")).with_for_update())
_BY_ROW = Prepared(select(*_KNOWN).where(Person.id == bindparam("row")))
_ADD = Prepared(insert(Person))
_CLOSE = Prepared(
    update(Person)
    .where(Person.id == bindparam("row"))
    .values(known_until=bindparam("until"), current_id=None, live_key=None)
)
_ADD_BIGRAM = Prepared(insert(NameBigram))
_ADD_READING = Prepared(insert(NameReading))
_DROP_BIGRAMS = Prepared(delete(NameBigram).where(NameBigram.person_id == bindparam("person")))
_DROP_READINGS = Prepared(delete(NameReading).where(NameReading.person_id == bindparam("person")))


@dataclass(frozen=True, slots=True)
class KeptPerson:
    """The person and the row of the version that holds now; `new` where nothing was known of them before."""

    person_id: int
    row: int
    new: bool = False


def live_key(kind: IdKind | str, number: str) -> str:
    """Return the key under which a current ID number is unique."""
    return f"{str(kind)}:{number}"


def kept(link: Link, person_id: int) -> KeptPerson:
    """Return a current person and the version that holds now; the person is known to exist."""
    row = by_id(link, person_id)
    assert row is not None
    return KeptPerson(person_id, row.id)


def person_row(row: Any) -> PersonRow:
    """Return the frozen row of a current person."""
    return PersonRow(
        person_id=row.person_id,
        version=row.version,
        id_kind=IdKind(row.id_kind),
        id_number=row.id_number,
        masked_id_number=mask_id(row.id_number),
        name=row.name,
        former_name=row.former_name,
        sex=Sex(row.sex),
        birth_date=row.birth_date,
        ethnicity=row.ethnicity,
        hukou_division=row.hukou_division,
        hukou_address=row.hukou_address,
        phone=row.phone,
        education=row.education,
        marital_status=row.marital_status,
        political_status=row.political_status,
        employer=row.employer,
    )


def by_number(link: Link, kind: IdKind | str, number: str) -> Any | None:
    """Return the current row of whoever has this number, or None."""
    return link.one(BY_KEY, key=live_key(kind, number))


def foresee(link: Link, form: PersonForm) -> None:
    """Say that `keep` will be asked for."""
    link.foresee(BY_KEY, key=live_key(form.id_kind, form.id_number))


def by_id(link: Link, person_id: int) -> Any | None:
    """Return the current row of a person, or None."""
    return link.one(BY_ID, person=person_id)


def wait_for(link: Link, person_id: int) -> int | None:
    """Let nobody else do the same with this person before the caller's transaction is over.

    Return the person's current row, which may be another one than before the wait; None for nobody.
    """
    # a version that was closed during the wait is followed by the next one
    row = link.one(WAIT, person=person_id) or link.one(WAIT, person=person_id)
    return None if row is None else int(row.id)


def by_row(link: Link, row: int) -> Any | None:
    """Return a version of a person by its row, current or closed, or None."""
    return link.one(_BY_ROW, row=row)


def bigrams(name: str) -> frozenset[str]:
    """Return every two neighbouring characters of a name, and its last one alone.

    So every character of a name begins one of them, and a search for a single one is a range too.
    """
    return frozenset([name[at : at + 2] for at in range(len(name))])


def spoken(name: str) -> frozenset[str]:
    """Return what a name may be found by in letters: how it is read and its initials, from each of its parts on.

    A foreigner says the given name, which comes last; a name with a dot is said by what is behind it.
    """
    found = readings(name) | initials(name)
    for between in islice(_BETWEEN.finditer(name), _MOST_PARTS):
        rest = name[between.end() :]
        found |= readings(rest) | {letters for letters in initials(rest) if len(letters) > 1}
    return frozenset([reading[:_READING_LIMIT] for reading in found if reading])


def keep(
    office: Office, link: Link, actor: Actor, form: PersonForm, at: datetime
) -> tuple[KeptPerson, PersonForm]:
    """Store what the form says of a person within the caller's transaction; return it as it is known now.

    The same facts again store nothing; a change closes the version and opens the next. Who somebody is
    (`person_versions.IDENTITY`) is added to where nothing was known; what the form leaves empty of it stays as
    it was, and what it says otherwise takes a correction: NotPossible with the first thing that differs.
    """
    found = by_number(link, form.id_kind, form.id_number)
    if found is not None and wait_for(link, found.person_id) != found.id:
        found = by_number(link, form.id_kind, form.id_number)
    if found is not None:
        form = _as_known(office, found, form)
    return store(office, link, actor, found, facts_of(form), at), form


def _as_known(office: Office, found: Any, form: PersonForm) -> PersonForm:
    changes = identity_changes(found, facts_of(form))
    for one in changes:
        if one.new:
            codes = (one.old, one.new) if one.field == "hukou_division" else ()
            places = {code: office.divisions.full_name(code) or code for code in codes}
            old, new = (fact_words(one.field, value, places) for value in (one.old, one.new))
            raise NotPossible(_DIFFERS.fill(field=FIELDS[one.field], old=old, new=new))
    known: dict[str, Any] = {one.field: getattr(found, one.field) for one in changes}
    return replace(form, **known) if known else form


def facts_of(form: PersonForm) -> dict[str, Any]:
    """Return what a form says of a person, by the columns that keep it."""
    return {
        "id_kind": str(form.id_kind),
        "id_number": form.id_number,
        "name": form.name,
        "former_name": form.former_name,
        "sex": str(form.sex),
        "birth_date": form.birth_date,
        "ethnicity": form.ethnicity,
        "hukou_division": form.hukou_division,
        "hukou_address": form.hukou_address,
        "phone": form.phone,
        "education": str(form.education or ""),
        "marital_status": str(form.marital_status or ""),
        "political_status": str(form.political_status or ""),
        "employer": form.employer,
    }


def store(
    office: Office, link: Link, actor: Actor, found: Any | None, values: dict[str, Any], at: datetime
) -> KeptPerson:
    """Store the facts of a newcomer, or of the person whose current row is `found`, names indexed with them.

    `values` are all the facts, the kind and number of the document among them, which must be nobody else's.
    """
    if found is not None and all(getattr(found, name) == value for name, value in values.items()):
        return KeptPerson(found.person_id, found.id)
    row = office.key(actor.counter_number, at)
    person_id, version = (row, 1) if found is None else (found.person_id, found.version + 1)
    if found is not None:
        link.run(_CLOSE, row=found.id, until=at)
    link.add(
        _ADD,
        {
            "id": row,
            "person_id": person_id,
            "version": version,
            "known_from": at,
            "known_until": None,
            "current_id": person_id,
            "live_key": live_key(values["id_kind"], values["id_number"]),
            "changed_by": actor.staff_id,
            **values,
        },
    )
    if found is None or found.name != values["name"]:
        if found is not None:
            link.run(_DROP_BIGRAMS, person=person_id)
            link.run(_DROP_READINGS, person=person_id)
        link.run_many(
            _ADD_BIGRAM,
            [{"bigram": pair, "person_id": person_id} for pair in sorted(bigrams(values["name"]))],
        )
        link.run_many(
            _ADD_READING,
            [{"reading": reading, "person_id": person_id} for reading in sorted(spoken(values["name"]))],
        )
    return KeptPerson(person_id, row, found is None)
