"""What the form's fields say: the facts to judge, the day, what is wrong, and which fields apply at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from typing import TypeVar

from desktop.domain.characters import half_width
from desktop.domain.codes import Education, MaritalStatus, Sex
from desktop.domain.errors import BadInput, FieldProblem, sentence
from desktop.domain.fields import read_birth_date, read_code, read_date
from desktop.domain.hukou import HukouFacts
from desktop.domain.hukou_codes import (
    Degree,
    Dwelling,
    Employment,
    Honour,
    Kin,
    PolicyGroup,
    Skill,
    TalentClass,
    Title,
)
from desktop.domain.hukou_policy import HukouRoute
from desktop.domain.reading import Reader

PLACES = ("division", "hukou_division", "previous_division", "work_division", "kin_division")
"""The fields in which a division is picked."""
MOST_MONTHS, MOST_PRIZE = 720, 9

_MARRIED = tuple(
    map(
        str,
        (
            MaritalStatus.MARRIED,
            MaritalStatus.FIRST_MARRIAGE,
            MaritalStatus.REMARRIED,
            MaritalStatus.RESUMED,
        ),
    )
)
_SCHOOLED = (str(Education.COLLEGE), str(Education.VOCATIONAL))
_Code = TypeVar("_Code", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Read:
    """What can be judged so far: None without place and birth date, or without a day; problems beside it."""

    facts: HukouFacts | None
    on: date | None
    problems: tuple[FieldProblem, ...]


def read(values: Mapping[str, str], today: date) -> Read:
    """Read the form; a field that is wrong counts as empty, and is named among the problems."""
    reader = Reader({name: value for name, value in values.items() if applies(name, values)})

    def day(name: str) -> date | None:
        return reader.may(name, partial(_day, name, today), None)

    def code(name: str, table: type[_Code]) -> _Code | None:
        return reader.may(name, partial(_code, name, table), None)

    def place(name: str) -> str:
        return reader.may(name, partial(_place, name), "")

    on = reader.need("assessed_on", lambda typed: read_date("assessed_on", typed, today))
    where = reader.need("division", partial(_place, "division"))
    born = reader.need("birth_date", lambda typed: read_birth_date("birth_date", typed, today))
    facts = None
    if where is not None and born is not None:
        facts = HukouFacts(
            division=where,
            birth_date=born,
            sex=code("sex", Sex) or Sex.UNKNOWN,
            hukou_division=place("hukou_division"),
            hukou_since=day("hukou_since"),
            previous_division=place("previous_division"),
            previous_since=day("previous_since"),
            marital_status=code("marital_status", MaritalStatus) or MaritalStatus.UNSTATED,
            married_on=day("married_on"),
            children_born=reader.may("children_born", partial(_days, "children_born", today), ()),
            dwelling=code("dwelling", Dwelling) or Dwelling.NONE,
            employment=code("employment", Employment) or Employment.NONE,
            work_division=place("work_division"),
            contract=bool(reader.text("contract")),
            insured=bool(reader.text("insured")),
            pension_months=reader.may("pension_months", partial(_months, "pension_months"), 0),
            permit=bool(reader.text("permit")),
            talent=code("talent", TalentClass),
            degree=code("degree", Degree),
            education=code("education", Education),
            full_time=bool(reader.text("full_time")),
            title=code("title", Title),
            skill=code("skill", Skill),
            honour=code("honour", Honour),
            prize=reader.may("prize", partial(_prize, "prize"), None),
            honoured_on=day("honoured_on"),
            group=code("group", PolicyGroup),
            project=bool(reader.text("project")),
            joins=code("joins", Kin),
            kin_division=place("kin_division"),
            kin_birth_date=day("kin_birth_date"),
            kin_joined_child=bool(reader.text("kin_joined_child")),
            joined_spouse_before=bool(reader.text("joined_spouse_before")),
            home_bought_on=day("home_bought_on"),
        )
    return Read(facts, on, reader.finish(lambda: None).problems)


def applies(name: str, values: Mapping[str, str], routes: Sequence[HukouRoute] = ()) -> bool:
    """Whether a field means anything beside the others, and to the routes there are where they are known."""
    asked = _ASKED_BY.get(name)
    if routes and asked is not None and not any(map(asked, routes)):
        return False
    depends = _DEPENDS.get(name)
    return depends is None or depends(values)


def _came_within_the_city(values: Mapping[str, str]) -> bool:
    here, there = values.get("division", ""), values.get("hukou_division", "")
    return here[:4] == there[:4] and here[:6] != there[:6] and bool(here and there)


_DEPENDS: dict[str, Callable[[Mapping[str, str]], bool]] = {
    "hukou_since": _came_within_the_city,
    "previous_division": lambda it: _came_within_the_city(it) and bool(it.get("hukou_since")),
    "previous_since": lambda it: _came_within_the_city(it) and bool(it.get("previous_division")),
    "married_on": lambda it: it.get("marital_status") in _MARRIED or it.get("joins") == Kin.SPOUSE,
    "work_division": lambda it: it.get("employment", "") not in ("", Employment.NONE),
    "contract": lambda it: it.get("employment") == Employment.UNIT,
    "pension_months": lambda it: bool(it.get("insured")),
    "full_time": lambda it: it.get("education") in _SCHOOLED,
    "prize": lambda it: it.get("honour", "") not in ("", Honour.COMMENDED),
    "honoured_on": lambda it: bool(it.get("honour")),
    "kin_division": lambda it: bool(it.get("joins")),
    "kin_birth_date": lambda it: it.get("joins") == Kin.CHILD,
    "kin_joined_child": lambda it: it.get("joins") == Kin.PARENT,
    "joined_spouse_before": lambda it: it.get("joins") == Kin.SPOUSE,
}


def _qualified(route: HukouRoute) -> bool:
    return route.qualification is not None


def _joining(route: HukouRoute) -> bool:
    return route.kin is not None


_ASKED_BY: dict[str, Callable[[HukouRoute], bool]] = {
    **dict.fromkeys(("contract",), lambda route: route.contract),
    **dict.fromkeys(("insured", "pension_months"), lambda route: route.pension_months is not None),
    "permit": lambda route: route.permit,
    **dict.fromkeys(
        ("talent", "degree", "education", "full_time", "title", "skill", "honour", "prize", "honoured_on"),
        _qualified,
    ),
    **dict.fromkeys(
        ("joins", "kin_division", "kin_birth_date", "kin_joined_child", "joined_spouse_before"), _joining
    ),
    "group": lambda route: route.group is not None,
    "project": lambda route: route.project,
    "home_bought_on": lambda route: route.purchase is not None,
}


def _day(name: str, today: date, typed: str) -> date:
    return read_date(name, typed, today)


def _days(name: str, today: date, typed: str) -> tuple[date, ...]:
    parts = re.split(r"[、，,；;\s]+", half_width(typed).strip("、，,；; "))
    return tuple(read_birth_date(name, part, today) for part in parts)


def _code(name: str, table: type[_Code], typed: str) -> _Code:
    return read_code(name, typed, table)


def _place(name: str, typed: str) -> str:
    code = typed.strip()
    if not code:
        raise BadInput(name, sentence("errors", "请选定区划。"))
    if len(code) not in (6, 9, 12) or not code.isdigit():
        problem = sentence("hukou_form", "“{typed}”没有选定，请从列表里选一项。")
        raise BadInput(name, problem.fill(typed=code))
    return code


def _months(name: str, typed: str) -> int:
    return _number(name, typed, MOST_MONTHS)


def _prize(name: str, typed: str) -> int:
    return _number(name, typed, MOST_PRIZE)


def _number(name: str, typed: str, most: int) -> int:
    digits = half_width(typed).strip()
    if not re.fullmatch(r"[0-9]{1,3}", digits) or int(digits) > most:
        raise BadInput(name, sentence("hukou_form", "应为不超过{most}的整数。").fill(most=most))
    return int(digits)
