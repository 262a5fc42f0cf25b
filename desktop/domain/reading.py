"""Read a form's fields one by one and collect every problem, so that all are shown at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop.domain.errors import BadInput, FieldProblem, Sentence

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """What a form says, or every problem with it; advice is for the clerk to weigh and stops nothing."""

    value: T | None
    problems: tuple[FieldProblem, ...] = ()
    advice: tuple[FieldProblem, ...] = ()


def given(value: T | None) -> T:
    """Give a value that was read without a problem; only for use inside `Reader.finish`."""
    if value is None:
        raise AssertionError("a form is built only when every needed field was read")
    return value


class Reader:
    """Reads fields by name; a missing name reads as an empty field."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = values
        self._problems: list[FieldProblem] = []
        self._advice: list[FieldProblem] = []

    def text(self, field: str) -> str:
        """Give what stands in the field, without blanks around it."""
        return self._values.get(field, "").strip()

    def need(self, field: str, read: Callable[[str], T]) -> T | None:
        """Read a field; None when it breaks its rule, and the problem is kept."""
        try:
            return read(self._values.get(field, ""))
        except BadInput as trouble:
            self._problems.append(FieldProblem(trouble.field, trouble.message))
            return None

    def may(self, field: str, read: Callable[[str], T], empty: U) -> T | U:
        """Read a field that may be empty; `empty` too when it breaks its rule."""
        if not self.text(field):
            return empty
        value = self.need(field, read)
        return empty if value is None else value

    def add(self, problem: FieldProblem) -> None:
        """Keep a problem that lies between fields."""
        self._problems.append(problem)

    def take(self, reading: Reading[T]) -> T | None:
        """Take over the problems of a part of the form, and give its value."""
        self._problems.extend(reading.problems)
        self._advice.extend(reading.advice)
        return reading.value

    def advise(self, field: str, message: Sentence | None) -> None:
        """Keep a piece of advice, if there is one."""
        if message is not None:
            self._advice.append(FieldProblem(field, message))

    def failed(self, field: str) -> bool:
        """Tell whether the field has a problem already."""
        return any(problem.field == field for problem in self._problems)

    def finish(self, build: Callable[[], T]) -> Reading[T]:
        """Give the form, built only when there was no problem."""
        advice = tuple(self._advice)
        if self._problems:
            return Reading(None, tuple(self._problems), advice)
        return Reading(build(), (), advice)
