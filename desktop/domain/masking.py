"""Hide the middle of a number that identifies somebody, so that a list can be seen by a queue."""

from __future__ import annotations


def mask_id(number: str) -> str:
    """Keep the first six and last four of an 18-digit number, and less of a shorter one.

    `370102199001011234` becomes `370102********1234`, a passport `E12345678` becomes `E1*****78`. The
    length never changes.
    """
    if len(number) >= 18:
        return _mask(number, 6, 4)
    if len(number) >= 12:
        return _mask(number, 3, 3)
    if len(number) >= 6:
        return _mask(number, 2, 2)
    return _mask(number, 0, min(1, max(len(number) - 1, 0)))


def mask_phone(number: str) -> str:
    """Keep enough of a telephone number to recognise it: `13812345678` becomes `138****5678`.

    Of a fixed line the area code and the last four digits stay; of a foreign number the `+` and two
    digits, and the last three.
    """
    if number.startswith("+"):
        return _mask(number, 3, 3)
    area, dash, line = number.partition("-")
    if dash:
        return f"{area}-{_mask(line, 0, 4)}"
    if len(number) >= 9:
        return _mask(number, 3, 4)
    return _mask(number, 0, 2)


def _mask(text: str, head: int, tail: int) -> str:
    hidden = len(text) - head - tail
    if hidden <= 0:
        return "*" * len(text)
    return text[:head] + "*" * hidden + text[len(text) - tail :]
