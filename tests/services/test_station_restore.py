"""The command on the server: made by a timer, tried, listed, restored into a new database."""

from __future__ import annotations

import io
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict
from sqlalchemy import text

from desktop import station_backup
from desktop.domain.errors import NotPossible
from desktop.domain.retention import PurgeState
from desktop.models import server_roles, station_file
from desktop.models.dump_programs import WayIn
from desktop.models.server import ServerDatabase
from desktop.models.server_session import session
from desktop.models.server_settings import ServerSettings
from desktop.services import purge_orders, station_keys, station_restore
from desktop.services.counter import Counter, build_counter
from desktop.services.ports import Folders
from installer.scratch_server import OWNER
from tests.servers import give_roles
from tests.services.purged import NAME, left_long_ago, purge

UNITS = Path(__file__).parents[2] / "installer"


class Place:
    """The station's database, and where its backups go."""

    def __init__(self, station: Counter, folder: Path) -> None:
        database = station.office.database
        assert isinstance(database, ServerDatabase)
        [self.host], self.name = database.settings.hosts, database.settings.database
        self.folder = folder
        self.backup = f"host={self.host} dbname={self.name} user={server_roles.BACKUP}"
        self.owner = f"host={self.host} dbname=postgres user={OWNER}"

    def run(self, *words: str) -> int:
        return station_backup.main(words)

    def make(self, *words: str) -> int:
        return self.run("make", "--dsn", self.backup, "--folder", str(self.folder), *words)

    @property
    def databases(self) -> set[str]:
        with psycopg.connect(self.owner) as owner:
            return {str(row[0]) for row in owner.execute("select datname from pg_database").fetchall()}

    @property
    def files(self) -> list[Path]:
        return sorted(self.folder.glob("*"))


@pytest.fixture
def place(roles_given: None, station: Counter, tmp_path: Path) -> Place:
    made = Place(station, tmp_path / "on-server")
    give_roles(made.host, made.name, tables=False)
    station_keys.ring(station.office)
    return made


@pytest.fixture
def restored(place: Place) -> Iterator[str]:
    """The name of a database to restore into; it is gone afterwards."""
    name = f"{place.name}_restored"
    yield name
    with psycopg.connect(place.owner, autocommit=True) as owner:
        owner.execute(f"drop database if exists {name} with (force)")


def typed(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(words + "\n"))


