"""Whoever else has an account on the machine finds every file and folder of the program closed."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from desktop.folders import keep_to_oneself

ROOT = Path(__file__).parents[2]

# A desktop whose umask shuts nobody out; the program is closed when its own files have all been made.
RUN = textwrap.dedent(
    """
    import logging, os, sys
    from pathlib import Path
    os.umask(0)
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from desktop.app import run
    from desktop.ui.main_window import MainWindow
    data = Path(os.environ["RESIDENCE_COUNTER_DATA"])
    started = []

    def look():
        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
        if not windows or not (data / "running").exists():
            return
        if not started:
            started.append(True)
            logging.getLogger("desktop.faults").error("looked at")
            windows[0].looks_changed.emit()
        elif (data / "preferences.json").exists() and (data / "log" / "program.log").exists():
            for folder in (data, Path(os.environ["RESIDENCE_COUNTER_CACHE"])):
                for path in (folder, *folder.rglob("*")):
                    print(oct(path.lstat().st_mode & 0o777), path.name, flush=True)
            timer.stop()
            windows[0].close()

    exec_ = QApplication.exec
    def begin(*_):
        global timer
        timer = QTimer()
        timer.timeout.connect(look)
        timer.start(50)
        return exec_()
    QApplication.exec = begin
    sys.exit(run(["residence-counter"]))
    """
)


@pytest.mark.skipif(sys.platform == "win32", reason="there a profile is its user's by itself")
def test_nothing_the_program_makes_can_be_read_or_written_by_others(tmp_path: Path) -> None:
    data, cache = tmp_path / "data", tmp_path / "cache"
    data.mkdir()
    data.chmod(0o777)  # made beforehand, by a script that did not think of it
    told = {"RESIDENCE_COUNTER_DATA": str(data), "RESIDENCE_COUNTER_CACHE": str(cache)}
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", RUN],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **told},
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    modes = dict(reversed(line.split(" ", 1)) for line in done.stdout.splitlines())
    assert {"data", "cache", "practice.db", "practice.keys", "preferences.json", "program.log"} <= set(modes)
    for part in (data, cache):
        assert modes[part.name] == "0o700"
    fonts = {name for name in modes if name.endswith((".ttf", ".otf", ".ttc"))}
    """Everybody's, inside a folder that is the user's."""
    open_ones = {name: mode for name, mode in modes.items() if int(mode, 8) & 0o077 and name not in fonts}
    assert open_ones == {}


@pytest.mark.skipif(sys.platform == "win32", reason="there a profile is its user's by itself")
def test_a_folder_that_cannot_be_closed_does_not_keep_the_program_from_starting(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    before = os.umask(0o022)
    try:
        keep_to_oneself(tmp_path / "file" / "data")
    finally:
        os.umask(before)
