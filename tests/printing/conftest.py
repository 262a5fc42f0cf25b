"""The shipped fonts, and papers and permits to draw with them."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace, TTFontMaker

from printing.documents import Document, PermitCard, RegistrationCertificate
from printing.fonts import Fonts, font_file
from tests.printing.samples.papers import NORMAL, PAPERS
from tests.printing.samples.permits import CARD, CARDS


@pytest.fixture(scope="session")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Fonts:
    """The shipped fonts, unpacked once for all workers of a test run."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    return Fonts(shared / "fonts")


@pytest.fixture(params=PAPERS, ids=str)
def paper(request: pytest.FixtureRequest) -> Document:
    """Each paper of `PAPERS` in turn."""
    return PAPERS[request.param]


@pytest.fixture(params=CARDS, ids=str)
def card(request: pytest.FixtureRequest) -> PermitCard:
    """Each permit of `CARDS` in turn."""
    return CARDS[request.param]


@pytest.fixture
def permit() -> PermitCard:
    """An ordinary permit."""
    return CARD


@pytest.fixture
def certificate() -> RegistrationCertificate:
    """An ordinary registration certificate."""
    document = NORMAL["registration_certificate"]
    assert isinstance(document, RegistrationCertificate)
    return document


@pytest.fixture
def normal() -> dict[str, Document]:
    """One ordinary paper of each kind."""
    return NORMAL


@pytest.fixture
def longest() -> dict[str, Document]:
    """The longest paper of each kind."""
    return {name.removeprefix("longest-"): it for name, it in PAPERS.items() if name.startswith("longest-")}


LACKING, EMPTY = 0x30041, 0x30043


@pytest.fixture(scope="session")
def own_font(fonts: Fonts, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A station's own font: U+30041 drawn, U+30043 present but empty; the shipped fonts have neither."""
    face = TTFontFace(str(font_file(fonts.cache, "NotoSerifSC-Regular")))
    content = face.makeSubset([0, ord("国"), ord(" ")])
    maker = TTFontMaker()
    for place in range(12, 12 + 16 * struct.unpack_from(">H", content, 4)[0], 16):
        tag, _, offset, length = struct.unpack_from(">4sLLL", content, place)
        maker.add(tag.decode(), content[offset : offset + length])
    groups = struct.pack(">6L", LACKING, LACKING, 1, EMPTY, EMPTY, 2)
    subtable = struct.pack(">HHLLL", 12, 0, 16 + len(groups), 0, 2) + groups
    maker.add("cmap", struct.pack(">HHHHL", 0, 1, 3, 10, 12) + subtable)
    path = tmp_path_factory.mktemp("own") / "own.ttf"
    path.write_bytes(maker.makeStream())
    return path


@pytest.fixture
def longest_day() -> Document:
    """A day summary of many pages, on the practice station."""
    return PAPERS["longest-day_summary"]
