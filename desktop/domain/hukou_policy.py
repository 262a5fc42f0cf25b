"""What a notice on hukou transfer states: zones, routes with their conditions, who may come along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.domain.codes import Education
from desktop.domain.errors import NotPossible, Sentence, sentence
from desktop.domain.hukou_codes import (
    Degree,
    Dwelling,
    FamilyMember,
    Honour,
    HukouZone,
    JobPlace,
    Kin,
    PolicyGroup,
    RouteKind,
    Skill,
    TalentClass,
    Title,
)
from desktop.domain.policy import Layer
from desktop.domain.rule import Rule


@dataclass(frozen=True, slots=True)
class ZonePlace:
    """A county (6 digits) or street (9 digits) of a zone, how the notice names it, and what became of it.

    A county stands for all its streets but those that another zone lists.
    """

    code: str
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Onward:
    """Natives of some counties (6 digits), and people so many months after they came there, may go on."""

    counties: frozenset[str]
    into: frozenset[str]
    months: int


@dataclass(frozen=True, slots=True)
class Prize:
    """An honour that counts: the last prize that does (0: any), within so many years (0: ever)."""

    honour: Honour
    last_prize: int
    years: int


@dataclass(frozen=True, slots=True)
class ParentAges:
    """From which full age a father and a mother may join a grown child."""

    male: int
    female: int


@dataclass(frozen=True, slots=True)
class Purchase:
    """Homes bought before a day still count for so many months from that day."""

    before: date
    months: int


@dataclass(frozen=True, slots=True)
class Qualification:
    """What somebody must be or have: any one of these. Education comes with its months of pension insurance."""

    talents: frozenset[TalentClass] = frozenset()
    degrees: frozenset[Degree] = frozenset()
    titles: frozenset[Title] = frozenset()
    skills: frozenset[Skill] = frozenset()
    educations: tuple[tuple[Education, int], ...] = ()
    full_time: bool = False
    prizes: tuple[Prize, ...] = ()


@dataclass(frozen=True, slots=True)
class HukouRoute:
    """One way to settle a hukou; a condition that is None or False is not judged.

    `basis` is the article of every condition but those with a rule of their own, which many routes share.
    `label` is the notice's name of the route, one of ROUTE_LABELS in the published packs.
    """

    code: str
    kind: RouteKind
    label: str
    basis: str
    verified: bool
    note: str
    zones: frozenset[HukouZone]
    family: frozenset[FamilyMember]
    outside: Rule[frozenset[str]] | None = None
    onward: Rule[Onward] | None = None
    job: Rule[JobPlace] | None = None
    dwellings: Rule[frozenset[Dwelling]] | None = None
    dwelling_or_job: bool = False
    hired: bool = False
    qualification: Qualification | None = None
    last_age: int | None = None
    contract: bool = False
    pension_months: int | None = None
    permit: bool = False
    group: PolicyGroup | None = None
    project: bool = False
    kin: Kin | None = None
    remarried_months: int | None = None
    parent_ages: ParentAges | None = None
    purchase: Purchase | None = None

    def rule(self, value: Any = True) -> Rule[Any]:
        """Give one of the route's own conditions as a rule, with the route's article."""
        return Rule(value, self.basis, self.verified, self.note)


@dataclass(frozen=True, slots=True)
class HukouPolicy:
    """A notice on hukou transfer in force at a place; `version` names it in a decision.

    `division` are the digits that the city's places begin with. `waived` are the kinds of
    route on which job and dwelling are not judged. `native_like` says from where people count as
    natives of the counties of `onward` after they moved there. `history` is shown, never enforced.
    """

    place: str
    title: str
    document: str
    division: str
    effective_from: date
    effective_to: date | None
    version: str
    zones: tuple[tuple[HukouZone, Rule[tuple[ZonePlace, ...]]], ...]
    outside: Rule[frozenset[str]]
    job: Rule[JobPlace]
    dwellings: Rule[frozenset[Dwelling]]
    waived: Rule[frozenset[RouteKind]]
    onward: Rule[Onward]
    native_like: Rule[Onward]
    adult_age: Rule[int]
    no_chain: Rule[bool]
    routes: tuple[HukouRoute, ...]
    history: tuple[tuple[str, Rule[str]], ...]

    @property
    def layer(self) -> Layer:
        """What the pack says of itself, as decisions quote it."""
        return Layer(self.place, self.title, self.document, self.effective_from, self.effective_to)

    def zone_of(self, division: str) -> HukouZone:
        """Give the zone of a division (6 to 12 digits).

        Raises NotPossible where the county lies in several zones and the street is needed, and for a place
        that lies in none.
        """
        found = self.zone_if_known(division)
        if found is not None:
            return found
        streets = [place for place in self.places() if place.code.startswith(division[:6])]
        if len(division) < 9 and streets:
            problem = sentence("hukou", "{division}分属不同的落户区域，请选到街道、镇。")
        else:
            problem = sentence("hukou", "{division}不在{document}划定的落户区域内，不能按这份规定判断。")
        raise NotPossible(problem.fill(division=division, document=self.document))

    def zone_if_known(self, division: str) -> HukouZone | None:
        """Give the zone of a division, or None where it lies in no zone, or its street would be needed."""
        street, county = division[:9], division[:6]
        if len(street) == 9:
            for zone, rule in self.zones:
                if any(place.code == street for place in rule.value):
                    return zone
        whole = [zone for zone, rule in self.zones if any(place.code == county for place in rule.value)]
        if len(whole) != 1:
            return None
        split = any(
            zone is not whole[0] and any(place.code.startswith(county) for place in rule.value)
            for zone, rule in self.zones
        )
        return whole[0] if len(street) == 9 or not split else None

    def places(self) -> Iterator[ZonePlace]:
        """Give every county and street that a zone lists."""
        for _, rule in self.zones:
            yield from rule.value

    def division_codes(self) -> Iterator[tuple[str, str]]:
        """Give every division code that the pack names, with the key that names it, for a check of packs."""
        for zone, rule in self.zones:
            for place in rule.value:
                yield f"hukou.zones.{zone}", place.code
        for key, codes in (
            ("hukou.base.outside", self.outside.value),
            ("hukou.base.onward", self.onward.value.counties | self.onward.value.into),
            ("hukou.base.native_like", self.native_like.value.counties | self.native_like.value.into),
        ):
            for code in sorted(codes):
                yield key, code

    def rules(self) -> Iterator[tuple[str, Rule[Any]]]:
        """Give every rule by its key, such as `hukou.base.job`, for a screen that lists them."""
        for zone, rule in self.zones:
            yield f"hukou.zones.{zone}", rule
        yield "hukou.base.outside", self.outside
        yield "hukou.base.job", self.job
        yield "hukou.base.dwellings", self.dwellings
        yield "hukou.base.waived", self.waived
        yield "hukou.base.onward", self.onward
        yield "hukou.base.native_like", self.native_like
        yield "hukou.base.adult_age", self.adult_age
        yield "hukou.base.no_chain", self.no_chain
        for route in self.routes:
            yield f"hukou.routes.{route.code}", route.rule(route.label)
        for code, history in self.history:
            yield f"hukou.history.{code}", history


ROUTE_LABELS: tuple[Sentence, ...] = (
    sentence("hukou", "人才落户（1）：A至E类人才和认定的其他高层次、高技能人才"),
    sentence("hukou", "人才落户（2）：博士、硕士，副高级以上职称，高级技师"),
    sentence("hukou", "人才落户（3）：受表彰或在职业技能竞赛中获奖"),
    sentence("hukou", "人才落户（4）：50周岁以下，中级以上职称或技师以上职业资格"),
    sentence("hukou", "人才落户（5）：45周岁以下，初级职称或高级职业资格"),
    sentence("hukou", "人才落户（6）：45周岁以下，研究生、本科学历"),
    sentence("hukou", "人才落户（7）：40周岁以下，全日制大专、中专学历"),
    sentence("hukou", "居住就业落户"),
    sentence("hukou", "政策落户（1）：调入的干部、职工"),
    sentence("hukou", "政策落户（2）：毕业生"),
    sentence("hukou", "政策落户（3）：新生、本市生源毕业生、退学回原籍的在校生"),
    sentence("hukou", "政策落户（4）：易地安置的退役士官（兵）"),
    sentence("hukou", "政策落户（5）：军队转业、退伍、离退休人员，随军家属"),
    sentence("hukou", "政策落户（6）：离退休安置、恢复户口、无户口登记、回国（境）定居"),
    sentence("hukou", "引进项目落户"),
    sentence("hukou", "亲属投靠（1）：夫妻投靠"),
    sentence("hukou", "亲属投靠（2）：子女投靠"),
    sentence("hukou", "亲属投靠（3）：父母投靠"),
    sentence("hukou", "亲属投靠（4）：父母双亡的未成年人"),
    sentence("hukou", "亲属投靠（5）：依法收养子女"),
    sentence("hukou", "鼓励落户：居住、就业并参保满2年"),
    sentence("hukou", "放开落户：长清、章丘居住、就业并参保"),
    sentence("hukou", "放开落户：平阴、济阳、商河居住或就业"),
    sentence("hukou", "原购房落户（过渡期）"),
)
"""The labels that the published packs use, here so that they are collected for translation."""
