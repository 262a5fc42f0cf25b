"""The whole form read by the domain's rules: what it says, what is wrong with it, what to look at again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from desktop.domain.errors import FieldProblem, sentence
from desktop.domain.forms import (
    PersonForm,
    RegistrationForm,
    minor_rows,
    read_person,
    read_registration,
)
from desktop.ui.screens.registration.sheet import MOST_MINORS, MOVE, applies, order

_MINOR = re.compile(r"(minor_[a-z_]+)_([0-9]+)")
_MOVE = sentence("errors", "此人已有居住登记：请核对两处住址，选择“变更到新住址”后再提交。")


@dataclass(frozen=True, slots=True)
class Whole:
    """Both halves of the form, read; each None while something is wrong with it."""

    person: PersonForm | None
    registration: RegistrationForm | None
    problems: tuple[FieldProblem, ...]
    advice: tuple[FieldProblem, ...]

    def problem(self, name: str) -> FieldProblem | None:
        """What is wrong with one field."""
        return next((each for each in self.problems if each.field == name), None)


def read_whole(values: Mapping[str, str], today: date, *, registered: bool) -> Whole:
    """Read the form; `registered` people must be moved on purpose."""
    sensible = {name: value for name, value in values.items() if applies(name, values)}
    person = read_person(sensible, today)
    rows = _rows_in_use(sensible)
    registration = read_registration(
        sensible, minor_rows(sensible), today, born=person.value.birth_date if person.value else None
    )
    problems = (*person.problems, *_renumbered(registration.problems, rows))
    if registered and not values.get(MOVE):
        problems = (*problems, FieldProblem(MOVE, _MOVE))
    advice = (*person.advice, *_renumbered(registration.advice, rows))
    return Whole(person.value, registration.value, problems, advice)


def next_needed(name: str, whole: Whole, values: Mapping[str, str]) -> str:
    """The next field after `name` that the rules still miss; "" when the form is complete.

    An empty field that is only advised is passed once, on the way down.
    """
    names = order(MOST_MINORS)
    wrong = {each.field for each in whole.problems}
    advised = {each.field for each in whole.advice if not values.get(each.field, "").strip()}
    at = names.index(name) + 1 if name in names else 0
    below = (each for each in names[at:] if each in wrong or each in advised)
    above = (each for each in names[:at] if each in wrong and each != name)
    return next(below, "") or next(above, "")


def _rows_in_use(values: Mapping[str, str]) -> tuple[int, ...]:
    """The numbers of the minors' rows that are not empty, in order; the domain counts only those."""
    found = (_MINOR.fullmatch(name) for name, value in values.items() if value.strip())
    return tuple(sorted({int(each[2]) for each in found if each}))


def _renumbered(problems: Iterable[FieldProblem], rows: tuple[int, ...]) -> tuple[FieldProblem, ...]:
    return tuple(_renumber(each, rows) for each in problems)


def _renumber(problem: FieldProblem, rows: tuple[int, ...]) -> FieldProblem:
    found = _MINOR.fullmatch(problem.field)
    if not found or not 0 < int(found[2]) <= len(rows):
        return problem
    return replace(problem, field=f"{found[1]}_{rows[int(found[2]) - 1]}")
