"""The facts of a case as somebody writes them, in Chinese or by code: which there are, and how each is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar, cast

from desktop.domain.code_words import choices
from desktop.domain.dates import EARLIEST, LATEST
from desktop.domain.errors import BadInput, Sentence, sentence
from desktop.domain.residence import Span

T = TypeVar("T")
U = TypeVar("U")
_Code = TypeVar("_Code", bound=StrEnum)

_YES, _NO = ("是", "有", "yes", "true"), ("否", "无", "no", "false")
_MOST = 1_000_000_000
_NO_MAINLAND_HUKOU = ("71", "81", "82", "83")


class Unreadable(Exception):
    """A value that breaks its form, and how it should be written."""

    def __init__(self, hint: Sentence) -> None:
        super().__init__(str(hint))
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """One fact: its key, its Chinese name, and how it is read. `empty` is what a value left empty means.

    With `empty` None an empty value is as if the fact had not been stated.
    """

    key: str
    name: str
    read: Callable[[Any], T]
    empty: T | None = None


class Facts:
    """The facts of one case, read once; BadInput names the one that is unknown, unreadable or missing."""

    def __init__(self, stated: Mapping[str, Any], known: Iterable[Fact[Any]]) -> None:
        by_name: dict[str, Fact[Any]] = {}
        for each in known:
            by_name[each.key] = by_name[each.name] = each
        self._values: dict[str, Any] = {}
        seen: set[str] = set()
        for name, value in stated.items():
            fact = by_name.get(name.strip())
            if fact is None:
                names = "、".join(f"{each.name}（{each.key}）" for each in dict.fromkeys(by_name.values()))
                problem = sentence("policies", "没有“{name}”这项事实，可以是：{names}。")
                raise BadInput(name, problem.fill(name=name, names=names))
            if fact.key in seen:
                problem = sentence("policies", "“{fact}”写了两次。")
                raise BadInput(fact.key, problem.fill(fact=fact.name))
            seen.add(fact.key)
            self._take(fact, value)

    def __contains__(self, fact: Fact[Any]) -> bool:
        """Tell whether a fact was stated."""
        return fact.key in self._values

    def __getitem__(self, fact: Fact[T]) -> T:
        """Give a fact that the case cannot be decided without; BadInput when it was not stated."""
        if fact.key not in self._values:
            problem = sentence("policies", "缺少“{fact}”（{key}）。")
            raise BadInput(fact.key, problem.fill(fact=fact.name, key=fact.key))
        return cast(T, self._values[fact.key])

    def get(self, fact: Fact[T], otherwise: U) -> T | U:
        """Give a fact, or what holds when it was not stated."""
        return cast(T, self._values[fact.key]) if fact.key in self._values else otherwise

    def _take(self, fact: Fact[Any], value: Any) -> None:
        if value is None or (isinstance(value, str) and not value.strip()):
            if fact.empty is not None:
                self._values[fact.key] = fact.empty
            return
        try:
            self._values[fact.key] = fact.read(value)
        except Unreadable as trouble:
            problem = sentence("policies", "“{fact}”写的是“{value}”，{hint}")
            raise BadInput(fact.key, problem.fill(fact=fact.name, value=value, hint=trouble.hint)) from None


def facts_of(text: str) -> dict[str, str]:
    """Take `键=值；键=值` apart, keys and values still as written; BadInput for a part without a sign."""
    stated: dict[str, str] = {}
    for part in re.split("[；;]", text):
        if not part.strip():
            continue
        name, sign, value = part.replace("＝", "=", 1).partition("=")
        name = name.strip()
        if not sign or not name:
            problem = sentence("policies", "“{part}”应写成 键=值，各项以；分开。")
            raise BadInput("facts", problem.fill(part=part.strip()))
        if name in stated:
            raise BadInput("facts", sentence("policies", "“{fact}”写了两次。").fill(fact=name))
        stated[name] = value.strip()
    return stated


def a_day(value: Any) -> date:
    """Read an ISO date."""
    hint = sentence("policies", "应写成2026-06-02这样的日期。")
    if not isinstance(value, str) or not re.fullmatch(r"\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\s*", value):
        raise Unreadable(hint)
    try:
        day = date.fromisoformat(value.strip())
    except ValueError:
        raise Unreadable(sentence("policies", "日历上没有这一天。")) from None
    if not EARLIEST <= day <= LATEST:
        years = sentence("policies", "年份应在{first}与{last}之间。")
        raise Unreadable(years.fill(first=EARLIEST.year, last=LATEST.year))
    return day


def days(value: Any) -> tuple[date, ...]:
    """Read a list of dates, joined by 、 or a JSON list."""
    return tuple(a_day(each) for each in _parts(value))


def spans(value: Any) -> tuple[Span, ...]:
    """Read spans of residence: `2026-01-01至2026-05-01、2026-06-01起`, or pairs of dates in JSON."""
    return tuple(_span(each) for each in _parts(value))


def county(value: Any) -> str:
    """Read a division of 6 to 12 digits, and give its county's 6."""
    text = str(value).strip() if isinstance(value, (str, int)) else ""
    if not re.fullmatch(r"[1-9][0-9]{5,11}", text):
        raise Unreadable(sentence("policies", "应为6位区划代码。"))
    return text[:6]


