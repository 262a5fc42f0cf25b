"""A layout written to a file, and a paper drawn with it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image

from printing.documents import ORIGINAL, Document
from printing.fonts import Fonts
from printing.layouts import read
from printing.pdfium import opened
from printing.read_back import check, squeezed
from printing.render import render
from tests.printing.samples.papers import NORMAL

RECEIPT = NORMAL["acceptance_receipt"]


def written(folder: Path, text: str, kind: str = "acceptance_receipt") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{kind}.toml"
    path.write_text(text, "utf-8")
    return path


def words(pdf: bytes) -> str:
    with opened(pdf) as document:
        return "".join(squeezed(page.get_textpage().get_text_range()) for page in document)


def drawn(tmp_path: Path, fonts: Fonts, text: str, document: Document = RECEIPT) -> bytes:
    layout = read(written(tmp_path, text, document.KIND), fonts)
    pdf = render(document, ORIGINAL, fonts, layout=layout)
    check(pdf, document, title=layout.title)
    return pdf


def png(width: int = 60, height: int = 30, mode: str = "RGBA") -> bytes:
    out = BytesIO()
    Image.new(mode, (width, height), (200, 30, 30, 128)[: len(mode)]).save(out, "PNG")
    return out.getvalue()
