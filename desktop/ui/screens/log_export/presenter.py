"""What the export screen knows: the span and how many rows it has, how far an export is, what it left."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal

from desktop.domain.errors import BadInput, CounterError, EnvironmentTrouble, FieldProblem, sentence
from desktop.domain.fields import read_date
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor, ExportDone

FORMATS = ("csv", "xlsx", "pdf")


class LogExportPresenter(Presenter):
    """Exports the log of a span of days; one export at a time, stopped at any moment."""

    counted = Signal()
    """`rows` has changed."""
    moved = Signal()
    """`running`, `written` or `total` has changed."""
    finished = Signal()
    """`done` has changed."""
    refused = Signal(object)
    """Fields that break their rules: tuple of FieldProblem."""
    exists = Signal(str)
    """A file of that name is there already: ask, then `write_log(values, replace=True)`."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner) -> None:
        super().__init__()
        self._counter, self._actor, self._runner = counter, actor, runner
        self._latest = Latest(runner)
        self._stop = Event()
        self.today = counter.day.today()
        self.rows: int | None = None
        self.running = False
        self.written = self.total = 0
        self.done: ExportDone | None = None

    def title(self) -> str:
        """The screen's name."""
        return text("log_export", "日志导出")

    def leave(self) -> bool:
        """Leaving stops an export under way; it leaves no file."""
        self._stop.set()
        return True

    def default_path(self, kind: str, first: date, last: date) -> str:
        """A name that says what is in the file, in the user's documents."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        span = f"{first:%Y%m%d}" if first == last else f"{first:%Y%m%d}-{last:%Y%m%d}"
        return str(Path(folder) / f"台账-{self._actor.station.station_code}-{span}.{kind}")

    def span(self, values: Mapping[str, str]) -> tuple[tuple[date, date] | None, tuple[FieldProblem, ...]]:
        """Read the first and the last day; the problems when there are any."""
        problems: list[FieldProblem] = []
        days: list[date] = []
        for name in ("first_day", "last_day"):
            try:
                days.append(read_date(name, values.get(name, ""), self.today))
            except BadInput as error:
                problems.append(FieldProblem(error.field, error.message))
        if not problems and days[1] < days[0]:
            late = sentence("log_export", "截止日期不能早于起始日期。")
            problems.append(FieldProblem("last_day", late))
        return ((days[0], days[1]) if not problems else None), tuple(problems)

    def count(self, values: Mapping[str, str]) -> None:
        """Count the rows of the span as it stands; only the latest question is answered."""
        span, _ = self.span(values)
        if span is None:
            self._latest.forget()
            self._counted(None)
        else:
            self._latest.run(partial(self._counter.day_log.count, *span), self._counted, self.fail)

    def write_log(self, values: Mapping[str, str], *, replace: bool = False) -> None:
        """Export what the form says; a file that is there already is asked about first."""
        if self.running:
            return
        span, problems = self.span(values)
        path = values.get("path", "").strip()
        if not path:
            problems += (FieldProblem("path", sentence("log_export", "请填写要存成的文件。")),)
        if span is None or problems:
            self.refused.emit(problems)
            return
        self._stop.clear()
        self.done = None
        self._set_running(True)
        job = partial(self._export, *span, dict(values), Path(path).expanduser(), replace)
        # on the paper's worker: an export takes minutes, and drafts must not wait behind it
        self._runner.run(job, self._ended, self._not_ended, lane="printing")

    def cancel(self) -> None:
        """Stop the export; nothing is left of it."""
        self._stop.set()

    def fail(self, error: CounterError) -> None:
        """Trouble with the disk goes to the banner, the rest to the view."""
        if isinstance(error, EnvironmentTrouble):
            self.trouble.emit(error)
        else:
            super().fail(error)

    def _export(
        self, first: date, last: date, values: dict[str, str], path: Path, replace: bool
    ) -> ExportDone | str:
        from desktop.services.day_log import LogFormat, LogRequest  # brings the database along

        if path.exists() and not replace:
            return str(path)
        request = LogRequest(
            first, last, LogFormat(values["format"]), path, values.get("whole_numbers") == "yes"
        )
        return self._counter.day_log.export(self._actor, request, self._told, self._stop.is_set)

    def _told(self, written: int, total: int) -> None:
        self._runner.post(partial(self._progress, written, total))

    def _progress(self, written: int, total: int) -> None:
        self.written, self.total = written, total
        self.moved.emit()

    def _counted(self, rows: int | None) -> None:
        self.rows = rows
        self.counted.emit()

    def _ended(self, answer: ExportDone | str) -> None:
        self._set_running(False)
        if isinstance(answer, str):
            self.exists.emit(answer)
            return
        self.done = answer
        self.trouble.emit(None)
        self.finished.emit()
        self.notice.emit(text("log_export", "导出完成，共 {rows} 行。").format(rows=answer.rows))

    def _not_ended(self, error: CounterError) -> None:
        self._set_running(False)
        self.fail(error)

    def _set_running(self, running: bool) -> None:
        self.running = running
        self.written = self.total = 0
        self.moved.emit()
