"""Set text into lines: never cut, never wider than its place, never smaller than can be read."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple, Protocol

SMALLEST = 8.0
"""The least size of type on a paper, in points."""

LEADING = 1.45
"""Distance of base lines, in sizes."""

_OPENING, _CLOSING = r"[（《“‘「【〔]*", r"[，。、；：？！）》”’」】〕·%]*"
"""Marks that stay with what follows, and marks that never begin a line."""

_CODE = r"[0-9A-Za-z*][0-9A-Za-z*\-./:—]*"
"""A number, a time, a code or a masked number."""

_HAN = "[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_WHOLE = (
    r"[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日"  # a day
    r"|第[一二三四五六七八九十百零〇0-9]{1,7}[条款项章]"  # an article
    rf"|(?:{_HAN}{{1,6}}〔)?[0-9]{{4}}〕[0-9]{{1,5}}号"  # a document's number
)
_NAME = rf"{_HAN}{{1,8}}(?=·)|(?<=·){_HAN}{{1,8}}(?!·)"
"""A part of a name with dots."""

_PART = re.compile(f"{_OPENING}(?:{_CODE}|.){_CLOSING}")
_NARROW = re.compile(f"{_OPENING}(?:{_WHOLE}|{_CODE}|.){_CLOSING}")
_UNIT = re.compile(f"{_OPENING}(?:{_WHOLE}|{_NAME}|{_CODE}|.){_CLOSING}")
"""What no line end divides: of what is too long for a line, in a narrow place, and else."""

NARROW = 13.0
"""Sizes of width under which a name is broken anywhere: at its dots it would take many short lines."""

_WORDS = re.compile(r"[^\W_]")
FEWEST = 3
"""Letters and hanzi that stand at least in the last of several lines."""

_PLACES = {"局": 6.0, "厅": 5.0, "州": 3.0, "盟": 3.0, "市": 2.5, "县": 3.5, "旗": 3.0, "区": 2.5, "省": 2.0}
"""How well the name of an authority is broken after what ends its parts."""

_ANYWHERE = -4.0


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
    units = _NARROW if width < NARROW * size else _UNIT
    for unit in units.findall(tidy(text)):
        for piece in _pieces(unit, width, size, face):
            needed = face.width(piece, size)
            if line and filled + needed > width:
                lines.append(line.rstrip(" "))
                line, filled = "", 0.0
                if piece == " ":
                    continue
            line += piece
            filled += needed
    return _without_orphan([*lines, line.rstrip(" ")], width, size, face)


def _without_orphan(lines: list[str], width: float, size: float, face: Face) -> tuple[str, ...]:
    """Bring words of the line before into a last line of one or two characters."""
    if len(lines) < 2 or len(_WORDS.findall(lines[-1])) >= FEWEST:
        return tuple(lines)
    units = _NARROW.findall(lines[-2])
    last = lines[-1]
    while len(_WORDS.findall(last)) < FEWEST and len(units) > 1 and units[-1] != " ":
        last = units.pop() + last
    kept = "".join(units)
    if len(kept) < len(last) or face.width(last, size) > width:
        return tuple(lines)
    return (*lines[:-2], kept.rstrip(" "), last)


def fit_name(text: str, width: float, size: float, face: Face, floor: float = SMALLEST) -> Setting:
    """Set the name of an authority as `fit` does; where it takes several lines, they end where its parts do.

    Of all ways to break it into as few lines, at most 1.5 points smaller, it takes the one whose lines end after
    局, 县, 市 … and are about as long.
    """
    setting = fit(text, width, size, face, floor)
    count = len(setting.lines)
    if not 1 < count <= 4:
        return setting
    whole = tidy(text)
    ends = [face.width(whole[:place], 1.0) for place in range(len(whole) + 1)]
    best, found = -1000.0, setting
    for smaller in range(4):
        tried = setting.size - smaller / 2
        if tried < floor:
            break
        score, cuts = _best_cuts(whole, ends, width / tried, count)
        if score - smaller > best:
            best = score - smaller
            places = (0, *cuts, len(whole))
            found = Setting(tried, tuple(whole[start:end] for start, end in pairwise(places)))
    return found


def _best_cuts(text: str, ends: list[float], room: float, count: int) -> tuple[float, tuple[int, ...]]:
    """Give where to break a text into so many lines, with the worth of it; -1000 where no way fits."""
    even = len(text) / count

    def tried(start: int, left: int) -> tuple[float, tuple[int, ...]]:
        if left == 1:
            fits = ends[-1] - ends[start] <= room
            return (-abs(len(text) - start - even) / 2 if fits else -1000.0), ()
        best: tuple[float, tuple[int, ...]] = (-1000.0, ())
        for end in range(start + 1, len(text) - left + 2):
            if ends[end] - ends[start] > room:
                break
            worth, cuts = tried(end, left - 1)
            worth += _PLACES.get(text[end - 1], _ANYWHERE) - abs(end - start - even) / 2
            best = max(best, (worth, (end, *cuts)))
        return best

    return tried(0, count)


def _pieces(unit: str, width: float, size: float, face: Face) -> list[str]:
    """Give the unit whole where a line can hold it, else its parts, else its characters."""
    if face.width(unit, size) <= width:
        return [unit]
    parts = _PART.findall(unit)
    return [piece for part in parts for piece in ([part] if face.width(part, size) <= width else part)]
