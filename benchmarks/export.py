"""A million rows of the log to CSV beside a bare cursor with csv, and what the screen feels of it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmarks.kit import FOLDER, Finding, Ratio, median, readable
from benchmarks.people import BEGIN, STEP, station_of
from benchmarks.stations import auditor, copied, database_file, opened, warm
from desktop.domain.times import local_date
from desktop.models.cipher import opening_words
from desktop.models.ring_opening import key_of
from desktop.services.log_columns import statement

TITLE = "Export of the log to CSV"
LIMIT, LIMIT_MB, LIMIT_GAP = 1.2, 150.0, 16.0
_ROUNDS = 5
_HERE = Path(__file__).parent


def measure(rows: int) -> Finding:
    """Export every row in a program with a window, in turn with a script that has the same statement as text."""
    folder = copied(station_of(rows), FOLDER / "export")
    warm(folder)
    out = FOLDER / "export.out"
    out.mkdir(exist_ok=True)
    # up to the day before the last: what this run itself writes into the trail is not exported
    days = [local_date(BEGIN), local_date(BEGIN + rows * STEP) - timedelta(days=1)]
    asked = {
        "folder": str(folder),
        "first": days[0].isoformat(),
        "last": days[1].isoformat(),
        "path": str(out / "ours.csv"),
    }
    counter = opened(folder)
    exported = counter.office.database.link
    compiled = statement(whole_numbers=False, cells_too=False).compiled(exported.dialect)
    span = {"first": days[0], "last": days[1]}
    bare = {
        "database": str(database_file(folder)),
        "key": opening_words(key_of(database_file(folder))),
        "select": compiled.text,
        "values": compiled.values(span),
        "path": str(out / "bare.csv"),
    }
    count = counter.day_log.count(auditor(counter, 1), *days)
    counter.close()
    try:
        pairs = [(_run("export_window.py", asked), _run("export_bare.py", bare)) for _ in range(_ROUNDS)]
        _same_rows(out, count)
    finally:
        shutil.rmtree(folder)
        shutil.rmtree(out)
    ours = [one for one, _ in pairs]
    return Finding(
        f"{TITLE}, {count:,} rows",
        (
            Ratio("time", median([one["seconds"] / other["seconds"] for one, other in pairs]), LIMIT),
            Ratio("peak memory of the child", median([one["child_mb"] for one in ours]), LIMIT_MB, "MB"),
            Ratio("longest stand-still of the screen", median([one["gap"] for one in ours]), LIMIT_GAP, "ms"),
        ),
        {
            "DayLog.export": readable(1e6 * median([one["seconds"] for one in ours])),
            "bare cursor + csv": readable(1e6 * median([other["seconds"] for _, other in pairs])),
            "processor time of the child": f"{median([one['cpu'] / other['cpu'] for one, other in pairs]):.2f} ×",
            "stand-stills of each round": ", ".join(
                f"{it['gap']:.1f} ms at {it['gap_at']:.1f} s" for it in ours
            ),
            "the same window doing nothing": ", ".join(f"{it['gap_idle']:.1f} ms" for it in ours),
            "beats of the screen a round": ", ".join(str(one["beats"]) for one in ours),
        },
    )


def _run(script: str, asked: dict[str, Any]) -> dict[str, float]:
    """Run a script in a process of its own and give what it measured."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_HERE.parent)}
    done = subprocess.run(
        [sys.executable, str(_HERE / script)],
        input=json.dumps(asked),
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=300,
    )
    return dict(json.loads(done.stdout))


def _same_rows(out: Path, count: int) -> None:
    """Make sure that both files have the very same lines; ours has headings, count and hash besides."""
    with (out / "ours.csv").open("rb") as ours, (out / "bare.csv").open("rb") as bare:
        ours.readline()
        seen = 0
        for line in bare:
            assert line == ours.readline(), f"line {seen} of the two exports differs"
            seen += 1
        assert seen == count, f"{seen} lines instead of {count}"
        assert len(ours.readlines()) == 2
