"""The drafts of a window on the station's server: in its own store while they are typed, with their clerk after."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, or_, select

from desktop.domain.errors import NO_SERVER
from desktop.domain.rights import Right
from desktop.models.prepared import Prepared
from desktop.models.tables import Draft
from desktop.services.drafts import END_DAY, Drafts
from desktop.services.rights import needs
from desktop.services.rows import DraftRow

if TYPE_CHECKING:
    from desktop.models.database import Database
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_WHOLE = (
    Draft.id,
    Draft.staff_id,
    Draft.counter_number,
    Draft.form,
    Draft.subject,
    Draft.payload,
    Draft.saved_at,
)
_THEIRS = Prepared(
    select(*_WHOLE).where(
        Draft.staff_id == bindparam("staff"),
        or_(Draft.counter_number == bindparam("counter"), Draft.form != END_DAY),
    )
)
_HERE = Prepared(select(Draft.id).where(Draft.id == bindparam("draft")))
_ADD = Prepared(insert(Draft))
_DROP = Prepared(delete(Draft).where(Draft.id == bindparam("draft")))


class WindowDrafts(Drafts):
    """Typing never waits for the server; who leaves the window finds the forms again at any other."""

    def __init__(self, own: Office, station: Office) -> None:
        super().__init__(own)
        self._station = station

    @needs(Right.OWN_DESK)
    def open(self, actor: Actor) -> tuple[DraftRow, ...]:
        """Return this clerk's unfinished forms, newest first, after bringing here what was left at others."""
        server = self._server()
        if server is not None:
            with suppress(*NO_SERVER):
                _move(server, self._office.database, actor, end_day=True)
        return super().open(actor)

    @needs(Right.OWN_DESK)
    def hand_on(self, actor: Actor) -> None:
        """Leave this clerk's forms with the server for any window; without it they stay in this one's store."""
        server = self._server()
        if server is not None:
            with suppress(*NO_SERVER):
                _move(self._office.database, server, actor, end_day=False)

    def _server(self) -> Database | None:
        line = self._station.line
        return None if line is None or line.away else line.switch.server


def _move(source: Database, target: Database, actor: Actor, *, end_day: bool) -> None:
    """Move somebody's drafts; stopped in between they are at both, and what is there already stays as it is."""
    with source.faults():
        found: list[Any] = source.link.all(_THEIRS, staff=actor.staff_id, counter=actor.counter_number)
    rows = [row for row in found if end_day or row.form != END_DAY]
    if not rows:
        return
    with target.write() as link:
        for row in rows:
            if link.one(_HERE, draft=row.id) is None:
                link.run(_ADD, **row._asdict())
    with source.write() as link:
        for row in rows:
            link.run(_DROP, draft=row.id)
