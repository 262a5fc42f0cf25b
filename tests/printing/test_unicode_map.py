from __future__ import annotations

import re
from io import BytesIO

from printing.fonts import Fonts
from printing.pdfium import opened
from printing.typefaces import stacks
from printing.unicode_map import to_unicode_map

NAME = "李𬍛𬭎𬒈𫖯𠅤𫟹𣗋䶮㛃"


def text_of(pdf: bytes) -> str:
    with opened(pdf) as document:
        return str(document[0].get_textpage().get_text_range())


def test_characters_beyond_the_first_plane_are_written_as_surrogate_pairs() -> None:
    lines = to_unicode_map("F", [0, 0x41, 0x2C35B]).splitlines()
    assert "<01> <0041>" in lines
    assert "<02> <D870DF5B>" in lines


def test_no_block_has_more_than_100_characters() -> None:
    table = to_unicode_map("F", list(range(0x4E00, 0x4E00 + 256)))
    assert [int(count) for count in re.findall(r"(\d+) beginbfchar", table)] == [100, 100, 56]
    assert table.count("endbfchar") == 3
    assert len(re.findall(r"^<..> <....>$", table, re.MULTILINE)) == 256


def draw(fonts: Fonts, *lines: str) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    body, _ = stacks(fonts)
    out = BytesIO()
    canvas = Canvas(out, initialFontName=body.name)
    for place, line in enumerate(lines):
        x = 20.0
        for font, run in body.runs(line):
            canvas.setFont(font, 10)
            canvas.drawString(x, 800 - 14 * place, run)
            x += body.width(run, 10)
    canvas.save()
    return out.getvalue()


def test_rare_names_are_read_from_the_page_exactly(fonts: Fonts) -> None:
    assert text_of(draw(fonts, NAME)) == NAME


def test_a_page_of_many_rare_characters_is_read_exactly(fonts: Fonts) -> None:
    lines = ["".join(chr(0x20000 + 40 * line + place) for place in range(40)) for line in range(20)]
    assert text_of(draw(fonts, *lines)).split("\r\n") == lines
