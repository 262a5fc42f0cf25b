"""Where the machine alone does not open its data, the whole program asks for the secret before sign-in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from desktop.models.file_database import FileDatabase
from desktop.services.counter import Counter
from tests.end2end.locked_start import SECRET


def test_the_secret_is_asked_for_and_then_people_sign_in(station: Counter, shared_cache: Path) -> None:
    database = station.office.database
    assert isinstance(database, FileDatabase)
    database.ring.set_secret(SECRET)
    database.ring.new_recovery()
    database.ring.open_by_user(wanted=False)
    station.close()
    assert run("locked", station, shared_cache)[-1] == "in"


def test_an_administrators_day_begins_with_the_recovery_key_that_is_due(
    station: Counter, shared_cache: Path
) -> None:
    station.close()
    assert run("due", station, shared_cache)[-1] == "due"


def run(what: str, station: Counter, cache: Path) -> list[str]:
    """Start the whole program on a station's data and return what it printed."""
    data = station.office.folders.data
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "tests.end2end.locked_start", str(data), str(cache), what],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        encoding="utf-8",
        timeout=1200,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.splitlines()
