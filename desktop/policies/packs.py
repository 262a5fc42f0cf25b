"""Read one rule pack: a TOML file of one place from one day on, every value with its article."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from desktop.domain.codes import Ground, LodgingKind, Relation
from desktop.domain.errors import CounterError, Sentence, sentence
from desktop.domain.policy import (
    DayUnit,
    Deadline,
    Layer,
    Material,
    NeededBy,
    Rule,
    Scope,
    SpanCounting,
)

_Code = TypeVar("_Code", bound=StrEnum)
_HEAD = ("place", "title", "document", "division", "effective_from", "effective_to")
_OPTIONAL_HEAD = ("effective_to",)
_ABOUT = ("basis", "verified", "note")


class PackError(CounterError):
    """A pack breaks the form: the file, the line where it can be told, the key and the reason."""

    def __init__(self, file: str, line: int | None, key: str, reason: Sentence) -> None:
        where = sentence("policies", "规则包 {file} 第{line}行 {key}：{reason}")
        if line is None:
            where = sentence("policies", "规则包 {file} {key}：{reason}")
        super().__init__(where.fill(file=file, line=line, key=key, reason=reason))
        self.file = file
        self.line = line
        self.key = key
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Pack:
    """What one file states: `rules` by section and key, `division` the digits its places begin with.

    `name` is how the file is called in messages.
    """

    name: str
    layer: Layer
    division: str
    rules: Mapping[str, Mapping[str, Rule[Any]]]


class _Wrong(Exception):
    def __init__(self, key: str, reason: Sentence) -> None:
        super().__init__(key)
        self.key = key
        self.reason = reason


Read = Callable[[str, dict[str, Any]], Any]
"""From a key and its table (whose keys it takes out) to the value."""


def read_pack(path: Path, name: str) -> Pack:
    """Read a pack and check it wholly; PackError names the first thing that is wrong.

    `name` is how the file is called in messages, such as `shandong/2017-01-01.toml`.
    """
    try:
        text = path.read_text(encoding="utf-8")
        table = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as trouble:
        raise PackError(
            name, None, "", sentence("policies", "读不出来：{why}").fill(why=trouble)
        ) from trouble
    except tomllib.TOMLDecodeError as trouble:
        line = re.search(r"line ([0-9]+)", str(trouble))
        reason = sentence("policies", "不是TOML：{why}").fill(why=trouble)
        raise PackError(name, int(line[1]) if line else None, "", reason) from trouble
    try:
        layer, division = _read_head(table, path)
        rules = {section: _read_section(section, table.pop(section, {}), layer.place) for section in SECTIONS}
        for key in table:
            raise _Wrong(key, sentence("policies", "没有这个键。"))
    except _Wrong as wrong:
        raise PackError(name, _line_of(text, wrong.key), wrong.key, wrong.reason) from None
    return Pack(name, layer, division, rules)


def _read_head(table: dict[str, Any], path: Path) -> tuple[Layer, str]:
    head = {key: table.pop(key, None) for key in _HEAD}
    for key, value in head.items():
        if value is None:
            if key not in _OPTIONAL_HEAD:
                raise _Wrong(key, sentence("policies", "缺少这一项。"))
            continue
        if key.startswith("effective_"):
            if not isinstance(value, date) or isinstance(value, datetime):
                raise _Wrong(key, sentence("policies", "应为日期，如2017-01-01，不加引号。"))
        elif not isinstance(value, str) or (not value and key != "division"):
            raise _Wrong(key, sentence("policies", "应为加引号的文字。"))
    start, end = head["effective_from"], head["effective_to"]
    if end is not None and end < start:
        raise _Wrong("effective_to", sentence("policies", "失效日期早于生效日期。"))
    if path.stem != start.isoformat():
        reason = sentence("policies", "文件名应为生效日期{start}.toml。").fill(start=start.isoformat())
        raise _Wrong("effective_from", reason)
    if path.parent.name != head["place"]:
        reason = sentence("policies", "应放在名为{place}的文件夹里。").fill(place=head["place"])
        raise _Wrong("place", reason)
    if not re.fullmatch(r"(?:[1-9][0-9](?:[0-9]{2}){0,2})?", head["division"]):
        raise _Wrong("division", sentence("policies", "应为区划代码开头的2、4或6位数字，全国为空。"))
    return Layer(head["place"], head["title"], head["document"], start, end), head["division"]


def _read_section(section: str, table: Any, place: str) -> dict[str, Rule[Any]]:
    if not isinstance(table, dict):
        raise _Wrong(section, sentence("policies", "应为一节，写作[{key}]。").fill(key=section))
    readers = SECTIONS[section]
    rules: dict[str, Rule[Any]] = {}
    for key, entry in table.items():
        full = f"{section}.{key}"
        if key == "materials" and section == "permit":
            rules |= {
                f"materials.{code}": _read_rule(f"{full}.{code}", each, _material, place)
                for code, each in _tables(full, entry).items()
            }
        elif key in readers:
            rules[key] = _read_rule(full, entry, readers[key], place)
        else:
            raise _Wrong(full, sentence("policies", "没有这个键。"))
    return rules


def _tables(key: str, entry: Any) -> dict[str, Any]:
    if not isinstance(entry, dict):
        raise _Wrong(key, sentence("policies", "应为一节，写作[{key}]。").fill(key=key))
    return entry


def _read_rule(key: str, entry: Any, read: Read, place: str) -> Rule[Any]:
    table = dict(_tables(key, entry))
    about = {name: table.pop(name, None) for name in _ABOUT}
    basis, verified, note = about["basis"], about["verified"], about["note"] or ""
    if not isinstance(basis, str) or not basis.strip():
        raise _Wrong(key, sentence("policies", "没有写明依据（basis）。"))
    if verified not in (None, True, False) or not isinstance(note, str):
        raise _Wrong(key, sentence("policies", "verified应为true或false，note应为文字。"))
    if verified is False and not note:
        raise _Wrong(key, sentence("policies", "没有核实的，应在note里说明原因。"))
    value = read(key, table)
    if table:
        raise _Wrong(key, sentence("policies", "没有“{extra}”这一项。").fill(extra=next(iter(table))))
    return Rule(value, basis.strip(), verified is not False, note, place)


def _number(first: int, last: int) -> Read:
    def read(key: str, table: dict[str, Any]) -> int:
        value = table.pop("value", None)
        if type(value) is not int or not first <= value <= last:
            reason = sentence("policies", "value应为{first}至{last}的整数。").fill(first=first, last=last)
            raise _Wrong(key, reason)
        return value

    return read


def _flag(key: str, table: dict[str, Any]) -> bool:
    value = table.pop("value", None)
    if not isinstance(value, bool):
        raise _Wrong(key, sentence("policies", "value应为true或false。"))
    return value


def _words(key: str, table: dict[str, Any]) -> str:
    value = table.pop("value", None)
    if not isinstance(value, str) or not value.strip():
        raise _Wrong(key, sentence("policies", "value应为文字。"))
    return value


def _code(key: str, codes: type[_Code], value: Any) -> _Code:
    try:
        return codes(value)
    except ValueError:
        reason = sentence("policies", "“{value}”不对，可以是：{known}。")
        raise _Wrong(key, reason.fill(value=value, known="、".join(codes))) from None


def _one(codes: type[_Code]) -> Read:
    return lambda key, table: _code(key, codes, table.pop("value", None))


def _some(codes: type[_Code]) -> Read:
    def read(key: str, table: dict[str, Any]) -> frozenset[_Code]:
        values = table.pop("value", None)
        if not isinstance(values, list):
            raise _Wrong(key, sentence("policies", "value应为列表，写在方括号里。"))
        return frozenset(_code(key, codes, value) for value in values)

    return read


def _deadline(key: str, table: dict[str, Any]) -> Deadline:
    return Deadline(_number(1, 366)(key, table), _code(key, DayUnit, table.pop("unit", None)))


def _material(key: str, table: dict[str, Any]) -> Material:
    label, alternatives = table.pop("label", None), table.pop("alternatives", [])
    shareable = table.pop("shareable", None)
    if not isinstance(label, str) or not label.strip():
        raise _Wrong(key, sentence("policies", "label应为材料名称。"))
    if not isinstance(alternatives, list) or not all(isinstance(each, str) for each in alternatives):
        raise _Wrong(key, sentence("policies", "alternatives应为文字的列表。"))
    if not isinstance(shareable, bool):
        raise _Wrong(key, sentence("policies", "shareable应为true或false。"))
    return Material(label, _code(key, NeededBy, table.pop("needed_by", None)), tuple(alternatives), shareable)


def _line_of(text: str, key: str) -> int | None:
    """Find the line of a dotted key: its own table header, or its assignment below its section's header."""
    *section, last = key.split(".")
    header, wanted = "", ".".join(section)
    for number, line in enumerate(text.splitlines(), start=1):
        if found := re.match(r"\s*\[([^\[\]]+)\]", line):
            header = found[1].strip()
            if header == key:
                return number
        elif header == wanted and re.match(rf"\s*\"?{re.escape(last)}\"?\s*=", line):
            return number
    return None


SECTIONS: Mapping[str, Mapping[str, Read]] = {
    "registration": {
        "term": _words,
        "certificate": _words,
        "mainland_only": _flag,
        "scope": _one(Scope),
        "min_days": _number(1, 366),
        "report_within": _deadline,
        "exempt_lodgings": _some(LodgingKind),
        "volunteers_served": _flag,
        "free": _flag,
    },
    "permit": {
        "mainland_only": _flag,
        "scope": _one(Scope),
        "months_registered": _number(0, 120),
        "spans": _one(SpanCounting),
        "grounds": _some(Ground),
        "one_per_person": _flag,
        "agent_under_age": _number(0, 100),
        "agent_relations": _some(Relation),
        "issue_within": _deadline,
        "issue_at_most": _deadline,
        "free_first_issue": _flag,
    },
}
"""Every key that a pack may state, and how its value is read."""
