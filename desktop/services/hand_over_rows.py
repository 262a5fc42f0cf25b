"""What handing over hands to a screen, frozen: what a scan means, what was handed over, who has not come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.errors import Sentence
    from desktop.services.permit_rows import PermitRow
    from desktop.services.rows import CaseRow, PersonRow


@dataclass(frozen=True, slots=True)
class Collection:
    """What a scan means: a permit to be handed over, or the sentence that says why there is none.

    `case` and `permit` are given as far as the scan names any, so that they can be opened. `replaces` is the
    card to ask back, `agent` the one named in the application, `notes` what the holder is to be told.
    `waiting_days` counts calendar days since it was made, `collect_by` is the last day where the rules set one.
    """

    code: str
    problem: Sentence | None = None
    case: CaseRow | None = None
    permit: PermitRow | None = None
    person: PersonRow | None = None
    photo: bytes | None = None
    replaces: PermitRow | None = None
    agent: Mapping[str, str] | None = None
    notes: tuple[Sentence, ...] = ()
    waiting_days: int = 0
    collect_by: date | None = None

    @property
    def ready(self) -> bool:
        """Whether it can be handed over now."""
        return self.problem is None


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A permit in its holder's hands, the one it replaced, and what the holder is to be told."""

    case: CaseRow
    permit: PermitRow
    replaced: PermitRow | None
    notes: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class CallRow:
    """One call to whoever has not come: when, by whom, what was said."""

    at: datetime
    staff_name: str
    note: str


@dataclass(frozen=True, slots=True)
class UncollectedRow:
    """A permit that was made and not collected; the phone is masked. `calls` are oldest first."""

    case_id: int
    case_number: str
    permit_id: int
    permit_number: str
    serial: str
    person_id: int
    person_name: str
    masked_id_number: str
    masked_phone: str
    produced_on: date
    waiting_days: int
    collect_by: date | None
    calls: tuple[CallRow, ...]
