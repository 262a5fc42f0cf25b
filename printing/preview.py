"""Pages as pictures, in the exact pixels that the PDF gives."""

from __future__ import annotations

from dataclasses import dataclass

from printing.pdfium import opened, page_of


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of 24 bits a pixel, red first; a line takes `stride` bytes, the upper one first."""

    width: int
    height: int
    stride: int
    rgb: bytes


def page_count(pdf: bytes) -> int:
    """Give the number of pages. Raises `BadPdf`."""
    with opened(pdf) as document:
        return len(document)


def media_of(pdf: bytes) -> str:
    """Name the paper of the first page as CUPS does: A4, A5, or a size of its own in mm. Raises `BadPdf`."""
    with opened(pdf) as document, page_of(document, 0) as page:
        width, height = (round(side * 25.4 / 72, 1) for side in page.get_size())
    known = {(210.0, 297.0): "A4", (148.0, 210.0): "A5"}
    return known.get((width, height), f"Custom.{width:g}x{height:g}mm")


def rasterise(pdf: bytes, page: int, dpi: float) -> Picture:
    """Draw one page, counted from 0, at so many dots an inch. Raises `BadPdf`."""
    with opened(pdf) as document, page_of(document, page) as opened_page:
        bitmap = opened_page.render(scale=dpi / 72, rev_byteorder=True, prefer_bgrx=False)
        try:
            return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        finally:
            bitmap.close()
