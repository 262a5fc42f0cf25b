"""Standard addresses: division, street and community from the data, then road, number, building, room.

Source: the provincial process standard (市-区县-路街巷-号-楼-单元-房号-备注, Arabic digits).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from operator import attrgetter

from desktop.domain.characters import half_width
from desktop.domain.errors import FieldProblem, sentence
from desktop.domain.fields import Seen, read_division, read_text
from desktop.domain.reading import Reader, Reading, given

PART_LIMIT = 50

_NUMERAL = "〇○零一二三四五六七八九十百千两"
_DIGITS = {numeral: value for value, numeral in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "两": 2,
}
_UNITS = {"十": 10, "百": 100, "千": 1000}
# 一号路, 三号桥 are names, not numbers.
_COUNTED = re.compile(rf"([{_NUMERAL}]+)(?=号楼|号院|号(?![路街巷线桥井矿渠闸村])|单元|室|栋|幢|座|层|弄)")
_SUFFIX = {"house_number": "号", "building": "号楼", "unit": "单元", "room": "室"}
_numbered = attrgetter(*_SUFFIX)
_GROUPING = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")


@dataclass(frozen=True, slots=True)
class Address(Seen):
    """Where somebody lives. Codes: division 6 digits, street 9, community 12 or empty.

    The house number, building, unit and room are kept without 号, 号楼, 单元, 室.
    """

    division: str
    street: str
    community: str = ""
    road: str = ""
    house_number: str = ""
    building: str = ""
    unit: str = ""
    room: str = ""
    remark: str = ""


def normalise(text: str) -> str:
    """Give one form to an address typed in many: half-width digits and letters, no blanks between Han.

    Chinese numerals that count a 号, 号楼, 单元, 室, 栋, 幢, 座, 层 or 弄 become Arabic: 十二号楼三单元五〇二室
    is 12号楼3单元502室. Names such as 二环东路 or 一号路 stay.
    """
    text = half_width(text).replace("(", "（").replace(")", "）")
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])", "", text)
    return _COUNTED.sub(lambda found: _arabic(found[1]), text)


def read_address(values: Mapping[str, str]) -> Reading[Address]:
    """Read the address fields; every problem is collected under its field's name."""
    reader = Reader(values)
    division = reader.need("division", lambda text: read_division("division", text, 6))
    street = reader.need("street", lambda text: read_division("street", text, 9))
    community = reader.may("community", lambda text: read_division("community", text, 12), "")
    parts = {name: reader.may(name, partial(_read_part, name), "") for name in ("road", *_SUFFIX)}
    remark = reader.may("address_remark", lambda text: read_text("address_remark", normalise(text)), "")
    if division and street and not street.startswith(division):
        if street[:4] == division[:4] and street[4] == "7":
            # 370171 to 370179 are the statistics bureau's zones; their streets lie in districts by law
            advice = sentence("advice", "所选街道属开发区，统计代码与所选县区不同，请核对。")
            reader.advise("street", advice)
        else:
            reader.add(FieldProblem("street", sentence("errors", "所选街道不在所选县区内，请重新选定。")))
    if street and community and not community.startswith(street):
        reader.add(FieldProblem("community", sentence("errors", "所选社区不在所选街道内，请重新选定。")))
    if not (parts["road"] or community or reader.failed("road") or reader.failed("community")):
        reader.add(FieldProblem("road", sentence("errors", "道路和社区（村）至少填一项。")))
    details = (*_SUFFIX, "address_remark")
    if not (remark or any(parts[name] for name in _SUFFIX) or any(map(reader.failed, details))):
        problem = sentence("errors", "住址不够具体：门牌号、楼号、房号、备注至少填一项。")
        reader.add(FieldProblem("house_number", problem))
    return reader.finish(lambda: Address(given(division), given(street), community, **parts, remark=remark))


def written(address: Address, names: Sequence[str]) -> str:
    """Write an address in the standard order; `names` are those of its divisions, province or city first.

    Grouping rows such as 市辖区 are left out, 居民委员会 and 村民委员会 shortened to what people say.
    """
    numbered = map(_with_suffix, _numbered(address), _SUFFIX.values())
    line = "".join((*_places(tuple(names)), address.road, *numbered))
    return f"{line}（{address.remark}）" if address.remark else line


@lru_cache(maxsize=256)  # a counter registers people of a few neighbourhoods
def _places(names: tuple[str, ...]) -> tuple[str, ...]:
    places: list[str] = []
    for name in map(_spoken, names):
        if name and name not in _GROUPING and name not in places[-1:]:
            places.append(name)
    return tuple(places)


def _read_part(field: str, text: str) -> str:
    part = read_text(field, normalise(text), PART_LIMIT)
    suffix = _SUFFIX.get(field, "")
    if field != "road" and re.fullmatch(rf"[{_NUMERAL}]+", part):
        part = _arabic(part)
    bare = part.removesuffix(suffix)
    return bare if suffix and bare and bare[-1].isascii() else part


def _with_suffix(part: str, suffix: str) -> str:
    """Add 号, 号楼, 单元 or 室 to a bare number; a part that ends in a Han character says itself what it is."""
    return part + suffix if part and part[-1].isascii() else part


def _spoken(name: str) -> str:
    for official, spoken in (
        ("社区居民委员会", "社区"),
        ("社区居委会", "社区"),
        ("村民委员会", "村"),
        ("村委会", "村"),
    ):
        if name.endswith(official):
            stem = name.removesuffix(official)
            return stem if stem.endswith(spoken) else stem + spoken
    return name


def _arabic(numeral: str) -> str:
    if not any(unit in numeral for unit in _UNITS):
        return "".join(str(_DIGITS[digit]) for digit in numeral)
    total, digit = 0, 0
    for character in numeral:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return str(total + digit)
