"""The sRGB colour profile that an archived page names, built from the figures of IEC 61966-2-1."""

from __future__ import annotations

import struct
from functools import cache

NAME = "sRGB IEC61966-2.1"

_WHITE = (0.9642, 1.0, 0.8249)  # D50, the white of all profiles
_RED, _GREEN, _BLUE = (0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410)
_STEPS = 1024
_HEADER = 128


@cache
def profile() -> bytes:
    """Give the profile as ICC.1:2001 (version 2.1) lays it down: a display, RGB, three like curves."""
    curve = _curve()
    tags = {
        b"desc": _description(NAME),
        b"cprt": b"text\0\0\0\0" + b"No rights reserved\0",
        b"wtpt": _colour(_WHITE),
        b"rXYZ": _colour(_RED),
        b"gXYZ": _colour(_GREEN),
        b"bXYZ": _colour(_BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    start = _HEADER + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    data = b""
    for content in tags.values():
        if content not in places:
            places[content] = start + len(data)
            data += content + bytes(-len(content) % 4)
    table = struct.pack(">L", len(tags)) + b"".join(
        struct.pack(">4sLL", name, places[content], len(content)) for name, content in tags.items()
    )
    return _header(start + len(data)) + table + data


def _header(size: int) -> bytes:
    made = struct.pack(">6H", 2026, 11, 21, 0, 0, 0)
    fields = struct.pack(
        ">L4sL4s4s4s12s4s4sL4s4sQL", size, b"", 0x02100000, b"mntr", b"RGB ", b"XYZ ", made, b"acsp",
        b"", 0, b"", b"", 0, 0,
    )  # fmt: skip
    return (fields + _fixed(*_WHITE)).ljust(_HEADER, b"\0")


def _fixed(*values: float) -> bytes:
    return struct.pack(f">{len(values)}l", *(round(value * 65536) for value in values))


def _colour(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(*values)


def _curve() -> bytes:
    """Give the transfer curve as a table: linear near black, a power of 2.4 above."""
    table = []
    for step in range(_STEPS):
        value = step / (_STEPS - 1)
        linear = value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        table.append(round(linear * 65535))
    return struct.pack(f">4sLL{_STEPS}H", b"curv", 0, _STEPS, *table)


def _description(text: str) -> bytes:
    words = text.encode("ascii") + b"\0"
    return struct.pack(">4sLL", b"desc", 0, len(words)) + words + bytes(4 + 4 + 2 + 1 + 67)
