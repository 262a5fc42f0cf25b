"""What an operation stood on: the versions of its person and registration, then at the window and now here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from desktop.domain.codes import Education, MaritalStatus, PoliticalStatus
from desktop.domain.errors import NotPossible, sentence
from desktop.domain.forms import PersonForm
from desktop.models.prepared import Prepared
from desktop.models.tables import Person, Registration
from desktop.services import people_records
from desktop.services.fact_words import fact_words
from desktop.services.person_versions import FIELDS

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.operation_form import Operation

_STANDING = Prepared(
    select(
        Person.id,
        Person.person_id,
        Person.version,
        Registration.registration_id,
        Registration.version.label("registration_version"),
    )
    .outerjoin(Registration, Registration.open_person_id == Person.person_id)
    .where(Person.live_key == bindparam("key"))
)
_UNPRINTED: Mapping[str, Any] = {
    "former_name": str,
    "phone": str,
    "education": Education,
    "marital_status": MaritalStatus,
    "political_status": PoliticalStatus,
}
"""What a registration's certificate does not show, and how the form has it."""
_CHANGED = sentence("away", "服务器上此人的{field}在离线期间已改为“{now}”，离线办理时填的是“{then}”。")


def versions(link: Link, subject: str) -> dict[str, int]:
    """Return the versions of somebody's person and open registration, and their keys; empty for nobody."""
    row = link.one(_STANDING, key=subject) if subject else None
    if row is None:
        return {}
    found = {"person_id": row.person_id, "person_version": row.version}
    if row.registration_id is not None:
        found |= {"registration_id": row.registration_id, "registration_version": row.registration_version}
    return found


def ready(
    link: Link, operation: Operation, arguments: dict[str, Any], aliases: Mapping[int, int]
) -> dict[str, Any]:
    """Return the arguments with which an operation may be done here; NotPossible where it would write over.

    Somebody whom the window did not know keeps what the form left empty and no paper shows. Somebody whom it
    knew in another version must be as the form says.
    """
    form = arguments.get("person")
    if not isinstance(form, PersonForm):
        return arguments
    there = link.one(_STANDING, key=operation.subject)
    if there is None:
        return arguments
    row = people_records.by_row(link, there.id)
    basis = operation.basis
    if "person_id" not in basis:
        return {**arguments, "person": _with_known(form, row)}
    known = aliases.get(basis["person_id"], basis["person_id"])
    if there.person_id == known and there.version == basis["person_version"]:
        return arguments
    form = _with_known(form, row)
    _check_same(form, row)
    return {**arguments, "person": form}


def _with_known(form: PersonForm, row: Any) -> PersonForm:
    kept = {
        name: kind(getattr(row, name))
        for name, kind in _UNPRINTED.items()
        if not getattr(form, name) and getattr(row, name)
    }
    return replace(form, **kept) if kept else form


def _check_same(form: PersonForm, row: Any) -> None:
    said = people_records.facts_of(form)
    for one in fields(form):
        now = getattr(row, one.name)
        if said[one.name] != now:
            told = _CHANGED.fill(
                field=FIELDS[one.name],
                now=fact_words(one.name, str(now or ""), {}),
                then=fact_words(one.name, str(said[one.name] or ""), {}),
            )
            raise NotPossible(told)
