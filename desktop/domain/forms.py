"""The forms of the desk: typed values read from what stands in the widgets, by the widgets' names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop.domain.addresses import Address, read_address
from desktop.domain.codes import (
    AGENT_RELATIONS,
    MINOR_RELATIONS,
    AgentReason,
    Education,
    Ground,
    IdKind,
    LodgingKind,
    MaritalStatus,
    MaterialState,
    PoliticalStatus,
    Relation,
    ReportedBy,
    ResidenceReason,
    Sex,
)
from desktop.domain.errors import FieldProblem, sentence
from desktop.domain.fields import (
    REMARK_LIMIT,
    Seen,
    read_arrival,
    read_birth_date,
    read_code,
    read_division,
    read_ethnicity,
    read_intended_until,
    read_name,
    read_phone,
    read_text,
)
from desktop.domain.id_numbers import IdNumber, read_id_number, sex_conflict
from desktop.domain.reading import Reader, Reading, given
from desktop.domain.times import age_on

__all__ = [
    "AgentForm",
    "ApplicationForm",
    "MinorForm",
    "PersonForm",
    "Reading",
    "RegistrationForm",
    "minor_rows",
    "read_agent",
    "read_application",
    "read_person",
    "read_registration",
]

ADULT_YEARS = 18
"""民法典 第十七条: somebody under eighteen full years is a minor."""

_MINOR_FIELD = re.compile(r"(minor_(?:name|sex|birth_date|id_number|relation))_([0-9]+)")


@dataclass(frozen=True, slots=True)
class PersonForm(Seen):
    """Who stands at the counter; empty strings and None are fields left empty."""

    id_kind: IdKind
    id_number: str
    name: str
    former_name: str
    sex: Sex
    birth_date: date
    ethnicity: str
    hukou_division: str
    hukou_address: str
    phone: str
    education: Education | None
    marital_status: MaritalStatus | None
    political_status: PoliticalStatus | None
    employer: str


@dataclass(frozen=True, slots=True)
class MinorForm(Seen):
    """A child who came along; `id_number` is empty where there is none yet."""

    name: str
    sex: Sex
    birth_date: date
    id_number: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class RegistrationForm(Seen):
    """A residence to register; `landlord_*` and `reporter_*` are empty where they do not apply."""

    address: Address
    lodging: LodgingKind
    landlord_name: str
    landlord_phone: str
    reason: ResidenceReason
    arrived_on: date
    intended_until: date | None
    reported_by: ReportedBy
    reporter_name: str
    reporter_phone: str
    remark: str
    minors: tuple[MinorForm, ...]


@dataclass(frozen=True, slots=True)
class AgentForm(Seen):
    """Guardian or close kin who applies for another, with why (居住证暂行条例 第九条)."""

    name: str
    id_kind: IdKind
    id_number: str
    relation: Relation
    phone: str
    reason: AgentReason


@dataclass(frozen=True, slots=True)
class ApplicationForm(Seen):
    """An application for a permit; `materials` by their codes, `photo` whatever names the picture."""

    ground: Ground
    materials: Mapping[str, MaterialState]
    photo: str
    agent: AgentForm | None
    remark: str


def read_person(values: Mapping[str, str], today: date) -> Reading[PersonForm]:
    """Read the person's fields.

    The birth date and the sex may be left to an ID number that states them, the kind of document to the
    number's looks. Ethnic group and hukou division are needed of holders of a resident ID card only. A sex
    or birth date that the number contradicts is advice.
    """
    reader = Reader(values)
    kind = reader.may("id_kind", lambda text: read_code("id_kind", text, IdKind), None)
    number = reader.need("id_number", lambda text: read_id_number(text, kind, today=today))
    resident = (number.kind if number else kind) in (IdKind.RESIDENT, None)
    name = reader.need("name", partial(read_name, "name"))
    former_name = reader.may("former_name", partial(read_name, "former_name"), "")
    sex = _sex(reader, "sex", number)
    born = _birth_date(reader, "birth_date", number, today)
    place = {
        "ethnicity": partial(read_ethnicity, "ethnicity"),
        "hukou_division": partial(read_division, "hukou_division"),
    }
    ethnicity, hukou_division = (
        reader.need(field, read) if resident else reader.may(field, read, "") for field, read in place.items()
    )
    hukou_address = reader.may("hukou_address", partial(read_text, "hukou_address"), "")
    phone = reader.may("phone", partial(read_phone, "phone"), "")
    education = reader.may("education", lambda text: read_code("education", text, Education), None)
    marital = reader.may(
        "marital_status", lambda text: read_code("marital_status", text, MaritalStatus), None
    )
    political = reader.may(
        "political_status", lambda text: read_code("political_status", text, PoliticalStatus), None
    )
    employer = reader.may("employer", partial(read_text, "employer"), "")
    return reader.finish(
        lambda: PersonForm(
            id_kind=given(number).kind,
            id_number=given(number).number,
            name=given(name),
            former_name=former_name,
            sex=given(sex),
            birth_date=given(born),
            ethnicity=given(ethnicity),
            hukou_division=given(hukou_division),
            hukou_address=hukou_address,
            phone=phone,
            education=education,
            marital_status=marital,
            political_status=political,
            employer=employer,
        )
    )


def read_registration(
    values: Mapping[str, str], minors: Sequence[Mapping[str, str]], today: date, *, born: date | None = None
) -> Reading[RegistrationForm]:
    """Read the residence and the minors, whose fields are named without numbers (`minor_rows` makes them).

    A minor's problems carry the number again: `minor_name_1` is the first row's. `born` is the person's birth
    date, before which nobody arrives. A rented home without its landlord's name is advice.
    """
    reader = Reader(values)
    address = reader.take(read_address(values))
    lodging = reader.need("lodging", lambda text: read_code("lodging", text, LodgingKind))
    landlord = reader.may("landlord_name", partial(read_name, "landlord_name"), "")
    landlord_phone = reader.may("landlord_phone", partial(read_phone, "landlord_phone"), "")
    reason = reader.need("reason", lambda text: read_code("reason", text, ResidenceReason))
    arrived = reader.need("arrived_on", lambda text: read_arrival("arrived_on", text, today, born))
    until = reader.may(
        "intended_until", lambda text: read_intended_until("intended_until", text, today, arrived), None
    )
    reported_by = reader.may(
        "reported_by", lambda text: read_code("reported_by", text, ReportedBy), ReportedBy.SELF
    )
    read_reporter = partial(read_name, "reporter_name")
    if reported_by is ReportedBy.SELF:
        reporter = reader.may("reporter_name", read_reporter, "")
    else:
        reporter = reader.need("reporter_name", read_reporter) or ""
    reporter_phone = reader.may("reporter_phone", partial(read_phone, "reporter_phone"), "")
    remark = reader.may("remark", lambda text: read_text("remark", text, REMARK_LIMIT), "")
    rows = tuple(reader.take(_read_minor(row, at, today)) for at, row in enumerate(minors, start=1))
    if lodging is LodgingKind.RENTED and not reader.text("landlord_name"):
        reader.advise("landlord_name", sentence("advice", "租赁住房最好登记房主姓名和电话。"))
    return reader.finish(
        lambda: RegistrationForm(
            address=given(address),
            lodging=given(lodging),
            landlord_name=landlord,
            landlord_phone=landlord_phone,
            reason=given(reason),
            arrived_on=given(arrived),
            intended_until=until,
            reported_by=reported_by,
            reporter_name=reporter,
            reporter_phone=reporter_phone,
            remark=remark,
            minors=tuple(map(given, rows)),
        )
    )


def minor_rows(values: Mapping[str, str]) -> tuple[Mapping[str, str], ...]:
    """Gather `minor_name_1`, `minor_sex_1` … into one mapping a child, in order; empty rows are left out."""
    rows: dict[int, dict[str, str]] = {}
    for field, text in values.items():
        if (found := _MINOR_FIELD.fullmatch(field)) and text.strip():
            rows.setdefault(int(found[2]), {})[found[1]] = text
    return tuple(rows[number] for number in sorted(rows))


def read_agent(values: Mapping[str, str], today: date) -> Reading[AgentForm]:
    """Read the fields of whoever applies for another."""
    reader = Reader(values)
    name = reader.need("agent_name", partial(read_name, "agent_name"))
    number = reader.need(
        "agent_id_number", lambda text: read_id_number(text, today=today, field="agent_id_number")
    )
    relation = reader.need(
        "agent_relation", lambda text: read_code("agent_relation", text, Relation, AGENT_RELATIONS)
    )
    phone = reader.may("agent_phone", partial(read_phone, "agent_phone"), "")
    reason = reader.need("agent_reason", lambda text: read_code("agent_reason", text, AgentReason))
    return reader.finish(
        lambda: AgentForm(
            name=given(name),
            id_kind=given(number).kind,
            id_number=given(number).number,
            relation=given(relation),
            phone=phone,
            reason=given(reason),
        )
    )


def read_application(values: Mapping[str, str], today: date) -> Reading[ApplicationForm]:
    """Read an application; there is an agent as soon as any of the agent's fields is filled."""
    reader = Reader(values)
    ground = reader.need("ground", lambda text: read_code("ground", text, Ground))
    materials = {
        field.removeprefix("material_"): reader.need(field, partial(read_code, field, table=MaterialState))
        for field, text in values.items()
        if field.startswith("material_") and text.strip()
    }
    agent = None
    if any(text.strip() for field, text in values.items() if field.startswith("agent_")):
        agent = reader.take(read_agent(values, today))
    remark = reader.may("remark", lambda text: read_text("remark", text, REMARK_LIMIT), "")
    return reader.finish(
        lambda: ApplicationForm(
            ground=given(ground),
            materials={code: given(state) for code, state in materials.items()},
            photo=reader.text("photo"),
            agent=agent,
            remark=remark,
        )
    )


