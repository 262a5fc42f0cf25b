"""A stored paper beside what is stored today."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.errors import NotPossible
from desktop.services.counter import Counter
from desktop.services.rows import Actor

Register = Callable[..., Any]


def changed(station: Counter, clerk: Actor, paper_id: int) -> dict[str, tuple[str, str]]:
    found = station.papers.compare(clerk, paper_id)
    return {one.name: (one.printed, one.today) for one in found.changed}


def test_a_paper_of_today_says_what_is_stored(station: Counter, clerk: Actor, register: Register) -> None:
    done = register(1)
    found = station.papers.compare(clerk, done.paper_id)
    assert found.changed == ()
    names = {one.name for one in found.fields}
    assert {
        "name",
        "id_number",
        "hukou_address",
        "residence_address",
        "lodging",
        "arrived_on",
        "minors",
    } <= names
    assert [one.printed for one in found.fields if one.name == "id_number"] == ["371321********001X"]


def test_a_move_and_a_correction_are_named_field_by_field_and_the_paper_stays(
    station: Counter, clerk: Actor, register: Register
) -> None:
    first = register(1)
    paper = station.papers.draw(first.paper_id)
    old = station.people.page(clerk, first.case.person_id).registrations[0]
    register(
        1,
        person={"name": "演练甲", "employer": "另一家厂"},
        residence={"road": "新建路", "lodging": "own"},
        move_from=old.registration_id,
    )
    told = changed(station, clerk, first.paper_id)
    assert told["residence_address"][0].endswith("演练路1号101室")
    assert told["residence_address"][1].endswith("新建路1号101室")
    assert told["employer"] == ("演练厂", "另一家厂")
    assert set(told) <= {"residence_address", "employer", "lodging", "registered_on", "arrived_on"}
    assert station.papers.draw(first.paper_id) == paper


def test_a_residence_that_ended_is_not_there_any_more(
    station: Counter, clerk: Actor, register: Register
) -> None:
    done = register(1)
    with station.office.database.engine.begin() as connection:
        connection.execute(text("update registration set open_person_id = null"))
    assert changed(station, clerk, done.paper_id)["residence_address"][1] == ""


def test_numbers_stay_masked_and_looking_is_written_down(
    station: Counter, clerk: Actor, register: Register
) -> None:
    done = register(1)
    with station.office.database.engine.begin() as connection:
        connection.execute(text("update person set id_number = '371321199002140021'"))
    told = changed(station, clerk, done.paper_id)
    assert told["id_number"] == ("371321********001X", "371321********0021")
    station.journal.flush()
    with station.office.database.engine.connect() as connection:
        count = connection.execute(
            text("select count(*) from journal_entry where action = 'compare_paper'")
        ).scalar_one()
    assert count == 1


def test_a_paper_about_nobody_cannot_be_compared(station: Counter, clerk: Actor, register: Register) -> None:
    done = register(1)
    with station.office.database.engine.begin() as connection:
        connection.execute(text("update paper set person_id = null"))
    with pytest.raises(NotPossible, match="不是开给某个人"):
        station.papers.compare(clerk, done.paper_id)
