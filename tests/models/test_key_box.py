from __future__ import annotations

from pathlib import Path

import pytest

from desktop.domain.errors import EnvironmentTrouble
from desktop.models.key_box import FileKeyBox


def test_a_secret_comes_out_of_its_own_box_only(tmp_path: Path) -> None:
    box, other = (FileKeyBox(tmp_path / name, create=True) for name in ("a.key", "b.key"))
    sealed = box.seal(b"private", "1a2b3c4d")
    assert FileKeyBox(tmp_path / "a.key").open(sealed, "1a2b3c4d") == b"private"
    assert b"private" not in sealed
    again = box.seal(b"private", "1a2b3c4d")
    assert again != sealed
    assert box.open(again, "1a2b3c4d") == b"private"
    assert box.name != other.name
    for wrong_box, content, what in (
        (other, sealed, "1a2b3c4d"),
        (box, sealed, "another"),
        (box, sealed[:-1], "1a2b3c4d"),
        (box, sealed[:-1] + bytes([sealed[-1] ^ 1]), "1a2b3c4d"),
        (box, b"", "1a2b3c4d"),
    ):
        with pytest.raises(ValueError, match="did not seal"):
            wrong_box.open(content, what)


def test_a_lost_key_file_is_said_to_be_lost(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentTrouble):
        FileKeyBox(tmp_path / "gone.key").seal(b"private", "x")
