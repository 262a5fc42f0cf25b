"""Read the `[hukou…]` part of a pack: zones, shared conditions, routes, each with its article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from desktop.domain.codes import Education
from desktop.domain.errors import sentence
from desktop.domain.hukou_codes import (
    Degree,
    Dwelling,
    FamilyMember,
    Honour,
    HukouZone,
    JobPlace,
    Kin,
    PolicyGroup,
    RouteKind,
    Skill,
    TalentClass,
    Title,
)
from desktop.domain.hukou_policy import (
    HukouPolicy,
    HukouRoute,
    Onward,
    ParentAges,
    Prize,
    Purchase,
    Qualification,
    ZonePlace,
)
from desktop.domain.policy import Layer
from desktop.domain.rule import Rule
from desktop.policies.readers import Read, Wrong, divisions, flag, known_counties, number, one, some, words

SECTION = "hukou"
_ABOUT = ("basis", "verified", "note")
_MONTHS, _AGE = number(0, 1200), number(0, 150)


def read_hukou(table: Any, layer: Layer, division: str) -> HukouPolicy:
    """Read and check the whole part; Wrong names the first key that breaks the form."""
    parts = dict(_table(SECTION, table))
    zones = _zones(parts.pop("zones", {}), layer.place)
    base = _base(parts.pop("base", {}), layer.place)
    routes = tuple(
        _route(code, entry, base, {zone for zone, _ in zones}, layer.place)
        for code, entry in _table(f"{SECTION}.routes", parts.pop("routes", {})).items()
    )
    history = _rules(f"{SECTION}.history", parts.pop("history", {}), words, layer.place)
    for key in parts:
        raise Wrong(f"{SECTION}.{key}", sentence("policies", "没有这个键。"))
    if not routes:
        raise Wrong(f"{SECTION}.routes", sentence("policies", "缺少这一项。"))
    return HukouPolicy(
        place=layer.place,
        title=layer.title,
        document=layer.document,
        division=division,
        effective_from=layer.effective_from,
        effective_to=layer.effective_to,
        version=f"{layer.place}@{layer.effective_from}",
        zones=zones,
        routes=routes,
        history=tuple(history.items()),
        **base,
    )


def _table(key: str, entry: Any) -> dict[str, Any]:
    if not isinstance(entry, dict):
        raise Wrong(key, sentence("policies", "应为一节，写作[{key}]。").fill(key=key))
    return entry


def _about(key: str, table: dict[str, Any]) -> tuple[str, bool, str]:
    """Take the article out of a table, whether its source was read, and what there is to say."""
    basis, verified, note = (table.pop(name, None) for name in _ABOUT)
    if not isinstance(basis, str) or not basis.strip():
        raise Wrong(key, sentence("policies", "没有写明依据（basis）。"))
    if verified not in (None, True, False) or not isinstance(note or "", str):
        raise Wrong(key, sentence("policies", "verified应为true或false，note应为文字。"))
    if verified is False and not note:
        raise Wrong(key, sentence("policies", "没有核实的、没有规定的，应在note里说明原因。"))
    return basis.strip(), verified is not False, note or ""


def _rule(key: str, entry: Any, read: Read, place: str) -> Rule[Any]:
    table = dict(_table(key, entry))
    basis, verified, note = _about(key, table)
    value = read(key, table)
    _nothing_left(key, table)
    return Rule(value, basis, verified, note, place)


def _rules(key: str, table: Any, read: Read, place: str) -> dict[str, Rule[Any]]:
    return {code: _rule(f"{key}.{code}", entry, read, place) for code, entry in _table(key, table).items()}


def _nothing_left(key: str, table: dict[str, Any]) -> None:
    if table:
        raise Wrong(key, sentence("policies", "没有“{extra}”这一项。").fill(extra=next(iter(table))))


def _zones(table: Any, place: str) -> tuple[tuple[HukouZone, Rule[Any]], ...]:
    key = f"{SECTION}.zones"
    read = _rules(key, table, _places, place)
    if not read:
        raise Wrong(key, sentence("policies", "缺少这一项。"))
    zones = tuple((one(HukouZone)(f"{key}.{code}", {"value": code}), rule) for code, rule in read.items())
    seen: set[str] = set()
    for zone, rule in zones:
        for each in rule.value:
            if each.code in seen:
                reason = sentence("policies", "区划代码{code}重复。").fill(code=each.code)
                raise Wrong(f"{key}.{zone}", reason)
            seen.add(each.code)
    return zones


def _places(key: str, table: dict[str, Any]) -> tuple[ZonePlace, ...]:
    """Read the counties and streets of a zone: `places = [{ code, name, note }]`."""
    places = []
    for entry in _entries(key, "places", table):
        code, name, note = (entry.pop(part, "") for part in ("code", "name", "note"))
        if not isinstance(code, str) or not re.fullmatch(r"[1-9][0-9]{5}(?:[0-9]{3})?", code):
            raise Wrong(key, sentence("policies", "code应为6位（县级）或9位（街道、镇）的区划代码。"))
        known_counties(key, [code[:6]])
        if not isinstance(name, str) or not name.strip() or not isinstance(note, str):
            raise Wrong(key, sentence("policies", "name应为文件里的名称，note应为文字。"))
        _nothing_left(key, entry)
        places.append(ZonePlace(code, name, note))
    return tuple(places)


def _entries(key: str, name: str, table: dict[str, Any]) -> list[dict[str, Any]]:
    values = table.pop(name, None)
    if not isinstance(values, list) or not values or not all(isinstance(each, dict) for each in values):
        raise Wrong(key, sentence("policies", "{name}应为表的列表。").fill(name=name))
    return [dict(each) for each in values]


def _onward(key: str, table: dict[str, Any]) -> Onward:
    return Onward(
        divisions(key, {"value": table.pop("counties", None)}),
        divisions(key, {"value": table.pop("into", None)}),
        _MONTHS(key, {"value": table.pop("months", None)}),
    )


_BASE: Mapping[str, Read] = {
    "outside": divisions,
    "job": one(JobPlace),
    "dwellings": some(Dwelling),
    "waived": some(RouteKind),
    "onward": _onward,
    "native_like": _onward,
    "adult_age": _AGE,
    "no_chain": flag,
}
_SHARED = ("outside", "job", "dwellings", "onward")


def _base(table: Any, place: str) -> dict[str, Rule[Any]]:
    key = f"{SECTION}.base"
    base: dict[str, Rule[Any]] = {}
    for name, entry in _table(key, table).items():
        if name not in _BASE:
            raise Wrong(f"{key}.{name}", sentence("policies", "没有这个键。"))
        base[name] = _rule(f"{key}.{name}", entry, _BASE[name], place)
    for name in _BASE:
        if name not in base:
            raise Wrong(f"{key}.{name}", sentence("policies", "缺少这一项。"))
    return base


def _parent_ages(key: str, table: dict[str, Any]) -> ParentAges:
    ages = dict(_table(key, table.pop("value", None)))
    read = ParentAges(*(_AGE(key, {"value": ages.pop(sex, None)}) for sex in ("male", "female")))
    _nothing_left(key, ages)
    return read


def _purchase(key: str, table: dict[str, Any]) -> Purchase:
    entry = dict(_table(key, table.pop("value", None)))
    before = entry.pop("before", None)
    if not isinstance(before, date) or isinstance(before, datetime):
        raise Wrong(key, sentence("policies", "before应为日期，如2017-08-01，不加引号。"))
    purchase = Purchase(before, _MONTHS(key, {"value": entry.pop("months", None)}))
    _nothing_left(key, entry)
    return purchase


def _qualification(key: str, table: dict[str, Any]) -> Qualification:
    entry = dict(_table(key, table.pop("value", None)))
    lists = {"talents": TalentClass, "degrees": Degree, "titles": Title, "skills": Skill}
    read: dict[str, Any] = {
        name: some(codes)(key, {"value": entry.pop(name)}) for name, codes in lists.items() if name in entry
    }
    if "educations" in entry:
        months = _table(key, entry.pop("educations"))
        read["educations"] = tuple(
            (_education(key, name), _MONTHS(key, {"value": value})) for name, value in months.items()
        )
    if "prizes" in entry:
        read["prizes"] = tuple(_prize(key, each) for each in _entries(key, "prizes", entry))
    if "full_time" in entry:
        read["full_time"] = flag(key, {"value": entry.pop("full_time")})
    _nothing_left(key, entry)
    if not read:
        raise Wrong(key, sentence("policies", "缺少这一项。"))
    return Qualification(**read)


def _education(key: str, name: str) -> Education:
    """Read an education by its English name, as the standard's digits say nothing to a reader of the pack."""
    try:
        return Education[name.upper()]
    except KeyError:
        known = "、".join(each.name.lower() for each in Education)
        reason = sentence("policies", "“{value}”不对，可以是：{known}。").fill(value=name, known=known)
        raise Wrong(key, reason) from None


