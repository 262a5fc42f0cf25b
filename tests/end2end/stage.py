"""What every walk through the program stands on: the window, a hand, pictures, and what the services know."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.app import Program
from desktop.services.clock_watch import ClockWatch
from desktop.services.counter import Counter
from desktop.services.ports import Clock, Folders
from desktop.services.rows import CaseRow
from desktop.ui.kit.scanner import Scanner
from tests.end2end.hand import Hand, KeyTimes

T = TypeVar("T")
THEMES = ("light", "dark", "high_contrast")
SIZE = (1440, 900)
LATE_MS = 2_000
"""A busy machine takes its time between two keys of a scan, which the scanner's own times do not say."""


class Stage:
    """The real program on a practice station, and what is done again and again in it."""

    def __init__(
        self,
        app: QApplication,
        folders: Folders,
        clock: Clock,
        out: Path,
        *,
        gallery: bool,
        practice: bool = True,
    ) -> None:
        times = KeyTimes()
        self.program = Program(app, folders, clock, practice=practice, scanner=Scanner(times, late=LATE_MS))
        self.clock = clock
        self.window = self.program.window
        self.window.resize(*SIZE)
        self.hand = Hand(self.window, out, times)
        self.out = out
        self._gallery = gallery
        self.cases: list[int] = []

    def read(self, question: Callable[[Counter], T]) -> T:
        """Ask the services behind the window what the clerk did; in a worker, as the screen's thread may not."""
        running = self.hand.watch.running
        self.hand.watch.pause()
        with ThreadPoolExecutor(1) as worker:
            answer = worker.submit(lambda: question(self.program.counter())).result()
        if running:
            self.hand.watch.start()
        return answer

    def time_passes(self) -> None:
        """Let the clock that nobody sets go along with the story's: time passes, and nobody has set this machine's."""
        self.read(lambda counter: goes_along(counter.clock_watch, self.clock))

    def search(self, words: str) -> None:
        self.hand.chord("Ctrl+K")
        self.hand.chord("Ctrl+A")
        self.hand.type(words)

    def open_person(self, words: str) -> None:
        hand = self.hand
        self.search(words)
        hand.until(lambda: hand.sees("results"), f"somebody is found for {words}")
        hand.key(Qt.Key.Key_Return)
        hand.until(lambda: hand.sees("person_page") or hand.focus_is("results"), "the person, or the list")
        if not hand.sees("person_page"):
            hand.key(Qt.Key.Key_Return)
        hand.until(lambda: hand.sees("person_page"), "the person's page opens")

    def words_on_screen(self) -> str:
        return "\n".join(label.text() for label in self.window.findChildren(QLabel) if label.isVisible())

    def value(self, name: str) -> str:
        box = self.hand.find(name)
        return str(getattr(box, "text", lambda: "")())

    def label_words(self, name: str) -> str:
        widget = self.hand.find(name)
        return str(getattr(widget, "text", lambda: "")())

    def button_words(self, name: str) -> str:
        return str(getattr(self.hand.find(name), "text", lambda: "")())

    def days_ago(self, days: int) -> str:
        today = self.read(lambda counter: counter.day.today())
        return (today - timedelta(days=days)).strftime("%Y%m%d")

    def to_papers(self, name: str, page: str = "1 / 1") -> None:
        """The papers screen opens after a case is stored; keep its picture and remember the case."""
        hand = self.hand
        hand.until(lambda: hand.sees("copies") and hand.sees("preview"), f"the papers of {name} open")
        hand.until(lambda: page in self.words_on_screen(), f"the preview of {name} is drawn")
        self.gallery(f"paper-{name}")
        self.cases.append(self.read(todays_cases)[0].case_id)

    def save_pdf(self, name: str) -> None:
        """Save the paper on the screen as a file: what a counter without a printer does."""
        hand = self.hand
        with hand.step(f"save {name}"):
            hand.chord("Ctrl+S")
            hand.until(lambda: hand.sees("save_dialog"), "the file dialog opens")
            hand.chord("Ctrl+A")
            path = (self.out / "papers" / name).resolve()
            hand.type(str(path))
            hand.key(Qt.Key.Key_Return)
            hand.until(path.exists, "the file is written")
            hand.until(lambda: not hand.sees("save_dialog"), "the dialog is gone")
            hand.steps[-1].files.append(f"papers/{name}")

    def day_begins(self) -> None:
        """Wait for what somebody is shown who signs in for the first time on a day."""
        self.hand.until(lambda: self.hand.sees("work"), "what the day begins with")
        self.hand.built()

    def rows(self, name: str) -> tuple[Any, ...]:
        """The rows of a list."""
        return tuple(self.hand.find(name).model().rows)  # type: ignore[attr-defined]

    def current(self, name: str) -> Any:
        """The row of a list under the cursor."""
        return self.hand.find(name).current()  # type: ignore[attr-defined]

    def down_to(self, name: str, wanted: Callable[[Any], bool]) -> None:
        """Press Down in a list until the cursor is on the row that is wanted."""
        hand = self.hand
        hand.until(lambda: self.current(name) is not None, f"{name} has rows")
        hand.reach(name)
        hand.key(Qt.Key.Key_Home)
        for _ in range(60):
            row = self.current(name)
            if row is not None and wanted(row):
                return
            hand.key(Qt.Key.Key_Down)
        hand.picture(f"failed-down-to-{name}")
        raise AssertionError(f"nobody in {name} is the one that is wanted")

    def gallery(self, name: str, over: Callable[[], None] | None = None) -> None:
        """Keep pictures of what is on the screen, in both languages, all themes, and at 200 %.

        `over` opens a sheet or a menu over the screen, anew for each picture; Esc closes it.
        """
        hand = self.hand
        self.picture(name, over)
        if not self._gallery:
            return
        hand.watch.pause()
        for language in ("zh", "en"):
            for theme in THEMES:
                self.program.look.use(theme, 100)
                self.picture(f"{name}-{language}-{theme}", over)
            self.program.look.use("light", 200)
            self.picture(f"{name}-{language}-200", over)
            self.program.look.use("light", 100)
            hand.built()
            self.program.languages.switch()
            hand.built()
        hand.watch.reset()
        hand.watch.start()

    def picture(self, name: str, over: Callable[[], None] | None) -> None:
        """Keep one picture, with what `over` opens."""
        hand = self.hand
        if over is None:
            hand.picture(name)
            return
        hand.built()
        over()
        hand.until(lambda: shown_over() is not None, f"{name} opens")
        hand.picture(name)
        hand.key(Qt.Key.Key_Escape)
        hand.until(lambda: shown_over() is None, f"{name} closes")


def goes_along(watch: ClockWatch, clock: Clock) -> None:
    """Have a watch hold a clock against itself."""
    watch._ticks = lambda: clock.now().timestamp()
    watch._seen = (clock.now(), watch._ticks())


def shown_over() -> QWidget | None:
    """Give the sheet or the menu that stands over the window."""
    return QApplication.activeModalWidget() or QApplication.activePopupWidget()


def todays_cases(counter: Counter) -> tuple[CaseRow, ...]:
    """Give the cases of the tour's counter, newest first."""
    return counter.day.cases(counter.day.today(), counter=2)


def stored_copies(case_id: int, counter: Counter) -> tuple[str, list[tuple[int, str, bytes]]]:
    """Give whose case it is, and each stored copy: its number, its paper's number, the PDF."""
    copies = [
        (copy.number, paper.paper_number, counter.papers.pdf(copy.copy_id))
        for paper in counter.papers.of_case(case_id)
        for copy in paper.copies
    ]
    return counter.day.case(case_id).person_name, copies
