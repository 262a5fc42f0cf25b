"""A backup is whole, and a drill brings everything back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.errors import EnvironmentTrouble, NotPossible
from desktop.models import (
    server_session,
)
from desktop.services import station_backups
from desktop.services.backup_rows import BackupRow, DrillResult
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.services.conftest import on, silent
from tests.services.station_backups.making import Register, folder_of, left_behind, written_down


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
