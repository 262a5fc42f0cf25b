"""The program itself, started again after a move, is on the station's server."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.services.counter import STATION_FILE, Counter
from desktop.services.move_rows import StationKey
from desktop.services.rows import Actor
from tests.services.move.desk import Desk, move

ROOT = Path(__file__).parents[3]
START = """
import sys
import threading
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop.app import Program
from desktop.services.ports import Folders, SystemClock
app = QApplication(sys.argv[:1])
program = Program(app, Folders(Path(sys.argv[1]), Path(sys.argv[2])), SystemClock())
def ask():
    welcome = program.counter().sign_in.welcome()
    print(welcome.station.name, welcome.counters[0], program.counter().backups.served)
worker = threading.Thread(target=ask)
worker.start()
worker.join()
program.close()
"""


@pytest.mark.slow
def test_the_program_started_again_is_on_the_server(
    station: Counter, boss: Actor, here: Desk, there: Desk, key: StationKey
) -> None:
    here.register(1)
    folders = station.office.folders
    station.office.rights.seat(boss)
    entered = station.move_to_station.enter(boss, key)
    result = move(station, boss, entered)
    station.move_to_station.leave(boss, entered)
    station.close()
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", START, str(folders.data), str(folders.cache)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=600,
    )
    assert done.stdout.split() == ["测试派出所", "9", "True"], done.stderr
    assert not (folders.data / STATION_FILE).exists()
    assert result.archive.exists()
