"""A station's own layouts: what they change, and every way in which a file is refused."""

from __future__ import annotations

import json
import struct
import tomllib
import zlib
from ctypes import c_float
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import pdfa
from PIL import Image
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT, FPDFTextObj_GetFontSize

from printing.documents import KINDS, ORIGINAL, AcceptanceReceipt, Copy, Document, RegistrationCertificate
from printing.errors import ReadBackFailed
from printing.fonts import Fonts
from printing.layout import A5, ROLL
from printing.layouts import CARD, BadLayout, Layout, Layouts, read
from printing.lines import SMALLEST
from printing.logo import BadLogo
from printing.logo import read as read_logo
from printing.neutral_layout import neutral
from printing.pdfium import opened
from printing.permit_card import FIELDS, LINE_OF_LABEL, TWO_LINES
from printing.preview import page_count
from printing.read_back import check, squeezed
from printing.render import render
from printing.seal.algorithms import algorithm
from printing.seal.digests import new_code
from printing.seal.fields import FIELDS as SEALED
from printing.seal.sealing import sealed
from printing.templates import measures_of
from tests.printing.samples.papers import NORMAL, PAPERS
from tests.printing.samples.permits import CARDS, photo_of
from tests.printing.test_render import SECOND_COPY, no_two_texts_overlap

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


@pytest.mark.parametrize("kind", KINDS)
def test_the_neutral_layout_as_a_file_changes_nothing(kind: str, tmp_path: Path, fonts: Fonts) -> None:
    layout = read(written(tmp_path, neutral(kind), kind), fonts)
    document = CARDS["normal"] if kind == CARD else NORMAL[kind]
    told = tomllib.loads(neutral(kind))
    assert words(render(document, ORIGINAL, fonts, layout=layout)) == words(render(document, ORIGINAL, fonts))
    assert set(told) <= {"title", "paper", "order", "labels", "words", "headings"}


def test_title_words_labels_and_headings_are_the_stations(tmp_path: Path, fonts: Fonts) -> None:
    text = """
title = "居住证受理单"
[labels]
name = "申办人姓名"
[words]
about = "温馨提示"
notes = ["请妥善保管本单。"]
"""
    page = words(drawn(tmp_path, fonts, text))
    assert "居住证受理单" in page
    assert "申办人姓名王建国" in page
    assert "温馨提示1．请妥善保管本单。" in page
    assert "居住证申领受理回执" not in page
    assert "本回执同时作为" not in page
    notice = NORMAL["missing_items_notice"]
    page = words(drawn(tmp_path, fonts, '[headings]\n"依据" = "法律依据"\n', notice))
    assert "法律依据" in page


def test_fields_stand_in_the_order_asked_for_and_none_is_lost(tmp_path: Path, fonts: Fonts) -> None:
    page = words(drawn(tmp_path, fonts, 'order = ["matter", "masked_id", "name"]'))
    places = [page.index(label) for label in ("申请事项", "证件号码", "申请人王", "受理日期", "证件类型")]
    assert places == sorted(places)


def test_a_title_is_set_smaller_until_it_fits(tmp_path: Path, fonts: Fonts) -> None:
    title = "新疆维吾尔自治区伊犁哈萨克自治州居住证申领受理回执及领取凭"
    assert len(title) <= 30
    for paper in ("a4", "a5", "roll80"):
        pdf = drawn(tmp_path, fonts, f'title = "{title}"\npaper = "{paper}"')
        assert title in words(pdf)
        with opened(pdf) as document:
            assert max(it.get_bounds()[2] for it in document[0].get_objects()) <= document[0].get_width()


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


