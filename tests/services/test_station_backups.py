"""Backups of a station's server, with the real pg_dump and pg_restore, and what can go wrong on the way."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import create_engine, text

from desktop.domain.backups import BackupPlan
from desktop.domain.errors import CounterError, EnvironmentTrouble, NotPossible
from desktop.models import (
    dump_programs,
    sealed_stream,
    server_roles,
    server_session,
    station_file,
    station_ring,
)
from desktop.models.backup_file import BackupDamaged
from desktop.models.opening import upgrade
from desktop.models.server import ServerDatabase
from desktop.models.switch import Switch
from desktop.models.unlock import KeysLocked, Unlock
from desktop.models.wrapping import Cost, WrongKey
from desktop.services import station_backups, station_drill, station_keys, station_making
from desktop.services.backup_making import Stopped
from desktop.services.backup_rows import BackupRow, DrillResult
from desktop.services.counter import Counter, build_counter
from desktop.services.ports import Folders, SystemClock
from desktop.services.rows import Actor
from desktop.services.window import open_window
from installer.scratch_server import OWNER, ScratchServer
from tests.servers import give_roles, scratch
from tests.services.conftest import on, silent

QUICK = Cost(1, 64, 1)
Register = Callable[..., Any]


@pytest.fixture
def backed(roles_given: None, station: Counter, administrator: Actor) -> Counter:
    """The station with the roles on its server, and the duty at this window."""
    settings = server_on(station).settings
    give_roles(settings.hosts[0], settings.database, tables=False)
    station_keys.ring(station.office)
    station.backups.set_plan(administrator, "18", "14", "8", "", "yes")
    return station


@pytest.fixture
def back_up(backed: Counter, back_up: Callable[[], BackupRow]) -> Callable[[], BackupRow]:
    return back_up


@pytest.fixture
def drill(backed: Counter, drill: Callable[..., DrillResult]) -> Callable[..., DrillResult]:
    return drill


@pytest.fixture
def another(backed: Counter, tmp_path: Path, shared_cache: Path, clock: Any) -> Iterator[Counter]:
    """Another window of the same station."""
    database = backed.office.database
    assert isinstance(database, ServerDatabase)
    folder = tmp_path / "another"
    folder.mkdir(mode=0o700)
    way = ServerDatabase(database.settings, SystemClock().now)
    made = build_counter(way, Folders(folder, shared_cache), clock)
    yield made
    made.close()


def server_on(station: Counter) -> ServerDatabase:
    found = station.office.database
    assert isinstance(found, ServerDatabase)
    return found


def folder_of(station: Counter) -> Path:
    return station.office.folders.data / "backups"


def written_down(station: Counter) -> list[tuple[str, bool]]:
    with station.office.database.engine.connect() as connection:
        rows = connection.execute(text("select kind, passed from station_backup order by at, kind")).all()
        return [(row.kind, row.passed) for row in rows]


def left_behind(station: Counter) -> list[str]:
    with station.office.database.engine.connect() as connection:
        return list(
            connection.execute(text("select datname from pg_database where datname like 'drill_%'")).scalars()
        )


def programs_in(folder: Path, monkeypatch: pytest.MonkeyPatch, **scripts: str) -> None:
    """Let these scripts be found in place of PostgreSQL's programs."""
    folder.mkdir()
    for name, script in scripts.items():
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
    monkeypatch.setattr(dump_programs, "folders", lambda: (folder,))


def real(name: str) -> Path:
    return dump_programs.find(name, 9)


