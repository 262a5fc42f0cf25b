"""Which routes lead to a hukou in a zone, what each still lacks, and from which day time alone meets it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.domain.errors import Sentence, sentence
from desktop.domain.hukou_codes import FamilyMember, HukouZone, label
from desktop.domain.hukou_conditions import Judged, judge_base, judge_last_age, judge_place, judge_work
from desktop.domain.hukou_facts import HukouFacts
from desktop.domain.hukou_grounds import judge_ground
from desktop.domain.hukou_policy import HukouPolicy, HukouRoute
from desktop.domain.rule import Finding
from desktop.domain.times import age_on

__all__ = ["DISCLAIMER", "HukouAssessment", "HukouFacts", "RouteAssessment", "assess_hukou"]

DISCLAIMER = sentence(
    "hukou", "本测算按填写的情况对照规定得出，只供了解，不是审批决定；能否落户，由公安机关核验材料后决定。"
)
"""What the screen and the printed notice say of every assessment: it informs and does not decide."""

SUMMARY = sentence("hukou", "{zone}，符合{count}条途径")
"""What a case says of an assessment in one line."""


@dataclass(frozen=True, slots=True)
class RouteAssessment:
    """One route judged. `family` may come along, of the children those born on the days of `children`.

    `grounded` is a route whose personal ground is there: the relative, the group, the qualification that it
    is for. `nearest` is the first day on which time alone meets every condition, while the notice is in
    force: the day itself for a route that is met, None where something else than time is missing.
    """

    route: HukouRoute
    findings: tuple[Finding, ...]
    family: tuple[FamilyMember, ...]
    children: tuple[date, ...]
    grounded: bool
    nearest: date | None

    @property
    def met(self) -> bool:
        """Whether every condition is met."""
        return all(finding.met for finding in self.findings)

    @property
    def missing(self) -> tuple[Finding, ...]:
        """The conditions that are not met."""
        return tuple(finding for finding in self.findings if not finding.met)

    @property
    def title(self) -> Sentence:
        """The route's name, for translation."""
        return Sentence("hukou", self.route.label)

    @property
    def summary(self) -> Sentence:
        """In one sentence: met, met from a day on, or how many conditions are missing."""
        if self.met:
            return sentence("hukou", "按填写的情况，条件已具备。")
        if self.nearest is not None:
            said = sentence("hukou", "情况不变的，{day}起条件具备。")
            return said.fill(day=self.nearest.isoformat())
        return sentence("hukou", "还缺{number}项条件。").fill(number=len(self.missing))


@dataclass(frozen=True, slots=True)
class HukouAssessment:
    """Every route in the zone, those that are met first, then the nearest; it informs, and decides nothing."""

    zone: HukouZone
    routes: tuple[RouteAssessment, ...]
    version: str
    on: date
    note: Sentence = DISCLAIMER

    @property
    def zone_title(self) -> Sentence:
        """The zone's name, for translation."""
        return label(self.zone)

    @property
    def met(self) -> tuple[RouteAssessment, ...]:
        """The routes of which every condition is met."""
        return tuple(route for route in self.routes if route.met)

    def route(self, code: str) -> RouteAssessment:
        """Give the assessment of one route of the pack; KeyError for one that the zone has not."""
        for each in self.routes:
            if each.route.code == code:
                return each
        raise KeyError(code)


def assess_hukou(facts: HukouFacts, policy: HukouPolicy, on: date) -> HukouAssessment:
    """Judge every route in the zone of `facts.division` on a day.

    Routes that are met come first. Then come those whose personal ground is there before those whose ground
    is missing (nobody to join, no such degree); of these the fewest conditions missing, and then the
    earliest day on which time alone meets them; at last the notice's order. Raises NotPossible where the
    street is needed to tell the zone, or the place lies in no zone.
    """
    zone = policy.zone_of(facts.division)
    place = judge_place(zone, facts, policy)
    judged = [
        _assess(route, place, zone, facts, policy, on) for route in policy.routes if zone in route.zones
    ]
    return HukouAssessment(zone, tuple(sorted(judged, key=_nearness)), policy.version, on)


def _nearness(route: RouteAssessment) -> tuple[bool, bool, int, date]:
    missing = len(route.missing)
    return (missing > 0, not route.grounded, missing, route.nearest or date.max)


def _assess(
    route: HukouRoute, place: Judged, zone: HukouZone, facts: HukouFacts, policy: HukouPolicy, on: date
) -> RouteAssessment:
    judged = (
        place,
        *judge_ground(route, facts, policy, on),
        *judge_last_age(route, facts, on),
        *judge_base(route, zone, facts, policy, on),
        *judge_work(route, facts, on),
    )
    family = tuple(member for member in FamilyMember if member in route.family)
    return RouteAssessment(
        route=route,
        findings=tuple(each.finding for each in judged),
        family=family,
        children=tuple(sorted(_children(family, facts, policy, on))),
        grounded=all(each.finding.met for each in judged if each.ground),
        nearest=_nearest(judged, policy, on),
    )


def _nearest(judged: Iterable[Judged], policy: HukouPolicy, on: date) -> date | None:
    """Give the first day from which all is met, unless something is over, or the notice ends, before it."""
    first = on
    last = policy.effective_to or date.max
    for each in judged:
        if each.since is None:
            return None
        first, last = max(first, each.since), min(last, each.until)
    return first if first <= last else None


def _children(
    family: tuple[FamilyMember, ...], facts: HukouFacts, policy: HukouPolicy, on: date
) -> tuple[date, ...]:
    if FamilyMember.UNMARRIED_CHILDREN in family:
        return facts.children_born
    if FamilyMember.MINOR_CHILDREN in family:
        return tuple(born for born in facts.children_born if age_on(born, on) < policy.adult_age.value)
    return ()
