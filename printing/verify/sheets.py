"""What can be read off a scan, a photo or a PDF: codes, barcodes, words. A stranger's file is handled with care."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from printing.errors import PaperError
from printing.pdfium import opened, page_of
from printing.seal.cose import PREFIX
from printing.seal.findings import Finding, Reason, Verdict

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 20_000_000
MOST_PIXELS = 80_000_000
"""More than any phone takes; a picture that says it has more is not unpacked."""

MOST_PAGES = 20
DPI = 203
LONGEST = 5_000
"""Pixels of the longer side above which a photo is made smaller first."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The codes of ours, what 24-digit barcodes say, and the lines of text of each page (none of a picture).

    `foreign` says that there are QR codes of somebody else.
    """

    codes: tuple[str, ...] = ()
    barcodes: tuple[str, ...] = ()
    pages: tuple[tuple[str, ...], ...] = ()
    foreign: bool = False


class Unreadable(PaperError):
    """A file that cannot be read; `finding` says why."""

    kind = "unreadable"

    def __init__(self, finding: Finding) -> None:
        super().__init__("{why}", why=finding.sentence)
        self.finding = finding


def read_sheet(content: bytes) -> Sheet:
    """Read a file of any kind; raises `Unreadable` for one that is no picture and no PDF, or too large."""
    if len(content) > MOST_BYTES:
        raise _too_large(f"{len(content) / 1_000_000:.0f} MB")
    return _read_pdf(content) if content[:1024].lstrip().startswith(b"%PDF") else _read_picture(content)


def code_of(sheet: Sheet) -> str:
    """Give the one code on a sheet; raises `Unreadable` where there is none, or more than one."""
    if len(sheet.codes) == 1:
        return sheet.codes[0]
    if sheet.codes:
        raise Unreadable(Finding(Verdict.UNREADABLE, Reason.SEVERAL))
    raise Unreadable(Finding(Verdict.UNREADABLE, Reason.NOT_OUR_CODE if sheet.foreign else Reason.NO_CODE))


def barcode_of(sheet: Sheet) -> str:
    """Give what the barcode says, empty where none was read; of several, all of them in one."""
    return "/".join(sheet.barcodes)


def _read_pdf(content: bytes) -> Sheet:
    try:
        with opened(content) as document:
            pages, texts = [], []
            for number in range(min(len(document), MOST_PAGES)):
                with page_of(document, number) as page:
                    pages.append(_raster(page))
                    texts.append(_lines(page))
    except Unreadable:
        raise
    except Exception as error:  # whatever a stranger's file makes of PDFium
        raise _no_picture() from error
    seen = [_codes(picture) for picture in pages]
    return _sheet([text for one in seen for text in one], tuple(texts))


def _raster(page: Any) -> Image:
    width, height = page.get_size()
    if not 0 < width * height * (DPI / 72) ** 2 <= MOST_PIXELS:
        raise _too_large(f"{width / 72 * 2.54:.0f}×{height / 72 * 2.54:.0f} cm")
    bitmap = page.render(scale=DPI / 72, grayscale=True)
    try:
        image: Image = bitmap.to_pil().convert("L")
        return image.copy()
    finally:
        bitmap.close()


def _lines(page: Any) -> tuple[str, ...]:
    text_page = page.get_textpage()
    try:
        return tuple(text_page.get_text_range().splitlines())
    finally:
        text_page.close()


def _read_picture(content: bytes) -> Sheet:
    from PIL import Image  # here for start-up time

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content)) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise _too_large(f"{image.width}×{image.height}")
                image.draft("L", (LONGEST, LONGEST))
                grey = image.convert("L")
    except Unreadable:
        raise
    except Exception as error:  # whatever a stranger's file makes of the decoder
        raise _no_picture() from error
    if max(grey.size) > LONGEST:
        grey.thumbnail((LONGEST, LONGEST))
    return _sheet(_codes(grey), ())


def _sheet(texts: list[str], pages: tuple[tuple[str, ...], ...]) -> Sheet:
    codes = dict.fromkeys(text for text in texts if text.startswith(PREFIX))
    barcodes = dict.fromkeys(text for text in texts if _is_number(text))
    foreign = any(text not in codes and text not in barcodes for text in texts)
    return Sheet(tuple(codes), tuple(barcodes), pages, foreign)


def _codes(image: Image) -> list[str]:
    """Decode the picture as it is, its light made even, sharper, much sharper, larger, until there is a code of ours."""
    found: list[str] = []
    for picture in _ways(image):
        found += _decoded(picture)
        if any(text.startswith(PREFIX) for text in found):
            break
    return found


def _ways(image: Image) -> Iterator[Image]:
    from PIL import ImageChops, ImageFilter, ImageOps  # here for start-up time
    from PIL.Image import Resampling

    yield image
    if min(image.size) < 40:
        return
    paper = image.resize((max(image.width // 16, 1), max(image.height // 16, 1)), Resampling.BOX)
    paper = paper.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(2)).resize(image.size)
    even = ImageOps.autocontrast(ImageChops.invert(ImageChops.subtract(paper, image)), cutoff=1)
    yield even
    yield even.filter(ImageFilter.UnsharpMask(3, 300, 0))
    grainless = even.filter(ImageFilter.GaussianBlur(0.7))
    yield grainless.filter(ImageFilter.UnsharpMask(2, 800, 0))
    if max(image.size) <= LONGEST // 2:
        twice = (image.width * 2, image.height * 2)
        yield even.resize(twice, Resampling.BICUBIC).filter(ImageFilter.UnsharpMask(6, 300, 0))


def _decoded(image: Image) -> list[str]:
    import zxingcpp  # here for start-up time

    square, bars = zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.Code128
    lines = memoryview(image.tobytes()).cast("B", (image.height, image.width))
    found = zxingcpp.read_barcodes(lines, formats=zxingcpp.BarcodeFormats((square, bars)))
    return [it.text for it in found if it.format != bars or _is_number(it.text)]


def _is_number(text: str) -> bool:
    return len(text) == 24 and text.isascii() and text.isdecimal()


def _no_picture() -> Unreadable:
    return Unreadable(Finding(Verdict.UNREADABLE, Reason.NOT_A_PICTURE))


def _too_large(size: str) -> Unreadable:
    return Unreadable(Finding(Verdict.UNREADABLE, Reason.TOO_LARGE, {"size": size}))
