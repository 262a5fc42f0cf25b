from __future__ import annotations

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import zxingcpp

from printing.documents import ORIGINAL, Copy, Document, RegistrationCertificate
from printing.errors import BadDocument, NoGlyph
from printing.fonts import Fonts
from printing.freezing import freeze
from printing.layout import A4, chinese_date
from printing.pdfium import opened
from printing.preview import page_count, rasterise
from printing.read_back import squeezed
from printing.render import render

CODE128 = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.Code128)
SECOND_COPY = Copy(2, "原件遗失，居民本人申请补发", date(2026, 11, 25))


def words(pdf: bytes) -> list[str]:
    """The text of each page, without white space."""
    with opened(pdf) as document:
        return [squeezed(page.get_textpage().get_text_range()) for page in document]


def test_the_same_document_gives_the_same_bytes(paper: Document, fonts: Fonts) -> None:
    assert render(paper, SECOND_COPY, fonts) == render(replace(paper), replace(SECOND_COPY), fonts)


def test_another_program_on_another_day_gives_the_same_bytes(
    certificate: RegistrationCertificate, fonts: Fonts, tmp_path: Path
) -> None:
    rare = replace(certificate, name="李𬍛𬭎𬒈𫖯𠅤𫟹𣗋䶮㛃")
    (tmp_path / "document.json").write_text(freeze(rare), "utf-8")
    code = (
        "import sys; from pathlib import Path; from printing.fonts import Fonts; from printing.freezing import thaw;"
        "from printing.render import render; from printing.documents import ORIGINAL;"
        "document = thaw(Path(sys.argv[1]).read_text('utf-8'));"
        "sys.stdout.buffer.write(render(document, ORIGINAL, Fonts(Path(sys.argv[2]))))"
    )
    command = [sys.executable, "-c", code, tmp_path / "document.json", fonts.cache]
    other = subprocess.run(command, capture_output=True, check=True).stdout
    assert other == render(rare, ORIGINAL, fonts)


@pytest.mark.parametrize("dpi", [203, 300])
def test_the_barcode_is_the_paper_number_at_203_and_300_dpi(paper: Document, fonts: Fonts, dpi: int) -> None:
    picture = rasterise(render(paper, ORIGINAL, fonts), 0, dpi)
    image = zxingcpp.ImageView(
        picture.rgb, picture.width, picture.height, zxingcpp.ImageFormat.RGB, picture.stride
    )
    trail_head = getattr(paper, "trail_head", "")  # where it is on this page and not on the last
    found = [it.text for it in zxingcpp.read_barcodes(image, formats=CODE128)]
    assert [text for text in found if text != trail_head] == [paper.number]


@pytest.mark.parametrize("kind", ["missing_items_notice", "day_summary", "entitlement_sheet"])
def test_a_sheet_that_was_torn_off_says_what_it_belongs_to(
    longest: dict[str, Document], fonts: Fonts, kind: str
) -> None:
    paper = longest[kind]
    pdf = render(paper, ORIGINAL, fonts)
    pages = words(pdf)
    assert len(pages) > 1
    for number, page in enumerate(pages):
        assert paper.number in page
        picture = rasterise(pdf, number, 203)
        image = zxingcpp.ImageView(
            picture.rgb, picture.width, picture.height, zxingcpp.ImageFormat.RGB, picture.stride
        )
        assert paper.number in [it.text for it in zxingcpp.read_barcodes(image, formats=CODE128)]


def test_the_end_of_a_paper_is_never_alone_on_a_sheet(paper: Document, fonts: Fonts) -> None:
    """What is signed and sealed stands under at least some of what it is signed for."""
    last = words(render(paper, ORIGINAL, fonts))[-1]
    head, _, _ = last.partition("签名" if "签名" in last else "签收")
    assert len(head) > len(f"{paper.heading}（续页）演练{paper.number}") + 20


def test_a_paper_a_little_too_long_for_one_sheet_is_set_closer(
    certificate: RegistrationCertificate, fonts: Fonts
) -> None:
    minors = [replace(certificate.minors[0], name=f"王小{place}") for place in "一二三四五六七八九十"]
    full = replace(certificate, minors=tuple(minors), residence_address="历下区" * 25)
    assert page_count(render(full, ORIGINAL, fonts)) == 1
    assert page_count(render(replace(full, minors=tuple(minors * 4)), ORIGINAL, fonts)) > 1


