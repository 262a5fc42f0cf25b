"""What services need from outside: a clock, and the folders of this counter."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime


class Clock(Protocol):
    """Tells the time; the only way services learn it."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        from datetime import UTC, datetime  # for start-up time: 1 ms, and nobody asks so soon

        return datetime.now(UTC)  # noqa: TID251 - the one place where time comes from


class KeyBox(Protocol):
    """Keeps private keys: what it seals is stored in the database, and only it opens that again."""

    @property
    def name(self) -> str:
        """Which box this is."""
        ...

    def seal(self, secret: bytes, what: str) -> bytes:
        """Encrypt a secret for `what`."""
        ...

    def open(self, sealed: bytes, what: str) -> bytes:
        """Give the secret again; ValueError where this box did not seal it for that."""
        ...


@dataclass(frozen=True, slots=True)
class Folders:
    """Where this counter keeps things: `data` is precious, `cache` can be made again."""

    data: Path
    cache: Path
