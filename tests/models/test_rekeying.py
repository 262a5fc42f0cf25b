from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select

from desktop.models import rekeying
from desktop.models.copying import CopyStopped, faults_of, fits, opened, rekeyed_file
from desktop.models.file_database import FileDatabase
from desktop.models.opening import open_file
from desktop.models.prepared import Prepared
from desktop.models.rekeying import change_key
from desktop.models.ring_opening import key_of
from desktop.models.tables import Setting
from desktop.services.ports import SystemClock

NOW = SystemClock().now()
ADD = Prepared(insert(Setting))
ALL = Prepared(select(Setting.name))
SESSION = Path(__file__).with_name("rekeying_session.py")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "station.db"


@pytest.fixture
def database(path: Path) -> Iterator[FileDatabase]:
    opened_file = open_file(path, NOW)
    yield opened_file
    opened_file.close()


def add(database: FileDatabase, name: str) -> None:
    with database.write() as link:
        link.run(ADD, name=name, value="")


def names(database: FileDatabase) -> set[str]:
    return {row.name for row in database.link.all(ALL)}


def test_the_file_is_encrypted_anew_while_it_is_held_open(database: FileDatabase, path: Path) -> None:
    add(database, "before")
    old = database.ring.current_key()
    new = database.ring.come()
    assert change_key(database)
    assert names(database) == {"before"}
    add(database, "after")
    assert names(database) == {"before", "after"}
    assert database.ring.current_key() == new != old
    assert database.ring.coming_key is None
    assert not fits(path, old)
    database.close()
    assert key_of(path) == new
    again = open_file(path, NOW)
    assert names(again) == {"before", "after"}
    again.close()
    assert not rekeyed_file(path).exists()


def test_nothing_to_come_is_nothing_to_do(database: FileDatabase) -> None:
    old = database.ring.current_key()
    assert change_key(database)
    assert database.ring.current_key() == old


def test_what_is_stored_meanwhile_is_kept_and_the_change_waits(database: FileDatabase, path: Path) -> None:
    add(database, "before")
    old = database.ring.current_key()
    database.ring.come()
    stored: list[int] = []

    def meanwhile(done: int, _total: int) -> None:
        if not stored:
            stored.append(done)
            add(database, "meanwhile")  # another connection than the one that is being copied from

    assert not change_key(database, meanwhile)
    assert database.ring.current_key() == old
    assert names(database) == {"before", "meanwhile"}
    assert change_key(database)
    assert names(database) == {"before", "meanwhile"}


def test_whoever_is_in_the_middle_of_something_is_waited_for(database: FileDatabase) -> None:
    database.ring.come()
    with database.write():
        assert not change_key(database)
    assert change_key(database)


def test_another_process_that_reads_is_waited_for(database: FileDatabase, path: Path) -> None:
    add(database, "before")
    database.ring.come()
    with opened(path, database.ring.current_key()):
        assert not change_key(database)
    assert change_key(database)
    assert names(database) == {"before"}


def test_it_can_be_stopped(database: FileDatabase, path: Path) -> None:
    database.ring.come()
    with pytest.raises(CopyStopped):
        change_key(database, stopped=lambda: True)
    assert not rekeyed_file(path).exists()
    add(database, "after")
    assert change_key(database)


def test_a_copy_that_is_not_right_never_takes_the_place(
    database: FileDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    database.ring.come()
    old = database.ring.current_key()
    monkeypatch.setattr(rekeying, "faults_of", lambda _connection: ["a page is wrong"])
    with pytest.raises(rekeying.CopyDamaged):
        change_key(database)
    assert database.ring.current_key() == old
    assert names(database) == set()


def test_readers_and_writers_of_other_threads_go_on_all_the_time(database: FileDatabase) -> None:
    stop, faults, done = threading.Event(), list[BaseException](), list[str]()

    def work(which: int) -> None:
        try:
            number = 0
            while not stop.is_set():
                number += 1
                add(database, name := f"{which} {number}")
                assert name in names(database)
                done.append(name)
                stop.wait(0.01)
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=work, args=(which,)) for which in range(2)]
    for thread in threads:
        thread.start()
    changed = 0
    for _ in range(60):
        database.ring.come()
        changed += change_key(database)
    stop.set()
    for thread in threads:
        thread.join()
    assert faults == []
    while not change_key(database):
        pass
    assert names(database) == set(done)


@pytest.mark.parametrize("kills", [6, pytest.param(60, marks=pytest.mark.slow)])
def test_killed_at_any_moment_the_database_opens_and_has_all_of_it(path: Path, kills: int) -> None:
    chance = random.Random(6)
    promised: set[str] = set()
    changed = 0
    for kill in range(kills):
        session = subprocess.Popen(
            [sys.executable, str(SESSION), str(path), str(1000 * kill)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )
        assert session.stdout is not None
        assert session.stdout.readline() == "open\n"
        last = chance.randint(0, 9)  # three words for each change; the kill comes in the middle of one
        timer = threading.Timer(chance.uniform(0, 0.2), session.kill)
        if not last:
            timer.start()
        for said, line in enumerate(session.stdout, 1):
            if line.startswith("stored ") and line.endswith("\n"):
                promised.add(f"row {line.split()[1]}")
            changed += line == "changed\n"
            if said == last:
                timer.start()
        session.wait()
        timer.join()
        session.stdout.close()
        database = open_file(path, NOW)
        with opened(path, database.ring.current_key()) as connection:
            assert faults_of(connection) == []
        assert promised - names(database) == set()
        database.close()
    assert changed >= kills // 2


@pytest.mark.parametrize("at", ["before", "after"])
def test_cut_off_on_either_side_of_the_change_itself(
    database: FileDatabase, path: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    add(database, "kept")
    replace = os.replace

    def cut(source: Any, target: Any) -> None:
        if str(target).endswith(".db"):
            if at == "after":
                replace(source, target)
            raise KeyboardInterrupt
        replace(source, target)

    new = database.ring.come()
    old = database.ring.current_key()
    monkeypatch.setattr(os, "replace", cut)
    with pytest.raises(KeyboardInterrupt):
        change_key(database)
    monkeypatch.undo()
    database.close()
    again = open_file(path, NOW)
    assert names(again) == {"kept"}
    assert again.ring.current_key() == (new if at == "after" else old)
    again.close()