def test_every_page_is_a4_and_says_which_of_how_many(paper: Document, fonts: Fonts) -> None:
    pdf = render(paper, ORIGINAL, fonts)
    with opened(pdf) as document:
        for page in document:
            assert page.get_size() == pytest.approx((A4.page_width, A4.page_height), abs=0.01)
    pages = words(pdf)
    for number, page in enumerate(pages, 1):
        assert f"第{number}页共{len(pages)}页" in page


def test_nothing_lies_outside_the_margins(paper: Document, fonts: Fonts) -> None:
    with opened(render(paper, SECOND_COPY, fonts)) as document:
        for page in document:
            for thing in page.get_objects():
                left, bottom, right, top = thing.get_bounds()
                assert left >= 50
                assert right <= A4.page_width - 50
                assert bottom >= 18
                assert top <= A4.page_height - 35


def test_no_two_texts_overlap(paper: Document, fonts: Fonts) -> None:
    no_two_texts_overlap(render(replace(paper, practice=False), SECOND_COPY, fonts))


def no_two_texts_overlap(pdf: bytes) -> None:
    """Every two boxes of characters stand apart."""
    with opened(pdf) as document:
        for page in document:
            text = page.get_textpage()
            boxes = set()  # a character beyond U+FFFF is two of PDFium's, with one box
            for place in range(text.count_chars()):
                left, bottom, right, top = text.get_charbox(place)
                if right - left > 0.5 and top - bottom > 0.5:
                    boxes.add((left, bottom, right, top))
            ordered = sorted(boxes)
            for place, (_, bottom, right, top) in enumerate(ordered):
                for other in ordered[place + 1 :]:
                    if other[0] >= right - 0.8:
                        break
                    assert other[3] <= bottom + 0.8 or other[1] >= top - 0.8


def test_every_font_is_embedded_and_none_is_helvetica(paper: Document, fonts: Fonts) -> None:
    pdf = render(paper, ORIGINAL, fonts)
    assert b"Helvetica" not in pdf
    assert len(re.findall(rb"/FontFile2 ", pdf)) == len(re.findall(rb"/Type /FontDescriptor", pdf)) >= 2
    assert b"ASCII85Decode" not in pdf


def test_the_file_says_what_it_is_and_in_which_language(
    certificate: RegistrationCertificate, fonts: Fonts
) -> None:
    pdf = render(certificate, ORIGINAL, fonts)
    assert b"/Lang (zh-CN)" in pdf
    with opened(pdf) as document:
        about = document.get_metadata_dict()
    assert about["Title"] == f"居住登记凭证 {certificate.number}"
    assert about["Author"] == certificate.station_name
    assert about["Keywords"] == certificate.number


def test_a_practice_paper_says_so_on_every_page_and_a_real_one_nowhere(paper: Document, fonts: Fonts) -> None:
    for page in words(render(replace(paper, practice=True), ORIGINAL, fonts)):
        assert page.count("演练") >= 2
    for page in words(render(replace(paper, practice=False), ORIGINAL, fonts)):
        assert "演练" not in page


def test_a_reprint_shows_number_day_and_reason_and_an_original_nothing(paper: Document, fonts: Fonts) -> None:
    reprint = words(render(paper, SECOND_COPY, fonts))[0]
    assert "补打第2次2026年11月25日原因：原件遗失，居民本人申请补发" in reprint
    original = words(render(paper, ORIGINAL, fonts))[0]
    assert "补打第" not in original


def test_everyday_papers_need_one_page(normal: dict[str, Document], fonts: Fonts) -> None:
    assert {kind: page_count(render(it, ORIGINAL, fonts)) for kind, it in normal.items()} == dict.fromkeys(
        normal, 1
    )


def test_tables_that_run_over_show_their_head_on_every_page(longest_day: Document, fonts: Fonts) -> None:
    pages = words(render(longest_day, ORIGINAL, fonts))
    assert len(pages) > 5
    for page in pages[1:]:
        assert "姓名证件号码事项状态" in page


