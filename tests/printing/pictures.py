"""Every paper at every size with every content, as PDF, as pictures, and on contact sheets to look at.

`python -m tests.printing.pictures OUT [WORDS…]` leaves `OUT/<kind>-<size>-<content>.pdf`, a picture of each page
at 150 dpi, and `OUT/sheets/*.png` with the pages side by side; with words, of the names that hold one of them.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from PIL import Image

from printing.documents import Copy, Document
from printing.fonts import Fonts, default_cache
from printing.layouts import Layout
from printing.preview import page_count, rasterise
from printing.read_back import check
from printing.render import render
from printing.seal.algorithms import ED25519, algorithm
from printing.seal.fields import FIELDS
from printing.seal.sealing import sealed
from printing.templates import measures_of
from tests.printing.samples.papers import PAPERS
from tests.printing.samples.permits import CARDS
from tests.printing.seal.station import CODE, PRIVATE

DPI = 150
_ACROSS, _GAP = 3, 12


def papers() -> dict[str, tuple[Document, str]]:
    """Give every document with the name of its paper: `kind-size-content`."""
    signer = algorithm(ED25519).signer(PRIVATE)
    told = {name: (document, "") for name, document in PAPERS.items()}
    told |= {f"{content}-permit_card": (card, "") for content, card in CARDS.items()}
    found = {}
    for name, (document, _) in told.items():
        content, kind = name.split("-")
        document = replace(document, practice=content != "rarest")
        if kind in FIELDS:
            document = sealed(document, signer, CODE)
        for measure in measures_of(kind):
            found[f"{kind}-{measure.name}-{content}"] = (document, measure.name)
    return found


def main() -> int:
    """Draw what is asked for; every page is read back as at a counter."""
    out, wanted = Path(sys.argv[1]), sys.argv[2:]
    (out / "sheets").mkdir(parents=True, exist_ok=True)
    fonts = Fonts.at_station(default_cache(), None)
    for name, (document, paper) in papers().items():
        if wanted and not any(word in name for word in wanted):
            continue
        layout = Layout(document.KIND, paper=paper)
        copy = Copy(2, "打印机卡纸，原件作废", document.issued_on) if "longest" in name else Copy()
        pdf = render(document, copy, fonts, layout=layout)
        check(pdf, document)
        (out / f"{name}.pdf").write_bytes(pdf)
        pages = [_picture(pdf, number) for number in range(page_count(pdf))]
        for number, page in enumerate(pages, 1):
            page.save(out / f"{name}-{number}.png")
        for number, start in enumerate(range(0, len(pages), _ACROSS), 1):
            _side_by_side(pages[start : start + _ACROSS]).save(out / "sheets" / f"{name}-{number}.png")
        print(f"{name}: {len(pages)}")
    return 0


def _picture(pdf: bytes, page: int) -> Image.Image:
    seen = rasterise(pdf, page, DPI)
    return Image.frombuffer("RGB", (seen.width, seen.height), seen.rgb, "raw", "RGB", seen.stride, 1).copy()


def _side_by_side(pages: list[Image.Image]) -> Image.Image:
    width = sum(page.width for page in pages) + _GAP * (len(pages) + 1)
    sheet = Image.new("RGB", (width, max(page.height for page in pages) + 2 * _GAP), "#8a8f98")
    left = _GAP
    for page in pages:
        sheet.paste(page, (left, _GAP))
        left += page.width + _GAP
    return sheet


if __name__ == "__main__":
    sys.exit(main())
