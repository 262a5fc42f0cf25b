"""The decider's queue of a hundred thousand cases: how long the screen's thread is ever busy in one go."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.kit import Finding, Ratio
from benchmarks.permits import PASSWORD, station_of
from benchmarks.stations import warm

TITLE = "The decider's queue"
LIMIT_MS = 16.0
_HERE = Path(__file__).parent
_DONE = {
    "opened": "opening it",
    "paged": "page by page to its end",
    "jumped": "to its end and back",
    "narrowed": "narrowing it",
}


def measure(rows: int) -> Finding:
    """Open the desk of an officer, page through the whole queue, jump to its ends, narrow it by every filter."""
    folder = station_of(rows)
    warm(folder)
    found = _run(
        {
            "folder": str(folder),
            "name": "officer1",
            "password": PASSWORD,
            "clerk": "受理员丙",
            "kind": "replace_lost",
        }
    )
    return Finding(
        f"{TITLE}, {found['cases']:,} cases",
        tuple(
            Ratio(f"longest job: {_DONE[name]}", job, LIMIT_MS, "ms") for name, job in found["jobs"].items()
        ),
        {
            "pages seen on the way down": f"{found['pages']:,} in {found['seconds']['paged']:.0f} s",
            "until the first case was shown": f"{found['seconds']['opened']:.2f} s",
            "cases left by each filter": ", ".join(f"{one:,}" for one in found["narrowed"]),
            "longest stand-still by the clock": ", ".join(f"{one:.0f} ms" for one in found["gaps"].values()),
        },
    )


def _run(asked: dict[str, Any]) -> dict[str, Any]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_HERE.parent)}
    done = subprocess.run(
        [sys.executable, str(_HERE / "queue_window.py")],
        input=json.dumps(asked),
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=900,
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))
