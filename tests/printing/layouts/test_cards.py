"""A card is the station's too and loses nothing by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import pdfa

from printing.documents import ORIGINAL
from printing.fonts import Fonts
from printing.layouts import CARD, BadLayout, read
from printing.pdfium import opened
from printing.permit_card import FIELDS, LINE_OF_LABEL, TWO_LINES
from printing.read_back import check, squeezed
from printing.render import render
from tests.printing.layouts.drawing import png, written
from tests.printing.samples.permits import CARDS
from tests.printing.test_render import no_two_texts_overlap

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
