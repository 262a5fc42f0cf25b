"""The program's log: what went wrong, for whoever looks after the program; never people's data."""

from __future__ import annotations

import logging
from pathlib import Path

BYTES, KEPT = 1_000_000, 5


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
            self._file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        self._file.emit(record)

    def _opened(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler  # for start-up time

        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._folder / "program.log"
            return RotatingFileHandler(path, maxBytes=BYTES, backupCount=KEPT, encoding="utf-8")
        except OSError:
            return logging.StreamHandler()
