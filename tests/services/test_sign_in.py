"""Signing in: each try hashes a password with argon2id, in the program some 0.2 s on purpose."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.codes import Role
from desktop.domain.errors import BadInput, NotPossible
from desktop.services import passwords, sign_in_guard
from desktop.services.counter import Counter, open_counter
from desktop.services.ports import Folders
from desktop.services.rows import Actor


def trail(station: Counter, *actions: str) -> list[tuple[str, str, int]]:
    with station.office.database.engine.connect() as connection:
        rows = connection.execute(
            text("select action, staff_name, counter_number from journal_entry order by id")
        )
        return [tuple(row) for row in rows if row.action in actions]


@pytest.fixture
def no_argon2(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail if a password is hashed: the rule must be checked before."""

    def hashed_after_all(*_: Any) -> None:
        raise AssertionError("a password was hashed although the rule before it was broken")

    monkeypatch.setattr("argon2.PasswordHasher.verify", hashed_after_all)


def test_a_clerk_signs_in_at_a_counter_and_leaves_a_trace(station: Counter) -> None:
    actor = station.sign_in.sign_in("  two ", "test-pass-2", 99)
    assert (actor.name, actor.sign_in_name, actor.role, actor.counter_number) == (
        "测试二",
        "two",
        Role.AUXILIARY,
        99,
    )
    assert actor.station == station.office.station()
    station.sign_in.locked(actor)
    station.sign_in.sign_out(actor)
    assert trail(station, "sign_in", "lock", "sign_out")[-3:] == [
        ("sign_in", "测试二", 99),
        ("lock", "测试二", 99),
        ("sign_out", "测试二", 99),
    ]


def test_a_wrong_name_and_a_wrong_password_are_told_alike(station: Counter) -> None:
    before = trail(station, "sign_in")
    told = []
    for name, password in (
        *(("one", "test-pass-2"), ("nobody", "test-pass-1"), ("one", ""), ("", "")),
        ("no\x00body", "test-pass-1"),
    ):
        with pytest.raises(BadInput) as caught:
            station.sign_in.sign_in(name, password, 3)
        told.append((caught.value.field, str(caught.value)))
    assert set(told) == {("password", "登录名或密码不对。请检查大小写后再试。")}
    assert trail(station, "sign_in") == before


def test_who_was_put_out_of_service_neither_signs_in_nor_unlocks(station: Counter, clerk: Actor) -> None:
    with station.office.database.engine.begin() as connection:
        connection.execute(text("update staff set active = false where sign_in_name = 'one'"))
    with pytest.raises(BadInput, match="登录名或密码不对"):
        station.sign_in.sign_in("one", "test-pass-1", 3)
    with pytest.raises(BadInput, match="密码不对"):
        station.sign_in.unlock(clerk, "test-pass-1")


@pytest.mark.parametrize("counter", [0, -1, 100])
@pytest.mark.usefixtures("no_argon2")
def test_a_counter_is_numbered_from_1_to_99(station: Counter, counter: int) -> None:
    with pytest.raises(BadInput, match="1至99") as caught:
        station.sign_in.sign_in("one", "test-pass-1", counter)
    assert caught.value.field == "counter_number"


def test_only_the_same_clerks_password_unlocks(station: Counter, clerk: Actor) -> None:
    for password in ("test-pass-2", ""):
        with pytest.raises(BadInput, match="锁屏下的内容没有变动") as caught:
            station.sign_in.unlock(clerk, password)
        assert caught.value.field == "password"
    station.sign_in.unlock(clerk, "test-pass-1")
    assert trail(station, "unlock") == [("unlock", "测试一", 3)]


@pytest.mark.usefixtures("no_argon2")
def test_nobody_signs_in_before_a_station_is_set_up(folders: Folders, clock: Any) -> None:
    counter = open_counter(folders, clock, practice=False)
    try:
        welcome = counter.sign_in.welcome()
        assert (welcome.station, welcome.practice_clerks) == (None, ())
        with pytest.raises(NotPossible, match="首次设置"):
            counter.sign_in.sign_in("one", "test-pass-1", 3)
    finally:
        counter.close()


def test_a_real_station_shows_no_names_and_every_counter(station: Counter) -> None:
    welcome = station.sign_in.welcome()
    assert welcome.station == station.office.station()
    assert welcome.practice_clerks == ()
    assert welcome.counters == tuple(range(1, 100))


def test_a_clerk_who_is_replaced_in_the_actor_still_needs_his_own_password(
    station: Counter, clerk: Actor, template: Any
) -> None:
    other = dataclasses.replace(clerk, sign_in_name=template.other.sign_in_name)
    with pytest.raises(BadInput):
        station.sign_in.unlock(other, "test-pass-1")


def test_a_password_is_kept_only_as_its_argon2id_hash(station: Counter) -> None:
    with station.office.database.engine.connect() as connection:
        hashes = connection.execute(text("select password_hash from staff")).scalars().all()
    assert len(set(hashes)) == 7
    assert all(kept.startswith("$argon2id$") for kept in hashes)
    assert not any("test-pass" in kept for kept in hashes)


@pytest.mark.usefixtures("full_cost")
def test_a_password_costs_what_rfc_9106_asks_and_a_name_that_is_nobodys_as_much() -> None:
    cost = "$argon2id$v=19$m=65536,t=3,p=4$"
    assert passwords.hashed("test-pass-1").startswith(cost)
    assert sign_in_guard._NOBODY.startswith(cost)


def test_the_look_ups_of_who_signed_in_carry_the_name(station: Counter, resident: Callable[..., int]) -> None:
    resident()
    actor = station.sign_in.sign_in("two", "test-pass-2", 7)
    station.lookup.find(actor, "演练甲")
    station.journal.flush()
    assert trail(station, "look_up") == [("look_up", "测试二", 7)]
