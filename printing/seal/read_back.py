"""Read a finished page's signed code as a stranger would, before it goes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from printing.documents import Document
from printing.freezing import freeze
from printing.pdfium import page_of
from printing.seal.checking import fits, is_signed
from printing.seal.digests import spoken
from printing.seal.symbol import ON_CARD, ON_SHEET, QUIET, SIDE
from printing.symbols import decoded

if TYPE_CHECKING:
    from printing.seal.keys import Keys


def differences(pages: Any, words: str, document: Document, keys: Keys | None) -> list[str]:
    """Name what is wrong with the code on the pages of an opened PDF, whose text without blanks is `words`.

    There must be one symbol, which says the document's seal to the letter; the seal must be this document's
    own, signed with one of `keys`, where they are given; and the check code must stand on the page.
    """
    seal = document.seal
    read = [text for number in range(len(pages)) for text in _codes(pages, number)]
    if seal is None:
        return ["有不该有的二维码"] if read else []
    found = []
    if read != [seal.text]:
        found.append("二维码与签名不一致" if any(read) else "二维码无法识读")
    if spoken(seal.code) not in words:
        found.append(f"缺少校验码“{spoken(seal.code)}”")
    if not fits(seal.text, seal.code, freeze(replace(document, seal=None))):
        found.append("签名不是这份单据的")
    if keys is not None and not is_signed(seal.text, keys):
        found.append("签名核对不上")
    return found


def _codes(document: Any, number: int) -> Iterator[str]:
    """Decode every symbol of a seal's size on a page, empty where one cannot be; one in a picture is none."""
    with page_of(document, number) as page:
        width, height = page.get_size()
        for left, bottom, right, top in _squares(page):
            quiet = QUIET * (right - left) / SIDE
            around = (left - quiet, bottom - quiet, width - right - quiet, height - top - quiet)
            yield decoded(page, tuple(max(0.0, edge) for edge in around), "QRCode")


def _squares(page: Any) -> list[tuple[float, float, float, float]]:
    """Give the places of the paths that are as large as a seal's symbol: left, below, right and above."""
    from pypdfium2.raw import FPDF_PAGEOBJ_PATH  # here for start-up time

    sides = (SIDE * ON_SHEET, SIDE * ON_CARD)
    found = []
    for one in page.get_objects(filter=[FPDF_PAGEOBJ_PATH], max_depth=1):
        left, bottom, right, top = one.get_bounds()
        if any(abs(right - left - side) < 0.1 and abs(top - bottom - side) < 0.1 for side in sides):
            found.append((left, bottom, right, top))
    return found
