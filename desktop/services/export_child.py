"""A process that works for this one, such as on an export, as its parent sees it."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parents[2]


class Child:
    """The process, and what it says, line by line."""

    def __init__(self, request: dict[str, Any], module: str = "desktop.services.log_export") -> None:
        paths = [str(_ROOT), os.environ.get("PYTHONPATH", "")]
        self._process = subprocess.Popen(  # noqa: S603 - this program's own interpreter and module
            [sys.executable, "-X", "utf8", "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in paths if path)},
        )
        self._said: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, name="child-reader", daemon=True)
        self._reader.start()
        self.tell(json.dumps(request))

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def next(self, wait: float) -> dict[str, Any] | None:
        """Return what was said next, None if nothing within `wait` seconds, {} once it has ended."""
        try:
            line = self._said.get(timeout=wait)
        except queue.Empty:
            return None
        return dict(json.loads(line)) if line else {}

    def tell(self, line: str) -> None:
        """Say a line to the process; one that has died is found out by `next`."""
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()

    def end(self) -> None:
        """End it; once it has said "kept" there is nothing left for it to do."""
        self._process.kill()
        self._process.wait()
        self._reader.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._said.put(line)
        self._said.put("")
