"""The day's log (台账): counted, and exported by a child process into a file that is whole or not there."""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.domain.errors import BadInput, CounterError, EnvironmentTrouble, NotPossible, Sentence, sentence
from desktop.domain.rights import Right
from desktop.domain.times import CHINA
from desktop.models.faults import trouble
from desktop.services import trail_export
from desktop.services.day_rows import ExportDone
from desktop.services.export_child import Child
from desktop.services.journal import Happening
from desktop.services.log_columns import COUNT, HEADINGS, statement
from desktop.services.rights import needs
from desktop.services.whole_files import check_place

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_log = logging.getLogger(__name__)
_WIDTHS = (10, 20, 12, 6, 14, 18, 12, 22, 26, 28, 18, 50, 68)
_CANCELLED = sentence("errors", "已取消导出，没有留下文件。")
LOOK = 0.1
"""Seconds between two looks at whether the clerk wants to stop."""

Progress = Callable[[int, int], None]


class LogFormat(StrEnum):
    """What an export is written as. `TRAIL` has every entry as it was hashed, signed, to be checked anywhere."""

    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"
    TRAIL = "jsonl"


@dataclass(frozen=True, slots=True)
class LogRequest:
    """What to export: both days included, ID numbers whole or masked, a file of that name replaced."""

    first: date
    last: date
    format: LogFormat
    path: Path
    whole_numbers: bool


class ExportCancelled(CounterError):
    """The clerk stopped the export; no file was left."""


