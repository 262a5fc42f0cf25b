"""What services need from outside: a clock, and the folders of this counter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol


class Clock(Protocol):
    """Tells the time; the only way services learn it."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - the one place where time comes from


@dataclass(frozen=True, slots=True)
class Folders:
    """Where this counter keeps things: `data` is precious, `cache` can be made again."""

    data: Path
    cache: Path
