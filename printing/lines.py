"""Set text into lines: never cut, never wider than its place, never smaller than can be read."""

from __future__ import annotations

import re
from typing import NamedTuple, Protocol

SMALLEST = 8.0
"""The least size of type on a paper, in points."""

LEADING = 1.45
"""Distance of base lines, in sizes."""

_UNIT = re.compile(
    r"[（《“‘「【〔]*"  # an opening mark stays with what follows
    r"(?:[0-9A-Za-z*][0-9A-Za-z*\-./:]*|.)"  # a number, date, code or masked number stays whole
    r"[，。、；：？！）》”’」】〕·%]*"  # a closing mark never begins a line
)


_BLANKS = re.compile(r"[ \t\r\n\f\v]+")


class Face(Protocol):
    """What can say how wide a text is."""

    def width(self, text: str, size: float) -> float:
        """Give the width of a text in points."""


class Setting(NamedTuple):
    """A text set into lines of one size."""

    size: float
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """Height in points from the top of the first line to the foot of the last."""
        return self.size * LEADING * len(self.lines)


def tidy(text: str) -> str:
    """Make every stretch of blanks, tabs and line ends one blank; the wide space (U+3000) stays."""
    return _BLANKS.sub(" ", text).strip(" ")


def fit(text: str, width: float, size: float, face: Face, floor: float = SMALLEST) -> Setting:
    """Set a text on one line, smaller down to `floor` if need be, else on several lines.

    Sizes go down by half points. What does not fit on one line at `floor` is wrapped at the size that
    gives the fewest lines, and of those the largest.
    """
    text = tidy(text)
    natural = face.width(text, 1.0)
    tried = size
    while tried >= floor:
        if natural * tried <= width:
            return Setting(tried, (text,))
        tried -= 0.5
    smallest = wrap(text, width, floor, face)
    tried = size
    while tried > floor:
        lines = wrap(text, width, tried, face)
        if len(lines) == len(smallest):
            return Setting(tried, lines)
        tried -= 0.5
    return Setting(floor, smallest)


def wrap(text: str, width: float, size: float, face: Face) -> tuple[str, ...]:
    """Break a text into lines by the rules of Chinese setting; nothing is left out but blanks at a break."""
    lines: list[str] = []
    line, filled = "", 0.0
    for unit in _UNIT.findall(tidy(text)):
        for piece in _pieces(unit, width, size, face):
            needed = face.width(piece, size)
            if line and filled + needed > width:
                lines.append(line.rstrip(" "))
                line, filled = "", 0.0
                if piece == " ":
                    continue
            line += piece
            filled += needed
    return (*lines, line.rstrip(" "))


def _pieces(unit: str, width: float, size: float, face: Face) -> list[str]:
    """Give the unit whole where a line can hold it, else its characters."""
    return [unit] if face.width(unit, size) <= width else list(unit)
