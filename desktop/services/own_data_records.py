"""Reading everything that is stored of one person, kind by kind, in the words of the paper that tells it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, or_, select

from desktop.domain.codes import (
    CaseKind,
    CaseState,
    CopyOutcome,
    Ground,
    LodgingKind,
    PaperKind,
    Relation,
    ResidenceReason,
    Sex,
    label,
)
from desktop.domain.masking import mask_id, mask_name, mask_phone
from desktop.domain.permit_life import STATE_WORDS, PermitState
from desktop.domain.retention import START_WORDS, DataKind
from desktop.domain.times import CHINA
from desktop.models.prepared import Prepared
from desktop.models.tables import (
    AccompanyingMinor,
    Attachment,
    CaseFile,
    CaseStep,
    Draft,
    JournalEntry,
    Paper,
    PaperCopy,
    Permit,
    Person,
    Registration,
)
from desktop.services.fact_words import fact_words
from desktop.services.log_columns import ACTIONS
from desktop.services.own_data_rows import GROUP_WORDS, DataGroupRow, DataLineRow, OwnDataGroup
from desktop.services.person_versions import FIELDS, written

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.retention_rows import TermRow

MOST_LOOKS = 400
"""Lines of the trail on one paper, the newest; a line is a day, an action and a counter."""

_PERSON: Any = bindparam("whom")
_VERSIONS = Prepared(
    select(Person.version, Person.known_from, Person.known_until, *(getattr(Person, name) for name in FIELDS))
    .where(Person.person_id == _PERSON)
    .order_by(Person.version)
)
_SPANS = Prepared(
    select(*Registration.__table__.columns)
    .where(Registration.person_id == _PERSON)
    .order_by(Registration.registration_id, Registration.version)
)
_MINORS = Prepared(
    select(*AccompanyingMinor.__table__.columns)
    .where(
        AccompanyingMinor.registration_id.in_(
            select(Registration.registration_id).where(Registration.person_id == _PERSON)
        )
    )
    .order_by(AccompanyingMinor.id)
)
_CASES = Prepared(
    select(
        CaseFile.id,
        CaseFile.case_number,
        CaseFile.kind,
        CaseFile.state,
        CaseFile.accepted_at,
        CaseFile.summary,
        CaseFile.facts,
    )
    .where(CaseFile.person_id == _PERSON)
    .order_by(CaseFile.id)
)
_STEPS = Prepared(
    select(CaseStep.case_id, CaseStep.state, CaseStep.at)
    .join(CaseFile, CaseFile.id == CaseStep.case_id)
    .where(CaseFile.person_id == _PERSON)
    .order_by(CaseStep.at, CaseStep.id)
)
_PERMITS = Prepared(
    select(
        Permit.permit_number,
        Permit.version,
        Permit.state,
        Permit.ground,
        Permit.address,
        Permit.issued_on,
        Permit.known_from,
    )
    .where(Permit.person_id == _PERSON)
    .order_by(Permit.permit_id, Permit.version)
)
_FILES = Prepared(
    select(
        Attachment.kind,
        Attachment.sha256,
        Attachment.added_at,
        CaseFile.case_number,
        func.length(Attachment.content).label("size"),
    )
    .join(CaseFile, CaseFile.id == Attachment.case_id)
    .where(CaseFile.person_id == _PERSON)
    .order_by(Attachment.id)
)
_PAPERS = Prepared(
    select(Paper.id, Paper.kind, Paper.paper_number, Paper.issued_at)
    .where(
        or_(
            Paper.person_id == _PERSON,
            Paper.case_id.in_(select(CaseFile.id).where(CaseFile.person_id == _PERSON)),
        )
    )
    .order_by(Paper.id)
)
_COPIES = Prepared(
    select(PaperCopy.paper_id, PaperCopy.number, PaperCopy.outcome, PaperCopy.sha256)
    .join(Paper, Paper.id == PaperCopy.paper_id)
    .where(
        or_(
            Paper.person_id == _PERSON,
            Paper.case_id.in_(select(CaseFile.id).where(CaseFile.person_id == _PERSON)),
        )
    )
    .order_by(PaperCopy.paper_id, PaperCopy.number)
)
_DRAFTS = Prepared(select(Draft.form, Draft.payload, Draft.saved_at))
_LOOKS = Prepared(
    select(JournalEntry.local_time, JournalEntry.action, JournalEntry.matter, JournalEntry.counter_number)
    .where(JournalEntry.person_id == _PERSON)
    .order_by(JournalEntry.id.desc())
)


def groups(
    office: Office, link: Link, person_id: int, terms: Mapping[DataKind, TermRow]
) -> tuple[DataGroupRow, ...]:
    """Return every kind of data about a person, also the empty ones; what others are in it is masked."""
    read: Iterable[tuple[OwnDataGroup, DataKind, Callable[[], list[DataLineRow]]]] = (
        (OwnDataGroup.IDENTITY, DataKind.PERSON, lambda: _identity(office, link, person_id)),
        (OwnDataGroup.RESIDENCE, DataKind.PERSON, lambda: _residence(link, person_id)),
        (OwnDataGroup.MINORS, DataKind.PERSON, lambda: _minors(link, person_id)),
        (OwnDataGroup.CASES, DataKind.PERSON, lambda: _cases(link, person_id)),
        (OwnDataGroup.PERMITS, DataKind.PERSON, lambda: _permits(link, person_id)),
        (OwnDataGroup.FILES, DataKind.PERSON, lambda: _files(link, person_id)),
        (OwnDataGroup.DRAFTS, DataKind.DRAFTS, lambda: _drafts(link, person_id)),
        (OwnDataGroup.PAPERS, DataKind.PERSON, lambda: _papers(link, person_id)),
        (OwnDataGroup.LOOKS, DataKind.TRAIL, lambda: _looks(link, person_id)),
    )
    return tuple(
        DataGroupRow(group, str(GROUP_WORDS[group]), _kept(terms[kind]), tuple(lines()))
        for group, kind, lines in read
    )


def _kept(term: TermRow) -> str:
    kept = f"保存期限：{START_WORDS[term.retention.kind]}起{term.months}个月"
    return f"{kept}；法定不少于{term.retention.floor}个月。" if term.retention.floor else f"{kept}。"


def _identity(office: Office, link: Link, person_id: int) -> list[DataLineRow]:
    lines = []
    for row in link.all(_VERSIONS, whom=person_id):
        places = {row.hukou_division: office.divisions.full_name(row.hukou_division) or row.hukou_division}
        facts = (
            f"{FIELDS[name]}：{fact_words(name, value, places)}"
            for name in FIELDS
            if (value := written(getattr(row, name)))
        )
        lines.append(
            DataLineRow(f"第{row.version}版", "；".join(facts), _span(row.known_from, row.known_until))
        )
    return lines


def _residence(link: Link, person_id: int) -> list[DataLineRow]:
    lines = []
    for row in link.all(_SPANS, whom=person_id):
        others = (
            ("房主", row.landlord_name, row.landlord_phone),
            ("申报人", row.reporter_name, row.reporter_phone),
        )
        parts = (
            row.written_address,
            _label(LodgingKind, row.lodging),
            _label(ResidenceReason, row.reason),
            f"{row.arrived_on.isoformat()}到达",
            f"拟住至{row.intended_until.isoformat()}" if row.intended_until else "",
            f"{row.ended_on.isoformat()}终结" if row.ended_on else "",
            row.employer,
            *(
                f"{who}{mask_name(name)} {mask_phone(phone) if phone else ''}".strip()
                for who, name, phone in others
                if name or phone
            ),
            row.remark,
        )
        what = f"{row.registered_on.isoformat()}登记，第{row.version}版"
        lines.append(
            DataLineRow(
                what, "；".join(part for part in parts if part), _span(row.known_from, row.known_until)
            )
        )
    return lines


def _minors(link: Link, person_id: int) -> list[DataLineRow]:
    return [
        DataLineRow(
            row.name,
            "；".join(
                part
                for part in (
                    _label(Sex, row.sex),
                    row.birth_date.isoformat() if row.birth_date else "",
                    mask_id(row.id_number) if row.id_number else "",
                )
                if part
            ),
            _label(Relation, row.relation),
        )
        for row in link.all(_MINORS, whom=person_id)
    ]


def _cases(link: Link, person_id: int) -> list[DataLineRow]:
    steps: dict[int, list[str]] = {}
    for row in link.all(_STEPS, whom=person_id):
        steps.setdefault(row.case_id, []).append(f"{_day(row.at)}{_label(CaseState, row.state)}")
    return [
        DataLineRow(
            _label(CaseKind, row.kind),
            "；".join(
                dict.fromkeys(
                    part for part in (row.summary, *_told(row.facts), *steps.get(row.id, ())) if part
                )
            ),
            f"{_moment(row.accepted_at)}，受理号{row.case_number}",
        )
        for row in link.all(_CASES, whom=person_id)
    ]


def _permits(link: Link, person_id: int) -> list[DataLineRow]:
    return [
        DataLineRow(
            f"第{row.version}版",
            f"{row.permit_number}；{STATE_WORDS[PermitState(row.state)]}；{_label(Ground, row.ground)}；{row.address}",
            f"{_moment(row.known_from)}起，{row.issued_on.isoformat()}签发",
        )
        for row in link.all(_PERMITS, whom=person_id)
    ]


def _files(link: Link, person_id: int) -> list[DataLineRow]:
    names = {"photo": "相片", "signature": "签名"}
    return [
        DataLineRow(
            names.get(row.kind, row.kind),
            f"{row.size}字节，SHA-256 {row.sha256}" if row.size else f"内容已清除，SHA-256 {row.sha256}",
            f"{_moment(row.added_at)}，受理号{row.case_number}",
        )
        for row in link.all(_FILES, whom=person_id)
    ]


def _drafts(link: Link, person_id: int) -> list[DataLineRow]:
    numbers = {row.id_number for row in link.all(_VERSIONS, whom=person_id) if row.id_number}
    return [
        DataLineRow("未办完的表单", "表单中填有您的信息", f"{_moment(row.saved_at)}保存")
        for row in link.all(_DRAFTS)
        if str(person_id) in row.payload or any(number in row.payload for number in numbers)
    ]


def _papers(link: Link, person_id: int) -> list[DataLineRow]:
    copies: dict[int, list[str]] = {}
    for row in link.all(_COPIES, whom=person_id):
        which = "原件" if row.number == 0 else f"补打第{row.number}次"
        digest = f"，SHA-256 {row.sha256}" if row.sha256 else ""
        copies.setdefault(row.paper_id, []).append(f"{which}{_label(CopyOutcome, row.outcome)}{digest}")
    return [
        DataLineRow(
            _label(PaperKind, row.kind),
            "；".join(copies.get(row.id, ("没有打印",))),
            f"{_moment(row.issued_at)}，编号{row.paper_number}",
        )
        for row in link.all(_PAPERS, whom=person_id)
    ]


def _looks(link: Link, person_id: int) -> list[DataLineRow]:
    """Who looked is told by counter: the staff's names are theirs, and the station knows them by the trail."""
    seen = Counter(
        (row.local_time[:10], row.action, row.matter, row.counter_number)
        for row in link.all(_LOOKS, whom=person_id)
    )
    lines = [
        DataLineRow(
            str(ACTIONS.get(action, action)),
            "，".join(part for part in (matter, f"{times}次" if times > 1 else "") if part),
            f"{day}，窗口{counter:02d}",
        )
        for (day, action, matter, counter), times in seen.items()
    ]
    left = len(lines) - MOST_LOOKS
    return lines[:MOST_LOOKS] + ([DataLineRow("更早的记录", f"另有{left}项", "")] if left > 0 else [])


def _told(facts: str) -> tuple[str, ...]:
    """What a case keeps in words of the person; an agent is somebody else and is masked."""
    kept = json.loads(facts)
    agent = kept.get("agent") or {}
    name = f"代办人{mask_name(agent['name'])}" if agent.get("name") else ""
    return (_label(Ground, str(kept.get("ground") or "")), name, str(kept.get("remark") or ""))


def _label(table: type[StrEnum], code: str) -> str:
    try:
        return str(label(table(code))) if code else ""
    except ValueError:
        return code


def _span(start: datetime, end: datetime | None) -> str:
    return f"{_moment(start)}起" if end is None else f"{_moment(start)}至{_moment(end)}"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(CHINA):%Y-%m-%d %H:%M}"


def _day(at: datetime) -> str:
    return at.astimezone(CHINA).date().isoformat()
