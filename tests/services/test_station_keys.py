"""The key that windows share on a server: what lies in the database opens nothing without what windows hold."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain import totp
from desktop.domain.errors import BadInput, NotPossible
from desktop.models.opening import open_file
from desktop.models.server import ServerDatabase
from desktop.models.switch import Switch
from desktop.models.unlock import Unlock
from desktop.models.wrapping import Way
from desktop.services import factor_making, station_keys
from desktop.services.counter import Counter, build_counter
from desktop.services.ports import Folders, SystemClock
from desktop.services.rows import Actor

Window = Callable[..., Counter]


@pytest.fixture
def window(station: Counter, tmp_path: Path, shared_cache: Path, clock: Any) -> Iterator[Window]:
    """Open another window of the same station, with a data folder of its own, by a password."""
    opened: list[Counter] = []
    database = station.office.database
    assert isinstance(database, ServerDatabase)
    settings = database.settings

    def make(name: str, password: str = "") -> Counter:
        folder = tmp_path / name
        folder.mkdir(mode=0o700, exist_ok=True)
        way = ServerDatabase(replace(settings, password=password), SystemClock().now)
        opened.append(build_counter(way, Folders(folder, shared_cache), clock))
        return opened[-1]

    yield make
    for each in opened:
        each.close()


def secrets_stored(station: Counter) -> list[str]:
    with station.office.database.engine.connect() as connection:
        return list(connection.execute(text("select secret from second_factor order by id")).scalars())


def registered(counter: Counter, actor: Actor, request: str = "one") -> bytes:
    made = counter.second_factors.new_code(actor, "test-pass-1")
    code = totp.code(made.secret, totp.step_of(counter.office.clock.now()))
    counter.second_factors.register_code(actor, request, made, "手机", code)
    return made.secret


def test_the_database_has_no_open_secret_and_every_window_reads_it(
    station: Counter, clerk: Actor, window: Window
) -> None:
    first, second = window("a", "the password"), window("b", "the password")
    first.office.rights.seat(clerk)
    secret = registered(first, clerk)
    [kept] = secrets_stored(station)
    assert secret.hex() not in kept
    assert kept.startswith("station:")
    assert factor_making.secret_of(second.office, clerk.staff_id, kept) == secret
    with station.office.database.engine.connect() as connection:
        row = " ".join(map(str, connection.execute(text("select * from station_key")).one()))
    key = station_keys.ring(first.office).station_key()
    assert key.hex() not in row
    assert secret.hex() not in row


def test_a_window_that_knows_another_password_reads_nothing_and_says_why(
    station: Counter, clerk: Actor, window: Window
) -> None:
    first = window("a", "the password")
    first.office.rights.seat(clerk)
    registered(first, clerk)
    [kept] = secrets_stored(station)
    thief = window("thief", "guessed")
    with pytest.raises(ValueError, match="station's key"):
        factor_making.secret_of(thief.office, clerk.staff_id, kept)
    with pytest.raises(NotPossible, match="恢复密钥"):
        station_keys.ring(thief.office)
    with pytest.raises(ValueError, match="did not seal"):
        factor_making.secret_of(first.office, clerk.staff_id + 1, kept)


def test_after_the_password_was_changed_a_window_that_holds_the_key_hands_it_on(window: Window) -> None:
    key = station_keys.ring(window("a", "the first").office).station_key()
    with pytest.raises(NotPossible):
        station_keys.ring(window("b", "the second").office)
    assert station_keys.ring(window("a", "the second").office).station_key() == key
    assert station_keys.ring(window("b", "the second").office).station_key() == key
    with pytest.raises(NotPossible):
        station_keys.ring(window("c", "the first").office)


def test_the_recovery_key_brings_a_window_in(window: Window) -> None:
    ring = station_keys.ring(window("a", "the first").office)
    code = ring.new_recovery()
    other = window("b", "the second").office
    with pytest.raises(BadInput):
        station_keys.ring(other, Unlock(recovery="AAAAA-" * 6 + "AAAAA"))
    assert station_keys.ring(other, Unlock(recovery=code)).station_key() == ring.station_key()
    assert station_keys.ring(other).station_key() == ring.station_key()


def test_keys_changed_what_was_sealed_is_still_read_everywhere(
    station: Counter, clerk: Actor, window: Window
) -> None:
    first, second = window("a", "the password"), window("b", "the password")
    first.office.rights.seat(clerk)
    secret = registered(first, clerk)
    [kept] = secrets_stored(station)
    assert factor_making.secret_of(second.office, clerk.staff_id, kept) == secret
    ring = station_keys.ring(first.office)
    before = ring.station_key()
    lost = ring.new_recovery()
    code = ring.renew()
    assert ring.station_key() != before
    for each in (second, window("c", "the password")):
        assert factor_making.secret_of(each.office, clerk.staff_id, kept) == secret
        assert station_keys.ring(each.office).station_key() == ring.station_key()
    with pytest.raises(BadInput):
        station_keys.ring(window("d", "another").office, Unlock(recovery=lost))
    assert station_keys.ring(window("d", "another").office, Unlock(recovery=code)).ways >= {Way.RECOVERY}


def test_two_who_change_the_keys_at_once_one_is_told(window: Window) -> None:
    first, second = window("a", "the password"), window("b", "the password")
    one, two = station_keys.ring(first.office), station_keys.ring(second.office)
    one.new_recovery()
    with pytest.raises(NotPossible, match="别的窗口"):
        two.new_recovery()
    station_keys.ring(second.office).new_recovery()


def test_two_windows_that_begin_at_once_come_to_one_key(window: Window) -> None:
    windows = [window(str(number), "the password") for number in range(4)]
    found: list[bytes] = []
    ready = threading.Barrier(len(windows))

    def begin(one: Counter) -> None:
        ready.wait()
        found.append(station_keys.ring(one.office).station_key())

    threads = [threading.Thread(target=begin, args=(one,)) for one in windows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == len(windows)
    assert len(set(found)) == 1


def test_what_an_older_program_left_open_is_sealed_once(
    station: Counter, clerk: Actor, window: Window
) -> None:
    first = window("a", "the password")
    first.office.rights.seat(clerk)
    secret = registered(first, clerk)
    with station.office.database.engine.begin() as connection:
        connection.execute(text("update second_factor set secret = :open"), {"open": f"open:{secret.hex()}"})
    assert factor_making.secret_of(first.office, clerk.staff_id, secrets_stored(station)[0]) == secret
    assert factor_making.seal_open_ones(first.office) == 1
    assert factor_making.seal_open_ones(first.office) == 0
    [kept] = secrets_stored(station)
    assert secret.hex() not in kept
    assert factor_making.secret_of(window("b", "the password").office, clerk.staff_id, kept) == secret


def test_without_the_server_the_key_that_the_window_holds_reads_on(
    station: Counter, clerk: Actor, window: Window, tmp_path: Path, clock: Any
) -> None:
    first = window("a", "the password")
    first.office.rights.seat(clerk)
    secret = registered(first, clerk)
    [kept] = secrets_stored(station)
    store = open_file(tmp_path / "a" / "window.db", clock.now())
    switch = Switch(first.office.database, store, lambda: AssertionError(), lambda _at: None)
    switch.away = True
    apart = replace(first.office, database=switch)
    assert factor_making.secret_of(apart, clerk.staff_id, kept) == secret
    stranger = replace(apart, folders=Folders(tmp_path, first.office.folders.cache))
    with pytest.raises(ValueError, match="has not the station's key"):
        factor_making.secret_of(stranger, clerk.staff_id, kept)
    store.close()
