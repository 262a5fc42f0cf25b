"""How each field of a trail's file is read: strictly, so that what is read can only have been written so."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from desktop.domain.trail import Head, moment

Reader = Callable[[Any], Any]


class BadLine(ValueError):
    """A line is none that the program writes."""


def plain(value: Any) -> str:
    """Read a text."""
    if type(value) is not str:
        raise BadLine("no text")
    return value


def flag(value: Any) -> bool:
    """Read a truth."""
    if type(value) is not bool:
        raise BadLine("neither true nor false")
    return value


def number(value: Any) -> int:
    """Read a whole number of at most 63 bits."""
    if type(value) is not int or not 0 <= value < 1 << 63:
        raise BadLine("no number")
    return value


def perhaps(value: Any) -> int | None:
    """Read a number or null."""
    return None if value is None else number(value)


def like(pattern: str) -> Callable[[Any], str]:
    """Return what reads a text of a pattern."""
    matches = re.compile(pattern, re.ASCII).fullmatch

    def read(value: Any) -> str:
        if matches(plain(value)) is None:
            raise BadLine("written otherwise")
        return str(value)

    return read


hash_, station, key = like(r"[0-9a-f]{64}"), like(r"\d{9}"), like(r"[0-9a-f]{8,40}")
signature = like(r"([0-9a-f]{2}){32,200}")


def day(value: Any) -> str:
    """Read a day."""
    if date.fromisoformat(plain(value)).isoformat() != value:
        raise BadLine("no day")
    return str(value)


def moment_(value: Any) -> str:
    """Read a moment as `trail.moment` writes it."""
    at = datetime.fromisoformat(plain(value))
    if at.tzinfo is None or moment(at) != value:
        raise BadLine("no moment")
    return str(value)


def spans(value: Any) -> list[tuple[int, int, str, int, str]]:
    """Read where every counter's chain begins and ends, by counter."""
    found = [
        (number(counter), number(after), hash_(after_hash), number(last), hash_(last_hash))
        for counter, after, after_hash, last, last_hash in value
    ]
    _ordered(found)
    if any(last < after or (last == after and end != begin) for _, after, begin, last, end in found):
        raise BadLine("a chain that ends before it begins")
    return found


def heads(value: Any) -> tuple[Head, ...]:
    """Read the heads of every counter, by counter."""
    found = [Head(number(counter), number(place), hash_(digest)) for counter, place, digest in value]
    _ordered(found)
    return tuple(found)


def places(value: Any) -> tuple[tuple[int, int], ...]:
    """Read pairs of a place and a length, none before the end of the one before it."""
    found = tuple((number(place), number(length)) for place, length in value)
    ends = [0, *(place + length for place, length in found)]
    if any(place < end for (place, _), end in zip(found, ends, strict=False)):
        raise BadLine("places out of order")
    return found


def _ordered(rows: list[Any]) -> None:
    numbers = [row[0] for row in rows]
    if numbers != sorted(set(numbers)):
        raise BadLine("counters out of order")
