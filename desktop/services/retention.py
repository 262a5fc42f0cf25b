"""How long personal data is kept here, and deleting what has been kept long enough.

The system administrator sets the terms and prepares an order, the security administrator approves it: nobody
is both. A resident's own request is taken at the counter and approved the same way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.errors import BadInput, NotPossible, sentence
from desktop.domain.fields import read_line
from desktop.domain.retention import (
    DATA_WORDS,
    DataKind,
    DeletionGround,
    PurgeKind,
    PurgeState,
    read_months,
)
from desktop.domain.rights import Right
from desktop.policies.retention import retentions
from desktop.services import people_records, purge_orders, purge_run, retention_records, retention_terms
from desktop.services.in_turn import in_turn
from desktop.services.journal import Happening
from desktop.services.retention_rows import (
    DeletionStanding,
    PurgeOrderRow,
    PurgePreview,
    RetentionPage,
    TermRow,
)
from desktop.services.rights import needs

if TYPE_CHECKING:
    from datetime import date

    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

SHOWN = 200
"""Lines of a preview; the count and the digest are of all."""

_NOT_HERE = sentence("retention", "{kind}不在这里清除：满期的留痕连同链首归档。")
_NOTHING = sentence("retention", "没有到期的内容，不用编制清除单。")
_OTHERS = sentence("retention", "到期的内容在预览之后有了变动，请重新预览后再编制。")
_ONE_AT_A_TIME = sentence("retention", "{kind}已有一份清除单没有办完，办完后再编制。")
_SAME_PERSON = sentence("retention", "编制人和批准人不能是同一人，请由另一人批准。")
_MOVED = sentence("retention", "这份清除单刚刚有了变动，请重新打开。")
_NOT_APPROVED = sentence("retention", "这份清除单还没有批准，不能清除。")
_MEANWHILE = sentence("retention", "“{kind}”的保存期限刚刚有了变动，这一次没有保存。请核对后再改。")
_REASON = sentence("retention", "请填写不批准的理由（2至60个字）。")
_ASKED_ALREADY = sentence("retention", "此人的删除申请已经提出，正待批准。")
_TERM = sentence("log", "由{before}个月改为{after}个月")


class Retention:
    """Shows the terms, previews, prepares, approves and carries out orders to delete."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.SEE_RETENTION)
    def page(self, actor: Actor) -> RetentionPage:
        """Return every term with how much is due by it, and the orders, newest first."""
        office, today = self._office, self._office.today()
        with office.database.faults():
            link = office.database.link
            return RetentionPage(
                tuple(self._term(link, kind, today) for kind in DataKind), purge_orders.every(link), today
            )

    @needs(Right.PREPARE_PURGE)
    def set_months(self, actor: Actor, kind: DataKind, typed: str, seen: int | None) -> TermRow:
        """Store how many months a kind is kept here; "" goes back to the usual term.

        `seen` is what was set when it was looked at. BadInput below the legal floor, NotPossible where somebody
        set it otherwise meanwhile. The same again changes nothing.
        """
        office = self._office
        retention = retentions()[kind]
        wanted = read_months(retention, typed) if typed.strip() else None

        def job(link: Link) -> TermRow:
            before = retention_terms.own(link, kind)
            if before != wanted:
                if before != seen:
                    raise NotPossible(_MEANWHILE.fill(kind=DATA_WORDS[kind]))
                retention_terms.store(link, kind, before, wanted)
                told = _TERM.fill(
                    before=before if before is not None else retention.usual,
                    after=wanted if wanted is not None else retention.usual,
                )
                happening = Happening(
                    actor, "set_retention", office.clock.now(), matter=str(DATA_WORDS[kind]), detail=str(told)
                )
                self._journal.write(link, happening)
            return self._term(link, kind, office.today())

        return in_turn(office, job)

    @needs(Right.PREPARE_PURGE)
    def preview(self, actor: Actor, kind: DataKind) -> PurgePreview:
        """Return what a purge would take today; nothing is changed. Looking at it is written down."""
        office = self._office
        _check_purged(kind)
        with office.database.faults():
            found = self._due(office.database.link, kind)
        at, detail = office.clock.now(), f"{found.count}，截至{found.cutoff.isoformat()}"
        self._journal.note(Happening(actor, "preview_purge", at, matter=str(DATA_WORDS[kind]), detail=detail))
        return found

    @needs(Right.PREPARE_PURGE)
    def prepare(self, actor: Actor, request_id: str, kind: DataKind, digest: str) -> PurgeOrderRow:
        """Store an order over exactly what was previewed; another person approves it.

        Idempotent by `request_id`. NotPossible when nothing is due, when what is due has changed since the
        preview, or while an order about the same kind is not done.
        """
        office = self._office
        at = office.clock.now()
        _check_purged(kind)

        def job(link: Link) -> PurgeOrderRow:
            done = purge_orders.by_request(link, request_id)
            if done is not None:
                return done
            if purge_orders.under_way(link, kind) is not None:
                raise NotPossible(_ONE_AT_A_TIME.fill(kind=DATA_WORDS[kind]))
            last = self._term(link, kind, office.today()).cutoff
            keys = [one.subject for one in retention_records.due(link, kind, last)]
            if not keys:
                raise NotPossible(_NOTHING)
            if retention_records.digest_of(keys) != digest:
                raise NotPossible(_OTHERS)
            order = purge_orders.add(
                office, link, actor, request_id, PurgeKind.RETENTION, kind, keys, at, last=last
            )
            self._write(link, actor, "prepare_purge", order, f"{order.parts}，摘要{order.digest}")
            return order

        return in_turn(office, job)

    @needs(Right.TELL_OWN_DATA)
    def deletion(self, actor: Actor, person_id: int) -> DeletionStanding:
        """Return whether what is stored of a person may go, and with its article what stands against it."""
        with self._office.database.faults():
            return retention_terms.standing(self._office.database.link, person_id, self._office.today())

    @needs(Right.TELL_OWN_DATA)
    def ask(self, actor: Actor, request_id: str, person_id: int, ground: DeletionGround) -> PurgeOrderRow:
        """Take a resident's request to be deleted (个人信息保护法 art. 47); another person approves it.

        Idempotent by `request_id`. NotPossible with the first thing that stands against it.
        """
        office = self._office
        at = office.clock.now()

        def job(link: Link) -> PurgeOrderRow:
            done = purge_orders.by_request(link, request_id)
            if done is not None:
                return done
            people_records.wait_for(link, person_id)
            stands = retention_terms.standing(link, person_id, office.today())
            if stands.obstacles:
                raise NotPossible(stands.obstacles[0].why)
            if stands.waiting is not None:
                raise NotPossible(_ASKED_ALREADY)
            order = purge_orders.add(
                *(office, link, actor, request_id, PurgeKind.REQUEST, DataKind.PERSON, [str(person_id)], at),
                person_id=person_id,
                ground=ground,
            )
            self._write(link, actor, "ask_deletion", order, ground.value)
            return order

        return in_turn(office, job)

    @needs(Right.APPROVE_PURGE)
    def approve(self, actor: Actor, request_id: str, order_id: int, seen_version: int) -> PurgeOrderRow:
        """Approve an order; `carry_out` then does it. NotPossible for whoever prepared it."""
        return self._decide(actor, request_id, order_id, seen_version, PurgeState.APPROVED, "")

    @needs(Right.APPROVE_PURGE)
    def refuse(
        self, actor: Actor, request_id: str, order_id: int, seen_version: int, reason: str
    ) -> PurgeOrderRow:
        """Refuse an order with a reason (个人信息保护法 art. 50: the reason is told); nothing is deleted."""
        reason = read_line("reason", reason)
        if not 2 <= len(reason) <= 60:
            raise BadInput("reason", _REASON)
        return self._decide(actor, request_id, order_id, seen_version, PurgeState.REFUSED, reason)

    @needs(Right.APPROVE_PURGE)
    def carry_out(
        self, actor: Actor, order_id: int, told: Callable[[int, int], None] | None = None
    ) -> PurgeOrderRow:
        """Do what an approved order still has to do; `told` hears done and all. Slow: for a worker.

        A transaction a part: cut off half way it goes on where it was when this is called again, and what is
        done is not done twice.
        """
        office = self._office
        with office.database.faults():
            order = purge_orders.find(office.database.link, order_id)
        if order.state not in (PurgeState.APPROVED, PurgeState.DONE):
            raise NotPossible(_NOT_APPROVED)
        return purge_run.carry_out(office, self._journal, actor, order_id, told)

    # -- inside ------------------------------------------------------------------------------------
    def _decide(
        self, actor: Actor, request_id: str, order_id: int, seen: int, to: PurgeState, note: str
    ) -> PurgeOrderRow:
        office = self._office
        at = office.clock.now()

        def job(link: Link) -> PurgeOrderRow:
            order = purge_orders.find(link, order_id)
            if purge_orders.decided_by_request(link, order_id, request_id):
                return order
            if order.prepared_by == actor.staff_id:
                raise NotPossible(_SAME_PERSON)
            if order.version != seen or not purge_orders.decide(link, actor, request_id, order, to, note, at):
                raise NotPossible(_MOVED)
            action = "approve_purge" if to is PurgeState.APPROVED else "refuse_purge"
            self._write(link, actor, action, order, note or f"{order.parts}，摘要{order.digest}")
            return purge_orders.find(link, order_id)

        return in_turn(office, job)

    def _term(self, link: Link, kind: DataKind, today: date) -> TermRow:
        term = retention_terms.term(link, kind, today)
        due = retention_records.count_due(link, kind, term.cutoff) if term.retention.purged else 0
        return replace(term, due=due)

    def _due(self, link: Link, kind: DataKind) -> PurgePreview:
        term = self._term(link, kind, self._office.today())
        lines = retention_records.due(link, kind, term.cutoff)
        digest = retention_records.digest_of(one.subject for one in lines)
        shown = lines[:SHOWN]
        if kind is DataKind.PERSON:
            ends = (retention_records.standing(link, int(one.subject)) for one in shown)
            shown = tuple(
                replace(one, ended_on=end.ended_on) if end is not None else one
                for one, end in zip(shown, ends, strict=True)
            )
        return PurgePreview(kind, term.cutoff, term.due, shown, digest)

    def _write(self, link: Link, actor: Actor, action: str, order: PurgeOrderRow, detail: str) -> None:
        at, matter = self._office.clock.now(), str(DATA_WORDS[order.subject])
        self._journal.write(
            link, Happening(actor, action, at, person_id=order.person_id, matter=matter, detail=detail)
        )


def _check_purged(kind: DataKind) -> None:
    if not retentions()[kind].purged:
        raise NotPossible(_NOT_HERE.fill(kind=DATA_WORDS[kind]))
