"""Reading everything that is stored of one person, kind by kind, in the words of the paper that tells it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from desktop.domain.codes import (
    CaseKind,
    CaseState,
    Ground,
    LodgingKind,
    Relation,
    ResidenceReason,
    Sex,
)
from desktop.domain.masking import mask_id, mask_name, mask_phone
from desktop.domain.permit_life import STATE_WORDS, PermitState
from desktop.domain.retention import START_WORDS, DataKind
from desktop.models.prepared import Prepared
from desktop.models.tables import (
    AccompanyingMinor,
    CaseFile,
    CaseStep,
    Permit,
    Person,
    Registration,
)
from desktop.services import own_data_uses
from desktop.services.fact_words import fact_words
from desktop.services.own_data_rows import GROUP_WORDS, DataGroupRow, DataLineRow, OwnDataGroup
from desktop.services.own_data_words import day_of, label_of, moment_of, span_of
from desktop.services.person_versions import FIELDS, written

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.retention_rows import TermRow


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
        (OwnDataGroup.FILES, DataKind.PERSON, lambda: own_data_uses.files(link, person_id)),
        (OwnDataGroup.DRAFTS, DataKind.DRAFTS, lambda: own_data_uses.drafts(link, person_id)),
        (OwnDataGroup.PAPERS, DataKind.PERSON, lambda: own_data_uses.papers(link, person_id)),
        (OwnDataGroup.LOOKS, DataKind.TRAIL, lambda: own_data_uses.looks(link, person_id)),
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
            DataLineRow(f"第{row.version}版", "；".join(facts), span_of(row.known_from, row.known_until))
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
            label_of(LodgingKind, row.lodging),
            label_of(ResidenceReason, row.reason),
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
                what, "；".join(part for part in parts if part), span_of(row.known_from, row.known_until)
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
                    label_of(Sex, row.sex),
                    row.birth_date.isoformat() if row.birth_date else "",
                    mask_id(row.id_number) if row.id_number else "",
                )
                if part
            ),
            label_of(Relation, row.relation),
        )
        for row in link.all(_MINORS, whom=person_id)
    ]


def _cases(link: Link, person_id: int) -> list[DataLineRow]:
    steps: dict[int, list[str]] = {}
    for row in link.all(_STEPS, whom=person_id):
        steps.setdefault(row.case_id, []).append(f"{day_of(row.at)}{label_of(CaseState, row.state)}")
    return [
        DataLineRow(
            label_of(CaseKind, row.kind),
            "；".join(
                dict.fromkeys(
                    part for part in (row.summary, *_told(row.facts), *steps.get(row.id, ())) if part
                )
            ),
            f"{moment_of(row.accepted_at)}，受理号{row.case_number}",
        )
        for row in link.all(_CASES, whom=person_id)
    ]


def _permits(link: Link, person_id: int) -> list[DataLineRow]:
    return [
        DataLineRow(
            f"第{row.version}版",
            f"{row.permit_number}；{STATE_WORDS[PermitState(row.state)]}；{label_of(Ground, row.ground)}；{row.address}",
            f"{moment_of(row.known_from)}起，{row.issued_on.isoformat()}签发",
        )
        for row in link.all(_PERMITS, whom=person_id)
    ]


def _told(facts: str) -> tuple[str, ...]:
    """What a case keeps in words of the person; an agent is somebody else and is masked."""
    kept = json.loads(facts)
    agent = kept.get("agent") or {}
    name = f"代办人{mask_name(agent['name'])}" if agent.get("name") else ""
    return (label_of(Ground, str(kept.get("ground") or "")), name, str(kept.get("remark") or ""))
