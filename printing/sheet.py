"""What every page of a paper carries: letterhead and barcode, marks of practice and reprint, the foot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from printing import barcode
from printing.documents import Copy, Document
from printing.layout import (
    HAIRLINE,
    INK,
    LEFT,
    MM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    QUIET_INK,
    RIGHT,
    TOP,
    WIDTH,
    Pen,
    Row,
    chinese_date,
    grouped,
    paginate,
)
from printing.lines import Setting, fit
from printing.typefaces import Stack

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

HEAD = 37.5 * MM
"""Height of the letterhead of page one."""

LATER_HEAD = 12.5 * MM
"""Height of the head of the pages after it."""

BAR_HEIGHT = 11 * MM


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
        head = HEAD + self._crowding() + (copy.height + 4 + 1.5 * MM if copy else 0)
        foot = self._foot_note()
        floor = 17 * MM + foot.height
        pages = paginate(rows, TOP - head - floor, TOP - LATER_HEAD - floor)
        for number, page in enumerate(pages, 1):
            if self._document.practice:
                _watermark(canvas, self._heading)
            if number == 1:
                self._letterhead(pen, copy)
                top = TOP - head
            else:
                self._continuation(pen)
                top = TOP - LATER_HEAD
            for row in page:
                row.draw(pen, top)
                top -= row.height
            self._foot(pen, foot, number, len(pages))
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
        pen.text(x + bars / 2, y - 10, grouped(document.number), 8, align="center")

        station, contact = self._sender()
        pen.setting(LEFT, TOP + 2, station, bold=True)
        pen.setting(LEFT, TOP - station.height - 1, contact, ink=QUIET_INK)

        top = TOP - self._crowding()
        base = top - 27.5 * MM
        _spaced(pen, (LEFT + RIGHT) / 2, base, document.heading, 22)
        if document.practice:
            _practice_mark(pen, LEFT, base)
        rule = top - 33 * MM
        pen.line(LEFT, rule, RIGHT, rule, 1.2, INK)
        pen.line(LEFT, rule - 2, RIGHT, rule - 2, HAIRLINE, INK)
        if copy:
            top = rule - 3.5 * MM
            pen.box(LEFT, top - copy.height - 4, WIDTH, copy.height + 4, edge=0.7)
            pen.setting(LEFT + 4 * MM, top - 2, copy, bold=True)

    def _sender(self) -> tuple[Setting, Setting]:
        """Set the station's name, and under it where to find and call it."""
        document = self._document
        room = WIDTH - barcode.width(document.number) - 4 * MM
        phone = f"电话：{document.station_phone}" if document.station_phone else ""
        contact = "　".join(it for it in (document.station_address, phone) if it)
        return fit(document.station_name, room, 13, self._heading, floor=10), fit(
            contact, room, 9, self._body
        )

    def _crowding(self) -> float:
        """Give the height that a long station name or address takes beyond its usual place."""
        station, contact = self._sender()
        return max(0.0, station.height + contact.height - 18.5 * MM)

    def _continuation(self, pen: Pen) -> None:
        base = TOP - 4 * MM
        pen.text(LEFT, base, f"{self._document.heading}（续页）", 11, bold=True)
        pen.text(RIGHT, base, grouped(self._document.number), 8, align="right")
        if self._document.practice:
            _practice_mark(pen, (LEFT + RIGHT) / 2 - 12 * MM, base - 1)
        pen.line(LEFT, TOP - 8 * MM, RIGHT, TOP - 8 * MM, 0.8, INK)

    def _foot_note(self) -> Setting:
        it = self._document
        note = f"{it.station_name}　窗口{it.counter_number:02d}　{it.clerk}"
        return fit(note, WIDTH - 40 * MM, 8, self._body)

    def _foot(self, pen: Pen, note: Setting, number: int, count: int) -> None:
        """Draw the foot upwards from where printers can still print."""
        top = 12.5 * MM + note.height
        pen.line(LEFT, top + 1.5 * MM, RIGHT, top + 1.5 * MM)
        pen.setting(LEFT, top, note, ink=QUIET_INK)
        page = Setting(8, (f"第{number}页　共{count}页",))
        pen.setting(RIGHT, top, page, ink=QUIET_INK, align="right")


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
