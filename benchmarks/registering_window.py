"""One window of the benchmark `server_registration`: registers newcomers on the server for as long as it is told.

A process of its own, as a window is: `python -m benchmarks.registering_window FOLDER DATABASE COUNTER SEED DAYS`; it
begins so many days later than it might. It says `ready`; to a number of seconds it says `ready` again, and after another line how many it registered in that time.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import deque
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING
from uuid import UUID

from benchmarks.made_up import made_up_names
from benchmarks.registration import newcomer
from benchmarks.stations import CACHE, FRIDAY_MORNING, StandingClock, clerk
from desktop.domain.errors import EnvironmentTrouble
from desktop.domain.id_numbers import check_digit
from desktop.models.opening import HEAD
from desktop.models.server import ServerDatabase
from desktop.models.server_settings import ServerSettings
from desktop.services.counter import build_counter
from desktop.services.ports import Folders
from installer.scratch_server import OWNER

if TYPE_CHECKING:
    from benchmarks.registration import Forms
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor

NAMES = 2_000
A_DAY = 600
"""Registrations of a counter on a day of the benchmark; its numbers end at 999."""
AT_ONCE = 800
"""So many have filled in their forms when a round begins."""
MOST_AGAIN = 1_000
"""So often a clerk presses again before the server is given up."""
A_SEED = 100_000
"""Newcomers of a seed; there are 200 seeds."""
_APART, _DAYS = timedelta(seconds=60), 20_000
_DIVISION = "371323"  # nobody of the city's is from there


class Desk:
    """A counter at which newcomers stand, one after another, none of whom anybody has seen before."""

    def __init__(self, counter: Counter, actor: Actor, clock: StandingClock, seed: int, days: int) -> None:
        self.counter, self.actor, self._clock, self._first_day = counter, actor, clock, days + 1
        self._names = made_up_names(Random(seed), NAMES)  # noqa: S311 - made-up people
        self._seed, self.served, self.again, self._came = seed, 0, 0, 0
        self._standing: deque[tuple[str, Forms]] = deque()

    def forms(self) -> tuple[str, Forms]:
        """Give the next newcomer's request and forms."""
        if not self._standing:
            self.let_in(1)
        self.served += 1
        return self._standing.popleft()

    def let_in(self, count: int) -> None:
        """Have the forms of so many filled in: what is measured begins when they are handed over."""
        for _ in range(count):
            self._standing.append(self._filled_in(self._came))
            self._came += 1

    def _filled_in(self, serial: int) -> tuple[str, Forms]:
        request = str(UUID(int=self._seed << 64 | serial))
        place = self._seed * A_SEED + serial
        born = date(1950, 1, 1) + timedelta(days=place // 1000 % _DAYS)
        first17 = f"{_DIVISION}{born:%Y%m%d}{place % 1000:03d}"
        return request, newcomer(serial, self._names[serial % NAMES], first17 + check_digit(first17))

    def register(self) -> None:
        """Register the next one."""
        day, of_day = divmod(self.served, A_DAY)
        self._clock.moment = FRIDAY_MORNING + timedelta(days=self._first_day + day) + of_day * _APART
        request, forms = self.forms()
        while True:  # on a machine that is too busy the server seems away: the clerk presses again
            try:
                self.counter.registrations.accept(self.actor, request, *forms)
            except EnvironmentTrouble:
                self.again += 1
                if self.again > MOST_AGAIN:
                    raise
            else:
                return


def desk(folder: str, database: str, number: int, seed: int, days: int, data: Path) -> Desk:
    """Open a window at a counter of the city's server, so many days after the first."""
    clock = StandingClock()
    settings = ServerSettings((folder,), database, OWNER)
    counter = build_counter(ServerDatabase(settings, clock.now, HEAD), Folders(data, CACHE), clock)
    actor = clerk(counter, number)
    counter.office.rights.seat(actor)
    counter.journal.flush()
    return Desk(counter, actor, clock, seed, days)


def main() -> None:
    """Be a window until nothing more is read."""
    folder, database, number, seed, days = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="counter-bench-") as data:
        here = desk(folder, database, int(number), int(seed), int(days), Path(data))
        for _ in range(10):  # every statement is known to the server
            here.register()
        print("ready", flush=True)
        for line in sys.stdin:
            here.let_in(AT_ONCE)
            print("ready", flush=True)
            sys.stdin.readline()
            ends, worked, before = time.monotonic() + float(line), time.process_time(), here.served
            while time.monotonic() < ends:
                here.register()
            print(here.served - before, time.process_time() - worked, flush=True)
        here.counter.close()


if __name__ == "__main__":
    main()
