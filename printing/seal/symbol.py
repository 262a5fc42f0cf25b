"""The signed code as a QR symbol: one path of squares, and under it the check code for comparing by hand."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, cast

from printing.errors import BadBarcode
from printing.layout import Pen, Row
from printing.seal.digests import spoken
from printing.seal.mark import Seal

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

VERSION, SIDE = 9, 53
"""Every seal is a QR code of version 9, 53 modules a side, with error correction M."""

QUIET = 4
"""Modules left white around it (ISO/IEC 18004)."""

ON_SHEET = 1.44
"""Side of a module in points on a sheet: 0.508 mm, six dots at 300 dpi, four at 203; 26.9 mm in all."""

ON_CARD = 1.2
"""Side of a module in points on a card: 0.423 mm, five dots at 300 dpi; 22.4 mm in all."""

WIDTH = (SIDE + 2 * QUIET) * ON_SHEET
"""What it takes on a sheet, its quiet zone included."""

HEIGHT = WIDTH + 24
"""The same, with the words under it."""

TITLE, CAPTION = "扫码核验", "校验码"


def modules(text: str) -> tuple[str, ...]:
    """Give the symbol as lines of 1 (dark) and 0, the upper one first, without the quiet zone.

    Raises `BadBarcode` for a text that does not fit.
    """
    import zxingcpp  # here for start-up time

    try:
        symbol = zxingcpp.create_barcode(
            text, zxingcpp.BarcodeFormat.QRCode, ec_level="M", version=VERSION
        ).to_image(scale=1, add_quiet_zones=False)
    except (ValueError, RuntimeError) as error:
        raise BadBarcode("核验码的内容放不进二维码，不能出具。") from error
    picture = memoryview(cast("bytes", symbol))  # it has the buffer protocol, and does not say so
    if picture.shape != (SIDE, SIDE):
        raise BadBarcode("核验码的内容放不进二维码，不能出具。")
    flat = bytes(picture)
    return tuple(
        "".join("0" if it else "1" for it in flat[line : line + SIDE]) for line in range(0, SIDE * SIDE, SIDE)
    )


def draw(canvas: Canvas, text: str, x: float, y: float, module: float) -> None:
    """Draw the symbol, `x` and `y` its lower left corner without the quiet zone, all in points."""
    path = canvas.beginPath()
    for line, row in enumerate(modules(text)):
        place = 0
        for colour, run in groupby(row):
            count = len(list(run))
            if colour == "1":
                path.rect(x + place * module, y + (SIDE - 1 - line) * module, count * module, module)
            place += count
    canvas.setFillGray(0)
    canvas.drawPath(path, stroke=0, fill=1)


def on_sheet(pen: Pen, seal: Seal, middle: float, top: float) -> None:
    """Draw the symbol, its upper edge at `top`, and its words under it."""
    side = SIDE * ON_SHEET
    draw(pen.canvas, seal.text, middle - side / 2, top - side, ON_SHEET)
    base = top - side - QUIET * ON_SHEET - 6
    pen.text(middle, base, f"{TITLE}　{CAPTION}", 8, align="center")
    pen.text(middle, base - 11, spoken(seal.code), 8, align="center")


def row(seal: Seal, middle: float) -> Row:
    """Give the symbol as a row of its own."""
    return Row(HEIGHT, lambda pen, top: on_sheet(pen, seal, middle, top - QUIET * ON_SHEET))


def on_card(pen: Pen, seal: Seal, right: float, top: float) -> None:
    """Draw the symbol with its upper right corner at `right` and `top`, and the check code under it."""
    side = SIDE * ON_CARD
    draw(pen.canvas, seal.text, right - side, top - side, ON_CARD)
    for place, line in enumerate((CAPTION, spoken(seal.code)), 1):
        pen.text(right - side / 2, top - side - QUIET * ON_CARD - 8 * place, line, 6.5, ink=0, align="center")
