"""The command that backs up a station's server: what it does not take on its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop import station_backup


@pytest.mark.parametrize("dsn", ["dbname=x user=y password=quiet", "postgresql://y:quiet@127.0.0.1/x"])
def test_a_password_that_everybody_could_read_is_refused(
    dsn: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["make", "--dsn", dsn, "--folder", str(tmp_path)]
    assert station_backup.main(words) == station_backup.WRONG
    told = capsys.readouterr().err
    assert "pgpass" in told
    assert "quiet" not in told
    assert list(tmp_path.iterdir()) == []


def test_a_connection_that_cannot_be_read_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert station_backup.main(["make", "--dsn", "host", "--folder", "x"]) == station_backup.WRONG
    assert "--dsn" in capsys.readouterr().err
