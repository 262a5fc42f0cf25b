"""What the last operations at the server were given, kept beside the store: asked again after a kill, it is the same.

Kept just before the server is told to commit. Not synced to the disk: a kill loses nothing, a power cut may.
"""

from __future__ import annotations

import logging
import os
import threading
import weakref
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import cbor2

from desktop.services.given import Asked, Given
from desktop.services.operation_form import given_of, plain_given

if TYPE_CHECKING:
    from desktop.services.ports import KeyBox

KEPT = 16
"""Operations kept: more than can be done between a commit and the moment that its draft is put away."""

_LENGTH = 4
_FOR = "what an operation was given"

_Kept = tuple[Asked, list[datetime], list[int], list[int], list[str]]
"""What was asked, and what was drawn for it: nearly nobody asks again, so no `Given` is made before."""

log = logging.getLogger(__name__)


class KeptGiven:
    """The last operations of a window, each in a file of its own, sealed; the oldest is written over.

    A file that cannot be read, or was half written, counts as not there: what was to be kept in it was not stored.
    """

    def __init__(self, folder: Path, box: KeyBox) -> None:
        self._box = box
        self._paths = [folder / f"{place:02}" for place in range(KEPT)]
        self._handles: dict[Path, int] = {}  # held: opening a file costs more than writing it over
        weakref.finalize(self, _close, self._handles)
        self._guard = threading.Lock()
        self._kept: dict[int, _Kept] = {}
        self._places: dict[Asked, int] = {}
        self._last = 0
        folder.mkdir(parents=True, exist_ok=True)
        for path in self._paths:
            found = self._read(path)
            if found is not None:
                self._kept[found[0]] = found[1]
        for place, kept in sorted(self._kept.items()):
            self._places[kept[0]] = self._last = place

    def all(self) -> tuple[Given, ...]:
        """Return everything that is kept."""
        with self._guard:
            return tuple(map(_given, self._kept.values()))

    def find(self, asked: Asked | None) -> Given | None:
        """Return what an operation was given when it was asked for the last time, or None."""
        with self._guard:
            place = None if asked is None else self._places.get(asked)
            return None if place is None else _given(self._kept[place])

    def keep(self, given: Given) -> None:
        """Keep what an operation is given; where the disk does not take it, the operation goes on without."""
        asked = given.asked
        if asked is None:
            return
        with self._guard:
            self._last = place = self._last + 1
            self._drop(place - KEPT)
            self._kept[place] = asked, given.times[:], given.keys[:], given.numbers[:], given.documents[:]
            self._places[asked] = place
            said = (1, place, asked.name, asked.request_id, asked.counter_number, *plain_given(given))
            try:
                self._write(self._paths[place % KEPT], self._box.seal(cbor2.dumps(said), _FOR))
            except OSError as error:
                log.warning("what an operation was given is not kept: %s", error)

    def forget(self, before: datetime) -> None:
        """Take away what was given before a moment."""
        with self._guard:
            old = [place for place, (_, times, *_) in self._kept.items() if times and times[0] < before]
            for place in old:
                self._drop(place)
                path = self._paths[place % KEPT]
                self._leave(path)
                path.unlink(missing_ok=True)

    # -- inside ------------------------------------------------------------------------------------
    def _drop(self, place: int) -> None:
        kept = self._kept.pop(place, None)
        if kept is not None and self._places.get(kept[0]) == place:
            del self._places[kept[0]]

    def _write(self, path: Path, sealed: bytes) -> None:
        """Write over a file in its place: emptied first, the file system would send it to the disk at once."""
        handle = self._handles.get(path)
        if handle is None:
            flags = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0)
            handle = self._handles[path] = os.open(path, flags, 0o600)
        try:
            os.lseek(handle, 0, os.SEEK_SET)
            os.write(handle, len(sealed).to_bytes(_LENGTH, "big") + sealed)
        except OSError:
            self._leave(path)
            raise

    def _leave(self, path: Path) -> None:
        handle = self._handles.pop(path, None)
        if handle is not None:
            os.close(handle)

    def _read(self, path: Path) -> tuple[int, _Kept] | None:
        try:
            form, place, name, request, counter, *drawn = cbor2.loads(
                self._box.open(_content(path.read_bytes()), _FOR)
            )
            if form != 1:
                return None
            given = given_of(*drawn)
            asked = Asked(name, request, counter)
            return place, (asked, given.times, given.keys, given.numbers, given.documents)
        except (OSError, ValueError, TypeError, cbor2.CBORDecodeError):
            return None


def _given(kept: _Kept) -> Given:
    asked, times, keys, numbers, documents = kept
    return Given(times, keys, numbers, documents, asked=asked)


def _close(handles: dict[Path, int]) -> None:
    while handles:
        os.close(handles.popitem()[1])


def _content(written: bytes) -> bytes:
    length = int.from_bytes(written[:_LENGTH], "big")
    return written[_LENGTH : _LENGTH + length]
