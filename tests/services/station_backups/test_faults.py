"""Whatever goes wrong while one is made leaves nothing that stands, and is told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest

from desktop.domain.errors import CounterError, EnvironmentTrouble, NotPossible
from desktop.models import (
    dump_programs,
    sealed_stream,
    server_session,
)
from desktop.models.backup_file import BackupDamaged
from desktop.services import station_backups, station_making
from desktop.services.backup_making import Stopped
from desktop.services.backup_rows import BackupRow, DrillResult
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.services.conftest import on, silent
from tests.services.station_backups.making import (
    folder_of,
    left_behind,
    programs_in,
    real,
    server_on,
    written_down,
)


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
