from __future__ import annotations

import struct
import time
from pathlib import Path
from random import Random

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

from printing.errors import FontTrouble, Missing
from printing.fonts import Fonts, font_files, missing_glyphs
from printing.fonts.coverage import TABLE, characters_of, table, unusable
from printing.fonts.files import BODY, HEADING, NAMES, RARE
from tests.printing.hanzi import EXTENSION_I, LEVEL_3


@pytest.mark.parametrize("name", NAMES)
def test_our_reading_of_a_font_is_reportlabs(fonts: Fonts, name: str) -> None:
    path = font_files(fonts.cache)[name]
    assert characters_of(path) == set(TTFontFace(str(path)).charToGlyph)


def test_the_coverage_table_is_what_the_fonts_have(fonts: Fonts) -> None:
    drawn = {name: characters_of(path) for name, path in font_files(fonts.cache).items()}
    rare = drawn[RARE[0]] | drawn[RARE[1]]
    assert TABLE.read_text("ascii") == table((drawn[BODY] | rare) & (drawn[HEADING] | rare))


def test_no_hanzi_of_gb_18030_level_3_is_missing() -> None:
    hanzi = [chr(code) for block in LEVEL_3.values() for code in block]
    assert len(hanzi) == 87_887
    assert missing_glyphs("".join(hanzi)) == ()


def test_no_police_name_character_of_extension_i_is_missing() -> None:
    hanzi = "".join(map(chr, EXTENSION_I))
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
    start = time.thread_time()
    for _ in range(100):
        missing_glyphs(name)
    assert time.thread_time() - start < 0.05


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


def test_a_font_with_one_flipped_bit_is_refused(own_font: Path, tmp_path: Path) -> None:
    whole = own_font.read_bytes()
    assert unusable([own_font]) == ()
    chance = Random(1)
    start = min(struct.unpack_from(">L", whole, 12 + 16 * n + 8)[0] for n in range(whole[5]))
    bounds = [struct.unpack_from(">4xLLL", whole, 12 + 16 * n)[1:] for n in range(whole[5])]
    ends = [(offset, offset + length) for offset, length in bounds]
    for place in chance.sample(range(start, len(whole)), 300):
        if not any(first <= place < last for first, last in ends):
            continue  # between two tables: nobody reads it
        head = whole.index(b"head", 12)
        if 8 <= place - struct.unpack_from(">L", whole, head + 8)[0] < 12:
            continue  # the file's own sum, which counts the others
        flipped = bytearray(whole)
        flipped[place] ^= 1 << chance.randrange(8)
        damaged = tmp_path / f"{place}.ttf"
        damaged.write_bytes(flipped)
        assert unusable([damaged]) == (damaged.name,)


def test_a_font_that_is_cut_off_anywhere_is_refused(own_font: Path, tmp_path: Path) -> None:
    whole = own_font.read_bytes()
    for place in range(0, len(whole) - 4, 97):
        torn = tmp_path / f"{place}.ttf"
        torn.write_bytes(whole[:place])
        assert unusable([torn]) == (torn.name,)


def test_garbage_is_refused_and_never_an_error_of_ours(tmp_path: Path) -> None:
    chance = Random(2)
    for place in range(200):
        path = tmp_path / f"{place}.ttf"
        path.write_bytes(b"\x00\x01\x00\x00" + chance.randbytes(chance.randrange(400)))
        assert unusable([path]) == (path.name,)
