"""Findings as people read them, with the names of places in them, and as a case keeps them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desktop.domain.errors import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain.rule import Finding
    from desktop.services.divisions import Divisions

_PLACES = frozenset(("hukou", "division", "from_division", "previous", "work"))


def named(findings: tuple[Finding, ...], divisions: Divisions) -> tuple[Finding, ...]:
    """Return the findings with division codes written out, 历下区 with its province and city."""
    return tuple(replace(one, fact=with_names(one.fact, divisions)) for one in findings)


def with_names(told: Sentence, divisions: Divisions) -> Sentence:
    """Return a sentence with division codes written out; a code without a name stays as it is."""
    codes = {place: code for place, code in told.facts.items() if place in _PLACES}
    return told.fill(
        **{
            place: divisions.full_name(code) or code
            for place, code in codes.items()
            if isinstance(code, str) and code.isdigit()
        }
    )


def kept(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Return findings as a case keeps them: what was said on the day, whatever the rules say later."""
    return [
        {
            "code": one.code,
            "basis": one.basis,
            "met": one.met,
            "fact": str(one.fact),
            "change": str(one.change or ""),
        }
        for one in findings
    ]
