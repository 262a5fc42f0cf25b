"""One case: where, when and by which facts something is judged, and what a matter makes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desktop.domain.errors import BadInput, Sentence, sentence
from desktop.domain.policy import Layer, Policy
from desktop.domain.rule import Finding
from desktop.domain.working_days import Calendar, Due
from desktop.policies.book import PolicyBook
from desktop.policies.facts import Fact, Facts, a_day


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


SILENT = sentence("outcomes", "没有规定")
"""What is said where the law sets nothing."""

TODAY = Fact("day", "判断日", a_day)
"""The day decided on, as a message names it."""


def by(due: Due | None, outcome: str, words: Sentence, findings: tuple[Finding, ...]) -> Verdict:
    """Give a verdict whose day is a last day, which may be estimated, or which the law does not set."""
    if due is None:
        return Verdict(outcome, words, findings)
    return Verdict(outcome, words, findings, due.on, due.estimated)


def no_permits(case: Case) -> Verdict:
    """Answer that there were no permits at the place and time."""
    fact = sentence("findings", "当时当地没有规定居住证。")
    said = sentence("outcomes", "没有居住证")
    return Verdict("no_permits", said, (no_rule("no_permits", case.policy, fact),))


def with_permits(judge: Callable[[Case], Verdict]) -> Callable[[Case], Verdict]:
    """Answer for a place and time without permits that there are none, whatever is asked."""
    return lambda case: no_permits(case) if case.policy.permits is None else judge(case)


def no_rule(code: str, policy: Policy, fact: Sentence) -> Finding:
    """Find that no layer in force says anything; the basis is the documents that were searched."""
    return Finding(code, "、".join(layer.document for layer in policy.layers), False, fact)


def in_order(first: Fact[date], before: date, second: Fact[Any], after: date | None) -> None:
    """See that one day is not before another; BadInput names both."""
    if after is not None and after < before:
        problem = sentence("policies", "“{second}”{after}早于“{first}”{before}。")
        raise BadInput(
            second.key,
            problem.fill(
                first=first.name, before=before.isoformat(), second=second.name, after=after.isoformat()
            ),
        )
