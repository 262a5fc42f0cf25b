"""Reading a paper back as a stranger would: text out of the PDF, barcode out of the picture of the page."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import zxingcpp

from desktop.domain.trail import SHORT_DIGITS

DPIS = (203, 300)


def words_of(path: Path) -> str:
    """Return all text of a PDF."""
    document = pypdfium2.PdfDocument(path)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def barcodes_of(path: Path, dpi: int = 300) -> set[str]:
    """Return what the Code128 barcodes of every page say."""
    document = pypdfium2.PdfDocument(path)
    try:
        return {
            code.text
            for page in document
            for code in zxingcpp.read_barcodes(
                page.render(scale=dpi / 72, grayscale=True).to_pil(), formats=zxingcpp.BarcodeFormat.Code128
            )
        }
    finally:
        document.close()


def read_back(path: Path, paper_number: str, *words: str) -> None:
    """Check that a PDF says the words and that its barcode is the paper's number at 203 and at 300 dpi."""
    text = words_of(path)
    for word in words:
        assert word in text, f"{path.name} does not say {word}"
    document = pypdfium2.PdfDocument(path)
    try:
        for dpi in DPIS:
            picture = document[0].render(scale=dpi / 72, grayscale=True).to_pil()
            found = {
                code.text
                for code in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.Code128)
                if len(code.text) != SHORT_DIGITS  # the head of the trail, on a day's summary
            }
            assert found == {paper_number}, f"{path.name} at {dpi} dpi reads {found}"
    finally:
        document.close()
