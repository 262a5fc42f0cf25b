"""Fixtures for everything with widgets: a themed program, and the runner that answers at once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desktop.services.counter import Counter, open_counter
from desktop.services.ports import Clock, Folders
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.kit.theme import Look


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform remarks on what it leaves out (size hints, raising); no fault of ours."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    """The program's look, light and at 100 %."""
    made = Look(qapp)
    made.use("light", 100)
    yield made
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what is closed is not dressed anew first
    qapp.setStyleSheet("")


@pytest.fixture
def inline() -> Inline:
    """The runner that answers at once."""
    return Inline()


@dataclass
class _Morning:
    """10:00 at the station on the Friday that the shared `clock` begins with."""

    moment: datetime = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)

    def now(self) -> datetime:
        self.moment += timedelta(milliseconds=1)
        return self.moment


@pytest.fixture(scope="session")
def practice_station(tmp_path_factory: pytest.TempPathFactory, shared_cache: Path) -> tuple[Path, Actor]:
    """A filled practice station to copy, and its first clerk at counter 2."""
    data = tmp_path_factory.mktemp("practice")
    counter = open_counter(Folders(data, shared_cache), _Morning(), practice=True)
    actor = counter.sign_in.sign_in("wangfang", "yanlian-01", 2)
    counter.close()
    return data, actor


@pytest.fixture
def counter(practice_station: tuple[Path, Actor], folders: Folders, clock: Clock) -> Iterator[Counter]:
    """A practice station of its own for one test, with its first clerk signed in."""
    shutil.copytree(practice_station[0], folders.data)
    made = open_counter(folders, clock, practice=True)
    made.office.rights.seat(practice_station[1])
    yield made
    made.close()


@pytest.fixture
def actor(practice_station: tuple[Path, Actor]) -> Actor:
    """Clerk 演练 王芳 at counter 2."""
    return practice_station[1]
