from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from printing.errors import FontTrouble, NoGlyph
from printing.fonts import Fonts, font_files
from printing.fonts.coverage import characters_of
from printing.typefaces import _opened, stacks


def test_each_character_is_set_in_the_first_font_that_has_it(fonts: Fonts) -> None:
    body, heading = stacks(fonts)
    assert [run for _, run in body.runs("李𬒈明")] == ["李𬒈明"]
    runs = list(body.runs("李𡝠明\U00020002"))
    assert "".join(run for _, run in runs) == "李𡝠明\U00020002"
    assert [font.partition("-")[0] for font, _ in runs] == [
        "NotoSerifSC",
        "BabelStoneHan",
        "NotoSerifSC",
        "BabelStoneHan"
        if 0x20002 in characters_of(font_files(fonts.cache)["BabelStoneHan-Rare"])
        else "HanaMinB",
    ]
    assert next(iter(heading.runs("李")))[0].startswith("NotoSansSC-Bold")


def test_a_stations_own_font_draws_what_the_shipped_ones_lack(fonts: Fonts, own_font: Path) -> None:
    body, _ = stacks(Fonts(fonts.cache, (own_font,)))
    assert [font.partition("-")[0] for font, _ in body.runs("李\U00030041")] == ["NotoSerifSC", "own"]


def test_a_character_that_no_font_has_is_named(fonts: Fonts) -> None:
    with pytest.raises(NoGlyph, match=r"U\+30041"):
        stacks(fonts)[0].width("\U00030041", 10)


def test_a_file_that_is_no_font_says_which(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"no font")
    with pytest.raises(FontTrouble, match=r"broken\.ttf"):
        _opened(broken)


def test_rare_fonts_stay_closed_until_a_text_needs_them(fonts: Fonts) -> None:
    code = (
        "import sys; from pathlib import Path; from printing.fonts import Fonts; from printing.typefaces import stacks;"
        "from reportlab.pdfbase import pdfmetrics;"
        "body, _ = stacks(Fonts(Path(sys.argv[1])));"
        "names = lambda: sorted(n.partition('-')[0] for n in pdfmetrics._fonts if '-' in n and n[0] in 'NBH');"
        "body.width('李明', 9); print(*names()); body.width('\\U0002129F𡝠', 9); print(*names())"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code, fonts.cache], capture_output=True, text=True, check=True
    )
    before, after = answer.stdout.splitlines()
    assert "BabelStoneHan" not in before
    assert "HanaMinB" not in before
    assert "BabelStoneHan" in after
