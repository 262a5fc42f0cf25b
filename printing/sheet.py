"""What every page of a paper carries: letterhead and barcode, marks of practice and reprint, the foot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from printing import barcode
from printing.documents import Copy, Document
from printing.layout import (
    A4,
    A5,
    HAIRLINE,
    INK,
    MM,
    QUIET_INK,
    Measure,
    Pen,
    Row,
    chinese_date,
    grouped,
    paginate,
)
from printing.lines import LEADING, Setting, fit, fit_name
from printing.typefaces import Stack

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from printing.logo import Logo


class _Head(NamedTuple):
    """The letterhead of page one, measured down from the top margin."""

    sender: float
    title: float
    rule: float
    height: float


_HEADS = {
    A4.name: _Head(16.5 * MM, 27.5 * MM, 33 * MM, 37.5 * MM),
    A5.name: _Head(12.5 * MM, 22.5 * MM, 27 * MM, 30.5 * MM),
}

LATER_HEAD = 16.5 * MM
"""Height of the head of the pages after it."""

BAR_HEIGHT = 11 * MM
LATER_BAR_HEIGHT = 7 * MM
"""On page one, and on those after it."""

SMALLEST_TITLE = 10.0
PRACTICE_WIDTH = 24 * MM


LOGO_HEIGHT, LOGO_WIDTH = 13 * MM, 34 * MM
"""The most that a station's logo takes."""


def bar_height(page: int) -> float:
    """Give the height of the barcode of a page, counted from 0."""
    return LATER_BAR_HEIGHT if page else BAR_HEIGHT


def barcode_place(number: str, measure: Measure = A4, page: int = 0) -> tuple[float, float]:
    """Give the lower left corner of a page's barcode: its bars, not its quiet zone, end at the margin."""
    left = measure.right - barcode.width(number) + barcode.QUIET * barcode.MODULE
    return left, measure.top - bar_height(page)


class Sheet:
    """One document's pages: its letterhead, the rows a template gave, and the foot of every page."""

    def __init__(
        self,
        document: Document,
        copy: Copy,
        body: Stack,
        heading: Stack,
        *,
        title: str = "",
        logo: Logo | None = None,
        measure: Measure = A4,
    ) -> None:
        self._document, self._copy, self._body, self._heading = document, copy, body, heading
        self._title, self._logo, self._measure = title or document.heading, logo, measure
        self._head = _HEADS[measure.name]

    def pages(self, rows: Sequence[Row]) -> list[list[Row]]:
        """Lay a template's rows on pages. Raises `BadDocument` for a row that no page holds."""
        upper, floor = self._measure.top, self._floor()
        return paginate(rows, upper - self._first_head() - floor, upper - LATER_HEAD - floor)

    def _first_head(self) -> float:
        copy = self._copy_note()
        return self._head.height + self._crowding() + (copy.height + 4 + 1.5 * MM if copy else 0)

    def _floor(self) -> float:
        return self._measure.floor + 4.5 * MM + self._foot_note().height

    def draw(self, canvas: Canvas, pages: Sequence[Sequence[Row]]) -> None:
        """Draw all pages and end each."""
        pen = Pen(canvas, self._body, self._heading)
        copy, foot = self._copy_note(), self._foot_note()
        upper, head = self._measure.top, self._first_head()
        for number, page in enumerate(pages, 1):
            if self._document.practice:
                watermark(canvas, self._heading, self._measure.page_width, self._measure.page_height)
            if number == 1:
                self._letterhead(pen, copy)
                top = upper - head
            else:
                self._continuation(pen, number - 1)
                top = upper - LATER_HEAD
            for row in page:
                row.draw(pen, top)
                top -= row.height
            self._foot(pen, foot, number, len(pages))
            canvas.showPage()

    def _copy_note(self) -> Setting | None:
        return copy_note(self._copy, self._heading, self._measure.width - 8 * MM)

    def _letterhead(self, pen: Pen, copy: Setting | None) -> None:
        document, measure = self._document, self._measure
        self._bars(pen, 0)
        left, upper = measure.left, measure.top
        if self._logo:
            width, height = self._logo.within(LOGO_WIDTH, LOGO_HEIGHT)
            self._logo.draw(pen.canvas, left, upper - height, width, height)
        station, contact = self._sender()
        beside = left + self._beside_logo()
        pen.setting(beside, upper + 2, station, bold=True)
        pen.setting(beside, upper - station.height - 1, contact, ink=QUIET_INK)

        top = upper - self._crowding()
        base = top - self._head.title
        room = measure.width - (2 * (PRACTICE_WIDTH + 3 * MM) if document.practice else 0)
        spaced(pen, (left + measure.right) / 2, base, self._title, measure.size(22), room)
        if document.practice:
            practice_mark(pen, left, base)
        rule = top - self._head.rule
        pen.line(left, rule, measure.right, rule, 1.2, INK)
        pen.line(left, rule - 2, measure.right, rule - 2, HAIRLINE, INK)
        if copy:
            top = rule - 3.5 * MM
            pen.box(left, top - copy.height - 4, measure.width, copy.height + 4, edge=0.7)
            pen.setting(left + 4 * MM, top - 2, copy, bold=True)

    def _beside_logo(self) -> float:
        return self._logo.within(LOGO_WIDTH, LOGO_HEIGHT)[0] + 3 * MM if self._logo else 0.0

    def _sender(self) -> tuple[Setting, Setting]:
        """Set the station's name, and under it where to find and call it."""
        document, measure = self._document, self._measure
        room = measure.width - barcode.width(document.number) - 4 * MM - self._beside_logo()
        station = fit_name(
            document.station_name, room, measure.size(13), self._heading, floor=measure.size(10)
        )
        return station, fit(contact_of(document), room, 9, self._body)

    def _crowding(self) -> float:
        """Give the height that a long station name or address takes beyond its usual place."""
        station, contact = self._sender()
        return max(0.0, station.height + contact.height - self._head.sender)

    def _continuation(self, pen: Pen, page: int) -> None:
        """Draw the head of a page after the first: a sheet that was torn off says by itself what it belongs to."""
        left, right, upper = self._measure.left, self._measure.right, self._measure.top
        digits = self._bars(pen, page)
        base = upper - 8 * MM
        mark = PRACTICE_WIDTH + 3 * MM if self._document.practice else 0.0
        title = fit(f"{self._title}（续页）", digits - left - mark - 3 * MM, 11, self._heading, floor=8)
        first = base + (len(title.lines) - 1) * title.size * LEADING
        for place, line in enumerate(title.lines):
            pen.text(left, first - place * title.size * LEADING, line, title.size, bold=True)
        if self._document.practice:
            practice_mark(pen, digits - mark, base - 1)
        pen.line(left, upper - 12.5 * MM, right, upper - 12.5 * MM, 0.8, INK)

    def _bars(self, pen: Pen, page: int) -> float:
        """Draw a page's barcode with its number under it, and give where they begin."""
        number = self._document.number
        x, y = barcode_place(number, self._measure, page)
        barcode.draw(pen.canvas, number, x, y, bar_height(page))
        pen.text(x + barcode.width(number) / 2, y - 10, grouped(number), 8, align="center")
        return x + barcode.QUIET * barcode.MODULE

    def _foot_note(self) -> Setting:
        it = self._document
        note = f"{it.station_name}　窗口{it.counter_number:02d}　{it.clerk}"
        return fit(note, self._measure.width - 40 * MM, 8, self._body)

    def _foot(self, pen: Pen, note: Setting, number: int, count: int) -> None:
        """Draw the foot upwards from where printers can still print."""
        left, right = self._measure.left, self._measure.right
        top = self._measure.floor + note.height
        pen.line(left, top + 1.5 * MM, right, top + 1.5 * MM)
        pen.setting(left, top, note, ink=QUIET_INK)
        page = Setting(8, (f"第{number}页　共{count}页",))
        pen.setting(right, top, page, ink=QUIET_INK, align="right")


