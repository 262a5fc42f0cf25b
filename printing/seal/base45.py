"""Base45 (RFC 9285): bytes as the characters that a QR code packs densest."""

from __future__ import annotations

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {character: value for value, character in enumerate(ALPHABET)}


def encode(content: bytes) -> str:
    """Give three characters for every two bytes, and two for a last one."""
    out: list[str] = []
    for place in range(0, len(content) - 1, 2):
        high, low = divmod(content[place] * 256 + content[place + 1], 2025)
        out += (ALPHABET[low % 45], ALPHABET[low // 45], ALPHABET[high])
    if len(content) % 2:
        out += (ALPHABET[content[-1] % 45], ALPHABET[content[-1] // 45])
    return "".join(out)


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
