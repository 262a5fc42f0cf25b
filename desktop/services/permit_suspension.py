"""Suspending the use of a permit whose endorsement is overdue: by the rule, never by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.permit_life import PermitEvent, PermitState
from desktop.domain.times import local_date
from desktop.services import permit_standing
from desktop.services.permit_trail import happened

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.policy import Policy
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.permit_rows import PermitRow
    from desktop.services.rows import Actor


def suspend(
    office: Office,
    journal: Journal,
    link: Link,
    actor: Actor,
    request_id: str,
    permit: PermitRow,
    at: datetime,
) -> PermitRow:
    """Suspend a permit and write it down, within the caller's transaction."""
    due = permit.due_on.isoformat() if permit.due_on else ""
    note = f"应于{due}前签注"
    return happened(
        office, journal, link, actor, request_id, permit, PermitEvent.SUSPEND, "suspend_permit", note, at
    )


def suspend_if_overdue(
    office: Office,
    journal: Journal,
    link: Link,
    actor: Actor,
    request_id: str,
    permit: PermitRow,
    policy: Policy,
    at: datetime,
) -> PermitRow:
    """Suspend a permit that came into force today with its endorsement overdue; within the transaction.

    For one found again, and for a new card handed over for one that was overdue: neither stands in for the
    endorsement.
    """
    if permit.state is not PermitState.VALID or policy.permits is None:
        return permit
    standing = permit_standing.legal_standing(link, permit, policy, local_date(at))
    if standing is None or not standing.suspended:
        return permit
    return suspend(office, journal, link, actor, request_id, permit, at)
