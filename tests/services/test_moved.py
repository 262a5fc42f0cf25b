from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.errors import EnvironmentTrouble
from desktop.models.home import Machine, settle, this_machine
from desktop.services.counter import Counter, open_counter
from desktop.services.ports import Folders
from desktop.services.rows import Actor

FIRST, SECOND = Machine("1" * 16, "一号机"), Machine("2" * 16, "二号机")


def test_this_machine_is_the_same_one_each_time_and_its_number_is_not_told() -> None:
    assert this_machine() == this_machine()
    machine_id = Path("/etc/machine-id")
    if machine_id.exists():
        assert machine_id.read_text().strip() not in this_machine().number


@pytest.mark.parametrize("rubbish", ["", "{}", "[]", "\x00"])
def test_a_mark_that_cannot_be_read_is_none(tmp_path: Path, rubbish: str) -> None:
    (tmp_path / "machine.json").write_text(rubbish)
    assert settle(tmp_path, FIRST) is None
    assert settle(tmp_path, SECOND) == FIRST


@pytest.mark.file_only
def test_a_copied_folder_is_told_once_by_the_second_machine_and_written_down(
    station: Counter, clerk: Actor, tmp_path: Path, clock: Any, shared_cache: Path
) -> None:
    station.moved.look(clerk, FIRST)
    station.close()
    shutil.copytree(station.office.folders.data, tmp_path / "copy")
    folders = Folders(tmp_path / "copy", shared_cache)
    there = open_counter(folders, clock, practice=False)
    with pytest.raises(EnvironmentTrouble, match="一号机"):
        there.moved.look(clerk, SECOND)
    there.moved.look(clerk, SECOND)
    with there.office.database.engine.connect() as connection:
        told = connection.execute(text("select detail from journal_entry where action = 'data_moved'"))
        assert list(told.scalars()) == ["一号机"]
    there.close()
    again = open_counter(folders, clock, practice=False)
    again.moved.look(clerk, SECOND)
    again.close()


def test_a_folder_on_a_share_is_told_each_time_the_other_machine_was_at_it(
    station: Counter, clerk: Actor
) -> None:
    data = station.office.folders.data
    assert settle(data, FIRST) is None
    assert settle(data, SECOND) == FIRST
    assert settle(data, FIRST) == SECOND
    assert settle(data, FIRST) is None
