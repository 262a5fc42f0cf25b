"""In which order the hosts of a station's server are tried: whoever served last first, who hung not for a while."""

from __future__ import annotations

import time
from collections.abc import Callable

HUNG_SECONDS = 6.0
"""A host that let us wait in vain is passed over for so long, while others answer."""


class Hosts:
    """Remembers how each host behaved; a frozen one costs its waiting time once, not at every try.

    A place is a host's number among the settings' hosts.
    """

    def __init__(self, count: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._count, self._clock = count, clock
        self._first = 0
        self._hung: dict[int, float] = {}

    def order(self) -> tuple[int, ...]:
        """Return the places to try: those that hung lately stand last."""
        now = self._clock()
        self._hung = {place: until for place, until in self._hung.items() if until > now}
        turn = [(self._first + step) % self._count for step in range(self._count)]
        return tuple(sorted(turn, key=self._hung.__contains__))

    def hangs(self, place: int) -> bool:
        """Whether a host let us wait in vain a moment ago."""
        return place in self._hung

    def serves(self, place: int) -> None:
        """A host let us in."""
        self._first = place
        self._hung.pop(place, None)

    def refuses(self, place: int, *, after: float, patience: float) -> None:
        """A host did not let us in, after so many seconds; waiting longer than `patience` means that it hangs."""
        if after >= patience:
            self._hung[place] = self._clock() + HUNG_SECONDS
        else:
            self._hung.pop(place, None)

    def nobody(self) -> None:
        """None of them let us in: the next try begins with another."""
        self._first = (self._first + 1) % self._count
