"""A small day's trail, exported by the administrator, with the station's public keys beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.services import journal
from desktop.services.counter import Counter
from desktop.services.day_log import LogFormat, LogRequest
from desktop.services.journal import Happening
from desktop.services.rows import Actor

DAY = date(2026, 11, 20)
Export = Callable[..., Path]


@pytest.fixture
def look(station: Counter, clerk: Actor, template: Any) -> Callable[[int], None]:
    """Look so many times at each of two counters."""

    def make(times: int) -> None:
        for actor in (clerk, template.other):
            for place in range(times):
                at = station.office.clock.now()
                station.journal.note(
                    Happening(actor, "look_up", at, matter="核查", detail=f"第{place}次\n其他")
                )
        station.journal.flush()

    return make


@pytest.fixture
def export(station: Counter, template: Any, tmp_path: Path) -> Export:
    def make(first: date = DAY, last: date | None = None, name: str = "trail.jsonl") -> Path:
        path = tmp_path / name
        request = LogRequest(first, last or first, LogFormat.TRAIL, path, False)
        station.day_log.export(template.auditor, request, lambda done, total: None, lambda: False)
        return path

    return make


@pytest.fixture
def key_file(station: Counter, template: Any, tmp_path: Path) -> Path:
    path = tmp_path / "keys.json"
    station.seals.export_keys(template.auditor, path)
    return path


@pytest.fixture
def small(
    station: Counter,
    clerk: Actor,
    look: Callable[[int], None],
    export: Export,
    key_file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """The file of a day with signed heads and a closed day, at several counters."""
    monkeypatch.setattr(journal, "SIGNED_EVERY", 3)
    look(3)
    station.day.close(clerk, "close", DAY, {})
    return export()
