"""What an outage is shown on: a station's server, a window whose line to it is cut, another that keeps it."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QScrollArea

from desktop.domain.times import CHINA
from desktop.services.counter import Counter
from desktop.services.ports import Folders
from desktop.services.rows import Actor
from desktop.services.served import open_served
from installer.scratch_server import ScratchServer
from installer.station import connect, prepare
from tests.end2end.stage import THEMES
from tests.end2end.tour_applying import Applying
from tests.end2end.tour_gates import Gates
from tests.end2end.tour_papers import Papers
from tests.end2end.tour_registering import Registering
from tests.services.flaky_way import FlakyWay

T = TypeVar("T")
HERE, THERE = 2, 3
"""The counter whose line is cut, and the one that keeps it."""
FRIDAY = datetime(2026, 11, 20, tzinfo=CHINA)
SERVER = "lixia-01"
"""How the station's server is called: the status bar says it."""


class Way(FlakyWay):
    """The line of the window to the server; with a `pause` in seconds it is there again, and slow."""

    pause = 0.0

    def _move(self, one: socket.socket) -> None:
        time.sleep(self.pause)
        super()._move(one)


class StoryClock:
    """A clock that goes on as any does, and is put to another hour of the day between two scenes."""

    def __init__(self) -> None:
        self._told = (time.monotonic(), FRIDAY)

    def now(self) -> datetime:
        at, moment = self._told
        return (moment + timedelta(seconds=time.monotonic() - at)).astimezone(UTC)

    def go(self, hour: int, minute: int) -> None:
        """Later on the same day."""
        there = FRIDAY + timedelta(hours=hour, minutes=minute)
        assert there > self.now()
        self._told = (time.monotonic(), there)


class Elsewhere:
    """The other window: its services, in a thread of their own."""

    def __init__(self, folders: Folders, clock: StoryClock) -> None:
        self._worker = ThreadPoolExecutor(1)
        self._folders, self._clock = folders, clock
        self.do(self._open)

    def do(self, deed: Callable[[], T]) -> T:
        """Do something there, and wait until it is done."""
        return self._worker.submit(deed).result()

    def _open(self) -> None:
        counter = open_served(self._folders, self._clock)
        assert counter is not None
        self.counter: Counter = counter
        self.actor: Actor = counter.sign_in.sign_in("liqiang", "yanlian-02", THERE)

    def close(self) -> None:
        self.do(self.counter.close)
        self._worker.shutdown()


class OutageStage(Gates, Registering, Applying, Papers):
    """The real program as a counter of a station, and the way to its server."""

    def __init__(
        self, app: QApplication, folders: Folders, out: Path, station: Station, *, few: bool
    ) -> None:
        self.station, self.clock = station, station.clock
        self._few = few
        super().__init__(app, folders, station.clock, out, gallery=False, practice=False)

    def set_up_page(self) -> None:
        """There is a station already."""

    def go(self, hour: int, minute: int) -> None:
        """Later on the same day: the status bar says so at once."""
        self.clock.go(hour, minute)
        self.program.rounds.tell_time()

    def told(self, *words: str) -> None:
        """Wait until the screen says something."""
        for each in words:
            self.hand.until(partial(self._says, each), f"the screen says {each}")

    def _says(self, words: str) -> bool:
        return words in self.words_on_screen()

    def _laid_out(self) -> bool:
        """Whether no scrolled page waits for its layout: where the machine is busy that takes more than a moment."""
        areas = [area for area in self.window.findChildren(QScrollArea) if area.isVisible() and area.widget()]
        return all(area.widget().height() >= area.widget().minimumSizeHint().height() for area in areas)

    def seen(self, name: str) -> None:
        """Keep pictures of the screen: in Chinese, in English, dark, and with text twice as large."""
        hand, look = self.hand, self.program.look
        hand.until(self._laid_out, "what is scrolled has its height")
        assert not hand.sees("banner"), self.label_words("banner_words")
        hand.picture(name)
        if self._few:
            return
        hand.watch.pause()
        look.use(THEMES[1], 100)
        hand.picture(f"{name}-dark")
        look.use(THEMES[0], 200)
        hand.picture(f"{name}-200")
        look.use(THEMES[0], 100)
        hand.built()
        self.program.languages.switch()
        hand.built()
        hand.picture(f"{name}-en")
        self.program.languages.switch()
        hand.built()
        hand.watch.reset()
        hand.watch.start()


class Station:
    """The server, the way of one window to it, and the other window."""

    def __init__(self, folder: Path) -> None:
        self.clock = StoryClock()
        self.clock.go(8, 20)
        self._server = ScratchServer(folder / "pg")
        self._server.make()
        self._server.start()
        self.windows = prepare(self._server, folder, self.clock)
        self.way = Way(folder / SERVER, self._server.folder)
        connect(self.windows[HERE], folder / SERVER, HERE)
        self.elsewhere = Elsewhere(self.windows[THERE], self.clock)

    def close(self) -> None:
        self.elsewhere.close()
        self.way.close()
        self._server.remove()


@contextmanager
def a_station(folder: Path) -> Iterator[Station]:
    """Make a station, and sweep it away."""
    folder.chmod(0o711)  # the server's own user must reach its folder in it
    made = Station(folder)
    try:
        yield made
    finally:
        made.close()
