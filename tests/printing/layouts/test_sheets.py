"""Every paper is whole on smaller sheets and rolls."""

from __future__ import annotations

from ctypes import c_float
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pikepdf import pdfa
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT, FPDFTextObj_GetFontSize

from printing.documents import ORIGINAL, RegistrationCertificate
from printing.fonts import Fonts
from printing.layout import A5, ROLL
from printing.layouts import Layout
from printing.lines import SMALLEST
from printing.pdfium import opened
from printing.preview import page_count
from printing.read_back import check
from printing.render import render
from printing.seal.algorithms import algorithm
from printing.seal.digests import new_code
from printing.seal.fields import FIELDS as SEALED
from printing.seal.sealing import sealed
from printing.templates import measures_of
from tests.printing.layouts.drawing import RECEIPT
from tests.printing.samples.papers import NORMAL, PAPERS
from tests.printing.test_render import SECOND_COPY, no_two_texts_overlap


@pytest.mark.parametrize("size", ["normal", "longest", "rarest"])
@pytest.mark.parametrize(
    ("kind", "paper"), [(kind, it.name) for kind in NORMAL for it in measures_of(kind)[1:]]
)
def test_every_paper_is_whole_on_smaller_sheets_and_rolls(
    fonts: Fonts, kind: str, paper: str, size: str
) -> None:
    document, layout = PAPERS[f"{size}-{kind}"], Layout(kind, paper=paper)
    pdf = render(document, SECOND_COPY, fonts, layout=layout)
    check(pdf, document)
    assert not pdfa.validate_written(BytesIO(pdf), "2b").findings
    if paper == ROLL.name:
        assert page_count(pdf) == 1
    no_two_texts_overlap(render(replace(document, practice=False), SECOND_COPY, fonts, layout=layout))


@pytest.mark.parametrize("size", ["normal", "longest"])
@pytest.mark.parametrize(
    ("kind", "paper"), [(kind, it.name) for kind in NORMAL for it in measures_of(kind) if kind in SEALED]
)
def test_a_sealed_paper_is_whole_on_every_sheet(fonts: Fonts, kind: str, paper: str, size: str) -> None:
    ed25519 = algorithm("ed25519")
    document = sealed(PAPERS[f"{size}-{kind}"], ed25519.signer(ed25519.new_private()), new_code())
    assert document.seal is not None
    pdf = render(document, SECOND_COPY, fonts, layout=Layout(kind, paper=paper))
    check(pdf, document)
    no_two_texts_overlap(
        render(replace(document, practice=False), SECOND_COPY, fonts, layout=Layout(kind, paper=paper))
    )


def test_an_a5_page_is_a5_and_a_strip_is_80_mm_wide(fonts: Fonts) -> None:
    for measure in (A5, ROLL):
        pdf = render(RECEIPT, ORIGINAL, fonts, layout=Layout(RECEIPT.KIND, paper=measure.name))
        with opened(pdf) as document:
            assert document[0].get_width() == pytest.approx(measure.page_width, abs=0.01)


@pytest.mark.parametrize("size", ["normal", "rarest"])
@pytest.mark.parametrize("kind", [kind for kind in NORMAL if A5 in measures_of(kind)])
def test_on_a5_an_ordinary_paper_takes_one_sheet_and_no_type_is_too_small(
    fonts: Fonts, kind: str, size: str
) -> None:
    document = PAPERS[f"{size}-{kind}"]
    if isinstance(document, RegistrationCertificate):
        document = replace(document, minors=document.minors[:1] * 2)
    if kind in SEALED:
        ed25519 = algorithm("ed25519")
        document = sealed(document, ed25519.signer(ed25519.new_private()), new_code())
    pdf = render(document, ORIGINAL, fonts, layout=Layout(kind, paper="a5"))
    check(pdf, document)
    assert page_count(pdf) == 1
    with opened(pdf) as read_back:
        assert min(height for height in heights(read_back[0]) if height) >= SMALLEST - 0.01


def heights(page: Any) -> list[float]:
    """The sizes of type of a page's pieces of text."""
    found = []
    for one in page.get_objects((FPDF_PAGEOBJ_TEXT,)):
        size = c_float()
        FPDFTextObj_GetFontSize(one.raw, size)
        found.append(size.value)
    return found
