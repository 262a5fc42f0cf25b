"""What waits in the outbox, in portions: the next is read and made ready while the server takes one in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from desktop.models.meanwhile import Meanwhile
from desktop.services.portion import Portion
from desktop.services.taking_in import STORED_AT_ONCE, together

if TYPE_CHECKING:
    from desktop.services.outbox import Outbox, Waiting

_FIRST = 25
"""So many are sent first, then twice as many each time: the server works on them while the next are read."""


class ReadingAhead:
    """Reads on from what was taken in; for one thread, and for as long as nothing goes wrong.

    What was read counts for nothing until it was taken in: another begins with what the outbox has waiting then.
    `rules` tells what an operation must have been done by to be stored as it was.
    """

    def __init__(self, outbox: Outbox, rules: Callable[[], str]) -> None:
        self._outbox, self._rules = outbox, rules
        self._read: list[Waiting] = []
        self._portion = self._before = Portion()
        self._over: list[Waiting] = []
        self._most = min(_FIRST, STORED_AT_ONCE)
        self._ahead = Meanwhile(self._reading(0))

    def portion(self) -> Portion:
        """Return the first operations that are taken in together; EnvironmentTrouble where one was altered."""
        self._ahead.all()
        self._over = [*self._before]
        portion = self._before = self._portion
        if portion:
            last = self._read[-1].operation.sequence
            self._read = self._read[len(portion) :]
            self._most = min(2 * self._most, STORED_AT_ONCE)
            self._ahead = Meanwhile(self._reading(last))
        return portion

    def step(self) -> bool:
        """Read one more, or make ready more of them; False where all that will be wanted is there.

        What was taken in before is let go of here too, one by one: all of it at once would be waited for.
        """
        if self._over:
            self._over.pop()
        return self._ahead.step()

    # -- inside ------------------------------------------------------------------------------------
    def _reading(self, after: int) -> Iterator[None]:
        for one in self._outbox.reading(self._most - len(self._read), after):
            self._read.append(one)
            yield
        self._portion = Portion(together(self._read))
        yield from self._portion.making_ready(self._rules())
