"""The program put together: settings read, everything built once, the window opened."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.domain.errors import EnvironmentTrouble
from desktop.folders import default_folders, keep_to_oneself, only_one, refuse
from desktop.gates import Gates
from desktop.rounds import Rounds
from desktop.services.ports import Clock, Folders, SystemClock
from desktop.station_data import StationData
from desktop.ui.kit.attendance import Attendance
from desktop.ui.kit.background import Background
from desktop.ui.kit.clipboard import ClipboardWatch
from desktop.ui.kit.collector import Collector
from desktop.ui.kit.faults import catch_all
from desktop.ui.kit.first_paint import FirstPaint
from desktop.ui.kit.preferences import Preferences
from desktop.ui.kit.text import Language, Languages
from desktop.ui.kit.theme import Look
from desktop.ui.kit.turns import Slices
from desktop.ui.main_window import MainWindow
from printing.errors import PaperError
from printing.fonts.files import HEADING, RARE, SCREEN, font_file

if TYPE_CHECKING:
    from desktop.domain.errors import Sentence
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor, DraftRow
    from desktop.ui.kit.duty import Duty
    from desktop.ui.kit.scanner import Scanner
    from desktop.ui.kit.screen import Presenter
    from desktop.ui.kit.warm import Warm

SWITCH_SECONDS = 0.0001
"""How long a worker busy in Python keeps the screen's thread waiting for its turn: 5 ms, each time, by default."""


