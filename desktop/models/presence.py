"""Whether the station's server answers, as all threads of a program know it."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from datetime import datetime

from desktop.domain.changes import Seen

RETRY_SECONDS = 1.0
"""While the server is away it is tried at most so often; who asks in between is told at once."""


class Presence:
    """Whether the server answers; tells whoever wants to know when that changes, from any thread."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._guard = threading.Lock()
        self._tried = -math.inf
        self.seen = Seen(None, "")
        self.tell: Callable[[Seen], None] | None = None

    def too_soon(self) -> datetime | None:
        """Since when the server is away, if it was tried just now; None where it may be tried again."""
        with self._guard:
            moment = time.monotonic()
            if self.seen.away_since is not None and moment - self._tried < RETRY_SECONDS:
                return self.seen.away_since
            self._tried = moment
            return None

    def lost(self) -> datetime:
        """Nobody answered: return since when that is so."""
        with self._guard:
            since, self._tried = self.seen.away_since, time.monotonic()
            if since is not None:
                return since
            since = self._now()
            self.seen = Seen(since, self.seen.host)
        self._say()
        return since

    def found(self, host: str) -> None:
        """A host let us in."""
        with self._guard:
            before, self.seen = self.seen, Seen(None, host)
        if before != self.seen:
            self._say()

    def _say(self) -> None:
        if self.tell is not None:
            self.tell(self.seen)
