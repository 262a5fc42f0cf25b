"""The measures of paper, a pen that writes in our faces, and rows that flow over pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from printing.errors import BadDocument
from printing.lines import LEADING, SMALLEST, Setting
from printing.typefaces import Stack

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MM = 72 / 25.4
INK, QUIET_INK, FAINT = 0.08, 0.38, 0.72
HAIRLINE, FRAME = 0.35, 0.9
TINT = 0.955


@dataclass(frozen=True, slots=True)
class Measure:
    """A kind of paper in points: the sheet, where its type begins and ends, how large the type is.

    `page_height` is 0 for a roll, which is cut where the paper ends. `scale` times the size on A4 is the size
    of type, never under the least that can be read. Nothing is printed under `floor`; a row of a grid is at
    least `row` high. Lines of prose are `leading` sizes apart; empty space is `air` times what a template asks.
    """

    name: str
    page_width: float
    page_height: float
    left: float
    right: float
    top: float
    scale: float = 1.0
    floor: float = 12.5 * MM
    row: float = 8.5 * MM
    leading: float = 1.6
    air: float = 1.0

    @property
    def width(self) -> float:
        """What type may fill."""
        return self.right - self.left

    @property
    def roll(self) -> bool:
        """Whether the paper has no pages."""
        return self.page_height == 0

    def size(self, size: float) -> float:
        """Give the size of type that stands for one on A4, in half points."""
        return size if self.scale == 1 else max(SMALLEST, round(2 * size * self.scale) / 2)


A4 = Measure("a4", 210 * MM, 297 * MM, 20 * MM, 190 * MM, 282 * MM)
A4_STEPS = (
    A4,
    replace(A4, scale=0.95, floor=11 * MM, row=7.6 * MM, leading=1.5, air=0.75),
    replace(A4, scale=0.91, floor=10 * MM, row=6.8 * MM, leading=1.42, air=0.5),
)
"""A little smaller and closer, for what takes a second sheet otherwise."""

A5 = Measure("a5", 148 * MM, 210 * MM, 14 * MM, 134 * MM, 202 * MM, 0.92, 8.5 * MM, 6.8 * MM, 1.45)
A5_STEPS = (
    A5,
    replace(A5, scale=0.87, floor=7 * MM, row=6.1 * MM, leading=1.4, air=0.7),
    replace(A5, scale=0.8, floor=6 * MM, row=5.4 * MM, leading=1.32, air=0.45),
    replace(A5, scale=0.75, floor=5 * MM, row=4.9 * MM, leading=1.25, air=0.25),
)
"""Smaller and closer from one to the next, for what takes a second sheet otherwise; margins and letterhead stay."""

STEPS = {A4.name: A4_STEPS, A5.name: A5_STEPS}
SHORT = 3
"""Pages up to which a closer setting is tried: a long list is not read better for being set small."""

ROLL = Measure("roll80", 80 * MM, 0, 4 * MM, 76 * MM, 0, 0.86, leading=1.45)
"""A roll of 80 mm, as receipt printers take it; their heads print 72 mm of it."""

CR80 = Measure("cr80", 85.60 * MM, 53.98 * MM, 3 * MM, 82.60 * MM, 50.98 * MM)
"""ID-1 by ISO/IEC 7810, which card printers call CR80; across. Only cards are drawn on it, both sides."""

MEASURES = {it.name: it for it in (A4, A5, ROLL)}


def measure_of(page_width: float) -> Measure:
    """Give the kind of paper that a page of so many points of width is of; A4 for one that is none."""
    return min(MEASURES.values(), key=lambda it: abs(it.page_width - page_width))


@dataclass(frozen=True, slots=True)
class Pen:
    """What draws on one page; all places in points from the lower left corner of the paper."""

    canvas: Canvas
    body: Stack
    heading: Stack

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        ink: float = INK,
        align: str = "left",
    ) -> None:
        """Write one line with its base line at `y`; `x` is its left end, right end or middle."""
        stack = self.heading if bold else self.body
        if align != "left":
            x -= stack.width(text, size) / (1 if align == "right" else 2)
        self.canvas.setFillGray(ink)
        for font, run in stack.runs(text):
            self.canvas.setFont(font, size)
            self.canvas.drawString(x, y, run)
            x += stack.width(run, size)

    def setting(
        self,
        x: float,
        top: float,
        setting: Setting,
        *,
        bold: bool = False,
        ink: float = INK,
        align: str = "left",
    ) -> None:
        """Write lines under each other, the first one's top at `top`."""
        step = setting.size * LEADING
        for place, line in enumerate(setting.lines):
            base = top - step * (place + 0.5) - setting.size * 0.37
            self.text(x, base, line, setting.size, bold=bold, ink=ink, align=align)

    def line(
        self, x1: float, y1: float, x2: float, y2: float, width: float = HAIRLINE, ink: float = QUIET_INK
    ) -> None:
        """Draw a straight line."""
        self.canvas.setLineWidth(width)
        self.canvas.setStrokeGray(ink)
        self.canvas.line(x1, y1, x2, y2)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: float | None = None,
        edge: float = HAIRLINE,
    ) -> None:
        """Draw a rectangle, `x` and `y` its lower left corner; no edge where `edge` is 0."""
        self.canvas.setLineWidth(edge)
        self.canvas.setStrokeGray(QUIET_INK)
        if fill is not None:
            self.canvas.setFillGray(fill)
        self.canvas.rect(x, y, width, height, stroke=int(edge > 0), fill=int(fill is not None))