def png(width: int = 60, height: int = 30, mode: str = "RGBA") -> bytes:
    out = BytesIO()
    Image.new(mode, (width, height), (200, 30, 30, 128)[: len(mode)]).save(out, "PNG")
    return out.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few hundred bytes that says it has so many pixels."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">L", len(content)) + name + content + struct.pack(">L", zlib.crc32(name + content))
        )

    header = struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress(bytes(100_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


@pytest.mark.parametrize("content", [png(), png(mode="RGB"), png(3000, 300, "RGB"), photo_of(200, 100)])
@pytest.mark.parametrize("paper", ["a4", "a5", "roll80"])
def test_a_logo_stands_beside_the_station(tmp_path: Path, fonts: Fonts, content: bytes, paper: str) -> None:
    (tmp_path / "logo.png").write_bytes(content)
    pdf = drawn(tmp_path, fonts, f'logo = "logo.png"\npaper = "{paper}"')
    assert not pdfa.validate_written(BytesIO(pdf), "2b").findings
    with opened(pdf) as document:
        assert any(it.type == 3 for it in document[0].get_objects())  # FPDF_PAGEOBJ_IMAGE
    assert pdf == drawn(tmp_path, fonts, f'logo = "logo.png"\npaper = "{paper}"')


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"GIF89a not one of ours", "不是完整的PNG或JPEG图像"),
        (b"", "不是完整的PNG或JPEG图像"),
        (b"\xff\xd8\xff half a photo", "不是完整的PNG或JPEG图像"),
        (bytes(20_000_000), "超过1MB"),
        (bomb(30_000, 30_000), "30000×30000像素"),
        (bomb(2_000, 2_000), "已损坏"),
        (png()[:60], "已损坏"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "不是完整的PNG或JPEG图像"),
    ],
    ids=["gif", "empty", "half", "20MB", "bomb", "lying", "torn", "no header"],
)
def test_a_logo_that_is_none_is_refused_with_its_reason(
    tmp_path: Path, fonts: Fonts, content: bytes, reason: str
) -> None:
    (tmp_path / "logo.png").write_bytes(content)
    with pytest.raises(BadLayout, match=reason) as caught:
        read(written(tmp_path, 'title = "回执"\n\nlogo = "logo.png"'), fonts)
    assert caught.value.place == "第3行“logo”"


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("titel = '回执'", "第1行“titel”", "没有这一项"),
        ("# 说明\n\n[labels]\nnmae = '姓名'", "第4行“labels.nmae”", "没有这个项目，可用的有case_number"),
        ("[words]\nnote = ['一']", "第2行“words.note”", "没有这个项目"),
        ("words.note = ['一']", "第1行“words.note”", "没有这个项目"),
        ("[headings]\n'姓名' = '名字'", "第2行“headings.姓名”", "没有这个项目"),
        ("title = 12", "第1行“title”", "应为文字"),
        ("title = '" + "长" * 31 + "'", "第1行“title”", "有31个字，最多30个字"),
        ("title = '王\U00030041'", "第1行“title”", "U+30041"),
        ('title = "a\\u0007"', "第1行“title”", "控制字符"),
        ("title = '回执", "最后一行", "不是正确的TOML格式"),
        ("[labels]\nname = ''", "第2行“labels.name”", "不能为空"),
        ("[labels]\nname = ['a']", "第2行“labels.name”", "应为文字"),
        ("labels = 1", "第1行“labels”", "应为一个表"),
        ("words = 1", "第1行“words”", "应为一个表"),
        ("[words]\nnotes = '一句'", "第2行“words.notes”", "1至12句"),
        ("[words]\nnotes = []", "第2行“words.notes”", "1至12句"),
        ("[words]\nnotes = [1]", "第2行“words.notes”", "应为文字"),
        ("[words]\nabout = ['一']", "第2行“words.about”", "应为文字"),
        ("order = 'name'", "第1行“order”", "应为项目名的列表"),
        ("order = ['name', 'nmae']", "第1行“order”", "没有名为“nmae”的项目"),
        ("order = [['name']]", "第1行“order”", "没有名为"),
        ("order = ['name', 'name']", "第1行“order”", "写了两次"),
        ("paper = 'a3'", "第1行“paper”", "可用的有a4、a5、roll80"),
        ("paper = ['a4']", "第1行“paper”", "可用的有"),
        ("logo = '../secret.png'", "第1行“logo”", "只写文件名"),
        ("logo = 'none.png'", "第1行“logo”", "没有图像文件“none.png”"),
        ("logo = '..'", "第1行“logo”", "无法读取"),
        ("logo = 3", "第1行“logo”", "应为文字"),
        ("x = " + "1" * 70_000, "", "超过64KB"),
        ("labels = []]\ntitle = ''", "第1行", "不是正确的TOML格式"),
        ("a = " + "[" * 50_000, "", "套得过深"),
    ],
)
def test_a_mistake_is_refused_with_file_place_and_reason(
    tmp_path: Path, fonts: Fonts, text: str, place: str, reason: str
) -> None:
    with pytest.raises(BadLayout, match=r"acceptance_receipt\.toml") as caught:
        read(written(tmp_path, text), fonts)
    assert caught.value.place.startswith(place)
    assert reason in caught.value.reason
    assert "已改用通用版式" in str(caught.value)


