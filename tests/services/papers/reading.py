"""Papers read back: their words, their barcodes, and what the trail says of them."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import zxingcpp
from sqlalchemy import text

from desktop.services.application_rows import ApplicationDone
from desktop.services.counter import Counter
from desktop.services.rows import RegistrationDone

Register = Callable[..., RegistrationDone]
Apply = Callable[..., ApplicationDone]
Resident = Callable[..., int]
CODE128 = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.Code128)
NO_FONT_HAS = "\U00030041"


def words(pdf: bytes) -> str:
    """Return the text of every page without any blanks."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return "".join("".join(pages).split())


def barcodes(station: Counter, pdf: bytes, dpi: float) -> list[str]:
    page = station.papers.pixels(pdf, 0, dpi)
    image = zxingcpp.ImageView(page.rgb, page.width, page.height, zxingcpp.ImageFormat.RGB, page.stride)
    return [found.text for found in zxingcpp.read_barcodes(image, formats=CODE128)]


def actions(station: Counter, *names: str) -> list[tuple[str, str]]:
    with station.office.database.engine.connect() as connection:
        rows = connection.execute(text("select action, detail from journal_entry order by id")).all()
    return [(row.action, row.detail) for row in rows if row.action in names]
