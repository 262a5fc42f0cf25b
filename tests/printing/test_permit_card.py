from __future__ import annotations

import json
import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
import zxingcpp
from PIL import Image

from printing import barcode
from printing.documents import ORIGINAL, Copy, Document, PermitCard, texts
from printing.errors import BadDocument, NoGlyph, ReadBackFailed
from printing.fonts import Fonts
from printing.freezing import freeze, thaw
from printing.jpeg import shape
from printing.layout import MM, chinese_date
from printing.pdfium import opened
from printing.permit_card import BACK, CARD_HEIGHT, CARD_WIDTH, MARGIN, ROOM, SMALL, barcode_place
from printing.preview import Picture, rasterise
from printing.read_back import check, squeezed
from printing.render import render

CODE128 = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.Code128)
ART_4 = (
    "姓名",
    "性别",
    "民族",
    "出生日期",
    "公民身份号码",
    "常住户口所在地住址",
    "居住地住址",
    "签发机关",
    "签发日期",
)


def sides(pdf: bytes) -> list[str]:
    with opened(pdf) as document:
        return [squeezed(page.get_textpage().get_text_range()) for page in document]


def read(picture: Picture) -> list[str]:
    form = zxingcpp.ImageFormat.RGB
    image = zxingcpp.ImageView(picture.rgb, picture.width, picture.height, form, picture.stride)
    return [it.text for it in zxingcpp.read_barcodes(image, formats=CODE128)]


def picture_on(pdf: bytes) -> tuple[bytes, tuple[float, float, float, float]]:
    """The front's one picture: its file as it lies in the PDF, and where it stands, in mm."""
    from pypdfium2 import PdfImage

    with opened(pdf) as document:
        [found] = [it for it in document[0].get_objects() if isinstance(it, PdfImage)]
        left, bottom, right, top = (edge / MM for edge in found.get_bounds())
        return bytes(found.get_data(decode_simple=False)), (left, bottom, right, top)


def jpeg(width: int = 358, height: int = 441, mode: str = "RGB", **options: Any) -> bytes:
    out = BytesIO()
    Image.new(mode, (width, height)).save(out, "JPEG", **options)
    return out.getvalue()


def test_both_sides_are_a_cr80_card_to_a_hundredth_of_a_millimetre(card: PermitCard, fonts: Fonts) -> None:
    with opened(render(card, ORIGINAL, fonts)) as document:
        assert len(document) == 2
        for page in document:
            width, height = page.get_size()
            assert width / 72 * 25.4 == pytest.approx(85.60, abs=0.01)
            assert height / 72 * 25.4 == pytest.approx(53.98, abs=0.01)


def test_a_card_drawn_reads_back(card: PermitCard, fonts: Fonts) -> None:
    check(render(card, ORIGINAL, fonts), card)


def test_every_text_and_date_is_on_the_card(card: PermitCard, fonts: Fonts) -> None:
    words = "".join(sides(render(card, ORIGINAL, fonts)))
    for text in texts(card):
        assert squeezed(text) in words
    for day in (card.birth_date, card.issued_on, card.valid_until, *card.endorsed_on):
        assert day is None or chinese_date(day) in words


def test_all_that_the_regulation_puts_on_a_permit_has_its_label(permit: PermitCard, fonts: Fonts) -> None:
    words = "".join(sides(render(permit, ORIGINAL, fonts)))
    for label in ART_4:
        assert label in words


def test_what_the_rules_do_not_put_on_a_card_is_left_off_with_its_label(
    permit: PermitCard, fonts: Fonts
) -> None:
    less = replace(permit, ethnicity="", birth_date=None, id_number="", hukou_address="", serial="")
    words = "".join(sides(render(less, ORIGINAL, fonts)))
    for label in ("民族", "出生日期", "公民身份号码", "常住户口", "有效期限", "签注", "证件流水号"):
        assert label not in words
    for label in ("姓名", "性别", "居住地住址", "签发机关", "签发日期"):
        assert label in words


def test_the_clerk_and_the_stations_address_are_kept_and_not_printed(
    permit: PermitCard, fonts: Fonts
) -> None:
    words = "".join(sides(render(permit, ORIGINAL, fonts)))
    assert permit.clerk not in words
    assert permit.station_address not in words
    assert thaw(freeze(permit)).clerk == permit.clerk


@pytest.mark.parametrize("dpi", [203, 300, 600])
def test_the_barcode_is_the_permits_number(card: PermitCard, fonts: Fonts, dpi: int) -> None:
    assert read(rasterise(render(card, ORIGINAL, fonts), BACK, dpi)) == [card.number]


def test_the_front_has_no_barcode(card: PermitCard, fonts: Fonts) -> None:
    assert read(rasterise(render(card, ORIGINAL, fonts), 0, 300)) == []


