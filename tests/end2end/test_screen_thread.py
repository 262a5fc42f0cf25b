"""The running program refuses its own screen the database: no screen can wait for a disk unnoticed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

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
QTimer.singleShot(60_000, app.quit)
app.exec()
"""


def test_a_service_called_on_the_screens_thread_is_refused(tmp_path: Path, shared_cache: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "data"), str(shared_cache)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert "on the screen's thread: the screen's own thread asks the database" in ran.stdout
    assert "in a worker: Welcome" in ran.stdout
