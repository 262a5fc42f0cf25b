"""Whatever dies in between, everything that a clerk saw as done is at the server once, as it was printed."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.codes import Role
from desktop.services.counter import build_counter
from desktop.services.ports import Folders
from desktop.services.rows import Actor, StationRow
from desktop.services.set_up import NewStaff
from installer.scratch_server import ScratchServer
from tests.servers import Databases, reach, scratch, scratch_folder
from tests.services.cable import Cable, CabledServer
from tests.services.chaos import FAULTS, Chaos
from tests.services.chaos_window import SerialClock
from tests.services.outage import chain_faults, rows

STAFF = (
    NewStaff("one", "测试一", Role.AUXILIARY, "test-pass-1"),
    NewStaff("boss", "测试管理员", Role.SYSTEM_ADMINISTRATOR, "test-pass-3"),
    NewStaff("safe", "测试安全员", Role.SECURITY_ADMINISTRATOR, "test-pass-6"),
    NewStaff("audit", "测试审计员", Role.AUDIT_ADMINISTRATOR, "test-pass-7"),
)


@pytest.fixture
def own() -> Iterator[ScratchServer]:
    with scratch() as made:
        yield made


@pytest.fixture
def chaos(own: ScratchServer, tmp_path: Path, shared_cache: Path) -> Iterator[tuple[Chaos, str]]:
    name = a_station(own, tmp_path, shared_cache)
    made = Chaos(tmp_path / "window", shared_cache, own, name, seed=20261120)
    yield made, name
    made.close()


def a_station(own: ScratchServer, folder: Path, cache: Path) -> str:
    """Make a station on a server, and the folder of a window with who works there; return its database."""
    databases = Databases(own)
    name = databases.make()
    databases.close()
    folders = Folders(folder / "first", cache)
    folders.data.mkdir()
    counter = build_counter(reach(own, name), folders, SerialClock())
    station = StationRow("370102", "006", "测试派出所", "测试路1号", "0531-80000001", practice=False)
    counter.set_up.establish(station, STAFF, 1)
    actor: Actor = counter.sign_in.sign_in("one", "test-pass-1", 3)
    counter.close()
    (folder / "window").mkdir()
    (folder / "window" / "actor").write_bytes(pickle.dumps(actor))
    return name


def check(chaos: Chaos, own: ScratchServer, name: str) -> tuple[int, int]:
    """Everything that was told is there once, as it was printed; return how many, and how many were sent later."""
    database = reach(own, name)
    told = chaos.told()
    stored = {
        request: number for request, number in rows(database, "select request_id, case_number from case_file")
    }
    assert {request: number for request, number, _ in told.values()} == stored
    [(people, registrations, papers)] = rows(
        database,
        "select (select count(*) from person), (select count(*) from registration), (select count(*) from paper)",
    )
    assert people == registrations == papers == len(told)
    digests = dict(
        rows(
            database,
            "select substr(paper_number, 3), encode(sha256(convert_to(document, 'UTF8')), 'hex') from paper",
        )
    )
    assert {number: digest for _, number, digest in told.values()} == digests
    assert rows(database, "select kind, reason from op_conflict") == []
    [(sent, once)] = rows(database, "select count(*), count(distinct (window_id, sequence)) from op_inbox")
    assert sent == once
    assert chain_faults(database) == []
    database.close()
    return len(told), sent


def test_fifty_faults_lose_nothing_and_double_nothing(chaos: tuple[Chaos, str], own: ScratchServer) -> None:
    made, name = chaos
    happened = made.run(250, 50)
    assert sum(happened.values()) == 50
    assert happened.keys() == FAULTS.keys()
    done, sent = check(made, own, name)
    assert done >= 250
    assert sent > 20, "the window did not go on by itself"


@pytest.mark.slow
def test_twenty_thousand_operations_under_a_thousand_faults(
    chaos: tuple[Chaos, str], own: ScratchServer
) -> None:
    made, name = chaos
    happened = made.run(20_000, 1_000)
    assert sum(happened.values()) == 1_000
    done, sent = check(made, own, name)
    print(f"{done} operations, {sent} of them without the server; {dict(happened)}")
    assert done >= 20_000
    assert sent > 4_000, "the window did not go on by itself"


@pytest.mark.slow
def test_a_cable_that_is_pulled_loses_nothing_and_doubles_nothing(tmp_path: Path, shared_cache: Path) -> None:
    """Two computers and a cable between them, as near to it as one machine comes; root's work."""
    cable = Cable()
    own = CabledServer(scratch_folder(), cable, tmp_path)
    try:
        own.make()
        own.start()
        name = a_station(own, tmp_path, shared_cache)
        made = Chaos(tmp_path / "window", shared_cache, own, name, 20261120, cable, own.ca_file)
        try:
            made.run(400, 40)
        finally:
            made.close()
        done, sent = check(made, own, name)
    finally:
        own.remove()
        cable.close()
    print(f"{done} operations, {sent} of them without the server")
    assert done >= 400
    assert sent > 20, "the window did not go on by itself"
