"""A window of the simulated day: its own data folder, its way to the server, its line in a worker, what it handed out."""

from __future__ import annotations

import threading
import time
import uuid
from collections import Counter as Tally
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from desktop.domain.codes import CopyOutcome, PaperKind
from desktop.domain.errors import CounterError
from desktop.models.server import ServerDatabase
from desktop.models.server_settings import ServerSettings
from desktop.services.counter import Counter
from desktop.services.day_rows import BalanceLine
from desktop.services.ports import Folders
from desktop.services.rows import Actor
from desktop.services.window import open_window
from tests.services.outage import line_of

T = TypeVar("T")
TODAY = date(2026, 11, 20)


def key() -> str:
    """A request of its own."""
    return str(uuid.uuid4())


@dataclass
class DayClock:
    """The clock on the station's wall: all windows read the same one, and it goes on while they work."""

    moment: datetime = datetime(2026, 11, 20, 0, 30, tzinfo=UTC)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def now(self) -> datetime:
        with self._guard:
            self.moment += timedelta(milliseconds=1)
            return self.moment

    def pass_by(self, seconds: float) -> None:
        with self._guard:
            self.moment += timedelta(seconds=seconds)

    def go(self, day: date, hour: int, minute: int = 0) -> None:
        """Go to a time of day at the station; never back within a day that was begun."""
        with self._guard:
            there = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(
                hours=hour - 8, minutes=minute
            )
            self.moment = max(there, self.moment) if there.date() == self.moment.date() else there


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet in somebody's hands: which paper, which printing of it, what it looks like, what became of it."""

    paper: str
    number: int
    pdf: bytes
    outcome: CopyOutcome


class Desk:
    """A clerk at a counter, and every sheet that went out there."""

    def __init__(self, counter: Counter, clock: DayClock, actor: Actor | None = None) -> None:
        self.counter, self.clock = counter, clock
        self.prints = True
        self.sheets: list[Sheet] = []
        self.issued: set[str] = set()
        """The numbers of the papers that were made here."""
        self.told: dict[str, str] = {}
        """The number of each case that the clerk was told, by its request."""
        self.waits: list[str] = []
        """What the clerk was told of things that cannot be done without the server."""
        if actor is not None:
            self.seat(actor)

    def seat(self, actor: Actor) -> None:
        self.actor = actor
        self.counter.office.rights.seat(actor)

    # -- what a clerk does with every case -----------------------------------------------------------
    def twice(self, deed: Callable[[str], T], number_of: Callable[[T], str]) -> T:
        """Do something, and again as a double click does: one case, one number."""
        request = key()
        done = deed(request)
        assert number_of(deed(request)) == number_of(done)
        self.told[request] = number_of(done)
        self.clock.pass_by(20)
        return done

    def hand_out(self, paper_id: int, *, spoil: bool = False) -> str:
        """Print a paper that was just made, have it spoiled and print it again if told to; return its number."""
        papers = self.counter.papers
        number = papers.paper(paper_id).paper_number
        if not self.prints:
            return number
        self.issued.add(number)
        copy = papers.prepare(self.actor, key(), paper_id)
        self._keep(number, copy.copy_id, copy.number, CopyOutcome.SPOILED if spoil else CopyOutcome.PRINTED)
        if spoil:
            self.print_again(paper_id, "卡纸，前一张作废")
        return number

    def print_again(self, paper_id: int, reason: str) -> None:
        copy = self.counter.papers.again(self.actor, key(), paper_id, reason)
        number = self.counter.papers.paper(paper_id).paper_number
        self._keep(number, copy.copy_id, copy.number, CopyOutcome.PRINTED)

    def balance(self, ended: set[str], elsewhere: set[tuple[str, int]]) -> dict[PaperKind, BalanceLine]:
        """What the day's balance of this counter has to say by what was done here.

        Papers that are `ended` are not in it, nor sheets that count as those of `elsewhere`.
        """
        lines: dict[PaperKind, BalanceLine] = {}
        sheets = [sheet for sheet in self.sheets if sheet.paper not in ended]
        sheets = [sheet for sheet in sheets if (sheet.paper, sheet.number) not in elsewhere]
        for kind in PaperKind:
            here = [sheet for sheet in sheets if sheet.paper.startswith(kind.value)]
            if not here:
                continue
            issued = {sheet.paper for sheet in here if sheet.paper in self.issued}
            outcomes = Tally(sheet.outcome for sheet in here)
            first = {sheet.paper for sheet in here if sheet.number == 0}
            lines[kind] = BalanceLine(
                kind=kind,
                cases=len(issued),
                issued=len(issued),
                printed=outcomes[CopyOutcome.PRINTED],
                saved=0,
                reprints=sum(sheet.number > 0 for sheet in here),
                spoiled=outcomes[CopyOutcome.SPOILED],
                unsettled=0,
                brought=len(first - issued),
                unprinted=len(issued - first),
            )
        return lines

    # -- inside --------------------------------------------------------------------------------------
    def _keep(self, paper: str, copy_id: int, number: int, outcome: CopyOutcome) -> None:
        pdf = self.counter.papers.pdf(copy_id)
        reason = "卡纸" if outcome is CopyOutcome.SPOILED else ""
        self.counter.papers.settle(self.actor, copy_id, outcome, reason)
        self.sheets.append(Sheet(paper, number, pdf, outcome))
        self.clock.pass_by(10)


class Window(Desk):
    """The program of one counter: a data folder of its own, and its line looked after as the real one's is."""

    def __init__(self, folder: Path, cache: Path, clock: DayClock, socket: Path, name: str) -> None:
        folder.mkdir(parents=True)
        database = ServerDatabase(ServerSettings((str(socket),), name, "counter"), clock.now)
        super().__init__(open_window(Folders(folder, cache), clock, database, database.ping), clock)
        self.line = line_of(self.counter)
        self._faults: list[BaseException] = []
        self._ending = threading.Event()
        self._tending = threading.Thread(target=self._tend, daemon=True)
        self._tending.start()

    def sign_in(self, name: str, password: str, number: int) -> None:
        """The clerk comes in the morning."""
        self.actor = self.counter.sign_in.sign_in(name, password, number)
        self.line.at_counter(number, self.actor)
        self.line.tend()

    def close(self) -> None:
        self._ending.set()
        self._tending.join()
        self.counter.close()
        assert self._faults == [], [repr(fault.__cause__ or fault) for fault in self._faults]

    def until(self, true: Callable[[], bool], seconds: float = 120) -> None:
        """Wait for something that the worker does."""
        ends = time.monotonic() + seconds
        while not true():
            assert self._faults == [], [repr(fault.__cause__ or fault) for fault in self._faults]
            assert time.monotonic() < ends, "waited in vain"
            self._ending.wait(0.02)

    def _tend(self) -> None:
        while not self._ending.wait(0.05):
            try:
                self.line.tend()
            except CounterError as error:
                self._faults.append(error)
