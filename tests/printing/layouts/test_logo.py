"""A logo stands beside the station, or is refused with its reason."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import pdfa

from printing.fonts import Fonts
from printing.layouts import BadLayout, read
from printing.logo import BadLogo
from printing.logo import read as read_logo
from printing.pdfium import opened
from tests.printing.layouts.drawing import drawn, png, written
from tests.printing.samples.permits import photo_of


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
