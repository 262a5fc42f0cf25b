"""What the rules make of a residence: worked out while it is typed, and not again when it is stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.domain.move import assess_move, with_move
from desktop.domain.registration import RegistrationAssessment, assess_registration
from desktop.services.findings import named
from desktop.services.office import canonical

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.codes import LodgingKind
    from desktop.domain.policy import Policy
    from desktop.domain.rule import Finding
    from desktop.domain.working_days import Calendar
    from desktop.services.office import Office

_REMEMBERED = 256


@dataclass(frozen=True, slots=True)
class Judged:
    """An assessment; `named` are its findings with places written out, `facts` what a case keeps of it."""

    found: RegistrationAssessment
    named: tuple[Finding, ...]
    facts: str


class RegistrationRules:
    """Judges residences, and remembers the last ones as long as the policy and the calendar are the same."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._known: dict[tuple[Any, ...], tuple[Policy, Calendar, Judged]] = {}

    def judge(
        self,
        arrived_on: date,
        today: date,
        hukou_division: str,
        division: str,
        lodging: LodgingKind,
        intended_until: date | None,
        policy: Policy,
    ) -> Judged:
        """Judge a residence that is reported today."""
        facts = (arrived_on, today, hukou_division, division, lodging, intended_until)
        calendar = self._office.calendar
        known = self._known.get(facts)
        if known is not None and known[0] is policy and known[1] is calendar:
            return known[2]
        judged = self._named(
            assess_registration(
                arrived_on,
                today,
                hukou_division,
                division,
                lodging,
                policy,
                calendar,
                intended_until=intended_until,
            )
        )
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        self._known[facts] = policy, calendar, judged
        return judged

    def moved(
        self,
        judged: Judged,
        moved_from: str,
        division: str,
        moved_on: date,
        today: date,
        policy: Policy,
        registration_id: int | None = None,
    ) -> Judged:
        """Judge the same residence as one that somebody moves to from another county, and its registration."""
        move = assess_move(moved_from, division, moved_on, today, policy, self._office.calendar)
        return self._named(with_move(judged.found, move), registration_id)

    def _named(self, found: RegistrationAssessment, moved_from: int | None = None) -> Judged:
        findings = named(found.findings, self._office.divisions)
        facts = {
            "late_days": found.days_late,
            "due_on": found.due_on.isoformat() if found.due_on else "",
            "moved_from": moved_from,
            "findings": [
                {"code": it.code, "basis": it.basis, "met": it.met, "fact": str(it.fact)} for it in findings
            ],
        }
        return Judged(found, findings, canonical(facts))
