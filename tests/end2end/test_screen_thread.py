"""The running program refuses its own screen the database, and no step of a tour hides a job of 17 ms."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.end2end.hand import Hand, KeyTimes, breathe

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop.app import Program
from desktop.services.ports import Folders, SystemClock

app = QApplication(["residence-counter"])
program = Program(app, Folders(Path(sys.argv[1]), Path(sys.argv[2])), SystemClock(), practice=True)

def ask(_):
    try:
        program.counter().sign_in.welcome()
    except RuntimeError as error:
        print("on the screen's thread:", error)
    program.runner.run(lambda: program.counter().sign_in.welcome(), tell, tell)

def tell(answer):
    print("in a worker:", type(answer).__name__)
    program.close()
    app.quit()

program.runner.run(lambda: program.counter(), ask, ask)
QTimer.singleShot(600_000, app.quit)
app.exec()
"""


def test_a_service_called_on_the_screens_thread_is_refused(tmp_path: Path, shared_cache: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "data"), str(shared_cache)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=900,
        check=True,
    )
    assert "on the screen's thread: the screen's own thread asks the database" in ran.stdout
    assert "in a worker: Welcome" in ran.stdout


def work(milliseconds: float) -> None:
    until = time.thread_time() + milliseconds / 1000
    while time.thread_time() < until:
        pass


def test_the_hand_writes_down_a_job_of_seventeen_milliseconds(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    hand, done = Hand(window, tmp_path, KeyTimes()), []

    def heavy() -> None:
        work(17)
        done.append(None)

    with hand.step("light"):
        breathe(30)
    with hand.step("heavy"):
        QTimer.singleShot(10, heavy)
        hand.until(lambda: bool(done), "it is done")
    hand.record()
    light, heavy_step = json.loads((tmp_path / "tour.json").read_text("utf-8"))
    assert light["jobs_over_16_ms"] == []
    assert light["heaviest_job_ms"] < 16
    assert len(heavy_step["jobs_over_16_ms"]) == 1
    assert heavy_step["heaviest_job_ms"] >= 17


def test_a_job_at_the_very_end_of_a_step_is_written_down_too(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    hand = Hand(window, tmp_path, KeyTimes())
    with hand.step("heavy at its end"):
        breathe(5)
        work(17)
    assert len(hand.steps[-1].jobs_over_16_ms) == 1
