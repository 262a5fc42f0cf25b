"""Where the station's server and its backups are, and what stands there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from desktop.models import (
    dump_programs,
)
from desktop.models.server import ServerDatabase
from desktop.models.wrapping import Cost
from desktop.services.counter import Counter

QUICK = Cost(1, 64, 1)
Register = Callable[..., Any]


def server_on(station: Counter) -> ServerDatabase:
    found = station.office.database
    assert isinstance(found, ServerDatabase)
    return found


def folder_of(station: Counter) -> Path:
    return station.office.folders.data / "backups"


def written_down(station: Counter) -> list[tuple[str, bool]]:
    with station.office.database.engine.connect() as connection:
        rows = connection.execute(text("select kind, passed from station_backup order by at, kind")).all()
        return [(row.kind, row.passed) for row in rows]


def left_behind(station: Counter) -> list[str]:
    with station.office.database.engine.connect() as connection:
        return list(
            connection.execute(text("select datname from pg_database where datname like 'drill_%'")).scalars()
        )


def programs_in(folder: Path, monkeypatch: pytest.MonkeyPatch, **scripts: str) -> None:
    """Let these scripts be found in place of PostgreSQL's programs."""
    folder.mkdir()
    for name, script in scripts.items():
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
    monkeypatch.setattr(dump_programs, "folders", lambda: (folder,))


def real(name: str) -> Path:
    return dump_programs.find(name, 9)
