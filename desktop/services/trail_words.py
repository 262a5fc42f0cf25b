"""What the trail may say of people: it is kept for years and never changed, so it names nobody in full.

An entry points at its person by key. Numbers that somebody typed are masked wherever they stand, and so is the
name of the person that the entry is about; where somebody lives the case says, and not the trail.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from desktop.domain.masking import hide_numbers, mask_id, mask_name
from desktop.models.prepared import Prepared
from desktop.models.tables import Person

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.models.database import Link
    from desktop.services.journal import Happening

KNOWN = Prepared(
    select(Person.name, Person.former_name, Person.id_number).where(Person.current_id == bindparam("person"))
)


def without_names(link: Link, happening: Happening) -> Happening:
    """Return a happening whose words have every number masked, and the name of its own person."""
    if not happening.matter and not happening.detail:
        return happening
    matter, detail = hide_numbers(happening.matter), hide_numbers(happening.detail)
    known = happening.known or _known(link, happening.person_id)
    if known is not None:
        *names, number = known
        for name in names:
            if len(name) > 1:
                matter, detail = _masked(matter, name, mask_name), _masked(detail, name, mask_name)
        if number:  # of a passport there is no form to know it by
            matter, detail = _masked(matter, number, mask_id), _masked(detail, number, mask_id)
    if (matter, detail) == (happening.matter, happening.detail):
        return happening
    return replace(happening, matter=matter, detail=detail)


def _masked(words: str, secret: str, mask: Callable[[str], str]) -> str:
    return words.replace(secret, mask(secret)) if secret in words else words


def _known(link: Link, person_id: int | None) -> tuple[str, str, str] | None:
    row = link.one(KNOWN, person=person_id) if person_id is not None else None
    return None if row is None else (row.name, row.former_name, row.id_number)
