"""Operations taken in together: all of them applied in one go or, where one cannot be, one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, or_, select

from desktop.domain.errors import EnvironmentTrouble
from desktop.models.prepared import Prepared
from desktop.models.tables import OpConflict, OpInbox
from desktop.services.inbox import AGAIN, KEEP, OPEN, SAVE, undo

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.inbox import Inbox
    from desktop.services.outbox import Waiting

AT_ONCE = 50
"""Operations that are asked about in one statement."""

_SEEN = Prepared(
    select(OpInbox.op_id)
    .where(or_(*(OpInbox.op_id == bindparam(f"op_{place}") for place in range(AT_ONCE))))
    .limit(1)
)
_IN_THE_WAY = Prepared(
    select(OpConflict.id)
    .where(
        or_(*(OpConflict.subject == bindparam(f"who_{place}") for place in range(AT_ONCE))),
        OpConflict.state == OPEN,
    )
    .limit(1)
)
_TAKEN = Prepared(insert(OpInbox))


def take_in(inbox: Inbox, link: Link, waiting: Sequence[Waiting], aliases: dict[int, int]) -> list[str]:
    """Take in at most `AT_ONCE` operations in their order, as `Inbox.take` does each; return what became of them."""
    found = None
    if len(waiting) > 1 and not _known(link, waiting):
        found = _together(inbox, link, waiting, aliases)
    return [inbox.take(link, one, aliases) for one in waiting] if found is None else found


def _known(link: Link, waiting: Sequence[Waiting]) -> bool:
    """Whether any of them was taken in before, or has to wait behind another."""
    operations = [one.operation for one in waiting]
    ids = _named("op", [operation.op_id for operation in operations])
    if link.one(_SEEN, **ids) is not None:
        return True
    subjects = [operation.subject for operation in operations if operation.subject]
    return bool(subjects) and link.one(_IN_THE_WAY, **_named("who", subjects)) is not None


def _together(
    inbox: Inbox, link: Link, waiting: Sequence[Waiting], aliases: dict[int, int]
) -> list[str] | None:
    """Apply them all; None, and nothing of it is left, where one of them could not be."""
    learnt, told = dict(aliases), len(link.changes)
    rows: list[Mapping[str, Any]] = []
    link.run(SAVE)
    try:
        for one in waiting:
            outcome, more = inbox.apply(link, one.operation, learnt)
            learnt.update(more)
            rows.append(inbox.row(one, outcome, more))
        link.run_many(_TAKEN, rows)
        link.settle()
    except Exception as error:
        if isinstance(error, EnvironmentTrouble) or getattr(error, "sqlstate", None) in AGAIN:
            raise
        undo(link)
        del link.changes[told:]
        return None
    link.run(KEEP)
    aliases.update(learnt)
    return [str(row["outcome"]) for row in rows]


def _named(prefix: str, values: Sequence[str]) -> dict[str, str]:
    """Name the values asked for; places left over repeat the last."""
    return {f"{prefix}_{place}": values[min(place, len(values) - 1)] for place in range(AT_ONCE)}