class Program(QObject):
    """The running program: one window, a worker for each kind of job, one counter.

    The database is opened in a worker after the first paint, so that the sign-in page is seen at once.
    """

    def __init__(
        self,
        app: QApplication,
        folders: Folders,
        clock: Clock,
        *,
        practice: bool = False,
        scanner: Scanner | None = None,
        fusion: bool = False,
    ) -> None:
        super().__init__()
        sys.setswitchinterval(SWITCH_SECONDS)
        self._warming: list[Warm] = []
        self._folders, self._clock = folders, clock
        self._actor: Actor | None = None
        self.collector = Collector()
        self.runner = Background()
        self.attendance = Attendance(self)
        self._data = StationData(folders, clock, practice=practice, attend=self.attendance.begin)
        self.preferences = Preferences.read(folders.data / "preferences.json")
        self.look = Look(app, screen_fonts(folders.cache / "fonts"), fusion=fusion)
        self.languages = Languages()
        language = Language(self.preferences.language)
        if language is not self.languages.current:
            self.languages.use(language)
        self.look.use(self.preferences.theme, self.preferences.size)
        self._app, self._scanner = app, scanner
        self._clipboard = ClipboardWatch(app.clipboard(), self._copied, self)
        self.window = MainWindow(self.look, self.languages)
        FirstPaint(self.window, self._listen)
        # Qt's own menus learn the language then; our words are in it already
        FirstPaint(self.window, lambda: self.languages.use(language))
        catch_all(self.window.tell_trouble)
        self.attendance.changed.connect(self.window.changed_elsewhere)
        self.attendance.data.connect(lambda words: self.window.tell_state(data=words))
        self.window.looks_changed.connect(self._keep_looks)
        self.languages.changed.connect(self._tell_data)
        self.window.locked.connect(self._locked)
        self.window.signed_out.connect(self._signed_out)
        self.window.other_wanted.connect(self._ask_other)
        self.window.closing.connect(self.close)
        self.rounds = Rounds(self, self.window, self.runner, self._clock, parent=self)
        self.gates = Gates(self.window, self.runner, self._data, folders, parent=self)
        self.gates.opened.connect(self._enter)
        self.gates.welcomed.connect(self._tell_data)
        self.gates.welcomed.connect(self._warm_up)
        self.gates.welcomed.connect(self.rounds.watch_line)
        self.languages.changed.connect(self.rounds.say_again)

    @property
    def open_counter(self) -> Counter | None:
        """The services, once they are open."""
        return self._data.opened

    @property
    def actor(self) -> Actor | None:
        """Who works here now."""
        return self._actor

    def _listen(self) -> None:
        """Watch for scans, once there is something to be seen."""
        if self._scanner is None:
            from desktop.ui.kit.scanner import Scanner  # for start-up time

            self._scanner = Scanner(parent=self)
        self._scanner.watch(self._app)
        self.window.listen(self._scanner)

    def open(self) -> None:
        """Show the sign-in page, and open the database behind it."""
        self.gates.open()

    def counter(self) -> Counter:
        """Return the services, opened at the first call; for workers only."""
        return self._data.counter()

    def close(self) -> None:
        """Finish what is under way, store what waits, close the database. Called once, at the end."""
        self._clipboard.leave_nothing()
        self.rounds.stop()
        self.runner.close()
        self._data.close()

    def _warm_up(self) -> None:
        if not self._warming:
            from desktop.warm_up import warm_up  # for start-up time

            self._warming = warm_up(self.runner, lambda: self.counter().office.fonts(), self.collector.settle)

    def _enter(self, actor: Actor) -> None:
        from desktop.ui.duties import duty  # for start-up time

        if self._actor is not None:  # Enter was pressed once too often
            return
        self._actor = actor
        counter = self.counter()
        self.rounds.tell_time()
        begun = duty(counter, actor, self.runner, self.window.go)
        Slices(self, [partial(self._prepare, begun, partial(self._begin, begun, counter, actor))])

    def _prepare(self, begun: Duty, then: Callable[[], None]) -> None:
        Slices(self, [*self.window.prepare(begun), then])

    def _begin(self, begun: Duty, counter: Counter, actor: Actor) -> None:
        self.window.enter(begun)
        Slices(self, [partial(self._look_around, counter, actor)])

    def _look_around(self, counter: Counter, actor: Actor) -> None:
        """Look at all that begins with somebody's work, in a turn of its own: the frame takes most of one."""
        if self._actor is not actor:  # gone again
            return
        from desktop.domain.rights import Right  # here for start-up time

        watched = partial(counter.clock_watch.begin, actor)
        self.runner.run(watched, self._warn, self.window.tell_trouble, lane="background")
        self._background(partial(counter.moved.look, actor))
        if actor.may(Right.KEEP_DATABASE) or actor.may(Right.KEEP_KEYS):
            self.runner.run(partial(counter.keys.due, actor), self._warn, self.window.tell_trouble)
        self.rounds.begin()
        if self._data.unclean:
            self._data.unclean = False
            self.runner.run(
                lambda: counter.drafts.open(actor), self._take_up, self.window.tell_trouble, lane="background"
            )
        elif actor.may(Right.WORK_DAY):
            job = partial(counter.day_start.first_today, actor)
            self.runner.run(job, self._show_day, self.window.tell_trouble)

    def _warn(self, words: Sentence | None) -> None:
        """Say what a day begins with: keys that are still to be made, a clock that is not right."""
        if words is not None:
            self.window.tell_trouble(EnvironmentTrouble(words))

    def _show_day(self, first: bool) -> None:
        """The first time on a day that somebody signs in they see what it begins with."""
        if first:
            self.window.offer("work_list")

    def _take_up(self, drafts: tuple[DraftRow, ...]) -> None:
        """After a crash the form that was being filled in comes back by itself."""
        from desktop.ui.taking_up import take_up

        if drafts:
            take_up(self.window.go, drafts[0])

    # -- what the window tells -----------------------------------------------------------------------
    def _copied(self, words: str) -> None:
        """A whole number was put on the clipboard: write it down, masked."""
        actor = self._actor
        if actor is not None:
            job = partial(self.counter().whole_numbers.copied, actor, words, self.window.matter)
            self._background(job)

    def _locked(self) -> None:
        self._clipboard.clear()
        actor = self._actor
        if actor is not None:
            self._background(lambda: self.counter().sign_in.locked(actor))

    def _ask_other(self) -> None:
        """Somebody else signs in over the lock, or the lock comes back; meanwhile everything stays as it is."""
        if self._actor is not None:
            self.gates.show_over(self._actor, self._take_over)

    def _take_over(self, gate: Presenter, second: Actor) -> None:
        """The first clerk's forms are stored, and who left is written down; only then does the second begin."""
        first = self._actor
        if first is None:
            return
        if (first.staff_id, first.counter_number) == (second.staff_id, second.counter_number):
            self._actor = second
            self.window.unlock()
            return
        self.window.put_by()
        self.runner.run(
            lambda: self._hand_on(first, second),  # after the forms: one lane, in order
            lambda _: self._change_clerk(second),
            gate.failed.emit,
            lane="background",
        )

    def _hand_on(self, first: Actor, second: Actor) -> None:
        self.counter().sign_in.taken_over(first, second)
        self.counter().drafts.hand_on(first)

    def _leave(self, actor: Actor) -> None:
        self.counter().drafts.hand_on(actor)
        self.counter().sign_in.sign_out(actor)

    def _change_clerk(self, second: Actor) -> None:
        self.window.give_up()
        self._actor = None
        self._enter(second)

    def _signed_out(self) -> None:
        self._clipboard.leave_nothing()
        actor, self._actor = self._actor, None
        if actor is not None:
            self._background(lambda: self._leave(actor))
        self.gates.open_again()

    def _keep_looks(self) -> None:
        self.preferences.language = self.languages.current.value
        self.preferences.theme, self.preferences.size = self.look.theme.name, self.look.size
        path = self._folders.data / "preferences.json"
        self._background(lambda: self.preferences.write(path))

    def _tell_data(self) -> None:
        if self.open_counter is not None:
            self.window.tell_state(data=self.attendance.words())

    def _background(self, job: Any) -> None:
        self.runner.run(job, self._nothing, self.window.tell_trouble, lane="background")

    def _nothing(self, _: object) -> None:
        """Take the answer of a job that has none."""


def screen_fonts(cache: Path) -> Mapping[str, Path]:
    """Return the files of the screen's fonts, unpacked at the first start (a second or two)."""
    return {name: font_file(cache, name) for name in (SCREEN, HEADING, *RARE)}


def run(arguments: list[str]) -> int:
    """Run the program until its window is closed; return the exit code."""
    folders = default_folders()
    keep_to_oneself(folders.data, folders.cache)
    app = QApplication([arguments[0], "-style", "fusion"])
    app.setApplicationName("residence-counter")
    lock = only_one(folders.data)
    if lock is None:
        return 1
    try:
        practice = "--practice" in arguments[1:]
        program = Program(app, folders, SystemClock(), practice=practice, fusion=True)
        FirstPaint(program.window, lambda: _log_to(folders.data / "log"))
        program.open()
        program.window.show()
        return app.exec()
    except PaperError as error:  # the shipped fonts cannot be unpacked: nothing could be read on the screen
        refuse(str(error))
        return 1
    finally:
        lock.unlock()


def _log_to(folder: Path) -> None:
    from desktop.log_file import log_to  # for start-up time: nothing is logged before the window is seen

    log_to(folder)
