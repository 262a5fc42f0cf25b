"""The rules of one place from one day on, each value with the article that it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar

from desktop.domain.codes import Ground, LodgingKind, Relation
from desktop.domain.errors import Sentence
from desktop.domain.working_days import Calendar, Due, add_calendar_days, add_working_days

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """A value, its article, and the layer that states it (`nation`, `shandong` …).

    What could not be read in its source is not `verified`, and the note says why.
    """

    value: T
    basis: str
    verified: bool = True
    note: str = ""
    place: str = ""


class DayUnit(StrEnum):
    """In what a deadline counts."""

    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"


@dataclass(frozen=True, slots=True)
class Deadline:
    """So many days; the day on which they start to run does not count."""

    days: int
    unit: DayUnit

    def due(self, start: date, calendar: Calendar) -> Due:
        """Give the last day, which is always a working day."""
        add = add_working_days if self.unit is DayUnit.WORKING_DAYS else add_calendar_days
        return add(start, self.days, calendar)


class Scope(StrEnum):
    """From where to where somebody must have moved."""

    COUNTIES = "counties"
    CITIES = "cities"

    def covers(self, hukou_division: str, division: str) -> bool:
        """Tell whether living in `division` with hukou in `hukou_division` (6 digits each) is in scope.

        `COUNTIES`: another county, city or district (跨县、市、区). `CITIES`: another city or county, but not
        another district of the same city (公通字〔2021〕12号 第五十八条、第六十三条).
        """
        if hukou_division == division:
            return False
        if self is Scope.COUNTIES or hukou_division[:4] != division[:4]:
            return True
        return not (_is_urban(hukou_division) and _is_urban(division))


class SpanCounting(StrEnum):
    """How interrupted residence adds up to half a year."""

    CONTINUOUS = "continuous"
    SUM = "sum"


class NeededBy(StrEnum):
    """Whose application a material belongs to."""

    EVERYONE = "everyone"
    EMPLOYMENT = "employment"
    DWELLING = "dwelling"
    STUDY = "study"
    AGENT = "agent"


@dataclass(frozen=True, slots=True)
class Material:
    """One thing to bring, or any one of `alternatives`; `shareable` when data sharing may stand in for it."""

    label: str
    needed_by: NeededBy
    alternatives: tuple[str, ...]
    shareable: bool


@dataclass(frozen=True, slots=True)
class RegistrationPolicy:
    """Who reports where they live, and by when."""

    term: Rule[str]
    certificate: Rule[str]
    mainland_only: Rule[bool]
    scope: Rule[Scope]
    min_days: Rule[int]
    report_within: Rule[Deadline]
    exempt_lodgings: Rule[frozenset[LodgingKind]]
    volunteers_served: Rule[bool]
    free: Rule[bool]


@dataclass(frozen=True, slots=True)
class PermitPolicy:
    """Who may have a permit, what to bring, and how soon it is issued."""

    mainland_only: Rule[bool]
    scope: Rule[Scope]
    months_registered: Rule[int]
    spans: Rule[SpanCounting]
    grounds: Rule[frozenset[Ground]]
    one_per_person: Rule[bool]
    agent_under_age: Rule[int]
    agent_relations: Rule[frozenset[Relation]]
    issue_within: Rule[Deadline]
    issue_at_most: Rule[Deadline]
    free_first_issue: Rule[bool]
    materials: tuple[tuple[str, Rule[Material]], ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """One pack that the rules in force were put together from."""

    place: str
    title: str
    document: str
    effective_from: date
    effective_to: date | None


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules in force at a place on a day, the nation's overlaid by the province's and the city's.

    `place` and `title` are the lowest layer's. `effective_from` and `effective_to` bound the days on which
    exactly these layers stand. `version` is kept with every decision.
    """

    place: str
    title: str
    effective_from: date
    effective_to: date | None
    version: str
    registration: RegistrationPolicy
    permit: PermitPolicy
    layers: tuple[Layer, ...]

    def rules(self) -> Iterator[tuple[str, Rule[Any]]]:
        """Give every rule by its key, such as `registration.min_days`, for a screen that lists them."""
        for name in ("registration", "permit"):
            part = getattr(self, name)
            for field in fields(part):
                rule = getattr(part, field.name)
                if isinstance(rule, Rule):
                    yield f"{name}.{field.name}", rule
        for code, material in self.permit.materials:
            yield f"permit.materials.{code}", material


@dataclass(frozen=True, slots=True)
class Finding:
    """One condition judged: the fact, whether it is met, and what would change it when it is not."""

    code: str
    basis: str
    met: bool
    fact: Sentence
    change: Sentence | None = None
    verified: bool = True
    note: str = ""


def finding(code: str, rule: Rule[Any], met: bool, fact: Sentence, change: Sentence | None = None) -> Finding:
    """Judge by one rule; what would change it is kept only where the condition is not met."""
    return Finding(code, rule.basis, met, fact, None if met else change, rule.verified, rule.note)


def _is_urban(division: str) -> bool:
    """Tell a district of a city (市辖区) from a county or county-level city, by GB/T 2260.

    Districts end in 01–20, in the municipalities also in 51–60 (崇明, 铜梁 …); 71–79 are the statistics
    bureau's development zones, which lie in districts.
    """
    last = int(division[4:])
    in_municipality = division[:2] in ("11", "12", "31", "50") and division[2:4] == "01"
    return 1 <= last <= 20 or 71 <= last <= 79 or (in_municipality and 51 <= last <= 60)
