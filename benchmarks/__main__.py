"""`python -m benchmarks [NAME…]`: measure, and print every ratio beside its limit."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict

from benchmarks import (
    certificate,
    decider_queue,
    decision,
    encrypted,
    export,
    first_window,
    look_up,
    name_search,
    outbox,
    paper,
    registration,
    server_desk,
    server_look_up,
    server_registration,
    start_of_day,
    trail,
)
from benchmarks.kit import FOLDER, Finding

MEASURES: dict[str, Callable[[int], Finding]] = {
    "first_window": first_window.measure,
    "look_up": look_up.measure,
    "server_look_up": server_look_up.measure,
    "server_desk": server_desk.measure,
    "server_registration": server_registration.measure,
    "name_search": name_search.measure,
    "registration": registration.measure,
    "certificate": certificate.measure,
    "paper": paper.measure,
    "export": export.measure,
    "encrypted": encrypted.measure,
    "decision": decision.measure,
    "start_of_day": start_of_day.measure,
    "decider_queue": decider_queue.measure,
    "trail": trail.measure,
    "outbox": outbox.measure,
}
ROWS = 1_000_000


def main() -> int:
    """Run what is asked for, all by default; return 1 when a limit is not kept."""
    read = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    read.add_argument("names", nargs="*", metavar="NAME", help=f"some of: {', '.join(MEASURES)}")
    read.add_argument("--rows", type=int, default=ROWS, help="people and log rows (a million by default)")
    asked = read.parse_args()
    unknown = set(asked.names) - set(MEASURES)
    if unknown:
        read.error(f"unknown: {', '.join(sorted(unknown))}; there are: {', '.join(MEASURES)}")
    FOLDER.mkdir(parents=True, exist_ok=True)
    results = {}
    kept = True
    for name in asked.names or MEASURES:
        start = time.monotonic()
        finding = MEASURES[name](asked.rows)
        seconds = time.monotonic() - start
        _print(finding, seconds)
        kept = kept and all(ratio.passed for ratio in finding.ratios)
        results[name] = asdict(finding) | {
            "seconds": round(seconds, 1),
            "passed": all(ratio.passed for ratio in finding.ratios),
        }
    path = FOLDER / "results.json"
    path.write_text(
        json.dumps({"rows": asked.rows, "results": results}, ensure_ascii=False, indent=2) + "\n", "utf-8"
    )
    print(f"{'Every limit is kept' if kept else 'NOT every limit is kept'}; written to {path}")
    return 0 if kept else 1


def _print(finding: Finding, seconds: float) -> None:
    print(f"{finding.title}  ({seconds:.0f} s)")
    for ratio in finding.ratios:
        bound = "at least" if ratio.at_least else "at most"
        digits = 0 if ratio.value >= 100 else 2
        print(
            f"  {'ok  ' if ratio.passed else 'FAIL'} {ratio.name:<34}"
            f"{ratio.value:>9.{digits}f} {ratio.unit:<9} {bound} {ratio.limit:g}"
        )
    for name, figure in finding.figures.items():
        print(f"       {name:<34} {figure}")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
