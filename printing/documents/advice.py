"""What the papers say that inform a resident and decide nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from printing.documents.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitlementLine:
    """One thing its holder may ask for: the rules' words, the papers that it takes, and the article."""

    label: str
    papers: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitlementGroup:
    """Things of one sort, rights, services, conveniences …, in the rules' order."""

    title: str
    lines: tuple[EntitlementLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitlementSheet(Document):
    """权益和便利告知单: what the resident is entitled to here. `holding` is the paper held on the day."""

    KIND: ClassVar[str] = "entitlement_sheet"
    CODE: ClassVar[str] = "16"
    TITLE: ClassVar[str] = "权益和便利告知单"

    name: str
    id_kind: str
    masked_id: str
    holding: str
    groups: tuple[EntitlementGroup, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HukouCondition:
    """One condition of a route: the fact, its clause, whether it is met, what would change it."""

    fact: str
    basis: str
    met: bool
    change: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HukouRoute:
    """One way to move one's hukou, with every condition; `nearest` is the day on which time alone meets it."""

    title: str
    met: bool
    conditions: tuple[HukouCondition, ...]
    family: str
    nearest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HukouNotice(Document):
    """落户条件测算告知书: every route of a zone. It informs and decides nothing (`disclaimer`)."""

    KIND: ClassVar[str] = "hukou_notice"
    CODE: ClassVar[str] = "17"
    TITLE: ClassVar[str] = "落户条件测算告知书"

    name: str
    id_kind: str
    masked_id: str
    assessed_on: date
    place: str
    zone: str
    routes: tuple[HukouRoute, ...]
    rules: tuple[str, ...]
    disclaimer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyUse:
    """One use of personal information: for what, which, under which article, and how long it is kept."""

    purpose: str
    information: str
    basis: str
    kept: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyNotice(Document):
    """个人信息处理告知书 (个人信息保护法 art. 17, 30, 35): who handles what, why, how long, and one's rights.

    `shared` names who else gets information and why; `contact` is where rights are exercised, the station
    where it is empty.
    """

    KIND: ClassVar[str] = "privacy_notice"
    CODE: ClassVar[str] = "25"
    TITLE: ClassVar[str] = "个人信息处理告知书"

    name: str
    id_kind: str
    masked_id: str
    matter: str
    uses: tuple[PrivacyUse, ...]
    shared: tuple[str, ...] = ()
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffingFinding:
    """One step of the count: what was found, and its article."""

    fact: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffingSheet(Document):
    """人员配备测算表: how many people the rules ask for to look after so many newcomers on a day."""

    KIND: ClassVar[str] = "staffing_sheet"
    CODE: ClassVar[str] = "26"
    TITLE: ClassVar[str] = "人员配备测算表"

    day: date
    place: str
    residents: int
    result: str
    findings: tuple[StaffingFinding, ...]
    rules: tuple[str, ...]
