"""Pinyin initials of labels, so that a choice can be typed: zlfw finds 租赁房屋."""

from __future__ import annotations

# GB 2312's first plane is sorted by pinyin: where each initial begins
_FIRST = (
    (0xB0A1, "a"), (0xB0C5, "b"), (0xB2C1, "c"), (0xB4EE, "d"), (0xB6EA, "e"), (0xB7A2, "f"),
    (0xB8C1, "g"), (0xB9FE, "h"), (0xBBF7, "j"), (0xBFA6, "k"), (0xC0AC, "l"), (0xC2E8, "m"),
    (0xC4C3, "n"), (0xC5B6, "o"), (0xC5BE, "p"), (0xC6DA, "q"), (0xC8BB, "r"), (0xC8F6, "s"),
    (0xCBFA, "t"), (0xCDDA, "w"), (0xCEF4, "x"), (0xD1B9, "y"), (0xD4D1, "z"),
)  # fmt: skip
_LAST = 0xD7F9


def initials(label: str) -> str:
    """The lower-case pinyin initials of a label's common characters; letters and digits stay themselves.

    For finding an entry of a short list only: rare characters (GB 2312's second plane) are left out.
    """
    return "".join(_initial(character) for character in label)


def _initial(character: str) -> str:
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    try:
        high, low = character.encode("gb2312")
    except (UnicodeEncodeError, ValueError):
        return ""
    place = high << 8 | low
    if not _FIRST[0][0] <= place <= _LAST:
        return ""
    return next(letter for start, letter in reversed(_FIRST) if place >= start)
