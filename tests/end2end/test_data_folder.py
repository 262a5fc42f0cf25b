"""The data folder as the world leaves it: full, half copied, mixed from two copies, its files taken away."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.errors import EnvironmentTrouble
from desktop.services.counter import Counter, open_counter
from desktop.services.ports import Folders
from desktop.services.rows import Actor

ROOT = Path(__file__).parents[2]


def test_a_disk_that_runs_full_is_told_and_nothing_is_lost(tmp_path: Path, shared_cache: Path) -> None:
    """On a real small disk: a form, a backup, keys, the trail and a first start meet it full, and go on after."""
    disk = tmp_path / "disk"
    disk.mkdir()
    # whoever is root needs no user's namespace, and inside a changed root gets none
    apart = ["unshare", "-m", "--propagation", "unchanged"] if os.geteuid() == 0 else ["unshare", "-rm"]
    done = subprocess.run(
        [*apart, sys.executable, "-X", "utf8", "-m", "tests.end2end.full_disk", disk, shared_cache],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=1200,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "told by the form",
        "nothing half done",
        "goes on",
        "told at the start",
    ]


@pytest.fixture
def left(station: Counter, clerk: Actor, tmp_path: Path) -> Path:
    """A folder as a station left it."""
    del clerk
    station.close()
    copy = tmp_path / "left"
    shutil.copytree(station.office.folders.data, copy)
    return copy


@pytest.fixture
def start(shared_cache: Path, clock: Any) -> Callable[[Path], str]:
    """Open a folder as the program does; give the sentence, or "" when it opens."""

    def attempt(data: Path) -> str:
        try:
            counter = open_counter(Folders(data, shared_cache), clock, practice=False)
        except EnvironmentTrouble as error:
            return str(error)
        try:
            assert counter.office.station() is not None
            with counter.office.database.engine.connect() as connection:
                assert connection.execute(text("pragma integrity_check")).scalar_one() == "ok"
        except EnvironmentTrouble as error:
            return str(error)
        finally:
            counter.close()
        return ""

    return attempt


@pytest.mark.parametrize("kept", [0.0, 0.02, 0.5, 0.97])
def test_a_half_copied_database_is_told_and_left_as_it_is(
    left: Path, start: Callable[[Path], str], kept: float
) -> None:
    file = left / "station.db"
    whole = file.read_bytes()
    length = int(len(whole) * kept) // 4096 * 4096 + (1000 if kept else 0)
    file.write_bytes(whole[:length])
    assert "请" in start(left)
    assert file.read_bytes() == whole[:length]
    file.write_bytes(whole)
    for log in left.glob("station.db-*"):
        log.unlink()
    assert start(left) == ""


@pytest.mark.parametrize(
    "missing", [("station.keys",), ("station.keys2",), ("station.keys", "station.keys2"), ("station.user",)]
)
def test_a_copy_without_some_of_its_key_files(
    left: Path, start: Callable[[Path], str], missing: tuple[str, ...]
) -> None:
    aside = left.parent / "aside"
    aside.mkdir()
    for name in missing:
        shutil.move(left / name, aside / name)
    said = start(left)
    if missing in (("station.keys",), ("station.keys2",)):
        assert said == ""  # the other one has it all
        return
    assert "密钥" in said
    for name in missing:
        shutil.move(aside / name, left / name)
    assert start(left) == ""


def test_files_of_two_copies_mixed_are_told(
    left: Path, start: Callable[[Path], str], shared_cache: Path, tmp_path: Path, clock: Any
) -> None:
    other = tmp_path / "other"
    open_counter(Folders(other, shared_cache), clock, practice=False).close()
    mixed = tmp_path / "mixed"
    shutil.copytree(left, mixed)
    shutil.copy2(other / "station.db", mixed / "station.db")
    assert "与密钥文件不匹配" in start(mixed)
    assert start(left) == ""


def test_a_log_of_another_copy_is_never_taken_for_its_own(
    left: Path, start: Callable[[Path], str], shared_cache: Path, tmp_path: Path, clock: Any
) -> None:
    """SQLite's log has a salt; a log of another file, under another key, is not read into this one."""
    other = tmp_path / "other"
    busy = open_counter(Folders(other, shared_cache), clock, practice=False)
    with busy.office.database.engine.begin() as connection:
        connection.exec_driver_sql("create table words (word text)")
    for name in ("station.db-wal", "station.db-shm"):
        shutil.copy2(other / name, left / name)
    busy.close()
    whole = (left / "station.db").read_bytes()
    assert "不属于这个数据库" in start(left)
    assert (left / "station.db").read_bytes() == whole
    shutil.move(left / "station.db-wal", tmp_path / "aside")
    assert start(left) == ""


def test_a_database_that_is_gone_is_not_begun_anew(left: Path, start: Callable[[Path], str]) -> None:
    shutil.move(left / "station.db", left.parent / "aside.db")
    assert "不见了" in start(left)
    assert not (left / "station.db").exists()
    shutil.move(left.parent / "aside.db", left / "station.db")
    assert start(left) == ""
