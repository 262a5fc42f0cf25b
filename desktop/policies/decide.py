"""Decide one case: a place, a day, a matter and its facts in; the outcome with every article out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desktop.domain.errors import BadInput, Sentence, sentence
from desktop.domain.policy import Layer
from desktop.domain.rule import Finding
from desktop.domain.working_days import Calendar
from desktop.policies import hukou_matters, permit_life_matters, permit_matters, residence_matters
from desktop.policies.book import PolicyBook
from desktop.policies.cases import Case, Matter
from desktop.policies.facts import Facts

MATTERS: tuple[Matter, ...] = (
    *residence_matters.MATTERS,
    *permit_matters.MATTERS,
    *permit_life_matters.MATTERS,
    *hukou_matters.MATTERS,
)
"""Everything that can be decided."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the rules of a place say of one case on a day, and by which packs.

    `outcome` is a code and `words` says it; `date` is the day that comes with it (a last day, or the first
    one), `estimated` (暂估) when it reaches into a year without a calendar. `more` are the further values
    of the matter, such as the working days somebody is late.
    """

    place: str
    day: date
    matter: str
    outcome: str
    words: Sentence
    date: date | None
    estimated: bool
    findings: tuple[Finding, ...]
    version: str
    title: str
    layers: tuple[Layer, ...]
    lapsed: tuple[Layer, ...]
    more: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Give the answer as plain values: codes, ISO dates, Chinese sentences."""
        return {
            "place": self.place,
            "day": self.day.isoformat(),
            "matter": self.matter,
            "outcome": self.outcome,
            "words": str(self.words),
            "date": self.date.isoformat() if self.date else None,
            "estimated": self.estimated,
            **self.more,
            "findings": [_finding(each) for each in self.findings],
            "policy": self.version,
            "title": self.title,
            "layers": [_layer(each) for each in self.layers],
            "lapsed": [_layer(each) for each in self.lapsed],
        }


def decide(
    book: PolicyBook, calendar: Calendar, place: str, on: date, matter: str, facts: Mapping[str, Any]
) -> Answer:
    """Decide a matter at a place (6 to 12 digits) on a day; names, codes and labels in Chinese or English.

    Raises BadInput, naming the fact, for what is unknown, unreadable or missing, and NotPossible for a day
    without a national pack.
    """
    place = place.strip()
    if not re.fullmatch(r"[1-9][0-9]{5,11}", place):
        problem = sentence("policies", "地点“{place}”应为6至12位区划代码。")
        raise BadInput("place", problem.fill(place=place))
    what = _matter(matter)
    stated = Facts(facts, what.facts)
    policy = book.in_force(place, on)
    verdict = what.judge(Case(place, on, stated, policy, calendar, book))
    pack = verdict.pack
    return Answer(
        place=place,
        day=on,
        matter=what.code,
        outcome=verdict.outcome,
        words=verdict.words,
        date=verdict.on,
        estimated=verdict.estimated,
        findings=verdict.findings,
        version=f"{pack.place}@{pack.effective_from}" if pack else policy.version,
        title=pack.title if pack else policy.title,
        layers=(pack,) if pack else policy.layers,
        lapsed=() if pack else policy.lapsed,
        more=verdict.more,
    )


def _matter(name: str) -> Matter:
    for matter in MATTERS:
        if name.strip() in (matter.code, matter.name):
            return matter
    problem = sentence("policies", "没有“{matter}”这个事项，可以是：{known}。")
    known = "、".join(f"{matter.name}（{matter.code}）" for matter in MATTERS)
    raise BadInput("matter", problem.fill(matter=name, known=known))


def _finding(found: Finding) -> dict[str, Any]:
    return {
        "code": found.code,
        "met": found.met,
        "fact": str(found.fact),
        "basis": found.basis,
        "change": str(found.change) if found.change else None,
        "verified": found.verified,
        "note": found.note,
    }


def _layer(layer: Layer) -> dict[str, Any]:
    return {
        "place": layer.place,
        "title": layer.title,
        "document": layer.document,
        "effective_from": layer.effective_from.isoformat(),
        "effective_to": layer.effective_to.isoformat() if layer.effective_to else None,
    }
