"""What the decider's desk is handed, frozen: the queue, a case with everything on one page, what was decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from desktop.domain.codes import CaseKind, CaseState

if TYPE_CHECKING:
    from desktop.domain.codes import MaterialState
    from desktop.domain.errors import Sentence
    from desktop.domain.permit import MaterialNeed
    from desktop.domain.rule import Finding
    from desktop.services.paper_rows import PaperRow
    from desktop.services.permit_pages import Change
    from desktop.services.permit_rows import PermitRow
    from desktop.services.rows import ActionRow, CaseRow, CaseStepRow, PersonRow, RegistrationRow


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which cases of the queue are wanted; "" means all. `state` is that of cases to decide unless told."""

    kind: str = ""
    clerk: str = ""
    overdue: bool = False
    state: CaseState = CaseState.ACCEPTED


@dataclass(frozen=True, slots=True)
class QueueRow:
    """An open case in the queue.

    `days_left` counts working days, negative when overdue, None without a date; it may count on a calendar
    not yet published (`estimated`). `own` says that whoever asks took it in and so cannot decide it.
    """

    case: CaseRow
    days_left: int | None
    estimated: bool
    own: bool

    @property
    def tickable(self) -> bool:
        """Whether it may be granted in a batch: nobody's own, and no correction, which has a page of its own."""
        return not self.own and self.case.kind is not CaseKind.CORRECTION


@dataclass(frozen=True, slots=True)
class QueuePage:
    """A page of the queue; `after` asks for the next one and is None at the end."""

    rows: tuple[QueueRow, ...]
    after: tuple[date | None, int] | None
    today: date


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """How many cases the queue holds, and of them how many are overdue, due today, without a date."""

    cases: int
    overdue: int
    due_today: int
    undated: int


@dataclass(frozen=True, slots=True)
class FindingThen:
    """A condition as it was judged when the case was accepted."""

    code: str
    basis: str
    met: bool
    fact: str
    change: str


@dataclass(frozen=True, slots=True)
class FindingPair:
    """One condition, then and now; None where it was not judged on that day."""

    code: str
    then: FindingThen | None
    now: Finding | None

    @property
    def changed(self) -> bool:
        """Whether the two days differ in whether it is met, or in whether it was judged at all."""
        return (self.then and self.then.met) != (self.now and self.now.met)


@dataclass(frozen=True, slots=True)
class MaterialRow:
    """One thing that the case needs today and how it stands; None when it was never asked for."""

    need: MaterialNeed
    state: MaterialState | None
    missing: bool


@dataclass(frozen=True, slots=True)
class CasePage:
    """Everything about a case on one page, for whoever decides it.

    `person_then` is what was known at acceptance, `person_now` what is known now, `differences` what changed.
    `policy` is the version of the rules in force today, by which the findings of now are judged; the case
    carries that of acceptance. `earlier` cases and `permits` are the person's, newest first; `replaces` is the
    permit that a new one is to be made for. `actions` are grant, deny, send_back and submit_again, for the one
    who asked.
    """

    case: CaseRow
    accepted_by: str
    accepted_at: datetime
    days_left: int | None
    estimated: bool
    person_then: PersonRow
    person_now: PersonRow
    differences: tuple[Change, ...]
    hukou_place: str
    findings: tuple[FindingPair, ...]
    policy: str
    materials: tuple[MaterialRow, ...]
    photo: bytes | None
    agent: Mapping[str, str]
    reason: str
    remark: str
    registrations: tuple[RegistrationRow, ...]
    permits: tuple[PermitRow, ...]
    replaces: PermitRow | None
    earlier: tuple[CaseRow, ...]
    steps: tuple[CaseStepRow, ...]
    papers: tuple[PaperRow, ...]
    clean: bool
    actions: tuple[ActionRow, ...]
    today: date


@dataclass(frozen=True, slots=True)
class DecisionDone:
    """The case after a decision, and the notice to print where it was denied."""

    case: CaseRow
    paper_id: int | None = None


@dataclass(frozen=True, slots=True)
class GrantOutcome:
    """What became of one case of a batch: granted, or why not."""

    case_id: int
    case: CaseRow | None
    why_not: Sentence | None = None

    @property
    def granted(self) -> bool:
        """Whether it was granted."""
        return self.why_not is None
