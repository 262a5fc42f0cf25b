"""Operations taken in together: all of them applied in one go or, where one cannot be, one by one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop.models.meanwhile import Meanwhile
from desktop.models.pouring import line, pour
from desktop.models.prepared import Prepared
from desktop.models.tables import OpConflict, OpInbox
from desktop.services import added, set_wise
from desktop.services.any_of import any_of, named
from desktop.services.inbox import APPLIED, KEEP, OPEN, SAVE, comes_again, undo

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.inbox import Inbox
    from desktop.services.outbox import Waiting

AT_ONCE, STORED_AT_ONCE = 50, 200
"""Operations that are taken in together; so many where all of them may be stored as they were."""

# Nearly always nothing is found; cut to one row, a server would hope to meet it soon and read the table whole.
_SEEN = Prepared(select(OpInbox.op_id).where(any_of(OpInbox.op_id)))
_IN_THE_WAY = Prepared(select(OpConflict.id).where(any_of(OpConflict.subject), OpConflict.state == OPEN))


def together(waiting: Sequence[Waiting]) -> Sequence[Waiting]:
    """Return as many of the first operations as are taken in together."""
    if all(set_wise.may_only_add(one.operation) for one in waiting):
        return waiting[:STORED_AT_ONCE]
    return waiting[:AT_ONCE]


def take_in(inbox: Inbox, link: Link, waiting: Sequence[Waiting], aliases: dict[int, int]) -> list[str]:
    """Take operations in, in their order, as `Inbox.take` does each; return what became of them."""
    found = None
    if len(waiting) > 1 and not _known(link, waiting):
        found = _together(inbox, link, waiting, aliases)
    return [inbox.take(link, one, aliases) for one in waiting] if found is None else found


def _known(link: Link, waiting: Sequence[Waiting]) -> bool:
    """Whether any of them was taken in before, or has to wait behind another."""
    operations = [one.operation for one in waiting]
    ids = [operation.op_id for operation in operations]
    subjects = [operation.subject for operation in operations if operation.subject]
    questions = [
        *((_SEEN, some) for some in named(ids)),
        *((_IN_THE_WAY, some) for some in named(subjects)),
    ]
    for prepared, some in questions[1:]:
        link.foresee(prepared, **some)
    return any(link.one(prepared, **some) is not None for prepared, some in questions)


def _together(
    inbox: Inbox, link: Link, waiting: Sequence[Waiting], aliases: dict[int, int]
) -> list[str] | None:
    """Apply them all; None, and nothing of it is left, where one of them could not be."""
    learnt, told = dict(aliases), len(link.changes)
    rules = added.rules_of(inbox.office)
    rows: list[tuple[str, str]] = []
    link.run_later(SAVE)
    try:
        while len(rows) < len(waiting):
            left = waiting[len(rows) :]
            group = list(takewhile(lambda one: set_wise.only_adds(one.operation, learnt, rules), left))
            if group:
                stored = Meanwhile((APPLIED, line(inbox.row(one, APPLIED, {}), "op_inbox")) for one in group)
                with link.meanwhile(stored.step):
                    done = set_wise.store(link, [one.operation for one in group])
                if done:
                    rows += stored.all()
                    continue
            for one in group or left[:1]:
                outcome, more = inbox.apply(link, one.operation, learnt)
                learnt.update(more)
                rows.append((outcome, line(inbox.row(one, outcome, more), "op_inbox")))
        pour(link, {"op_inbox": "".join([written for _, written in rows])})
        link.settle()
    except Exception as error:
        if comes_again(inbox.office.database, error):
            raise
        undo(link)
        del link.changes[told:]
        return None
    link.run(KEEP)
    aliases.update(learnt)
    return [outcome for outcome, _ in rows]
