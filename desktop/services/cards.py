"""The card of a permit: put together from what is known now, frozen with the blank it is printed on."""

from __future__ import annotations

import hashlib
import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import and_, bindparam, insert, select

from desktop.domain.case_numbers import CaseNumber
from desktop.domain.code_words import label
from desktop.domain.codes import PaperKind
from desktop.domain.errors import NotPossible, sentence
from desktop.domain.ethnicities import ETHNIC
from desktop.domain.permit_life import OPEN, STATE_WORDS
from desktop.domain.station_settings import StationSetting
from desktop.models.prepared import Prepared
from desktop.models.tables import Attachment, CaseFile
from desktop.services import (
    attachments,
    case_records,
    paper_records,
    people_records,
    permit_records,
    permit_standing,
    registration_records,
    seal_keys,
    setting_records,
)
from desktop.services.paper_faults import paper_faults

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.permit_rows import PermitRow
    from desktop.services.rows import Actor, CaseRow
    from printing.documents import PermitCard
    from printing.errors import Missing

PERMIT_NUMBER = "31"

_CARD = "card:"
_ADD = Prepared(insert(Attachment))
_KEPT = Prepared(
    select(Attachment.content)
    .where(Attachment.case_id == bindparam("case"), Attachment.kind == bindparam("what"))
    .order_by(Attachment.id.desc())
    .limit(1)
)
_PHOTO_OF_PERSON = Prepared(
    select(Attachment.content)
    .join(CaseFile, CaseFile.id == Attachment.case_id)
    .where(and_(CaseFile.person_id == bindparam("person"), Attachment.kind == attachments.PHOTO))
    .order_by(Attachment.id.desc())
    .limit(1)
)

_ON_CARD = {
    "sex": ("性别",),
    "ethnicity": ("民族",),
    "birth_date": ("出生日期",),
    "id_number": ("公民身份号码",),
    "hukou_address": ("常住户口所在地住址", "户籍所在地"),
    "residence_address": ("居住地住址", "现居住地"),
    "issuing_authority": ("证件的签发机关", "签发机关"),
    "valid_until": ("有效期限",),
}
"""The words by which a pack's `card_fields` calls what is on a card; name, photo and date are on each."""

_PERSONAL = (
    "name",
    "sex",
    "ethnicity",
    "birth_date",
    "id_number",
    "hukou_address",
    "residence_address",
)
_NO_PHOTO = sentence("permit", "{name}（{number}）没有相片，不能制证。请先补充相片。")
_NOT_REGISTERED = sentence("permit", "{name}（{number}）没有有效的居住登记，先办理居住登记。")
_OLD_ENDED = sentence("permit", "{name}要换的居住证{number}现在是“{state}”，不能制作新证。")


def compose(office: Office, link: Link, actor: Actor, case: CaseRow, serial: str, at: datetime) -> PermitCard:
    """Put the card of a granted case together, as of the local day of `at`, for a blank.

    NotPossible, naming the person, without a photo or a residence here, or with a character that no font has.
    """
    from printing import documents

    number = CaseNumber.parse(case.case_number)
    standing = paper_records.standing(actor, number, PaperKind.ACCEPTANCE_RECEIPT, at)
    standing["number"] = permit_number(case)
    on: date = standing["issued_on"]
    row = people_records.by_id(link, case.person_id)
    assert row is not None
    person = people_records.person_row(row)
    here = registration_records.open_of(link, case.person_id)
    if here is None:
        raise NotPossible(_NOT_REGISTERED.fill(name=person.name, number=case.case_number))
    photo = photo_of(link, case)
    if photo is None:
        raise NotPossible(_NO_PHOTO.fill(name=person.name, number=case.case_number))
    policy = office.policies.in_force(actor.station.division, on)
    old = replaced_by_case(link, case)
    dates = permit_standing.first_dates(link, on, policy, replaces=old)
    values: dict[str, Any] = {
        "sex": str(label(person.sex)),
        "ethnicity": str(ETHNIC[person.ethnicity]) if person.ethnicity else "",
        "birth_date": person.birth_date,
        "id_number": person.id_number,
        "hukou_address": office.divisions.full_name(person.hukou_division) + person.hukou_address,
        "residence_address": here.written_address,
        "issuing_authority": authority(office, link, actor),
        "valid_until": dates["valid_until"],
    }
    asked = policy.permit.card_fields.value
    with paper_faults():
        card = documents.PermitCard(
            **standing,
            name=person.name,
            photo=photo,
            **{
                name: value
                for name, value in values.items()
                if not asked or any(word in asked for word in _ON_CARD[name])
            },
            serial=serial,
            endorsed_on=permit_standing.endorsed_days(link, old) if old else (),
        )
    missing = lacking(office, documents.texts(card))
    if missing:
        from printing.errors import NoGlyph

        with paper_faults():
            raise NoGlyph(missing, person.name)
    return card