def _read_minor(row: Mapping[str, str], at: int, today: date) -> Reading[MinorForm]:
    reader = Reader({f"{field}_{at}": text for field, text in row.items()})
    name_field, number_field = f"minor_name_{at}", f"minor_id_number_{at}"
    born_field, relation_field = f"minor_birth_date_{at}", f"minor_relation_{at}"
    name = reader.need(name_field, partial(read_name, name_field))
    number = reader.may(
        number_field, lambda text: read_id_number(text, today=today, field=number_field), None
    )
    sex = _sex(reader, f"minor_sex_{at}", number)
    born = _birth_date(reader, born_field, number, today)
    relation = reader.need(
        relation_field, lambda text: read_code(relation_field, text, Relation, MINOR_RELATIONS)
    )
    if born is not None and age_on(born, today) >= ADULT_YEARS:
        problem = sentence("errors", "已满{years}周岁，应单独办理居住登记。").fill(years=ADULT_YEARS)
        reader.add(FieldProblem(born_field, problem))
    return reader.finish(
        lambda: MinorForm(
            name=given(name),
            sex=given(sex),
            birth_date=given(born),
            id_number=number.number if number else "",
            relation=given(relation),
        )
    )


def _sex(reader: Reader, field: str, number: IdNumber | None) -> Sex | None:
    if number is not None and number.sex is not None and not reader.text(field):
        return number.sex
    sex = reader.need(field, lambda text: read_code(field, text, Sex))
    if number is not None and sex is not None:
        reader.advise(field, sex_conflict(number, sex))
    return sex


def _birth_date(reader: Reader, field: str, number: IdNumber | None, today: date) -> date | None:
    stated = number.birth_date if number else None
    if stated is not None and not reader.text(field):
        return stated
    born = reader.need(field, lambda text: read_birth_date(field, text, today))
    if stated is not None and born is not None and born != stated:
        advice = sentence("advice", "号码里的出生日期是{stated}，与所填的{typed}不同，请核对。")
        reader.advise(field, advice.fill(stated=stated.isoformat(), typed=born.isoformat()))
    return born
