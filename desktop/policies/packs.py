"""Read one rule pack: a TOML file of one place from one day on, every value with its article."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from desktop.domain.errors import CounterError, Sentence, sentence
from desktop.domain.hukou_policy import HukouPolicy
from desktop.domain.policy import Layer
from desktop.domain.rule import Rule
from desktop.policies.division_codes import begins_a_county
from desktop.policies.hukou_packs import SECTION as HUKOU
from desktop.policies.hukou_packs import read_hukou
from desktop.policies.readers import Read, Wrong, known_counties
from desktop.policies.sections import KEYED, MAY_BE_SILENT, SECTIONS, TABLES

_HEAD = ("place", "title", "document", "division", "effective_from", "effective_to", "except", "replaces")
_OPTIONAL_HEAD = ("effective_to", "except", "replaces")
MOST_BYTES = 1_000_000
"""A pack of law is some 10 kB."""

_DEEP = re.compile(r"""(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){32}""")
"""A key of so many parts: reading one of some thousand would take all memory."""

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

    `outside` are counties (6 digits) under that division to which it does not apply; `replaces` is the first
    day of the place's pack that this one ends before its time. `name` is how the file is called in messages.
    Materials, entitlements and the like have a key of two parts, `materials.photo`. A pack on hukou transfer
    has a `hukou` and no rules: it is no layer of the rules on residence.
    """

    name: str
    layer: Layer
    division: str
    outside: frozenset[str]
    replaces: date | None
    rules: Mapping[str, Mapping[str, Rule[Any]]]
    hukou: HukouPolicy | None = None
    path: Path | None = None

    def line_of(self, key: str) -> int | None:
        """Find the line of a dotted key in the file, None when it is not there."""
        return _line_of(self.path.read_text(encoding="utf-8"), key) if self.path else None

    def covers(self, division: str) -> bool:
        """Tell whether a division (2 to 12 digits) lies where the pack applies."""
        return division.startswith(self.division) and division[:6] not in self.outside


