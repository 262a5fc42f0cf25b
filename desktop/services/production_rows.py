"""What the making of permits hands to a screen: what waits, what is reserved, what was produced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.blanks import BlankState
    from desktop.domain.codes import CaseKind, CaseState
    from desktop.domain.errors import Sentence


class PhotoSource(StrEnum):
    """Where a permit's photo is from: handed in with the case, with an earlier one of the person, nowhere."""

    CASE = "case"
    EARLIER = "earlier"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class WaitingCard:
    """A granted case whose permit is still to be made; `serial` is the blank reserved for it, or "".

    `days_left` counts working days and is negative when overdue. `missing_glyphs` are the characters of
    name and addresses that no font can draw.
    """

    case_id: int
    case_number: str
    kind: CaseKind
    person_id: int
    person_name: str
    masked_id_number: str
    accepted_on: date
    due_on: date | None
    due_estimated: bool
    days_left: int | None
    photo: PhotoSource
    missing_glyphs: tuple[str, ...]
    registered: bool
    serial: str
    serial_counter: int | None

    @property
    def ready(self) -> bool:
        """Whether nothing is in the way of printing it."""
        return self.photo is not PhotoSource.NONE and not self.missing_glyphs and self.registered


@dataclass(frozen=True, slots=True)
class ReservedCard:
    """A case with the blank that is reserved for it; `state` is where that blank is now."""

    case_id: int
    case_number: str
    case_state: CaseState
    person_name: str
    serial: str
    state: BlankState


@dataclass(frozen=True, slots=True)
class ProducedCard:
    """A permit that was made, on which blank."""

    case_id: int
    case_number: str
    person_name: str
    permit_id: int
    permit_number: str
    serial: str
    with_slip: bool = False


@dataclass(frozen=True, slots=True)
class CardProblem:
    """A blank said to be printed that could not be taken down as such, and why."""

    serial: str
    why: Sentence


@dataclass(frozen=True, slots=True)
class ProductionDone:
    """What became of the blanks said to be printed: each is in one of the two."""

    produced: tuple[ProducedCard, ...]
    problems: tuple[CardProblem, ...]
