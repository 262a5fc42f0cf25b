from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from desktop.domain.codes import Role
from desktop.domain.errors import BadInput, NotPossible
from desktop.services import passwords
from desktop.services.counter import Counter, open_counter
from desktop.services.ports import Folders
from desktop.services.practice_staff import PRACTICE_CLERKS
from desktop.services.set_up import StationSetup
from tests.services.asked import rows

SETUP = StationSetup(
    division="370102",
    station_code="006",
    name=" 济南市公安局历下区分局  解放路派出所 ",
    address="解放路89号",
    phone="053181234567",
    counter_number=5,
    administrator_name="张晓梅",
    sign_in_name="zhang1",
    password="right-horse-1",
    password_again="right-horse-1",
    secret="four quiet words here",
    secret_again="four quiet words here",
)


@pytest.fixture
def fresh(folders: Folders, clock: Any) -> Iterator[Counter]:
    """A database in which no station is set up yet."""
    counter = open_counter(folders, clock, practice=False)
    yield counter
    counter.close()


def test_a_station_and_its_first_administrator_are_made_at_once(fresh: Counter) -> None:
    made = fresh.set_up.create_station(SETUP)
    assert (made.division, made.station_code, made.practice) == ("370102", "006", False)
    assert made.name == "济南市公安局历下区分局 解放路派出所"
    assert made.phone == "0531-81234567"
    assert fresh.office.station() == made
    actor = fresh.sign_in.sign_in("zhang1", "right-horse-1", 5)
    assert (actor.name, actor.role, actor.station) == ("张晓梅", Role.SYSTEM_ADMINISTRATOR, made)
    assert rows(fresh, "select action, counter_number, sequence from journal_entry order by id") == [
        ("set_up", 5, 1),
        ("make_seal_key", 5, 2),
        ("sign_in", 5, 3),
    ]


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("division", {"division": ""}),
        ("division", {"division": "37010"}),
        ("division", {"division": "370199"}),  # no such county
        ("division", {"division": "370100"}),  # a city, not a county
        ("station_code", {"station_code": "06"}),
        ("station_code", {"station_code": "0006"}),
        ("station_code", {"station_code": "００６"}),
        ("station_code", {"station_code": "A06"}),
        ("name", {"name": "  "}),
        ("name", {"name": "所" * 101}),
        ("address", {"address": "路" * 101}),
        ("address", {"address": "路\u200b1号"}),
        ("phone", {"phone": "81234567"}),
        ("counter_number", {"counter_number": 0}),
        ("counter_number", {"counter_number": 100}),
        ("administrator_name", {"administrator_name": ""}),
        ("administrator_name", {"administrator_name": "张3"}),
        ("sign_in_name", {"sign_in_name": ""}),
        ("sign_in_name", {"sign_in_name": "z"}),
        ("sign_in_name", {"sign_in_name": "z" * 31}),
        ("sign_in_name", {"sign_in_name": "zhang mei"}),
        ("sign_in_name", {"sign_in_name": "张晓梅"}),
        ("password_again", {"password_again": "right-horse-2"}),
        ("secret", {"secret": "too short", "secret_again": "too short"}),
        ("secret_again", {"secret_again": "four quiet words there"}),
        ("password", {"password": "", "password_again": ""}),
        ("password", {"password": "short-1", "password_again": "short-1"}),
        ("password", {"password": "onlyletters", "password_again": "onlyletters"}),
        ("password", {"password": "1234567890", "password_again": "1234567890"}),
        ("password", {"password": "my-Zhang1-22", "password_again": "my-Zhang1-22"}),
    ],
)
def test_each_field_says_which_rule_it_breaks_and_nothing_is_stored(
    fresh: Counter, field: str, changed: dict[str, Any]
) -> None:
    with pytest.raises(BadInput) as caught:
        fresh.set_up.create_station(replace(SETUP, **changed))
    assert caught.value.field == field
    assert str(caught.value)
    assert fresh.office.station() is None
    assert rows(fresh, "select count(*) from staff") == [(0,)]


@pytest.mark.parametrize("password", ["abcdefg1", "abcdefg!", "1234567!", "密码密码密码密1", "pass word"])
def test_eight_characters_of_two_kinds_are_a_password(password: str) -> None:
    passwords.check_new(password)


def test_address_and_phone_may_be_left_empty(fresh: Counter) -> None:
    made = fresh.set_up.create_station(replace(SETUP, address="", phone=" "))
    assert (made.address, made.phone) == ("", "")


def test_a_station_is_set_up_only_once(station: Counter) -> None:
    before = rows(station, "select * from station"), rows(station, "select * from staff")
    with pytest.raises(NotPossible, match="不能再设立一次"):
        station.set_up.create_station(SETUP)
    assert (rows(station, "select * from station"), rows(station, "select * from staff")) == before


def test_there_is_no_default_password(fresh: Counter) -> None:
    fresh.set_up.create_station(SETUP)
    assert rows(fresh, "select sign_in_name from staff") == [("zhang1",)]
    [(kept,)] = rows(fresh, "select password_hash from staff")
    tried = ["", "admin", "123456", "password", "zhang1", *(clerk.password for clerk in PRACTICE_CLERKS)]
    assert not any(passwords.matches(kept, password) for password in tried)


def test_a_damaged_hash_lets_nobody_in() -> None:
    assert not passwords.matches("", "anything")
    assert not passwords.matches("$argon2id$v=19$damaged", "anything")
