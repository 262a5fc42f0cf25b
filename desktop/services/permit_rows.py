"""What the services say of permits, frozen: a permit, what happened to it, what was done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop.domain.permit_life import PermitState


@dataclass(frozen=True, slots=True)
class PermitRow:
    """One permit as it stands, or as one of its versions had it."""

    permit_id: int
    version: int
    permit_number: str
    person_id: int
    person_name: str
    masked_id_number: str
    case_id: int
    state: PermitState
    ground: str
    division: str
    address: str
    serial: str
    produced_on: date
    issued_on: date
    handed_over_on: date | None
    years_from: date
    endorsed_on: date | None
    opens_on: date | None
    due_on: date | None
    valid_until: date | None
    replaces_id: int | None
    replaced_by: int | None
    end_reason: str
    policy: str


@dataclass(frozen=True, slots=True)
class PermitStepRow:
    """What happened to a permit: the event, the state after it, when, by whom, in which case."""

    permit_id: int
    event: str
    state: str
    at: datetime
    on_date: date
    staff_name: str
    counter_number: int
    case_id: int | None
    note: str
