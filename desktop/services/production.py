"""Making permits: granted cases wait, a blank is reserved for each, and exactly what was printed is produced."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from desktop.domain import case_life
from desktop.domain.blanks import BlankState, read_serial
from desktop.domain.case_life import CaseEvent
from desktop.domain.codes import CaseKind
from desktop.domain.errors import BadInput, NotPossible, sentence
from desktop.domain.fields import REMARK_LIMIT, read_text
from desktop.domain.rights import Right
from desktop.services import (
    blank_records,
    blank_steps,
    cards,
    case_records,
    print_job_records,
    production_records,
    waits,
)
from desktop.services import production_steps as steps
from desktop.services.blanks import where
from desktop.services.in_turn import Overtaken, in_turn
from desktop.services.production_rows import (
    CardProblem,
    ProducedCard,
    ProductionDone,
    ReservedCard,
    WaitingCard,
)
from desktop.services.rights import needs, needs_here

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor, CaseRow
    from printing.documents import PermitCard

MOST_AT_ONCE = 200

_TOO_FEW = sentence(
    "permit", "{counter}号窗口的空白证不够：要{need}张，只有{have}张，还缺{lacking}张。请先领用，或少选几件。"
)
_TOO_MANY = sentence("permit", "一次最多制证{most}件，现在选了{count}件，请分批办理。")
_ELSEWHERE = sentence(
    "permit",
    "{name}（{number}）已由{counter}号窗口预留空白证{serial}，请在该窗口制证，或由该窗口退回后再办。",
)
_NOT_RESERVED = sentence("permit", "{name}（{number}）还没有预留空白证，请先预留。")
_NOT_FOR_PRINTING = sentence("permit", "空白证{serial}{where}，没有为制证预留，不能记为已打印。")
_OTHER_COUNTER = sentence("permit", "空白证{serial}{where}，请在该窗口办理。")
_NOT_RESERVED_ANY_MORE = sentence("permit", "空白证{serial}{where}，没有预留，不能退回。")
_CANNOT_SPOIL = sentence("permit", "空白证{serial}{where}，不在制证中，不能在这里作废。")
_NO_REASON = sentence("blanks", "请填写作废的原因。")
_NO_JPEG = sentence("permit", "相片不是完整的JPEG图像，请重新采集。")


class Production:
    """Makes the permits of granted cases on numbered blanks.

    A blank is reserved before anything is printed, and comes back to the same case after a power cut. What
    was printed is told by serial; all else still waits.
    """

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs_here(Right.PRODUCE)
    def waiting(self, kind: CaseKind | None = None, limit: int = 500) -> tuple[WaitingCard, ...]:
        """Return granted cases whose permit is still to be made, by due date, `limit` of them at most."""
        with self._office.database.faults():
            return production_records.waiting(self._office, self._office.database.link, kind, limit)

    @needs_here(Right.PRODUCE)
    def unfinished(self, counter_number: int) -> tuple[ReservedCard, ...]:
        """Return what is reserved at a counter and not told of: after a power cut it is asked what was printed."""
        with self._office.database.faults():
            link = self._office.database.link
            return tuple(
                steps.reserved(case_records.find(link, blank.case_id), blank.serial, BlankState.RESERVED)
                for blank in blank_records.reserved_at(link, counter_number)
            )

    @needs(Right.PRODUCE)
    def reserve(self, actor: Actor, request_id: str, case_ids: Sequence[int]) -> tuple[ReservedCard, ...]:
        """Reserve a blank of this counter for each case, in order of serial, and freeze its card with it.

        All or nothing. A case that has one keeps it. NotPossible with how many blanks are missing, with the
        person whose card cannot be made, for a case that is not granted or is at another counter; the same
        request twice gives the same blanks.
        """
        wanted = tuple(dict.fromkeys(case_ids))
        if len(wanted) > MOST_AT_ONCE:
            raise NotPossible(_TOO_MANY.fill(most=MOST_AT_ONCE, count=len(wanted)))

        def job(link: Link) -> tuple[ReservedCard, ...]:
            done = blank_records.steps_of_request(link, request_id, BlankState.RESERVED)
            if done:
                return self._reserved_before(link, wanted, done)
            waits.for_cases(link, wanted)
            cases = {case_id: case_records.find(link, case_id) for case_id in wanted}
            kept = {case_id: self._kept(link, actor, case) for case_id, case in cases.items()}
            lacking = [case_id for case_id in wanted if kept[case_id] is None]
            blanks = blank_records.free_at(link, actor.counter_number, len(lacking))
            if len(blanks) < len(lacking):
                problem = _TOO_FEW.fill(counter=actor.counter_number, need=len(lacking), have=len(blanks))
                raise NotPossible(problem.fill(lacking=len(lacking) - len(blanks)))
            at = blank_steps.moment(self._office, blanks)
            for case_id, blank in zip(lacking, blanks, strict=True):
                steps.take(self._office, self._journal, link, actor, request_id, cases[case_id], blank, at)
                kept[case_id] = blank.serial
            return tuple(
                steps.reserved(cases[case_id], str(kept[case_id]), BlankState.RESERVED) for case_id in wanted
            )

        return in_turn(self._office, job)

    @needs_here(Right.PRODUCE)
    def card(self, case_id: int) -> PermitCard:
        """Return the card of a case as it was frozen with its blank; NotPossible while none is reserved."""
        with self._office.database.faults():
            link = self._office.database.link
            blank = blank_records.reserved_for(link, case_id)
            if blank is None:
                case = case_records.find(link, case_id)
                raise NotPossible(_NOT_RESERVED.fill(name=case.person_name, number=case.case_number))
            return steps.card_of(link, blank)

    @needs_here(Right.PRODUCE)
    def card_on(self, serial: str) -> PermitCard:
        """Return what was printed on a blank, whatever became of it since; NotPossible where nothing was."""
        with self._office.database.faults():
            link = self._office.database.link
            return steps.card_of(link, steps.blank_of(link, serial))

    @needs(Right.PRODUCE)
    def printed(self, actor: Actor, request_id: str, serials: Sequence[str]) -> ProductionDone:
        """Take down that exactly these blanks were printed: each becomes a permit, in a transaction of its own.

        A card that cannot be taken down does not keep the others back: it is in `problems` with the reason.
        What was taken down before is told again and not done twice.
        """
        produced: list[ProducedCard] = []
        problems: list[CardProblem] = []
        for serial in dict.fromkeys(serials):
            try:
                produced.append(self._printed(actor, request_id, serial))
            except (NotPossible, BadInput) as error:
                problems.append(CardProblem(serial, error.message))
        return ProductionDone(tuple(produced), tuple(problems))

    @needs(Right.PRODUCE)
    def spoiled(self, actor: Actor, request_id: str, serial: str, reason: str) -> ReservedCard:
        """Write off the blank of a card, before printing or before hand-over; its case waits again.

        BadInput("reason") without a reason; NotPossible for a permit that was handed over, or a blank that is
        in no case.
        """
        wanted = read_serial("serial", serial)
        reason = read_text("reason", reason, REMARK_LIMIT)
        if not reason:
            raise BadInput("reason", _NO_REASON)

        def job(link: Link) -> ReservedCard:
            blank = steps.blank_of(link, str(wanted))
            if blank_records.steps_of_request(link, request_id, BlankState.SPOILED):
                case = case_records.find(link, blank.case_id)
                return steps.reserved(case, blank.serial, BlankState(blank.state))
            if blank.state not in (BlankState.RESERVED, BlankState.USED):
                raise NotPossible(_CANNOT_SPOIL.fill(serial=blank.serial, where=where(blank)))
            waits.for_cases(link, (blank.case_id,))
            case = case_records.find(link, blank.case_id)
            at = blank_steps.moment(self._office, (blank,))
            if blank.state == BlankState.USED:
                now = self._office.clock.now()
                steps.unmake(self._office, link, actor, case, blank.serial, reason, now)
            blank_steps.change(
                self._office,
                link,
                actor,
                request_id,
                blank,
                BlankState.SPOILED,
                at,
                case_id=case.case_id,
                reason=reason,
            )
            steps.tell(self._journal, link, actor, "spoil_permit", case, at, f"{blank.serial}：{reason}")
            return steps.reserved(case_records.find(link, case.case_id), blank.serial, BlankState.SPOILED)

        return in_turn(self._office, job)

    @needs(Right.PRODUCE)
    def released(self, actor: Actor, request_id: str, serial: str) -> ReservedCard:
        """Take down that nothing was printed on a reserved blank: it lies at its counter again."""
        wanted = read_serial("serial", serial)

        def job(link: Link) -> ReservedCard:
            blank = steps.blank_of(link, str(wanted))
            done = blank_records.steps_of_request(link, request_id, BlankState.COUNTER)
            if done:
                return steps.reserved(
                    case_records.find(link, done[0].case_id), blank.serial, BlankState(blank.state)
                )
            if blank.state != BlankState.RESERVED:
                raise NotPossible(_NOT_RESERVED_ANY_MORE.fill(serial=blank.serial, where=where(blank)))
            case = case_records.find(link, blank.case_id)
            at = blank_steps.moment(self._office, (blank,))
            blank_steps.change(self._office, link, actor, request_id, blank, BlankState.COUNTER, at)
            print_job_records.card_not_printed(link, blank.serial, at)
            steps.tell(self._journal, link, actor, "release_blank", case, at, blank.serial)
            return steps.reserved(case, blank.serial, BlankState.COUNTER)

        return in_turn(self._office, job)

    @needs(Right.PRODUCE)
    def add_photo(self, actor: Actor, case_id: int, photo: bytes) -> None:
        """Store a photo for a case that came without one; the same photo twice is stored once.

        BadInput("photo") for what is no whole JPEG; NotPossible once the permit is made.
        """
        from printing.jpeg import shape

        if shape(photo) is None:
            raise BadInput("photo", _NO_JPEG)

        def job(link: Link) -> None:
            waits.for_cases(link, (case_id,))
            case = case_records.find(link, case_id)
            case_life.step(case.kind, case.state, CaseEvent.PRODUCE)
            at = self._office.clock.now()
            if cards.add_photo(self._office, link, actor, case_id, photo, at):
                steps.tell(self._journal, link, actor, "add_photo", case, at, "")

        in_turn(self._office, job)

    # -- inside ------------------------------------------------------------------------------------
    def _reserved_before(
        self, link: Link, wanted: Sequence[int], done: Sequence[Any]
    ) -> tuple[ReservedCard, ...]:
        """Return what a request reserved, as it is now; for cases that had a blank already, that one."""
        serials = {step.case_id: step.first_serial for step in done}
        found = []
        for case_id in wanted:
            serial = serials.get(case_id)
            blank = steps.blank_of(link, serial) if serial else blank_records.reserved_for(link, case_id)
            if blank is not None:
                case = case_records.find(link, case_id)
                found.append(steps.reserved(case, blank.serial, BlankState(blank.state)))
        return tuple(found)

    def _kept(self, link: Link, actor: Actor, case: CaseRow) -> str | None:
        """Return the serial that is reserved for a case already; NotPossible if it is not to be made here."""
        case_life.step(case.kind, case.state, CaseEvent.PRODUCE)
        blank = blank_records.reserved_for(link, case.case_id)
        if blank is None:
            return None
        if blank.counter_number != actor.counter_number:
            problem = _ELSEWHERE.fill(name=case.person_name, number=case.case_number, serial=blank.serial)
            raise NotPossible(problem.fill(counter=blank.counter_number))
        return str(blank.serial)

    def _printed(self, actor: Actor, request_id: str, serial: str) -> ProducedCard:
        def job(link: Link) -> ProducedCard:
            seen = steps.blank_of(link, serial)
            if seen.case_id is not None:
                waits.for_cases(link, (seen.case_id,))
            blank = steps.blank_of(link, serial)
            if blank.case_id != seen.case_id:
                raise Overtaken
            if blank.state == BlankState.USED:
                return steps.produced(link, blank)
            if blank.state != BlankState.RESERVED:
                raise NotPossible(_NOT_FOR_PRINTING.fill(serial=blank.serial, where=where(blank)))
            if blank.counter_number != actor.counter_number:
                raise NotPossible(_OTHER_COUNTER.fill(serial=blank.serial, where=where(blank)))
            steps.make(self._office, self._journal, link, actor, request_id, blank)
            return steps.produced(link, blank)

        return in_turn(self._office, job)
