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


class Token(Protocol):
    """A key that somebody carries, opened with its PIN. A key file is one; a chip behind PKCS#11 would be."""

    @property
    def name(self) -> str:
        """What its owner calls it."""
        ...

    @property
    def public(self) -> str:
        """Its public part, as "Ed25519:<64 hexadecimal digits>"."""
        ...

    def sign(self, challenge: bytes) -> bytes:
        """Sign a challenge; EnvironmentTrouble when it was pulled out meanwhile."""
        ...


class TokenReader(Protocol):
    """Finds the tokens that are plugged in, and opens and makes them; a place is named by the reader itself."""

    def drives(self) -> tuple[str, ...]:
        """Return where a new token can be made."""
        ...

    def present(self) -> tuple[str, ...]:
        """Return the places of the tokens that are plugged in."""
        ...

    def open(self, place: str, pin: str) -> Token:
        """Open a token; BadInput("pin") for a wrong PIN, NotPossible or EnvironmentTrouble with a sentence."""
        ...

    def make(self, drive: str, name: str, pin: str) -> tuple[str, Token]:
        """Make a new token with a key of its own; return its place, and it."""
        ...

    def take_back(self, place: str) -> None:
        """Undo `make`: the token could not be registered."""
        ...


class SealedStore(Protocol):
    """The window's own encrypted store: small things by name, durable when `put` returns."""

    def get(self, name: str) -> bytes | None:
        """Return what was put under a name, or None."""
        ...

    def put(self, name: str, content: bytes) -> None:
        """Store something, in place of what was there; EnvironmentTrouble when it cannot be stored."""
        ...


@dataclass(frozen=True, slots=True)
class Folders:
    """Where this counter keeps things: `data` is precious, `cache` can be made again."""

    data: Path
    cache: Path
