from __future__ import annotations

from io import BytesIO

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from printing import barcode
from printing.errors import BadBarcode

CODE128 = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.Code128)


def seen(symbol: str) -> str:
    """Decode a symbol drawn three dots a module, as a 300 dpi head prints it; empty where none is read."""
    blank = "0" * barcode.QUIET
    line = b"".join(b"\x00\x00\x00" if it == "1" else b"\xff\xff\xff" for it in blank + symbol + blank)
    picture = memoryview(line * 30).cast("B", (30, len(line)))
    found = zxingcpp.read_barcodes(picture, formats=CODE128)
    assert len(found) <= 1
    return found[0].text if found else ""


def read(symbol: str) -> str:
    """Decode a symbol that is one."""
    found = seen(symbol)
    assert found
    return found


@given(st.from_regex(r"[0-9]{24}", fullmatch=True))
@settings(max_examples=200, deadline=None)
def test_every_24_digit_number_reads_back(number: str) -> None:
    assert read(barcode.modules(number)) == number


def test_no_bar_printed_wrong_makes_another_number() -> None:
    """Every module of the symbol turned over in its place: it reads as it was, or not at all."""
    number = "113701020012026112101001"
    whole = barcode.modules(number)
    for place, module in enumerate(whole):
        spoiled = f"{whole[:place]}{'10'[int(module)]}{whole[place + 1 :]}"
        assert seen(spoiled) in ("", number), place


def test_no_digit_is_read_for_another_when_a_symbol_character_is_swapped() -> None:
    """Two digits of one number put into the symbol of another break its check character."""
    one, other = (barcode.modules(f"1137010200120261121010{pair}") for pair in ("01", "02"))
    for start in range(0, len(one) - 13, 11):
        mixed = one[:start] + other[start : start + 11] + one[start + 11 :]
        assert seen(mixed) in ("", "113701020012026112101001"), start


@given(st.from_regex(r"99[0-9]{0,30}", fullmatch=True))
@settings(max_examples=100, deadline=None)
def test_a_leading_99_is_kept(number: str) -> None:
    assert read(barcode.modules(number)) == number


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=30))
@settings(max_examples=200, deadline=None)
def test_any_printable_ascii_reads_back(text: str) -> None:
    assert read(barcode.modules(text)) == text


def test_the_encoder_by_itself_still_drops_a_leading_99() -> None:
    """When this fails, python-barcode is mended and our encoder may go."""
    from barcode.codex import Code128

    assert read(Code128("9900112233").build()[0]) == "00112233"


def test_the_length_guard_stops_a_symbol_that_lost_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    from barcode.codex import Code128

    monkeypatch.setattr(barcode, "_encoder", lambda: Code128)
    with pytest.raises(BadBarcode, match="9900112233"):
        barcode.modules("9900112233")


@pytest.mark.parametrize("text", ["", "李", "é", "１２", "\n", "12\x7f"])
def test_what_the_symbol_cannot_hold_is_refused(text: str) -> None:
    with pytest.raises(BadBarcode):
        barcode.modules(text)


def test_a_paper_number_is_42_mm_wide_without_its_quiet_zone() -> None:
    number = "113701020012026112101001"
    assert len(barcode.modules(number)) == 167
    assert barcode.width(number) / 72 * 25.4 == pytest.approx((167 + 20) * 0.254)


def test_the_bars_are_one_path() -> None:
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, pageCompression=0)
    barcode.draw(canvas, "113701020012026112101001", 100, 100, 30)
    canvas.save()
    operators = out.getvalue().split(b"stream")[1].split()
    assert operators.count(b"re") == 14 * 3 + 4  # three bars a character, four in the stop
    assert sum(operators.count(fill) for fill in (b"f", b"f*", b"B", b"F")) == 1
