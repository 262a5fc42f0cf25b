"""Which of a trail file's bytes each signature covers: a stretch's its own lines, the ending's all others."""

from __future__ import annotations

import hashlib
from typing import Any

from desktop.domain.trail_file import Stretch


class Digests:
    """Takes every line of a file but the ending; knows the stretches whose lines came to something else."""

    def __init__(self) -> None:
        self.stretches: dict[tuple[int, int], tuple[Stretch, bool]] = {}
        """By counter and the entry before: the stretch, and whether its signature counts."""
        self.unlike: list[Stretch] = []
        self._over = hashlib.new("sm3")
        self._within: tuple[Stretch, Any] | None = None

    @property
    def sm3(self) -> str:
        """What the ending signs: the SM3 of the lines that are in no stretch, in hex."""
        return str(self._over.hexdigest())

    def expect(self, stretch: Stretch, *, good: bool) -> bool:
        """Take up a stretch, `good` if its signature counts; False where it is not behind those before it."""
        before = next(reversed(self.stretches.values()), None)
        here = stretch.counter_number, stretch.after
        ordered = before is None or (before[0].counter_number, before[0].last) <= here
        self.stretches[here] = stretch, good
        return ordered and stretch.after < stretch.last

    def add(self, line: bytes) -> None:
        """Take a line that is no entry's."""
        self._over.update(line)

    def add_entry(self, counter: int, sequence: int, line: bytes) -> None:
        """Take an entry's line."""
        begun = self.stretches.get((counter, sequence - 1))
        if begun is not None:
            self._within = begun[0], hashlib.new("sm3")
        if self._within is None:
            self._over.update(line)
            return
        stretch, digest = self._within
        digest.update(line)
        if sequence >= stretch.last:
            self._within = None
            if digest.hexdigest() != stretch.digest:
                self.unlike.append(stretch)
