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
