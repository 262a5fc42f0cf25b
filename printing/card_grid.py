"""Labels and values under each other on a side of a card, as large as all of them have room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from printing.errors import BadDocument
from printing.layout import Pen
from printing.lines import fit, wrap

if TYPE_CHECKING:
    from printing.typefaces import Stack
    from printing.wording import Wording

SIZES = (8.5, 8.0, 7.5, 7.0, 6.5)
"""Sizes of type tried one after the other. Below 6.5 points a card is not read at arm's length."""

SMALL = SIZES[-1]
NAME_SIZE = 12.5
TIGHT = 1.2
"""Distance of base lines, in sizes: a card is read in short lines."""

BREAK = "|"
"""Where a label goes on in a second line."""

BLACK = 0.0


@dataclass(frozen=True, slots=True)
class _Entry:
    """A label and its value, set into lines; `bold` for the name."""

    label: tuple[str, ...]
    lines: tuple[str, ...]
    size: float
    bold: bool = False

    @property
    def height(self) -> float:
        return max(len(self.lines) * self.size, len(self.label) * SMALL) * TIGHT


class Grid:
    """Sets the fields of one card; `whose` it is stands in what is said where there is no room."""

    def __init__(self, face: Stack, heading: Stack, wording: Wording, whose: str) -> None:
        self._face, self._heading, self._wording, self._whose = face, heading, wording, whose

    def _label(self, name: str) -> tuple[str, ...]:
        return tuple(self._wording.label(name).split(BREAK))

    def label_width(self, names: Iterable[str]) -> float:
        """Give the room in points that the labels of these fields take."""
        return max(self._face.width(line, SMALL) for name in names for line in self._label(name)) + 5

    def draw(
        self,
        pen: Pen,
        pairs: Sequence[tuple[str, str]],
        left: float,
        right: float,
        top: float,
        floor: float,
        labels: float,
        notes: Sequence[str] = (),
    ) -> None:
        """Set labels and values under each other at the largest size at which all of them have room.

        A name gives way before the rest does. What is left of the room goes between them, up to half a line
        each.
        """
        room = top - floor
        pairs = [pair for [pair] in self._wording.ordered([[pair] for pair in pairs])]
        under = [_Entry((), wrap(note, right - left, SMALL, self._face), SMALL) for note in notes]
        for size, most in product(SIZES, (NAME_SIZE, 0)):
            width = right - left - labels
            entries = [self._entry(name, value, width, size, most) for name, value in pairs if value] + under
            spare = room - sum(entry.height for entry in entries) - (len(entries) - 1)
            if spare >= 0:
                break
        else:
            raise BadDocument(
                "“{name}”的证件内容过长，一面证卡排不下，请核对住址等项目是否可以精简。",
                name=self._whose,
            )
        air = 1 + min(spare / max(1, len(entries) - 1), size / 2)
        for entry in entries:
            self._write(pen, entry, left, left + labels if entry.label else left, top)
            top -= entry.height + air

    def _entry(self, name: str, value: str, room: float, size: float, most: float) -> _Entry:
        if name == "name":
            setting = fit(value, room, max(most, size), self._heading, floor=size)
            return _Entry(self._label(name), setting.lines, setting.size, bold=True)
        lines = self._listed(value.split("、"), room, size) if name == "endorsed_on" else None
        return _Entry(self._label(name), lines or wrap(value, room, size, self._face), size)

    def _listed(self, days: Sequence[str], room: float, size: float) -> tuple[str, ...]:
        """Set days one after the other, none broken at the end of a line."""
        lines = [days[0]]
        for day in days[1:]:
            longer = f"{lines[-1]}、{day}"
            if self._face.width(f"{longer}、", size) <= room:
                lines[-1] = longer
            else:
                lines[-1] += "、"
                lines.append(day)
        return tuple(lines)

    def _write(self, pen: Pen, entry: _Entry, left: float, value: float, top: float) -> None:
        """Write an entry, its label on the first base line of its value."""
        base = top - entry.size * (TIGHT / 2 + 0.37)
        for place, line in enumerate(entry.label):
            pen.text(left, base - place * SMALL * TIGHT, line, SMALL, ink=BLACK)
        for place, line in enumerate(entry.lines):
            pen.text(value, base - place * entry.size * TIGHT, line, entry.size, bold=entry.bold, ink=BLACK)
