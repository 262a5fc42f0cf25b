"""The rules of one place from one day on, each value with the article that it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any

from desktop.domain.codes import CancelReason, Ground, Holding, LodgingKind, Relation, ResidenceReason
from desktop.domain.errors import NotPossible, sentence
from desktop.domain.rule import Deadline, Rule, Window
from desktop.domain.scope import Scope, Zones


class SpanCounting(StrEnum):
    """How interrupted residence adds up to half a year."""

    CONTINUOUS = "continuous"
    SUM = "sum"


class LateEndorsement(StrEnum):
    """From when the years count after an endorsement that came too late."""

    FROM_ENDORSEMENT = "from_endorsement"
    FROM_ISSUE = "from_issue"


class NeededBy(StrEnum):
    """Whose application a material belongs to."""

    EVERYONE = "everyone"
    EMPLOYMENT = "employment"
    DWELLING = "dwelling"
    STUDY = "study"
    AGENT = "agent"


class EntitlementKind(StrEnum):
    """What sort of thing a holder is entitled to, as the notices group them."""

    RIGHT = "right"
    SERVICE = "service"
    CONVENIENCE = "convenience"
    SCHOOLING = "schooling"
    HUKOU = "hukou"


@dataclass(frozen=True, slots=True)
class Material:
    """One thing to bring, or any one of `alternatives`; `shareable` when data sharing may stand in for it."""

    label: str
    needed_by: NeededBy
    alternatives: tuple[str, ...]
    shareable: bool


@dataclass(frozen=True, slots=True)
class Entitlement:
    """One thing that the holder of a certificate or of a permit may ask for, in the notice's words."""

    label: str
    kind: EntitlementKind
    holders: frozenset[Holding]


@dataclass(frozen=True, slots=True)
class Ages:
    """Full years from `first` to `last`, both within."""

    first: int
    last: int

    def __contains__(self, age: int) -> bool:
        """Tell whether an age in full years is within."""
        return self.first <= age <= self.last


@dataclass(frozen=True, slots=True)
class RegistrationPolicy:
    """Who reports where they live, and by when.

    `commuter_months` is for people who live at home and work in another county: so many months, 0 where
    they are not registered. Whoever means to stay `long_stay_days` or longer reports within
    `long_stay_report_within` instead, 0 and None where it makes no difference. `landlord_within` and
    `employer_within` are for newcomers, `…_leave_within` for those who have gone. The deadlines of
    `…_within` are None where the law sets none.
    """

    term: Rule[str]
    certificate: Rule[str]
    mainland_only: Rule[bool]
    scope: Rule[Scope]
    min_days: Rule[int]
    commuter_months: Rule[int]
    report_within: Rule[Deadline]
    long_stay_days: Rule[int]
    long_stay_report_within: Rule[Deadline | None]
    exempt_lodgings: Rule[frozenset[LodgingKind]]
    volunteers_served: Rule[bool]
    change_within: Rule[Deadline | None]
    leave_within: Rule[Deadline | None]
    landlord_within: Rule[Deadline | None]
    employer_within: Rule[Deadline | None]
    landlord_leave_within: Rule[Deadline | None]
    employer_leave_within: Rule[Deadline | None]
    free: Rule[bool]


@dataclass(frozen=True, slots=True)
class PermitPolicy:
    """Who may have a permit, who must, what to bring, and how long it is good for.

    A condition of 0, or an empty set of grounds, is no condition. `obligatory` people must apply, within
    `apply_within` of arriving; those outside `obliged_ages`, or whose reason or lodging is exempt, may.
    A permit either ends after `validity_months` (in the cases of `long_validity_for` after
    `long_validity_months`) or is endorsed every `endorse_every_months`; the other one is 0.
    """

    term: Rule[str]
    card: Rule[str]
    card_fields: Rule[tuple[str, ...]]
    mainland_only: Rule[bool]
    scope: Rule[Scope]
    months_registered: Rule[int]
    spans: Rule[SpanCounting]
    days_intended: Rule[int]
    min_age: Rule[int]
    grounds: Rule[frozenset[Ground]]
    one_per_person: Rule[bool]
    obligatory: Rule[bool]
    obliged_ages: Rule[Ages]
    exempt_reasons: Rule[frozenset[ResidenceReason]]
    exempt_lodgings: Rule[frozenset[LodgingKind]]
    apply_within: Rule[Deadline | None]
    agent_under_age: Rule[int]
    agent_relations: Rule[frozenset[Relation]]
    decide_within: Rule[Deadline | None]
    issue_within: Rule[Deadline]
    issue_at_most: Rule[Deadline | None]
    extension_reasons: Rule[tuple[str, ...]]
    replace_within: Rule[Deadline | None]
    collect_within: Rule[Deadline | None]
    change_within: Rule[Deadline | None]
    replaced_for: Rule[tuple[str, ...]]
    validity_months: Rule[int]
    long_validity_months: Rule[int]
    long_validity_for: Rule[tuple[str, ...]]
    renewal_window: Rule[Window | None]
    endorse_every_months: Rule[int]
    endorsement_window: Rule[Window | None]
    suspended_when_overdue: Rule[bool]
    late_endorsement: Rule[LateEndorsement | None]
    cancel_reasons: Rule[frozenset[CancelReason]]
    free_first_issue: Rule[bool]
    free_endorsement: Rule[bool]
    free_replacement: Rule[bool]
    materials: tuple[tuple[str, Rule[Material]], ...]


@dataclass(frozen=True, slots=True)
class StaffingPolicy:
    """How many auxiliaries and managers a community or an employer has for its newcomers."""

    residents_per_auxiliary: Rule[int]
    full_time_from: Rule[int]
    full_time_at_least: Rule[int]
    full_time_at_most: Rule[int]
    part_time_at_least: Rule[int]


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
    exactly these layers stand. `version` is kept with every decision. `lapsed` are packs of this place
    whose time was over on the day, so that the layer above stands in for them. `history` are statements
    that are shown and never enforced.
    """

    place: str
    title: str
    effective_from: date
    effective_to: date | None
    version: str
    registration: RegistrationPolicy
    permits: PermitPolicy | None
    entitlements: tuple[tuple[str, Rule[Entitlement]], ...]
    staffing: StaffingPolicy | None
    history: tuple[tuple[str, Rule[str]], ...]
    zone_rules: tuple[tuple[str, Rule[frozenset[str]]], ...]
    zones: Zones
    layers: tuple[Layer, ...]
    lapsed: tuple[Layer, ...]

    @property
    def permit(self) -> PermitPolicy:
        """The permit's rules; NotPossible at a place and time that had no permits."""
        if self.permits is None:
            problem = sentence("policies", "{title}没有规定居住证，当时当地不发居住证。")
            raise NotPossible(problem.fill(title=self.title))
        return self.permits

    def rules(self) -> Iterator[tuple[str, Rule[Any]]]:
        """Give every rule by its key, such as `registration.min_days`, for a screen that lists them."""
        for name, part in (
            ("registration", self.registration),
            ("permit", self.permits),
            ("staffing", self.staffing),
        ):
            if part is None:
                continue
            for field in fields(part):
                rule = getattr(part, field.name)
                if isinstance(rule, Rule):
                    yield f"{name}.{field.name}", rule
        if self.permits is not None:
            for code, material in self.permits.materials:
                yield f"permit.materials.{code}", material
        tables: Mapping[str, tuple[tuple[str, Rule[Any]], ...]] = {
            "entitlements": self.entitlements,
            "history": self.history,
            "zones": self.zone_rules,
        }
        for name, table in tables.items():
            for code, rule in table:
                yield f"{name}.{code}", rule