def read_pack(path: Path, name: str) -> Pack:
    """Read a pack and check it wholly; PackError names the first thing that is wrong.

    `name` is how the file is called in messages, such as `shandong/2017-01-01.toml`.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise PackError(name, None, "", sentence("policies", "文件超过1MB。"))
        text = content.decode("utf-8").replace("\r\n", "\n")
        if _DEEP.search(text):
            raise RecursionError
        table = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as trouble:
        raise PackError(
            name, None, "", sentence("policies", "读不出来：{why}").fill(why=trouble)
        ) from trouble
    except RecursionError as trouble:
        raise PackError(name, None, "", sentence("policies", "括号或者键名套得过深。")) from trouble
    except tomllib.TOMLDecodeError as trouble:
        line = re.search(r"line ([0-9]+)", str(trouble))
        reason = sentence("policies", "不是TOML：{why}").fill(why=trouble)
        raise PackError(name, int(line[1]) if line else None, "", reason) from trouble
    try:
        layer, division, outside, replaces = _read_head(table, path)
        hukou = read_hukou(table.pop(HUKOU), layer, division) if HUKOU in table else None
        if hukou is not None:
            for key in table:
                raise Wrong(key, sentence("policies", "落户规则包只写[hukou]各节。"))
        rules: dict[str, dict[str, Rule[Any]]] = {
            section: _read_section(section, table.pop(section, {}), layer.place) for section in SECTIONS
        }
        for section, read in TABLES.items():
            rules[section] = _read_table(section, table.pop(section, {}), read, layer.place)
        for key in table:
            raise Wrong(key, sentence("policies", "没有这个键。"))
    except Wrong as wrong:
        raise PackError(name, _line_of(text, wrong.key), wrong.key, wrong.reason) from None
    return Pack(name, layer, division, outside, replaces, rules, hukou, path)


def _read_head(table: dict[str, Any], path: Path) -> tuple[Layer, str, frozenset[str], date | None]:
    head = {key: table.pop(key, None) for key in _HEAD}
    for key, value in head.items():
        if value is None:
            if key not in _OPTIONAL_HEAD:
                raise Wrong(key, sentence("policies", "缺少这一项。"))
            continue
        if key.startswith("effective_") or key == "replaces":
            if not isinstance(value, date) or isinstance(value, datetime):
                raise Wrong(key, sentence("policies", "应为日期，如2017-01-01，不加引号。"))
        elif key == "except":
            if not _counties(value):
                raise Wrong(key, sentence("policies", "应为6位区划代码的列表。"))
            known_counties(key, value)
        elif not isinstance(value, str) or (not value and key != "division"):
            raise Wrong(key, sentence("policies", "应为加引号的文字。"))
    start, end = head["effective_from"], head["effective_to"]
    if end is not None and end < start:
        raise Wrong("effective_to", sentence("policies", "失效日期早于生效日期。"))
    if path.stem != start.isoformat():
        reason = sentence("policies", "文件名应为生效日期{start}.toml。").fill(start=start.isoformat())
        raise Wrong("effective_from", reason)
    if path.parent.name != head["place"]:
        reason = sentence("policies", "应放在名为{place}的文件夹里。").fill(place=head["place"])
        raise Wrong("place", reason)
    if not re.fullmatch(r"(?:[1-9][0-9](?:[0-9]{2}){0,2})?", head["division"]):
        raise Wrong("division", sentence("policies", "应为区划代码开头的2、4或6位数字，全国为空。"))
    if not begins_a_county(head["division"]):
        known_counties("division", [head["division"]])
    layer = Layer(head["place"], head["title"], head["document"], start, end)
    return layer, head["division"], frozenset(head["except"] or ()), head["replaces"]


def _counties(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(each, str) and re.fullmatch(r"[1-9][0-9]{5}", each) for each in value
    )


def _read_section(section: str, table: Any, place: str) -> dict[str, Rule[Any]]:
    readers = SECTIONS[section]
    rules: dict[str, Rule[Any]] = {}
    for key, entry in _tables(section, table).items():
        full = f"{section}.{key}"
        if read := KEYED.get(full):
            rules |= {f"{key}.{code}": rule for code, rule in _read_table(full, entry, read, place).items()}
        elif key in readers:
            rules[key] = _read_rule(full, entry, readers[key], place)
        else:
            raise Wrong(full, sentence("policies", "没有这个键。"))
    return rules


def _read_table(section: str, table: Any, read: Read, place: str) -> dict[str, Rule[Any]]:
    return {
        code: _read_rule(f"{section}.{code}", entry, read, place)
        for code, entry in _tables(section, table).items()
    }


def _tables(key: str, entry: Any) -> dict[str, Any]:
    if not isinstance(entry, dict):
        raise Wrong(key, sentence("policies", "应为一节，写作[{key}]。").fill(key=key))
    return entry


def _read_rule(key: str, entry: Any, read: Read, place: str) -> Rule[Any]:
    table = dict(_tables(key, entry))
    about = {name: table.pop(name, None) for name in _ABOUT}
    basis, verified, note = about["basis"], about["verified"], about["note"] or ""
    if not isinstance(basis, str) or not basis.strip():
        raise Wrong(key, sentence("policies", "没有写明依据（basis）。"))
    if verified not in (None, True, False) or not isinstance(note, str):
        raise Wrong(key, sentence("policies", "verified应为true或false，note应为文字。"))
    silent = table.pop("silent", False) is True
    if silent and key not in MAY_BE_SILENT:
        raise Wrong(key, sentence("policies", "这一项不能写silent，应写明value。"))
    if (verified is False or silent) and not note:
        raise Wrong(key, sentence("policies", "没有核实的、没有规定的，应在note里说明原因。"))
    value = None if silent else read(key, table)
    if table:
        raise Wrong(key, sentence("policies", "没有“{extra}”这一项。").fill(extra=next(iter(table))))
    return Rule(value, basis.strip(), verified is not False and not silent, note, place)


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
