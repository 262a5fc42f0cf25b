"""What a worker looks up for the registration form: a person's record, names of divisions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain.addresses import Address
from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind
from desktop.domain.errors import Sentence
from desktop.domain.id_numbers import IdNumber, region_advice
from desktop.services.division_rows import DivisionLevel
from desktop.services.rows import PersonRow, RegistrationRow
from desktop.ui.kit.suggest import Offer
from desktop.ui.screens.registration.sheet import address_values, codes_in, person_values

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor

MATTER = str(label(CaseKind.REGISTRATION))
"""For what a record is looked at, as the journal keeps it."""
_COUNTY, _STREET, _COMMUNITY = 6, 9, 12


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody's record, newest registration first, and the names of the divisions in it."""

    person: PersonRow | None = None
    registrations: tuple[RegistrationRow, ...] = ()
    names: dict[str, str] = field(default_factory=dict)
    region: Sentence | None = None
    """A doubt about the number's first six digits."""


def look_up(counter: Counter, actor: Actor, number: IdNumber) -> Known:
    """Find who has this number; a record that is shown is written down as looked at."""
    region = region_advice(number, counter.divisions.known_county_codes())
    row = counter.people.by_number(number.kind, number.number)
    return Known(region=region) if row is None else _record(counter, actor, row.person_id, region)


def look_up_person(counter: Counter, actor: Actor, person_id: int) -> Known:
    """Give a person's record; it is written down as looked at."""
    return _record(counter, actor, person_id, None)


def _record(counter: Counter, actor: Actor, person_id: int, region: Sentence | None) -> Known:
    page = counter.people.page(actor, person_id, MATTER)
    names = names_of(counter, codes_in(person_values(page.person)))
    return Known(page.person, page.registrations, names, region)


def names_of(counter: Counter, codes: Iterable[str]) -> dict[str, str]:
    """How divisions are shown in their fields: counties with province and city, the others by themselves."""
    divisions = counter.divisions
    return {
        code: (divisions.full_name(code) if len(code) == _COUNTY else divisions.name(code)) or code
        for code in codes
    }


def with_names(counter: Counter, address: Address | None) -> tuple[Address | None, dict[str, str]]:
    """An address with the names of its divisions."""
    return address, names_of(counter, codes_in(address_values(address))) if address else {}


@dataclass(frozen=True, slots=True)
class Found:
    """Divisions offered for a field; notes by code."""

    offers: tuple[Offer, ...]
    notes: dict[str, Sentence]


def find_counties(counter: Counter, typed: str, near: str) -> Found:
    """Find counties by name, pinyin or code, shown with province and city."""
    hits = counter.divisions.search(typed, levels={DivisionLevel.COUNTY}, near=near, limit=12)
    return Found(
        tuple(Offer(hit.code, hit.full_name, hit.code) for hit in hits),
        {hit.code: hit.note for hit in hits if hit.note},
    )


def find_places(counter: Counter, typed: str, within: str, near: str, *, streets: bool) -> Found:
    """Find communities, and streets where asked, inside a division; streets come first among equals."""
    levels = {DivisionLevel.COMMUNITY, *([DivisionLevel.STREET] if streets else [])}
    hits = counter.divisions.search(typed, levels=levels, within=within, near=near, limit=12, with_zones=True)
    return Found(tuple(Offer(hit.code, hit.name, _inside(hit.full_name, hit.name)) for hit in hits), {})


def _inside(full_name: str, name: str) -> str:
    """The larger divisions of a place, without what everybody at this counter knows."""
    larger = full_name.removesuffix(name)
    for end in ("市", "州", "盟", "地区"):
        if end in larger[:-1]:
            return larger.split(end, 1)[1]
    return larger


def parents(code: str) -> dict[str, str]:
    """The fields that picking a street or a community fills."""
    names = {_COUNTY: "division", _STREET: "street", _COMMUNITY: "community"}
    return {name: code[:length] for length, name in names.items() if length <= len(code)}
