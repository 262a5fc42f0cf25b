"""What the screens are told of corrections, frozen: the form, the case to decide, versions, papers out of date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.codes import CaseKind, PaperKind
    from desktop.domain.errors import FieldProblem, Sentence
    from desktop.services.permit_pages import Change, CorrectionRow
    from desktop.services.rows import ActionRow, CaseRow, CaseStepRow, PersonRow


@dataclass(frozen=True, slots=True)
class PersonVersionRow:
    """What was known of a person from a moment until another: what changed then, by whom, under which case.

    `facts` are all the facts of the version by field, as written; the case is None where none made it.
    """

    version: int
    known_from: datetime
    known_until: datetime | None
    changed_by: str
    changes: tuple[Change, ...]
    facts: Mapping[str, str]
    case_id: int | None = None
    case_number: str = ""
    case_kind: CaseKind | None = None


@dataclass(frozen=True, slots=True)
class SupersededRow:
    """A printed paper and what it says of the person that is no longer so; the paper itself stays as it is.

    `by` is the first version that says otherwise: since when, by whom, under which case.
    """

    paper_id: int
    changes: tuple[Change, ...]
    since: datetime | None
    by: PersonVersionRow | None = None

    @property
    def superseded(self) -> bool:
        """Whether anything on the paper has changed since."""
        return bool(self.changes)


@dataclass(frozen=True, slots=True)
class PaperOutOfDate:
    """A printed paper that a correction puts out of date, and by which changes."""

    paper_id: int
    kind: PaperKind
    paper_number: str
    issued_at: datetime
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class CorrectionEffect:
    """What a correction means once it is approved; nothing is stored.

    `problems` are the fields that break their rule, in which case nothing else is said; `why_not` says why it
    cannot be handed in as it stands. `permits` say what is to be done about each card.
    """

    changes: tuple[Change, ...]
    problems: tuple[FieldProblem, ...] = ()
    why_not: Sentence | None = None
    permits: tuple[Sentence, ...] = ()
    papers: tuple[PaperOutOfDate, ...] = ()


@dataclass(frozen=True, slots=True)
class CorrectionForm:
    """What a correction begins with: the person as known now, by field, and the names of the divisions.

    `waiting` is the correction of this person that waits for approval already.
    """

    person: PersonRow
    facts: Mapping[str, str]
    places: Mapping[str, str]
    waiting: CaseRow | None


@dataclass(frozen=True, slots=True)
class CorrectionPage:
    """Everything about a correction for whoever decides it; `actions` are "grant" and "deny" for who asked."""

    correction: CorrectionRow
    person: PersonRow
    places: Mapping[str, str]
    steps: tuple[CaseStepRow, ...]
    effect: CorrectionEffect
    actions: tuple[ActionRow, ...]
