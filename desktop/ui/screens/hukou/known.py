"""What a worker looks up for the assessment: what is known of the person, names of divisions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind, CaseState, LodgingKind
from desktop.domain.errors import Sentence, sentence
from desktop.domain.hukou_codes import Dwelling
from desktop.services.division_rows import DivisionLevel
from desktop.ui.kit.suggest import Offer

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor, PersonPage

MATTER = str(label(CaseKind.HUKOU_ASSESSMENT))
"""For what a record is looked at, as the journal keeps it."""
MOST_OFFERS = 12


@dataclass(frozen=True, slots=True)
class Known:
    """The person's page, what it says by field name, the names of its divisions, and remarks by field name."""

    page: PersonPage
    values: dict[str, str]
    names: dict[str, str]
    remarks: dict[str, Sentence]


def look_up(counter: Counter, actor: Actor, person_id: int, kept: Iterable[str] = ()) -> Known:
    """Give what is known of a person; it is written down as looked at. `kept` codes are named too."""
    page = counter.people.page(actor, person_id, MATTER)
    values, remarks = _values(page, actor.station.division), _remarks(page)
    codes = {values["division"], values["hukou_division"], *kept} - {""}
    return Known(page, values, names_of(counter, codes), remarks)


def names_of(counter: Counter, codes: Iterable[str]) -> dict[str, str]:
    """How divisions are shown in their fields: with everything they lie in."""
    return {code: counter.divisions.full_name(code) or code for code in codes}


def find_places(counter: Counter, typed: str, near: str, *, streets: bool) -> tuple[Offer, ...]:
    """Find counties, and streets where asked, by name, pinyin or code."""
    levels = {DivisionLevel.COUNTY, *([DivisionLevel.STREET] if streets else [])}
    hits = counter.divisions.search(typed, levels=levels, near=near, limit=MOST_OFFERS)
    return tuple(Offer(hit.code, hit.full_name, hit.code) for hit in hits)


def _values(page: PersonPage, station: str) -> dict[str, str]:
    person = page.person
    here = next((row for row in page.registrations if row.until is None), None)
    rents = here is not None and here.lodging == LodgingKind.RENTED
    return {
        "division": (here.address.street or here.address.division) if here else station,
        "assessed_on": page.today.isoformat(),
        "birth_date": _iso(person.birth_date),
        "sex": str(person.sex),
        "hukou_division": person.hukou_division,
        "marital_status": person.marital_status,
        "education": person.education,
        "dwelling": str(Dwelling.RENTED) if rents else "",
    }


def _remarks(page: PersonPage) -> dict[str, Sentence]:
    """What is known but does not say enough for a field to be filled in."""
    said = {}
    for case in page.cases:
        if case.kind is CaseKind.PERMIT_APPLICATION and case.state is CaseState.ACCEPTED:
            words = sentence("hukou_form", "{day}已受理居住证申领；领到证的请勾选。")
            said["permit"] = words.fill(day=case.accepted_on.isoformat())
    here = next((row for row in page.registrations if row.until is None), None)
    if here is not None and here.lodging == LodgingKind.OWN:
        said["dwelling"] = sentence("hukou_form", "登记为自有住房，请按产权证选择。")
    if here is not None and here.employer:
        said["employment"] = sentence("hukou_form", "登记的单位：{employer}").fill(employer=here.employer)
    return said


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
