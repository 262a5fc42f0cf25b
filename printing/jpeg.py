"""What a JPEG file says of itself, without decoding it."""

from __future__ import annotations

_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive, which a PDF may hold; not the lossless and arithmetic ones."""

_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers without a length after them."""


def shape(content: bytes) -> tuple[int, int] | None:
    """Give width and height in pixels of a whole grey or colour JPEG, None for anything else.

    A file cut off before its end mark is none.
    """
    if not content.startswith(b"\xff\xd8") or not content.rstrip(b"\x00").endswith(b"\xff\xd9"):
        return None
    place = 2
    while place + 4 <= len(content) and content[place] == 0xFF:
        marker = content[place + 1]
        if marker == 0xFF:  # fill bytes may stand before a marker
            place += 1
            continue
        if marker in _BARE:
            place += 2
            continue
        if marker in _FRAMES:
            return _frame(content[place + 4 : place + 10])
        if marker in (0xD9, 0xDA):
            return None
        place += 2 + int.from_bytes(content[place + 2 : place + 4], "big")
    return None


def _frame(header: bytes) -> tuple[int, int] | None:
    """Read a frame header: eight bits a sample, height, width, one component or three."""
    if len(header) < 6 or header[0] != 8 or header[5] not in (1, 3):
        return None
    height, width = int.from_bytes(header[1:3], "big"), int.from_bytes(header[3:5], "big")
    return (width, height) if width and height else None
