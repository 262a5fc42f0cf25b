from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from printing.documents import ORIGINAL, Document, RegistrationCertificate
from printing.errors import BadPdf
from printing.fonts import Fonts
from printing.preview import page_count, rasterise
from printing.render import render


def test_a_picture_has_the_pages_pixels(certificate: RegistrationCertificate, fonts: Fonts) -> None:
    picture = rasterise(render(certificate, ORIGINAL, fonts), 0, 144)
    assert (picture.width, picture.height) == (1191, 1684)
    assert picture.stride >= 3 * picture.width
    assert len(picture.rgb) == picture.stride * picture.height
    assert picture.rgb[:3] == b"\xff\xff\xff"
    assert min(picture.rgb) < 40


def test_red_comes_first(fonts: Fonts) -> None:
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, pagesize=(72, 72))
    canvas.setFillColorRGB(1, 0.2, 0)
    canvas.rect(0, 0, 72, 72, stroke=0, fill=1)
    canvas.save()
    assert rasterise(out.getvalue(), 0, 72).rgb[:3] == b"\xff\x33\x00"


def test_pages_are_counted(longest_day: Document, fonts: Fonts) -> None:
    pdf = render(longest_day, ORIGINAL, fonts)
    count = page_count(pdf)
    assert count > 5
    assert rasterise(pdf, count - 1, 30).height > 300
    for page in (-1, count):
        with pytest.raises(BadPdf, match="没有第"):
            rasterise(pdf, page, 30)


def test_what_is_no_pdf_says_so() -> None:
    with pytest.raises(BadPdf):
        page_count(b"no PDF")


def test_threads_may_ask_at_once(certificate: RegistrationCertificate, fonts: Fonts) -> None:
    pdf = render(certificate, ORIGINAL, fonts)
    alone = rasterise(pdf, 0, 60)
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: rasterise(pdf, 0, 60), range(40))) == {alone}
