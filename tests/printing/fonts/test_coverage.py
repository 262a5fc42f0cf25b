from __future__ import annotations

import time
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

from printing.errors import FontTrouble, Missing
from printing.fonts import Fonts, font_files, missing_glyphs
from printing.fonts.coverage import TABLE, characters_of, table
from printing.fonts.files import BODY, HEADING, NAMES, RARE

LEVEL_3 = (
    (0x4E00, 0x9FEF),
    (0x3400, 0x4DB5),
    (0x20000, 0x2A6D6),
    (0x2A700, 0x2B734),
    (0x2B740, 0x2B81D),
    (0x2B820, 0x2CEA1),
    (0x2CEB0, 0x2EBE0),
)
COMPATIBILITY = (
    0xFA0E,
    0xFA0F,
    0xFA11,
    0xFA13,
    0xFA14,
    0xFA1F,
    0xFA21,
    0xFA23,
    0xFA24,
    0xFA27,
    0xFA28,
    0xFA29,
)
EXTENSION_I = (0x2EBF0, 0x2EE5D)


@pytest.mark.parametrize("name", NAMES)
def test_our_reading_of_a_font_is_reportlabs(fonts: Fonts, name: str) -> None:
    path = font_files(fonts.cache)[name]
    assert characters_of(path) == set(TTFontFace(str(path)).charToGlyph)


def test_the_coverage_table_is_what_the_fonts_have(fonts: Fonts) -> None:
    drawn = {name: characters_of(path) for name, path in font_files(fonts.cache).items()}
    rare = drawn[RARE[0]] | drawn[RARE[1]]
    assert TABLE.read_text("ascii") == table((drawn[BODY] | rare) & (drawn[HEADING] | rare))


def test_no_hanzi_of_gb_18030_level_3_is_missing() -> None:
    hanzi = [chr(code) for first, last in LEVEL_3 for code in range(first, last + 1)]
    hanzi += map(chr, COMPATIBILITY)
    assert len(hanzi) == 87_887
    assert missing_glyphs("".join(hanzi)) == ()


def test_no_police_name_character_of_extension_i_is_missing() -> None:
    hanzi = "".join(chr(code) for code in range(EXTENSION_I[0], EXTENSION_I[1] + 1))
    assert len(hanzi) == 622
    assert missing_glyphs(hanzi) == ()


def test_missing_characters_are_named_once_in_the_order_of_the_text() -> None:
    assert missing_glyphs("李\U00030041\u200b李\U00030041") == (
        Missing("\U00030041", "U+30041"),
        Missing("\u200b", "U+200B"),
    )


def test_blanks_and_line_ends_need_no_glyph() -> None:
    assert missing_glyphs("一 二\u3000三\n四\t五\r\n") == ()


def test_control_characters_are_missing() -> None:
    assert [it.code_point for it in missing_glyphs("\x00\x1b\x7f")] == ["U+0000", "U+001B", "U+007F"]


def test_asking_costs_next_to_nothing() -> None:
    name = "李𬍛𬭎𬒈𫖯𠅤𫟹𣗋䶮㛃"
    missing_glyphs(name)
    start = time.perf_counter()
    for _ in range(100):
        missing_glyphs(name)
    assert time.perf_counter() - start < 0.05


def test_a_stations_own_font_is_asked_last(own_font: Path) -> None:
    assert missing_glyphs("李\U00030041") == (Missing("\U00030041", "U+30041"),)
    assert missing_glyphs("李\U00030041", [own_font]) == ()
    assert [it.code_point for it in missing_glyphs("\U00030042", [own_font])] == ["U+30042"]


def test_an_own_font_with_an_empty_glyph_does_not_draw_the_character(own_font: Path) -> None:
    assert 0x30043 not in characters_of(own_font)


@pytest.mark.parametrize(
    "content", [b"", b"OTTO" + b"\0" * 60, b"\x00\x01\x00\x00\xff\xff" + b"\0" * 40, b"x" * 999]
)
def test_a_font_without_truetype_outlines_is_refused_and_counts_as_absent(
    tmp_path: Path, content: bytes
) -> None:
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(content)
    with pytest.raises(FontTrouble, match=r"broken\.ttf"):
        characters_of(broken)
    assert missing_glyphs("\U00030041", [broken]) == (Missing("\U00030041", "U+30041"),)
