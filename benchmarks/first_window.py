"""The first window: from the start of the process to the first paint, beside a bare Qt window."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.kit import FOLDER, Finding, Ratio, median, readable
from benchmarks.stations import CACHE, StandingClock
from desktop.services.counter import open_counter
from desktop.services.ports import Folders
from printing.fonts.files import HEADING, RARE, SCREEN, font_file

TITLE = "First window painted"
LIMIT = 1.5
_ROUNDS = 15
_HERE = Path(__file__).parent


def measure(_rows: int) -> Finding:
    """Start the program and a bare window in turn; compare the medians of their times."""
    open_counter(Folders(FOLDER / "practice", CACHE), StandingClock(), practice=True).close()
    files = [str(font_file(CACHE / "fonts", name)) for name in (SCREEN, HEADING, *RARE)]
    ours = [sys.executable, str(_HERE / "window_ours.py")]
    bare = [sys.executable, str(_HERE / "window_bare.py"), "labels", *files]
    page = [sys.executable, str(_HERE / "window_bare.py"), "page", *files]
    for command in (ours, bare, page):
        _started(command)  # byte code written, files in memory
    times = [(_started(ours), _started(bare), _started(page)) for _ in range(_ROUNDS)]
    first, second, third = ([each[place] for each in times] for place in (0, 1, 2))
    return Finding(
        TITLE,
        (Ratio("process start to first paint", _between(first, second, 0), LIMIT),),
        {
            "the program": readable(median([one for one, _ in first])),
            "bare window, same fonts": readable(median([one for one, _ in second])),
            "processor time": f"{_between(first, second, 1):.2f} ×",
            "beside bare boxes, button, style": f"{_between(first, third, 0):.2f} ×",
        },
    )


def _between(ours: list[tuple[float, float]], bare: list[tuple[float, float]], place: int) -> float:
    return median([one[place] / other[place] for one, other in zip(ours, bare, strict=True)])


def _started(command: list[str]) -> tuple[float, float]:
    """Run a window until its first paint is over; give microseconds since before its process began, and CPU's."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(_HERE.parent),
        "RESIDENCE_COUNTER_DATA": str(FOLDER / "practice"),
        "RESIDENCE_COUNTER_CACHE": str(CACHE),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its byte code
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.time_ns()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)  # noqa: S603
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return (json.loads(done.stdout)["painted"] - start) / 1000, worked * 1e6
