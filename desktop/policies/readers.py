"""How the value of one key of a pack is read and checked; what is wrong is said by key and reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, TypeVar

from desktop.domain.codes import Holding
from desktop.domain.errors import Sentence, sentence
from desktop.domain.policy import Ages, Entitlement, EntitlementKind, Material, NeededBy
from desktop.domain.rule import DayUnit, Deadline, Window, WindowUnit
from desktop.domain.scope import Scope, ScopeKind
from desktop.policies.division_codes import counties

_Code = TypeVar("_Code", bound=StrEnum)

Read = Callable[[str, dict[str, Any]], Any]
"""From a key and its table (whose keys it takes out) to the value."""


class Wrong(Exception):
    """A key whose value breaks the form, and why; the pack's reader adds file and line."""

    def __init__(self, key: str, reason: Sentence) -> None:
        super().__init__(key)
        self.key = key
        self.reason = reason


def number(first: int, last: int) -> Read:
    """Read a whole number from `first` to `last`."""

    def read(key: str, table: dict[str, Any]) -> int:
        return _whole(key, table.pop("value", None), first, last)

    return read


def flag(key: str, table: dict[str, Any]) -> bool:
    """Read true or false."""
    value = table.pop("value", None)
    if not isinstance(value, bool):
        raise Wrong(key, sentence("policies", "value应为true或false。"))
    return value


def words(key: str, table: dict[str, Any]) -> str:
    """Read some words."""
    value = table.pop("value", None)
    if not isinstance(value, str) or not value.strip():
        raise Wrong(key, sentence("policies", "value应为文字。"))
    return value


def list_of_words(key: str, table: dict[str, Any]) -> tuple[str, ...]:
    """Read a list of words, which may be empty."""
    return _all_words(key, "value", table.pop("value", None))


def one(codes: type[_Code]) -> Read:
    """Read one value of a code table."""
    return lambda key, table: _code(key, codes, table.pop("value", None))


def some(codes: type[_Code]) -> Read:
    """Read a list of values of a code table, which may be empty."""
    return lambda key, table: _codes(key, codes, table.pop("value", None))


def deadline(key: str, table: dict[str, Any]) -> Deadline:
    """Read so many days of a unit; 0 is the same day."""
    days = _whole(key, table.pop("value", None), 0, 366)
    return Deadline(days, _code(key, DayUnit, table.pop("unit", None)))


def window(key: str, table: dict[str, Any]) -> Window:
    """Read the length of a window before a day, in months or days."""
    length = _whole(key, table.pop("value", None), 1, 366)
    return Window(length, _code(key, WindowUnit, table.pop("unit", None)))


def ages(key: str, table: dict[str, Any]) -> Ages:
    """Read full years from–to, both included."""
    first = _whole(key, table.pop("from", None), 0, 150, "from")
    return Ages(first, _whole(key, table.pop("to", None), first, 150, "to"))


def scope(key: str, table: dict[str, Any]) -> Scope:
    """Read across which border; `as_one` lists groups of counties that count as one place."""
    kind = _code(key, ScopeKind, table.pop("value", None))
    groups = table.pop("as_one", [])
    if not isinstance(groups, list):
        raise Wrong(key, sentence("policies", "as_one应为区划代码列表的列表。"))
    return Scope(kind, tuple(_divisions(key, group) for group in groups))


def divisions(key: str, table: dict[str, Any]) -> frozenset[str]:
    """Read a list of counties, 6 digits each."""
    return _divisions(key, table.pop("value", None))


def zone(key: str, table: dict[str, Any]) -> frozenset[str]:
    """Read the counties in which a development zone lies; its key is the zone's own code."""
    known_counties(key, [key.rpartition(".")[2]])
    return divisions(key, table)


def material(key: str, table: dict[str, Any]) -> Material:
    """Read a thing to bring: label, who needs it, what is taken instead, whether data sharing supplies it."""
    label, instead = table.pop("label", None), table.pop("alternatives", [])
    shareable = table.pop("shareable", None)
    if not isinstance(label, str) or not label.strip():
        raise Wrong(key, sentence("policies", "label应为材料名称。"))
    if not isinstance(shareable, bool):
        raise Wrong(key, sentence("policies", "shareable应为true或false。"))
    needed_by = _code(key, NeededBy, table.pop("needed_by", None))
    return Material(label, needed_by, _all_words(key, "alternatives", instead), shareable)


def entitlement(key: str, table: dict[str, Any]) -> Entitlement:
    """Read what a holder may ask for: the notice's words, its kind, and which papers it takes."""
    label = table.pop("label", None)
    if not isinstance(label, str) or not label.strip():
        raise Wrong(key, sentence("policies", "label应为权益名称。"))
    kind = _code(key, EntitlementKind, table.pop("kind", None))
    return Entitlement(label, kind, _codes(key, Holding, table.pop("holders", None), "holders"))


def _whole(key: str, value: Any, first: int, last: int, name: str = "value") -> int:
    if type(value) is not int or not first <= value <= last:
        reason = sentence("policies", "{name}应为{first}至{last}的整数。")
        raise Wrong(key, reason.fill(name=name, first=first, last=last))
    return value


def _code(key: str, codes: type[_Code], value: Any) -> _Code:
    try:
        return codes(value)
    except ValueError:
        reason = sentence("policies", "“{value}”不对，可以是：{known}。")
        raise Wrong(key, reason.fill(value=value, known="、".join(codes))) from None


def _codes(key: str, codes: type[_Code], values: Any, name: str = "value") -> frozenset[_Code]:
    if not isinstance(values, list):
        raise Wrong(key, sentence("policies", "{name}应为列表，写在方括号里。").fill(name=name))
    return frozenset(_code(key, codes, value) for value in values)


def _all_words(key: str, name: str, values: Any) -> tuple[str, ...]:
    if not isinstance(values, list) or not all(isinstance(each, str) and each.strip() for each in values):
        raise Wrong(key, sentence("policies", "{name}应为文字的列表。").fill(name=name))
    return tuple(values)


def _divisions(key: str, values: Any) -> frozenset[str]:
    if (
        not isinstance(values, list)
        or not values
        or not all(isinstance(each, str) and re.fullmatch(r"[1-9][0-9]{5}", each) for each in values)
    ):
        raise Wrong(key, sentence("policies", "应为6位区划代码的列表。"))
    known_counties(key, values)
    return frozenset(values)


def known_counties(key: str, codes: Iterable[str]) -> None:
    """See that 6-digit codes are counties, today's or abolished ones; Wrong names those that are not."""
    unknown = [code for code in codes if code not in counties()]
    if unknown:
        raise Wrong(key, sentence("policies", "没有这些区划代码：{codes}。").fill(codes="、".join(unknown)))
