"""Every fault of the program that is logged with a reference is an entry of the trail too, by its reference alone."""

from __future__ import annotations

import logging
from collections.abc import Callable

FAULTS = "desktop.faults"


class FaultNotes(logging.Handler):
    """Hands the reference of each logged fault on; `stop` when there is nobody to take it any more."""

    def __init__(self, take: Callable[[str], None]) -> None:
        super().__init__(logging.ERROR)
        self._take = take
        logging.getLogger(FAULTS).addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Take a logged fault."""
        if isinstance(record.args, tuple) and record.args:
            self._take(str(record.args[0]))

    def stop(self) -> None:
        """Listen no more."""
        logging.getLogger(FAULTS).removeHandler(self)
