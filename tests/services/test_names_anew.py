"""Names stored before each of their parts was indexed are found by it after a while, once and for all."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import text

from desktop.services import names_anew
from desktop.services.counter import Counter
from desktop.services.names_anew import index_anew
from desktop.services.rows import Actor, RegistrationDone

NAMES = ("买买提·吐尔逊", "阿依古丽·买买提·艾力", "JOHN SMITH-JONES", "单雨桐")


def never() -> bool:
    return False


def forget_parts(station: Counter, *, keep: dict[str, tuple[str, ...]]) -> None:
    """As it was before: a name is known by how it begins alone."""
    with station.office.database.engine.begin() as connection:
        connection.execute(text("delete from name_reading"))
        for name, readings in keep.items():
            person = connection.execute(
                text("select person_id from person where name = :name and current_id is not null"),
                {"name": name},
            ).scalar_one()
            for reading in readings:
                connection.execute(
                    text("insert into name_reading (reading, person_id) values (:reading, :person)"),
                    {"reading": reading, "person": person},
                )


@pytest.fixture
def before(station: Counter, register: Callable[..., RegistrationDone]) -> Counter:
    for serial, name in enumerate(NAMES, start=1):
        register(serial, person={"name": name})
    forget_parts(
        station,
        keep={
            "买买提·吐尔逊": ("maimaitituerxun", "mmttex"),
            "阿依古丽·买买提·艾力": ("ayigulimaimaitiaili",),
            "JOHN SMITH-JONES": ("johnsmithjones", "jsj"),
            "单雨桐": ("shanyutong",),
        },
    )
    return station


def found(station: Counter, clerk: Actor, asked: str) -> list[str]:
    return [hit.name for hit in station.lookup.find(clerk, asked).hits]


def readings(station: Counter) -> set[tuple[Any, ...]]:
    with station.office.database.engine.connect() as connection:
        return {tuple(row) for row in connection.execute(text("select reading, person_id from name_reading"))}


def test_who_was_stored_before_is_found_by_a_later_part(before: Counter, clerk: Actor) -> None:
    assert found(before, clerk, "tuerxun") == []
    assert index_anew(before.office, never)
    assert found(before, clerk, "tuerxun") == ["买买提·吐尔逊"]
    assert found(before, clerk, "aili") == ["阿依古丽·买买提·艾力"]
    assert found(before, clerk, "jones") == ["JOHN SMITH-JONES"]
    assert found(before, clerk, "shanyutong") == ["单雨桐"]


def test_it_is_done_once(before: Counter, clerk: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    assert index_anew(before.office, never)
    once = readings(before)

    def again(_link: object, _page: int) -> None:
        raise AssertionError("looked through again")

    monkeypatch.setattr(names_anew, "_of_several_parts", again)
    assert index_anew(before.office, never)
    assert readings(before) == once


def test_broken_off_it_goes_on_another_time(before: Counter, clerk: Actor) -> None:
    assert not index_anew(before.office, lambda: True)
    assert found(before, clerk, "tuerxun") == []
    assert index_anew(before.office, never)
    assert found(before, clerk, "tuerxun") == ["买买提·吐尔逊"]


def test_many_whose_names_share_a_pair_are_all_looked_at(
    station: Counter, clerk: Actor, register: Callable[..., RegistrationDone]
) -> None:
    names = [f"{first}·吐尔逊" for first in ("买买提", "艾力", "热合曼", "吐尔", "库尔班")]
    for serial, name in enumerate(names, start=1):
        register(serial, person={"name": name})
    forget_parts(station, keep={})
    assert index_anew(station.office, never, page=2)
    assert sorted(found(station, clerk, "tuerxun")) == sorted(names)


def test_a_part_that_is_there_already_stays_as_it_is(
    station: Counter, clerk: Actor, register: Callable[..., RegistrationDone]
) -> None:
    register(1, person={"name": "买买提·吐尔逊"})
    known = readings(station)
    assert index_anew(station.office, never)
    assert readings(station) == known


def test_two_windows_at_once_do_it_without_being_in_each_others_way(before: Counter, clerk: Actor) -> None:
    with ThreadPoolExecutor(2) as workers:
        done = [workers.submit(index_anew, before.office, never) for _ in range(2)]
        assert all(each.result() for each in done)
    assert found(before, clerk, "tuerxun") == ["买买提·吐尔逊"]
