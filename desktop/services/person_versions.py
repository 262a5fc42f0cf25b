"""What was known of a person, version by version, and which printed papers say what is no longer so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, or_, select

from desktop.domain.codes import CaseKind
from desktop.domain.errors import NotPossible, Sentence, sentence
from desktop.models.prepared import Prepared
from desktop.models.tables import CaseFile, CaseStep, Paper, Person, Staff
from desktop.services.correction_pages import PersonVersionRow, SupersededRow
from desktop.services.permit_pages import Change

if TYPE_CHECKING:
    from desktop.models.database import Link

FIELDS: Mapping[str, Sentence] = {
    "id_kind": sentence("person", "证件类型"),
    "id_number": sentence("person", "证件号码"),
    "name": sentence("person", "姓名"),
    "former_name": sentence("person", "曾用名"),
    "sex": sentence("person", "性别"),
    "birth_date": sentence("person", "出生日期"),
    "ethnicity": sentence("person", "民族"),
    "hukou_division": sentence("person", "常住户口所在地"),
    "hukou_address": sentence("person", "户口地详址"),
    "phone": sentence("person", "联系电话"),
    "education": sentence("person", "文化程度"),
    "marital_status": sentence("person", "婚姻状况"),
    "political_status": sentence("person", "政治面貌"),
    "employer": sentence("person", "服务处所"),
}
"""What is known of a person, each with its heading."""

FACE = frozenset(("id_number", "name", "sex", "birth_date", "ethnicity", "hukou_division", "hukou_address"))
"""What a permit's face says of its holder (居住证暂行条例 第四条)."""

IDENTITY = frozenset(
    (
        "id_kind",
        "id_number",
        "name",
        "former_name",
        "sex",
        "birth_date",
        "ethnicity",
        "hukou_division",
        "hukou_address",
    )
)
"""Who somebody is: once known, changed by a correction only. The others are as a registration brings them."""

_ON_PAPER = {
    "id_number": ("id_number", "masked_id"),
    "phone": ("masked_phone",),
    "hukou_division": ("hukou_division", "hukou_address"),
}
"""Under which names a document keeps a fact; the others keep it under its own."""

_CHANGED_BY = tuple(
    kind.value for kind in (CaseKind.REGISTRATION, CaseKind.REGISTRATION_MOVE, CaseKind.CORRECTION)
)
"""The cases that bring something new of a person."""

_VERSION = (
    Person.id,
    Person.version,
    Person.known_from,
    Person.known_until,
    *(getattr(Person, name) for name in FIELDS),
)
_VERSIONS = Prepared(
    select(*_VERSION, Staff.name.label("changed_by_name"))
    .outerjoin(Staff, Staff.id == Person.changed_by)
    .where(Person.person_id == bindparam("person"))
    .order_by(Person.version)
)
_CASES = Prepared(
    select(CaseStep.at, CaseFile.id, CaseFile.case_number, CaseFile.kind)
    .join(CaseFile, CaseFile.id == CaseStep.case_id)
    .where(CaseFile.person_id == bindparam("person"), or_(*(CaseFile.kind == kind for kind in _CHANGED_BY)))
    .order_by(CaseStep.id)
)
_PAPERS = select(Paper.id, Paper.kind, Paper.person_id, Paper.paper_number, Paper.issued_at)
_PAPER = Prepared(_PAPERS.where(Paper.id == bindparam("paper")))
_PAPERS_OF_PERSON = Prepared(_PAPERS.where(Paper.person_id == bindparam("person")).order_by(Paper.id.desc()))


def changes_between(old: Any, new: Mapping[str, Any] | Any) -> tuple[Change, ...]:
    """Return the fields in which two versions differ; the newer one may be a row or the values to store."""
    told = []
    for name in FIELDS:
        before = written(getattr(old, name))
        after = written(new[name] if isinstance(new, Mapping) else getattr(new, name))
        if before != after:
            told.append(Change(name, before, after))
    return tuple(told)


def identity_changes(old: Any, new: Mapping[str, Any]) -> tuple[Change, ...]:
    """Return what would be written over of who somebody is; what was not known yet may be added."""
    return tuple(one for one in changes_between(old, new) if one.field in IDENTITY and one.old)


