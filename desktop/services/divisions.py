"""Divisions picked by name, pinyin, initials or code, the likeliest and nearest first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import Final

from desktop.domain.errors import sentence
from desktop.models.divisions import COMMUNITY, LEVELS, DivisionIndex, Kind, Match
from desktop.services.division_rows import DivisionHit, DivisionLevel
from desktop.services.division_terms import EXACT_ENDS, distance, is_whole, read_code, read_terms
from desktop.services.rights import open_to

_LENGTH: Final = dict(zip(DivisionLevel, LEVELS, strict=True))
_LEVEL: Final = dict(zip(LEVELS, DivisionLevel, strict=True))
_COUNTY: Final = _LENGTH[DivisionLevel.COUNTY]

_EXACT_CODE, _EXACT, _PREFIX, _EXACT_INITIALS, _INITIALS, _CONTAINS = range(6)
_REMEMBERED: Final = 4096
"""Written paths kept in memory: the table never changes while the program runs."""
_ENOUGH, _FEW, _MOST_PLACES, _MOST_SCOPES, _LONGEST_INITIALS = 200, 20, 64, 4, 10

_ZONE = sentence(
    "divisions",
    "“{zone}”（{code}）是统计用区划，不是国家标准 GB/T 2260 的县级区划；填写常住户口所在地时请选所属的区县",
)

Found = dict[str, tuple[int, int]]
"""Code to rank and to the length of what was matched."""


class Divisions:
    """The search over an index of divisions; nothing typed into it makes it raise.

    Codes abolished before the table's date (2023-06-30) are not in it.
    """

    def __init__(self, index: DivisionIndex) -> None:
        self._index = index
        self._written: dict[str, tuple[str, ...]] = {}

    @open_to("the table of divisions is public")
    def search(
        self,
        text: str,
        *,
        levels: Collection[DivisionLevel],
        within: str = "",
        near: str = "",
        limit: int = 20,
        with_zones: bool = False,
    ) -> tuple[DivisionHit, ...]:
        """Give at most `limit` divisions of the levels asked for, the likeliest first.

        The order: exact code; exact name or pinyin, with or without 省, 市, 区, 县, 街道 …; their
        beginnings; initials; two characters or more inside the name. Among equals the counties of
        GB/T 2260 come before the statistics bureau's zones, then what lies in the same county, city or
        province as the code `near`, then larger divisions and shorter names. Several terms narrow down
        from the larger to the smaller (济南 历下, "sd jn lx", 山东省济南市历下区).

        `within` is the code of a division that holds the hits; `with_zones` also looks into the
        bureau's zones of its city, since a zone's streets lie in real districts (孙村街道 in 370176).
        An empty text lists what is `within`, by code. Communities are found by their initials, or by a
        part inside the name, only in the city of `within`, of `near` or of a named larger division.
        """
        wanted = sorted(_LENGTH[level] for level in set(levels))
        inside, beside = read_code(within), read_code(near)
        if not wanted or limit <= 0 or (within.strip() and not inside):
            return ()
        terms = read_terms(text)
        if not terms:
            return self._hits(self._listed(wanted, inside, limit)) if inside else ()
        places = [inside]
        if with_zones and len(inside) == _COUNTY:
            places += sorted(zone for zone in self._zones if zone[:4] == inside[:4] and zone != inside)
        found = self._find(terms, wanted, places, beside)

        def rank(code: str) -> tuple[int | str | bool, ...]:
            matched, length = found[code]
            zone = code in self._zones or not code.startswith(inside)
            return matched, zone, distance(code, beside), len(code), length, code

        return self._hits(sorted(found, key=rank)[:limit])

    @open_to("the table of divisions is public")
    def name(self, code: str) -> str:
        """The division's own name, "" for a code that the table does not have; padding zeros are fine."""
        return "".join(self._index.names([self._known(code)]).values())

    @open_to("the table of divisions is public")
    def path(self, code: str) -> tuple[str, ...]:
        """The names from the province down, without grouping rows (市辖区); () for an unknown code."""
        path = self._written.get(code)
        if path is None:
            known = self._known(code)
            path = self._paths([known]).get(known, ())
            if len(self._written) >= _REMEMBERED:
                self._written.clear()
            self._written[code] = path
        return path

    @open_to("the table of divisions is public")
    def full_name(self, code: str) -> str:
        """The names from the province down in one line, 山东省济南市历下区; "" for an unknown code."""
        return "".join(self.path(code))

    @open_to("the table of divisions is public")
    def known_county_codes(self) -> frozenset[str]:
        """The six-digit codes of the counties of 2023: for advice only, never to refuse a number.

        Codes abolished before are absent, and an ID number keeps the code of the place of first coding.
        """
        return self._index.marked("", _COUNTY)

    @cached_property
    def _zones(self) -> frozenset[str]:
        return self._index.marked("statistical", _COUNTY)

    @cached_property
    def _grouping(self) -> frozenset[str]:
        return self._index.marked("grouping", _LENGTH[DivisionLevel.CITY]) | self._index.marked(
            "grouping", _COUNTY
        )

    def _known(self, code: str) -> str:
        """The code as the table has it, padding zeros cut (370100 is 3701); "" when it is not there."""
        digits = read_code(code)
        cuts = [
            digits[:length] for length in LEVELS if length <= len(digits) and not digits[length:].strip("0")
        ]
        return max(self._index.names(cuts), key=len, default="")

    def _paths(self, codes: Iterable[str]) -> dict[str, tuple[str, ...]]:
        steps = {code: [code[:length] for length in LEVELS if length <= len(code)] for code in codes if code}
        names = self._index.names(sorted({step for line in steps.values() for step in line}))
        return {
            code: tuple(dict.fromkeys(names[step] for step in line if step not in self._grouping))
            for code, line in steps.items()
        }

    def _hits(self, codes: Sequence[str]) -> tuple[DivisionHit, ...]:
        paths = self._paths([*codes, *{code[:_COUNTY] for code in codes if code[:_COUNTY] in self._zones}])
        hits = []
        for code in codes:
            path, zone = paths[code], code[:_COUNTY]
            note = _ZONE.fill(zone=paths[zone][-1], code=zone) if zone in self._zones else None
            hits.append(DivisionHit(code, path[-1], "".join(path), _LEVEL[len(code)], note))
        return tuple(hits)

    def _listed(self, wanted: Sequence[int], inside: str, limit: int) -> list[str]:
        rows = (row for level in wanted for row in self._index.coded(inside, level, limit))
        return [code for code, _ in rows if code not in self._grouping][:limit]

    def _find(self, terms: list[str], wanted: Sequence[int], places: list[str], near: str) -> Found:
        """Match what was typed in the likeliest reading of its spaces that gives anything."""
        found = self._narrowed(terms, wanted, places, near)
        if len(terms) > 1 and all(term.isascii() and term.isalpha() for term in terms):
            syllables = "".join(terms)  # "lu an" is 六安, "bei jing dong cheng" 北京 东城
            whole = self._starting("pinyin", syllables, wanted, places, near)
            found = {**found, **whole} or self._joined(syllables, wanted, places, near)
        if not found and len(terms) > 1:
            found = self._narrowed(terms[::-1], wanted, places, near)
        return found

    def _narrowed(self, terms: Sequence[str], wanted: Sequence[int], places: list[str], near: str) -> Found:
        """Match the last term inside what the terms before it name."""
        *larger, last = terms
        for term in larger:
            places = self._places(self._beginning(term, _above(wanted), places, near), near)
            if not places:
                return {}
        found = self._beginning(last, wanted, places, near) or self._joined(last, wanted, places, near)
        if len(found) < _FEW and not last.isascii():
            for level in wanted:
                for below in self._scopes(level, places, near, narrow=True):
                    matches = self._index.containing(last, level, below, _ENOUGH)
                    for code, name in self._inside(matches, places):
                        found.setdefault(code, (_CONTAINS, len(name)))
        return found

    def _joined(self, term: str, wanted: Sequence[int], places: list[str], near: str) -> Found:
        """Read a term without spaces as a larger division's whole name and the rest (济南历下)."""
        for cut in range(len(term) - 1, 1, -1):
            heads = self._beginning(term[:cut], _above(wanted), places, near)
            whole = {code: match for code, match in heads.items() if match[0] in (_EXACT, _EXACT_INITIALS)}
            if whole:
                inner, rest = self._places(whole, near), term[cut:]
                found = self._beginning(rest, wanted, inner, near) or self._joined(rest, wanted, inner, near)
                if found:
                    return found
        return {}

    def _places(self, found: Found, near: str) -> list[str]:
        """The best matches of a larger division, none of them inside another."""
        best = sorted(found, key=lambda code: (found[code][0], distance(code, near), len(code), code))
        kept: list[str] = []
        for code in sorted(best[:_MOST_PLACES], key=len):
            if not code.startswith(tuple(kept)):
                kept.append(code)
        return kept

    def _beginning(self, term: str, levels: Sequence[int], places: list[str], near: str) -> Found:
        """Divisions whose code, name, pinyin or initials begin with a term."""
        if term.isascii() and term.isalpha():
            found = self._starting("pinyin", term, levels, places, near)
            if len(found) < _ENOUGH and len(term) <= _LONGEST_INITIALS:
                found = {**self._starting("initials", term, levels, places, near), **found}
            return found
        found = self._starting("name", term, levels, places, near)
        if code := read_code(term):
            whole = self._known(code)
            rows = [row for level in levels for row in self._index.coded(code, level, _ENOUGH)]
            rows += [(whole, "")] if len(whole) in levels else []
            for row, _ in self._inside(rows, places):
                found[row] = (_EXACT_CODE if row == whole else _PREFIX, len(row))
        return found

    def _starting(self, kind: Kind, term: str, levels: Sequence[int], places: list[str], near: str) -> Found:
        exact, prefix = (_EXACT_INITIALS, _INITIALS) if kind == "initials" else (_EXACT, _PREFIX)
        found: Found = {}
        for level in levels:
            matches: list[Match] = []
            for below in self._scopes(level, places, near, narrow=kind == "initials"):
                some = self._index.starting(kind, term, level, below, _ENOUGH)
                if len(some) >= _ENOUGH:
                    some += self._beyond_enough(kind, term, level, below, near)
                matches += some
            for code, text in self._inside(matches, places):
                rank = (exact if is_whole(kind, term, text) else prefix, len(text))
                found[code] = min(rank, found.get(code, rank))
        return found

    def _beyond_enough(self, kind: Kind, term: str, level: int, below: str, near: str) -> list[Match]:
        """The whole names and the near ones among more matches than were looked at."""
        more: list[Match] = []
        for length in (6, 4, 2):
            if len(near) >= length and near[:length].startswith(below) and len(more) < _FEW:
                more += self._index.starting(kind, term, level, near[:length], _ENOUGH)
        for end in EXACT_ENDS[kind] if is_whole(kind, term, term) else ():
            more += self._index.starting(kind, term + end, level, below, _FEW)
        return more

    def _scopes(self, level: int, places: list[str], near: str, *, narrow: bool) -> list[str]:
        """Where to ask the index; communities, when they must be scanned, no wider than a city each."""
        if level != COMMUNITY or not narrow:
            return places if len(places) <= _MOST_SCOPES else [""]
        cities = {place for place in places if len(place) >= 4}
        return sorted(cities)[:_MOST_SCOPES] if cities else [near[:4]] if len(near) >= 4 else []

    def _inside(self, matches: Iterable[Match], places: list[str]) -> list[Match]:
        beginnings = tuple(places)
        return [row for row in matches if row[0].startswith(beginnings) and row[0] not in self._grouping]


def _above(wanted: Sequence[int]) -> list[int]:
    """The levels that may hold a wanted one."""
    return [level for level in LEVELS if level < wanted[-1]]
