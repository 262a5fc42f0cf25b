"""A backup is whole and private, made when it is due, and tried."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Any

import pytest
from sqlalchemy import text

from desktop.domain.backups import BackupPlan, is_due
from desktop.domain.errors import BadInput, CounterError, EnvironmentTrouble, NotPossible
from desktop.models import backup_file
from desktop.services import backup_making
from desktop.services.backup_making import Stopped
from desktop.services.backup_rows import BackupRow, DrillResult
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.services.backups.making import Register, actions, people
from tests.services.conftest import on, silent


# -- making ----------------------------------------------------------------------------------------------
def test_a_backup_is_whole_private_and_written_down(
    station: Counter, administrator: Actor, register: Register, back_up: Callable[[], BackupRow]
) -> None:
    register(1)
    assert station.backups.page(administrator).overdue
    made = back_up()
    page = station.backups.page(administrator)
    assert [row.path for row in page.rows] == [made.path]
    assert page.last == made.made_at
    assert not page.overdue
    assert page.failed is None
    assert made.path.stat().st_mode & 0o077 == 0
    assert actions(station)[-1] == "make_backup"
    assert list(made.path.parent.iterdir()) == [made.path]


def test_others_register_while_it_is_made(
    station: Counter, administrator: Actor, register: Register, drill: Callable[..., DrillResult]
) -> None:
    for serial in range(1, 4):
        register(serial)
    done: list[int] = []

    def meanwhile(_at: int, _total: int) -> None:
        if not done:
            done.append(1)
            register(9)

    made = station.backups.make(administrator, meanwhile, on)
    assert people(station) == 4
    result = drill(made.path)
    assert result.passed, result.faults
    [counted] = [one for one in result.counts if one.table == "person"]
    assert (counted.written, counted.found, counted.now) == (3, 3, 4)


def test_it_can_be_stopped_and_leaves_nothing(station: Counter, administrator: Actor) -> None:
    with pytest.raises(Stopped):
        station.backups.make(administrator, silent, lambda: True)
    assert list((station.office.folders.data / "backups").iterdir()) == []


def test_a_backup_goes_to_the_second_folder_too_and_a_vanished_one_is_told(
    station: Counter, administrator: Actor, tmp_path: Path, back_up: Callable[[], BackupRow], clock: Any
) -> None:
    stick = tmp_path / "stick"
    with pytest.raises(BadInput) as wrong:
        station.backups.set_plan(administrator, "18", "14", "8", str(stick))
    assert wrong.value.field == "second"
    stick.mkdir()
    station.backups.set_plan(administrator, "18", "14", "8", str(stick))
    made = back_up()
    assert (stick / made.path.name).read_bytes() == made.path.read_bytes()
    shutil.rmtree(stick)
    clock.moment += timedelta(hours=1)
    again = back_up()
    page = station.backups.page(administrator)
    assert again.path.exists()
    assert page.last == again.made_at
    assert page.failed is None
    assert "没有写成" in str(page.second_failed)
    stick.mkdir()
    clock.moment += timedelta(hours=1)
    back_up()
    assert station.backups.page(administrator).second_failed is None


def test_a_stick_that_vanishes_half_way_leaves_the_one_here_and_no_half_one_there(
    station: Counter,
    administrator: Actor,
    tmp_path: Path,
    back_up: Callable[[], BackupRow],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    station.backups.set_plan(administrator, "18", "14", "8", str(stick))

    def half(source: IO[bytes], target: IO[bytes], _size: int) -> None:
        content = source.read()
        target.write(content[: len(content) // 2])
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(backup_file.shutil, "copyfileobj", half)
    made = back_up()
    assert made.path.exists()
    assert not list(stick.iterdir())
    assert "Input/output error" in str(station.backups.page(administrator).second_failed)


@pytest.mark.parametrize("keep", [0, 1, 200])
def test_a_half_copied_file_is_no_backup(
    station: Counter, administrator: Actor, back_up: Callable[[], BackupRow], keep: int
) -> None:
    made = back_up()
    whole = made.path.read_bytes()
    made.path.write_bytes(whole[: len(whole) - 4096] if keep == 200 else whole[:keep])
    page = station.backups.page(administrator)
    assert page.rows == ()
    assert page.last is None
    with pytest.raises(CounterError, match=r"备份"):
        station.backups.open(administrator, made.path)


def test_every_flipped_byte_is_found(back_up: Callable[[], BackupRow]) -> None:
    made = back_up()
    whole = made.path.read_bytes()
    for place in (*range(0, 400, 7), *range(5_000, len(whole), len(whole) // 40)):
        damaged = bytearray(whole)
        damaged[place] ^= 1
        made.path.write_bytes(damaged)
        with pytest.raises(CounterError):
            backup_file.check(made.path)
    made.path.write_bytes(whole)
    backup_file.check(made.path)


def test_a_damaged_database_is_not_backed_up_over_good_ones(
    station: Counter, administrator: Actor, back_up: Callable[[], BackupRow], monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up()
    monkeypatch.setattr(backup_making, "faults_of", lambda _connection: ["row 1 missing from index"])
    with pytest.raises(EnvironmentTrouble, match="数据库有损坏"):
        back_up()
    page = station.backups.page(administrator)
    assert len(page.rows) == 1
    assert "数据库有损坏" in str(page.failed)
    assert actions(station)[-1] == "backup_failed"


def test_old_ones_go_as_the_plan_says_and_foreign_files_stay(
    station: Counter, administrator: Actor, back_up: Callable[[], BackupRow], clock: Any
) -> None:
    station.backups.set_plan(administrator, "18", "3", "2", "")
    folder = station.office.folders.data / "backups"
    for _ in range(20):
        clock.moment += timedelta(days=1)
        back_up()
    (folder / "station-foreign.rcbackup").write_bytes(b"something else")
    clock.moment += timedelta(hours=1)
    back_up()
    days = [row.made_at.date() for row in station.backups.page(administrator).rows]
    today = clock.moment.date()
    assert days[:3] == [today - timedelta(days=ago) for ago in range(3)]
    assert len(days) == 4  # and the last one of the week before
    assert (folder / "station-foreign.rcbackup").exists()


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("hour", ("24", "14", "8", "")),
        ("hour", ("", "14", "8", "")),
        ("daily", ("18", "0", "8", "")),
        ("daily", ("18", "九", "8", "")),
        ("weekly", ("18", "14", "-1", "")),
    ],
)
def test_a_plan_out_of_bounds_is_told(
    station: Counter, administrator: Actor, field: str, typed: tuple[str, str, str, str]
) -> None:
    with pytest.raises(BadInput) as wrong:
        station.backups.set_plan(administrator, *typed)
    assert wrong.value.field == field
    assert station.backups.page(administrator).plan == BackupPlan()


def test_the_one_that_is_due_is_made_once_by_whoever_is_there(
    station: Counter, clerk: Actor, clock: Any
) -> None:
    assert station.backups.due()
    assert station.backups.make_due(clerk, on) is not None
    assert not station.backups.due()
    assert station.backups.make_due(clerk, on) is None
    clock.moment = clock.moment.replace(hour=10, minute=1)  # 18:01 at the station
    assert station.backups.due()
    clock.moment -= timedelta(days=3)  # set back: what was made lies in the future
    assert station.backups.due()
    assert station.backups.make_due(clerk, on) is not None
    assert not station.backups.due()


def test_one_that_failed_is_not_tried_again_at_once(
    station: Counter, clerk: Actor, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_making, "faults_of", lambda _connection: ["a fault"])
    with pytest.raises(EnvironmentTrouble):
        station.backups.make_due(clerk, on)
    assert not station.backups.due()
    clock.moment += timedelta(hours=1)
    assert station.backups.due()


# -- trying ----------------------------------------------------------------------------------------------
def test_a_drill_counts_everything_and_walks_the_trail(
    station: Counter, register: Register, back_up: Callable[[], BackupRow], drill: Callable[..., DrillResult]
) -> None:
    register(1)
    made = back_up()
    register(2)
    result = drill(made.path)
    assert result.passed, result.faults
    assert result.entries > 5
    assert result.chains >= 2
    assert not list(station.office.folders.data.glob("drill-*"))
    assert actions(station)[-1] == "try_backup"


def test_a_drill_finds_a_trail_that_was_changed_here_since(
    station: Counter, register: Register, back_up: Callable[[], BackupRow], drill: Callable[..., DrillResult]
) -> None:
    register(1)
    made = back_up()
    with station.office.database.engine.begin() as connection:
        for (name,) in connection.execute(
            text("select name from sqlite_master where type = 'trigger'")
        ).all():
            connection.execute(text(f"drop trigger {name}"))
        connection.execute(
            text(
                "update journal_entry set hash = :hash where counter_number = 3 and sequence ="
                " (select max(sequence) from journal_entry where counter_number = 3)"
            ),
            {"hash": "f" * 64},
        )
    result = drill(made.path)
    assert any("3号窗口" in str(fault) and "不同" in str(fault) for fault in result.faults)


def test_a_drill_needs_the_right(station: Counter, clerk: Actor, back_up: Callable[[], BackupRow]) -> None:
    made = back_up()
    with pytest.raises(NotPossible):
        station.backups.drill(clerk, made.path, silent, on)


# -- the day it is due -----------------------------------------------------------------------------------
def test_when_one_is_due() -> None:
    plan = BackupPlan(hour=18)

    def at(day: int, hour: int, minute: int = 0) -> datetime:
        return datetime(2026, 11, day, hour, minute, tzinfo=UTC) - timedelta(hours=8)

    assert is_due(at(20, 9), None, plan, None)
    assert not is_due(at(20, 9), at(19, 18, 5), plan, None)
    assert not is_due(at(20, 17, 59), at(19, 18, 5), plan, None)
    assert is_due(at(20, 18), at(19, 18, 5), plan, None)
    assert not is_due(at(20, 18), at(20, 17, 10), plan, None)  # it was made when the day was closed
    assert is_due(at(20, 17, 10), at(19, 18, 5), plan, at(20, 17, 5))
    assert is_due(at(23, 9), at(20, 9), plan, None)  # nobody was there at the hour
