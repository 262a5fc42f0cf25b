"""Files that are no papers: answered with a reason, never with an exception, never taken for genuine."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
import zxingcpp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from printing.seal.findings import Reason, Verdict
from printing.seal.keys import Keys
from printing.verify.papers import check_file
from printing.verify.sheets import MOST_BYTES
from tests.printing.seal.station import TODAY
from tests.printing.verify.photographs import jpeg, scanned

gently = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few hundred bytes that says it has so many pixels."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"%PDF-1.7",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0" + bytes(50),
        b"GIF89a" + bytes(20),
        b"RC1:",
    ],
)
def test_what_is_no_picture_is_said_to_be_none(content: bytes, keys: Keys) -> None:
    found = check_file(content, keys, TODAY)
    assert (found.verdict, found.reason) == (Verdict.UNREADABLE, Reason.NOT_A_PICTURE)


@pytest.mark.parametrize("size", [(20_000, 20_000), (60_000, 60_000), (2**31 - 1, 2**31 - 1)])
def test_a_decompression_bomb_is_not_unpacked(size: tuple[int, int], keys: Keys) -> None:
    found = check_file(bomb(*size), keys, TODAY)
    assert found.verdict is Verdict.UNREADABLE
    assert found.reason in (Reason.TOO_LARGE, Reason.NOT_A_PICTURE)


def test_a_file_too_large_is_not_read(keys: Keys) -> None:
    assert check_file(b"\xff\xd8" + bytes(MOST_BYTES), keys, TODAY).reason is Reason.TOO_LARGE


def test_a_pdf_as_large_as_a_house_is_not_drawn(keys: Keys) -> None:
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, pagesize=(14_000, 14_000))
    canvas.showPage()
    canvas.save()
    assert check_file(out.getvalue(), keys, TODAY).reason is Reason.TOO_LARGE


def test_somebody_elses_code_is_said_to_be_none_of_ours(keys: Keys) -> None:
    code = zxingcpp.create_barcode("https://example.com/pay", zxingcpp.BarcodeFormat.QRCode).to_image(scale=8)
    height, width = memoryview(code).shape
    found = check_file(jpeg(Image.frombytes("L", (width, height), bytes(memoryview(code)))), keys, TODAY)
    assert (found.verdict, found.reason) == (Verdict.UNREADABLE, Reason.NOT_OUR_CODE)


def test_a_code_of_another_station_is_not_ours(certificate_pdf: bytes) -> None:
    assert check_file(certificate_pdf, Keys(), TODAY).verdict is Verdict.NOT_OURS


@gently
@given(st.binary(max_size=400))
def test_any_bytes_are_answered(keys: Keys, content: bytes) -> None:
    assert check_file(content, keys, TODAY).verdict is Verdict.UNREADABLE


@gently
@given(st.data())
def test_a_spoiled_pdf_is_answered_and_a_spoiled_code_never_trusted(
    keys: Keys, certificate_pdf: bytes, data: st.DataObject
) -> None:
    spoiled = bytearray(certificate_pdf)
    for _ in range(data.draw(st.integers(1, 12))):
        spoiled[data.draw(st.integers(0, len(spoiled) - 1))] = data.draw(st.integers(0, 255))
    found = check_file(bytes(spoiled), keys, TODAY)
    if found.verdict is Verdict.GENUINE:
        assert found.claims is not None
        assert found.claims.number.startswith("11370102001")


@gently
@given(st.data())
def test_a_spoiled_photo_is_answered(keys: Keys, certificate_pdf: bytes, data: st.DataObject) -> None:
    spoiled = bytearray(jpeg(scanned(certificate_pdf, dpi=72)))
    for _ in range(data.draw(st.integers(1, 12))):
        spoiled[data.draw(st.integers(0, len(spoiled) - 1))] = data.draw(st.integers(0, 255))
    assert check_file(bytes(spoiled), keys, TODAY).sentence