def test_dates_are_written_out(certificate: RegistrationCertificate, fonts: Fonts) -> None:
    page = words(render(certificate, ORIGINAL, fonts))[0]
    for day in (certificate.arrived_on, certificate.registered_on, certificate.birth_date):
        assert day is not None
        assert chinese_date(day) in page


def test_an_estimated_promise_says_so(normal: dict[str, Document], fonts: Fonts) -> None:
    receipt = normal["acceptance_receipt"]
    assert "暂估" not in words(render(receipt, ORIGINAL, fonts))[0]
    estimated = words(render(replace(receipt, promised_estimated=True), ORIGINAL, fonts))[0]  # type: ignore[call-arg]
    assert "2026年12月4日（暂估）" in estimated
    assert "尚未公布的节假日" in estimated


def test_the_missing_items_notice_says_to_scan_its_barcode(normal: dict[str, Document], fonts: Fonts) -> None:
    page = words(render(normal["missing_items_notice"], ORIGINAL, fonts))[0]
    assert "下次来时扫描本页条码即可继续办理" in page


def test_the_balance_of_blanks_adds_up_its_batches_and_names_every_run(
    normal: dict[str, Document], fonts: Fonts
) -> None:
    page = words(render(normal["stock_balance"], ORIGINAL, fonts))[0]
    assert "合计——50037140125" in page
    assert "账实相符" in page
    assert "已使用371LX26000001LX26000113113" in page
    assert "盘点人签名" in page
    assert "监盘人签名" in page


def test_the_production_sheet_has_a_box_to_tick_for_every_card(
    normal: dict[str, Document], fonts: Fonts
) -> None:
    page = words(render(normal["production_sheet"], ORIGINAL, fonts))[0]
    assert page.count("□成□废") == 5
    assert "4LX26000379313701020012026112101004马依拉·艾山3701020012026112101004" in page


def test_sheets_about_nothing_can_be_drawn(normal: dict[str, Document], fonts: Fonts) -> None:
    empty = replace(normal["stock_balance"], batches=())  # type: ignore[call-arg]
    assert "没有入库的证件空白" in words(render(empty, ORIGINAL, fonts))[0]
    empty = replace(normal["production_sheet"], lines=())  # type: ignore[call-arg]
    assert "本批没有证件" in words(render(empty, ORIGINAL, fonts))[0]


def test_a_name_without_a_glyph_is_refused_by_character_and_code_point(
    certificate: RegistrationCertificate, fonts: Fonts
) -> None:
    with pytest.raises(NoGlyph, match=r"王\U00030041国.*U\+30041") as caught:
        render(replace(certificate, name="王\U00030041国"), ORIGINAL, fonts)
    assert [it.code_point for it in caught.value.characters] == ["U+30041"]


def test_a_reason_for_a_reprint_without_a_glyph_is_refused_too(
    certificate: RegistrationCertificate, fonts: Fonts
) -> None:
    with pytest.raises(NoGlyph):
        render(certificate, Copy(1, "\U00030041"), fonts)


def test_the_stations_own_font_lets_the_name_be_printed(
    certificate: RegistrationCertificate, fonts: Fonts, own_font: Path
) -> None:
    name = "王\U00030041国"
    assert (
        name in words(render(replace(certificate, name=name), ORIGINAL, Fonts(fonts.cache, (own_font,))))[0]
    )


def test_a_text_that_no_page_can_hold_is_refused_and_not_cut(
    certificate: RegistrationCertificate, fonts: Fonts
) -> None:
    with pytest.raises(BadDocument):
        render(replace(certificate, employer="厂" * 5000), ORIGINAL, fonts)


def test_long_station_names_push_the_title_down(certificate: RegistrationCertificate, fonts: Fonts) -> None:
    long = replace(certificate, station_name="派出所" * 40, station_address="解放路" * 40)
    test_no_two_texts_overlap(long, fonts)
    test_nothing_lies_outside_the_margins(long, fonts)


def test_threads_may_draw_at_once(normal: dict[str, Document], fonts: Fonts) -> None:
    papers = list(normal.values()) * 4
    alone = [render(it, ORIGINAL, fonts) for it in papers]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda it: render(it, ORIGINAL, fonts), papers))
    assert together == alone