def contact_of(document: Document) -> str:
    """Say where to find and call the station."""
    phone = f"电话：{document.station_phone}" if document.station_phone else ""
    return "　".join(it for it in (document.station_address, phone) if it)


def copy_note(copy: Copy, face: Stack, room: float) -> Setting | None:
    """Say which reprint this is, when, and why."""
    if copy.number == 0:
        return None
    note = f"补打　第{copy.number}次"
    if copy.printed_on is not None:
        note += f"　{chinese_date(copy.printed_on)}"
    if copy.reason:
        note += f"　原因：{copy.reason}"
    return fit(note, room, 9.5, face)


def spaced(pen: Pen, middle: float, base: float, text: str, size: float, room: float) -> None:
    """Write a title with air between its characters, each face one run so that it reads back as one word."""
    air = 4.0

    def wide() -> float:
        return pen.heading.width(text, size) + air * (len(text) - 1)

    while wide() > room and size > SMALLEST_TITLE:
        size -= 0.5
        air = 1.0
    x = middle - wide() / 2
    pen.canvas.setFillGray(INK)
    for font, run in pen.heading.runs(text):
        pen.canvas.setFont(font, size)
        pen.canvas.drawString(x, base, run, charSpace=air)
        x += pen.heading.width(run, size) + air * len(run)


def practice_mark(pen: Pen, x: float, base: float) -> None:
    """Write 演练 in a box, its lower left corner at `x` and 4 points under `base`."""
    pen.box(x, base - 4, PRACTICE_WIDTH, 19, edge=1.1)
    pen.text(x + PRACTICE_WIDTH / 2, base + 1, "演练", 13, bold=True, align="center")


def watermark(canvas: Canvas, heading: Stack, page_width: float, page_height: float) -> None:
    """Write 演练 large and pale across the page, under everything else."""
    size = 160 * page_width / A4.page_width
    canvas.saveState()
    canvas.setFillGray(0.94)
    canvas.setFont(heading.name, size)
    canvas.translate(page_width / 2, page_height / 2 - 20 * MM)
    canvas.rotate(40)
    canvas.drawCentredString(0, -0.35 * size, "演练")
    canvas.restoreState()
