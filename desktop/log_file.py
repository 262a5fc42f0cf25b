"""The program's log: what went wrong, for whoever looks after the program; never people's data.

The words of an exception are left out: drivers quote the values of a statement in them, `int()` what it was
given, a dictionary the key it has not got. What is kept is its kind, where it was raised, and the sentence of an
error of ours with its gaps unfilled. What is handed to a message is kept where it cannot be anybody's.
"""

from __future__ import annotations

import logging
import os
import re
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import Any

BYTES, KEPT = 1_000_000, 5
OWN = ("desktop", "printing")
"""Loggers whose messages are literals of ours; of others every part may be somebody's."""

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_.]{0,80}|[0-9A-F]{6}|[0-9.,:/ -]{1,12}")
"""Names of code, a fault's reference, small numbers, days and times."""
_SOMEBODYS = re.compile(r"[^\x00-\x7f]+|[0-9][0-9Xx]{5,}|'[^']*'|\"[^\"]*\"|\([^)]*\)|<[^>]*>")
"""What may be a name, a number or a quoted value in the words of somebody else's logger."""
_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class Discreet(logging.Formatter):
    """Formats a record without anything that may be personal."""

    def __init__(self) -> None:
        super().__init__(_FORM)

    def format(self, record: logging.LogRecord) -> str:
        """Give the line, and the frames of its exception below it."""
        plain = logging.makeLogRecord(record.__dict__)
        plain.msg, plain.args = _message(record), ()
        plain.exc_info = plain.exc_text = plain.stack_info = None
        line = super().format(plain)
        error = record.exc_info[1] if record.exc_info else None
        return line if error is None else f"{line}\n{told(error)}"


class LogFile(logging.Handler):
    """A handler whose file, and what writes it, are opened with the first line and not with the window."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line, or say it on stderr where the folder cannot be written."""
        if self._file is None:
            self._file = self._opened()
            self._file.setFormatter(Discreet())
        self._file.emit(record)

    def _opened(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler  # for start-up time

        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._folder / "program.log"
            return RotatingFileHandler(path, maxBytes=BYTES, backupCount=KEPT, encoding="utf-8")
        except OSError:
            return logging.StreamHandler()


def log_to(folder: Path) -> None:
    """Have everything that goes wrong written to a folder's log, and nothing of it to anywhere else.

    What nobody caught in a thread, or while something was thrown away, is printed by Python with all its words;
    it is logged instead. No picture of the memory is left when the program is killed.
    """
    logging.getLogger().addHandler(LogFile(folder))
    if logging.lastResort is not None:
        logging.lastResort.setFormatter(Discreet())
    threading.excepthook = lambda what: _uncaught("thread", what.exc_value)
    sys.unraisablehook = lambda what: _uncaught("unraisable", what.exc_value)
    leave_no_core()


def leave_no_core() -> None:
    """Forbid the system to write the memory of this program to a file when it crashes (setrlimit(2))."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def told(error: BaseException) -> str:
    """Give an exception and what led to it, innermost first: kinds, places and lines of code, no values."""
    chain: list[BaseException] = []
    at: BaseException | None = error
    while at is not None and at not in chain:
        chain.append(at)
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)
    return "\n".join(f"{_frames(one.__traceback__)}{_kind(one)}" for one in reversed(chain))


def _frames(trace: TracebackType | None) -> str:
    frames = traceback.extract_tb(trace)
    return "".join(traceback.format_list([_bare(frame) for frame in frames]))


def _bare(frame: traceback.FrameSummary) -> traceback.FrameSummary:
    """The frame with its line of code and no values of its variables."""
    return traceback.FrameSummary(frame.filename, frame.lineno, frame.name, line=frame.line)


def _kind(error: BaseException) -> str:
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    told = [str(getattr(error, "sqlstate", "") or getattr(error, "sqlite_errorname", "") or "")]
    if isinstance(error, OSError) and error.errno is not None:
        told.append(os.strerror(error.errno))
    template = getattr(getattr(error, "message", None), "template", None) or getattr(error, "template", None)
    told.append(template if isinstance(template, str) else "")
    words = ", ".join(part for part in told if part)
    return f"{name}: {words}" if words else name


def _message(record: logging.LogRecord) -> str:
    own = record.name.partition(".")[0] in OWN
    if own and isinstance(record.msg, str):
        args = record.args if isinstance(record.args, tuple) else ()
        try:
            return record.msg % tuple(_plain(arg) for arg in args) if args else record.msg
        except (TypeError, ValueError):
            return record.msg
    try:
        return _SOMEBODYS.sub("…", record.getMessage())
    except Exception:  # a foreign record whose arguments do not fit its words
        return record.name


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value if not isinstance(value, int) or abs(value) < 1_000_000 else "…"
    if isinstance(value, BaseException):
        return _kind(value)
    words = str(value)
    known = _PLAIN.fullmatch(words) or words in {os.strerror(number) for number in range(134)}
    return words if known else f"[{len(words)}]"


def _uncaught(where: str, error: BaseException | None) -> None:
    if error is not None:
        exc_info = (type(error), error, error.__traceback__)
        logging.getLogger("desktop.faults").error("uncaught, %s", where, exc_info=exc_info)
