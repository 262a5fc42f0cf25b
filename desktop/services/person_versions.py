"""What was known of a person, version by version, and which printed papers say what is no longer so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from desktop.domain.errors import NotPossible, Sentence, sentence
from desktop.models.prepared import Prepared
from desktop.models.tables import CaseFile, Paper, Person, Staff
from desktop.services.permit_pages import Change, PersonVersionRow, SupersededRow

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

_ON_PAPER = {"id_number": ("id_number", "masked_id"), "phone": ("masked_phone",)}
"""Under which names a document keeps a fact; the others keep it under its own."""

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
_PAPER = Prepared(
    select(Paper.kind, Paper.person_id, Paper.issued_at, CaseFile.person_row)
    .outerjoin(CaseFile, CaseFile.id == Paper.case_id)
    .where(Paper.id == bindparam("paper"))
)


def changes_between(old: Any, new: Mapping[str, Any] | Any) -> tuple[Change, ...]:
    """Return the fields in which two versions differ; the newer one may be a row or the values to store."""
    told = []
    for name in FIELDS:
        before = written(getattr(old, name))
        after = written(new[name] if isinstance(new, Mapping) else getattr(new, name))
        if before != after:
            told.append(Change(name, before, after))
    return tuple(told)


def history(link: Link, person_id: int) -> tuple[PersonVersionRow, ...]:
    """Return what was known of a person, oldest first; the first version has no changes."""
    rows = link.all(_VERSIONS, person=person_id)
    if not rows:
        raise NotPossible(sentence("errors", "没有这个人的记录。"))
    return tuple(
        PersonVersionRow(
            version=row.version,
            known_from=row.known_from,
            known_until=row.known_until,
            changed_by=row.changed_by_name or "",
            changes=changes_between(before, row) if before is not None else (),
        )
        for before, row in zip((None, *rows), rows, strict=False)
    )


def superseded(link: Link, paper_id: int) -> SupersededRow:
    """Return what a paper says of its person that is no longer so, and since when it is not.

    The paper was frozen with the version that its case names; only what the document shows is compared.
    """
    paper = link.one(_PAPER, paper=paper_id)
    if paper is None:
        raise NotPossible(sentence("errors", "没有这份单据。"))
    if paper.person_id is None or paper.person_row is None:
        return SupersededRow(paper_id, (), None)
    rows = link.all(_VERSIONS, person=paper.person_id)
    printed = next((at for at, row in enumerate(rows) if row.id == paper.person_row), None)
    if printed is None:
        return SupersededRow(paper_id, (), None)
    shown = _shown(paper.kind)
    changes = tuple(one for one in changes_between(rows[printed], rows[-1]) if one.field in shown)
    since: datetime | None = None
    if changes:
        told = {one.field for one in changes}
        since = next(
            row.known_from
            for before, row in zip(rows[printed:], rows[printed + 1 :], strict=False)
            if told & {one.field for one in changes_between(before, row)}
        )
    return SupersededRow(paper_id, changes, since)


def _shown(code: str) -> frozenset[str]:
    """Return which facts of a person a kind of paper shows."""
    from printing.documents import KINDS

    kind = next((one for one in KINDS.values() if code == one.CODE), None)
    if kind is None:
        return frozenset(FIELDS)
    names = {field.name for field in fields(kind)}
    return frozenset(name for name in FIELDS if names & set(_ON_PAPER.get(name, (name,))))


def written(value: Any) -> str:
    """Return a fact as it stands in a field: days as ISO, nothing as an empty text."""
    return value.isoformat() if isinstance(value, date) else str(value or "")
