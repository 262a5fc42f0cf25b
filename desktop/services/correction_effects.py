"""What a correction means for permits in somebody's hands and for the papers that were printed."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desktop.domain.codes import PaperKind
from desktop.domain.errors import Sentence, sentence
from desktop.domain.permit_life import LIVE, PermitEvent, PermitState
from desktop.services import permit_records, person_versions
from desktop.services.correction_pages import CorrectionEffect, PaperOutOfDate
from desktop.services.person_versions import FACE, FIELDS

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.permit_pages import Change
    from desktop.services.permit_rows import PermitRow
    from desktop.services.rows import Actor, CaseRow

_REPLACE = sentence("permit", "居住证{number}的证面内容已经更正，应当换领新证。")
_WILL_REPLACE = sentence("permit", "居住证{number}的证面将与登记不符，更正后应当换领新证。")
_PRODUCE_AGAIN = sentence("permit", "居住证{number}还没有发放，证面内容有误，请作废重制后再发放。")


def effect(
    link: Link, person_id: int, values: Mapping[str, Any], changes: tuple[Change, ...]
) -> CorrectionEffect:
    """Return what these changes mean once approved: the cards to replace, the papers out of date.

    `values` are all the facts as they will be.
    """
    face = any(one.field in FACE for one in changes)
    permits = permit_records.of_person(link, person_id) if face else ()
    told = {one.field for one in changes}
    papers = tuple(
        PaperOutOfDate(row.id, PaperKind(row.kind), row.paper_number, row.issued_at, differs)
        for row, differs in person_versions.papers_against(link, person_id, values)
        if told & {one.field for one in differs}
    )
    return CorrectionEffect(
        changes, permits=tuple(note for one in permits if (note := _note(one, _WILL_REPLACE))), papers=papers
    )


def mark(
    office: Office,
    link: Link,
    actor: Actor,
    case: CaseRow,
    changes: tuple[Change, ...],
    person_row: int,
    at: datetime,
) -> tuple[Sentence, ...]:
    """Mark the permit whose face says otherwise now; return what is to be done about each card."""
    face = [one for one in changes if one.field in FACE]
    if not face:
        return ()
    notes = []
    for permit in permit_records.of_person(link, case.person_id):
        if permit.state in LIVE or permit.state is PermitState.LOST:  # it may be found again
            permit_records.happen(
                office,
                link,
                actor,
                str(uuid.uuid5(uuid.NAMESPACE_OID, f"correct:{case.case_id}:{permit.permit_id}")),
                permit,
                PermitEvent.CORRECT,
                at,
                case_id=case.case_id,
                note="、".join(str(FIELDS[one.field]) for one in face),
                person_row=person_row,
            )
        notes.append(_note(permit, _REPLACE))
    return tuple(one for one in notes if one is not None)


def _note(permit: PermitRow, in_hand: Sentence) -> Sentence | None:
    """Return what is to be done about a card; `in_hand` is said of one that somebody holds."""
    if permit.state in LIVE:
        return in_hand.fill(number=permit.permit_number)
    if permit.state is PermitState.PRODUCED:
        return _PRODUCE_AGAIN.fill(number=permit.permit_number)
    return None