def test_a_file_for_no_document_or_in_another_encoding_is_refused(tmp_path: Path, fonts: Fonts) -> None:
    with pytest.raises(BadLayout, match="没有名为“receipt”的单据"):
        read(written(tmp_path, "", "receipt"), fonts)
    path = tmp_path / "call_list.toml"
    path.write_bytes("title = '清单'\n# ".encode() + "说明".encode("gbk"))
    with pytest.raises(BadLayout, match="第2行：不是UTF-8"):
        read(path, fonts)


VALUES = st.recursive(
    st.text(max_size=20) | st.integers() | st.booleans() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)
KEYS = st.sampled_from(("title", "paper", "logo", "order", "labels", "words", "name", "notes", "about"))


@given(st.lists(st.tuples(KEYS, VALUES), max_size=6), st.sampled_from(("", "[labels]\n", "[words]\n")))
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_written_is_a_layout_or_refused(
    tmp_path: Path, fonts: Fonts, pairs: list[tuple[str, object]], table: str
) -> None:
    lines = [f"{name} = {json.dumps(value, ensure_ascii=True)}" for name, value in pairs]
    path = written(tmp_path, table + "\n".join(lines))
    try:
        layout = read(path, fonts)
    except BadLayout:
        return
    check(render(RECEIPT, ORIGINAL, fonts, layout=layout), RECEIPT, title=layout.title)


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_bytes_are_a_layout_or_refused(tmp_path: Path, fonts: Fonts, content: bytes) -> None:
    path = tmp_path / "acceptance_receipt.toml"
    path.write_bytes(content)
    try:
        layout = read(path, fonts)
    except BadLayout:
        return
    assert layout.kind == RECEIPT.KIND


@given(st.integers(0, 2000), st.binary(min_size=1, max_size=8))
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_damaged_picture_is_a_logo_or_refused(tmp_path: Path, place: int, junk: bytes) -> None:
    for content in (png(), photo_of(60, 30)):
        damaged = bytearray(content)
        at = place % len(content)
        damaged[at : at + len(junk)] = junk
        (tmp_path / "logo.png").write_bytes(damaged)
        try:
            logo = read_logo(tmp_path / "logo.png")
        except BadLogo:
            continue
        assert len(logo.rgb) == 3 * logo.width * logo.height


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path, fonts: Fonts) -> None:
    written(tmp_path, "title = '受理单'")
    written(tmp_path, "titel = '清单'", "call_list")
    (tmp_path / "logo.png").write_bytes(png())
    layouts = Layouts.at_station(tmp_path, fonts)
    assert layouts.of("acceptance_receipt").title == "受理单"
    assert layouts.of("call_list") == Layout("call_list")
    [trouble] = layouts.troubles
    assert "call_list.toml" in str(trouble)
    assert Layouts.at_station(tmp_path / "none", fonts) == Layouts()


def test_the_longest_layout_that_is_allowed_can_be_drawn(tmp_path: Path, fonts: Fonts) -> None:
    told = tomllib.loads(neutral("acceptance_receipt"))
    sentences = ["长" * 400] * 12
    lines = ['title = "' + "长" * 30 + '"', "[labels]"]
    lines += [f'{name} = "{"长" * 14}"' for name in told["labels"]]
    lines += ["[words]"]
    for name, value in told["words"].items():
        lines.append(f"{name} = {sentences if isinstance(value, list) and name == 'notes' else value!r}")
    longest = PAPERS["longest-acceptance_receipt"]
    assert isinstance(longest, AcceptanceReceipt)
    for paper in ("a4", "a5", "roll80"):
        pdf = drawn(tmp_path, fonts, "\n".join([f'paper = "{paper}"', *lines]), longest)
        assert page_count(pdf) >= 1


def test_a_layout_gives_the_same_bytes_again(tmp_path: Path, fonts: Fonts) -> None:
    text = 'title = "受理单"\norder = ["matter"]'
    assert drawn(tmp_path, fonts, text) == drawn(tmp_path, fonts, text)
    layout = read(written(tmp_path, text), fonts)
    assert render(RECEIPT, Copy(1, "丢失"), fonts, layout=layout) != drawn(tmp_path, fonts, text)


def test_a_title_by_the_rules_of_the_place_gives_way_to_the_stations(tmp_path: Path, fonts: Fonts) -> None:
    certificate = replace(NORMAL["registration_certificate"], title="暂住登记凭证")  # type: ignore[call-arg]
    page = words(drawn(tmp_path, fonts, 'title = "居住登记单"', certificate))
    assert "居住登记单" in page
    assert "暂住登记凭证" not in page
    assert "暂住登记凭证" in words(drawn(tmp_path, fonts, "", certificate))


