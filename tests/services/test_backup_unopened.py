"""A counter's database that does not open any more comes back from a backup, though nobody can sign in to ask for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.errors import BadInput, EnvironmentTrouble, NotPossible, sentence
from desktop.models import backup_file, restoring
from desktop.models.file_database import FileDatabase
from desktop.models.unlock import KeysLocked, Unlock
from desktop.models.wrapping import Cost
from desktop.services import backup_unopened, unopened_tries
from desktop.services.backup_rows import BackupRow
from desktop.services.counter import Counter, open_counter
from desktop.services.ports import Folders
from tests.services.conftest import on, silent

ROOT = Path(__file__).parents[2]
QUICK = Cost(1, 64, 1)
SECRET = "four quiet words here"
NAME, PASSWORD = "boss", "test-pass-3"


@pytest.fixture
def made(station: Counter, register: Callable[..., Any], back_up: Callable[[], BackupRow]) -> BackupRow:
    """A backup with one person in it; one more was registered after it, and the program has ended."""
    database = station.office.database
    assert isinstance(database, FileDatabase)
    database.ring.set_secret(SECRET, QUICK)
    register(1)
    row = back_up()
    register(2)
    station.close()
    return row


@pytest.fixture
def torn(made: BackupRow, folders: Folders) -> bytes:
    """What a power cut or a bad disk left of the database."""
    del made
    file = folders.data / "station.db"
    left = file.read_bytes()[:40_000]
    file.write_bytes(left)
    for log in folders.data.glob("station.db-*"):
        log.unlink()
    return left


@pytest.fixture
def start(folders: Folders, clock: Any) -> Iterator[Callable[..., Counter]]:
    opened: list[Counter] = []

    def attempt(by: Unlock | None = None) -> Counter:
        opened.append(open_counter(folders, clock, practice=False, by=by))
        assert opened[-1].office.station() is not None
        return opened[-1]

    yield attempt
    for each in opened:
        each.close()


def asked(counter: Counter, words: str) -> list[Any]:
    with counter.office.database.engine.connect() as connection:
        return list(connection.execute(text(words)).scalars())


def restore(
    folders: Folders,
    clock: Any,
    path: Path,
    by: Unlock | None = None,
    password: str = PASSWORD,
    name: str = NAME,
) -> backup_unopened.Waiting:
    return backup_unopened.restore(folders, clock, path, by, name, password, silent, on)


def test_what_does_not_open_is_replaced_at_the_next_start_and_kept(
    made: BackupRow, torn: bytes, folders: Folders, clock: Any, start: Callable[..., Counter]
) -> None:
    with pytest.raises(EnvironmentTrouble):
        start()
    [found] = backup_unopened.shelf(folders)
    assert found.path == made.path
    waiting = restore(folders, clock, found.path)
    assert (waiting.station_name, waiting.people) == ("测试派出所", 1)
    assert (folders.data / "station.db").read_bytes() == torn
    assert backup_unopened.is_waiting(folders)
    back = start()
    assert asked(back, "select count(*) from person") == [1]
    assert asked(back, "select action from journal_entry where counter_number = 1 order by sequence")[-1] == (
        "restored_backup"
    )
    [before] = folders.data.glob("station.before-*")
    assert (before / "station.db").read_bytes() == torn


def test_with_the_keys_gone_too_the_secret_opens_it(
    made: BackupRow, torn: bytes, folders: Folders, clock: Any, start: Callable[..., Counter]
) -> None:
    del torn
    for name in ("station.keys", "station.keys2", "station.user"):
        (folders.data / name).unlink()
    with pytest.raises(KeysLocked):
        restore(folders, clock, made.path)
    with pytest.raises(BadInput):
        restore(folders, clock, made.path, Unlock(secret="four other words here"))
    restore(folders, clock, made.path, Unlock(secret=SECRET))
    with pytest.raises(KeysLocked):
        start()
    assert asked(start(Unlock(secret=SECRET)), "select count(*) from person") == [1]


@pytest.mark.parametrize(
    ("name", "password"),
    [(NAME, "test-pass-1"), ("one", "test-pass-1"), ("safe", "test-pass-6"), ("nobody", PASSWORD), ("", "")],
)
def test_only_a_system_administrator_as_the_backup_knows_them_restores(
    made: BackupRow, torn: bytes, folders: Folders, clock: Any, name: str, password: str
) -> None:
    with pytest.raises(BadInput, match="登录名或密码不对"):
        restore(folders, clock, made.path, None, password, name)
    assert not backup_unopened.is_waiting(folders)
    assert not restoring.coming_folder(folders.data / "station.db").exists()
    assert (folders.data / "station.db").read_bytes() == torn


def test_wrong_tries_make_the_next_ones_wait_whatever_is_typed_then(
    made: BackupRow, torn: bytes, folders: Folders, clock: Any
) -> None:
    del torn
    counted = unopened_tries.file_of(folders.data / "station.db")
    for _ in range(4):
        with pytest.raises(BadInput):
            restore(folders, clock, made.path, None, "wrong-pass-9")
    with pytest.raises(NotPossible, match="还要等1分钟"):
        restore(folders, clock, made.path, None, "wrong-pass-9", "nobody")
    assert json.loads(counted.read_text())["tries"] == 5
    with pytest.raises(NotPossible, match="还要等"):
        restore(folders, clock, made.path)
    assert not backup_unopened.is_waiting(folders)
    clock.moment += timedelta(minutes=2)
    restore(folders, clock, made.path)
    assert backup_unopened.is_waiting(folders)
    assert not counted.exists()


def test_a_wrong_secret_is_a_try_and_a_damaged_backup_is_none(
    made: BackupRow, torn: bytes, folders: Folders, clock: Any
) -> None:
    del torn
    counted = unopened_tries.file_of(folders.data / "station.db")
    for name in ("station.keys", "station.keys2", "station.user"):
        (folders.data / name).unlink()
    with pytest.raises(KeysLocked):
        restore(folders, clock, made.path)
    assert not counted.exists()
    with pytest.raises(BadInput):
        restore(folders, clock, made.path, Unlock(secret="four other words here"))
    assert json.loads(counted.read_text())["tries"] == 1
    made.path.write_bytes(made.path.read_bytes()[:-5000] + bytes(5000))
    with pytest.raises((NotPossible, backup_file.BackupDamaged)):
        restore(folders, clock, made.path, Unlock(secret=SECRET))
    assert json.loads(counted.read_text())["tries"] == 1


def test_each_further_wrong_try_waits_twice_as_long_and_a_clock_set_back_gains_nothing(
    tmp_path: Path, clock: Any
) -> None:
    place = tmp_path / "station.db"

    def wrong() -> None:
        raise BadInput("password", sentence("errors", "密码不对。"))

    def tried() -> str:
        with pytest.raises((BadInput, NotPossible)) as told:
            unopened_tries.judged(place, clock, wrong)
        return str(told.value.message)

    for minutes in (0, 0, 0, 0, 1, 2, 4, 8, 16, 30, 30):
        told = tried()
        assert f"还要等{minutes}分钟" in told if minutes else told == "密码不对。"
        clock.moment += timedelta(minutes=minutes, seconds=1)
    tried()
    clock.moment += timedelta(seconds=10)
    assert "还要等29分50秒" in tried()
    clock.moment -= timedelta(days=2)
    assert "还要等30分钟" in tried()
    clock.moment += timedelta(minutes=29)
    with pytest.raises(NotPossible):
        unopened_tries.judged(place, clock, lambda: None)
    clock.moment += timedelta(minutes=2)
    unopened_tries.judged(place, clock, lambda: None)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"x",
        b"[]",
        b'{"tries": 0, "last_at": "2026-11-20T10:00:00+08:00"}',
        b'{"tries": true, "last_at": "2026-11-20T10:00:00+08:00"}',
        b'{"tries": 1, "last_at": "2026-11-20T10:00:00"}',
        b'{"tries": 1, "last_at": 5}',
        b"[" * 100_000,
    ],
)
def test_a_count_that_nobody_wrote_is_waited_for_once(tmp_path: Path, clock: Any, content: bytes) -> None:
    place = tmp_path / "station.db"
    unopened_tries.file_of(place).write_bytes(content)
    for _ in range(2):
        with pytest.raises(NotPossible, match="还要等"):
            unopened_tries.judged(place, clock, lambda: None)
    clock.moment += timedelta(minutes=2)
    unopened_tries.judged(place, clock, lambda: None)


def test_where_nothing_can_be_counted_nothing_is_tried(tmp_path: Path, clock: Any) -> None:
    place = tmp_path / "station.db"
    unopened_tries.file_of(place).mkdir()
    done: list[int] = []
    with pytest.raises(EnvironmentTrouble, match=r"station\.tries"):
        unopened_tries.judged(place, clock, lambda: done.append(1))
    assert done == []


def test_a_damaged_backup_changes_nothing(made: BackupRow, torn: bytes, folders: Folders, clock: Any) -> None:
    whole = made.path.read_bytes()
    made.path.write_bytes(whole[:-5000] + bytes(5000))
    with pytest.raises((NotPossible, backup_file.BackupDamaged)):
        restore(folders, clock, made.path)
    assert not backup_unopened.is_waiting(folders)
    assert (folders.data / "station.db").read_bytes() == torn


def test_a_window_on_the_server_is_sent_there(made: BackupRow, folders: Folders, clock: Any) -> None:
    (folders.data / "server.toml").write_text("", "utf-8")
    with pytest.raises(NotPossible, match="station_backup restore"):
        restore(folders, clock, made.path)


def test_the_command_lists_and_restores(
    made: BackupRow, torn: bytes, folders: Folders, start: Callable[..., Counter]
) -> None:
    del torn

    def run(*words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-X", "utf8", "-m", "desktop.counter_backup", *words],
            cwd=ROOT,
            env={
                **os.environ,
                "RESIDENCE_COUNTER_DATA": str(folders.data),
                "RESIDENCE_COUNTER_CACHE": str(folders.cache),
            },
            input=typed,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
        )

    assert str(made.path) in run("list").stdout
    wrong = run("restore", str(made.path), typed=f"{NAME}\nwrong-pass-9\n")
    assert (wrong.returncode, "登录名或密码不对" in wrong.stderr) == (2, True)
    assert run("restore", str(made.path)).returncode == 2
    assert run("restore", str(folders.data / "station.db"), typed=f"{NAME}\n{PASSWORD}\n").returncode == 1
    done = run("restore", str(made.path), typed=f"{NAME}\n{PASSWORD}\n")
    assert done.returncode == 0, done.stderr
    assert "测试派出所" in done.stdout
    assert "执行完的有0份。" in done.stdout
    assert "以后执行的清除单，这里一份也不知道" in done.stdout
    assert "Traceback" not in wrong.stderr + done.stderr
    assert asked(start(), "select count(*) from person") == [1]
