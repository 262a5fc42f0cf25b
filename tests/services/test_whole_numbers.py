from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.errors import NotPossible
from desktop.services.counter import Counter
from desktop.services.rows import Actor


def trail(station: Counter, action: str) -> list[Any]:
    station.journal.flush()
    with station.office.database.engine.connect() as connection:
        return list(
            connection.execute(
                text("select person_id, matter, detail, staff_id from journal_entry where action = :it"),
                {"it": action},
            )
        )


def test_whole_numbers_are_told_after_they_are_written_down(
    station: Counter, clerk: Actor, register: Callable[..., Any]
) -> None:
    case = register(1).case
    whole = station.whole_numbers.of_person(clerk, case.person_id, "发证")
    person = station.people.person(case.person_id)
    assert (whole.id_number, whole.phone, whole.name) == (person.id_number, person.phone, person.name)
    assert whole.address.endswith("演练路1号101室")
    assert whole.hukou.endswith("演练镇1号")
    [entry] = trail(station, "show_number")
    assert tuple(entry) == (case.person_id, "发证", f"{person.masked_id_number}，电话、地址", clerk.staff_id)
    assert station.whole_numbers.of_case(clerk, case.case_id, "审核") == whole
    assert len(trail(station, "show_number")) == 2


def test_nothing_is_told_that_cannot_be_written_down(
    station: Counter, clerk: Actor, register: Callable[..., Any], read_only: Any
) -> None:
    person = register(1).case.person_id
    with read_only(station), pytest.raises(Exception, match="只读|已满"):
        station.whole_numbers.of_person(clerk, person, "发证")


def test_nobody_has_no_numbers_and_administrators_see_none(
    station: Counter, clerk: Actor, template: Any, register: Callable[..., Any]
) -> None:
    with pytest.raises(NotPossible, match="没有这个人的记录"):
        station.whole_numbers.of_person(clerk, 1, "")
    person = register(1).case.person_id
    for actor in (template.administrator, template.security, template.auditor):
        with pytest.raises(NotPossible, match="权限"):
            station.whole_numbers.of_person(actor, person, "")


def test_a_copy_is_written_down_masked(station: Counter, clerk: Actor, person_form: Any) -> None:
    number = person_form(1).id_number
    station.whole_numbers.copied(clerk, f"号码 {number} 电话 13987650001", "柜台")
    [entry] = trail(station, "copy_number")
    assert (entry.matter, entry.detail) == (
        "柜台",
        f"号码 {number[:6]}********{number[-4:]} 电话 139****0001",
    )


def test_what_is_typed_into_the_trail_loses_its_numbers_and_the_persons_name(
    station: Counter, clerk: Actor, register: Callable[..., Any]
) -> None:
    case = register(1, person={"name": "司徒演练"}).case
    number = station.people.person(case.person_id).id_number
    station.people.page(clerk, case.person_id, matter=f"司徒演练 {number} 来电 13987650001")
    [entry] = trail(station, "view_person")
    assert entry.matter == f"司*** {number[:6]}********{number[-4:]} 来电 139****0001"
    station.lookup.find(clerk, "司徒演练")
    [look] = trail(station, "look_up")
    assert look.detail == "按姓名“司***”查到1人"
