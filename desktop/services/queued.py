"""What a window did without the server, as its queue shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from desktop.models.prepared import Prepared
from desktop.models.tables import OpConflict
from desktop.services import conflict_words
from desktop.services.conflict_rows import Queue, QueuedRow
from desktop.services.inbox import OPEN

if TYPE_CHECKING:
    from desktop.models.database import Database
    from desktop.services.line import Line

SHOWN = 200
"""Operations that the queue shows at most."""
_TRAIL = "journal."
_LINES = Prepared(
    select(OpConflict.op_id, OpConflict.state).where(OpConflict.window_id == bindparam("window"))
)


def queue_of(database: Database, line: Line) -> Queue:
    """Return how a line is and what was done while it was down, newest first; a mere look is none of it."""
    state, settled = line.state, _settled(database, line)
    rows = tuple(
        QueuedRow(
            sequence=it.operation.sequence,
            made_at=it.made_at,
            what=conflict_words.what(it.operation.name),
            whom=conflict_words.whom(it.operation),
            papers=conflict_words.papers(it.operation),
            state=settled.get(it.operation.op_id, it.state),
            told_at=it.told_at,
        )
        for it in line.outbox.newest(SHOWN)
        if not it.operation.name.startswith(_TRAIL)
    )
    return Queue(state.away_since, state.sending, line.outbox.matters(), line.copy.as_of(), rows)


def _settled(database: Database, line: Line) -> dict[str, str]:
    """Return what became of this window's lines of the review list; nothing while the server is away."""
    if line.away:
        return {}
    with database.faults():
        found = database.link.all(_LINES, window=line.outbox.window_id)
    return {row.op_id: row.state for row in found if row.state != OPEN}
