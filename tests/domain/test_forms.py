from __future__ import annotations

from datetime import date

import pytest

from desktop.domain.codes import (
    AgentReason,
    Ground,
    IdKind,
    LodgingKind,
    MaterialState,
    Relation,
    ReportedBy,
    ResidenceReason,
    Sex,
)
from desktop.domain.forms import minor_rows, read_agent, read_application, read_person, read_registration
from desktop.domain.id_numbers import check_digit
from desktop.domain.reading import Reading

TODAY = date(2026, 11, 21)
PERSON = {
    "id_kind": "resident",
    "id_number": "370102199001011231",
    "name": "张三",
    "sex": "1",
    "birth_date": "1990-01-01",
    "ethnicity": "01",
    "hukou_division": "410102",
}
RESIDENCE = {
    "division": "370112",
    "street": "370112001",
    "road": "经十路",
    "house_number": "12",
    "lodging": "rented",
    "landlord_name": "李四",
    "reason": "work",
    "arrived_on": "2026-11-02",
}
MINOR = {
    "minor_name": "张小明",
    "minor_sex": "1",
    "minor_birth_date": "2020-01-02",
    "minor_relation": "son",
}
AGENT = {
    "agent_name": "王五",
    "agent_id_number": "370102199001011231",
    "agent_relation": "father",
    "agent_reason": "minor",
}


def fields(reading: Reading[object]) -> list[str]:
    return [problem.field for problem in reading.problems]


def test_a_person_is_read() -> None:
    reading = read_person({**PERSON, "phone": "138 1234 5678", "employer": " 山东 建筑 "}, TODAY)
    person = reading.value
    assert person is not None
    assert (person.id_kind, person.sex, person.birth_date) == (IdKind.RESIDENT, Sex.MALE, date(1990, 1, 1))
    assert (person.phone, person.former_name, person.education) == ("13812345678", "", None)
    assert (reading.problems, reading.advice) == ((), ())


def test_sex_and_birth_date_may_be_left_to_the_number() -> None:
    person = read_person({**PERSON, "sex": "", "birth_date": "", "id_kind": ""}, TODAY).value
    assert person is not None
    assert (person.id_kind, person.sex, person.birth_date) == (IdKind.RESIDENT, Sex.MALE, date(1990, 1, 1))


def test_what_the_number_contradicts_is_advice_and_not_a_problem() -> None:
    reading = read_person({**PERSON, "sex": "2", "birth_date": "1990-01-02"}, TODAY)
    assert reading.value is not None
    assert [advice.field for advice in reading.advice] == ["sex", "birth_date"]


def test_every_problem_of_a_person_is_shown_at_once() -> None:
    reading = read_person({}, TODAY)
    assert reading.value is None
    assert fields(reading) == ["id_number", "name", "sex", "birth_date", "ethnicity", "hukou_division"]
    typed = {**PERSON, "name": "张3", "phone": "1", "education": "99", "employer": "字" * 101}
    assert fields(read_person(typed, TODAY)) == ["name", "phone", "education", "employer"]


@pytest.mark.parametrize(
    ("kind", "number"),
    [("passport", "E12345678"), ("hmt", "810000199408230021"), ("foreign", "CAN110181010115")],
)
def test_people_without_a_mainland_hukou_need_none(kind: str, number: str) -> None:
    typed = {
        **PERSON,
        "id_kind": kind,
        "id_number": number,
        "ethnicity": "",
        "hukou_division": "",
        "sex": "2",
    }
    person = read_person({**typed, "birth_date": "1994-08-23"}, TODAY).value
    assert person is not None
    assert (person.ethnicity, person.hukou_division) == ("", "")


