"""Row keys that no two counters can both give, made without asking anybody."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

AHEAD = timedelta(days=1)
"""So far a key may run ahead of the clock of those who made it: further is a clock that was set wrong."""
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_COUNTER_BITS = 7
_SEQUENCE_BITS = 14
_MOMENT_PLACE, _MOST_SEQUENCES = _COUNTER_BITS + _SEQUENCE_BITS, 1 << _SEQUENCE_BITS


def moment_part(key: int) -> int:
    """Return the milliseconds since 2020 that a key carries."""
    return key >> _MOMENT_PLACE


def beyond(clock: datetime, now: datetime) -> int:
    """Return the key from which on keys come from a clock that was set wrong once, and count for nothing.

    That is a day after both: what the clock showed at the counter's newest entry, and what it shows now. So one that
    was set back since is still known; and a key of far ahead is met again only when its time has come, where it is one
    among millions.
    """
    return _milliseconds(max(clock, now) + AHEAD) << _MOMENT_PLACE


def key_after(moment: datetime) -> int:
    """Return a key above all that are made up to a moment."""
    return _milliseconds(moment) + 1 << _MOMENT_PLACE


def _milliseconds(moment: datetime) -> int:
    return int((moment - _EPOCH).total_seconds() * 1000)


class KeyMaker:
    """Gives rising 63-bit keys: 42 bits of milliseconds since 2020, 7 of counter, 14 of sequence.

    A clock set back does not repeat a key: keys go on from the highest one given, which is handed in as
    `floor` (the newest journal entry's key, but those `beyond`) when the program starts.
    """

    def __init__(self, counter_number: int, floor: int = 0) -> None:
        if not 0 <= counter_number < 1 << _COUNTER_BITS:
            raise ValueError(f"counter {counter_number} is not within 0 and 127")
        self._here = counter_number << _SEQUENCE_BITS
        self._moment = moment_part(floor) + 1 if floor else 0
        self._sequence = -1
        self._guard = threading.Lock()
        self._now, self._read = _EPOCH, 0  # the moment asked for last: an operation has several keys of one

    def next(self, now: datetime) -> int:
        """Return a key higher than every one before it."""
        with self._guard:
            if now is not self._now:
                self._now, self._read = now, _milliseconds(now)
            moment = self._read
            if moment > self._moment:
                self._moment, self._sequence = moment, 0
            elif self._sequence + 1 < _MOST_SEQUENCES:
                self._sequence += 1
            else:
                self._moment, self._sequence = self._moment + 1, 0
            return self._moment << _MOMENT_PLACE | self._here | self._sequence