# -- making ----------------------------------------------------------------------------------------------
def test_a_backup_is_whole_private_sealed_and_told_to_every_window(
    backed: Counter,
    another: Counter,
    administrator: Actor,
    register: Register,
    back_up: Callable[[], BackupRow],
) -> None:
    register(1)
    assert backed.backups.page(administrator).overdue
    made = back_up()
    content = made.path.read_bytes()
    assert made.path.stat().st_mode & 0o077 == 0
    assert "演练甲".encode() not in content
    assert b"PGDMP" not in content
    assert [each.name for each in folder_of(backed).iterdir()] == [made.path.name]
    for window, here in ((backed, True), (another, False)):
        page = window.backups.page(administrator)
        assert [(row.made_at, row.here, row.size) for row in page.rows] == (
            [(made.made_at, True, made.size)] if here else []
        )
        assert page.last == made.made_at
        assert not page.overdue
    assert written_down(backed) == [("backup", True)]
    with backed.office.database.engine.begin() as connection:
        connection.execute(text("update station_backup set host = 'ju-pc-03'"))
    [row] = another.backups.page(administrator).rows
    assert (row.host, row.here, row.opens) == ("ju-pc-03", False, False)
    with pytest.raises(NotPossible, match="ju-pc-03"):
        another.backups.drill(administrator, row.path, silent, on)


def test_a_drill_brings_back_every_table_and_the_trail(
    backed: Counter,
    administrator: Actor,
    register: Register,
    back_up: Callable[[], BackupRow],
    drill: Callable[..., DrillResult],
) -> None:
    for serial in range(1, 4):
        register(serial)
    made = back_up()
    register(9)
    result = drill(made.path)
    assert result.passed, result.faults
    assert result.entries > 3
    counts = {one.table: (one.written, one.found, one.now) for one in result.counts}
    assert counts["person"] == (3, 3, 4)
    assert all(written == found for written, found, _ in counts.values())
    assert left_behind(backed) == []
    assert written_down(backed) == [("backup", True), ("drill", True)]
    standing = backed.backups.page(administrator).station
    assert standing is not None
    assert standing.drill_passed
    assert backed.backups.drill_paper(administrator, result) > 0


def test_what_is_registered_meanwhile_is_not_counted_in(
    backed: Counter, administrator: Actor, register: Register, drill: Callable[..., DrillResult]
) -> None:
    register(1)
    done: list[int] = []

    def meanwhile(_done: int, _total: int) -> None:
        if not done:
            done.append(1)
            register(2)

    made = backed.backups.make(administrator, meanwhile, on)
    assert done
    result = drill(made.path)
    assert result.passed, result.faults
    [people] = [one for one in result.counts if one.table == "person"]
    assert (people.written, people.found, people.now) == (1, 1, 2)


def test_whoever_has_the_file_and_the_server_but_no_key_opens_nothing(
    backed: Counter, administrator: Actor, back_up: Callable[[], BackupRow], drill: Callable[..., DrillResult]
) -> None:
    code = station_keys.ring(backed.office).new_recovery(QUICK)
    made = back_up()
    (backed.office.folders.data / station_keys.HELD).unlink()
    office = backed.office
    office.database.settings = replace(server_on(backed).settings, password="another")  # type: ignore[attr-defined]
    with pytest.raises(KeysLocked) as locked:
        drill(made.path)
    assert {way.value for way in locked.value.ways} == {"recovery"}
    with pytest.raises(CounterError):
        drill(made.path, Unlock(recovery="AAAAA-" * 6 + "AAAAA"))
    office.database.settings = replace(server_on(backed).settings, password="")  # type: ignore[attr-defined]
    key = station_backups.foreign_key(made.path, Unlock(recovery=code))
    assert b"".join(station_file.dump_of(made.path, key)).startswith(b"PGDMP")


