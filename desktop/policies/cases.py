"""One case: where, when and by which facts something is judged, and what a matter makes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desktop.domain.errors import Sentence
from desktop.domain.policy import Layer, Policy
from desktop.domain.rule import Finding
from desktop.domain.working_days import Calendar, Due
from desktop.policies.book import PolicyBook
from desktop.policies.facts import Fact, Facts


@dataclass(frozen=True, slots=True)
class Case:
    """What a matter is judged by: `division` is the county (6 digits) of the station at `place`."""

    place: str
    on: date
    facts: Facts
    policy: Policy
    calendar: Calendar
    book: PolicyBook

    @property
    def division(self) -> str:
        """The county of the place."""
        return self.place[:6]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What comes out: a code and its words, the day that matters, and every condition judged.

    `more` are further facts of the answer for whoever reads it as JSON; plain values only. `pack` is the one
    that was decided by where it is none of the rules on residence, which lie over one another.
    """

    outcome: str
    words: Sentence
    findings: tuple[Finding, ...]
    on: date | None = None
    estimated: bool = False
    more: Mapping[str, Any] = field(default_factory=dict)
    pack: Layer | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that can be decided: its code and Chinese name, the facts it knows, and how it is judged."""

    code: str
    name: str
    facts: tuple[Fact[Any], ...]
    judge: Callable[[Case], Verdict]


def by(due: Due | None, outcome: str, words: Sentence, findings: tuple[Finding, ...]) -> Verdict:
    """Give a verdict whose day is a last day, which may be estimated, or which the law does not set."""
    if due is None:
        return Verdict(outcome, words, findings)
    return Verdict(outcome, words, findings, due.on, due.estimated)
