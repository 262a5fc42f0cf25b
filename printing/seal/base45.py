"""Base45 (RFC 9285): bytes as the characters that a QR code packs densest."""

from __future__ import annotations

from struct import unpack_from

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_PAIRS = tuple(low + high for high in ALPHABET for low in ALPHABET)
"""The first two characters of a group by their value."""


def encode(content: bytes) -> str:
    """Give three characters for every two bytes, and two for a last one."""
    pairs = len(content) // 2
    groups = unpack_from(f">{pairs}H", content)
    text = "".join([_PAIRS[group % 2025] + ALPHABET[group // 2025] for group in groups])
    return text + _PAIRS[content[-1]] if len(content) % 2 else text


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
