"""The database that is backed up, and the program started anew on what was restored."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.models.file_database import FileDatabase
from desktop.models.unlock import Unlock
from desktop.services.counter import Counter, open_counter
from desktop.services.ports import Folders


@pytest.fixture
def database(station: Counter) -> FileDatabase:
    found = station.office.database
    assert isinstance(found, FileDatabase)
    return found


# -- restoring -------------------------------------------------------------------------------------------
@pytest.fixture
def reopen(folders: Folders, clock: Any) -> Iterator[Callable[..., Counter]]:
    opened: list[Counter] = []

    def make(by: Unlock | None = None, where: Folders | None = None) -> Counter:
        opened.append(open_counter(where or folders, clock, practice=False, by=by))
        return opened[-1]

    yield make
    for each in opened:
        each.close()


@pytest.fixture
def elsewhere(station: Counter, shared_cache: Path, tmp_path: Path, clock: Any) -> Iterator[Counter]:
    """The program on another machine; it asks this station who may do what, for it knows nobody yet."""
    there = open_counter(Folders(tmp_path / "another machine", shared_cache), clock, practice=False)
    there.office.rights = station.office.rights
    yield there
    there.close()
