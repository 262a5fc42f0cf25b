"""The sheet of A4: a pen that writes in our faces, rows that flow over pages, what every page carries."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from printing import barcode
from printing.documents import Copy, Document
from printing.errors import BadDocument
from printing.lines import LEADING, Setting, fit
from printing.typefaces import Stack

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
LEFT, RIGHT = 20 * MM, 190 * MM
WIDTH = RIGHT - LEFT
TOP = PAGE_HEIGHT - 15 * MM
FLOOR = 21 * MM
"""Where the flow ends above the foot of the page."""

HEAD = 37.5 * MM
"""Height of the letterhead of page one."""

BAR_HEIGHT = 11 * MM

INK, QUIET_INK, FAINT = 0.08, 0.38, 0.72
HAIRLINE, FRAME = 0.35, 0.9
TINT = 0.955


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


def glue(rows: Sequence[Row]) -> list[Row]:
    """Give the rows so that no page ends between them."""
    return [Row(it.height, it.draw, it.header, glued=True) for it in rows[:-1]] + list(rows[-1:])


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


def barcode_place(number: str) -> tuple[float, float]:
    """Give the lower left corner of page one's barcode: its bars, not its quiet zone, end at the margin."""
    return RIGHT - barcode.width(number) + barcode.QUIET * barcode.MODULE, TOP - BAR_HEIGHT


class Sheet:
    """One document's pages: its letterhead, the rows a template gave, and the foot of every page."""

    def __init__(self, document: Document, copy: Copy, body: Stack, heading: Stack) -> None:
        self._document, self._copy, self._body, self._heading = document, copy, body, heading

    def draw(self, canvas: Canvas, rows: Sequence[Row]) -> None:
        """Draw all pages and end each."""
        pen = Pen(canvas, self._body, self._heading)
        copy = self._copy_note()
        head = HEAD + (copy.height + 4 + 1.5 * MM if copy else 0)
        pages = paginate(rows, TOP - head - FLOOR, TOP - 12.5 * MM - FLOOR)
        for number, page in enumerate(pages, 1):
            if self._document.practice:
                _watermark(canvas, self._heading)
            if number == 1:
                self._letterhead(pen, copy)
                top = TOP - head
            else:
                self._continuation(pen)
                top = TOP - 12.5 * MM
            for row in page:
                row.draw(pen, top)
                top -= row.height
            self._foot(pen, number, len(pages))
            canvas.showPage()

    def _copy_note(self) -> Setting | None:
        """Say which reprint this is, when, and why."""
        copy = self._copy
        if copy.number == 0:
            return None
        note = f"补打　第{copy.number}次"
        if copy.printed_on is not None:
            note += f"　{chinese_date(copy.printed_on)}"
        if copy.reason:
            note += f"　原因：{copy.reason}"
        return fit(note, WIDTH - 8 * MM, 9.5, self._heading)

    def _letterhead(self, pen: Pen, copy: Setting | None) -> None:
        document = self._document
        bars = barcode.width(document.number)
        x, y = barcode_place(document.number)
        barcode.draw(pen.canvas, document.number, x, y, BAR_HEIGHT)
        middle = x + bars / 2
        pen.text(middle, y - 10, grouped(document.number), 8, align="center")

        room = WIDTH - bars - 4 * MM
        station = fit(document.station_name, room, 13, self._heading, floor=10)
        pen.setting(LEFT, TOP + 2, station, bold=True)
        contact = "　".join(it for it in (document.station_address, _phone(document)) if it)
        if contact:
            pen.setting(LEFT, TOP - station.height - 1, fit(contact, room, 9, self._body), ink=QUIET_INK)

        base = TOP - 27.5 * MM
        _spaced(pen, (LEFT + RIGHT) / 2, base, document.TITLE, 22)
        if document.practice:
            _practice_mark(pen, LEFT, base)
        rule = TOP - 33 * MM
        pen.line(LEFT, rule, RIGHT, rule, 1.2, INK)
        pen.line(LEFT, rule - 2, RIGHT, rule - 2, HAIRLINE, INK)
        if copy:
            top = rule - 3.5 * MM
            pen.box(LEFT, top - copy.height - 4, WIDTH, copy.height + 4, edge=0.7)
            pen.setting(LEFT + 4 * MM, top - 2, copy, bold=True)

    def _continuation(self, pen: Pen) -> None:
        base = TOP - 4 * MM
        pen.text(LEFT, base, f"{self._document.TITLE}（续页）", 11, bold=True)
        pen.text(RIGHT, base, grouped(self._document.number), 8, align="right")
        if self._document.practice:
            _practice_mark(pen, (LEFT + RIGHT) / 2 - 12 * MM, base - 1)
        pen.line(LEFT, TOP - 8 * MM, RIGHT, TOP - 8 * MM, 0.8, INK)

    def _foot(self, pen: Pen, number: int, count: int) -> None:
        pen.line(LEFT, 18 * MM, RIGHT, 18 * MM)
        note = (
            f"{self._document.station_name}　窗口{self._document.counter_number:02d}　{self._document.clerk}"
        )
        setting = fit(note, WIDTH - 40 * MM, 8, self._body)
        pen.setting(LEFT, 16.5 * MM, setting, ink=QUIET_INK)
        page = Setting(8, (f"第{number}页　共{count}页",))
        pen.setting(RIGHT, 16.5 * MM, page, ink=QUIET_INK, align="right")


def _phone(document: Document) -> str:
    return f"电话：{document.station_phone}" if document.station_phone else ""


def _spaced(pen: Pen, middle: float, base: float, text: str, size: float) -> None:
    """Write a title with air between its characters, as one run so that it reads back as one word."""
    air = 4.0
    x = middle - (pen.heading.width(text, size) + air * (len(text) - 1)) / 2
    pen.canvas.setFillGray(INK)
    pen.canvas.setFont(pen.heading.name, size)
    pen.canvas.drawString(x, base, text, charSpace=air)


def _practice_mark(pen: Pen, x: float, base: float) -> None:
    pen.box(x, base - 4, 24 * MM, 19, edge=1.1)
    pen.text(x + 12 * MM, base + 1, "演练", 13, bold=True, align="center")


def _watermark(canvas: Canvas, heading: Stack) -> None:
    """Write 演练 large and pale across the page, under everything else."""
    canvas.saveState()
    canvas.setFillGray(0.94)
    canvas.setFont(heading.name, 160)
    canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2 - 20 * MM)
    canvas.rotate(40)
    canvas.drawCentredString(0, -56, "演练")
    canvas.restoreState()
