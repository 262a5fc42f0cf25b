"""Papers checked from PDF, scan and photo: what was issued verifies, what was changed is named."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageDraw

from printing.documents import ORIGINAL, Document, PermitCard
from printing.fonts import Fonts
from printing.render import render
from printing.seal.findings import Reason, Verdict
from printing.seal.keys import Keys
from printing.seal.sealing import sealed
from printing.verify.papers import check_file
from tests.printing.seal.station import CODE, TODAY, printed
from tests.printing.verify.conftest import SIGNER
from tests.printing.verify.photographs import jpeg, photographed, scanned


def side_of(document: Document) -> int:
    return 1 if isinstance(document, PermitCard) else 0


def test_every_paper_is_genuine_as_a_pdf_with_every_field_compared(
    paper: Document, pdf: bytes, keys: Keys
) -> None:
    found = check_file(pdf, keys, TODAY)
    assert (found.verdict, found.reason) == (Verdict.GENUINE, Reason.ALL_SAME)
    assert [it.name for it in found.compared] == list(printed(paper))


def test_every_paper_is_genuine_from_a_phone_photo(paper: Document, pdf: bytes, keys: Keys) -> None:
    photo = photographed(scanned(pdf, side_of(paper), 200), turned=4)
    found = check_file(jpeg(photo), keys, TODAY)
    assert (found.verdict, found.reason) == (Verdict.GENUINE, Reason.SIGNED)
    assert found.claims is not None
    assert found.claims.number == paper.number
    typed = check_file(jpeg(photo), keys, TODAY, code=CODE, printed=printed(paper))
    assert typed.reason is Reason.ALL_SAME


@pytest.mark.parametrize(
    "how",
    [
        pytest.param({"turned": 0, "blurred": 0}, marks=pytest.mark.slow),
        {"turned": -7},
        {"turned": 90},
        pytest.param({"turned": 184}, marks=pytest.mark.slow),
        {"blurred": 1.6},
        {"darkest": 40},
        {"quality": 35},
    ],
    ids=str,
)
def test_a_worse_photo_of_a_certificate_verifies_too(
    certificate_pdf: bytes, keys: Keys, how: dict[str, Any]
) -> None:
    photo = photographed(scanned(certificate_pdf), **how)
    assert check_file(jpeg(photo), keys, TODAY).verdict is Verdict.GENUINE


@pytest.mark.parametrize(("dpi", "kind"), [(100, "PNG"), (150, "TIFF"), (300, "JPEG")])
def test_a_scan_verifies_at_any_usual_resolution(
    certificate_pdf: bytes, keys: Keys, dpi: int, kind: str
) -> None:
    out = BytesIO()
    scanned(certificate_pdf, dpi=dpi).save(out, kind)
    assert check_file(out.getvalue(), keys, TODAY).verdict is Verdict.GENUINE


def test_an_altered_paper_is_named_with_the_field(paper: Document, keys: Keys, fonts: Fonts) -> None:
    """The code of one paper on the sheet of another: each field that the other says otherwise is named."""
    names = {it.name: it.text for it in check_file(render(paper, ORIGINAL, fonts), keys, TODAY).compared}
    for name in ("name", "residence_address"):
        if name in names:
            forged = replace(paper, **{name: "赵明" if name == "name" else "济南市历下区泉城路1号"})
            found = check_file(render(forged, ORIGINAL, fonts), keys, TODAY)
            assert (found.verdict, found.altered) == (Verdict.ALTERED, (name,))
            assert [it.text for it in found.compared if not it.same] == [getattr(forged, name)]


def test_a_day_put_where_none_was_is_seen(certificate: Document, keys: Keys, fonts: Fonts) -> None:
    plain = sealed(replace(certificate, intended_until=None, seal=None), SIGNER, CODE)  # type: ignore[call-arg]
    assert check_file(render(plain, ORIGINAL, fonts), keys, TODAY).verdict is Verdict.GENUINE
    put = replace(certificate, seal=plain.seal)
    assert check_file(render(put, ORIGINAL, fonts), keys, TODAY).altered == ("intended_until",)


def test_anothers_code_pasted_on_a_paper_shows_in_the_barcode(
    certificate: Document, certificate_pdf: bytes, keys: Keys, fonts: Fonts
) -> None:
    other = replace(certificate, number=certificate.number[:-1] + "2")
    found = check_file(jpeg(scanned(render(other, ORIGINAL, fonts))), keys, TODAY)
    assert (found.verdict, found.reason) == (Verdict.ALTERED, Reason.NUMBER_ALTERED)


def test_a_code_cut_in_half_is_not_readable(
    certificate: Document, certificate_pdf: bytes, keys: Keys
) -> None:
    page = scanned(certificate_pdf)
    x, y, width, height = _place_of_code(page)
    for box in (
        (x + width // 2, y, x + width + 9, y + height),
        (x, y + height // 2, x + width, y + height + 9),
    ):
        half = page.copy()
        ImageDraw.Draw(half).rectangle(box, fill="white")
        found = check_file(jpeg(half), keys, TODAY)
        assert (found.verdict, found.reason) == (Verdict.UNREADABLE, Reason.NO_CODE)


def test_a_little_dirt_on_the_code_does_no_harm(certificate_pdf: bytes, keys: Keys) -> None:
    page = scanned(certificate_pdf)
    x, y, width, height = _place_of_code(page)
    spot = (x + width * 0.55, y + height * 0.55, x + width * 0.67, y + height * 0.67)
    ImageDraw.Draw(page).ellipse(spot, fill="#802020")
    assert check_file(jpeg(page), keys, TODAY).verdict is Verdict.GENUINE


def test_two_papers_in_one_picture_are_asked_for_one_by_one(
    certificate: Document, certificate_pdf: bytes, keys: Keys, fonts: Fonts
) -> None:
    other = sealed(replace(certificate, number=certificate.number[:-1] + "2", seal=None), SIGNER, CODE)
    pages = [scanned(one) for one in (certificate_pdf, render(other, ORIGINAL, fonts))]
    both = Image.new("RGB", (pages[0].width * 2, pages[0].height), "white")
    for place, page in enumerate(pages):
        both.paste(page, (place * page.width, 0))
    assert check_file(jpeg(both), keys, TODAY).reason is Reason.SEVERAL


def test_a_page_without_a_code_says_so(normal: dict[str, Document], keys: Keys, fonts: Fonts) -> None:
    for document in (normal["missing_items_notice"], normal["registration_certificate"]):
        found = check_file(render(document, ORIGINAL, fonts), keys, TODAY)
        assert (found.verdict, found.reason) == (Verdict.UNREADABLE, Reason.NO_CODE)


def _place_of_code(page: Image.Image) -> tuple[int, int, int, int]:
    import zxingcpp

    [code] = [it for it in zxingcpp.read_barcodes(page) if it.text.startswith("RC1:")]
    at = code.position
    return (
        at.top_left.x,
        at.top_left.y,
        at.top_right.x - at.top_left.x,
        at.bottom_left.y - at.top_left.y,
    )
