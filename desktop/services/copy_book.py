"""The book of copies: each printing of a paper as it is asked for, drawn, sent and answered for.

Every method changes rows and nothing else, so that it goes on while the station's server is away.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.domain.code_words import label
from desktop.domain.codes import CopyOutcome
from desktop.domain.errors import NotPossible, Sentence, sentence
from desktop.domain.rights import Right
from desktop.domain.times import local_date
from desktop.services import about_whom
from desktop.services import copy_records as copies
from desktop.services.given import CURRENT
from desktop.services.journal import Happening
from desktop.services.rights import needs
from desktop.services.without_server import without_server

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

REPRINTABLE = (CopyOutcome.PRINTED.value, CopyOutcome.SPOILED.value, CopyOutcome.SAVED.value)
_OUT_ALREADY = sentence("errors", "这份单据已经打印过。需要再打一份请选择“补打”并填写原因。")
_COUNTED_ELSEWHERE = sentence("away", "离线时打印的是{printed}，而服务器上另一窗口已打印到{there}。")


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """A stored copy's key."""

    copy_id: int


class CopyBook:
    """Writes down what becomes of copies; knows nothing of drawing or printers."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @without_server("copies.next", about_whom.of_paper)
    @needs(Right.PRINT, Right.KEEP_BLANKS)
    def next(
        self, actor: Actor, request_id: str, paper_id: int, *, reprint: bool, reason: str = ""
    ) -> KeptCopy:
        """Return the copy of this request: the one that is not answered for yet, or a new one.

        It is numbered in the transaction that stores it, so that no two counters give the same number.
        NotPossible when the original is out and no reprint is asked for.
        """
        at = self._office.clock.now()
        with self._office.database.write() as link:
            link.foresee(copies.NEWEST_COPY, paper=paper_id)
            link.foresee(copies.WHOSE, paper=paper_id)
            copy = link.one(copies.COPY_OF_REQUEST, request=request_id)
            if copy is not None:
                return KeptCopy(copy.id)
            newest = link.one(copies.NEWEST_COPY, paper=paper_id)
            if newest is None:
                number = 0
            elif not reprint and newest.outcome != CopyOutcome.PENDING.value:
                raise NotPossible(_OUT_ALREADY)
            elif not reprint or newest.outcome not in REPRINTABLE:
                return KeptCopy(newest.id)
            else:
                number = newest.number + 1
            _check_number(number)
            return KeptCopy(self._store(link, actor, request_id, paper_id, number, reason, at))

    @without_server("copies.drawn", about_whom.of_copy, always=True)
    @needs(Right.PRINT, Right.KEEP_BLANKS)
    def drawn(self, actor: Actor, copy_id: int, pdf: bytes, pages: int) -> None:
        """Store what a copy looks like, byte for byte, unless it was drawn before."""
        with self._office.database.write() as link:
            digest = hashlib.sha256(pdf).hexdigest()
            link.run_later(copies.DRAWN, copy=copy_id, bytes=pdf, digest=digest, count=pages)

    @without_server("copies.sent", about_whom.of_copy)
    @needs(Right.PRINT, Right.KEEP_BLANKS)
    def sent(self, actor: Actor, copy_id: int, printer: str) -> None:
        """Write down the queue before the job leaves."""
        with self._office.database.write() as link:
            link.run_later(copies.SENT, copy=copy_id, queue=printer[:400])
            self._write(link, actor, copy_id, "print_paper", printer)

    @without_server("copies.not_sent", about_whom.of_copy, always=True)
    @needs(Right.PRINT, Right.KEEP_BLANKS)
    def not_sent(self, actor: Actor, copy_id: int, printer: str) -> None:
        """Strike the queue out again: it took nothing; `printer` is what stood there before."""
        with self._office.database.write() as link:
            link.run_later(copies.SENT, copy=copy_id, queue=printer)

    @without_server("copies.saved", about_whom.of_copy)
    @needs(Right.PRINT, Right.KEEP_BLANKS)
    def saved(self, actor: Actor, copy_id: int, name: str) -> None:
        """Write down that a copy was saved as a file; one that never went to a printer is settled by it."""
        with self._office.database.write() as link:
            copy = link.one(copies.WHOSE_COPY, copy=copy_id)
            if copy is not None and copy.outcome == CopyOutcome.PENDING.value and not copy.printer:
                at = self._office.clock.now()
                link.run_later(copies.SETTLED, copy=copy_id, result=CopyOutcome.SAVED.value, why="", at=at)
            self._write(link, actor, copy_id, "save_paper", name)

    @without_server("copies.settled", about_whom.of_copy)
    @needs(Right.PRINT, Right.KEEP_BLANKS)
    def settled(self, actor: Actor, copy_id: int, outcome: CopyOutcome, reason: str) -> None:
        """Store what became of a copy."""
        with self._office.database.write() as link:
            at = self._office.clock.now()
            link.run_later(copies.SETTLED, copy=copy_id, result=outcome.value, why=reason, at=at)
            self._write(link, actor, copy_id, "settle_paper", f"{label(outcome)} {reason}")

    # -- inside ------------------------------------------------------------------------------------
    def _store(
        self,
        link: Link,
        actor: Actor,
        request_id: str,
        paper_id: int,
        number: int,
        reason: str,
        at: datetime,
    ) -> int:
        paper = link.one(copies.WHOSE, paper=paper_id)
        if paper is None:
            raise NotPossible(sentence("errors", "没有这份单据。"))
        copy_id = self._office.key(actor.counter_number, at)
        link.run(
            copies.ADD_COPY,
            id=copy_id,
            paper_id=paper_id,
            request_id=request_id,
            number=number,
            reason=reason,
            outcome=CopyOutcome.PENDING.value,
            outcome_reason="",
            requested_at=at,
            requested_on=local_date(at),
            settled_at=None,
            staff_id=actor.staff_id,
            staff_name=actor.name,
            counter_number=actor.counter_number,
            printer="",
            pages=0,
            sha256="",
            pdf=None,
        )
        self._journal.write(
            link,
            Happening(
                actor,
                "reprint_paper" if number else "prepare_paper",
                at,
                person_id=paper.person_id,
                paper_number=paper.paper_number,
                detail=reason,
                known=copies.known(paper),
            ),
        )
        return copy_id

    def _write(self, link: Link, actor: Actor, copy_id: int, action: str, detail: str) -> None:
        copy: Any = link.one(copies.WHOSE_COPY, copy=copy_id)
        if copy is None:
            raise NotPossible(sentence("errors", "没有这份单据。"))
        self._journal.write(
            link,
            Happening(
                actor,
                action,
                self._office.clock.now(),
                person_id=copy.person_id,
                paper_number=copy.paper_number,
                detail=f"{copy_name(copy.number)} {detail}".strip(),
                known=copies.known(copy),
            ),
        )


def copy_name(number: int) -> Sentence:
    """Return what a copy is called: the original, or the n-th reprint."""
    if number == 0:
        return sentence("paper", "原件")
    return sentence("paper", "补打第{number}次").fill(number=number)


def _check_number(number: int) -> None:
    """A copy that was printed without the server has its number on it: it must be the next one here too."""
    given = CURRENT.get()
    if given is not None and (printed := given.number(lambda: number)) != number:
        there = copy_name(number - 1) if number else sentence("away", "无")
        raise NotPossible(_COUNTED_ELSEWHERE.fill(printed=copy_name(printed), there=there))
