"""Which characters the fonts can draw, known without opening them."""

from __future__ import annotations

import struct
import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from printing.errors import FontTrouble, Missing

TABLE = Path(__file__).parent / "coverage.txt"

_BLANK = frozenset("\t\n\r\v\f")  # set as a space; need no glyph


def missing_glyphs(text: str, own: Sequence[Path] = ()) -> tuple[Missing, ...]:
    """Name the characters of a text that neither the shipped fonts nor the station's `own` can draw.

    Each is named once, in the order of the text. Costs microseconds; opens an own font only when the
    shipped ones lack a character. An own font that cannot be used on paper counts as not there.
    """
    lacking = [character for character in dict.fromkeys(text) if not _shipped(character)]
    for path in own if lacking else ():
        try:
            drawn = characters_of(path)
        except FontTrouble:
            continue
        lacking = [character for character in lacking if ord(character) not in drawn]
    return tuple(Missing(character, f"U+{ord(character):04X}") for character in lacking)


def _shipped(character: str) -> bool:
    if " " <= character <= "~" or character in _BLANK:
        return True
    starts, ends = _ranges()
    place = bisect_right(starts, ord(character)) - 1
    return place >= 0 and ord(character) <= ends[place]


@cache
def _ranges() -> tuple[list[int], list[int]]:
    starts, ends = [], []
    for line in TABLE.read_text("ascii").splitlines():
        if not line.startswith("#"):
            first, _, last = line.partition("-")
            starts.append(int(first, 16))
            ends.append(int(last or first, 16))
    return starts, ends


def table(characters: Iterable[int]) -> str:
    """Write code points as the coverage table: one range a line, in hexadecimal."""
    runs: list[list[int]] = []
    for code in sorted(characters):
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    lines = [f"{first:x}" if first == last else f"{first:x}-{last:x}" for first, last in runs]
    return "\n".join(
        ["# What body and heading fonts can both draw, with the rare ones behind them", *lines, ""]
    )


def characters_of(path: Path) -> frozenset[int]:
    """Give the code points for which a TrueType file has a drawable glyph.

    Raises `FontTrouble` for a file that cannot be read or has no TrueType (glyf) outlines, which is
    what can be put on paper.
    """
    try:
        return _characters_of(path, path.stat().st_mtime_ns)
    except (OSError, struct.error, KeyError, IndexError, ValueError, AssertionError, MemoryError) as error:
        raise FontTrouble(
            "字体文件“{name}”无法读取、已损坏或不是 TrueType（glyf）轮廓，不能用于打印。", name=path.name
        ) from error


def unusable(own: Sequence[Path]) -> tuple[str, ...]:
    """Name the own fonts that cannot be used: no TrueType outlines, damaged, or not readable."""
    names = []
    for path in own:
        try:
            characters_of(path)
        except FontTrouble:
            names.append(path.name)
    return tuple(names)


@cache
def _characters_of(path: Path, _changed: int) -> frozenset[int]:
    content = path.read_bytes()
    if content[:4] not in (b"\x00\x01\x00\x00", b"true"):
        raise ValueError("no TrueType outlines")
    tables = _tables(content)
    blank = _empty_glyphs(tables)
    spaces = {0x20, 0xA0, *range(0x2000, 0x200B), 0x3000}
    found = _character_map(tables[b"cmap"])
    return frozenset(
        code for code, glyph in found.items() if glyph and (glyph not in blank or code in spaces)
    )


def _tables(content: bytes) -> dict[bytes, bytes]:
    """Cut a font into its tables; ValueError for one that is cut off or differs from its checksum.

    A damaged outline would be drawn as something else, and nothing on the page would tell.
    """
    tables = {}
    for place in range(12, 12 + 16 * struct.unpack_from(">H", content, 4)[0], 16):
        tag, checksum, offset, length = struct.unpack_from(">4sLLL", content, place)
        table = content[offset : offset + length]
        if len(table) != length or _checksum(table, tag) != checksum:
            raise ValueError(f"{tag!r} is damaged")
        tables[tag] = table
    return tables


def _checksum(table: bytes, tag: bytes) -> int:
    """Add up a table's words, the `head` table without its own sum, as OpenType lays it down."""
    if tag == b"head":
        table = table[:8] + bytes(4) + table[12:]
    padded = table + bytes(-len(table) % 4)
    words = array("I", padded)
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF


def _empty_glyphs(tables: dict[bytes, bytes]) -> frozenset[int]:
    long = struct.unpack_from(">h", tables[b"head"], 50)[0]
    raw = tables[b"loca"]
    assert tables[b"glyf"]
    places = struct.unpack(f">{len(raw) // 4}L", raw) if long else struct.unpack(f">{len(raw) // 2}H", raw)
    return frozenset(n for n in range(len(places) - 1) if places[n] == places[n + 1])


def _character_map(cmap: bytes) -> dict[int, int]:
    """Read the Unicode subtables, formats 4 and 12, as OpenType lays them down."""
    found: dict[int, int] = {}
    for place in range(4, 4 + 8 * struct.unpack_from(">H", cmap, 2)[0], 8):
        platform, encoding, offset = struct.unpack_from(">HHL", cmap, place)
        if platform not in (0, 3) or (platform == 3 and encoding not in (1, 10)):
            continue
        shape = struct.unpack_from(">H", cmap, offset)[0]
        if shape == 12:
            for group in range(struct.unpack_from(">L", cmap, offset + 12)[0]):
                first, last, glyph = struct.unpack_from(">LLL", cmap, offset + 16 + 12 * group)
                found.update(zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True))
        elif shape == 4:
            found.update(_format_4(cmap, offset))
    return found


def _format_4(cmap: bytes, offset: int) -> dict[int, int]:
    count = struct.unpack_from(">H", cmap, offset + 6)[0] // 2
    ends, starts, deltas, shifts = (
        struct.unpack_from(f">{count}H", cmap, offset + 14 + 2 * count * part + (2 if part else 0))
        for part in range(4)
    )
    found = {}
    for n in range(count):
        for code in range(starts[n], min(ends[n], 0xFFFE) + 1):
            if shifts[n]:
                at = offset + 16 + 6 * count + 2 * n + shifts[n] + 2 * (code - starts[n])
                glyph = struct.unpack_from(">H", cmap, at)[0]
                found[code] = (glyph + deltas[n]) & 0xFFFF if glyph else 0
            else:
                found[code] = (code + deltas[n]) & 0xFFFF
    return found