def county_or_none(value: Any) -> str:
    """Read a county, or 无 for somebody without a mainland hukou; a code of 港澳台 says the same."""
    if isinstance(value, str) and value.strip() in ("无", "没有"):
        return ""
    code = county(value)
    return "" if code.startswith(_NO_MAINLAND_HUKOU) else code


def yes_or_no(value: Any) -> bool:
    """Read 是 or 否, or true or false."""
    if isinstance(value, bool):
        return value
    text = value.strip().lower() if isinstance(value, str) else ""
    if text not in (*_YES, *_NO):
        raise Unreadable(sentence("policies", "应为是或否。"))
    return text in _YES


def count(value: Any) -> int:
    """Read a whole number from 0 on."""
    text = str(value).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    if not re.fullmatch(r"[0-9]{1,10}", text) or int(text) > _MOST:
        raise Unreadable(sentence("policies", "应为不小于0的整数。"))
    return int(text)


def words(value: Any) -> str:
    """Read some words."""
    if not isinstance(value, str):
        raise Unreadable(sentence("policies", "应为文字。"))
    return value.strip()


def code_of(table: type[_Code]) -> Callable[[Any], _Code]:
    """Read a value of a code table by its code or its Chinese label."""
    return one_of({code: str(label) for code, label in choices(table)})


def one_of(known: Mapping[_Code, str]) -> Callable[[Any], _Code]:
    """Read one of some codes, by itself or by its Chinese name."""
    by_name = {code.value: code for code in known} | {name: code for code, name in known.items()}

    def read(value: Any) -> _Code:
        found = by_name.get(value.strip()) if isinstance(value, str) else None
        if found is None:
            raise Unreadable(sentence("policies", "可以是：{known}。").fill(known="、".join(known.values())))
        return found

    return read


def _parts(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    if not isinstance(value, str):
        raise Unreadable(sentence("policies", "应为列表，或者以、连接的文字。"))
    return [each for each in re.split("[、,，]", value) if each.strip()]


def _span(value: Any) -> Span:
    hint = sentence("policies", "应写成2026-01-01至2026-05-01，没有结束的写成2026-06-01起。")
    if isinstance(value, dict) and set(value) <= {"from", "to"}:
        value = [value.get("from"), value.get("to")]
    if isinstance(value, list) and len(value) == 2:
        first, last = value
    elif isinstance(value, str):
        found = re.fullmatch(r"\s*([0-9-]+)\s*(?:起|至今|至\s*([0-9-]+))\s*", value)
        if found is None:
            raise Unreadable(hint)
        first, last = found[1], found[2]
    else:
        raise Unreadable(hint)
    start, end = a_day(first), None if last is None else a_day(last)
    if end is not None and end < start:
        raise Unreadable(sentence("policies", "结束日期早于开始日期。"))
    return start, end