def _prize(key: str, entry: dict[str, Any]) -> Prize:
    prize = Prize(
        one(Honour)(key, {"value": entry.pop("honour", None)}),
        number(0, 3)(key, {"value": entry.pop("last_prize", 0)}),
        number(0, 100)(key, {"value": entry.pop("years", 0)}),
    )
    _nothing_left(key, entry)
    return prize


_ROUTE: Mapping[str, Read] = {
    "kind": one(RouteKind),
    "label": words,
    "zones": some(HukouZone),
    "family": some(FamilyMember),
    "dwelling_or_job": flag,
    "hired": flag,
    "qualification": _qualification,
    "last_age": _AGE,
    "contract": flag,
    "pension_months": _MONTHS,
    "permit": flag,
    "group": one(PolicyGroup),
    "project": flag,
    "kin": one(Kin),
    "remarried_months": _MONTHS,
    "parent_ages": _parent_ages,
    "purchase": _purchase,
}
_OWN_BASE: Mapping[str, Read] = {"job": one(JobPlace), "dwellings": some(Dwelling)}
_NEEDED = ("kind", "label", "zones", "family")


def _route(
    code: str, entry: Any, base: Mapping[str, Rule[Any]], zones: set[HukouZone], place: str
) -> HukouRoute:
    """Read a route: `base` names the shared conditions it takes over; `job` and `dwellings` may be its own."""
    key = f"{SECTION}.routes.{code}"
    table = dict(_table(key, entry))
    basis, verified, note = _about(key, table)
    conditions: dict[str, Any] = {}
    for name in _shared(key, table.pop("base", [])):
        conditions[name] = base[name]
    for name, value in table.items():
        where = f"{key}.{name}"
        if name in _OWN_BASE:
            read = _OWN_BASE[name](where, {"value": value})
            conditions[name] = Rule(read, basis, verified, note, place)
        elif name in _ROUTE:
            conditions[name] = _ROUTE[name](where, {"value": value})
        else:
            raise Wrong(where, sentence("policies", "没有这个键。"))
    for name in _NEEDED:
        if name not in conditions:
            raise Wrong(f"{key}.{name}", sentence("policies", "缺少这一项。"))
    for zone in conditions["zones"] - zones:
        reason = sentence("policies", "没有定义{zone}这个落户区域。").fill(zone=zone)
        raise Wrong(f"{key}.zones", reason)
    return HukouRoute(code=code, basis=basis, verified=verified, note=note, **conditions)


def _shared(key: str, names: Any) -> list[str]:
    if not isinstance(names, list) or any(name not in _SHARED for name in names):
        reason = sentence("policies", "base应为列表，可以是：{known}。").fill(known="、".join(_SHARED))
        raise Wrong(f"{key}.base", reason)
    return names
