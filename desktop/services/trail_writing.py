"""Writing the trail's file line by line; imports little, for the export's child process."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from desktop.domain.trail import Entry
from desktop.domain.trail_file import Stored, line_of


def write(
    first: Sequence[str],
    chunks: Iterable[Sequence[tuple[Any, ...]]],
    ending: Callable[[str], str],
    keep: Callable[[bytes], Any],
) -> str:
    """Write the lines that come first, the entries, the ending; return the SHA-256 of all in hex.

    `ending` is given the SM3 of everything before it, in hex. The entries' moments are SQLite's.
    """
    over, whole = hashlib.new("sm3"), hashlib.sha256()

    def add(content: bytes) -> None:
        over.update(content)
        whole.update(content)
        keep(content)

    add("".join(first).encode())
    for chunk in chunks:
        add(b"".join(line_of(stored(row)) for row in chunk))
    add(ending(over.hexdigest()).encode())
    return whole.hexdigest()


def stored(row: tuple[Any, ...]) -> Stored:
    """Return an entry as SQLite's driver gives its row: the fields, the hash before it, its own."""
    counter, sequence, at, *others, previous, digest = row
    return Stored(Entry(counter, sequence, moment_of(at), *others), previous, digest)


def moment_of(at: str) -> str:
    """Give SQLite's `2026-11-20 02:00:00.001000` as entries have it."""
    return f"{at[:10]}T{at[11:]}+00:00"
