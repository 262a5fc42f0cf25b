from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest

from printing import barcode
from printing.documents import ORIGINAL, Copy, DaySummary, Document, RegistrationCertificate
from printing.errors import BadPdf, ReadBackFailed
from printing.fonts import Fonts
from printing.layout import A4, Pen
from printing.read_back import check
from printing.render import render
from printing.sheet import BAR_HEIGHT, barcode_place
from printing.typefaces import stacks


@pytest.mark.parametrize("copy", [ORIGINAL, Copy(3, "卡纸作废，重新打印")], ids=["original", "reprint"])
def test_every_paper_drawn_reads_back(paper: Document, copy: Copy, fonts: Fonts) -> None:
    check(render(paper, copy, fonts), paper)


def test_another_papers_number_is_found_out(certificate: RegistrationCertificate, fonts: Fonts) -> None:
    pdf = render(certificate, ORIGINAL, fonts)
    other = certificate.number[:-1] + "7"
    with pytest.raises(ReadBackFailed, match=f"条码读出{certificate.number}，应为{other}"):
        check(pdf, replace(certificate, number=other))


@pytest.mark.parametrize(
    "field", ["name", "id_number", "residence_address", "clerk", "case_number", "employer"]
)
def test_a_text_that_differs_is_named(certificate: RegistrationCertificate, fonts: Fonts, field: str) -> None:
    pdf = render(certificate, ORIGINAL, fonts)
    other = {field: f"{getattr(certificate, field)}9"}
    with pytest.raises(ReadBackFailed, match="缺少") as caught:
        check(pdf, replace(certificate, **other))  # type: ignore[arg-type]
    assert caught.value.differences == (f"缺少“{other[field]}”",)


def test_a_minor_left_out_is_found_out(certificate: RegistrationCertificate, fonts: Fonts) -> None:
    with pytest.raises(ReadBackFailed, match="王小雨"):
        check(render(replace(certificate, minors=()), ORIGINAL, fonts), certificate)


def test_a_head_of_the_trail_that_is_not_in_its_bars_is_found_out(
    normal: dict[str, Document], fonts: Fonts, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = normal["day_summary"]
    assert isinstance(summary, DaySummary)
    draw = barcode.draw

    def other(canvas: Any, text: str, x: float, y: float, height: float) -> None:
        draw(canvas, text if text == summary.number else text[::-1], x, y, height)

    monkeypatch.setattr(barcode, "draw", other)
    pdf = render(summary, ORIGINAL, fonts)
    with pytest.raises(ReadBackFailed, match="留痕日链首的条码无法识读") as caught:
        check(pdf, summary)
    assert len(caught.value.differences) == 1


def test_a_later_sheet_with_another_number_in_its_bars_is_found_out(
    longest: dict[str, Document], fonts: Fonts, monkeypatch: pytest.MonkeyPatch
) -> None:
    notice = longest["missing_items_notice"]
    draw = barcode.draw

    def other(canvas: Any, text: str, x: float, y: float, height: float) -> None:
        draw(canvas, text if height == BAR_HEIGHT else text[:-1] + "9", x, y, height)

    monkeypatch.setattr(barcode, "draw", other)
    pdf = render(notice, ORIGINAL, fonts)
    with pytest.raises(ReadBackFailed, match="第2页的条码读出") as caught:
        check(pdf, notice)
    assert len(caught.value.differences) == 1


def page_with(fonts: Fonts, number: str, *, bars: str = "", text: str = "") -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    body, heading = stacks(fonts)
    out = BytesIO()
    canvas = Canvas(out, pagesize=(A4.page_width, A4.page_height), initialFontName=body.name)
    if bars:
        barcode.draw(canvas, bars, *barcode_place(number), BAR_HEIGHT)
    Pen(canvas, body, heading).text(50, 500, "其他", 10)
    if text:
        canvas.setFont(body.name, 10)
        canvas.drawString(50, 400, text)
    canvas.save()
    return out.getvalue()


def test_a_page_without_a_barcode_is_found_out(certificate: RegistrationCertificate, fonts: Fonts) -> None:
    with pytest.raises(ReadBackFailed, match="条码无法识读"):
        check(page_with(fonts, certificate.number), certificate)


def test_a_character_drawn_as_a_box_is_found_out(certificate: RegistrationCertificate, fonts: Fonts) -> None:
    pdf = page_with(fonts, certificate.number, bars=certificate.number, text="王\U00030041国")
    with pytest.raises(ReadBackFailed) as caught:
        check(pdf, certificate)
    assert "有字符没有字形" in caught.value.differences


@pytest.mark.parametrize("pdf", [b"", b"not a PDF", b"%PDF-1.4\n%%EOF"])
def test_what_is_no_pdf_says_so(certificate: RegistrationCertificate, pdf: bytes) -> None:
    with pytest.raises(BadPdf, match="已损坏"):
        check(pdf, certificate)
