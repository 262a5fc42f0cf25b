"""An event of a permit together with its line in the trail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.services import permit_records
from desktop.services.journal import Happening

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.permit_life import PermitEvent
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.permit_rows import PermitRow
    from desktop.services.rows import Actor


def happened(
    office: Office,
    journal: Journal,
    link: Link,
    actor: Actor,
    request_id: str,
    permit: PermitRow,
    event: PermitEvent,
    action: str,
    note: str,
    at: datetime,
    case_id: int | None = None,
) -> PermitRow:
    """Let an event happen to a permit and write it down, within the caller's transaction.

    `action` is the trail's word for it. Raises NotPossible where the permit's state forbids the event.
    """
    after = permit_records.happen(
        office, link, actor, request_id, permit, event, at, case_id=case_id, note=note
    )
    journal.write(
        link,
        Happening(
            actor,
            action,
            at,
            person_id=permit.person_id,
            detail=f"{permit.permit_number}，{note}" if note else permit.permit_number,
        ),
    )
    return after
