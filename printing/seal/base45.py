"""Base45 (RFC 9285): bytes as the characters that a QR code packs densest."""

from __future__ import annotations

from functools import lru_cache

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_CHARACTERS = ALPHABET.encode().ljust(256, b"\0")
_LANE = 4
"""Bytes for each pair in one long number, so that all are divided by 45 in one step; each has room for its product."""


def encode(content: bytes) -> str:
    """Give three characters for every two bytes, and two for a last one."""
    pairs = len(content) // 2
    spread = bytearray(_LANE * pairs)
    spread[2::_LANE] = content[0 : 2 * pairs : 2]
    spread[3::_LANE] = content[1::2]
    of_16_bits, of_11_bits = int.from_bytes(spread, "big"), _lanes(pairs, 0x7FF)
    high = of_16_bits * 46_604 >> 21 & of_11_bits  # below 2^16 a division by 45
    highest = high * 1_457 >> 16 & _lanes(pairs, 0x3F)  # and below 1,457
    values = bytearray(3 * pairs)
    for place, lanes in enumerate((of_16_bits - 45 * high, high - 45 * highest, highest)):
        values[place::3] = lanes.to_bytes(_LANE * pairs, "big")[3::_LANE]
    if len(content) % 2:
        values += bytes((content[-1] % 45, content[-1] // 45))
    return values.translate(_CHARACTERS).decode("ascii")


@lru_cache(maxsize=64)
def _lanes(count: int, value: int) -> int:
    """Give a number with the same value in each lane."""
    return int.from_bytes(value.to_bytes(_LANE, "big") * count, "big")


def decode(text: str) -> bytes:
    """Give the bytes again; ValueError for a text that `encode` never gives."""
    try:
        values = [_VALUES[character] for character in text]
    except KeyError as error:
        raise ValueError("a character that Base45 does not know") from error
    if len(values) % 3 == 1:
        raise ValueError("a character is left over")
    out = bytearray()
    for place in range(0, len(values), 3):
        group = values[place : place + 3]
        number = sum(value * 45**power for power, value in enumerate(group))
        if number >= 1 << 8 * (len(group) - 1):
            raise ValueError("a group says more than its bytes can hold")
        out += number.to_bytes(len(group) - 1, "big")
    return bytes(out)
