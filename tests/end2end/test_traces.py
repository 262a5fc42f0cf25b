"""A whole day leaves nothing of anybody in the program's own files, whatever goes wrong in it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.log_file import LogFile
from desktop.services.counter import open_counter
from desktop.services.ports import Folders, SystemClock
from tests.end2end.traces import found_in, throw_faults, words_of


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    handler = LogFile(tmp_path / "data" / "log")
    logging.getLogger().addHandler(handler)
    yield tmp_path / "data"
    logging.getLogger().removeHandler(handler)
    if handler._file is not None:
        handler._file.close()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_faults_with_everybody_in_them_leave_nobody_in_the_log(log: Path, shared_cache: Path) -> None:
    counter = open_counter(Folders(log, shared_cache), SystemClock(), practice=True)
    words = words_of(counter)
    assert len(words) > 150
    thrown = throw_faults(counter, words[::9])  # the whole tour throws them for everybody
    counter.close()
    written = (log / "log" / "program.log").read_text("utf-8")
    assert written.count("desktop.faults: fault ") == thrown > 100
    assert found_in(log, words) == []  # nor in the database's file, which is encrypted
    (log / "log" / "crash.txt").write_text(f"… {words[0]} …", "utf-8")
    assert found_in(log, words) == [f"log/crash.txt: {words[0]}"]
