"""Whether the station's server answers, as all threads of a program know it."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from datetime import datetime

from desktop.domain.changes import Seen
from desktop.domain.errors import Sentence, ServerRefuses
from desktop.models.server_faults import away

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
        self._why: Sentence | None = None

    def require(self) -> None:
        """Pass where the server is there; ServerAway, or ServerRefuses with its reason, where it is not."""
        seen, why = self.seen, self._why
        if seen.away_since is not None:
            raise away(seen.away_since) if why is None else ServerRefuses(why, seen.away_since)

    def too_soon(self) -> bool:
        """Whether the server is away and was tried just now; if not, it is being tried from now on."""
        with self._guard:
            moment = time.monotonic()
            if self.seen.away_since is not None and moment - self._tried < RETRY_SECONDS:
                return True
            self._tried = moment
            return False

    def lost(self, why: Sentence | None = None) -> datetime:
        """Nobody answered, or whoever did let us do nothing and said `why`: return since when that is so."""
        with self._guard:
            since, self._tried, self._why = self.seen.away_since, time.monotonic(), why
            if since is not None:
                return since
            since = self._now()
            self.seen = Seen(since, self.seen.host)
        self._say()
        return since

    def found(self, host: str) -> None:
        """A host let us in, and its database is the one that this program knows."""
        with self._guard:
            before, self.seen, self._why = self.seen, Seen(None, host), None
        if before != self.seen:
            self._say()

    def _say(self) -> None:
        if self.tell is not None:
            self.tell(self.seen)
