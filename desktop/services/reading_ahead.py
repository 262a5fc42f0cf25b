"""What waits in the outbox, in portions: the next is read while the server takes one in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.models.meanwhile import Meanwhile
from desktop.services.taking_in import STORED_AT_ONCE, together

if TYPE_CHECKING:
    from desktop.services.outbox import Outbox, Waiting

_FIRST = 50
"""So many are sent first: the server works on them while the others are read."""


class ReadingAhead:
    """Reads on from what was taken in; for one thread, and for as long as nothing goes wrong.

    What was read counts for nothing until it was taken in: another begins with what the outbox has waiting then.
    """

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox
        self._read: list[Waiting] = []
        self._most = min(_FIRST, STORED_AT_ONCE)
        self._ahead = self._reading(0)

    def portion(self) -> Sequence[Waiting]:
        """Return the first operations that are taken in together; EnvironmentTrouble where one was altered."""
        self._read += self._ahead.all()
        portion = together(self._read)
        self._read = self._read[len(portion) :]
        if portion:
            self._most = STORED_AT_ONCE
            last = (self._read or portion)[-1].operation.sequence
            self._ahead = self._reading(last)
        return portion

    def step(self) -> bool:
        """Read one more; False where so many are read as will be wanted."""
        return self._ahead.step()

    # -- inside ------------------------------------------------------------------------------------
    def _reading(self, after: int) -> Meanwhile[Waiting]:
        return Meanwhile(self._outbox.reading(self._most - len(self._read), after))
