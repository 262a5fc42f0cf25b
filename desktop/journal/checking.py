"""Checking a file of the trail: its lines one by one, its signatures with the public keys that are given."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.times import local_date
from desktop.domain.trail_check import Signature, TrailCheck, TrailReport, Verify
from desktop.domain.trail_file import MOST_BYTES, Signed, message_of

if TYPE_CHECKING:
    from printing.seal.keys import Keys

TOLD_EVERY = 1_000
"""Lines between two words about the progress."""


class Stopped(Exception):
    """Whoever asked for a check does not want it any more."""


def check_file(
    path: Path,
    keys: Keys,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> TrailReport:
    """Check a file; `progress` counts bytes. OSError where it cannot be read, Stopped once `cancelled`.

    Whatever the file has in it, what is wrong is in the report.
    """
    check, done, total = TrailCheck(verifier(keys)), 0, path.stat().st_size
    with path.open("rb") as file:
        number = 0
        while not check.over and (line := file.readline(MOST_BYTES)):
            check.take(line)
            done, number = done + len(line), number + 1
            if number % TOLD_EVERY == 0:
                if cancelled():
                    raise Stopped
                progress(done, total)
    progress(total, total)
    return check.done()


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
        if not known.verify(message_of(record), bytes.fromhex(record.signature)):
            return Signature.WRONG
        if key.revoked_on is not None:
            return Signature.REVOKED_KEY
        if key.retired_on is not None and local_date(datetime.fromisoformat(record.at)) > key.retired_on:
            return Signature.LATE
        return Signature.GOOD

    return verify