def permit_number(case: CaseRow) -> str:
    """Return the number of the permit that a case is about to have made."""
    return PERMIT_NUMBER + case.case_number


def keep(office: Office, link: Link, actor: Actor, case_id: int, card: PermitCard, at: datetime) -> None:
    """Seal a card and freeze it with its case and blank, within the caller's transaction."""
    from printing.freezing import freeze

    card = seal_keys.sealed(office, link, actor, card, at)
    content = freeze(card).encode()
    link.run(
        _ADD,
        id=office.key(actor.counter_number, at),
        case_id=case_id,
        kind=_CARD + card.serial,
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        added_at=at,
    )


def kept(link: Link, case_id: int, serial: str) -> PermitCard | None:
    """Return the card as it was frozen for a blank, or None."""
    from printing.freezing import thaw

    row = link.one(_KEPT, case=case_id, what=_CARD + serial)
    if row is None:
        return None
    with paper_faults():
        return cast("PermitCard", thaw(bytes(row.content).decode()))


def same_person(one: PermitCard, other: PermitCard) -> bool:
    """Tell whether two cards say the same of the person."""
    return all(getattr(one, name) == getattr(other, name) for name in _PERSONAL)


def photo_of(link: Link, case: CaseRow) -> bytes | None:
    """Return the photo of a case, else the newest that was ever handed in for the person."""
    own = attachments.photo_of(link, case.case_id)
    if own is not None:
        return own
    row = link.one(_PHOTO_OF_PERSON, person=case.person_id)
    return bytes(row.content) if row else None


def add_photo(office: Office, link: Link, actor: Actor, case_id: int, photo: bytes, at: datetime) -> bool:
    """Store a photo with a case; False when it is the one that is there."""
    if attachments.photo_of(link, case_id) == photo:
        return False
    attachments.keep_photo(office, link, actor, case_id, photo, at)
    return True


def replaced_by_case(link: Link, case: CaseRow) -> PermitRow | None:
    """Return the permit that a case is to replace, or None where it asks for a first one.

    NotPossible when that permit came to an end meanwhile.
    """
    written, _ = case_records.facts_of(link, case.case_id)
    old = json.loads(written).get("replaces_id")
    if old is None:
        return None
    found = permit_records.find(link, int(old))
    if found.state not in OPEN:
        state = STATE_WORDS[found.state]
        raise NotPossible(_OLD_ENDED.fill(name=case.person_name, number=found.permit_number, state=state))
    return found


def ground_of(link: Link, case: CaseRow, old: PermitRow | None) -> str:
    """Return the ground that a permit is issued on: the case's own, else that of the permit it replaces."""
    written, _ = case_records.facts_of(link, case.case_id)
    return str(json.loads(written).get("ground") or (old.ground if old else ""))


def authority(office: Office, link: Link, actor: Actor) -> str:
    """Return what is printed as 签发机关: the station's setting, else the county's police in plain words."""
    return setting_records.value_of(link, StationSetting.ISSUING_AUTHORITY.value) or usual_authority(
        office, actor
    )


def usual_authority(office: Office, actor: Actor) -> str:
    """Return the county's public security organ in plain words (居住证暂行条例 第八条)."""
    return office.divisions.full_name(actor.station.division) + "公安机关"


def lacking(office: Office, words: Iterable[str]) -> tuple[Missing, ...]:
    """Name the characters that no font of the station can draw, each once."""
    from printing.fonts import missing_glyphs

    own = office.fonts().own
    found = {one.character: one for text in words for one in missing_glyphs(text, own)}
    return tuple(found.values())
