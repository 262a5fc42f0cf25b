"""Code 128 as vectors: one path of bars, wide enough for a 203 dpi head to print and a gun to read."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from printing.errors import BadBarcode

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MODULE = 0.72
"""Width of the narrowest bar in points: 0.254 mm, three dots at 300 dpi, two at 203."""

QUIET = 10
"""Modules left white on either side (ISO/IEC 15417)."""


def modules(text: str) -> str:
    """Give the symbol as a string of 1 (bar) and 0 (space), one character a module, without quiet zone.

    Takes printable ASCII; raises `BadBarcode` for anything else.
    """
    if not text or not all(" " <= character <= "~" for character in text):
        raise BadBarcode("“{text}”含有条码不能表示的字符，不能出具。", text=text)
    symbol: str = _encoder()(text).build()[0]
    if text.isdecimal() and len(text) % 2 == 0 and len(symbol) != 11 * (len(text) // 2 + 2) + 13:
        raise BadBarcode("编号“{text}”的条码位数不对，不能出具。", text=text)
    return symbol


def width(text: str) -> float:
    """Give the width of the symbol in points, both quiet zones included."""
    return (len(modules(text)) + 2 * QUIET) * MODULE


def draw(canvas: Canvas, text: str, x: float, y: float, height: float) -> None:
    """Draw the bars, `x` and `y` the lower left corner of the symbol with its quiet zone, all in points."""
    path = canvas.beginPath()
    place = QUIET
    for module, run in groupby(modules(text)):
        count = len(list(run))
        if module == "1":
            path.rect(x + place * MODULE, y, count * MODULE, height)
        place += count
    canvas.setFillGray(0)
    canvas.drawPath(path, stroke=0, fill=1)


@cache
def _encoder() -> Any:
    from barcode.charsets import code128
    from barcode.codex import Code128  # here for start-up time

    class WholeCode128(Code128):  # type: ignore[misc]
        """Code128 that keeps a leading 99.

        python-barcode 0.16.1 takes the data symbol 99 after the start for the order to change to set C
        and drops it (upstream #251): only the orders that set C knows, to A and to B, may be folded.
        """

        def _try_to_optimize(self, encoded: list[int]) -> list[int]:
            if encoded[0] == code128.START_CODES["C"] and encoded[1] == 99:
                return encoded
            folded: list[int] = super()._try_to_optimize(encoded)
            return folded

    return WholeCode128