def test_a_residence_is_read_with_its_minors() -> None:
    reading = read_registration(RESIDENCE, [MINOR], TODAY, born=date(1990, 1, 1))
    form = reading.value
    assert form is not None
    assert (form.lodging, form.reason) == (LodgingKind.RENTED, ResidenceReason.WORK)
    assert (form.arrived_on, form.intended_until) == (date(2026, 11, 2), None)
    assert form.reported_by is ReportedBy.SELF
    assert form.address.house_number == "12"
    [minor] = form.minors
    assert (minor.name, minor.id_number, minor.relation) == ("张小明", "", Relation.SON)
    assert reading.advice == ()


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"arrived_on": "2026-11-22"}, ["arrived_on"]),
        ({"arrived_on": "1989-12-31"}, ["arrived_on"]),
        ({"intended_until": "2026-11-02"}, ["intended_until"]),
        ({"lodging": "", "reason": ""}, ["lodging", "reason"]),
        ({"reported_by": "landlord"}, ["reporter_name"]),
        ({"reported_by": "landlord", "reporter_name": "李四", "reporter_phone": "1"}, ["reporter_phone"]),
        ({"remark": "字" * 201}, ["remark"]),
        ({"street": "", "landlord_phone": "12"}, ["street", "landlord_phone"]),
    ],
)
def test_each_rule_of_a_residence_has_its_field(changed: dict[str, str], expected: list[str]) -> None:
    reading = read_registration({**RESIDENCE, **changed}, [], TODAY, born=date(1990, 1, 1))
    assert reading.value is None
    assert fields(reading) == expected


def test_a_rented_home_without_its_landlord_is_advice() -> None:
    reading = read_registration({**RESIDENCE, "landlord_name": ""}, [], TODAY)
    assert reading.value is not None
    assert [advice.field for advice in reading.advice] == ["landlord_name"]


def test_a_minors_problems_carry_the_rows_number() -> None:
    rows = [MINOR, {**MINOR, "minor_name": "", "minor_relation": "spouse"}]
    assert fields(read_registration(RESIDENCE, rows, TODAY)) == ["minor_name_2", "minor_relation_2"]


def test_somebody_of_eighteen_registers_alone() -> None:
    for born, expected in (("2008-11-22", []), ("2008-11-21", ["minor_birth_date_1"])):
        rows = [{**MINOR, "minor_birth_date": born}]
        assert fields(read_registration(RESIDENCE, rows, TODAY)) == expected


def test_a_minor_with_a_number_needs_no_birth_date() -> None:
    head = "37011220200102001"
    row = {"minor_name": "张小明", "minor_relation": "son", "minor_id_number": head + check_digit(head)}
    form = read_registration(RESIDENCE, [row], TODAY).value
    assert form is not None
    assert (form.minors[0].birth_date, form.minors[0].sex) == (date(2020, 1, 2), Sex.MALE)


def test_rows_of_minors_are_gathered_by_their_numbers() -> None:
    typed = {
        "minor_name_2": "乙",
        "minor_name_1": "甲",
        "minor_sex_1": "1",
        "minor_name_3": " ",
        "name": "张三",
    }
    assert minor_rows(typed) == ({"minor_name": "甲", "minor_sex": "1"}, {"minor_name": "乙"})


def test_an_agent_is_guardian_or_close_kin() -> None:
    agent = read_agent(AGENT, TODAY).value
    assert agent is not None
    assert (agent.relation, agent.reason, agent.id_kind) == (
        Relation.FATHER,
        AgentReason.MINOR,
        IdKind.RESIDENT,
    )
    assert fields(read_agent({**AGENT, "agent_relation": "other"}, TODAY)) == ["agent_relation"]
    assert fields(read_agent({}, TODAY)) == [
        "agent_name",
        "agent_id_number",
        "agent_relation",
        "agent_reason",
    ]


def test_an_application_is_read() -> None:
    typed = {"ground": "study", "material_identity": "present", "material_photo": "shared", "photo": "a.jpg"}
    form = read_application(typed, TODAY).value
    assert form is not None
    assert form.ground is Ground.STUDY
    assert form.materials == {"identity": MaterialState.PRESENT, "photo": MaterialState.SHARED}
    assert (form.agent, form.photo) == (None, "a.jpg")
    with_agent = read_application({**typed, **AGENT}, TODAY).value
    assert with_agent is not None
    assert with_agent.agent is not None


def test_each_rule_of_an_application_has_its_field() -> None:
    typed = {"material_identity": "eaten", "agent_name": "王五"}
    assert fields(read_application(typed, TODAY)) == [
        "ground",
        "material_identity",
        "agent_id_number",
        "agent_relation",
        "agent_reason",
    ]
