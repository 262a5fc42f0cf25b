"""Operations that are stored as they were one after another, among others that their services do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.services import set_wise, still_so
from desktop.services.added_rows import Copies

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.operation_form import Operation


class Run:
    """Those that are to be stored together, in the caller's transaction, before anything is asked."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._operations: list[Operation] = []
        self._copies = Copies()

    def take(self, operation: Operation) -> bool:
        """Have an operation stored with those before; False where its service has to decide again.

        What it found is asked when those before are stored. What it changed in that is changed at once.
        """
        its = operation.added
        if its is not None and its.found:
            self.end()
            if not still_so.still_so(self._link, its.found):
                return False
        if not set_wise.joins(operation, self._copies):
            return False
        if its is not None:
            still_so.do(self._link, its.closed)
        self._operations.append(operation)
        return True

    def end(self) -> None:
        """Store what they add, without what they wrote into the trail."""
        set_wise.add(self._link, self._operations)
        self._operations, self._copies = [], Copies()
