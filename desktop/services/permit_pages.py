"""What the services say of an issued permit, frozen: its page, what was done, what falls due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.errors import Sentence
    from desktop.domain.permit import MaterialNeed
    from desktop.domain.permit_life import PermitEvent
    from desktop.domain.rule import Finding
    from desktop.services.permit_rows import PermitRow, PermitStepRow
    from desktop.services.permit_standing import StandingRow
    from desktop.services.rows import CaseRow, PersonRow, RegistrationRow


@dataclass(frozen=True, slots=True)
class EventRow:
    """Something that may happen to a permit, or the sentence that says why not now."""

    event: PermitEvent
    possible: bool
    why_not: Sentence | None = None


@dataclass(frozen=True, slots=True)
class PermitPage:
    """Everything a permit's page shows.

    `versions` and `steps` are oldest first; `chain` holds every card of the line, oldest first, this one
    among them. `open_replacement` is the case in which a new card is being made. `to_replace` says what on
    the card's face is no longer right.
    """

    permit: PermitRow
    person: PersonRow
    registration: RegistrationRow | None
    standing: StandingRow
    events: tuple[EventRow, ...]
    versions: tuple[PermitRow, ...]
    steps: tuple[PermitStepRow, ...]
    chain: tuple[PermitRow, ...]
    open_replacement: CaseRow | None
    to_replace: Sentence | None


@dataclass(frozen=True, slots=True)
class PermitDone:
    """What was done to a permit: the case, where there is one, the permit after it, the paper to print."""

    permit: PermitRow
    case: CaseRow | None = None
    paper_id: int | None = None
    notes: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class EndorsementCheck:
    """What an endorsement made today needs and does; every finding met means that it can be made.

    `late` says that it is made up for; `years_from` and the next dates are those it leads to; `need` is the
    proof of the ground.
    """

    permit: PermitRow
    findings: tuple[Finding, ...]
    late: bool
    years_from: date
    full_years: int
    next_opens_on: date | None
    next_due_on: date | None
    policy: str
    need: MaterialNeed


@dataclass(frozen=True, slots=True)
class ReplacementCheck:
    """What a replacement of this kind needs, by when it is made, what it costs, and why it cannot be, if so."""

    permit: PermitRow
    materials: tuple[MaterialNeed, ...]
    due_on: date
    due_estimated: bool
    basis: str
    fee: Sentence
    policy: str
    why_not: Sentence | None = None


class DueKind(StrEnum):
    """The lists of endorsements: the window opens soon, is open, is past."""

    OPENING = "opening"
    OPEN = "open"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class EndorsementDue:
    """One permit on a list of endorsements; `days_left` counts working days to the last day, negative after it."""

    permit: PermitRow
    phone: str
    opens_on: date
    due_on: date
    days_left: int
    estimated: bool


@dataclass(frozen=True, slots=True)
class DuePage:
    """A page of a list; `after` asks for the next one and is None at the end."""

    kind: DueKind
    rows: tuple[EndorsementDue, ...]
    after: tuple[date, int] | None


@dataclass(frozen=True, slots=True)
class DepartureCheck:
    """What a departure would end, and how many working days late it is told; `due_on` None: the rules set no day.

    `cases` are under way and would be withdrawn.
    """

    registration: RegistrationRow | None
    permits: tuple[PermitRow, ...]
    cases: tuple[CaseRow, ...]
    due_on: date | None
    late_days: int
    late: Sentence | None
    basis: str
    policy: str


@dataclass(frozen=True, slots=True)
class DepartureDone:
    """What a departure ended: the registration, the permits, and the certificate that says so."""

    case: CaseRow
    paper_id: int
    registration: RegistrationRow | None
    permits: tuple[PermitRow, ...]
    late_days: int


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a person, as it was and as it is to be."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A proposed correction: what, why, on what evidence, by whom, and what became of it."""

    case: CaseRow
    changes: tuple[Change, ...]
    reason: str
    evidence: str
    notes: tuple[Sentence, ...] = ()
