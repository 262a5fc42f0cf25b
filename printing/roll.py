"""Papers on a roll of 80 mm: one column, one strip as long as it needs, cut where it ends."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from printing import barcode, signing
from printing.documents import Copy, Document
from printing.layout import (
    FRAME,
    HAIRLINE,
    INK,
    MM,
    QUIET_INK,
    ROLL,
    Pen,
    Row,
    gap,
    glue,
    grouped,
)
from printing.lines import SMALLEST, Setting, fit, fit_name, wrap
from printing.parts import BLANK, Column, Pair, Parts
from printing.sheet import BAR_HEIGHT, PRACTICE_WIDTH, contact_of, copy_note, practice_mark, watermark

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from printing.logo import Logo
    from printing.typefaces import Stack
    from printing.wording import Wording

LABEL_WIDTH = 19 * MM
EDGE = 5 * MM
"""What a cutter needs above the first thing and under the last."""


class RollParts(Parts):
    """Makes rows of one column: every field has its own line, every row of a table is a small list."""

    def __init__(self, body: Stack, heading: Stack, wording: Wording) -> None:
        super().__init__(body, heading, wording, ROLL)

    def section(self, title: str, *, space: float = 2.2 * MM) -> list[Row]:
        """Give a heading that stays with what follows."""

        def draw(pen: Pen, top: float) -> None:
            pen.text(ROLL.left, top - 11, title, 10, bold=True)
            pen.line(ROLL.left, top - 15, ROLL.right, top - 15, HAIRLINE, INK)

        return glue([gap(space), Row(17, draw), gap(0)])[:-1]

    def grid(self, *lines: Sequence[Pair], size: float = 11, floor: float = SMALLEST) -> list[Row]:
        """Give every field on its own line."""
        size, floor = ROLL.size(size), ROLL.size(floor)
        ordered = self._wording.ordered(lines)
        return [
            self._pair(self._wording.label(field), value, size) for line in ordered for field, value in line
        ]

    def _pair(self, label: str, value: str, size: float) -> Row:
        told = fit(label, LABEL_WIDTH - 2 * MM, 8.5, self._heading)
        lines = wrap(value or BLANK, ROLL.width - LABEL_WIDTH, size, self._body)
        setting = Setting(size, lines)
        height = max(told.height, setting.height) + 1.2 * MM

        def draw(pen: Pen, top: float) -> None:
            pen.setting(ROLL.left, top - 0.6 * MM, told, bold=True)
            pen.setting(ROLL.left + LABEL_WIDTH, top - 0.6 * MM, setting)
            pen.line(ROLL.left, top - height, ROLL.right, top - height, HAIRLINE, 0.6)

        return Row(height, draw)

    def table(
        self, columns: Sequence[Column], cells: Sequence[Sequence[str]], *, total: bool = False
    ) -> list[Row]:
        """Give each line of a table as a list of heading and value, a heavier rule after it."""
        rows: list[Row] = []
        for line in cells:
            told = [
                self._pair(self._wording.heading(column.label), cell, ROLL.size(column.size))
                for column, cell in zip(columns, line, strict=True)
            ]
            rows += [*glue(told), _rule()]
        return rows

    def call(self, text: str) -> list[Row]:
        """Give one boxed sentence that the reader should not miss."""
        setting = fit(text, ROLL.width - 6 * MM, 11, self._heading, floor=10)
        height = setting.height + 4 * MM

        def draw(pen: Pen, top: float) -> None:
            pen.box(ROLL.left, top - height, ROLL.width, height, edge=1.2)
            pen.setting(ROLL.left + 3 * MM, top - 2 * MM, setting, bold=True)

        return [Row(height, draw)]

    def signatures(self, document: Document, left: Sequence[str], issued_on: date) -> list[Row]:
        """Give the lines to sign, the station with room for its seal, and the code, under each other."""
        return signing.strip(document, left, issued_on, ROLL, self._body, self._heading)

    def sign_line(self, labels: Sequence[str]) -> list[Row]:
        """Give places to sign under each other."""
        return signing.under_each_other(labels, ROLL, self._body)


def _rule() -> Row:
    def draw(pen: Pen, top: float) -> None:
        pen.line(ROLL.left, top - 1, ROLL.right, top - 1, FRAME, INK)

    return Row(3, draw)


def barcode_place(number: str, page_height: float) -> tuple[float, float]:
    """Give the lower left corner of the barcode with its quiet zone: the first thing on the strip, in its middle."""
    return (ROLL.page_width - barcode.width(number)) / 2, page_height - EDGE - BAR_HEIGHT


class Strip:
    """One document on a strip: barcode, station and title above the rows that a template gave, the clerk below."""

    def __init__(
        self,
        document: Document,
        copy: Copy,
        body: Stack,
        heading: Stack,
        *,
        title: str = "",
        logo: Logo | None = None,
    ) -> None:
        self._document, self._copy, self._body, self._heading = document, copy, body, heading
        self._title, self._logo = title or document.heading, logo

    def draw(self, canvas: Canvas, rows: Sequence[Row]) -> None:
        """Draw the strip, as long as its rows are, and end it."""
        pen = Pen(canvas, self._body, self._heading)
        whole = [*self._head(), *rows, *self._foot()]
        height = 2 * EDGE + BAR_HEIGHT + 12 + sum(row.height for row in whole)
        canvas.setPageSize((ROLL.page_width, height))
        if self._document.practice:
            watermark(canvas, self._heading, ROLL.page_width, height)
        number = self._document.number
        x, y = barcode_place(number, height)
        barcode.draw(canvas, number, x, y, BAR_HEIGHT)
        pen.text(ROLL.page_width / 2, y - 10, grouped(number), 8, align="center")
        top = y - 12
        for row in whole:
            row.draw(pen, top)
            top -= row.height
        canvas.showPage()

    def _head(self) -> list[Row]:
        document, middle = self._document, ROLL.page_width / 2
        station = fit_name(document.station_name, ROLL.width, 11, self._heading, floor=9)
        contact = fit(contact_of(document), ROLL.width, 8, self._body)
        copy = copy_note(self._copy, self._heading, ROLL.width - 4 * MM)
        title = fit(self._title, ROLL.width, 15, self._heading, floor=13)
        logo = self._logo.within(ROLL.width / 2, 12 * MM) if self._logo else (0.0, 0.0)

        def sender(pen: Pen, top: float) -> None:
            if self._logo:
                self._logo.draw(pen.canvas, middle - logo[0] / 2, top - logo[1] - 2, *logo)
            below = top - logo[1] - 4
            pen.setting(middle, below, station, bold=True, align="center")
            pen.setting(middle, below - station.height, contact, ink=QUIET_INK, align="center")

        def titled(pen: Pen, top: float) -> None:
            pen.setting(middle, top - 5, title, bold=True, align="center")

        def marked(pen: Pen, top: float) -> None:
            practice_mark(pen, middle - PRACTICE_WIDTH / 2, top - 17)

        def noted(pen: Pen, top: float) -> None:
            assert copy is not None
            pen.box(ROLL.left, top - copy.height - 4, ROLL.width, copy.height + 4, edge=0.7)
            pen.setting(ROLL.left + 2 * MM, top - 2, copy, bold=True)

        rows = [Row(logo[1] + 4 + station.height + contact.height, sender), Row(title.height + 9, titled)]
        if document.practice:
            rows.append(Row(26, marked))
        if copy:
            rows.append(Row(copy.height + 8, noted))
        return rows

    def _foot(self) -> list[Row]:
        document = self._document
        note = f"{document.station_name}　窗口{document.counter_number:02d}　{document.clerk}"
        setting = fit(note, ROLL.width, 8, self._body)

        def draw(pen: Pen, top: float) -> None:
            pen.line(ROLL.left, top - 4, ROLL.right, top - 4)
            pen.setting(ROLL.left, top - 6, setting, ink=QUIET_INK)

        return [Row(setting.height + 6, draw)]