def test_a_timer_makes_what_is_due_and_tries_it_without_any_secret(
    place: Place, register: Any, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    register(1)
    (tmp_path / "stick").mkdir()
    assert place.make("--if-due", "--drill", "--second", str(tmp_path / "stick")) == station_backup.DONE
    said = capsys.readouterr().out
    assert "恢复演练通过" in said
    assert "person：备份时1，读回1，现在1" in said
    [made] = place.files
    assert (tmp_path / "stick" / made.name).read_bytes() == made.read_bytes()
    assert place.make("--if-due") == station_backup.DONE
    assert "不用做" in capsys.readouterr().out
    assert place.files == [made]
    assert place.run("list", "--folder", str(place.folder)) == station_backup.DONE
    assert "派出所370102006" in capsys.readouterr().out


def test_a_backup_is_checked_with_the_recovery_key_and_with_no_other(
    place: Place, station: Counter, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code = station_keys.ring(station.office).new_recovery()
    assert place.make() == station_backup.DONE
    [made] = place.files
    typed(monkeypatch, code)
    assert place.run("check", str(made)) == station_backup.DONE
    assert "测试派出所：完整" in capsys.readouterr().out
    typed(monkeypatch, "AAAAA-" * 6 + "AAAAA")
    assert place.run("check", str(made)) != station_backup.DONE
    typed(monkeypatch, code)
    made.write_bytes(made.read_bytes()[:-1])
    assert place.run("check", str(made)) == station_backup.FAILED
    assert "已损坏" in capsys.readouterr().err


def test_restored_beside_the_one_in_use_what_was_deleted_since_waits_to_be_deleted_again(
    place: Place,
    restored: str,
    station: Counter,
    template: Any,
    clerk: Any,
    register: Any,
    go: Any,
    folders: Folders,
    clock: Any,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code = station_keys.ring(station.office).new_recovery()
    left_long_ago(station, clerk, register, go)
    monkeypatch.setattr("desktop.services.ports.SystemClock.now", lambda _self: clock.now())
    assert place.make() == station_backup.DONE
    [made] = place.files
    order = purge(station, template.administrator, template.security)
    typed(monkeypatch, code)
    words = ("restore", str(made), "--dsn", place.owner, "--into", restored, "--present", place.name)
    assert place.run(*words) == station_backup.DONE
    assert "1份清除单" in capsys.readouterr().out
    typed(monkeypatch, code)
    assert place.run(*words) == station_backup.FAILED
    assert "已经存在" in capsys.readouterr().err
    with psycopg.connect(place.owner, dbname=restored) as owner:
        for role, may in (
            (server_roles.PROGRAM, True),
            (server_roles.AUDIT, False),
            (server_roles.BACKUP, False),
        ):
            for function in ("purge_trail(integer, integer, integer)", "make_years()"):
                asked = owner.execute("select has_function_privilege(%s, %s, 'execute')", [role, function])
                assert asked.fetchone() == (may,)
            asked = owner.execute("select has_database_privilege(%s, %s, 'temp')", [role, restored])
            assert asked.fetchone() == (False,)
    there = build_counter(
        ServerDatabase(ServerSettings((place.host,), restored, server_roles.PROGRAM), clock.now),
        folders,
        clock,
    )
    try:
        assert purge_orders.find(there.office.database.link, order).state is PurgeState.APPROVED
        assert NAME in _names(there)
        assert there.retention.carry_out(template.security, order).state is PurgeState.DONE
        assert NAME not in _names(there)
        assert there.trail.check(template.auditor, lambda _done, _total: None, lambda: False).faults == ()
    finally:
        there.close()


def test_a_damaged_backup_leaves_no_database_behind(
    place: Place,
    restored: str,
    station: Counter,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code = station_keys.ring(station.office).new_recovery()
    assert place.make() == station_backup.DONE
    [made] = place.files
    content = bytearray(made.read_bytes())
    content[-20] ^= 1
    made.write_bytes(content)
    typed(monkeypatch, code)
    assert place.run("restore", str(made), "--dsn", place.owner, "--into", restored) == station_backup.FAILED
    assert "已损坏" in capsys.readouterr().err
    with psycopg.connect(place.owner) as owner:
        assert owner.execute("select 1 from pg_database where datname = %s", [restored]).fetchone() is None


def test_a_file_that_nobody_wrote_down_is_restored_only_by_who_says_so(
    place: Place,
    restored: str,
    station: Counter,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code = station_keys.ring(station.office).new_recovery()
    assert place.make() == station_backup.DONE
    [made] = place.files
    with station.office.database.engine.begin() as connection:
        connection.execute(text("delete from station_backup"))
    words = ("restore", str(made), "--dsn", place.owner, "--into", restored, "--present", place.name)
    typed(monkeypatch, code)
    assert place.run(*words) == station_backup.FAILED
    assert "没有做过备份文件" in capsys.readouterr().err
    assert restored not in place.databases
    typed(monkeypatch, code)
    assert place.run(*words, "--unrecorded") == station_backup.DONE


def test_whatever_fails_no_other_database_is_taken_away(
    place: Place,
    restored: str,
    station: Counter,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code = station_keys.ring(station.office).new_recovery()
    assert place.make() == station_backup.DONE
    [made] = place.files
    longest = (restored + "x" * 63)[:63]  # the server cuts a longer name, and would mean this one
    with psycopg.connect(place.owner, autocommit=True) as owner:
        owner.execute(f"create database {longest}")
        owner.execute(f"create database {restored}")
    try:
        typed(monkeypatch, code)
        assert place.run("restore", str(made), "--dsn", place.owner, "--into", longest + "y") != 0
        assert "1至63个字节" in capsys.readouterr().err
        with (
            session(WayIn(conninfo_to_dict(place.owner))) as held,
            pytest.raises(NotPossible, match="已经存在"),
            station_restore._new(held, restored),  # it was not there when it was looked for
        ):
            raise AssertionError("never reached")
        assert {longest, restored} <= place.databases
    finally:
        with psycopg.connect(place.owner, autocommit=True) as owner:
            owner.execute(f"drop database {longest} with (force)")


def test_without_the_server_a_sentence_and_nothing_made(
    place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    away = ("--dsn", f"host={tmp_path} dbname=residence user=counter_backup")
    assert place.run("make", *away, "--folder", str(place.folder)) == station_backup.FAILED
    assert "连不上本所服务器" in capsys.readouterr().err
    assert place.run("make", "--dsn", "no such = = thing", "--folder", "x") == station_backup.WRONG
    assert not place.folder.exists()


def test_the_units_name_a_command_that_is_understood() -> None:
    service = (UNITS / "residence-backup.service").read_text("utf-8")
    [line] = [each for each in service.splitlines() if each.startswith("ExecStart=")]
    given = station_backup._parser().parse_args(shlex.split(line.partition("desktop.station_backup ")[2]))
    assert (given.command, given.if_due, given.drill) == ("make", True, True)
    assert "OnCalendar=" in (UNITS / "residence-backup.timer").read_text("utf-8")


def _names(station: Counter) -> list[str]:
    with station.office.database.engine.connect() as connection:
        return list(connection.execute(text("select name from person")).scalars())


def test_a_file_of_another_form_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "station-x.rcstation"
    for content, told in (
        (b"residence-counter backup 1\n{}", "不是本所服务器的备份文件"),
        (b"residence-counter backup 3\n{}", "更新版本"),
        (b"", "不是本所服务器的备份文件"),
        (station_file.MAGIC + b"{}\n", "已损坏"),
        (station_file.MAGIC + b"[" * 500_000 + b"\n", "已损坏"),
    ):
        path.write_bytes(content)
        assert station_backup.main(["list", "--folder", str(tmp_path)]) == station_backup.DONE
        assert told in capsys.readouterr().out
