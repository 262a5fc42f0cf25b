"""What the export's screen knows: the span, how many rows it has, how far the export is, what came of it."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from shiboken6 import isValid

from desktop.domain.errors import BadInput, CounterError, FieldProblem, Sentence, sentence
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.dates import read_day
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.day_log import LogRequest
    from desktop.services.day_rows import ExportDone
    from desktop.services.rows import Actor

FORMATS = ("csv", "xlsx", "pdf", "jsonl")
_NO_DAY = sentence("log_export", "请填写日期，如 20260131。")
_NO_PATH = sentence("log_export", "请选择保存位置。")
_NO_FULL_PATH = sentence("log_export", "请填写完整路径，从根文件夹写起。")
_IS_FOLDER = sentence("log_export", "这是一个文件夹，请再加上文件名。")


class LogExportPresenter(Presenter):
    """Counts while dates are typed; exports in the background; can be stopped at any time."""

    counted = Signal()
    """`count` is another one."""
    changed = Signal()
    """An export began, moved on, or ended."""
    problems = Signal(object)
    """What is wrong with the fields (a tuple of FieldProblem); empty takes earlier ones back."""
    replace_asked = Signal(str)
    """A file of that name is there already: ask before it is replaced."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner) -> None:
        super().__init__()
        self._log, self._actor, self._runner = counter.day_log, actor, runner
        self._count_asked = Latest(runner)
        self._cancel = threading.Event()
        self._confirmed: LogRequest | None = None
        self.today = counter.day.today()
        self.count: int | None = None
        self.running = False
        self.cancelling = False
        self.done, self.total = 0, 0
        self.finished: ExportDone | None = None
        self.failure: CounterError | None = None
        self.ask(self.today.isoformat(), self.today.isoformat())

    def title(self) -> str:
        """The screen's name."""
        return text("log_export", "导出台账")

    # -- the form --------------------------------------------------------------------------------------
    def ask(self, first_day: str, last_day: str) -> None:
        """Count the rows of the span as typed; only the latest question is answered."""
        first, last = read_day(first_day), read_day(last_day)
        if first is None or last is None or last < first:
            self._count_asked.forget()
            self.count = None
            self.counted.emit()
            return
        self._count_asked.run(partial(self._log.count, self._actor, first, last), self._show_count, self.fail)

    def span(self, which: str) -> tuple[date, date]:
        """Give a usual span: "today", "month" up to today, or "last_month"."""
        if which == "today":
            return self.today, self.today
        begin = self.today.replace(day=1)
        if which == "month":
            return begin, self.today
        end = begin - timedelta(days=1)
        return end.replace(day=1), end

    def suggested_path(self, first_day: str, last_day: str, kind: str) -> str:
        """Give a sensible place and name. Always Chinese, as the log is."""
        first, last = read_day(first_day), read_day(last_day)
        span = f"-{first.isoformat()}" if first else ""
        if last and last != first:
            span += f"至{last.isoformat()}"
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return str(Path(folder) / f"台账{span}.{kind or FORMATS[0]}")

    # -- the export ------------------------------------------------------------------------------------
    def begin(self, values: Mapping[str, str]) -> None:
        """Check the fields, look whether the file is there, and begin."""
        if self.running:
            return
        found = self._read(values)
        if isinstance(found, tuple):
            self.problems.emit(found)
            return
        self.problems.emit(())
        self.running, self.cancelling = True, False
        self.done, self.total = 0, 0
        self.finished, self.failure = None, None
        self._cancel.clear()
        self.changed.emit()
        self._runner.run(
            found.path.exists, partial(self._begin_or_ask, found), self._ended_badly, lane="export"
        )

    def replace(self) -> None:
        """The file that is there may go."""
        if self._confirmed is not None:
            request, self._confirmed = self._confirmed, None
            self._begin(request)

    def keep(self) -> None:
        """The file that is there stays: nothing is exported."""
        self._confirmed = None
        self.running = False
        self.changed.emit()

    def cancel(self) -> None:
        """Stop; nothing is left."""
        if self.running and not self.cancelling:
            self.cancelling = True
            self._cancel.set()
            self.changed.emit()

    def leave(self) -> bool:
        """An export goes with its screen, so the screen stays while one runs."""
        if self.running:
            self.notice.emit(text("log_export", "正在导出。要离开这一页，请先取消导出，或等它完成。"))
        return not self.running

    def put_by(self) -> None:
        """An export that is still running goes with its clerk."""
        self.cancel()

    # -- jobs and answers ------------------------------------------------------------------------------
    def _read(self, values: Mapping[str, str]) -> LogRequest | tuple[FieldProblem, ...]:
        from desktop.services.day_log import LogFormat, LogRequest

        problems: list[FieldProblem] = []

        def wrong(field: str, words: Sentence) -> None:
            problems.append(FieldProblem(field, words))

        first, last = read_day(values["first_day"]), read_day(values["last_day"])
        if first is None:
            wrong("first_day", _NO_DAY)
        if last is None:
            wrong("last_day", _NO_DAY)
        kind = values["format"] or FORMATS[0]
        path = Path(values["path"].strip()).expanduser()
        if not values["path"].strip():
            wrong("path", _NO_PATH)
        elif not path.is_absolute():
            wrong("path", _NO_FULL_PATH)
        elif values["path"].rstrip().endswith(("/", "\\")):
            wrong("path", _IS_FOLDER)
        if problems or first is None or last is None:
            return tuple(problems)
        if path.suffix.lower() != f".{kind}":
            path = path.with_name(f"{path.name}.{kind}")
        return LogRequest(first, last, LogFormat(kind), path, values["whole_numbers"] == "yes")

    def _begin_or_ask(self, request: LogRequest, exists: bool) -> None:
        if exists:
            self._confirmed = request
            self.replace_asked.emit(str(request.path))
        else:
            self._begin(request)

    def _begin(self, request: LogRequest) -> None:
        job = partial(self._log.export, self._actor, request, self._report, self._cancel.is_set)
        self._runner.run(job, self._ended, self._ended_badly, lane="export")

    def _report(self, done: int, total: int) -> None:
        """In the worker: hand the progress to the screen."""
        self._runner.post(partial(self._show_progress, done, total))

    def _show_progress(self, done: int, total: int) -> None:
        if isValid(self) and self.running:
            self.done, self.total = done, total
            self.changed.emit()

    def _show_count(self, count: int) -> None:
        self.count = count
        self.counted.emit()

    def _ended(self, done: ExportDone) -> None:
        self.running, self.finished = False, done
        self.notice.emit(text("log_export", "台账已导出：{rows} 条。").format(rows=f"{done.rows:,}"))
        self.changed.emit()

    def _ended_badly(self, error: CounterError) -> None:
        self.running = False
        if isinstance(error, BadInput):
            self.changed.emit()
            self.problems.emit((FieldProblem(error.field, error.message),))
            return
        self.failure = error
        self.changed.emit()
