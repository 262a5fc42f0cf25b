"""Checking a file of the trail: its lines one by one, its signatures with the public keys that are given.

Stretches that are signed are hashed whole, by two threads, since hashing lets Python's lock go; only one whose
digest is another is looked at line by line.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.times import local_date
from desktop.domain.trail_check import TrailCheck
from desktop.domain.trail_entries import is_one
from desktop.domain.trail_file import MOST_BYTES, Signed, Stretch, message_of
from desktop.domain.trail_report import Signature, TrailReport, Verify
from desktop.journal.stretches import Found, looked_at, places_in

if TYPE_CHECKING:
    from printing.seal.keys import Keys

TOLD_EVERY = 1_000
"""Lines between two words about the progress."""
THREADS = 2


class Stopped(Exception):
    """Whoever asked for a check does not want it any more."""


Progress = Callable[[int, int], None]
Job = tuple[Stretch, "Future[Found | None]"]


def check_file(
    path: Path,
    keys: Keys,
    progress: Progress = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> TrailReport:
    """Check a file; `progress` counts bytes. OSError where it cannot be read, Stopped once `cancelled`.

    Whatever the file has in it, what is wrong is in the report.
    """
    check, total = TrailCheck(verifier(keys)), path.stat().st_size
    jobs: dict[int, Job] | None = None
    done = number = 0
    with path.open("rb") as file, ThreadPoolExecutor(THREADS, "trail-check") as threads:
        try:
            while not check.over and (line := file.readline(MOST_BYTES)):
                if jobs is None and is_one(line):
                    jobs = _begun(path, check, threads)
                passed = _passed(check, jobs.get(done)) if jobs else 0
                if passed:
                    file.seek(done + passed)
                else:
                    check.take(line)
                done, number = done + (passed or len(line)), number + 1
                if passed or number % TOLD_EVERY == 0:
                    if cancelled():
                        raise Stopped
                    progress(done, total)
        finally:
            threads.shutdown(cancel_futures=True)
    progress(total, total)
    return check.done()


def _begun(path: Path, check: TrailCheck, threads: ThreadPoolExecutor) -> dict[int, Job]:
    """Have the signed stretches hashed, where the file's index has their places; return them by their first byte."""
    stretches, places = list(check.stretches()), places_in(path)
    if len(places) != len(stretches):
        return {}
    return {
        place: (stretch, threads.submit(looked_at, path, place, length, stretch, wanted))
        for (place, length), (stretch, good, wanted) in zip(places, stretches, strict=True)
        if good
    }


def _passed(check: TrailCheck, job: Job | None) -> int:
    """Pass over the stretch that begins here; return its bytes, 0 where it has to be looked at line by line."""
    found = job[1].result() if job is not None else None
    if job is None or found is None or not check.pass_over(job[0], found.first, found.hashes):
        return 0
    return found.length


def verifier(keys: Keys) -> Verify:
    """Return what tells the worth of a record's signature by the keys that are known."""
    from printing.seal.algorithms import NotInstalled, algorithm

    def verify(record: Signed) -> Signature:
        key = keys.find(record.key_id)
        if key is None:
            return Signature.UNKNOWN_KEY
        if key.station != record.station:
            return Signature.OTHER_STATION
        try:
            known = algorithm(key.algorithm).verifier(key.public)
        except (ValueError, NotInstalled):
            return Signature.UNKNOWN_KEY
        try:
            good = known.verify(message_of(record), bytes.fromhex(record.signature))
        except (ValueError, TypeError):  # no signature, or nothing that one could be over
            good = False
        if not good:
            return Signature.WRONG
        if key.revoked_on is not None:
            return Signature.REVOKED_KEY
        if key.retired_on is not None and local_date(datetime.fromisoformat(record.at)) > key.retired_on:
            return Signature.LATE
        return Signature.GOOD

    return verify
