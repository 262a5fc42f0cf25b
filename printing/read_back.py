"""Read a finished page as a stranger would, before it goes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from printing import barcode
from printing.documents import DaySummary, Document, PermitCard, texts
from printing.errors import ReadBackFailed
from printing.pdfium import opened, page_of
from printing.seal.read_back import differences as seal_differences
from printing.symbols import decoded

if TYPE_CHECKING:
    from printing.seal.keys import Keys

_UNSEEN = re.compile(r"\s+")
_HYPHENS = str.maketrans({"\x02": "-", "￾": "-"})  # how PDFium marks a hyphen at the end of a line


def check(pdf: bytes, document: Document, keys: Keys | None = None, *, title: str = "") -> None:
    """Make sure the page says what the document says; raise `ReadBackFailed` naming every difference.

    The barcode of every page, or of a card's back, rasterised at 203 dpi, must decode to the paper number; every
    text of the document must be found in the extracted text; no character may stand without a glyph; a card's
    photo must be the document's, byte for byte; its signed code must say its seal, signed with one of `keys`
    where they are given. `title` is the one that a station's layout puts in place of the document's. `BadPdf`
    for bytes that are no PDF.
    """
    differences = []
    with opened(pdf) as read:
        if isinstance(document, PermitCard):
            numbers = [_card_barcode(read)]
            if _images(read, 0).count(document.photo) != 1:  # a station's logo may be beside it
                differences.append("相片与存档的不一致")
        else:
            numbers = [_barcode(read, document.number, page) for page in range(len(read))]
        pages = [_text(read, page) for page in range(len(read))]
        words = squeezed("".join(text for text, _ in pages))
        sealing = seal_differences(read, words, document, keys)
        heads = _trail_heads(read) if isinstance(document, DaySummary) and document.trail_head else [""]
    for page, number in enumerate(numbers, 1):
        if number != document.number:
            where = f"第{page}页的" if page > 1 else ""
            seen = f"读出{number}" if number else "无法识读"
            differences.append(f"{where}条码{seen}，应为{document.number}")
    if any(blind for _, blind in pages):
        differences.append("有字符没有字形")
    differences += sealing
    if isinstance(document, DaySummary) and document.trail_head not in heads:
        differences.append("留痕日链首的条码无法识读")
    meant = dict.fromkeys([document.heading, *texts(document)])
    if title:
        del meant[document.heading]
        meant[title] = None
    differences += [f"缺少“{text}”" for text in meant if squeezed(text) not in words]
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


def _images(document: Any, number: int) -> list[bytes]:
    """Give the files of the pictures on a page, as they lie in the PDF."""
    from pypdfium2 import PdfImage  # here for start-up time

    with page_of(document, number) as page:
        found = page.get_objects()
        return [bytes(it.get_data(decode_simple=False)) for it in found if isinstance(it, PdfImage)]


def _card_barcode(document: Any) -> str:
    """Decode the lower half of a card's back, where the barcode is however the layout is moved."""
    from printing.permit_card import BACK, CARD_HEIGHT

    if len(document) <= BACK:
        return ""
    return _decoded(document, BACK, (0, 0, 0, CARD_HEIGHT / 2))


def _barcode(document: Any, number: str, on: int) -> str:
    """Decode the place where a page's barcode should be, and nothing but it."""
    from printing import roll, sheet
    from printing.layout import measure_of

    with page_of(document, on) as page:
        page_width, page_height = page.get_size()
    measure = measure_of(page_width)
    if measure.roll:
        x, y = roll.barcode_place(number, page_height)
    else:
        x, y = sheet.barcode_place(number, measure, on)
    middle = y + sheet.bar_height(on) / 2
    around = (x, middle - 6, page_width - x - barcode.width(number), page_height - middle - 6)
    return _decoded(document, on, around)


def _trail_heads(document: Any) -> list[str]:
    """Decode what the last page but one, or the last, has below its letterhead."""
    from printing.layout import MM
    from printing.sheet import LATER_HEAD, bar_height

    found = []
    for number in range(max(0, len(document) - 2), len(document)):
        head = 15 * MM + (LATER_HEAD - 4 * MM if number else 2 * bar_height(0))
        found.append(_decoded(document, number, (0, 0, 0, head)))
    return found


def _decoded(document: Any, number: int, around: tuple[float, float, float, float]) -> str:
    with page_of(document, number) as page:
        return decoded(page, around, "Code128")
