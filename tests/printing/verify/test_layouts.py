"""A station's own layout of a paper changes nothing about its being checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from printing.documents import ORIGINAL, Document, PermitCard
from printing.fonts import Fonts
from printing.layouts import Layout
from printing.read_back import check
from printing.render import render
from printing.seal.fields import FIELDS
from printing.seal.findings import Reason, Verdict
from printing.seal.keys import Keys
from printing.verify.papers import check_file
from tests.printing.seal.station import TODAY
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


def test_a_slip_on_a_roll_is_checked_from_a_phone_photo(
    certificate: Document, keys: Keys, fonts: Fonts
) -> None:
    pdf = render(certificate, ORIGINAL, fonts, layout=Layout(certificate.KIND, paper="roll80"))
    assert check_file(jpeg(photographed(scanned(pdf))), keys, TODAY).verdict is Verdict.GENUINE


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
