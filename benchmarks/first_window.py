"""The first window: from the start of the process to the first paint, beside a bare Qt window."""

from __future__ import annotations

import json
import os
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
_ROUNDS = 11
_HERE = Path(__file__).parent


def measure(_rows: int) -> Finding:
    """Start the program and a bare window in turn; compare the medians of their times."""
    open_counter(Folders(FOLDER / "practice", CACHE), StandingClock(), practice=True).close()
    files = [str(font_file(CACHE / "fonts", name)) for name in (SCREEN, HEADING, *RARE)]
    ours = [sys.executable, str(_HERE / "window_ours.py")]
    bare = [sys.executable, str(_HERE / "window_bare.py"), *files]
    for command in (ours, bare):
        _started(command)  # byte code written, files in memory
    times = [(_started(ours), _started(bare)) for _ in range(_ROUNDS)]
    ratios = [one / other for one, other in times]
    return Finding(
        TITLE,
        (Ratio("process start to first paint", median(ratios), LIMIT),),
        {
            "the program": readable(median([one for one, _ in times])),
            "bare window, same fonts": readable(median([other for _, other in times])),
        },
    )


def _started(command: list[str]) -> float:
    """Run a window until its first paint is over; give the microseconds since before its process began."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(_HERE.parent),
        "RESIDENCE_COUNTER_DATA": str(FOLDER / "practice"),
        "RESIDENCE_COUNTER_CACHE": str(CACHE),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its byte code
    start = time.time_ns()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)  # noqa: S603
    return float((json.loads(done.stdout)["painted"] - start) / 1000)
