"""A restore drill of a file that is damaged, cut short or sealed with other keys: a sentence, and nothing stays behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.domain.errors import CounterError
from desktop.services.backup_rows import BackupRow, DrillResult
from desktop.services.counter import Counter
from desktop.services.ports import Folders
from desktop.services.rows import Actor
from tests.services.backups.making import damaged
from tests.services.conftest import on, silent

pytestmark = pytest.mark.file_only


def left(folder: Path) -> list[Path]:
    return sorted(folder.glob("drill-*"))


def test_a_drill_of_a_damaged_or_shortened_file_says_why(
    station: Counter,
    back_up: Callable[[], BackupRow],
    drill: Callable[..., DrillResult],
    folders: Folders,
    tmp_path: Path,
) -> None:
    made = back_up()
    whole = made.path.read_bytes()
    altered = tmp_path / made.path.name
    for content in damaged(whole):
        altered.write_bytes(content)
        with pytest.raises(CounterError, match="不是本程序的备份文件|已损坏或没有复制完整"):
            drill(altered)
        assert left(folders.data) == []
    altered.write_bytes(whole)
    assert drill(altered).passed


def test_a_drill_of_another_stations_file_is_not_held(
    administrator: Actor, back_up: Callable[[], BackupRow], elsewhere: Counter
) -> None:
    made = back_up()
    with pytest.raises(CounterError, match="只能在做备份的那台电脑上打开"):
        elsewhere.backups.drill(administrator, made.path, silent, on)
    assert left(elsewhere.office.folders.data) == []
