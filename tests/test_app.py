"""The program as it is started: folders that cannot be used, a second start, a broken database."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# A message box would wait for ever: what it says is printed instead, and the program goes on.
START = textwrap.dedent(
    """
    import sys
    from PySide6.QtWidgets import QMessageBox
    QMessageBox.critical = lambda *words: print(words[2], flush=True)
    from desktop.app import run
    sys.exit(run(["residence-counter"]))
    """
)


def start(data: Path, cache: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "RESIDENCE_COUNTER_DATA": str(data),
        "RESIDENCE_COUNTER_CACHE": str(cache),
    }
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-c", START],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
    )


def test_a_data_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path, shared_cache: Path) -> None:
    (tmp_path / "file").write_text("")
    done = start(tmp_path / "file" / "data", shared_cache)
    assert done.returncode == 1
    assert "请管理员检查权限" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_cache_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = start(tmp_path / "data", tmp_path / "file" / "cache")
    assert done.returncode == 1
    assert "字体" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_second_program_on_the_same_data_is_sent_to_the_first(tmp_path: Path, shared_cache: Path) -> None:
    from PySide6.QtCore import QLockFile

    data = tmp_path / "data"
    data.mkdir()
    lock = QLockFile(str(data / "program.lock"))
    assert lock.tryLock(100)
    try:
        done = start(data, shared_cache)
    finally:
        lock.unlock()
    assert done.returncode == 1
    assert "已经打开" in done.stdout


@pytest.mark.parametrize("text", ["", "not json", '{"language": "xx", "theme": 3, "size": "big"}', "[]"])
def test_preferences_that_cannot_be_read_fall_back(tmp_path: Path, text: str) -> None:
    from desktop.ui.kit.preferences import Preferences

    path = tmp_path / "preferences.json"
    path.write_text(text)
    assert Preferences.read(path) == Preferences()
    Preferences("en", "dark", 150).write(path)
    assert Preferences.read(path) == Preferences("en", "dark", 150)
