"""Small files that unpack to more than any machine holds: refused from what their heads say, in little memory."""

from __future__ import annotations

import ast
import resource
import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

import desktop
import printing
from desktop.domain.errors import BadInput, CounterError
from desktop.policies import PackError
from desktop.policies.packs import read_pack
from desktop.services import photos
from desktop.services.counter import Counter
from printing.fonts import Fonts
from printing.layouts import BadLayout, read
from printing.logo import BadLogo
from printing.logo import read as read_logo
from printing.verify.sheets import Unreadable, read_sheet


def png(width: int, height: int) -> bytes:
    """A PNG of a few hundred bytes that says it has so many pixels."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">L", len(content)) + name + content + struct.pack(">L", zlib.crc32(name + content))
        )

    head = struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress(bytes(1_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\x80\x00\x00" + b"\x00" * 6 + b";"


def bmp(width: int, height: int) -> bytes:
    head = struct.pack("<LLLLHHLLLLLL", 40, width, height, 0, 1, 24, 0, 0, 0, 0, 0, 0)[:40]
    return b"BM" + struct.pack("<LHHL", 54 + len(head), 0, 0, 54) + head


def tiff_of_many_pages(pages: int) -> bytes:
    out = BytesIO()
    page = Image.new("L", (8, 8))
    page.save(out, "TIFF", save_all=True, append_images=[page] * (pages - 1))
    return out.getvalue()


BOMBS = {
    "png of 60,000 × 60,000": png(60_000, 60_000),
    "png of 2³¹ × 1": png(2**31 - 1, 1),
    "bmp of 50,000 × 50,000": bmp(50_000, 50_000),
    "gif of 65,535 × 65,535": gif(65_535, 65_535),
}


@pytest.fixture
def little_memory() -> Any:
    """Whatever is done takes less than 300 MB more than was taken before."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
@pytest.mark.usefixtures("little_memory")
def test_no_picture_bomb_is_unpacked_wherever_a_picture_is_taken_in(bomb: bytes, tmp_path: Path) -> None:
    assert len(bomb) < 10_000
    with pytest.raises(BadInput):
        photos.open_picture(bomb)
    (tmp_path / "logo.png").write_bytes(bomb)
    with pytest.raises(BadLogo):
        read_logo(tmp_path / "logo.png")
    with pytest.raises(Unreadable):
        read_sheet(bomb)


@pytest.mark.usefixtures("little_memory")
def test_a_picture_a_little_over_what_a_photo_may_have_is_refused_by_its_head() -> None:
    with pytest.raises(BadInput, match="8000×8000像素"):  # fewer than what Pillow itself takes for a bomb
        photos.open_picture(png(8000, 8000))


@pytest.mark.usefixtures("little_memory")
def test_a_picture_of_thousands_of_pages_is_one_picture() -> None:
    picture = photos.open_picture(tiff_of_many_pages(2000))
    assert (picture.width, picture.height) == (8, 8)  # the others are not looked at
    with pytest.raises(BadInput):
        picture.cropped(photos.WHOLE)


@pytest.mark.usefixtures("little_memory")
def test_a_pdf_of_a_page_as_large_as_a_field_is_not_drawn() -> None:
    pdf = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 1000000 1000000]>>endobj\n"
        b"trailer<</Root 1 0 R/Size 4>>\n%%EOF"
    )
    with pytest.raises(Unreadable):
        read_sheet(pdf)


@pytest.mark.parametrize(
    "content",
    [
        b"a = " + b"[" * 50_000,
        b"a = " + b"{b=" * 20_000,
        b"x = 1\n" * 400_000,
        b"\xff\xfe\x00",
        b"a.b" + b".c" * 100_000 + b" = 1",
    ],
    ids=["lists in lists", "tables in tables", "long", "no text", "a key of many parts"],
)
@pytest.mark.usefixtures("little_memory")
def test_a_rule_pack_or_a_layout_that_is_a_bomb_is_refused_with_its_reason(
    content: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "call_list.toml"
    path.write_bytes(content)
    with pytest.raises(PackError):
        read_pack(path, "bomb.toml")
    with pytest.raises(BadLayout):
        read(path, Fonts.at_station(tmp_path / "cache", None))


@pytest.mark.usefixtures("little_memory")
def test_a_file_of_keys_of_a_million_brackets_is_refused(
    station: Counter, template: Any, tmp_path: Path
) -> None:
    for content in (b"[" * 100_000, b'{"format": ' + b"[" * 100_000, b'"' + b"x" * 30_000_000):
        path = tmp_path / "keys.json"
        path.write_bytes(content)
        with pytest.raises(CounterError):
            station.seals.import_keys(template.security, "a request", path)
        with pytest.raises(CounterError):
            station.seals.import_ended(template.security, path)


def test_nothing_of_the_program_unpacks_an_archive_that_somebody_hands_in() -> None:
    """There is none to hand in: packs, layouts, keys and lists are single files of text."""
    unpackers = {"zipfile", "tarfile", "gzip", "bz2"}
    found = set()
    for package in (desktop, printing):
        for path in Path(str(package.__file__)).parent.rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                names = [it.name for it in node.names] if isinstance(node, ast.Import) else []
                names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                found |= {f"{path.name} imports {name}" for name in names if name.split(".")[0] in unpackers}
                if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "unpack_archive":
                    found.add(f"{path.name} unpacks")
    assert found == set()
