"""What can go wrong at the counter, as sentences a clerk can act on.

A sentence is written once, in Chinese, where the rule it speaks of is checked; the screen shows it in
its own language. Facts are filled in by name, so a translation may order them as it likes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Formatter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.second_factor import FactorKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """A Chinese sentence with named gaps (`{name}`) and what fills them."""

    context: str
    template: str
    facts: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        """The sentence in Chinese."""
        if not self.facts and "{" not in self.template and "}" not in self.template:
            return self.template
        return self.template.format(**{name: str(fact) for name, fact in self.facts.items()})

    def fill(self, **facts: Any) -> Sentence:
        """Give the same sentence with its gaps filled; a fact may be a sentence itself."""
        return Sentence(self.context, self.template, {**self.facts, **facts})


def sentence(context: str, template: str, /) -> Sentence:
    """Mark a Chinese sentence for translation; lupdate collects the two literals, so it takes no more."""
    return Sentence(context, template)


def stored(context: str, template: str, facts: Mapping[str, Any]) -> Sentence:
    """Return a sentence that was stored somewhere else than in the program.

    ValueError where a gap is more than a name, or nothing fills it: whoever wrote it there might have it show what
    is no fact, or have it take all memory.
    """
    for _, gap, how, kind in Formatter().parse(template):
        if gap is not None and (gap not in facts or how or kind or not gap.isidentifier()):
            raise ValueError("not a sentence of this program's")
    return Sentence(context, template, dict(facts))


class CounterError(Exception):
    """Something the clerk can mend or must know; carries a sentence, never a traceback."""

    def __init__(self, message: Sentence) -> None:
        super().__init__(str(message))
        self.message = message


class BadInput(CounterError):
    """A field breaks its stated rule; `field` is its name in the form, and what was typed is kept."""

    def __init__(self, field: str, message: Sentence) -> None:
        super().__init__(message)
        self.field = field


class NotPossible(CounterError):
    """The step is not possible now, and the sentence says why and what would change it."""


class PasswordDue(CounterError):
    """The password was right but lets nobody in any more: its owner must set another, as `rule` says."""

    def __init__(self, message: Sentence, rule: Sentence) -> None:
        super().__init__(message)
        self.rule = rule


class FactorDue(CounterError):
    """The password was right; a second factor comes next, or one must be registered first (`to_register`).

    `half` goes with the next step: it names this attempt and nothing else.
    """

    def __init__(self, message: Sentence, half: str, kinds: tuple[FactorKind, ...]) -> None:
        super().__init__(message)
        self.half, self.kinds = half, kinds

    @property
    def to_register(self) -> bool:
        """Whether there is none yet."""
        return not self.kinds


class EnvironmentTrouble(CounterError):
    """The disk, the database file, the printer: what is wrong, what still works, what to do."""


class ServerAway(EnvironmentTrouble):
    """The station's server does not answer, since a moment in UTC; nothing else is wrong.

    `unsure` when it went away while a transaction was being committed: it may be stored or not. The same
    request sent again gives the stored answer or does it now.
    """

    def __init__(self, message: Sentence, since: datetime, *, unsure: bool = False) -> None:
        super().__init__(message)
        self.since = since
        self.unsure = unsure


class ServerRefuses(EnvironmentTrouble):
    """The station's server is there and lets this program do nothing, since a moment in UTC; the sentence says why.

    A window goes on by itself as while it is away.
    """

    def __init__(self, message: Sentence, since: datetime) -> None:
        super().__init__(message)
        self.since = since


NO_SERVER = (ServerAway, ServerRefuses)
"""What a window goes on by itself for."""


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """One field of a form and the sentence about it."""

    field: str
    message: Sentence
