"""What the search for divisions hands to a screen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.errors import Sentence


class DivisionLevel(StrEnum):
    """The five levels of administrative divisions, from the largest to the smallest."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    STREET = "street"
    COMMUNITY = "community"


@dataclass(frozen=True, slots=True)
class DivisionHit:
    """A division found: its code (2, 4, 6, 9 or 12 digits), its names, and what the clerk should know of it."""

    code: str
    name: str
    full_name: str
    level: DivisionLevel
    note: Sentence | None = None
