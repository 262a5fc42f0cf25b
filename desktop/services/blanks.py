"""The stock of numbered blanks: batches in, to counters and back, spoiled, returned; the balance of any day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.blanks import (
    STATE_WORDS,
    BlankState,
    SerialRange,
    read_range,
    read_serial,
    runs,
)
from desktop.domain.errors import BadInput, NotPossible, Sentence, sentence
from desktop.domain.fields import REMARK_LIMIT, read_text
from desktop.domain.rights import Right
from desktop.services import blank_balance, blank_records, blank_steps, case_records
from desktop.services.blank_rows import BlankBalance, BlankRow, BlanksMoved, SerialRun
from desktop.services.in_turn import in_turn
from desktop.services.journal import Happening
from desktop.services.rights import needs, needs_here

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_UNKNOWN = sentence("blanks", "没有{serial}的入库记录，请核对号码。")
_OVERLAP = sentence("blanks", "{wanted}与已入库的{there}重号（{count}张），没有入库。请核对号码。")
_NOT_IN = sentence("blanks", "{wanted}中有{count}张没有入库记录（{serials}），没有办理。请核对号码。")
_NOT_THERE = sentence("blanks", "{wanted}中有{count}张不能办理，例如{serial}{where}。没有办理，请分段办理。")
_NO_COUNTER = sentence("blanks", "窗口号应为1至99。")
_NO_REASON = sentence("blanks", "请填写作废的原因。")
_IN_A_CASE = sentence("blanks", "{serial}{where}，请在制证页办理作废或退回。")
_CANNOT_SPOIL = sentence("blanks", "{serial}{where}，不能作废。")
_IS = sentence("blanks", "现在是“{state}”")
_IS_AT = sentence("blanks", "在{counter}号窗口，现在是“{state}”")
_TOLD = sentence("log", "{blanks}，{count}张。{note}")
_TO_COUNTER = sentence("log", "发给{counter}号窗口")


class Blanks:
    """Keeps every blank accounted for: what came in is in stock, at a counter, reserved, used, spoiled or gone.

    Everybody may look; NotPossible for a deed by anybody but an officer or an administrator.
    """

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.KEEP_BLANKS)
    def receive(self, actor: Actor, request_id: str, first: str, last: str, note: str = "") -> BlanksMoved:
        """Take a batch into stock, all of it or nothing; the same request twice is stored once.

        BadInput where the ends are no serials, are unlike, backwards or too far apart; NotPossible where a
        serial of it came in before.
        """
        new = read_range(first, last)
        note = read_text("note", note, REMARK_LIMIT)

        def job(link: Link) -> BlanksMoved:
            done = _done(link, request_id, BlankState.STOCK)
            if done is not None:
                return done
            for batch in blank_records.batches(link):
                shared = _shared(batch.range, new)
                if shared:
                    raise NotPossible(_OVERLAP.fill(wanted=new, there=batch.range, count=shared))
            at = self._office.clock.now()
            blank_steps.add_batch(self._office, link, actor, request_id, new, note, at)
            detail = str(_TOLD.fill(blanks=new, count=len(new), note=note))
            self._journal.write(link, Happening(actor, "receive_blanks", at, detail=detail))
            return _done(link, request_id, BlankState.STOCK) or BlanksMoved(0, ())

        return in_turn(self._office, job)

    @needs(Right.KEEP_BLANKS)
    def move_to_counter(
        self, actor: Actor, request_id: str, first: str, last: str, counter_number: int
    ) -> BlanksMoved:
        """Hand blanks in stock to a counter; NotPossible unless every one of them is in stock."""
        if not 1 <= counter_number <= 99:
            raise BadInput("counter_number", _NO_COUNTER)
        return self._move(
            actor,
            request_id,
            read_range(first, last),
            (BlankState.STOCK,),
            BlankState.COUNTER,
            lambda _: counter_number,
            "move_blanks",
            told=str(_TO_COUNTER.fill(counter=counter_number)),
        )

    @needs(Right.KEEP_BLANKS)
    def take_back(self, actor: Actor, request_id: str, first: str, last: str) -> BlanksMoved:
        """Take blanks that lie unused at counters back into stock."""
        return self._move(
            actor,
            request_id,
            read_range(first, last),
            (BlankState.COUNTER,),
            BlankState.STOCK,
            lambda blank: blank.counter_number,
            "take_back_blanks",
        )

    @needs(Right.KEEP_BLANKS)
    def return_batch(
        self, actor: Actor, request_id: str, first: str, last: str, note: str = ""
    ) -> BlanksMoved:
        """Give blanks in stock back to whoever issued them; they never come in again."""
        return self._move(
            actor,
            request_id,
            read_range(first, last),
            (BlankState.STOCK,),
            BlankState.RETURNED,
            lambda _: None,
            "return_blanks",
            read_text("note", note, REMARK_LIMIT),
        )

    @needs(Right.KEEP_BLANKS)
    def spoil(self, actor: Actor, request_id: str, serial: str, reason: str) -> BlankRow:
        """Write off a blank in stock or at a counter, for good; BadInput("reason") without a reason.

        One that is reserved or used belongs to a case: NotPossible says to do it there.
        """
        wanted = read_serial("serial", serial)
        reason = read_text("reason", reason, REMARK_LIMIT)
        if not reason:
            raise BadInput("reason", _NO_REASON)

        def job(link: Link) -> None:
            if blank_records.steps_of_request(link, request_id, BlankState.SPOILED):
                return
            blank = blank_records.by_serial(link, wanted)
            if blank is None:
                raise NotPossible(_UNKNOWN.fill(serial=wanted))
            state = BlankState(blank.state)
            if state not in (BlankState.STOCK, BlankState.COUNTER):
                in_a_case = state in (BlankState.RESERVED, BlankState.USED)
                problem = _IN_A_CASE if in_a_case else _CANNOT_SPOIL
                raise NotPossible(problem.fill(serial=wanted, where=where(blank)))
            at = blank_steps.moment(self._office, (blank,))
            blank_steps.change(
                self._office, link, actor, request_id, blank, BlankState.SPOILED, at, reason=reason
            )
            self._journal.write(link, Happening(actor, "spoil_blank", at, matter=str(wanted), detail=reason))

        in_turn(self._office, job)
        return self.find(serial)

    @needs_here(Right.SEE_BLANKS)
    def balance(self, on: date) -> BlankBalance:
        """Return each batch at the end of a day: where its blanks were, with their serials.

        ServerAway without the server: the stock is there alone, and a window's copy would say that there is none.
        """
        with self._office.database.faults():
            found = BlankBalance(on, blank_balance.balance(self._office.database.link, on))
        self._need_server()
        return found

    @needs_here(Right.SEE_BLANKS)
    def at_counter(self, counter_number: int) -> int:
        """Return how many blanks a counter has left to print on. ServerAway as for `balance`."""
        with self._office.database.faults():
            left = blank_records.count_free(self._office.database.link, counter_number)
        self._need_server()
        return left

    @needs_here(Right.SEE_BLANKS)
    def find(self, serial: str) -> BlankRow:
        """Return a blank with all that happened to it; NotPossible where none of that serial came in.

        ServerAway as for `balance`.
        """
        wanted = read_serial("serial", serial)
        with self._office.database.faults():
            link = self._office.database.link
            blank = blank_records.by_serial(link, wanted)
            self._need_server()
            if blank is None:
                raise NotPossible(_UNKNOWN.fill(serial=wanted))
            case = case_records.find(link, blank.case_id) if blank.case_id else None
            return BlankRow(
                serial=blank.serial,
                state=BlankState(blank.state),
                counter_number=blank.counter_number,
                batch_id=blank.batch_id,
                case_id=blank.case_id,
                case_number=case.case_number if case else "",
                reason=blank.reason,
                changed_at=blank.changed_at,
                history=blank_records.history(link, blank),
            )

    def _need_server(self) -> None:
        """Refuse what was read of a window's own copy; asked after reading, which may be where the loss is noticed."""
        line = self._office.line
        if line is not None and line.away:
            raise line.refusal()

    def _move(
        self,
        actor: Actor,
        request_id: str,
        wanted: SerialRange,
        out_of: Collection[BlankState],
        to: BlankState,
        counter: Callable[[Any], int | None],
        action: str,
        note: str = "",
        told: str = "",
    ) -> BlanksMoved:
        def job(link: Link) -> BlanksMoved:
            done = _done(link, request_id, to)
            if done is not None:
                return done
            blanks = blank_records.in_range(link, wanted)
            _check_all_in(wanted, blanks)
            others = [blank for blank in blanks if blank.state not in out_of]
            if others:
                problem = _NOT_THERE.fill(wanted=wanted, count=len(others), serial=others[0].serial)
                raise NotPossible(problem.fill(where=where(others[0])))
            at = blank_steps.moment(self._office, blanks)
            places: defaultdict[int | None, list[Any]] = defaultdict(list)
            for blank in blanks:
                places[blank.counter_number].append(blank)
            for members in places.values():
                blank_steps.change_all(
                    self._office, link, actor, request_id, members, to, counter(members[0]), at, note
                )
            detail = str(_TOLD.fill(blanks=wanted, count=len(wanted), note=told or note))
            self._journal.write(link, Happening(actor, action, at, detail=detail))
            return _done(link, request_id, to) or BlanksMoved(0, ())

        return in_turn(self._office, job)


def where(blank: Any) -> Sentence:
    """Say where a blank is."""
    state = STATE_WORDS[BlankState(blank.state)]
    if blank.counter_number:
        return _IS_AT.fill(counter=blank.counter_number, state=state)
    return _IS.fill(state=state)


def _shared(one: SerialRange, other: SerialRange) -> int:
    if not one.first.is_like(other.first):
        return 0
    first = max(one.first.number, other.first.number)
    return max(0, min(one.last.number, other.last.number) - first + 1)


def _done(link: Link, request_id: str, to: BlankState) -> BlanksMoved | None:
    steps = blank_records.steps_of_request(link, request_id, to)
    if not steps:
        return None
    whole = tuple(SerialRun(step.first_serial, step.last_serial, step.count) for step in steps)
    return BlanksMoved(sum(run.count for run in whole), whole)


def _check_all_in(wanted: SerialRange, blanks: list[Any]) -> None:
    if len(blanks) == len(wanted):
        return
    there = {blank.serial for blank in blanks}
    lacking = runs(serial for serial in wanted if serial not in there)
    problem = _NOT_IN.fill(wanted=wanted, count=len(wanted) - len(blanks))
    raise NotPossible(problem.fill(serials="、".join(map(str, lacking[:5]))))