def history(link: Link, person_id: int) -> tuple[PersonVersionRow, ...]:
    """Return what was known of a person, oldest first; the first version has no changes."""
    rows = link.all(_VERSIONS, person=person_id)
    if not rows:
        raise NotPossible(sentence("errors", "没有这个人的记录。"))
    cases = {row.at: row for row in reversed(link.all(_CASES, person=person_id))}
    return tuple(
        _version(before, row, cases.get(row.known_from))
        for before, row in zip((None, *rows), rows, strict=False)
    )


def superseded(link: Link, paper_id: int) -> SupersededRow:
    """Return what a paper says of its person that is no longer so, and since when it is not.

    A paper says what was known when it was frozen; only what the document shows is compared.
    """
    paper = link.one(_PAPER, paper=paper_id)
    if paper is None:
        raise NotPossible(sentence("errors", "没有这份单据。"))
    if paper.person_id is None:
        return SupersededRow(paper_id, (), None)
    return _told(paper, link.all(_VERSIONS, person=paper.person_id), history(link, paper.person_id))


def superseded_of_person(
    link: Link, person_id: int, versions: tuple[PersonVersionRow, ...]
) -> dict[int, SupersededRow]:
    """Return the papers of a person that are out of date, by key; `versions` is their history."""
    if len(versions) < 2:
        return {}
    rows = link.all(_VERSIONS, person=person_id)
    papers = (_told(paper, rows, versions) for paper in link.all(_PAPERS_OF_PERSON, person=person_id))
    return {one.paper_id: one for one in papers if one.superseded}


def papers_against(
    link: Link, person_id: int, values: Mapping[str, Any]
) -> tuple[tuple[Any, tuple[Change, ...]], ...]:
    """Return a person's papers, newest first, each with what it shows that would differ from these facts."""
    rows = link.all(_VERSIONS, person=person_id)
    return tuple(
        (paper, _differing(paper.kind, rows[_printed_at(paper, rows)], values))
        for paper in link.all(_PAPERS_OF_PERSON, person=person_id)
    )


def written(value: Any) -> str:
    """Return a fact as it stands in a field: days as ISO, nothing as an empty text."""
    return value.isoformat() if isinstance(value, date) else str(value or "")


def _version(before: Any | None, row: Any, case: Any | None) -> PersonVersionRow:
    return PersonVersionRow(
        version=row.version,
        known_from=row.known_from,
        known_until=row.known_until,
        changed_by=row.changed_by_name or "",
        changes=changes_between(before, row) if before is not None else (),
        facts={name: written(getattr(row, name)) for name in FIELDS},
        case_id=case.id if case is not None else None,
        case_number=case.case_number if case is not None else "",
        case_kind=CaseKind(case.kind) if case is not None else None,
    )


def _told(paper: Any, rows: Sequence[Any], versions: tuple[PersonVersionRow, ...]) -> SupersededRow:
    printed = _printed_at(paper, rows)
    changes = _differing(paper.kind, rows[printed], rows[-1])
    told = {one.field for one in changes}
    later = versions[printed + 1 :]
    by = next((one for one in later if told & {change.field for change in one.changes}), None)
    return SupersededRow(paper.id, changes, by.known_from if by is not None else None, by)


def _printed_at(paper: Any, rows: Sequence[Any]) -> int:
    """Return the place of the version that held when a paper was frozen."""
    return max((at for at, row in enumerate(rows) if row.known_from <= paper.issued_at), default=0)


def _differing(code: str, printed: Any, now: Mapping[str, Any] | Any) -> tuple[Change, ...]:
    shown = _shown(code)
    return tuple(one for one in changes_between(printed, now) if one.field in shown)


@cache
def _shown(code: str) -> frozenset[str]:
    """Return which facts of a person a kind of paper shows."""
    from printing.documents import KINDS

    kind = next((one for one in KINDS.values() if code == one.CODE), None)
    if kind is None:
        return frozenset(FIELDS)
    names = {field.name for field in fields(kind)}
    return frozenset(name for name in FIELDS if names & set(_ON_PAPER.get(name, (name,))))
