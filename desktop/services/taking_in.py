"""Operations taken in together: all of them applied in one go or, where one cannot be, one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from desktop.models.meanwhile import Meanwhile
from desktop.models.pouring import pack, pour
from desktop.models.prepared import Prepared
from desktop.models.tables import OpConflict, OpInbox
from desktop.services import added, set_wise
from desktop.services.any_of import any_of, named
from desktop.services.inbox import APPLIED, KEEP, OPEN, SAVE, comes_again, undo
from desktop.services.portion import Portion
from desktop.services.run import Run

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.inbox import Inbox
    from desktop.services.outbox import Waiting
    from desktop.services.set_wise import Lot

Taken = tuple[str, bytes]
"""What became of an operation, and its packed row of the inbox."""

AT_ONCE, STORED_AT_ONCE = 100, 200
"""Operations that are taken in together; so many where all of them may be stored as they were."""
FOUND_AT_ONCE = 20
"""So many of those that found somebody: each is asked about by itself, and holds on to the person until the end."""

# Nearly always nothing is found; cut to one row, a server would hope to meet it soon and read the table whole.
_SEEN = Prepared(select(OpInbox.op_id).where(any_of(OpInbox.op_id)))
_IN_THE_WAY = Prepared(select(OpConflict.id).where(any_of(OpConflict.subject), OpConflict.state == OPEN))


def together(waiting: Sequence[Waiting]) -> Sequence[Waiting]:
    """Return as many of the first operations as are taken in together."""
    some = waiting[:STORED_AT_ONCE]
    if not all(set_wise.may_only_add(one.operation) for one in some):
        return waiting[:AT_ONCE]
    finding = [place for place, one in enumerate(some) if set_wise.found_any(one.operation)]
    return some[: finding[FOUND_AT_ONCE]] if len(finding) > FOUND_AT_ONCE else some


def foresee(inbox: Inbox, link: Link, window_id: str, waiting: Sequence[Waiting]) -> None:
    """Have the server asked in one go for the aliases and for all that `take_in` asks where a window has none."""
    inbox.foresee(link, window_id)
    portion = Portion.of(waiting)
    if len(portion) > 1:
        for some in named(portion.subjects):
            link.foresee(_IN_THE_WAY, **some)
        set_wise.foresee(link, portion.lot({}, added.rules_of(inbox.office)))


def take_in(inbox: Inbox, link: Link, waiting: Sequence[Waiting], aliases: dict[int, int]) -> list[str]:
    """Take operations in, in their order, as `Inbox.take` does each; return what became of them."""
    found, portion = None, Portion.of(waiting)
    if len(portion) > 1 and not _any(link, _IN_THE_WAY, portion.subjects):
        found = _together(inbox, link, portion, aliases)
    return [inbox.take(link, one, aliases) for one in portion] if found is None else found


def _any(link: Link, prepared: Prepared, values: Sequence[Any]) -> bool:
    return any(link.one(prepared, **some) is not None for some in named(values))


def _together(inbox: Inbox, link: Link, portion: Portion, aliases: dict[int, int]) -> list[str] | None:
    """Apply them all; None, and nothing of it is left, where one of them could not be.

    Where the server refuses what is there already, whatever knows of it is done by its service the second time.
    """
    driver = inbox.office.database.engine.dialect.loaded_dbapi
    rules = added.rules_of(inbox.office)
    lot = portion.lot(aliases, rules)
    while True:
        learnt, told = dict(aliases), len(link.changes)
        link.run_later(SAVE)
        try:
            take = _stored if lot.whole else _in_turn
            rows = take(inbox, link, portion, lot, learnt)
            pour(link, {"op_inbox": [packed for _, packed in rows]})
            link.settle()
        except Exception as error:
            if comes_again(inbox.office.database, error):
                raise
            undo(link)
            del link.changes[told:]
            refused = lot
            if not isinstance(error, driver.IntegrityError) or _any(link, _SEEN, portion.ids):
                return None
            lot = lot.unknown(link)
            if len(lot) == len(refused):  # it was something else
                return None
        else:
            link.run_later(KEEP)
            aliases.update(learnt)
            return [outcome for outcome, _ in rows]


def _stored(inbox: Inbox, link: Link, portion: Portion, lot: Lot, learnt: dict[int, int]) -> list[Taken]:
    """Store them as they were; done by their services where a head is due on the way."""
    rows = Meanwhile(_taken(inbox, one) for one in portion)
    with link.meanwhile(rows.step):
        done = set_wise.store(link, lot)
    return rows.all() if done else _served(inbox, link, portion, learnt)


def _in_turn(inbox: Inbox, link: Link, portion: Portion, lot: Lot, learnt: dict[int, int]) -> list[Taken]:
    """Apply them in their order: what only adds rows is stored as it was before the next that a service does.

    The trail is chained when all of them are done.
    """
    heads = set_wise.begin(link, lot)
    if heads is None:
        return _served(inbox, link, portion, learnt)
    as_it_was, rules = set(map(id, lot.adding)), added.rules_of(inbox.office)
    rows: list[Taken] = []
    trail: list[set_wise.Fields] = []
    run = Run(link)
    for one in portion:
        operation = one.operation
        may = id(operation) in as_it_was and set_wise.only_adds(operation, learnt, rules)
        if may and run.take(operation):
            trail += set_wise.entries_of(operation)
            rows.append(_taken(inbox, one))
        else:
            run.end()
            rows += _served(inbox, link, [one], learnt, trail)
    run.end()
    if len(trail) > len(lot.trail):
        raise RuntimeError("a service wrote more than it had: a head may be due that was not looked for")
    pour(link, {"journal_entry": [*set_wise.chain(trail, heads)]})
    return rows


def _served(
    inbox: Inbox,
    link: Link,
    waiting: Sequence[Waiting],
    learnt: dict[int, int],
    trail: list[set_wise.Fields] | None = None,
) -> list[Taken]:
    """Have their services do them again."""
    rows = []
    for one in waiting:
        outcome, more = inbox.apply(link, one.operation, learnt, trail=trail)
        learnt.update(more)
        rows.append(_taken(inbox, one, outcome, more))
    return rows


def _taken(
    inbox: Inbox, one: Waiting, outcome: str = APPLIED, more: Mapping[int, int] = MappingProxyType({})
) -> Taken:
    return outcome, pack(inbox.row(one, outcome, more), "op_inbox")
