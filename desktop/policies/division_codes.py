"""The division codes that a pack may name: counties, today's and those abolished since 2000, and streets.

Today's are those of the table that the desk looks addresses up in (a test compares them): GB/T 2260 and the
statistics bureau's development zones, 2023-06-30. Notices and old registrations still name the abolished ones.
"""

from __future__ import annotations

import lzma
from functools import cache
from pathlib import Path

COUNTIES = Path(__file__).with_name("counties.csv")
STREETS = Path(__file__).with_name("streets.txt.xz")


@cache
def counties() -> frozenset[str]:
    """Give every county's code, 6 digits, abolished ones too."""
    rows = COUNTIES.read_text(encoding="ascii").splitlines()[1:]
    return frozenset(row[:6] for row in rows)


@cache
def streets() -> frozenset[str]:
    """Give every street's and town's code, 9 digits; takes some 10 ms, so not for every start."""
    return frozenset(lzma.decompress(STREETS.read_bytes()).decode("ascii").split())


def begins_a_county(digits: str) -> bool:
    """Tell whether a province, city or county (2, 4 or 6 digits, or none for the nation) has any county."""
    return any(code.startswith(digits) for code in counties())