@dataclass(frozen=True, slots=True)
class Row:
    """A strip of the sheet that is never torn. `draw` gets the pen and the strip's upper edge.

    `header` is drawn again above the row when the row begins a page; `glued` keeps the row with the next.
    """

    height: float
    draw: Callable[[Pen, float], None]
    header: Row | None = None
    glued: bool = False


def _nothing(_pen: Pen, _top: float) -> None:
    """Draw empty space."""


def gap(height: float) -> Row:
    """Give empty space of so many points; it is dropped where a page begins."""
    return Row(height, _nothing)


def aired(rows: Sequence[Row], air: float) -> list[Row]:
    """Give the rows with empty ones so many times as high."""
    return [replace(it, height=it.height * air) if it.draw is _nothing else it for it in rows]


def glue(rows: Sequence[Row]) -> list[Row]:
    """Give the rows so that no page ends between them."""
    return [Row(it.height, it.draw, it.header, glued=True) for it in rows[:-1]] + list(rows[-1:])


def closing(laid: Sequence[Row], close: Sequence[Row]) -> list[Row]:
    """Give a paper's rows with its end, which is never alone on a page: the last row before it goes with it."""
    last = len(laid) - 1
    while last > 0 and laid[last].draw is _nothing:
        last -= 1
    return [*laid[:last], *glue([*laid[last:], *close])]


def paginate(rows: Sequence[Row], first: float, later: float) -> list[list[Row]]:
    """Lay rows on pages with `first` points of height on page one and `later` on the others.

    A table's header comes again on each page, glued rows move together unless they fill a page. Raises
    `BadDocument` for a row higher than a page: better no paper than one with words cut off.
    """
    pages: list[list[Row]] = [[]]
    room = first
    for group in _groups(rows, later):
        height = sum(row.height for row in group)
        if pages[-1] and height > room + 0.01:
            pages.append([])
            room = later
            while group and group[0].draw is _nothing:
                group = group[1:]
            if group and group[0].header is not None:
                group = [group[0].header, *group]
            height = sum(row.height for row in group)
        if height > room + 0.01:
            raise BadDocument("单据中有一项内容过长，一页排不下，请精简后再打印。")
        pages[-1] += group
        room -= height
    return pages


def _groups(rows: Sequence[Row], most: float) -> Iterator[list[Row]]:
    """Give the rows that must stand on one page together, and none higher than `most` if it can be torn."""
    group: list[Row] = []
    for row in rows:
        if group and sum(it.height for it in group) + row.height > most:
            yield group
            group = []
        group.append(row)
        if not row.glued:
            yield group
            group = []
    if group:
        yield group


def chinese_date(day: date) -> str:
    """Write a day as forms do: 2026年11月5日."""
    return f"{day.year}年{day.month}月{day.day}日"


def grouped(number: str) -> str:
    """Group a paper or case number by what its digits mean: [kind] division station date counter sequence."""
    cuts = {24: (2, 6, 3, 8, 2, 3), 22: (6, 3, 8, 2, 3)}.get(len(number))
    if cuts is None:
        return number
    parts, place = [], 0
    for cut in cuts:
        parts.append(number[place : place + cut])
        place += cut
    return " ".join(parts)
