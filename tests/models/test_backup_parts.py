"""A backup is written where nobody else put anything, and nobody else reads it while it is written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop.models import backup_file, station_file
from desktop.models.backup_head import new_part


def test_a_link_in_the_way_is_replaced_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    precious, part = tmp_path / "precious", tmp_path / ".backup.part"
    precious.write_text("kept")
    part.symlink_to(precious)
    with new_part(part) as file:
        file.write(b"sealed")
    assert precious.read_text() == "kept"
    assert part.read_bytes() == b"sealed"
    assert part.stat().st_mode & 0o777 == 0o600


def test_what_another_process_makes_in_between_is_not_written_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = tmp_path / ".backup.part"
    part.write_text("somebody else's")
    monkeypatch.setattr(Path, "unlink", lambda self, missing_ok: None)  # it comes back at once
    with pytest.raises(FileExistsError):
        new_part(part)
    assert part.read_text() == "somebody else's"


@pytest.mark.skipif(os.name == "nt", reason="modes are Unix's")
@pytest.mark.parametrize("kind", [backup_file, station_file])
def test_a_backup_that_is_carried_elsewhere_is_private_and_follows_no_link(
    kind: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_file, "check", lambda path: None)  # what is in it is told elsewhere
    source, target, precious = (tmp_path / name for name in ("source", "carried", "precious"))
    source.write_bytes(b"sealed" * 1_000)
    precious.write_text("kept")
    (tmp_path / ".carried.part").symlink_to(precious)
    before = os.umask(0)
    try:
        kind.carry(source, target)  # type: ignore[attr-defined]
    finally:
        os.umask(before)
    assert precious.read_text() == "kept"
    assert target.read_bytes() == source.read_bytes()
    assert target.stat().st_mode & 0o777 == 0o600
