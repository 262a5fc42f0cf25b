from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pikepdf import Pdf, pdfa
from PIL import ImageCms

from printing import srgb
from printing.day_log import LogSheet
from printing.day_log import render as render_log
from printing.documents import ORIGINAL, Copy, Document, PermitCard, RegistrationCertificate
from printing.fonts import Fonts
from printing.render import render


def findings(pdf: bytes) -> list[str]:
    return [str(it) for it in pdfa.validate_written(BytesIO(pdf), "2b").findings]


def test_every_paper_is_pdf_a_2b(paper: Document, fonts: Fonts) -> None:
    assert findings(render(paper, ORIGINAL, fonts)) == []


def test_every_card_is_pdf_a_2b(card: PermitCard, fonts: Fonts) -> None:
    assert findings(render(card, ORIGINAL, fonts)) == []


def test_the_days_log_is_pdf_a_2b(fonts: Fonts) -> None:
    row = ("1", "2026-11-21 09:05", "", "01", "张晓梅", "受理", "李𬍛", *("",) * 5, "f" * 64)
    sheet = LogSheet("当日台账", "测试派出所", False, (("日期", "2026-11-21"),), (row,), "f" * 64)
    assert findings(render_log(sheet, fonts, lambda _: None)) == []


def test_the_checker_sees_what_is_wrong(certificate: RegistrationCertificate, fonts: Fonts) -> None:
    pdf = render(certificate, ORIGINAL, fonts)
    assert findings(pdf.replace(b"/OutputIntents", b"/OutputIntentx"))
    assert findings(pdf.replace(b"<pdfaid:part>2", b"<pdfaid:part>1"))


def test_every_stream_is_as_long_as_it_says_and_ends_its_line(
    certificate: RegistrationCertificate, fonts: Fonts
) -> None:
    pdf = render(certificate, ORIGINAL, fonts)
    streams = list(re.finditer(rb"/Length (\d+)[^>]*>>\nstream\n", pdf))
    assert len(streams) == pdf.count(b"endstream") > 5
    for found in streams:
        assert pdf[found.end() + int(found[1]) :].startswith(b"\nendstream\nendobj\n")


def test_the_metadata_can_be_read_without_unpacking(
    certificate: RegistrationCertificate, fonts: Fonts
) -> None:
    pdf = render(certificate, ORIGINAL, fonts)
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf
    assert not re.search(rb"/Filter \[\s*\]", pdf)


def test_title_author_language_and_day_stand_in_both_places(
    certificate: RegistrationCertificate, fonts: Fonts
) -> None:
    station = "䶮<河>&“区”派出所"
    pdf = render(replace(certificate, station_name=station), ORIGINAL, fonts)
    with Pdf.open(BytesIO(pdf)) as document:
        about, told = document.docinfo, document.open_metadata()
        title = f"居住登记凭证 {certificate.number}"
        assert (str(about["/Title"]), told["dc:title"]) == (title, title)
        assert (str(about["/Author"]), told["dc:creator"]) == (station, [station])
        assert told["dc:language"] == {"zh-CN"}
        assert str(document.Root.Lang) == "zh-CN"
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert str(about["/CreationDate"]) == "D:20261121000000+08'00'"
        assert told["xmp:CreateDate"] == "2026-11-21T00:00:00+08:00"


def test_a_reprint_is_of_its_own_day(certificate: RegistrationCertificate, fonts: Fonts) -> None:
    pdf = render(certificate, Copy(1, "原件遗失", date(2027, 1, 2)), fonts)
    with Pdf.open(BytesIO(pdf)) as document:
        assert document.open_metadata()["xmp:CreateDate"] == "2027-01-02T00:00:00+08:00"


@pytest.mark.parametrize(
    "colour", [(0, 0, 0), (255, 255, 255), (128, 128, 128), (217, 176, 140), (59, 91, 124)]
)
def test_our_colour_profile_is_srgb(colour: tuple[int, int, int]) -> None:
    from PIL import Image

    ours = ImageCms.ImageCmsProfile(BytesIO(srgb.profile()))
    swatch = Image.new("RGB", (1, 1), colour)
    seen = ImageCms.profileToProfile(swatch, ours, ImageCms.createProfile("sRGB"))
    assert seen is not None
    pixel = seen.getpixel((0, 0))
    assert isinstance(pixel, tuple)
    assert all(abs(one - other) <= 1 for one, other in zip(pixel, colour, strict=True))


def test_the_colour_profile_says_how_long_it_is() -> None:
    assert int.from_bytes(srgb.profile()[:4], "big") == len(srgb.profile())
    assert srgb.profile()[8:10] == b"\x02\x10"