def test_the_barcode_is_three_dots_a_module_with_its_quiet_zone_on_the_card(permit: PermitCard) -> None:
    x, _ = barcode_place()
    assert pytest.approx(3) == barcode.MODULE / 72 * 300
    assert x >= 0
    assert x + barcode.width(permit.number) <= CARD_WIDTH


def test_the_photo_is_on_the_front_byte_for_byte_in_its_proportions(card: PermitCard, fonts: Fonts) -> None:
    file, (left, bottom, right, top) = picture_on(render(card, ORIGINAL, fonts))
    assert file == card.photo
    assert (right - left, top - bottom) == pytest.approx((23.38, 28.8), abs=0.05)
    assert (right - left) / (top - bottom) == pytest.approx(358 / 441, rel=0.001)


@pytest.mark.parametrize(("width", "height"), [(295, 413), (600, 600), (800, 400)])
def test_a_photo_of_other_proportions_is_not_distorted(
    permit: PermitCard, fonts: Fonts, width: int, height: int
) -> None:
    other = replace(permit, photo=jpeg(width, height))
    _, (left, bottom, right, top) = picture_on(render(other, ORIGINAL, fonts))
    assert (right - left) / (top - bottom) == pytest.approx(width / height, rel=0.001)
    assert right - left <= 23.41
    assert top - bottom <= 28.81


def test_a_card_without_a_photo_is_refused_with_a_sentence(permit: PermitCard) -> None:
    with pytest.raises(BadDocument, match="“王建国”没有相片，不能制作居住证"):
        replace(permit, photo=b"")


def test_a_card_without_a_name_is_refused(permit: PermitCard) -> None:
    with pytest.raises(BadDocument, match="没有姓名"):
        replace(permit, name=" ")


def test_a_photo_that_is_cut_off_or_no_colour_jpeg_is_refused(permit: PermitCard) -> None:
    png = BytesIO()
    Image.new("RGB", (358, 441)).save(png, "PNG")
    for photo in (
        permit.photo[:-100],
        permit.photo[2:],
        png.getvalue(),
        jpeg(mode="CMYK"),
        b"\xff\xd8\xff\xd9",
    ):
        with pytest.raises(BadDocument, match="不是完整的JPEG"):
            replace(permit, photo=photo)


def test_a_photo_damaged_inside_is_refused_when_it_is_drawn(permit: PermitCard, fonts: Fonts) -> None:
    without_tables = permit.photo.replace(b"\xff\xdb", b"\xff\xfe")
    with pytest.raises(BadDocument, match="相片文件已损坏"):
        render(replace(permit, photo=without_tables), ORIGINAL, fonts)


@pytest.mark.parametrize(
    "options", [{}, {"progressive": True}, {"mode": "L"}, {"exif": b"Exif\0\0" + b"\xff" * 64}]
)
def test_width_and_height_are_read_from_the_file(options: dict[str, Any]) -> None:
    assert shape(jpeg(123, 456, **options)) == (123, 456)


def test_the_photo_is_frozen_byte_for_byte(card: PermitCard) -> None:
    thawed = thaw(freeze(card))
    assert thawed == card
    assert isinstance(thawed, PermitCard)
    assert thawed.photo == card.photo


@pytest.mark.parametrize("photo", ["", "相片", "/9j/4A=", None, 5])
def test_a_stored_photo_that_is_damaged_is_refused(permit: PermitCard, photo: object) -> None:
    content = json.loads(freeze(permit))
    content["photo"] = photo
    with pytest.raises(BadDocument):
        thaw(json.dumps(content))


def test_the_same_card_gives_the_same_bytes_and_no_sign_of_how_often(card: PermitCard, fonts: Fonts) -> None:
    first = render(card, ORIGINAL, fonts)
    assert render(replace(card), Copy(2, "空白作废，重新制证"), fonts) == first


def test_every_font_is_embedded_and_none_is_helvetica(card: PermitCard, fonts: Fonts) -> None:
    pdf = render(card, ORIGINAL, fonts)
    assert b"Helvetica" not in pdf
    assert len(re.findall(rb"/FontFile2 ", pdf)) == len(re.findall(rb"/Type /FontDescriptor", pdf)) >= 2


def test_nothing_lies_outside_the_margins(card: PermitCard, fonts: Fonts) -> None:
    with opened(render(card, ORIGINAL, fonts)) as document:
        for page in document:
            for thing in page.get_objects():
                left, bottom, right, top = thing.get_bounds()
                assert left >= MARGIN - 1
                assert right <= CARD_WIDTH - MARGIN + 1
                assert bottom >= MARGIN - 1
                assert top <= CARD_HEIGHT - MARGIN + 1


