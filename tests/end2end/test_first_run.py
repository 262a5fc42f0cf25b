"""A real station is set up from the first screen on, by keyboard, without a mark of practice, and gets an officer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_a_real_station_is_set_up_and_signed_in_to_by_two(tmp_path: Path, shared_cache: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-X",
            "utf8",
            "-m",
            "tests.end2end.first_run",
            str(tmp_path / "data"),
            str(shared_cache),
        ],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        encoding="utf-8",
        timeout=1200,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert "测试路派出所 False" in done.stdout
    assert done.stdout.endswith("True False\n")  # the officer is at work, and exports no log
    assert (tmp_path / "data" / "station.db").exists()
