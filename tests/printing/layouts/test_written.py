"""What a station writes is a layout, or is refused with file, place and reason."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from printing.documents import KINDS, ORIGINAL, AcceptanceReceipt, Copy
from printing.errors import ReadBackFailed
from printing.fonts import Fonts
from printing.layouts import CARD, BadLayout, Layout, Layouts, read
from printing.neutral_layout import neutral
from printing.pdfium import opened
from printing.preview import page_count
from printing.read_back import check
from printing.render import render
from tests.printing.layouts.drawing import RECEIPT, drawn, png, words, written
from tests.printing.samples.papers import NORMAL, PAPERS
from tests.printing.samples.permits import CARDS


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
