"""A long number as a barcode among the rows of a sheet, with a title and its digits in fives."""

from __future__ import annotations

from printing import barcode
from printing.layout import MM, Measure, Pen, Row
from printing.lines import fit
from printing.typefaces import Stack

HEIGHT = 8 * MM
_ROOM = 20 * MM
"""What the title takes at least where it stands beside the bars."""


def row(title: str, digits: str, measure: Measure, heading: Stack) -> Row:
    """Give the number as a row; the title stands before it, or over it where the sheet is narrow."""
    wide = barcode.width(digits)
    room = measure.width - wide
    beside = room >= _ROOM
    setting = fit(title, room if beside else measure.width, measure.size(10.5), heading, floor=8)
    above = 0.0 if beside else setting.height + 1 * MM
    fives = " ".join(digits[place : place + 5] for place in range(0, len(digits), 5))

    def draw(pen: Pen, top: float) -> None:
        foot = top - above - HEIGHT
        pen.setting(measure.left, top - (HEIGHT - setting.height) / 2 if beside else top, setting, bold=True)
        middle = (
            measure.right + barcode.QUIET * barcode.MODULE - wide / 2
            if beside
            else (measure.left + measure.right) / 2
        )
        barcode.draw(pen.canvas, digits, middle - wide / 2, foot, HEIGHT)
        if beside:
            pen.text(measure.right, foot - 8, fives, 8, align="right")
        else:
            pen.text(middle, foot - 8, fives, 8, align="center")

    return Row(above + HEIGHT + 9, draw)
