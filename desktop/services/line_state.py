"""How the line to the station's server is, as everybody at the window is told it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.errors import ServerAway, sentence
from desktop.domain.times import CHINA

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.errors import Sentence

_WAITS = sentence(
    "away",
    "自{since}起连不上本所服务器，这一项要等恢复后再办。查询、居住登记、居住证受理和打印照常办理，已填内容保留。",
)
_WAITS_SENDING = sentence(
    "away", "服务器已恢复，正在上传离线期间办理的业务，传完即可办理这一项。已填内容保留。"
)


@dataclass(frozen=True, slots=True)
class LineState:
    """How the line is: since when the server is away, or None; how many operations wait; whether they are sent.

    `sent` counts those of the last outage that the server took in. `matters` and `done` count the pieces of business
    among those that wait and those that were sent, `conflicts` the lines of the review list that came of them.
    `copied_at` is as of when the window's copy is, `because` what a server says that is there and lets nobody in.
    `gone` has the numbers of cases that the server had and has no more, since an older backup took its place.
    """

    away_since: datetime | None
    waiting: int = 0
    sending: bool = False
    sent: int = 0
    conflicts: int = 0
    matters: int = 0
    done: int = 0
    copied_at: datetime | None = None
    because: Sentence | None = None
    gone: tuple[str, ...] = ()

    def refusal(self, now: datetime) -> ServerAway:
        """Return the error for what has to wait until the server is back; `now` where it was not known to be away."""
        since = self.away_since or now
        if self.sending:
            return ServerAway(_WAITS_SENDING, since)
        return ServerAway(_WAITS.fill(since=since.astimezone(CHINA).strftime("%H:%M")), since)
