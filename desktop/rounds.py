"""The program's rounds: what it looks after while it runs, whoever works at it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer

from desktop.domain.errors import EnvironmentTrouble
from desktop.ui.kit.day_begin import DayBegin
from desktop.ui.kit.line_watch import LineWatch
from desktop.ui.kit.outage import outage
from desktop.ui.kit.upkeep import Upkeep

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.ports import Clock
    from desktop.services.rows import Actor
    from desktop.ui.kit.background import Runner
    from desktop.ui.kit.fault_notes import FaultNotes
    from desktop.ui.main_window import MainWindow

FLUSH_MS = 1_000
CLOCK_MS = 10_000
CHECKPOINT_MS = 30_000


class AtWork(Protocol):
    """Whose rounds they are: the services once they are open, and who works with them, if anybody."""

    @property
    def open_counter(self) -> Counter | None:
        """The services, once they are open."""

    @property
    def actor(self) -> Actor | None:
        """Who works with them now."""


class Rounds(QObject):
    """Keeps the line to the server, the backups, the day and the trail going, and the clock on the screen."""

    def __init__(self, at: AtWork, window: MainWindow, runner: Runner, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._at, self._window, self._runner, self._clock = at, window, runner, clock
        self._faults: FaultNotes | None = None
        self._line = LineWatch(runner, self)
        self._line.said.connect(window.tell_line)
        self._line.waits.connect(outage().tell)
        self._line.moved.connect(window.line_moved)
        self._day, self._upkeep = DayBegin(runner, self), Upkeep(runner, self)
        for each in (self._line, self._day, self._upkeep):
            each.trouble.connect(window.tell_trouble)
        self._timers = [
            self._every(FLUSH_MS, self._flush),
            self._every(CLOCK_MS, self.tell_time),
            self._every(CHECKPOINT_MS, self._checkpoint),
        ]

    def watch_line(self) -> None:
        """Watch the line to the station's server from now on, where there is one."""
        if self._at.open_counter is not None:
            self._line.begin(self._at.open_counter.office.line)

    def say_again(self) -> None:
        """Say how the line is in another language."""
        self._line.again()

    def begin(self) -> None:
        """Somebody has begun work: what goes wrong is noted in their trail, and the day is looked at."""
        if self._faults is None:
            from desktop.ui.kit.fault_notes import FaultNotes  # for start-up time

            self._faults = FaultNotes(self._note_fault)
        self._look_at_day()

    def tell_time(self) -> None:
        """Show the time, and look at all that depends on it."""
        from desktop.domain.times import CHINA  # for start-up time

        now = self._clock.now().astimezone(CHINA)
        self._window.tell_state(clock=now.strftime("%Y-%m-%d %H:%M"))
        counter, actor = self._at.open_counter, self._at.actor
        if counter is not None:
            watch = counter.clock_watch
            jumped = watch.look(actor, seen=self._window.at_work)
            if jumped is not None:
                self._window.tell_trouble(EnvironmentTrouble(jumped))
            if actor is not None and watch.awaits_server:
                self._background(partial(watch.compare, actor))
        self._look_at_day()

    def stop(self) -> None:
        """Look after nothing any more."""
        self._line.stop()
        for timer in self._timers:
            timer.stop()
        self._upkeep.stop()
        if self._faults is not None:
            self._faults.stop()

    # -- inside ------------------------------------------------------------------------------------
    def _every(self, milliseconds: int, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.timeout.connect(call)
        timer.start()
        return timer

    def _look_at_day(self) -> None:
        """Have the day begun when it is another one, also when the program stays open over midnight."""
        counter, actor = self._at.open_counter, self._at.actor
        if actor is not None and counter is not None and self._window.at_work:
            from desktop.domain.rights import Right  # here for start-up time

            if actor.may(Right.WORK_DAY):
                self._day.look(counter.day_start, actor)
            self._upkeep.look(counter, actor)

    def _flush(self) -> None:
        counter = self._at.open_counter
        if counter is not None and counter.journal.waiting:
            self._background(counter.journal.flush)

    def _checkpoint(self) -> None:
        counter = self._at.open_counter
        if counter is not None:
            self._background(partial(_keep_small, counter))

    def _note_fault(self, reference: str) -> None:
        """In whichever thread it happened: the trail keeps that there was a fault, and its reference."""
        counter, actor = self._at.open_counter, self._at.actor
        if counter is not None and actor is not None:
            from desktop.services.journal import Happening  # for start-up time

            at = self._clock.now()
            counter.journal.note(Happening(actor, "program_failed", at, detail=reference))

    def _background(self, job: Callable[[], object]) -> None:
        self._runner.run(job, _nothing, self._window.tell_trouble, lane="background")


def _keep_small(counter: Counter) -> None:
    counter.office.database.link.checkpoint()


def _nothing(_: object) -> None:
    """Take the answer of a job that has none."""
