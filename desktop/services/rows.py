"""The frozen rows that services hand out: plain values, cheap to import, safe to pass between threads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from desktop.domain.rights import RIGHTS, Right

if TYPE_CHECKING:
    from desktop.domain.addresses import Address
    from desktop.domain.codes import CaseKind, CaseState, Role, Sex
    from desktop.domain.errors import Sentence
    from desktop.domain.id_numbers import IdKind
    from desktop.domain.rule import Finding
    from desktop.services.correction_pages import PersonVersionRow, SupersededRow
    from desktop.services.paper_rows import PaperRow
    from desktop.services.permit_rows import PermitRow


@dataclass(frozen=True, slots=True)
class StationRow:
    """The station this program serves; `division` has 6 digits and `station_code` 3."""

    division: str
    station_code: str
    name: str
    address: str
    phone: str
    practice: bool


@dataclass(frozen=True, slots=True)
class PracticeClerk:
    """A sample clerk of the practice station; the sign-in page shows the password."""

    name: str
    sign_in_name: str
    password: str
    role: Role


@dataclass(frozen=True, slots=True)
class Welcome:
    """What the sign-in page needs; `station` is None until one is set up."""

    station: StationRow | None
    counters: tuple[int, ...]
    practice_clerks: tuple[PracticeClerk, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who works at which counter; every service call that changes or shows something takes one.

    `without` are rights of the role that the station had taken away when they signed in.
    """

    staff_id: int
    name: str
    sign_in_name: str
    role: Role
    station: StationRow
    counter_number: int
    without: frozenset[Right] = frozenset()

    def may(self, right: Right) -> bool:
        """Tell whether a screen offers something; the service that does it asks the account itself."""
        return right in RIGHTS[self.role] and right not in self.without


@dataclass(frozen=True, slots=True)
class PersonHit:
    """One person found by the one box; the ID number is masked."""

    person_id: int
    name: str
    id_kind: IdKind
    masked_id_number: str
    birth_year: int | None
    address: str
    registration: str  # "registered", "ended" or "none"
    permit: str  # of an open application, else of the newest permit, else of the last application, or "none"
    exact: bool


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One matter taken at a counter."""

    case_id: int
    case_number: str
    kind: CaseKind
    state: CaseState
    person_id: int
    person_name: str
    masked_id_number: str
    accepted_at: datetime
    accepted_on: date
    counter_number: int
    clerk: str
    due_on: date | None
    due_estimated: bool
    policy: str  # place/effective-date of the pack it was decided by
    summary: str
    papers: int
    unsettled: int  # copies whose outcome nobody has answered yet
    version: int = 1  # counts the changes; what was seen of a case is decided on only while it still holds


@dataclass(frozen=True, slots=True)
class CaseStepRow:
    """What happened to a case: the state after it, when, by whom; `facts` is what it stands on."""

    state: CaseState
    at: datetime
    staff_id: int
    staff_name: str
    note: str
    request_id: str | None
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class LookupAnswer:
    """What the one box found: people, or the one case or paper that a barcode names."""

    asked: str
    hits: tuple[PersonHit, ...]
    case: CaseRow | None = None
    paper_id: int | None = None
    problem: Sentence | None = None  # what rule a number breaks
    advice: Sentence | None = None  # a doubt that blocks nothing
    more: bool = False  # there were more hits than the limit
    permit_id: int | None = None  # the permit that a barcode names
    superseded: SupersededRow | None = None  # what the paper says that is no longer so
    of_outage: bool = False  # the paper was printed without the server, which does not stand by it


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as known now; `version` counts the changes."""

    person_id: int
    version: int
    id_kind: IdKind
    id_number: str
    masked_id_number: str
    name: str
    former_name: str
    sex: Sex
    birth_date: date | None
    ethnicity: str
    hukou_division: str
    hukou_address: str
    phone: str
    education: str
    marital_status: str
    political_status: str
    employer: str


@dataclass(frozen=True, slots=True)
class MinorRow:
    """A minor who lives with the registered person."""

    name: str
    sex: Sex
    birth_date: date | None
    id_number: str
    relation: str


@dataclass(frozen=True, slots=True)
class RegistrationRow:
    """A span of residence at an address; `until` is None while it lasts."""

    registration_id: int
    person_id: int
    case_id: int
    address: Address
    written_address: str
    lodging: str
    reason: str
    arrived_on: date
    registered_on: date
    intended_until: date | None
    until: date | None
    end_reason: str
    employer: str
    landlord_name: str
    landlord_phone: str
    reported_by: str
    reporter_name: str
    reporter_phone: str
    remark: str
    late_days: int  # working days after the due date; 0 when in time
    station_name: str
    minors: tuple[MinorRow, ...]


@dataclass(frozen=True, slots=True)
class ActionRow:
    """Something that can be done for a person now, or the sentence that says why not."""

    name: str
    possible: bool
    why_not: Sentence | None = None


@dataclass(frozen=True, slots=True)
class DueRow:
    """Something with a date: `days_left` counts working days and is negative when overdue."""

    what: Sentence
    on: date
    days_left: int
    estimated: bool
    case_id: int | None


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything the person's page shows."""

    person: PersonRow
    hukou_place: str
    registrations: tuple[RegistrationRow, ...]  # newest first
    cases: tuple[CaseRow, ...]  # newest first
    papers: tuple[PaperRow, ...]  # newest first
    due: tuple[DueRow, ...]
    actions: tuple[ActionRow, ...]
    today: date
    full_on: date | None = None  # the residence has lasted as long as a permit takes: six months, say
    full_months: int = 0
    permits: tuple[PermitRow, ...] = ()  # newest first, ended ones too
    versions: tuple[PersonVersionRow, ...] = ()  # what was known, newest first
    superseded: Mapping[int, SupersededRow] = field(default_factory=dict)  # papers out of date, by key
    places: Mapping[str, str] = field(default_factory=dict)  # names of the divisions in `versions`, by code

    def action(self, name: str) -> ActionRow:
        """Return whether something can be done now."""
        return next(each for each in self.actions if each.name == name)


@dataclass(frozen=True, slots=True)
class RegistrationAdvice:
    """What the rules say of a registration being typed; nothing is stored."""

    due_on: date | None
    estimated: bool
    late_days: int
    findings: tuple[Finding, ...]
    notes: tuple[Sentence, ...]
    policy: str


@dataclass(frozen=True, slots=True)
class RegistrationDone:
    """A stored registration, its case and the certificate to print."""

    case: CaseRow
    registration: RegistrationRow
    paper_id: int
    moved_from: RegistrationRow | None


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A form that was being filled in: `payload` is JSON with fields, focus and cursor."""

    draft_id: str
    form: str
    subject: str
    payload: str
    saved_at: datetime