def test_a_page_without_its_title_is_not_let_out(fonts: Fonts) -> None:
    pdf = render(RECEIPT, ORIGINAL, fonts, layout=Layout(RECEIPT.KIND, title="受理单"))
    with pytest.raises(ReadBackFailed, match="居住证申领受理回执"):
        check(pdf, RECEIPT)
    with pytest.raises(ReadBackFailed, match="回单"):
        check(pdf, RECEIPT, title="回单")


CARD_LAYOUT = """
title = "城市居住证"
logo = "logo.png"
order = ["id_number", "name", "residence_address", "valid_until"]
[labels]
id_number = "证件号码"
hukou_address = "户籍所在|地住址"
[words]
until = "到"
serial = "空白证编号"
"""


@pytest.mark.parametrize("size", ["normal", "longest", "rarest"])
def test_a_card_is_the_stations_too_and_loses_nothing(tmp_path: Path, fonts: Fonts, size: str) -> None:
    tmp_path.joinpath("logo.png").write_bytes(png())
    document = replace(CARDS[size], valid_until=date(2036, 11, 20))
    layout = read(written(tmp_path, CARD_LAYOUT, CARD), fonts)
    pdf = render(document, ORIGINAL, fonts, layout=layout)
    check(pdf, document, title="城市居住证")
    assert not pdfa.validate_written(BytesIO(pdf), "2b").findings
    no_two_texts_overlap(render(replace(document, practice=False), ORIGINAL, fonts, layout=layout))
    with opened(pdf) as read_back:
        front, back = (squeezed(page.get_textpage().get_text_range()) for page in read_back)
        for page in read_back:
            assert max(it.get_bounds()[2] for it in page.get_objects()) <= page.get_width()
    assert front.index("证件号码") < front.index("姓名") < front.index("居住地住址") < front.index("户籍所在")
    assert back.index("有效期限到") < back.index("签发机关")
    assert "空白证编号" in back


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ('title = "某某市某某区流动人口居住证"', "第1行“title”", "最多10个字"),
        ('logo = "logo.png"\ntitle = "某某市居住证"', "第2行“title”", "最多5个字"),
        ('[labels]\nname = "姓|名"', "第2行“labels.name”", "不能再用“|”分行"),
        ('[labels]\nid_number = "公民的身份号码"', "第2行“labels.id_number”", "最多6个字"),
        ('[labels]\nissued_on = "证件签发日期"', "第2行“labels.issued_on”", "最多4个字"),
        ('[labels]\nhukou_address = "常住户口|所在|地住址"', "第2行“labels.hukou_address”", "不能再用“|”"),
        ('[labels]\nhukou_address = "常住户口|"', "第2行“labels.hukou_address”", "不能为空"),
        ('[labels]\nphoto = "相片"', "第2行“labels.photo”", "没有这个项目"),
        ('[words]\nuntil = "一直有效使用到以下所写日期"', "第2行“words.until”", "最多6个字"),
        ('paper = "a4"', "第1行“paper”", "cr80"),
    ],
)
def test_a_cards_layout_that_has_no_room_is_refused(
    tmp_path: Path, fonts: Fonts, text: str, place: str, reason: str
) -> None:
    tmp_path.joinpath("logo.png").write_bytes(png())
    with pytest.raises(BadLayout, match=r"permit_card\.toml") as caught:
        read(written(tmp_path, text, CARD), fonts)
    assert caught.value.place == place
    assert reason in caught.value.reason


def test_a_cards_longest_labels_and_title_leave_room_for_every_value(tmp_path: Path, fonts: Fonts) -> None:
    tmp_path.joinpath("logo.png").write_bytes(png())
    words = {name: "标签的长度是"[: LINE_OF_LABEL[name]] for name in FIELDS}
    labels = {name: f"{word}|{word}" if name in TWO_LINES else word for name, word in words.items()}
    lines = "\n".join(f'{name} = "{label}"' for name, label in labels.items())
    for head in ('title = "城镇居住证"\nlogo = "logo.png"', 'title = "城镇流动人口的居住证"'):
        text = f'{head}\n[labels]\n{lines}\n[words]\nuntil = "有效截止日期"\n'
        layout = read(written(tmp_path, text, CARD), fonts)
        for document in CARDS.values():
            pdf = render(replace(document, practice=True), ORIGINAL, fonts, layout=layout)
            check(pdf, replace(document, practice=True), title=layout.title)
