"""From where to where somebody must have moved for the rules to apply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Zones = Mapping[str, frozenset[str]]
"""Development zones of the statistics bureau's codes (6 digits), and the counties they lie in."""


class ScopeKind(StrEnum):
    """Across which border the move must go."""

    COUNTIES = "counties"
    CITIES = "cities"


@dataclass(frozen=True, slots=True)
class Scope:
    """Across which border, and which counties count as one place, so that moves between them are outside.

    `COUNTIES`: another county, city or district (跨县、市、区). `CITIES`: another city or county, but not
    another district of the same city (公通字〔2021〕12号 第五十八条、第六十三条). Divisions are 6 digits.
    """

    kind: ScopeKind
    as_one: tuple[frozenset[str], ...] = ()

    def covers(self, hukou_division: str, division: str, zones: Zones) -> bool:
        """Tell whether living in `division` with hukou in `hukou_division` is in scope.

        A development zone is no county: it counts as the counties it lies in, and whoever may have moved
        only within one of them is not said to have left it.
        """
        return not any(
            self._same_place(one, other)
            for one in zones.get(hukou_division, (hukou_division,))
            for other in zones.get(division, (division,))
        )

    def _same_place(self, one: str, other: str) -> bool:
        if one == other or any(one in area and other in area for area in self.as_one):
            return True
        if self.kind is ScopeKind.COUNTIES or one[:4] != other[:4]:
            return False
        return is_urban(one) and is_urban(other)


def is_urban(division: str) -> bool:
    """Tell a district of a city (市辖区) from a county or county-level city, by GB/T 2260.

    Districts end in 01–20, in the municipalities also in 51–60 (崇明, 铜梁 …); 71–79 are the statistics
    bureau's development zones, which lie in districts. Prefectures (third and fourth digit 21–50) and the
    counties that a province runs itself (90) have no districts: there 01–20 are county-level cities.
    """
    city, last = int(division[2:4]), int(division[4:])
    if 21 <= city <= 50 or city == 90:
        return False
    in_municipality = division[:2] in ("11", "12", "31", "50") and city == 1
    return 1 <= last <= 20 or 71 <= last <= 79 or (in_municipality and 51 <= last <= 60)