def test_every_altered_byte_and_every_shortened_file_is_refused(
    backed: Counter, back_up: Callable[[], BackupRow], drill: Callable[..., DrillResult], tmp_path: Path
) -> None:
    made = back_up()
    whole, key = made.path.read_bytes(), station_backups.key_for(backed.office, made.path, None)
    body = whole.index(b"\n", len(station_file.MAGIC)) + 1
    altered = tmp_path / made.path.name
    for place in (3, body - 40, body, body + 50, len(whole) // 2, len(whole) - 1):
        wrong = bytearray(whole)
        wrong[place] ^= 1
        altered.write_bytes(wrong)
        with pytest.raises(NotPossible):
            list(station_file.dump_of(altered, key))
    for length in (body, body + 10, len(whole) - 1, 0):
        altered.write_bytes(whole[:length])
        with pytest.raises(NotPossible):
            list(station_file.dump_of(altered, key))
    altered.write_bytes(whole + b"x")
    with pytest.raises(BackupDamaged):
        drill(altered)
    assert left_behind(backed) == []


def test_another_file_under_the_name_of_a_backup_is_not_tried(
    backed: Counter,
    register: Register,
    clock: Any,
    back_up: Callable[[], BackupRow],
    drill: Callable[..., DrillResult],
) -> None:
    first = back_up()
    register(1)
    clock.moment += timedelta(minutes=1)
    second = back_up()
    shutil.copyfile(
        second.path, first.path
    )  # whole, sealed to the station's key, and not what was written down
    with pytest.raises(BackupDamaged, match="不是同一份"):
        drill(first.path)
    assert left_behind(backed) == []
    copied = second.path.with_name("from-elsewhere.rcstation")
    shutil.copyfile(second.path, copied)
    assert drill(copied).passed


def test_a_record_that_names_a_path_or_says_what_no_program_says_does_no_harm(
    backed: Counter, administrator: Actor, back_up: Callable[[], BackupRow]
) -> None:
    made = back_up()
    told = '{"context": "backups", "template": "{a.__class__}{b:>99999999999}", "facts": {"a": "x"}}'
    with backed.office.database.engine.begin() as connection:
        for number, name in enumerate(
            ("../../station.db", "/etc/passwd", "\\\\elsewhere\\share\\a.rcstation")
        ):
            connection.execute(
                text(
                    "insert into station_backup select :id, kind, at, 9, host, :name, size, sha256, passed, detail"
                    " from station_backup where file_name = :made"
                ),
                {"id": f"forged-{number}", "name": name, "made": made.path.name},
            )
        connection.execute(
            text(
                "insert into station_backup values ('told', 'backup', :at, 9, 'x', 'y', 0, '', false, :detail)"
            ),
            {"at": made.made_at + timedelta(seconds=1), "detail": told},
        )
    page = backed.backups.page(administrator)
    assert [row.path for row in page.rows] == [made.path]
    assert "__class__" in str(page.failed)


def test_a_public_key_that_was_put_in_place_of_the_stations_is_told_and_nothing_is_sealed_to_it(
    backed: Counter, administrator: Actor, back_up: Callable[[], BackupRow]
) -> None:
    with backed.office.database.engine.begin() as connection:
        connection.execute(
            text("update station_key set public = :other"), {"other": station_ring.public_of(bytes(32))}
        )
    with pytest.raises(NotPossible, match="公钥与本所的密钥不符"):
        back_up()
    assert "更换全部密钥" in str(backed.backups.page(administrator).failed)
    station_keys.ring(backed.office).renew(cost=QUICK)
    assert back_up().path.exists()
    assert backed.backups.page(administrator).failed is None


def test_parts_in_another_order_or_of_another_file_do_not_open(tmp_path: Path) -> None:
    key, path = bytes(32), tmp_path / "sealed"

    def stored(about: bytes) -> bytes:
        with path.open("wb") as file:
            sealer = sealed_stream.Sealer(file, key, about)
            for part in range(3):
                sealer.write(bytes([part]) * sealed_stream.PART)
            sealer.finish()
        return path.read_bytes()

    def read(content: bytes, about: bytes) -> bytes:
        path.write_bytes(content)
        with path.open("rb") as file:
            return b"".join(sealed_stream.opened(file, key, about))

    whole, size = stored(b"one"), sealed_stream.PART + 16
    assert len(read(whole, b"one")) == 3 * sealed_stream.PART
    parts = [whole[at : at + size] for at in range(0, len(whole), size)]
    for wrong in ([parts[1], parts[0], parts[2]], parts[:2], [parts[0], parts[2]], [*parts, parts[2]]):
        with pytest.raises(WrongKey):
            read(b"".join(wrong), b"one")
    with pytest.raises(WrongKey):
        read(whole, b"another")


def test_the_old_ones_go_by_the_same_rule_and_a_strangers_file_stays(
    backed: Counter, administrator: Actor, back_up: Callable[[], BackupRow], clock: Any, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    backed.backups.set_plan(administrator, "18", "2", "0", str(stick), "yes")
    made = []
    for _ in range(4):
        made.append(back_up())
        clock.moment += timedelta(days=1)
    (folder_of(backed) / "station-20200101-000000.rcstation").write_bytes(b"not ours")
    made.append(back_up())
    kept = {each.path.name for each in made[-2:]}
    assert {each.name for each in stick.iterdir()} == kept
    assert {each.name for each in folder_of(backed).iterdir()} == kept | {"station-20200101-000000.rcstation"}
    assert (stick / made[-1].path.name).read_bytes() == made[-1].path.read_bytes()
    assert {row.path.name for row in backed.backups.page(administrator).rows} == kept


# -- by schedule ---------------------------------------------------------------------------------------------
def test_of_all_windows_with_the_duty_one_makes_the_one_that_is_due(
    backed: Counter, another: Counter, administrator: Actor, clock: Any
) -> None:
    another.backups.set_plan(administrator, "18", "14", "8", "", "yes")
    assert backed.backups.due()
    assert another.backups.due()
    made: list[BackupRow | None] = []
    wrong: list[CounterError] = []

    def try_it(window: Counter) -> None:
        try:
            made.append(window.backups.make_due(administrator, on))
        except CounterError as error:
            wrong.append(error)

    threads = [threading.Thread(target=try_it, args=(window,)) for window in (backed, another)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert len([one for one in made if one is not None]) == 1
    assert written_down(backed) == [("backup", True)]
    assert not backed.backups.due()
    assert not another.backups.due()
    clock.moment += timedelta(days=1)
    assert backed.backups.due()


def test_a_window_without_the_duty_makes_none_by_itself(
    backed: Counter, another: Counter, administrator: Actor
) -> None:
    assert not another.backups.due()
    assert another.backups.make_due(administrator, on) is None
    backed.backups.set_plan(administrator, "18", "14", "8", "", "")
    assert not backed.backups.due()


def test_two_at_once_by_hand_the_second_is_told(backed: Counter, administrator: Actor) -> None:
    way = station_backups.way_of(backed.office, {"station": {"duty": True}})
    with (
        server_session.session(way) as held,
        server_session.turn(held),
        pytest.raises(NotPossible, match="另一台"),
    ):
        backed.backups.make(administrator, silent, on)
    backed.backups.make(administrator, silent, on)


def test_a_window_with_a_store_of_its_own_makes_one_too_and_none_while_the_server_is_away(
    backed: Counter, administrator: Actor, tmp_path: Path, shared_cache: Path, clock: Any
) -> None:
    folder = tmp_path / "window"
    folder.mkdir(mode=0o700)
    server = ServerDatabase(server_on(backed).settings, SystemClock().now)
    window = open_window(Folders(folder, shared_cache), clock, server, server.ping)
    try:
        switch = window.office.database
        assert isinstance(switch, Switch)
        assert window.backups.served
        window.backups.set_plan(administrator, "18", "14", "8", "", "yes")
        assert window.backups.due()
        switch.away = True
        assert not window.backups.due()
        switch.away = False
        made = window.backups.make_due(administrator, on)
        assert made is not None
        result = window.backups.drill(administrator, made.path, silent, on)
        assert result.passed, result.faults
        assert window.keys.due(administrator) is not None
    finally:
        window.close()


# -- faults --------------------------------------------------------------------------------------------------
def test_without_pg_dump_the_duty_is_not_taken_and_nothing_is_made(
    backed: Counter, administrator: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs_in(tmp_path / "none", monkeypatch)
    with pytest.raises(NotPossible, match="找不到PostgreSQL的pg_dump"):
        backed.backups.set_plan(administrator, "19", "14", "8", "", "yes")
    with pytest.raises(NotPossible, match="找不到PostgreSQL的pg_dump"):
        backed.backups.make(administrator, silent, on)
    page = backed.backups.page(administrator)
    assert "pg_dump" in str(page.failed)
    assert page.plan.hour == 18
    assert written_down(backed) == [("backup", False)]
    assert list(folder_of(backed).iterdir()) == []


def test_an_older_pg_dump_is_named_with_both_versions(
    backed: Counter, administrator: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs_in(
        tmp_path / "old", monkeypatch, pg_dump="echo 'pg_dump (PostgreSQL) 9.6.24'", pg_restore="exit 0"
    )
    with pytest.raises(NotPossible, match="pg_dump是9版，服务器是15版"):
        backed.backups.make(administrator, silent, on)
    assert list(folder_of(backed).iterdir()) == []


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("echo 'pg_dump: error: permission denied for table person' >&2; exit 1", "授权脚本"),
        (
            "head -c 3000000 /dev/zero; echo 'server closed the connection unexpectedly' >&2; exit 1",
            "连接中断",
        ),
        ("head -c 3000000 /dev/zero; kill -9 $$", "没有完成"),
        ("head -c 3000000 /dev/zero", "没有完成"),
    ],
    ids=["no right", "server away", "killed", "writes rubbish"],
)
def test_a_pg_dump_that_does_not_come_to_its_end_leaves_nothing_that_stands(
    backed: Counter,
    administrator: Actor,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    script: str,
    told: str,
) -> None:
    version = 'case "$1" in --version) echo "pg_dump (PostgreSQL) 99"; exit 0;; esac'
    restore = f'exec {real("pg_restore")} "$@"'
    programs_in(tmp_path / "bad", monkeypatch, pg_dump=f"{version}\n{script}", pg_restore=restore)
    with pytest.raises(CounterError, match=told):
        backed.backups.make(administrator, silent, on)
    assert list(folder_of(backed).iterdir()) == []
    assert written_down(backed) == [("backup", False)]
    assert backed.backups.page(administrator).last is None


def test_a_dump_that_lacks_a_table_is_not_kept(
    backed: Counter, administrator: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dump, restore = real("pg_dump"), real("pg_restore")
    programs_in(
        tmp_path / "less",
        monkeypatch,
        pg_dump=f'[ "$1" = --version ] && exec {dump} --version; exec {dump} --exclude-table=draft "$@"',
        pg_restore=f'exec {restore} "$@"',
    )
    with pytest.raises(BackupDamaged, match="draft"):
        backed.backups.make(administrator, silent, on)
    assert list(folder_of(backed).iterdir()) == []


def test_a_server_that_says_nothing_is_given_up(
    backed: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs_in(tmp_path / "slow", monkeypatch, pg_dump="exec sleep 600")
    with pytest.raises(EnvironmentTrouble, match="没有回答"):
        list(dump_programs.said_by(tmp_path / "slow" / "pg_dump", [], None, on, 0.3))
    with pytest.raises(EnvironmentTrouble, match="没有回答"):
        dump_programs.told_to(tmp_path / "slow" / "pg_dump", [], None, [b"x"], on, 0.3)
    with pytest.raises(dump_programs.Ended):
        list(dump_programs.said_by(tmp_path / "slow" / "pg_dump", [], None, lambda: True))


def test_it_can_be_stopped_and_leaves_nothing(backed: Counter, administrator: Actor) -> None:
    with pytest.raises(Stopped):
        backed.backups.make(administrator, silent, lambda: True)
    assert list(folder_of(backed).iterdir()) == []
    assert written_down(backed) == []


def test_a_full_disk_leaves_nothing_that_stands(
    backed: Counter, administrator: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Any, _content: bytes) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(sealed_stream.Sealer, "write", full)
        with pytest.raises(EnvironmentTrouble, match="No space left"):
            backed.backups.make(administrator, silent, on)
    assert list(folder_of(backed).iterdir()) == []
    assert "No space left" in str(backed.backups.page(administrator).failed)
    backed.backups.make(administrator, silent, on)
    assert backed.backups.page(administrator).failed is None


_KILLED = """
import os, signal, sys
from pathlib import Path
from desktop.domain.backups import BackupPlan
from desktop.models.dump_programs import WayIn
from desktop.services import station_making
from desktop.services.ports import SystemClock

def die(done, total):
    os.kill(os.getpid(), signal.SIGKILL)

way = WayIn({"host": sys.argv[1], "dbname": sys.argv[2], "user": "counter_backup"})
station_making.make(way, Path(sys.argv[3]), BackupPlan(), SystemClock().now, die, lambda: False)
"""


def test_killed_in_the_middle_no_half_file_stands_and_the_next_one_clears_up(
    backed: Counter, administrator: Actor, back_up: Callable[[], BackupRow]
) -> None:
    settings = server_on(backed).settings
    folder = folder_of(backed)
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, settings.hosts[0], settings.database, str(folder)],
        env={**os.environ, "PYTHONPATH": os.getcwd()},
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    [part] = folder.iterdir()
    assert part.name.endswith(".part")
    assert station_making.files_of(folder, "370102006") == []
    assert backed.backups.page(administrator).last is None
    made = back_up()  # the dead one's turn is over
    assert [each.name for each in folder.iterdir()] == [made.path.name]


def test_a_wrong_password_is_told_when_the_duty_is_taken(
    backed: Counter, administrator: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(**_how: Any) -> None:
        raise psycopg.OperationalError('FATAL:  password authentication failed for user "counter_backup"')

    monkeypatch.setattr(psycopg, "connect", refused)
    with pytest.raises(EnvironmentTrouble, match="counter_backup"):
        backed.backups.set_plan(administrator, "20", "14", "8", "", "yes", "guess")
    assert backed.backups.page(administrator).plan.hour == 18


def test_the_backups_role_reads_everything_and_changes_nothing(backed: Counter) -> None:
    way = station_backups.way_of(backed.office, {"station": {"duty": True}})
    with server_session.session(way) as held:
        assert held.value("SELECT count(*) FROM staff") > 0
        for deed in (
            "UPDATE person SET name = 'x'",
            "DELETE FROM station_backup",
            "INSERT INTO setting VALUES ('a', 'b')",
            "CREATE DATABASE drill_stolen",
        ):
            with pytest.raises(EnvironmentTrouble, match="权限不够"):
                held.ask(deed)
        held.ask("SET ROLE counter_drill")
        with pytest.raises(EnvironmentTrouble, match="权限不够"):
            held.ask("SELECT count(*) FROM public.person")
        [may] = held.ask(
            "SELECT has_database_privilege('counter_drill', current_database(), 'CONNECT')"
        ).fetchone() or (True,)
        assert not may


def test_what_a_killed_drill_left_is_cleared_by_the_next(
    backed: Counter, back_up: Callable[[], BackupRow], drill: Callable[..., DrillResult]
) -> None:
    way = station_backups.way_of(backed.office, {"station": {"duty": True}})
    with server_session.session(way) as held:
        held.ask("SET ROLE counter_drill")
        held.ask("CREATE DATABASE drill_left")
    assert left_behind(backed) == ["drill_left"]
    assert drill(back_up().path).passed
    assert left_behind(backed) == []


def test_a_trail_that_was_changed_at_the_server_is_found_by_the_drill(
    backed: Counter, register: Register, back_up: Callable[[], BackupRow], drill: Callable[..., DrillResult]
) -> None:
    register(1)
    with backed.office.database.engine.begin() as connection:
        connection.execute(text("alter table journal_entry disable trigger user"))
        connection.execute(
            text(
                "update journal_entry set detail = 'changed' where counter_number = 3 and sequence ="
                " (select min(sequence) from journal_entry where counter_number = 3)"
            )
        )
    result = drill(back_up().path)
    assert not result.passed
    assert any("留痕有误" in str(fault) for fault in result.faults)


# -- a server of one's own, which goes away --------------------------------------------------------------
@pytest.fixture(scope="module")
def going() -> Iterator[tuple[ScratchServer, dump_programs.WayIn]]:
    """A server with the program's tables and a station, and the way in of the backup's role."""
    with scratch() as server:
        server_roles.install(f"host={server.folder} user={OWNER} dbname=postgres", "station", {})
        _, envelope = station_ring.new_station_key("")
        with psycopg.connect(host=str(server.folder), user=OWNER, dbname="station") as owner:
            owner.execute(
                "insert into station (id, division, station_code, name, address, phone, practice, created_at)"
                " values (1, '370102', '006', 's', 'a', 'p', false, now())"
            )
            owner.execute(
                "insert into station_key values (1, 1, %s, %s, %s, now())",
                (envelope.key_id, station_ring.public_of(bytes(32)), station_ring.packed(envelope)),
            )
        way = {"host": str(server.folder), "dbname": "station", "user": server_roles.BACKUP}
        yield server, dump_programs.WayIn(way)


@pytest.mark.parametrize("how", ["stopped", "frozen"])
def test_a_server_that_goes_away_in_the_middle_leaves_nothing_and_the_next_one_is_made(
    going: tuple[ScratchServer, dump_programs.WayIn],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    how: str,
) -> None:
    server, way = going
    folder = tmp_path / "backups"

    def make() -> station_making.Made | None:
        return station_making.make(way, folder, BackupPlan(), SystemClock().now, silent, on)

    said_by, frozen = dump_programs.said_by, contextlib.ExitStack()

    def goes_away(*words: Any) -> Iterator[bytes]:
        if how == "stopped":
            server.stop("immediate")
        else:
            frozen.enter_context(server.frozen())
        yield from said_by(*words)

    with monkeypatch.context() as patched, frozen:
        patched.setattr(dump_programs, "said_by", goes_away)
        patched.setattr(dump_programs, "SILENT_SECONDS", 1.0)
        patched.setattr(server_session, "LEAVE_SECONDS", 0.5)
        with pytest.raises(EnvironmentTrouble, match="没有做成"):
            make()
    assert list(folder.iterdir()) == []
    if how == "stopped":
        server.start()
    made = make()
    assert made is not None
    assert [each.name for each in folder.iterdir()] == [made.path.name]


def test_a_backup_of_an_older_program_is_brought_up_in_its_drill(
    going: tuple[ScratchServer, dump_programs.WayIn],
    backed: Counter,
    administrator: Actor,
    tmp_path: Path,
    clock: Any,
) -> None:
    server, way = going
    owner = f"host={server.folder} user={OWNER}"
    with psycopg.connect(owner, dbname="postgres", autocommit=True) as connection:
        connection.execute("create database older")
    engine = create_engine(f"postgresql+psycopg://{OWNER}@/older?host={server.folder}")
    upgrade(engine, "0013")
    engine.dispose()
    with (
        psycopg.connect(owner, dbname="older") as older,
        psycopg.connect(owner, dbname="station") as station,
    ):
        older.execute(f"grant usage on schema public to {server_roles.BACKUP}")
        older.execute(f"grant select, insert on all tables in schema public to {server_roles.BACKUP}")
        for table in ("station", "station_key"):
            row = station.execute(f"select * from {table}").fetchone()
            assert row is not None
            marks = ", ".join(["%s"] * len(row))
            older.execute(f"insert into {table} values ({marks})", row)
    made = station_making.make(way.to("older"), tmp_path / "old", BackupPlan(), clock.now, silent, on)
    assert made is not None
    assert station_file.read_head(made.path).revision == "0013"
    result = station_drill.run(backed.office, administrator, way, made.path, made.key, silent, on)
    assert result.passed, result.faults
