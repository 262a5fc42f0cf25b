"""A stored paper beside what is stored today: which of its fields would be printed otherwise now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.code_words import label
from desktop.domain.codes import LodgingKind, ResidenceReason
from desktop.domain.errors import NotPossible, sentence
from desktop.domain.ethnicities import ETHNIC
from desktop.domain.masking import mask_id, mask_phone
from desktop.domain.permit_life import STATE_WORDS
from desktop.services import people_records, permit_records, registration_records

if TYPE_CHECKING:
    from desktop.domain.errors import Sentence
    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.permit_rows import PermitRow
    from printing.documents import Document

_NOBODY = sentence("errors", "这份单据不是开给某个人的，没有可以比较的登记。")
_STATE = sentence("papers", "居住证的状态")
_MINORS = sentence("papers", "随同居住的未成年人")
_STATE_IS = sentence("papers", "{what}：{state}")
_NUMBERS = frozenset(("id_number",))
_OF_RESIDENCE = ("lodging", "reason", "arrived_on", "registered_on", "intended_until")
_ENDED_HERE = frozenset(("cancellation_certificate",))
"""Papers whose residence is one that ended: today's is another one."""


@dataclass(frozen=True, slots=True)
class ComparedField:
    """A field of a paper: its label, what the paper says, what it would say today; numbers masked."""

    name: str
    label: str
    printed: str
    today: str
    same: bool


@dataclass(frozen=True, slots=True)
class ComparedPaper:
    """A paper's fields that stand for something stored; `state` is the permit's that it names, or None."""

    paper_id: int
    fields: tuple[ComparedField, ...]
    state: Sentence | None = None

    @property
    def changed(self) -> tuple[ComparedField, ...]:
        """The fields that would be printed otherwise today."""
        return tuple(one for one in self.fields if not one.same)


def compare(
    office: Office, link: Link, paper_id: int, document: Document, person_id: int | None
) -> ComparedPaper:
    """Set a paper's document against what is stored today of its person, residence and permit."""
    from printing.templates import Template

    row = None if person_id is None else people_records.by_id(link, person_id)
    if row is None or person_id is None:
        raise NotPossible(_NOBODY)
    labels = Template(document.KIND).labels
    permit = (
        permit_records.by_number(link, number) if (number := getattr(document, "permit_number", "")) else None
    )
    today = _today(office, link, people_records.person_row(row), person_id, document, permit)
    fields = tuple(
        _field(name, labels[name].replace("|", ""), getattr(document, name), value)
        for name, value in today.items()
        if name in labels and hasattr(document, name)
    )
    if hasattr(document, "minors"):
        fields += (_minors(document.minors, today.get("minors", ())),)
    state = None if permit is None else _STATE_IS.fill(what=_STATE, state=STATE_WORDS[permit.state])
    return ComparedPaper(paper_id, fields, state)


def _today(
    office: Office, link: Link, person: Any, person_id: int, document: Document, permit: PermitRow | None
) -> dict[str, Any]:
    """Give what each field would say today; a field that the paper has and this has not is of its day only."""
    place = office.divisions.full_name(person.hukou_division)
    whole = not hasattr(document, "hukou_division")
    values: dict[str, Any] = {
        "name": person.name,
        "sex": str(label(person.sex)),
        "ethnicity": str(ETHNIC[person.ethnicity]) if person.ethnicity else "",
        "birth_date": person.birth_date,
        "id_kind": str(label(person.id_kind)),
        "id_number": person.id_number,
        "masked_id": mask_id(person.id_number),
        "masked_phone": mask_phone(person.phone) if person.phone else "",
        "hukou_division": place,
        "hukou_address": place + person.hukou_address if whole else person.hukou_address,
        "employer": person.employer,
    }
    if document.KIND not in _ENDED_HERE:
        here = registration_records.open_of(link, person_id)
        frozen = None if here is None else registration_records.frozen(link, here, "")
        values["residence_address"] = ""
        values |= {name: "" if frozen is None else getattr(frozen, name) for name in _OF_RESIDENCE}
        if frozen is not None:
            values["residence_address"] = frozen.written_address
            values["lodging"] = str(label(LodgingKind(frozen.lodging)))
            values["reason"] = str(label(ResidenceReason(frozen.reason)))
            values["minors"] = frozen.minors
    if permit is not None:
        values |= {"permit_number": permit.permit_number, "permit_serial": permit.serial}
    return values


def _minors(printed: Any, today: Any) -> ComparedField:
    """Compare the children by all that is known of each; shown by name."""
    said = sorted((one.name, _written(one.birth_date), one.id_number) for one in printed)
    now = sorted((one.name, _written(one.birth_date), one.id_number) for one in today)
    printed_names, names = ("、".join(one[0] for one in each) for each in (said, now))
    return ComparedField("minors", str(_MINORS), printed_names, names, said == now)


def _field(name: str, words: str, printed: Any, today: Any) -> ComparedField:
    said, now = _written(printed), _written(today)
    same = said == now
    if name in _NUMBERS:
        said, now = mask_id(said), mask_id(now)
    return ComparedField(name, words, said, now, same)


def _written(value: Any) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)
