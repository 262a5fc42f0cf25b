"""The log's paper: a table across the sheet that reads back, page by page."""

from __future__ import annotations

import pypdfium2
import pytest

from printing.day_log import COLUMNS, LEFT, RIGHT, LogSheet, render
from printing.fonts import Fonts
from printing.layout import MM


def row(number: int, **changed: str) -> tuple[str, ...]:
    cells = {
        "number": str(number),
        "time": "2026-11-20 09:05:00",
        "day": "2026-11-20",
        "counter": "3",
        "clerk": "测试一",
        "action": "打印单据",
        "name": "单雨桐",
        "id_number": "371321********0014",
        "case": "3701020012026112003015",
        "paper": "113701020012026112003015",
        "matter": "居住登记",
        "detail": "原件 office",
        "hash": "0123456789abcdef" * 4,
        **changed,
    }
    return tuple(cells.values())


def sheet(*rows: tuple[str, ...], practice: bool = False) -> LogSheet:
    facts = (("派出所", "测试派出所"), ("起止日期", "2026-11-20 至 2026-11-20"))
    return LogSheet("当日台账", "测试派出所", practice, facts, rows, "f" * 64)


def pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    texts = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return texts


def drawn(made: LogSheet, fonts: Fonts) -> list[str]:
    return pages(render(made, fonts, lambda done: None))


def test_the_columns_fill_the_sheet() -> None:
    assert sum(width for _, width in COLUMNS) * MM == pytest.approx(RIGHT - LEFT)


def test_every_cell_of_a_row_is_on_the_page(fonts: Fonts) -> None:
    [page] = drawn(sheet(row(7)), fonts)
    for cell in ("2026-11-20", "09:05:00", "测试一", "打印单据", "单雨桐", "371321********0014", "office"):
        assert cell in page
    assert "3701020012026112003015" in page
    assert "113701020012026112003015" in page
    assert "0123456789abcdef" in page
    assert "0123456789abcdef0" not in page


def test_every_page_has_head_span_count_and_hash(fonts: Fonts) -> None:
    texts = drawn(sheet(*(row(number) for number in range(1, 61))), fonts)
    assert len(texts) > 1
    for number, text in enumerate(texts, 1):
        assert "校验值（前16位）" in text
        assert "起止日期：2026-11-20至2026-11-20" in text
        assert f"第{number}页共{len(texts)}页" in text
        assert f"记录数：60SHA-256：{'f' * 64}" in text
    assert sum(text.count("打印单据") for text in texts) == 60


def test_no_rows_are_told(fonts: Fonts) -> None:
    [page] = drawn(sheet(), fonts)
    assert "这段日期没有记录" in page


def test_the_practice_station_is_marked(fonts: Fonts) -> None:
    [page] = drawn(sheet(row(1), practice=True), fonts)
    assert "演练" in page
    assert "演练" not in drawn(sheet(row(1)), fonts)[0]


def test_a_character_without_a_glyph_is_told_by_its_code_point(fonts: Fonts) -> None:
    [page] = drawn(sheet(row(1, detail="查\U0001f600询\x07")), fonts)
    assert "查〔U+1F600〕询〔U+0007〕" in page


def test_a_rare_name_is_drawn(fonts: Fonts) -> None:
    [page] = drawn(sheet(row(1, name="𬜛")), fonts)
    assert "𬜛" in page


def test_a_row_longer_than_a_page_goes_on_on_the_next(fonts: Fonts) -> None:
    texts = drawn(sheet(row(1, detail="长" * 2000), row(2)), fonts)
    assert len(texts) > 1
    assert sum(text.count("长") for text in texts) == 2000


def test_the_same_log_gives_the_same_bytes_and_progress_reaches_all_rows(fonts: Fonts) -> None:
    made = sheet(*(row(number) for number in range(1, 61)))
    seen: list[int] = []
    assert render(made, fonts, seen.append) == render(made, fonts, lambda done: None)
    assert seen[-1] == 60
    assert seen == sorted(seen)
