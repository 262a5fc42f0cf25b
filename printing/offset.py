"""A page moved on its paper, for a printer that puts it down beside its place."""

from __future__ import annotations

from io import BytesIO

from printing.errors import BadDocument
from printing.layout import MM
from printing.pdfium import opened, page_of

MOST = 10.0
"""How far, in mm, a page may be moved."""


def moved(pdf: bytes, right: float, down: float) -> bytes:
    """Give the PDF with every page's content moved by so many mm; its paper stays as large as it was.

    Nothing is changed where both are 0. Raises `BadDocument` for more than 10 mm, `BadPdf` for what is no PDF.
    """
    if not (abs(right) <= MOST and abs(down) <= MOST):
        raise BadDocument("打印偏移最多{most}毫米，请重新校准打印机。", most=f"{MOST:g}")
    if right == down == 0:
        return pdf
    import pypdfium2.raw as pdfium  # here for start-up time

    out = BytesIO()
    with opened(pdf) as document:
        for number in range(len(document)):
            with page_of(document, number) as page:
                matrix = pdfium.FS_MATRIX(1, 0, 0, 1, right * MM, -down * MM)
                paper = pdfium.FS_RECTF(0, page.get_height(), page.get_width(), 0)
                pdfium.FPDFPage_TransFormWithClip(page, matrix, paper)
        document.save(out)
    return out.getvalue()
