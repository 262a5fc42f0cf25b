"""Every name prints, and fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from printing.archive import About, open_canvas
from printing.documents import ORIGINAL, CallLine, CallList, Document, PermitCard
from printing.errors import FontTrouble, NoGlyphFontUnusable
from printing.fonts import Fonts
from printing.layout import A4, Measure, Pen
from printing.layouts import Layout
from printing.pdfium import opened
from printing.permit_card import SMALL
from printing.read_back import check, squeezed
from printing.render import render
from printing.templates import measures_of
from printing.typefaces import DRAWING, Stack, _opened, card_stacks, stacks
from tests.printing.hanzi import ALL, BLOCKS, sample
from tests.printing.samples.papers import NORMAL
from tests.printing.samples.permits import CARD
from tests.printing.samples.station import CASE

FACES: dict[str, Callable[[Fonts], Stack]] = {
    "body": lambda fonts: stacks(fonts)[0],
    "heading": lambda fonts: stacks(fonts)[1],
    "card": lambda fonts: card_stacks(fonts)[0],
}
NAME_40 = "阿卜杜热西提·买买提吐尔逊·阿卜力克木·努尔买买提江·伊敏江尼亚孜·吐尔洪江库尔"
ADDRESS_70 = (
    "山东省济南市历下区解放路街道历山东路社区经十路与历山路交叉口东北角万象新天家园三期"
    "A区128号院17号楼4单元2803室（由正东门进入）北侧"
)
ADDRESSES = frozenset({"residence_address", "hukou_address", "station_address", "left_to", "collect_at"})
NAMES = frozenset({"name", "clerk", "agent"})


def test_the_longest_are_as_long_as_they_are_called() -> None:
    assert (len(NAME_40), len(ADDRESS_70)) == (40, 70)
    assert len(ALL) == 87_887 + 622 == len(set(ALL))


def drawn(lines: Sequence[str], stack: Stack) -> bytes:
    """Lines of text on A4, in one face."""
    out = BytesIO()
    with DRAWING:
        canvas = open_canvas(out, (A4.page_width, A4.page_height), stack.name, About("字", "站", "字", ""))
        pen = Pen(canvas, stack, stack)
        for first in range(0, len(lines), 60):
            for place, line in enumerate(lines[first : first + 60]):
                pen.text(A4.left, A4.top - 12.5 * place, line, 10)
            canvas.showPage()
        canvas.save()
    return out.getvalue()


def read(pdf: bytes) -> list[str]:
    """Every line of every page."""
    with opened(pdf) as document:
        return [line for page in document for line in page.get_textpage().get_text_range().split("\r\n")]


def cut(text: str, width: int = 45) -> list[str]:
    return [text[place : place + width] for place in range(0, len(text), width)]


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("block", BLOCKS)
def test_a_sample_of_every_block_is_printed_and_read_back(fonts: Fonts, block: str, face: str) -> None:
    codes = BLOCKS[block]
    lines = cut("".join(chr(code) for code in (*codes[::97], codes[-1])))
    assert read(drawn(lines, FACES[face](fonts))) == lines


def test_a_sample_of_every_block_stands_in_a_document(fonts: Fonts) -> None:
    document = _calls(sample(211))
    check(render(document, ORIGINAL, fonts), document)


@pytest.mark.slow
@pytest.mark.parametrize("face", FACES)
def test_every_hanzi_is_printed_and_read_back(fonts: Fonts, face: str) -> None:
    lines = cut(ALL)
    assert read(drawn(lines, FACES[face](fonts))) == lines


@pytest.mark.slow
def test_every_hanzi_stands_in_a_document_as_a_name(fonts: Fonts) -> None:
    for part in cut(ALL, 8000):
        document = _calls(part)
        check(render(document, ORIGINAL, fonts), document)


def _calls(text: str) -> CallList:
    """A list of people whose names are the text, eight characters each."""
    calls = NORMAL["call_list"]
    assert isinstance(calls, CallList)
    lines = tuple(
        CallLine(name=name, phone="", permit_number="31" + CASE, produced_on=calls.day)
        for name in cut(text, 8)
    )
    return replace(calls, lines=lines)


def longest(document: Document) -> Document:
    """The same with the longest name and address wherever it has one, in its lists too."""
    return _longest(document)  # type: ignore[no-any-return]


def _longest(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_longest(it) for it in value)
    if not hasattr(type(value), "__dataclass_fields__"):
        return value
    changed = {}
    for one in fields(value):
        held = getattr(value, one.name)
        if one.name in NAMES:
            changed[one.name] = NAME_40
        elif one.name in ADDRESSES and held:
            changed[one.name] = ADDRESS_70
        else:
            changed[one.name] = _longest(held)
    return replace(value, **changed)


ON_EVERY_PAPER = [(kind, measure) for kind in NORMAL for measure in measures_of(kind)]


@pytest.mark.parametrize(
    ("kind", "measure"), ON_EVERY_PAPER, ids=lambda it: it.name if isinstance(it, Measure) else str(it)
)
def test_the_longest_name_and_address_fit_and_are_never_cut(
    fonts: Fonts, kind: str, measure: Measure
) -> None:
    document = longest(NORMAL[kind])
    pdf = render(document, ORIGINAL, fonts, layout=Layout(kind, paper=measure.name))
    check(pdf, document)
    with opened(pdf) as pages:
        for page in pages:
            width, height = page.get_size()
            assert width == pytest.approx(measure.page_width, abs=0.01)
            for thing in page.get_objects():
                left, bottom, right, top = thing.get_bounds()
                assert left >= measure.left - 1.5
                assert right <= measure.right + 1.5
                assert 0 < bottom <= top < height
            assert smallest_type(page) >= 8


def test_the_longest_name_and_address_fit_on_a_card(fonts: Fonts) -> None:
    card = longest(CARD)
    assert isinstance(card, PermitCard)
    pdf = render(card, ORIGINAL, fonts)
    check(pdf, card)
    with opened(pdf) as pages:
        assert min(smallest_type(page) for page in pages) >= SMALL


def smallest_type(page: Any) -> float:
    from pypdfium2.raw import FPDFText_GetFontSize

    text = page.get_textpage()
    return min(
        FPDFText_GetFontSize(text, place) for place in range(text.count_chars()) if _inked(text, place)
    )


def _inked(text: Any, place: int) -> bool:
    return bool(squeezed(text.get_text_range(place, 1)))


def test_a_damaged_font_of_the_station_is_named_when_a_character_is_missing(
    fonts: Fonts, tmp_path: Path
) -> None:
    broken = tmp_path / "police.ttf"
    broken.write_bytes(b"\x00\x01\x00\x00" + bytes(100))
    document = replace(NORMAL["registration_certificate"], name="王\U00030041国")  # type: ignore[call-arg]
    with pytest.raises(NoGlyphFontUnusable, match=r"U\+30041.*police\.ttf"):
        render(document, ORIGINAL, Fonts(fonts.cache, (broken,)))
    ordinary = NORMAL["registration_certificate"]
    assert render(ordinary, ORIGINAL, Fonts(fonts.cache, (broken,))) == render(ordinary, ORIGINAL, fonts)


def test_a_font_damaged_after_it_was_looked_at_is_refused(
    fonts: Fonts, own_font: Path, tmp_path: Path
) -> None:
    path = tmp_path / "own.ttf"
    content = bytearray(own_font.read_bytes())
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(FontTrouble, match=r"own\.ttf"):
        _opened(path)
