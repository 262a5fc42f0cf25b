"""The review list: what could not be applied when the server came back, both versions, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select, update

from desktop.domain.errors import BadInput, NotPossible, Sentence, sentence
from desktop.domain.rights import Right
from desktop.models.prepared import Prepared
from desktop.models.tables import OpConflict, OpPaper
from desktop.services import conflict_words, inbox, operation_form, queued, registration_records, standing_on
from desktop.services.conflict_rows import ConflictPage, ConflictRow, Queue
from desktop.services.conflict_steps import heads_of, steps_of
from desktop.services.in_turn import in_turn
from desktop.services.inbox import Cannot, Inbox
from desktop.services.journal import Happening
from desktop.services.rights import needs

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.operation_form import Operation
    from desktop.services.rows import Actor

OPEN, APPLIED, VOID = "open", "applied", "void"
SHOWN = 200
"""Lines that the list shows at most."""

_COLUMNS = tuple(OpConflict.__table__.columns)
_LIST = Prepared(select(*_COLUMNS).order_by((OpConflict.state != OPEN), OpConflict.id).limit(SHOWN))
_ONE = Prepared(select(*_COLUMNS).where(OpConflict.id == bindparam("conflict")))
_OF_REQUEST = Prepared(select(OpConflict.id).where(OpConflict.request_id == bindparam("request")))
_FOLLOWING = Prepared(
    select(*_COLUMNS)
    .where(
        OpConflict.subject == bindparam("who"), OpConflict.state == OPEN, OpConflict.id > bindparam("after")
    )
    .order_by(OpConflict.id)
)
_BEFORE = Prepared(
    select(OpConflict.id)
    .where(
        OpConflict.subject == bindparam("who"), OpConflict.state == OPEN, OpConflict.id < bindparam("before")
    )
    .limit(1)
)
_SETTLE = Prepared(
    update(OpConflict)
    .where(
        OpConflict.id == bindparam("conflict"),
        OpConflict.version == bindparam("seen"),
        OpConflict.state == OPEN,
    )
    .values(
        state=bindparam("to"),
        version=bindparam("next_version"),
        settled_at=bindparam("at"),
        settled_by=bindparam("who"),
        settled_name=bindparam("who_name"),
        note=bindparam("words"),
        request_id=bindparam("asked"),
    )
)
_STILL = Prepared(
    update(OpConflict)
    .where(OpConflict.id == bindparam("conflict"))
    .values(kind=bindparam("why"), reason=bindparam("words"))
)
_PAPERS = Prepared(
    select(OpPaper.paper_number).where(OpPaper.conflict_id == bindparam("conflict")).order_by(OpPaper.id)
)
_VOID = Prepared(
    update(OpPaper).where(OpPaper.conflict_id == bindparam("conflict")).values(void_at=bindparam("at"))
)
_SETTLED = sentence("away", "这一项刚刚已由{who}处理，请重新打开列表。")
_UNREADABLE = sentence(
    "away",
    "这一项由更新版本的程序办理，或者被改动过，本程序读不出来，内容完整保留。请升级程序，或请管理员处理。",
)
_GONE = sentence("away", "没有这一项。")
_NOTE = sentence("away", "请填写说明（2至60个字），例如已通知本人交回凭证。")
_EARLIER = sentence("away", "同一个人更早的一项还没有处理，请先处理那一项。")
_ALARM = sentence("away", "内容被改动过的业务不能补办，只能作废。")


class Conflicts:
    """Shows this window's queue and the station's review list, and settles its lines."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.WORK_DAY)
    def queue(self, actor: Actor) -> Queue:
        """Return what this window did without the server, and no mere look, newest first; empty for a file."""
        line = self._office.line
        return (
            Queue(None, False, 0, None, ()) if line is None else queued.queue_of(self._office.database, line)
        )

    @needs(Right.WORK_DAY)
    def list(self, actor: Actor) -> tuple[ConflictRow, ...]:
        """Return the station's review list, open lines first and in their order; none while the server is away.

        What printed a paper is no line of its own: it goes with what made the paper.
        """
        if self._office.line is not None and self._office.line.away:
            return ()
        with self._office.database.faults():
            link = self._office.database.link
            rows = {row.id: (row, _read(row)) for row in link.all(_LIST)}
            heads = heads_of({line: found for line, (_, found) in rows.items() if found is not None})
            found = tuple(
                _row(link, row, operation)
                for line, (row, operation) in rows.items()
                if operation is None or line in heads
            )
        if self._office.line is not None:
            self._office.line.settled(sum(row.state == OPEN for row in found))
        return found

    @needs(Right.WORK_DAY)
    def page(self, actor: Actor, conflict_id: int) -> ConflictPage:
        """Return a line with both versions side by side."""
        with self._office.database.faults():
            link = self._office.database.link
            row, operation = self._find(link, conflict_id)
            self._journal.note(Happening(actor, "view_conflict", self._office.clock.now(), detail=row.op_id))
            instead = self._instead(link, operation)
            cannot = self._cannot(link, actor, row)
            return ConflictPage(
                row=_row(link, row, operation),
                sides=conflict_words.sides(self._office, link, operation),
                apply_as=conflict_words.apply_as(moves=bool(instead)),
                cannot_apply=cannot or (_ALARM if row.kind == "alarm" else None),
                cannot_void=cannot,
            )

    @needs(Right.DECIDE)
    def apply(self, actor: Actor, request_id: str, conflict_id: int, seen: int) -> ConflictRow:
        """Apply an operation after all, as it was done; somebody registered elsewhere moves by it.

        What follows it is applied too where that is possible now. The same `request_id` again gives the same
        answer. NotPossible with what still keeps it from being applied, and when somebody else was first.
        """

        def job(link: Link) -> ConflictRow:
            if link.one(_OF_REQUEST, request=request_id) is None:
                at = self._office.clock.now()
                row, operation = self._find(link, conflict_id)
                refused = self._cannot(link, actor, row) or (_ALARM if row.kind == "alarm" else None)
                if refused is not None:
                    raise NotPossible(refused)
                try:
                    self._attempt(link, row, operation)
                except Cannot as trouble:
                    raise NotPossible(trouble.reason) from trouble
                self._settle(link, actor, row, seen, APPLIED, "", request_id, at)
                self._write(link, actor, row, "apply_conflict", at)
                self._go_on(link, actor, row, at)
            return _row(link, *self._find(link, conflict_id))

        return in_turn(self._office, job)

    @needs(Right.DECIDE)
    def void(self, actor: Actor, request_id: str, conflict_id: int, seen: int, note: str) -> ConflictRow:
        """Keep what the server has: the operation is not applied, nor printed; its papers count no more."""
        note = " ".join(note.split())
        if not 2 <= len(note) <= 60:
            raise BadInput("note", _NOTE)

        def job(link: Link) -> ConflictRow:
            if link.one(_OF_REQUEST, request=request_id) is None:
                at = self._office.clock.now()
                row, operation = self._find(link, conflict_id)
                refused = self._cannot(link, actor, row)
                if refused is not None:
                    raise NotPossible(refused)
                self._settle(link, actor, row, seen, VOID, note, request_id, at)
                link.run(_VOID, conflict=conflict_id, at=at)
                later = link.all(_FOLLOWING, who=row.subject, after=row.id) if row.subject else ()
                for step in steps_of(row, operation, later):
                    self._settle(link, actor, step, step.version, VOID, note, None, at)
                self._write(link, actor, row, "void_conflict", at, note)
            return _row(link, *self._find(link, conflict_id))

        return in_turn(self._office, job)

    # -- inside ------------------------------------------------------------------------------------
    def _find(self, link: Link, conflict_id: int) -> tuple[Any, Operation]:
        row = link.one(_ONE, conflict=conflict_id)
        if row is None:
            raise NotPossible(_GONE)
        operation = _read(row)
        if operation is None:
            raise NotPossible(_UNREADABLE)
        return row, operation

    def _cannot(self, link: Link, actor: Actor, row: Any) -> Sentence | None:
        """Say why nothing can be done about a line now, or None."""
        if row.state != OPEN:
            return _SETTLED.fill(who=row.settled_name)
        if row.subject and link.one(_BEFORE, who=row.subject, before=row.id) is not None:
            return _EARLIER
        return conflict_words.no_right(actor)

    def _instead(self, link: Link, operation: Operation) -> dict[str, Any]:
        """Return the arguments with which a registration moves somebody who is registered elsewhere by now."""
        if operation.name != "registrations.accept":
            return {}
        now = standing_on.versions(link, operation.subject)
        there = registration_records.open_of(link, now["person_id"]) if now else None
        if there is None or there.registration_id == operation.arguments.get("move_from"):
            return {}
        return {"move_from": there.registration_id}

    def _attempt(self, link: Link, row: Any, operation: Operation) -> None:
        taker = self._inbox()
        aliases = taker.aliases(link, row.window_id)
        operation.given.told = True
        _, more = taker.attempt(link, operation, aliases, **self._instead(link, operation))
        taker.learn(link, row.op_id, more)

    def _go_on(self, link: Link, actor: Actor, row: Any, at: datetime) -> None:
        """Apply what waited for a line that is settled, one after another, as far as it can be."""
        for later in link.all(_FOLLOWING, who=row.subject, after=row.id) if row.subject else ():
            try:
                self._attempt(link, later, operation_form.read(bytes(later.operation)))
            except Cannot as trouble:
                link.run(_STILL, conflict=later.id, why=trouble.kind, words=inbox.written(trouble.reason))
                return
            self._settle(link, actor, later, later.version, APPLIED, "", None, at)
            self._write(link, actor, later, "apply_conflict", at)

    def _settle(
        self,
        link: Link,
        actor: Actor,
        row: Any,
        seen: int,
        to: str,
        note: str,
        request_id: str | None,
        at: datetime,
    ) -> None:
        if not link.run(
            _SETTLE,
            conflict=row.id,
            seen=seen,
            to=to,
            next_version=seen + 1,
            at=at,
            who=actor.staff_id,
            who_name=actor.name,
            words=note,
            asked=request_id,
        ):
            raise NotPossible(_SETTLED.fill(who=row.settled_name or "—"))

    def _write(self, link: Link, actor: Actor, row: Any, action: str, at: datetime, note: str = "") -> None:
        numbers = "、".join(it.paper_number for it in link.all(_PAPERS, conflict=row.id))
        told = " ".join(part for part in (str(conflict_words.what(row.action)), numbers, note) if part)
        self._journal.write(link, Happening(actor, action, at, detail=told))

    def _inbox(self) -> Inbox:
        line = self._office.line
        if line is None:
            raise NotPossible(_GONE)
        return line.inbox


def _read(row: Any) -> Operation | None:
    """Return the operation of a line, or None where this program cannot read it: the others are listed all the same."""
    try:
        return operation_form.read(bytes(row.operation))
    except ValueError:
        return None


def _row(link: Link, row: Any, operation: Operation | None) -> ConflictRow:
    return ConflictRow(
        conflict_id=row.id,
        kind=row.kind,
        what=conflict_words.what(row.action),
        whom="" if operation is None else conflict_words.whom(operation),
        counter_number=row.counter_number,
        clerk=row.staff_name,
        made_at=row.made_at,
        reason=_UNREADABLE if operation is None else inbox.read(row.reason),
        papers=tuple(it.paper_number for it in link.all(_PAPERS, conflict=row.id)),
        state=row.state,
        version=row.version,
        settled_at=row.settled_at,
        settled_by=row.settled_name,
        note=row.note,
    )
