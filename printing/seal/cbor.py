"""As much of CBOR (RFC 8949) as a paper's code is written in, in its one shortest form; reading is cbor2's."""

from __future__ import annotations

from collections.abc import Sequence

_NUMBER, _BYTES, _TEXT, _LIST, _MAP = 0x00, 0x40, 0x60, 0x80, 0xA0
_SINGLE = tuple(bytes((byte,)) for byte in range(256))
_LONGER = ((0xFF, 24, 1), (0xFFFF, 25, 2), (0xFFFF_FFFF, 26, 4), (0xFFFF_FFFF_FFFF_FFFF, 27, 8))
EMPTY_MAP = b"\xa0"


def number(value: int) -> bytes:
    """Write a number from 0 to 2^64 - 1."""
    return _head(_NUMBER, value)


def octets(content: bytes) -> bytes:
    """Write bytes."""
    return _head(_BYTES, len(content)) + content


def text(content: str) -> bytes:
    """Write a text."""
    written = content.encode()
    return _head(_TEXT, len(written)) + written


def listed(parts: Sequence[bytes]) -> bytes:
    """Write a list of what is written already."""
    return _head(_LIST, len(parts)) + b"".join(parts)


def mapped(parts: Sequence[bytes], first: int) -> bytes:
    """Write a map of what is written already, under so many numbers in a row from `first` on, at most 23."""
    keys = _SINGLE[first : first + len(parts)]  # a number below 24 is its own byte
    return _head(_MAP, len(parts)) + b"".join([key + part for key, part in zip(keys, parts, strict=True)])


def _head(kind: int, value: int) -> bytes:
    if 0 <= value < 24:
        return _SINGLE[kind | value]
    for most, mark, size in _LONGER:
        if 0 <= value <= most:
            return _SINGLE[kind | mark] + value.to_bytes(size, "big")
    raise ValueError(f"{value} is no number of CBOR's")
