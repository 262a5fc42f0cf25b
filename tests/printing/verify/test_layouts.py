"""A station's own layout of a paper changes nothing about its being checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PIL import Image

from printing.documents import ORIGINAL, Document, PermitCard, RegistrationCertificate
from printing.fonts import Fonts
from printing.layouts import Layout
from printing.preview import page_count
from printing.read_back import check
from printing.render import render
from printing.seal.fields import FIELDS
from printing.seal.findings import Reason, Verdict
from printing.seal.keys import Keys
from printing.seal.sealing import sealed
from printing.templates import measures_of
from printing.verify.papers import check_file
from printing.verify.sheets import read_sheet
from tests.printing.seal.station import CODE, TODAY
from tests.printing.verify.conftest import SIGNER
from tests.printing.verify.photographs import jpeg, photographed, scanned


@pytest.mark.parametrize("size", ["a5", "roll80"])
@pytest.mark.parametrize(
    "paper", sorted(FIELDS.keys() - {PermitCard.KIND}), indirect=True
)  # a card has one size
def test_every_sealed_paper_is_checked_on_a5_and_on_a_roll(
    paper: Document, keys: Keys, fonts: Fonts, size: str
) -> None:
    pdf = render(paper, ORIGINAL, fonts, layout=Layout(paper.KIND, paper=size))
    check(pdf, paper, keys)
    found = check_file(pdf, keys, TODAY)
    assert (found.verdict, found.reason) == (Verdict.GENUINE, Reason.ALL_SAME)


@pytest.mark.parametrize(
    ("paper", "size"),
    [
        pytest.param(kind, it.name, marks=() if kind == RegistrationCertificate.KIND else (pytest.mark.slow,))
        for kind in sorted(FIELDS)
        for it in measures_of(kind)[1:]
    ],
    indirect=["paper"],
)
def test_every_paper_of_another_size_is_checked_from_a_phone_photo(
    paper: Document, keys: Keys, fonts: Fonts, size: str
) -> None:
    pdf = render(paper, ORIGINAL, fonts, layout=Layout(paper.KIND, paper=size))
    assert check_file(jpeg(photographed(scanned(pdf))), keys, TODAY).verdict is Verdict.GENUINE


@pytest.mark.parametrize("seen", [Image.Image.copy, pytest.param(photographed, marks=pytest.mark.slow)])
def test_a_picture_of_each_sheet_of_a_long_paper_says_what_is_on_it(
    longest: dict[str, Document], keys: Keys, fonts: Fonts, seen: Callable[[Image.Image], Image.Image]
) -> None:
    """The code is on the sheet that is signed; the sheet before it says by its barcode whose it is."""
    notice = sealed(replace(longest["denial_notice"], practice=False), SIGNER, CODE)
    pdf = render(notice, ORIGINAL, fonts)
    assert page_count(pdf) == 2
    first, second = (jpeg(seen(scanned(pdf, page))) for page in range(2))
    assert check_file(second, keys, TODAY).verdict is Verdict.GENUINE
    assert check_file(first, keys, TODAY).reason is Reason.NO_CODE
    assert read_sheet(jpeg(scanned(pdf, 0, 300))).barcodes == (notice.number,)


def test_a_layout_with_other_labels_is_checked_and_alterations_are_found(
    certificate: Document, keys: Keys, fonts: Fonts
) -> None:
    labels = {"name": "申报人姓名", "residence_address": "现住址", "id_number": "号码"}
    layout = Layout(certificate.KIND, title="居住证明", labels=labels)
    found = check_file(render(certificate, ORIGINAL, fonts, layout=layout), keys, TODAY)
    assert (found.verdict, found.reason) == (Verdict.GENUINE, Reason.ALL_SAME)
    forged = replace(certificate, residence_address="济南市历下区泉城路1号", registered_on=date(2026, 11, 1))  # type: ignore[call-arg]
    found = check_file(render(forged, ORIGINAL, fonts, layout=layout), keys, TODAY)
    assert found.altered == ("residence_address", "registered_on")
