"""Drafts: what is being typed, kept at most a second behind the screen, encrypted like everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, or_, select, update

from desktop.domain.rights import Right
from desktop.models.prepared import Prepared
from desktop.models.tables import Draft
from desktop.services.rights import needs, needs_here
from desktop.services.rows import DraftRow

if TYPE_CHECKING:
    from desktop.services.office import Office
    from desktop.services.rows import Actor

END_DAY = "end_day"
"""The form that belongs to its counter: each ends its own day."""

_CHANGE = Prepared(
    update(Draft)
    .where(Draft.id == bindparam("draft"))
    .values(
        payload=bindparam("new_payload"),
        subject=bindparam("new_subject"),
        counter_number=bindparam("here"),
        saved_at=bindparam("at"),
    )
)
_ADD = Prepared(insert(Draft))
_OPEN = Prepared(
    select(Draft.id, Draft.form, Draft.subject, Draft.payload, Draft.saved_at)
    .where(
        Draft.staff_id == bindparam("staff"),
        or_(Draft.counter_number == bindparam("counter"), Draft.form != END_DAY),
    )
    .order_by(Draft.saved_at.desc())
)
_DROP = Prepared(delete(Draft).where(Draft.id == bindparam("draft")))


class Drafts:
    """Keeps forms that are being filled in, for the clerk who fills them: at whichever counter they go on."""

    def __init__(self, office: Office) -> None:
        self._office = office

    @needs(Right.OWN_DESK)
    def save(self, actor: Actor, draft_id: str, form: str, subject: str, payload: str) -> None:
        """Store a form as it stands, replacing the draft's last state."""
        at = self._office.clock.now()
        with self._office.database.write() as link:
            if not link.run(
                _CHANGE,
                draft=draft_id,
                new_payload=payload,
                new_subject=subject[:400],
                here=actor.counter_number,
                at=at,
            ):
                link.run(
                    _ADD,
                    id=draft_id,
                    staff_id=actor.staff_id,
                    counter_number=actor.counter_number,
                    form=form,
                    subject=subject[:400],
                    payload=payload,
                    saved_at=at,
                )

    @needs(Right.OWN_DESK)
    def open(self, actor: Actor) -> tuple[DraftRow, ...]:
        """Return this clerk's unfinished forms, newest first; another counter's end of the day stays there."""
        with self._office.database.faults():
            rows = self._office.database.link.all(_OPEN, staff=actor.staff_id, counter=actor.counter_number)
        return tuple(DraftRow(row.id, row.form, row.subject, row.payload, row.saved_at) for row in rows)

    @needs(Right.OWN_DESK)
    def hand_on(self, actor: Actor) -> None:
        """This clerk leaves the window: in one database the forms lie where any counter finds them."""

    @needs_here(Right.OWN_DESK)
    def discard(self, draft_id: str) -> None:
        """Forget a draft that was finished or given up; one already gone is fine."""
        with self._office.database.write() as link:
            link.run(_DROP, draft=draft_id)
