"""The signed stretches of a trail's file: where they are, whether their bytes are those that were signed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from desktop.domain.trail_file import MOST_BYTES, BadLine, Index, Stretch, record_of

MOST_STRETCH = 1 << 30
"""Bytes of a stretch that are read at once at most; a file that says more is checked line by line."""
ENDING_BYTES = 4_096


class Found(NamedTuple):
    """A stretch whose bytes are those that were signed: its size, its first line, the hashes of some entries."""

    length: int
    first: bytes
    hashes: dict[int, str]


def places_in(path: Path) -> tuple[tuple[int, int], ...]:
    """Return the first byte and the size of each stretch as the index at a file's end has them; () without one."""
    with path.open("rb") as file:
        end = file.seek(0, 2)
        file.seek(max(0, end - MOST_BYTES - ENDING_BYTES))
        lines = file.read().splitlines(keepends=True)
    if len(lines) < 2:
        return ()
    try:
        index = record_of(lines[-2])
    except BadLine:
        return ()
    if not isinstance(index, Index) or any(place + length > end for place, length in index.stretches):
        return ()
    return index.stretches


def looked_at(path: Path, place: int, length: int, stretch: Stretch, wanted: Sequence[int]) -> Found | None:
    """Hash the bytes at a place; None where they are not the stretch that was signed."""
    if not 0 < length <= MOST_STRETCH:
        return None
    with path.open("rb", buffering=0) as file:
        file.seek(place)
        content = file.read(length)
    if len(content) != length or hashlib.new("sm3", content).hexdigest() != stretch.digest:
        return None
    first = content[: content.index(b"\n") + 1]
    return Found(length, first, {it: _hash_of(content, it) for it in wanted})


def _hash_of(content: bytes, sequence: int) -> str:
    """Return the hash in an entry's line; the lines are in the order of their sequence."""
    low, high = 0, len(content)
    while low < high:
        start = content.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = content.index(b"\n", start) + 1
        here = int(content[start:end].split(b",", 2)[1])
        if here == sequence:
            return content[end - 67 : end - 3].decode()
        low, high = (end, high) if here < sequence else (low, start)
    return ""
