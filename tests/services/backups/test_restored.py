"""A backup takes the database's place at the next start, here or on another machine."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from desktop.domain.errors import BadInput, NotPossible
from desktop.models import backup_file, restoring
from desktop.models.file_database import FileDatabase
from desktop.models.unlock import KeysLocked, Unlock
from desktop.services.backup_rows import BackupRow
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.services.backups.making import QUICK, SECRET, Register, actions, people
from tests.services.conftest import on, silent


def test_a_restored_database_takes_its_place_at_the_next_start_and_the_old_one_is_kept(
    station: Counter,
    administrator: Actor,
    register: Register,
    back_up: Callable[[], BackupRow],
    reopen: Callable[..., Counter],
) -> None:
    register(1)
    made = back_up()
    register(2)
    station.backups.restore(administrator, made.path, silent, on)
    assert people(station) == 2
    assert station.backups.page(administrator).replaced
    station.close()
    again = reopen()
    assert people(again) == 1
    assert actions(again)[-1] == "restored_backup"
    assert not again.backups.page(administrator).replaced
    [before] = again.office.folders.data.glob("station.before-*")
    assert (before / "station.db").exists()
    result = again.backups.drill(administrator, made.path, silent, on)
    assert result.passed, result.faults
    register_again = again.backups.make(administrator, silent, on)
    assert register_again.opens


def test_restoring_is_taken_back(
    station: Counter, administrator: Actor, register: Register, back_up: Callable[[], BackupRow], reopen: Any
) -> None:
    made = back_up()
    register(1)
    station.backups.restore(administrator, made.path, silent, on)
    station.backups.give_up_restoring(administrator)
    station.close()
    assert people(reopen()) == 1


def test_a_backup_restores_on_another_machine_with_the_secret_or_the_recovery_key(
    station: Counter,
    administrator: Actor,
    database: FileDatabase,
    register: Register,
    back_up: Callable[[], BackupRow],
    reopen: Callable[..., Counter],
    elsewhere: Counter,
) -> None:
    database.ring.set_secret(SECRET, QUICK)
    code = database.ring.new_recovery(QUICK)
    register(1)
    made = back_up()
    with pytest.raises(KeysLocked):
        elsewhere.backups.restore(administrator, made.path, silent, on)
    with pytest.raises(BadInput):
        elsewhere.backups.restore(administrator, made.path, silent, on, Unlock(secret="a wrong one here"))
    elsewhere.backups.restore(administrator, made.path, silent, on, Unlock(recovery=code))
    elsewhere.close()
    other = elsewhere.office.folders
    with pytest.raises(KeysLocked):
        reopen(where=other)
    restored = reopen(Unlock(secret=SECRET), where=other)
    assert people(restored) == 1
    assert restored.office.key_box.name == station.office.key_box.name
    assert restored.seals.keys(administrator).rows


def test_a_copied_backup_without_any_secret_opens_nowhere_else(
    administrator: Actor, back_up: Callable[[], BackupRow], elsewhere: Counter
) -> None:
    made = back_up()
    with pytest.raises(NotPossible, match="只能在做备份的那台电脑上打开"):
        elsewhere.backups.open(administrator, made.path)


def test_a_backup_of_the_practice_station_is_refused(
    station: Counter, administrator: Actor, back_up: Callable[[], BackupRow], database: FileDatabase
) -> None:
    made = back_up()
    head = backup_file.read_head(made.path)
    scratch = made.path.with_suffix(".db")
    backup_file.unpack(made.path, scratch)
    backup_file.write(made.path, dataclasses.replace(head, practice=True), scratch)
    with pytest.raises(NotPossible, match="演练"):
        station.backups.restore(administrator, made.path, silent, on)
    assert database.path is not None
    assert not restoring.waiting(database.path)


@pytest.mark.parametrize("cut_at", range(1, 9))
def test_putting_it_in_place_that_is_cut_short_goes_on_at_the_next_start(
    station: Counter,
    administrator: Actor,
    register: Register,
    back_up: Callable[[], BackupRow],
    reopen: Callable[..., Counter],
    monkeypatch: pytest.MonkeyPatch,
    cut_at: int,
) -> None:
    made = back_up()
    register(1)
    station.backups.restore(administrator, made.path, silent, on)
    station.close()
    steps = [0]

    def cut(name: str) -> None:
        real = getattr(restoring.os, name)

        def step(*args: Any) -> None:
            steps[0] += 1
            if steps[0] == cut_at:
                raise KeyboardInterrupt
            real(*args)

        monkeypatch.setattr(restoring.os, name, step)

    cut("replace")
    try:
        reopen()
    except KeyboardInterrupt:
        monkeypatch.undo()
        assert people(reopen()) == 0
    else:
        assert cut_at > 1
