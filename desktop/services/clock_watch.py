"""The machine's clock watched: one that was set back or forward is written down and told, at the start and while it runs.

While the program runs its clock is held against one that only ever goes forward and that sleep does not stop; at
the start against the newest entry of the trail. What is found before anybody signs in is kept until somebody does.
"""

from __future__ import annotations

import sys
import threading
import time
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from desktop.domain.errors import NO_SERVER, Sentence, sentence
from desktop.domain.times import CHINA
from desktop.models.prepared import Prepared
from desktop.models.tables import JournalEntry
from desktop.services.journal import Happening
from desktop.services.ports import SystemClock
from desktop.services.rights import open_to

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.ports import Clock
    from desktop.services.rows import Actor

JUMP = timedelta(seconds=5)
"""A clock is corrected by less all the time, by more only when somebody or something sets it."""

WORTH_SAYING = timedelta(minutes=5)
"""From here on the clerk is told too: numbers, terms and papers take their day from it."""

_NEWEST = Prepared(select(JournalEntry.at).order_by(JournalEntry.id.desc()).limit(1))
_THERE = Prepared(select(func.current_timestamp().label("at")))
_BACK = sentence("log", "时钟拨慢{seconds}秒：由{before}到{after}")
_FORWARD = sentence("log", "时钟拨快{seconds}秒：由{before}到{after}")
_APART = sentence("log", "本机时钟{after}，服务器时钟{before}，相差{seconds}秒")
_BEHIND = sentence("log", "启动时的时钟{after}比最后一条留痕{before}还早{seconds}秒")
_JUMPED = sentence(
    "errors",
    "这台电脑的时钟变了：本应是{before}，现在是{after}。受理号、期限和单据都按它写，请先核对日期和时间，不对请管理员校正后再办。"
    "已办的没有改动。",
)
_ANOTHER = sentence(
    "errors",
    "这台电脑的时钟是{after}，本所服务器的时钟是{before}。受理号、期限和单据都按这台电脑的写，请先核对日期和时间，不对请管理员校正后再办。",
)
_EARLIER = sentence(
    "errors",
    "这台电脑的时钟是{after}，比上一次办理（{before}）还早。受理号、期限和单据都按它写，请先核对日期和时间，不对请管理员校正后再办。",
)


def steady() -> float:
    """Give seconds that nobody sets and sleep does not stop."""
    if sys.platform == "linux":  # its monotonic clock stands still while the machine sleeps
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class ClockWatch:
    """Notices when the clock jumps, and when it is another than the server's.

    The server's is asked where the program goes by this `machine`'s clock: a test's or a tour's is its own.
    """

    def __init__(
        self,
        office: Office,
        journal: Journal,
        ticks: Callable[[], float] = steady,
        machine: Clock = SystemClock(),  # noqa: B008 - it has no state
    ) -> None:
        self._machine = machine
        self._office = office
        self._journal = journal
        self._ticks = ticks
        self._seen = (office.clock.now(), ticks())
        self._found: list[str] = []
        self._to_say: Sentence | None = None
        self._begun = self._compared = False
        self._guard = threading.Lock()

    @open_to("the program watches its own clock")
    def look(self, actor: Actor | None, *, seen: bool = True) -> Sentence | None:
        """Look whether the clock went on as time did; waits for nothing, so any thread may ask.

        Returns what whoever works here is to be told, once; it waits while nobody could have `seen` it.
        """
        with self._guard:
            before, ticks = self._seen
            now, ticked = self._office.clock.now(), self._ticks()
            self._seen = (now, ticked)
            expected = before + timedelta(seconds=ticked - ticks)
            if abs(now - expected) > JUMP:
                words = _BACK if now < expected else _FORWARD
                self._found.append(_told(words, expected, now))
                if abs(now - expected) >= WORTH_SAYING:
                    self._to_say = _said(_JUMPED, expected, now)
            if actor is None:
                return None
            found, self._found = self._found, []
            to_say = self._to_say if seen else None
            if seen:
                self._to_say = None
        for detail in found:
            self._journal.note(Happening(actor, "clock_changed", now, detail=detail))
        return to_say

    @open_to("the program watches its own clock")
    def begin(self, actor: Actor) -> Sentence | None:
        """Look once whether the clock is behind the newest entry of the trail, or not the server's; for a worker.

        Returns what whoever begins work is to be told.
        """
        with self._guard:
            if self._begun:
                return None
            self._begun = True
        with self._office.database.faults():
            row = self._office.database.link.one(_NEWEST)
        apart = self._apart(actor)
        if apart is not None:
            self.look(actor)
            return apart
        now = self._office.clock.now()
        if row is not None and now < row.at - JUMP:
            detail = _told(_BEHIND, row.at, now)
            self._journal.note(Happening(actor, "clock_changed", now, detail=detail))
        jumped = self.look(actor)
        if row is not None and now <= row.at - WORTH_SAYING:
            return _said(_EARLIER, row.at, now)
        return jumped

    @property
    @open_to("the program watches its own clock")
    def awaits_server(self) -> bool:
        """Whether work began while the server's clock could not be asked, and now it can be."""
        line = self._office.line
        return self._begun and not self._compared and not (line is not None and line.away)

    @open_to("the program watches its own clock")
    def compare(self, actor: Actor) -> None:
        """Ask the server's clock if that `awaits_server`; for a worker. What is wrong the next look tells."""
        if self.awaits_server:
            told = self._apart(actor)
            with self._guard:
                self._to_say = told or self._to_say

    # -- inside ------------------------------------------------------------------------------------
    def _apart(self, actor: Actor) -> Sentence | None:
        """Say where this clock is another than the server's; None where there is none, or nobody to be asked."""
        there, now = self._at_server(), self._office.clock.now()
        if there is None or abs(now - there) < WORTH_SAYING:
            return None
        self._journal.note(Happening(actor, "clock_changed", now, detail=_told(_APART, there, now)))
        return _said(_ANOTHER, there, now)

    def _at_server(self) -> datetime | None:
        line, database = self._office.line, self._office.database
        if line is not None:
            if line.away:
                return None
            database = line.switch.server
        try:
            with database.faults():
                link = database.link
                own = abs(self._machine.now() - self._office.clock.now()) <= JUMP
                row = link.one(_THERE) if own and link.dialect.name == "postgresql" else None
        except NO_SERVER:
            return None
        self._compared = True
        return None if row is None else row.at


def _said(words: Sentence, before: datetime, after: datetime) -> Sentence:
    """Write what happened as the screen says it."""
    local = [at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M") for at in (before, after)]
    return words.fill(before=local[0], after=local[1])


def _told(words: Sentence, before: datetime, after: datetime) -> str:
    """Write what happened as the trail keeps it."""
    local = [at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M:%S") for at in (before, after)]
    seconds = round(abs((after - before).total_seconds()))
    return str(words.fill(before=local[0], after=local[1], seconds=seconds))
