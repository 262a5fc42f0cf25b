"""Make divisions.csv.xz from the upstream tables: python make_divisions.py <folder with the tables>.

The folder holds `divisions.csv.xz` (code, name, level) and any number of `communities-*.csv.xz` (code,
name). README.md beside this file says where they come from and what the columns made here mean.
"""

from __future__ import annotations

import csv
import lzma
import re
import sys
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

from pypinyin import Style, pinyin

HERE = Path(__file__).parent
MOST = 4
GROUPING = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
COMMUNITY = re.compile(r"(?:居民委员会|居委会)$")
VILLAGE = re.compile(r"村?(?:村民委员会|村委会)$")


def upstream(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Give code, name and level of every division, in the order of the tree."""
    rows = []
    for path in (folder / "divisions.csv.xz", *sorted(folder.glob("communities-*.csv.xz"))):
        with lzma.open(path, "rt", encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                rows.append((row["code"], row["name"].strip(), row.get("level") or "community"))
    return iter(sorted(rows, key=lambda row: (row[0].ljust(12, "0"), len(row[0]))))


def mark(code: str, name: str, level: str) -> str:
    """Tell what is not a division of GB/T 2260: "grouping", "statistical", or neither ("")."""
    if level in ("city", "county") and name in GROUPING:
        return "grouping"
    # GB/T 2260 counts districts from 01, counties from 21 and cities from 81; the bureau's zones from 71
    return "statistical" if level == "county" and code[4] == "7" else ""


def spoken(name: str) -> str:
    """The name as it is typed: a committee by the name of its community or village."""
    return VILLAGE.sub("村", COMMUNITY.sub("", name)) or name


def load_readings() -> tuple[dict[str, list[list[str]]], int]:
    """The own readings of words and characters in place names, and the length of the longest word."""
    table: dict[str, list[list[str]]] = {}
    with (HERE / "place_readings.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            table.setdefault(row["text"], []).append(row["pinyin"].split())
    return table, max(map(len, table))


def usual(name: str) -> list[str]:
    """pypinyin's reading of each character, "" where it has none."""
    syllables: list[str] = []
    for [reading, *_] in pinyin(name, style=Style.NORMAL, v_to_u=False):
        syllables += [reading] if reading.isascii() and reading.isalpha() else [""] * len(reading)
    if len(syllables) != len(name):
        raise ValueError(f"{name}: {syllables}")
    return syllables


def read(name: str, table: dict[str, list[list[str]]], longest: int) -> list[list[str]]:
    """Give at most four readings of a place name, the usual one first, as lists of syllables."""
    found, place = [], 0
    plain = usual(name)
    while place < len(name):
        for length in range(min(longest, len(name) - place), 0, -1):
            if own := table.get(name[place : place + length]):
                found.append(own)
                break
        else:
            length = 1
            found.append([[plain[place]]])
        place += length
    every = ([syllable for part in parts for syllable in part if syllable] for parts in product(*found))
    return list(islice(every, MOST))


def main(folder: Path) -> None:
    """Write divisions.csv.xz beside this file; the same tables and pypinyin give the same bytes."""
    table, longest = load_readings()
    lines = ["code,name,level,pinyin,initials,mark"]
    for code, name, level in upstream(folder):
        ways = read(spoken(name), table, longest)
        full = " ".join(dict.fromkeys("".join(way) for way in ways))
        first = " ".join(dict.fromkeys("".join(syllable[0] for syllable in way) for way in ways))
        lines.append(f"{code},{name},{level},{full},{first},{mark(code, name, level)}")
    data = ("\n".join(lines) + "\n").encode()
    packed = lzma.compress(data, preset=9 | lzma.PRESET_EXTREME, check=lzma.CHECK_CRC64)
    (HERE / "divisions.csv.xz").write_bytes(packed)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
