"""Taking a person out of the database: what identifies is emptied, what is counted stays.

The one lawful exception to "a version is never overwritten"; only `purges` calls it, inside its transaction.
Rows stay with their keys, numbers, states and days, so that cases, sheets of paper and blanks still add up and
the trail still has something to point at. The SHA-256 of a file that went stays: what it was can be shown by
whoever still has it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, func, or_, select, update

from desktop.domain.errors import Sentence, sentence
from desktop.models.prepared import Prepared
from desktop.models.tables import (
    AccompanyingMinor,
    Attachment,
    CaseFile,
    CaseStep,
    NameBigram,
    NameReading,
    Paper,
    PaperCopy,
    Permit,
    PermitStep,
    Person,
    PurgeOrder,
    Registration,
)
from desktop.services import erasure_elsewhere as elsewhere
from desktop.services.case_records import ERASED_FACTS

if TYPE_CHECKING:
    from desktop.models.database import Link

COUNTED: dict[str, Sentence] = {
    "person": sentence("retention", "身份版本"),
    "registration": sentence("retention", "居住登记版本"),
    "accompanying_minor": sentence("retention", "随同未成年人"),
    "case_file": sentence("retention", "办件"),
    "attachment": sentence("retention", "相片和签名"),
    "paper": sentence("retention", "单据"),
    "paper_copy": sentence("retention", "打印件"),
    "permit": sentence("retention", "居住证版本"),
    "sheet": sentence("retention", "内部清单"),
    "draft": sentence("retention", "草稿"),
    "op_conflict": sentence("retention", "离线业务核对记录"),
}

_PERSON: Any = bindparam("whom")
_CASE: Any = bindparam("which")
_OF_CASES = select(CaseFile.id).where(CaseFile.person_id == _PERSON)
_OF_PAPERS = select(Paper.id).where(or_(Paper.person_id == _PERSON, Paper.case_id.in_(_OF_CASES)))
_OF_SPANS = select(Registration.registration_id).where(Registration.person_id == _PERSON)
_OF_PERMITS = select(Permit.permit_id).where(Permit.person_id == _PERSON)

_KEYS: dict[str, Prepared] = {
    "person": Prepared(select(Person.id).where(Person.person_id == _PERSON)),
    "registration": Prepared(select(Registration.id).where(Registration.person_id == _PERSON)),
    "accompanying_minor": Prepared(
        select(AccompanyingMinor.id).where(AccompanyingMinor.registration_id.in_(_OF_SPANS))
    ),
    "case_file": Prepared(select(CaseFile.id).where(CaseFile.person_id == _PERSON)),
    "paper": Prepared(select(Paper.id).where(or_(Paper.person_id == _PERSON, Paper.case_id.in_(_OF_CASES)))),
    "permit": Prepared(select(Permit.id).where(Permit.person_id == _PERSON)),
}
_FILES: dict[str, Prepared] = {
    "attachment": Prepared(select(Attachment.id, Attachment.sha256).where(Attachment.case_id.in_(_OF_CASES))),
    "paper_copy": Prepared(select(PaperCopy.id, PaperCopy.sha256).where(PaperCopy.paper_id.in_(_OF_PAPERS))),
}
_EMPTY: tuple[Prepared, ...] = (
    Prepared(delete(NameBigram).where(NameBigram.person_id == _PERSON)),
    Prepared(delete(NameReading).where(NameReading.person_id == _PERSON)),
    Prepared(
        update(AccompanyingMinor)
        .where(AccompanyingMinor.registration_id.in_(_OF_SPANS))
        .values(name=elsewhere.ERASED_NAME, id_number="", birth_date=None)
    ),
    Prepared(update(Attachment).where(Attachment.case_id.in_(_OF_CASES)).values(content=b"")),
    Prepared(
        update(PaperCopy)
        .where(PaperCopy.paper_id.in_(_OF_PAPERS))
        .values(pdf=None, reason="", outcome_reason="")
    ),
    Prepared(
        update(Paper).where(or_(Paper.person_id == _PERSON, Paper.case_id.in_(_OF_CASES))).values(document="")
    ),
    Prepared(update(CaseStep).where(CaseStep.case_id.in_(_OF_CASES)).values(note="", facts="")),
    Prepared(update(PermitStep).where(PermitStep.permit_id.in_(_OF_PERMITS)).values(note="", facts="{}")),
    Prepared(update(Permit).where(Permit.person_id == _PERSON).values(address="")),
    Prepared(
        update(Registration)
        .where(Registration.person_id == _PERSON)
        .values(
            **dict.fromkeys(
                (
                    *("community", "road", "house_number", "building", "unit", "room", "address_remark"),
                    *("landlord_name", "landlord_phone", "employer", "reporter_name", "reporter_phone"),
                    "remark",
                ),
                "",
            ),
            written_address=elsewhere.ERASED_NAME,
        )
    ),
    Prepared(update(PurgeOrder).where(PurgeOrder.person_id == _PERSON).values(note="")),
    Prepared(update(CaseFile).where(CaseFile.person_id == _PERSON).values(summary="", facts=ERASED_FACTS)),
)
_EMPTY_PERSON = Prepared(
    update(Person)
    .where(Person.person_id == _PERSON)
    .values(
        **dict.fromkeys(
            (
                *("id_number", "former_name", "ethnicity", "hukou_division", "hukou_address", "phone"),
                *("education", "marital_status", "political_status", "employer"),
            ),
            "",
        ),
        name=elsewhere.ERASED_NAME,
        birth_date=None,
        live_key=None,
        current_id=None,
        known_until=func.coalesce(Person.known_until, bindparam("at", type_=Person.known_until.type)),
    )
)
_WORDS_OF = Prepared(
    select(Person.name, Person.former_name, Person.id_number, Person.phone).where(Person.person_id == _PERSON)
)
_CASES = Prepared(
    select(CaseFile.id, CaseFile.case_number, CaseFile.accepted_on).where(CaseFile.person_id == _PERSON)
)
_MATERIALS = Prepared(select(Attachment.id, Attachment.sha256).where(Attachment.case_id == _CASE))
_DROP_MATERIALS = Prepared(update(Attachment).where(Attachment.case_id == _CASE).values(content=b""))


@dataclass(frozen=True, slots=True)
class Erased:
    """What went: rows by table, and one digest over their keys and the digests of their files."""

    counts: dict[str, int]
    digest: str


def erase_person(link: Link, person_id: int, at: datetime) -> Erased:
    """Empty everything that identifies a person, in every table; the caller has checked that it may go."""
    gone: elsewhere.Gone = []
    for table, keys in _KEYS.items():
        gone += [(table, row.id, "") for row in link.all(keys, whom=person_id)]
    for table, files in _FILES.items():
        gone += [(table, row.id, row.sha256) for row in link.all(files, whom=person_id)]
    known = link.all(_WORDS_OF, whom=person_id)
    numbers = _numbers(link, person_id)
    names = {name for row in known for name in (row.name, row.former_name) if len(name) > 1}
    cases = link.all(_CASES, whom=person_id)
    words = sorted((numbers | names) - {elsewhere.ERASED_NAME})
    if cases:
        first = min(row.accepted_on for row in cases)
        gone += elsewhere.from_sheets(link, {row.case_number for row in cases}, first, words)
    gone += elsewhere.from_drafts(link, person_id, numbers)
    gone += elsewhere.from_reviews(link, numbers)
    elsewhere.hide(link, words)
    for statement in _EMPTY:
        link.run(statement, whom=person_id)
    link.run(_EMPTY_PERSON, whom=person_id, at=at)
    return _told(gone)


def in_review(link: Link, person_id: int) -> bool:
    """Tell whether something done for a person without the server still waits for somebody to look at it."""
    return any(row.state == elsewhere.OPEN for row in elsewhere.reviews(link, _numbers(link, person_id)))


def erase_materials(link: Link, case_id: int) -> Erased:
    """Empty the photos and signatures handed in with a case."""
    gone = [("attachment", row.id, row.sha256) for row in link.all(_MATERIALS, which=case_id)]
    link.run(_DROP_MATERIALS, which=case_id)
    return _told(gone)


def erase_sheet(link: Link, paper_id: int) -> Erased:
    """Take names and numbers out of a sheet of the house; its totals and case numbers stay."""
    return _told(elsewhere.from_sheet(link, paper_id))


def erase_draft(link: Link, draft_id: str) -> Erased:
    """Forget a form that nobody finished."""
    return _told([("draft", draft_id, "")] if link.run(elsewhere.DROP_DRAFT, draft=draft_id) else [])


def _numbers(link: Link, person_id: int) -> set[str]:
    rows = link.all(_WORDS_OF, whom=person_id)
    return {number for row in rows for number in (row.id_number, row.phone) if number}


def _told(gone: Iterable[tuple[str, int | str, str]]) -> Erased:
    counts: dict[str, int] = {}
    digest = hashlib.sha256()
    for table, key, file in sorted((table, str(key), file) for table, key, file in gone):
        counts[table] = counts.get(table, 0) + 1
        digest.update(f"{table}\n{key}\n{file}\n".encode())
    return Erased(counts, digest.hexdigest())
