"""The rows of an application: what it needs, what became of it, how it was left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.errors import Sentence
    from desktop.domain.permit import MaterialNeed
    from desktop.domain.rule import Finding
    from desktop.services.rows import CaseRow


@dataclass(frozen=True, slots=True)
class Checklist:
    """What an application needs and whether the law allows it today."""

    findings: tuple[Finding, ...]
    materials: tuple[MaterialNeed, ...]
    promised_on: date
    promised_estimated: bool
    agent_needed: Sentence | None
    policy: str


@dataclass(frozen=True, slots=True)
class ApplicationDone:
    """A stored application: accepted, awaiting materials or refused, and the paper that says so."""

    case: CaseRow
    paper_id: int


@dataclass(frozen=True, slots=True)
class SheetDone:
    """A stored sheet that tells a resident something, and its paper."""

    case: CaseRow
    paper_id: int


@dataclass(frozen=True, slots=True)
class ResumedApplication:
    """An application that waits for materials, as it was left."""

    case: CaseRow
    ground: str
    materials: dict[str, str]  # material code -> "present", "missing" or "shared"
    photo: bytes | None
    agent: dict[str, str]
    remark: str
