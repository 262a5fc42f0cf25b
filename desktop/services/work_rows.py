"""What the work lists are handed, frozen: a case with its clock, a page of them, the start of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.services.permit_pages import EndorsementDue
    from desktop.services.rows import CaseRow


class WorkKind(StrEnum):
    """The lists of the start of a day: four of cases, two of permits to endorse."""

    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    TO_HAND_OVER = "to_hand_over"
    WAITING = "waiting"
    OPENING = "opening"
    ENDORSEMENT_OVERDUE = "endorsement_overdue"


class Clock(StrEnum):
    """How a case's time stands.

    It runs until the permit is made (居住证暂行条例 第十条); while materials are missing it has not begun,
    and of a permit that waits for its holder it is over.
    """

    RUNS = "runs"
    NOT_BEGUN = "not_begun"
    OVER = "over"
    NONE = "none"


WorkAfter = tuple[int, tuple[date | None, int] | None]
"""Where a page of open cases ended: in which group of states, and its last row there."""


@dataclass(frozen=True, slots=True)
class WorkFilter:
    """Which open cases are wanted; "" is all of a kind, of a clerk, of a state.

    `due` narrows to those whose time runs and ends today (DUE_TODAY) or has ended (OVERDUE).
    """

    kind: str = ""
    clerk: str = ""
    state: str = ""
    due: WorkKind | None = None


@dataclass(frozen=True, slots=True)
class WorkRow:
    """An open case with its clock.

    `days_left` counts working days, negative when overdue, None when no time runs; it may count on a
    calendar not yet published (`estimated`).
    """

    case: CaseRow
    clock: Clock
    days_left: int | None
    estimated: bool


@dataclass(frozen=True, slots=True)
class WorkPage:
    """A page of open cases; `after` asks for the next one and is None at the end."""

    rows: tuple[WorkRow, ...]
    after: WorkAfter | None
    today: date


@dataclass(frozen=True, slots=True)
class StartList:
    """How many there are of one of the lists, and the first of them."""

    count: int
    rows: tuple[WorkRow, ...] | tuple[EndorsementDue, ...]


@dataclass(frozen=True, slots=True)
class StartOfDay:
    """What a day begins with; `suspended` permits were suspended by the rule today."""

    on: date
    due_today: StartList
    overdue: StartList
    to_hand_over: StartList
    waiting: StartList
    opening: StartList
    endorsement_overdue: StartList
    suspended: int

    def of(self, kind: WorkKind) -> StartList:
        """Return one of the lists."""
        found: StartList = getattr(self, kind.value)
        return found
