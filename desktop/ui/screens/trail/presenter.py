"""What the trail's screen knows: the entries that are seen, what is looked for, the check that runs."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths, Signal
from shiboken6 import isValid

from desktop.domain.errors import BadInput, CounterError, FieldProblem, sentence
from desktop.domain.rights import Right
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.dates import read_day
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.domain.trail_report import TrailReport
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor
    from desktop.services.trail_checks import TrailState
    from desktop.services.trail_keeping import ArchiveDone, ArchiveDue
    from desktop.services.trail_pages import TrailChoices, TrailPage, TrailRow, TrailWanted

SPAN = timedelta(days=30)
"""What is looked for unless another span is typed."""
DONE, FAILED = "done", "failed"
_NO_DAY = sentence("trail", "请填写日期，如 20260131。")


class TrailPresenter(Presenter):
    """Reads a page at a time; one check, archive or check of a file at a time, in the background."""

    changed = Signal()
    """Other entries are seen."""
    grown = Signal()
    """Older entries were added at the end."""
    chosen_from = Signal()
    """What can be filtered by is known."""
    problems = Signal(object)
    """What is wrong with the fields (a tuple of FieldProblem); empty takes earlier ones back."""
    worked = Signal()
    """A check or an archive began, moved on, or ended."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner) -> None:
        super().__init__()
        self._counter, self._actor, self._runner = counter, actor, runner
        self._reading, self._growing = Latest(runner), Latest(runner)
        self._stop = threading.Event()
        self.last_day = counter.day.today()
        self.first_day = self.last_day - SPAN
        self.may_check = actor.may(Right.CHECK_TRAIL)
        self.wanted: TrailWanted | None = None
        self.rows: tuple[TrailRow, ...] = ()
        self.more = False
        self.choices: TrailChoices | None = None
        self.due: ArchiveDue | None = None
        self.running = ""
        self.stopping = False
        self.done, self.total = 0, 0
        self.outcome: TrailState | TrailReport | ArchiveDone | CounterError | None = None
        self.checked_file = ""
        runner.run(partial(counter.trail_pages.choices, actor), self._show_choices, self.fail)
        self._look_whether_due()
        self.search({"first_day": self.first_day.isoformat(), "last_day": self.last_day.isoformat()})

    def title(self) -> str:
        """The screen's name."""
        return text("trail", "留痕")

    # -- reading ---------------------------------------------------------------------------------------
    def search(self, values: Mapping[str, str]) -> None:
        """Look for entries; only the latest question is answered."""
        found = self._read(values)
        if isinstance(found, tuple):
            self.problems.emit(found)
            return
        self.problems.emit(())
        self.wanted = found
        self._growing.forget()
        self._reading.run(
            partial(self._counter.trail_pages.begin, self._actor, found), self._show, self._not_found
        )

    def older(self) -> None:
        """Read on, if there is more."""
        if not self.more or self.wanted is None or not self.rows:
            return
        self.more = False
        job = partial(self._counter.trail_pages.older, self._actor, self.wanted, self.rows[-1])
        self._growing.run(job, self._add, self.fail)

    def _read(self, values: Mapping[str, str]) -> TrailWanted | tuple[FieldProblem, ...]:
        from desktop.services.trail_pages import TrailWanted

        days = {name: read_day(values.get(name, "")) for name in ("first_day", "last_day")}
        problems = tuple(FieldProblem(name, _NO_DAY) for name, day in days.items() if day is None)
        first, last = days["first_day"], days["last_day"]
        if problems or first is None or last is None:
            return problems
        result = values.get("result", "")
        return TrailWanted(
            first,
            last,
            values.get("id_number", "").strip().upper(),
            int(values["staff"]) if values.get("staff") else None,
            int(values["counter"]) if values.get("counter") else None,
            values.get("action", ""),
            None if not result else result == FAILED,
        )

    def _show(self, page: TrailPage) -> None:
        self.rows, self.more = page.rows, page.more
        self.changed.emit()

    def _add(self, page: TrailPage) -> None:
        self.rows, self.more = (*self.rows, *page.rows), page.more
        self.grown.emit()

    def _not_found(self, error: CounterError) -> None:
        self.rows, self.more = (), False
        self.changed.emit()
        if isinstance(error, BadInput):
            self.problems.emit((FieldProblem(error.field, error.message),))
        else:
            self.fail(error)

    def _show_choices(self, choices: TrailChoices) -> None:
        self.choices = choices
        self.chosen_from.emit()

    # -- checking and archiving ------------------------------------------------------------------------
    def check(self) -> None:
        """Check the whole stored trail."""
        self._begin("check", self._counter.trail.check, self._ended)

    def check_file(self, path: str) -> None:
        """Check a file of the trail."""
        if path:
            self.checked_file = path
            self._begin("file", self._counter.trail_files.check, self._ended, Path(path))

    def archive(self, path: str) -> None:
        """Put away what has been kept long enough."""
        if path:
            self._begin("archive", self._counter.trail_keeping.archive, self._archived, Path(path))

    def stop(self) -> None:
        """Stop what runs."""
        if self.running and not self.stopping:
            self.stopping = True
            self._stop.set()
            self.worked.emit()

    def leave(self) -> bool:
        """A check goes with its screen, so the screen stays while one runs."""
        if self.running:
            self.notice.emit(text("trail", "正在核验或归档。要离开这一页，请先停止，或等它完成。"))
        return not self.running

    def put_by(self) -> None:
        """What still runs goes with who began it."""
        self.stop()

    def suggested_archive(self) -> str:
        """Give a sensible place and name for an archive."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        last = self.due.last_day.isoformat() if self.due is not None else ""
        return str(Path(folder) / f"留痕归档-至{last}.jsonl")

    def _begin(self, what: str, job: Callable[..., Any], ended: Callable[[Any], None], *about: Path) -> None:
        if self.running:
            return
        self._stop.clear()
        self.running, self.stopping, self.outcome = what, False, None
        self.done, self.total = 0, 0
        self.worked.emit()
        asked = partial(job, self._actor, *about, self._report, self._stop.is_set)
        self._runner.run(asked, ended, self._ended_badly, lane="export")

    def _report(self, done: int, total: int) -> None:
        """In the worker: hand the progress to the screen."""
        self._runner.post(partial(self._show_progress, done, total))

    def _show_progress(self, done: int, total: int) -> None:
        if isValid(self) and self.running:
            self.done, self.total = done, total
            self.worked.emit()

    def _ended(self, outcome: Any) -> None:
        self.running, self.outcome = "", outcome
        self.worked.emit()

    def _archived(self, done: ArchiveDone) -> None:
        self._look_whether_due()
        self._ended(done)

    def _ended_badly(self, error: CounterError) -> None:
        self._ended(error)

    def _look_whether_due(self) -> None:
        job = partial(self._counter.trail_keeping.due, self._actor)
        self._runner.run(job, self._show_due, self.fail, lane="background")

    def _show_due(self, due: ArchiveDue) -> None:
        self.due = due
        self.worked.emit()
