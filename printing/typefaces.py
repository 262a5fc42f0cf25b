"""Fonts as ReportLab knows them: opened once a process, rare ones only when a text needs them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from pathlib import Path
from threading import RLock
from typing import Any
from zlib import crc32

from printing.errors import FontTrouble, Missing, NoGlyph
from printing.fonts import Fonts
from printing.fonts.coverage import characters_of
from printing.fonts.files import BODY, HEADING, NAMES, RARE, SCREEN, font_file

DRAWING = RLock()
"""Held while a document is drawn: a ReportLab font cannot serve two documents in two threads."""


@dataclass(slots=True)
class Stack:
    """One face as the reader sees it: a first font and what stands in, a character at a time."""

    fonts: Fonts
    first: str
    _chosen: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The first font's name in ReportLab."""
        return str(_opened(font_file(self.fonts.cache, self.first)).fontName)

    def width(self, text: str, size: float) -> float:
        """Give the width of a text in points. Raises `NoGlyph` for a character no font has."""
        total = 0
        for character in text:
            font = self._chosen.get(character) or self._choose(character)
            total += font.face.charWidths[ord(character)]
        return total * size / 1000

    def runs(self, text: str) -> Iterator[tuple[str, str]]:
        """Cut a text into stretches of one font, as (font name, stretch)."""
        chosen = ((self._chosen.get(it) or self._choose(it), it) for it in text)
        for font, run in groupby(chosen, key=lambda pair: pair[0]):
            yield font.fontName, "".join(character for _, character in run)

    def _choose(self, character: str) -> Any:
        for font in self._candidates(ord(character)):
            if ord(character) in font.face.charToGlyph:
                self._chosen[character] = font
                return font
        raise NoGlyph([Missing(character, f"U+{ord(character):04X}")], character)

    def _candidates(self, code: int) -> Iterator[Any]:
        for name in (self.first, *RARE):
            yield _opened(font_file(self.fonts.cache, name))
        for path in self.fonts.own:
            try:
                covered = code in characters_of(path)
            except FontTrouble:
                continue  # as in missing_glyphs: a font that cannot be used counts as not there
            if covered:
                yield _opened(path)


@cache
def stacks(fonts: Fonts) -> tuple[Stack, Stack]:
    """Give the body face (宋体) and the heading face (bold), the same objects every time."""
    return Stack(fonts, BODY), Stack(fonts, HEADING)


@cache
def card_stacks(fonts: Fonts) -> tuple[Stack, Stack]:
    """Give the faces of a card, both sans-serif: at its sizes the thin strokes of a 宋体 break up."""
    return Stack(fonts, SCREEN), Stack(fonts, HEADING)


@cache
def _opened(path: Path) -> Any:
    """Open and register a font; ReportLab keeps it for the life of the process."""
    from reportlab.pdfbase import pdfmetrics, ttfonts  # here for start-up time

    from printing import unicode_map

    unicode_map.install()
    try:
        if path.stem not in NAMES:
            characters_of(path)  # looks at the checksums, which ReportLab does not
        font = ttfonts.TTFont(path.stem, str(path), asciiReadable=0, shapable=False)
    except (ttfonts.TTFError, OSError, ValueError, LookupError, struct.error, AssertionError) as error:
        raise FontTrouble("字体文件“{path}”无法使用，请删除该文件后重试。", path=str(path)) from error
    content = f"{crc32(font.face._ttf_data):08x}"
    font.fontName = f"{path.stem}-{content}"  # by content, so that bytes never depend on the order of opening
    if path.stem not in NAMES:  # two fonts of one name in a document would take each other's characters
        font.face.name += f"-{content}".encode("ascii")
    font.face.get_table = _tables_of(font.face)
    font.face.glyphToChar = {}  # 30,000 lists, for reading the widths only: garbage collection looked through them
    pdfmetrics.registerFont(font)
    return font


def _tables_of(face: Any) -> Any:
    """Give ReportLab's look-up of font tables, less one copy of all outlines for each document."""
    whole = type(face).get_table

    def get_table(tag: str) -> Any:
        return _Outlines(face._ttf_data, *face.get_table_pos(tag)) if tag == "glyf" else whole(face, tag)

    return get_table


@dataclass(frozen=True, slots=True)
class _Outlines:
    """The outline table, of which only the slices asked for are copied."""

    content: bytes
    start: int
    length: int

    def __getitem__(self, part: slice) -> bytes:
        return self.content[self.start + part.start : self.start + part.stop]
