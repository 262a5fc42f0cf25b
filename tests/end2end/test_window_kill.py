"""kill -9 on the real window: the form comes back by itself, at most a second behind, with its cursor."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.services.counter import open_counter
from desktop.services.ports import Folders, SystemClock

BEHIND = 1.0
"""Seconds that a draft may be behind what was typed."""


class Session:
    """One life of the window's process."""

    def __init__(self, data: Path, cache: Path, kept: bool = False) -> None:
        words = ("kept",) if kept else ()  # whether a form has to come back
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.end2end.window_session", str(data), str(cache), *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=environment,
            cwd=Path(__file__).parents[2],
        )
        assert self._process.stdout is not None
        self._lines = self._process.stdout
        first = self._lines.readline()
        assert first, f"the window's process ended by itself: {self._process.wait()}"
        self.came_back = json.loads(first)
        self.typed: list[tuple[float, str]] = []

    def type_for(self, seconds: float) -> None:
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            line = json.loads(self._lines.readline())
            self.typed.append((line["at"], line["value"]))

    def kill(self) -> None:
        self._process.send_signal(signal.SIGKILL)
        rest, _ = self._process.communicate()
        for line in rest.splitlines():
            try:
                said = json.loads(line)
            except ValueError:  # cut off by the kill
                continue
            self.typed.append((said["at"], said["value"]))


def lives(data: Path, cache: Path, kills: int, seed: int) -> None:
    chance = random.Random(seed)
    Session(data, cache).kill()  # before anything is typed: nothing has to come back
    before: Session | None = None
    for _ in range(kills):
        session = Session(data, cache, before is not None)
        if before is not None:
            assert session.came_back is not None, "nothing came back"
            value, values = session.came_back["value"], [typed for _, typed in before.typed]
            assert value in values, f"{value} never stood in the form"
            stood = [typed for at, typed in before.typed if at <= before.typed[-1][0] - BEHIND]
            oldest = stood[-1] if stood else ""
            assert values.index(value) >= (values.index(oldest) if oldest else 0), "older than a second"
            assert session.came_back["focus"] == "road"
            assert session.came_back["cursor"] == len(value)
        session.type_for(chance.uniform(1.2, 3.0))
        session.kill()
        before = session


@pytest.fixture
def practice(tmp_path: Path, shared_cache: Path) -> Path:
    open_counter(Folders(tmp_path / "data", shared_cache), SystemClock(), practice=True).close()
    return tmp_path / "data"


def test_a_killed_window_brings_the_form_back(practice: Path, shared_cache: Path) -> None:
    lives(practice, shared_cache, kills=2, seed=20261121)


@pytest.mark.slow
def test_a_window_killed_again_and_again_brings_the_form_back(practice: Path, shared_cache: Path) -> None:
    lives(practice, shared_cache, kills=25, seed=int(time.time()))
