"""What an operation is given from outside its rows: time, keys, numbers, the papers that it froze.

An operation that is done again, on another database, is given the same: so it does the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from desktop.services.ports import Clock

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asked:
    """What tells an operation that is asked again: its name, the request's id, and the counter."""

    name: str
    request_id: str
    counter_number: int


@dataclass(slots=True)
class Given:
    """What one operation was given, in the order asked; asked for more than is there, it is drawn and kept.

    `replays` is set where it is done for what was printed already: time stands still at the last moment then,
    and a paper must say what it said. `trail` is what it wrote into the trail: the key and the fields of each
    entry, for the case that it cannot be done again; `told` where the trail has it already. Entries go to `apart`
    where there is one, and whoever does the operation again chains them.
    """

    times: list[datetime] = field(default_factory=list)
    keys: list[int] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    replays: bool = False
    trail: list[tuple[Any, ...]] = field(default_factory=list)
    told: bool = False
    asked: Asked | None = None
    apart: list[tuple[Any, ...]] | None = None
    _at: list[int] = field(default_factory=lambda: [0, 0, 0, 0])

    def again(self, *, replays: bool = False) -> Given:
        """Return the same to be given once more, from the beginning."""
        drawn = list(self.times), list(self.keys), list(self.numbers), list(self.documents)
        return Given(*drawn, replays, asked=self.asked)

    @property
    def used(self) -> bool:
        """Whether anything was stored: a row has a key."""
        return self._at[1] > 0

    def mark(self) -> tuple[int, ...]:
        """Return where the giving is, for `back`."""
        return tuple(self._at)

    def back(self, mark: tuple[int, ...]) -> None:
        """Forget what was drawn since: what it was drawn for was undone."""
        if not self.replays:
            del self.times[mark[0] :], self.keys[mark[1] :]
            del self.numbers[mark[2] :], self.documents[mark[3] :]
        self._at = list(mark)

    def time(self, draw: Callable[[], datetime]) -> datetime:
        """Return the moment it is."""
        if self.replays and self._at[0] >= len(self.times) > 0:
            return self.times[-1]
        return self._next(0, self.times, draw)

    def key(self, draw: Callable[[], int]) -> int:
        """Return the next row key."""
        return self._next(1, self.keys, draw)

    def number(self, draw: Callable[[], int]) -> int:
        """Return the next number of the counter's series."""
        return self._next(2, self.numbers, draw)

    def frozen(self) -> str | None:
        """Return the next paper as it was frozen before, or None."""
        at = self._at[3]
        return self.documents[at] if at < len(self.documents) else None

    def froze(self, document: str) -> None:
        """Keep a paper as it is frozen now, over what was frozen at its place before."""
        at = self._at[3]
        self.documents[at : at + 1] = [document]
        self._at[3] = at + 1

    def left(self) -> list[str]:
        """Return the papers that were frozen before and not this time."""
        return self.documents[self._at[3] :]

    def _next(self, which: int, kept: list[T], draw: Callable[[], T]) -> T:
        at = self._at[which]
        if at == len(kept):
            kept.append(draw())
        self._at[which] = at + 1
        return kept[at]


CURRENT: ContextVar[Given | None] = ContextVar("given to the operation under way", default=None)
"""What the operation of this thread is given; None outside of one."""


@contextmanager
def giving(given: Given) -> Iterator[Given]:
    """Give an operation, inside, what `given` has."""
    token = CURRENT.set(given)
    try:
        yield given
    finally:
        CURRENT.reset(token)


@dataclass(frozen=True, slots=True)
class GivenClock:
    """A clock that tells an operation done again the moment it was done first."""

    real: Clock

    def now(self) -> datetime:
        """Return the moment, in UTC."""
        given = CURRENT.get()
        return self.real.now() if given is None else given.time(self.real.now)