def test_no_two_texts_overlap_and_none_is_too_small(card: PermitCard, fonts: Fonts) -> None:
    from pypdfium2.raw import FPDFText_GetFontSize

    with opened(render(replace(card, practice=False), ORIGINAL, fonts)) as document:
        for page in document:
            text = page.get_textpage()
            boxes = set()
            for place in range(text.count_chars()):
                assert FPDFText_GetFontSize(text, place) >= SMALL or text.get_text_range(place, 1).isspace()
                left, bottom, right, top = text.get_charbox(place)
                if right - left > 0.5 and top - bottom > 0.5:
                    boxes.add((left, bottom, right, top))
            ordered = sorted(boxes)
            for place, (_, bottom, right, top) in enumerate(ordered):
                for other in ordered[place + 1 :]:
                    if other[0] >= right - 0.8:
                        break
                    assert other[3] <= bottom + 0.8 or other[1] >= top - 0.8


def test_the_back_keeps_room_for_the_signed_code(card: PermitCard, fonts: Fonts) -> None:
    left, bottom = CARD_WIDTH - MARGIN - ROOM, CARD_HEIGHT - MARGIN - ROOM
    with opened(render(replace(card, practice=False), ORIGINAL, fonts)) as document:
        for thing in document[BACK].get_objects():
            _, _, right, top = thing.get_bounds()
            assert right <= left or top <= bottom


def test_a_practice_card_says_so_on_both_sides_and_a_real_one_on_neither(
    card: PermitCard, fonts: Fonts
) -> None:
    for side in sides(render(replace(card, practice=True), ORIGINAL, fonts)):
        assert side.count("演练") == 2
    for side in sides(render(replace(card, practice=False), ORIGINAL, fonts)):
        assert "演练" not in side


def test_a_name_of_40_and_addresses_of_70_characters_fit(permit: PermitCard, fonts: Fonts) -> None:
    long = replace(
        permit,
        name="鑫" * 40,
        ethnicity="外国血统中国籍人士",
        hukou_address="籍" * 70,
        residence_address="居" * 70,
        issuing_authority="局" * 30,
        station_name="所" * 34,
    )
    pdf = render(long, ORIGINAL, fonts)
    check(pdf, long)
    test_no_two_texts_overlap_and_none_is_too_small(long, fonts)
    test_nothing_lies_outside_the_margins(long, fonts)


@pytest.mark.parametrize(
    "change", [{"residence_address": "居" * 200}, {"name": "鑫" * 120}, {"notes": ("记" * 300,)}]
)
def test_what_no_side_can_hold_is_refused_and_not_cut(
    permit: PermitCard, fonts: Fonts, change: dict[str, Any]
) -> None:
    with pytest.raises(BadDocument, match="一面证卡排不下"):
        render(replace(permit, **change), ORIGINAL, fonts)


def test_a_name_without_a_glyph_is_refused(permit: PermitCard, fonts: Fonts) -> None:
    with pytest.raises(NoGlyph, match=r"U\+30041"):
        render(replace(permit, name="王\U00030041国"), ORIGINAL, fonts)


@pytest.mark.parametrize("field", ["name", "id_number", "residence_address", "issuing_authority", "serial"])
def test_a_text_that_differs_is_named(permit: PermitCard, fonts: Fonts, field: str) -> None:
    pdf = render(permit, ORIGINAL, fonts)
    other = {field: f"{getattr(permit, field)}9"}
    with pytest.raises(ReadBackFailed) as caught:
        check(pdf, replace(permit, **other))  # type: ignore[arg-type]
    assert caught.value.differences == (f"缺少“{other[field]}”",)


def test_another_persons_photo_or_number_is_found_out(permit: PermitCard, fonts: Fonts) -> None:
    pdf = render(permit, ORIGINAL, fonts)
    with pytest.raises(ReadBackFailed, match="相片与存档的不一致"):
        check(pdf, replace(permit, photo=jpeg()))
    with pytest.raises(ReadBackFailed, match=f"条码读出{permit.number}"):
        check(pdf, replace(permit, number=permit.number[:-1] + "7"))


def test_a_sheet_is_no_card(permit: PermitCard, certificate: Document, fonts: Fonts) -> None:
    with pytest.raises(ReadBackFailed, match="条码无法识读"):
        check(render(certificate, ORIGINAL, fonts), permit)


@pytest.mark.parametrize("shift", [(1.5, -0.8), (-2.0, 2.0)])
def test_the_layout_moves_for_a_printer_out_of_line(
    permit: PermitCard, fonts: Fonts, shift: tuple[float, float]
) -> None:
    _, at = picture_on(render(permit, ORIGINAL, fonts))
    moved = render(permit, ORIGINAL, fonts, shift=shift)
    _, then = picture_on(moved)
    assert (then[0] - at[0], then[1] - at[1]) == pytest.approx(shift, abs=0.02)
    check(moved, permit)


def test_a_layout_is_not_moved_off_the_card(permit: PermitCard, fonts: Fonts) -> None:
    with pytest.raises(BadDocument, match="最多2毫米"):
        render(permit, ORIGINAL, fonts, shift=(0.0, 2.1))
