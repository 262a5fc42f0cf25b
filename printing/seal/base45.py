"""Base45 (RFC 9285): bytes as the characters that a QR code packs densest."""

from __future__ import annotations

from struct import unpack_from

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_CHARACTERS = ALPHABET.encode().ljust(256, b"\0")


def encode(content: bytes) -> str:
    """Give three characters for every two bytes, and two for a last one."""
    pairs = len(content) // 2
    groups = unpack_from(f">{pairs}H", content)
    values = bytearray(3 * pairs)
    values[0::3] = [group % 45 for group in groups]
    values[1::3] = [group // 45 % 45 for group in groups]
    values[2::3] = [group // 2025 for group in groups]
    if len(content) % 2:
        values += bytes((content[-1] % 45, content[-1] // 45))
    return values.translate(_CHARACTERS).decode("ascii")


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
