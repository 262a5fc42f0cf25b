"""Read a finished page as a stranger would, before it goes out."""

from __future__ import annotations

import re
from typing import Any

from printing import barcode
from printing.documents import Document, texts
from printing.errors import ReadBackFailed
from printing.pdfium import opened, page_of

DPI = 203
"""The coarsest head a paper is printed on."""

_UNSEEN = re.compile(r"\s+")
_HYPHENS = str.maketrans({"\x02": "-", "￾": "-"})  # how PDFium marks a hyphen at the end of a line


def check(pdf: bytes, document: Document) -> None:
    """Make sure the page says what the document says; raise `ReadBackFailed` naming every difference.

    The barcode of page one, rasterised at 203 dpi, must decode to the paper number; every text of the
    document must be found in the extracted text; no character may stand without a glyph. `BadPdf` for
    bytes that are no PDF.
    """
    differences = []
    with opened(pdf) as read:
        number = _barcode(read, document.number)
        pages = [_text(read, page) for page in range(len(read))]
    if number != document.number:
        seen = f"读出{number}" if number else "无法识读"
        differences.append(f"条码{seen}，应为{document.number}")
    if any(blind for _, blind in pages):
        differences.append("有字符没有字形")
    words = squeezed("".join(text for text, _ in pages))
    differences += [f"缺少“{text}”" for text in dict.fromkeys(texts(document)) if squeezed(text) not in words]
    if differences:
        raise ReadBackFailed(differences)


def squeezed(text: str) -> str:
    """Drop all white space, which lines and groups of digits add."""
    return _UNSEEN.sub("", text.translate(_HYPHENS))


def _text(document: Any, number: int) -> tuple[str, bool]:
    """Give a page's text, and whether any of its characters is drawn as .notdef, which stands for none."""
    from pypdfium2.raw import FPDFText_GetUnicode  # here for start-up time

    with page_of(document, number) as page:
        text_page = page.get_textpage()
        try:
            blind = any(
                FPDFText_GetUnicode(text_page, place) == 0 for place in range(text_page.count_chars())
            )
            return text_page.get_text_range(), blind
        finally:
            text_page.close()


def _barcode(document: Any, number: str) -> str:
    """Decode the place where the barcode should be, and nothing but it."""
    import zxingcpp  # here for start-up time

    from printing.layout import PAGE_HEIGHT, PAGE_WIDTH
    from printing.sheet import BAR_HEIGHT, barcode_place

    x, y = barcode_place(number)
    middle = y + BAR_HEIGHT / 2
    around = (x, middle - 6, PAGE_WIDTH - x - barcode.width(number), PAGE_HEIGHT - middle - 6)
    with page_of(document, 0) as page:
        bitmap = page.render(scale=DPI / 72, crop=around, grayscale=True)
        try:
            lines = memoryview(bytes(bitmap.buffer)).cast("B", (bitmap.height, bitmap.stride))
            found = zxingcpp.read_barcodes(
                lines,
                formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.Code128),
                try_rotate=False,
                try_downscale=False,
                try_invert=False,
            )
        finally:
            bitmap.close()
    return found[0].text if len(found) == 1 else ""
