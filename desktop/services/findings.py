"""Findings with the names of places in them: the rules judge codes, people read names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.errors import Sentence

if TYPE_CHECKING:
    from desktop.domain.rule import Finding
    from desktop.services.divisions import Divisions

_PLACES = ("hukou", "division", "from_division")


def named(findings: tuple[Finding, ...], divisions: Divisions) -> tuple[Finding, ...]:
    """Return the findings with division codes written out, 历下区 with its province and city."""
    return tuple(replace(one, fact=_named(one.fact, divisions)) for one in findings)


def _named(told: Sentence, divisions: Divisions) -> Sentence:
    return told.fill(
        **{
            place: divisions.full_name(code)
            for place in _PLACES
            if isinstance(code := told.facts.get(place), str) and code.isdigit()
        }
    )