class DayLog:
    """Counts and exports the trail of a span of days."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.EXPORT_LOG)
    def count(self, actor: Actor, first: date, last: date) -> int:
        """Return how many entries the days from first to last have, both included."""
        with self._office.database.faults():
            return int(self._office.database.link.one(COUNT, first=first, last=last).rows)  # type: ignore[union-attr]

    @needs(Right.EXPORT_LOG)
    def export(
        self, actor: Actor, request: LogRequest, progress: Progress, cancelled: Callable[[], bool]
    ) -> ExportDone:
        """Write the log to a file and return what was written; blocks until done, for the background worker.

        `progress(done, total)` counts rows; `cancelled()` is asked ten times a second. The export is written
        into the trail before its file appears. Raises NotPossible for a
        PDF of over 20,000 rows, BadInput for a span that ends before it begins, ExportCancelled, and
        EnvironmentTrouble for the disk; in each case no file was made and one of that name is untouched.
        """
        if request.last < request.first:
            raise BadInput("last_day", sentence("errors", "结束日期不能早于开始日期。"))
        if not request.path.parent.is_dir():
            raise _not_written(request.path, "文件夹不存在")
        try:
            check_place(request.path)
        except OSError as error:
            raise _not_written(request.path, error.strerror or type(error).__name__) from error
        self._journal.flush()
        at = self._office.clock.now()
        part = request.path.with_name(f".{request.path.name}.{uuid.uuid4().hex[:8]}.part")
        with self._scratch() as scratch:
            asked = self._asked(actor, request, at, part, scratch)
            child = Child(asked)
            try:
                return self._followed(child, actor, request, asked.get("root", ""), progress, cancelled)
            finally:
                child.end()
                part.unlink(missing_ok=True)

    def _followed(
        self,
        child: Child,
        actor: Actor,
        request: LogRequest,
        root: str,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> ExportDone:
        total = 0
        done: ExportDone | None = None
        while True:
            if done is None and cancelled():
                self._failed(actor, request, _CANCELLED)
                raise ExportCancelled(_CANCELLED)
            said = child.next(LOOK)
            if said is None:
                continue
            if "total" in said:
                total = int(said["total"])
                progress(0, total)
            elif "done" in said:
                progress(int(said["done"]), total)
            elif "ending" in said:
                child.tell(trail_export.ending(self._office, actor, total, root, said["ending"]).rstrip())
            elif "ready" in said:
                done = ExportDone(path=str(request.path), **said["ready"])
                self._write(actor, request, done, "export_log")
                child.tell("keep")
            elif "kept" in said and done is not None:
                return done
            else:
                error = self._told(request, said)
                if done is not None:
                    self._write(actor, request, done, "export_failed")
                else:
                    self._failed(actor, request, getattr(error, "message", ""))
                raise error

    def _asked(
        self, actor: Actor, request: LogRequest, at: datetime, part: Path, scratch: Path
    ) -> dict[str, Any]:
        database = self._office.database
        span = {"first": request.first, "last": request.last}
        wanted = statement(
            whole_numbers=request.whole_numbers, cells_too=request.format is not LogFormat.CSV
        ).compiled(database.engine.dialect)
        counted = COUNT.compiled(database.engine.dialect)
        return {
            **database.for_a_child(),
            "format": request.format.value,
            "path": str(request.path),
            "part": str(part),
            "scratch": str(scratch),
            "fonts": str(self._office.folders.cache / "fonts"),
            "own_fonts": str(self._office.folders.data / "fonts"),
            "select": wanted.text,
            "select_values": sendable(wanted.values(span)),
            "count": counted.text,
            "count_values": sendable(counted.values(span)),
            "headings": list(HEADINGS),
            "widths": list(_WIDTHS),
            **(
                trail_export.asked(self._office, actor, request.first, request.last)
                if request.format is LogFormat.TRAIL
                else {}
            ),
            "title": "当日台账" if request.first == request.last else "台账",
            "seal_title": "说明",
            "count_label": "记录数",
            "station": actor.station.name,
            "practice": actor.station.practice,
            "facts": [
                ["派出所", actor.station.name + ("（演练）" if actor.station.practice else "")],
                ["起止日期", f"{request.first.isoformat()} 至 {request.last.isoformat()}"],
                ["导出人", f"{actor.name}（窗口{actor.counter_number:02}）"],
                ["导出时间", at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M:%S")],
                ["证件号码", "完整" if request.whole_numbers else "已遮盖中间位"],
            ],
        }

    def _write(self, actor: Actor, request: LogRequest, done: ExportDone, action: str) -> None:
        numbers = "完整证件号码" if request.whole_numbers else "证件号码已遮盖"
        numbers = "留痕原文" if request.format is LogFormat.TRAIL else numbers
        detail = (
            f"{request.first.isoformat()}至{request.last.isoformat()} {request.format.value} "
            f"{done.rows}条 {numbers} SHA-256 {done.sha256}"
        )
        with self._office.database.write() as link:
            self._journal.write(link, Happening(actor, action, self._office.clock.now(), detail=detail))

    def _failed(self, actor: Actor, request: LogRequest, why: Sentence | str) -> None:
        """Keep in the trail that an export came to nothing; the screen does not wait for it."""
        detail = f"{request.first.isoformat()}至{request.last.isoformat()} {request.format.value} {why}"
        self._journal.note(Happening(actor, "export_failed", self._office.clock.now(), detail=detail))

    def _told(self, request: LogRequest, said: dict[str, Any]) -> Exception:
        kind, reason = str(said.get("trouble", "gone")), str(said.get("reason", ""))
        if kind == "disk":
            return _not_written(request.path, reason)
        if kind == "pdf_rows":
            return NotPossible(
                sentence(
                    "errors",
                    "这段日期有{rows}条记录，PDF最多20000条。请缩短日期范围，或改用CSV、XLSX格式。",
                ).fill(rows=reason)
            )
        known = trouble(Exception(reason), self._office.database.path)
        if known is not None:
            return known
        _log.error("the export's process failed: %s %s", kind, reason)
        return EnvironmentTrouble(
            sentence("errors", "导出中断，没有留下文件。请再导出一次；仍不成功请联系管理员。")
        )

    @contextlib.contextmanager
    def _scratch(self) -> Iterator[Path]:
        """A folder for a workbook's half-made sheets, swept when this export and any dead one is over."""
        root = self._office.folders.cache / "export"
        own = root / f"{os.getpid()}-{uuid.uuid4().hex[:8]}"
        try:
            for left in root.glob("*-*"):
                if not _alive(left.name):
                    shutil.rmtree(left, ignore_errors=True)
            own.mkdir(parents=True, mode=0o700)
        except OSError as error:
            raise _not_written(own, error.strerror or type(error).__name__) from error
        try:
            yield own
        finally:
            shutil.rmtree(own, ignore_errors=True)


def sendable(values: Any) -> Any:
    """Return a statement's values as JSON takes them; a server's driver has them by name, days as days."""
    if isinstance(values, dict):
        return {name: str(value) if isinstance(value, date) else value for name, value in values.items()}
    return values


def _not_written(path: Path, reason: str) -> EnvironmentTrouble:
    return EnvironmentTrouble(
        sentence("errors", "文件没有存成：{path}（{reason}）。原有文件没有改动，请换一个位置再存。").fill(
            path=str(path), reason=reason
        )
    )


def _alive(name: str) -> bool:
    """Whether the process whose number begins a scratch folder's name still runs."""
    if os.name == "nt":  # where signal 0 is no mere question
        return True
    try:
        os.kill(int(name.partition("-")[0]), 0)
    except (ValueError, ProcessLookupError):
        return False
    except OSError:
        return True
    return True
