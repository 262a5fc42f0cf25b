"""Making permits: granted cases wait, a blank is reserved for each, and exactly what was printed is produced."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from desktop.domain import case_life
from desktop.domain.blanks import BlankState, read_serial
from desktop.domain.case_life import CaseEvent
from desktop.domain.codes import CaseKind, CaseState
from desktop.domain.errors import BadInput, NotPossible, sentence
from desktop.domain.fields import REMARK_LIMIT, read_text
from desktop.domain.permit_life import STATE_WORDS, PermitEvent, PermitState
from desktop.services import (
    blank_records,
    cards,
    case_records,
    permit_records,
    production_records,
)
from desktop.services.blanks import where
from desktop.services.in_turn import Overtaken, in_turn
from desktop.services.journal import Happening
from desktop.services.production_rows import (
    CardProblem,
    ProducedCard,
    ProductionDone,
    ReservedCard,
    WaitingCard,
)

if TYPE_CHECKING:
    from datetime import datetime

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
_NO_CARD = sentence("permit", "空白证{serial}没有存下卡面内容，请退回后重新预留。")
_UNKNOWN = sentence("blanks", "没有{serial}的入库记录，请核对号码。")
_NOT_FOR_PRINTING = sentence("permit", "空白证{serial}{where}，没有为制证预留，不能记为已打印。")
_OTHER_COUNTER = sentence("permit", "空白证{serial}{where}，请在该窗口办理。")
_NOT_RESERVED_ANY_MORE = sentence("permit", "空白证{serial}{where}，没有预留，不能退回。")
_CHANGED = sentence(
    "permit", "{name}的登记内容在制证期间有变更，卡面与登记不一致。空白证{serial}请作废，重新制证。"
)
_HANDED_OVER = sentence(
    "permit", "空白证{serial}上的居住证现在是“{state}”，不能作废重制；已经发放的请办理换领。"
)
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

    def waiting(self, kind: CaseKind | None = None, limit: int = 500) -> tuple[WaitingCard, ...]:
        """Return granted cases whose permit is still to be made, by due date, `limit` of them at most."""
        with self._office.database.faults():
            return production_records.waiting(self._office, self._office.database.link, kind, limit)

    def unfinished(self, counter_number: int) -> tuple[ReservedCard, ...]:
        """Return what is reserved at a counter and not told of: after a power cut it is asked what was printed."""
        with self._office.database.faults():
            link = self._office.database.link
            return tuple(
                _reserved(case_records.find(link, blank.case_id), blank.serial, BlankState.RESERVED)
                for blank in blank_records.reserved_at(link, counter_number)
            )

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
            for case_id in sorted(wanted):  # in one order, so that no two counters wait for each other
                production_records.lock_case(link, case_id)
            cases = {case_id: case_records.find(link, case_id) for case_id in wanted}
            kept = {case_id: self._kept(link, actor, case) for case_id, case in cases.items()}
            lacking = [case_id for case_id in wanted if kept[case_id] is None]
            blanks = blank_records.free_at(link, actor.counter_number, len(lacking))
            if len(blanks) < len(lacking):
                problem = _TOO_FEW.fill(counter=actor.counter_number, need=len(lacking), have=len(blanks))
                raise NotPossible(problem.fill(lacking=len(lacking) - len(blanks)))
            at = blank_records.moment(self._office, blanks)
            for case_id, blank in zip(lacking, blanks, strict=True):
                self._take(link, actor, request_id, cases[case_id], blank, at)
                kept[case_id] = blank.serial
            return tuple(
                _reserved(cases[case_id], str(kept[case_id]), BlankState.RESERVED) for case_id in wanted
            )

        return in_turn(self._office, job)

    def card(self, case_id: int) -> PermitCard:
        """Return the card of a case as it was frozen with its blank; NotPossible while none is reserved."""
        with self._office.database.faults():
            link = self._office.database.link
            blank = blank_records.reserved_for(link, case_id)
            if blank is None:
                case = case_records.find(link, case_id)
                raise NotPossible(_NOT_RESERVED.fill(name=case.person_name, number=case.case_number))
            return self._card(link, blank)

    def card_on(self, serial: str) -> PermitCard:
        """Return what was printed on a blank, whatever became of it since; NotPossible where nothing was."""
        wanted = read_serial("serial", serial)
        with self._office.database.faults():
            link = self._office.database.link
            blank = blank_records.by_serial(link, wanted)
            if blank is None:
                raise NotPossible(_UNKNOWN.fill(serial=wanted))
            return self._card(link, blank)

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
            blank = self._blank(link, str(wanted))
            if blank_records.steps_of_request(link, request_id, BlankState.SPOILED):
                case = case_records.find(link, blank.case_id)
                return _reserved(case, blank.serial, BlankState(blank.state))
            if blank.state not in (BlankState.RESERVED, BlankState.USED):
                raise NotPossible(_CANNOT_SPOIL.fill(serial=blank.serial, where=where(blank)))
            production_records.lock_case(link, blank.case_id)
            case = case_records.find(link, blank.case_id)
            at = blank_records.moment(self._office, (blank,))
            if blank.state == BlankState.USED:
                self._unmake(link, actor, case, blank.serial, reason, at)
            blank_records.change(
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
            self._write(link, actor, "spoil_permit", case, at, f"{blank.serial}：{reason}")
            return _reserved(case_records.find(link, case.case_id), blank.serial, BlankState.SPOILED)

        return in_turn(self._office, job)

    def released(self, actor: Actor, request_id: str, serial: str) -> ReservedCard:
        """Take down that nothing was printed on a reserved blank: it lies at its counter again."""
        wanted = read_serial("serial", serial)

        def job(link: Link) -> ReservedCard:
            blank = self._blank(link, str(wanted))
            done = blank_records.steps_of_request(link, request_id, BlankState.COUNTER)
            if done:
                return _reserved(
                    case_records.find(link, done[0].case_id), blank.serial, BlankState(blank.state)
                )
            if blank.state != BlankState.RESERVED:
                raise NotPossible(_NOT_RESERVED_ANY_MORE.fill(serial=blank.serial, where=where(blank)))
            case = case_records.find(link, blank.case_id)
            at = blank_records.moment(self._office, (blank,))
            blank_records.change(self._office, link, actor, request_id, blank, BlankState.COUNTER, at)
            self._write(link, actor, "release_blank", case, at, blank.serial)
            return _reserved(case, blank.serial, BlankState.COUNTER)

        return in_turn(self._office, job)

    def add_photo(self, actor: Actor, case_id: int, photo: bytes) -> None:
        """Store a photo for a case that came without one; the same photo twice is stored once.

        BadInput("photo") for what is no whole JPEG; NotPossible once the permit is made.
        """
        from printing.jpeg import shape

        if shape(photo) is None:
            raise BadInput("photo", _NO_JPEG)

        def job(link: Link) -> None:
            production_records.lock_case(link, case_id)
            case = case_records.find(link, case_id)
            case_life.step(case.kind, case.state, CaseEvent.PRODUCE)
            at = self._office.clock.now()
            if cards.add_photo(self._office, link, actor, case_id, photo, at):
                self._write(link, actor, "add_photo", case, at, "")

        in_turn(self._office, job)

    # -- inside ------------------------------------------------------------------------------------
    def _reserved_before(
        self, link: Link, wanted: Sequence[int], steps: Sequence[Any]
    ) -> tuple[ReservedCard, ...]:
        """Return what a request reserved, as it is now; for cases that had a blank already, that one."""
        serials = {step.case_id: step.first_serial for step in steps}
        found = []
        for case_id in wanted:
            serial = serials.get(case_id)
            blank = self._blank(link, serial) if serial else blank_records.reserved_for(link, case_id)
            if blank is not None:
                case = case_records.find(link, case_id)
                found.append(_reserved(case, blank.serial, BlankState(blank.state)))
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

    def _take(
        self, link: Link, actor: Actor, request_id: str, case: CaseRow, blank: Any, at: datetime
    ) -> None:
        card = cards.compose(self._office, link, actor, case, blank.serial, at)
        blank_records.change(
            self._office, link, actor, request_id, blank, BlankState.RESERVED, at, case_id=case.case_id
        )
        cards.keep(self._office, link, actor, case.case_id, card, at)
        self._write(link, actor, "reserve_blank", case, at, blank.serial)

    def _card(self, link: Link, blank: Any) -> PermitCard:
        found = cards.kept(link, blank.case_id, blank.serial) if blank.case_id else None
        if found is None:
            raise NotPossible(_NO_CARD.fill(serial=blank.serial))
        return found

    def _blank(self, link: Link, serial: str) -> Any:
        wanted = read_serial("serial", serial)
        blank = blank_records.by_serial(link, wanted)
        if blank is None:
            raise NotPossible(_UNKNOWN.fill(serial=wanted))
        return blank

    def _printed(self, actor: Actor, request_id: str, serial: str) -> ProducedCard:
        def job(link: Link) -> ProducedCard:
            seen = self._blank(link, serial)
            if seen.case_id is not None:
                production_records.lock_case(link, seen.case_id)
            blank = self._blank(link, serial)
            if blank.case_id != seen.case_id:
                raise Overtaken
            if blank.state == BlankState.USED:
                return self._produced(link, blank)
            if blank.state != BlankState.RESERVED:
                raise NotPossible(_NOT_FOR_PRINTING.fill(serial=blank.serial, where=where(blank)))
            if blank.counter_number != actor.counter_number:
                raise NotPossible(_OTHER_COUNTER.fill(serial=blank.serial, where=where(blank)))
            self._make(link, actor, request_id, blank)
            return self._produced(link, blank)

        return in_turn(self._office, job)

    def _make(self, link: Link, actor: Actor, request_id: str, blank: Any) -> None:
        office = self._office
        case = case_records.find(link, blank.case_id)
        to = case_life.step(case.kind, case.state, CaseEvent.PRODUCE)
        at = blank_records.moment(office, (blank,))
        card = self._card(link, blank)
        if not cards.same_person(card, cards.compose(office, link, actor, case, blank.serial, at)):
            raise NotPossible(_CHANGED.fill(name=case.person_name, serial=blank.serial))
        values = production_records.permit_values(office, link, actor, case, card, at)
        permit = permit_records.of_case(link, case.case_id)
        if permit is None:
            permit_records.add(office, link, actor, request_id, values, at)
        else:
            permit_records.happen(
                office,
                link,
                actor,
                request_id,
                permit,
                PermitEvent.REPRODUCE,
                at,
                case_id=case.case_id,
                **{name: values[name] for name in production_records.MADE_ANEW},
            )
        blank_records.change(
            office, link, actor, request_id, blank, BlankState.USED, at, case_id=case.case_id
        )
        case_records.move_on(office, link, actor, case.case_id, to, at, blank.serial)
        self._write(link, actor, "produce_permit", case, at, blank.serial, card.number)

    def _unmake(
        self, link: Link, actor: Actor, case: CaseRow, serial: str, reason: str, at: datetime
    ) -> None:
        permit = permit_records.of_case(link, case.case_id)
        if permit is None or permit.serial != serial or permit.state is not PermitState.PRODUCED:
            state = STATE_WORDS[permit.state] if permit is not None else ""
            raise NotPossible(_HANDED_OVER.fill(serial=serial, state=state))
        to = case_life.step(case.kind, case.state, CaseEvent.SPOIL)
        case_records.move_on(self._office, link, actor, case.case_id, to, at, f"{serial}：{reason}")

    def _produced(self, link: Link, blank: Any) -> ProducedCard:
        case = case_records.find(link, blank.case_id)
        permit = permit_records.of_case(link, blank.case_id)
        assert permit is not None, blank.serial
        return ProducedCard(
            case_id=case.case_id,
            case_number=case.case_number,
            person_name=case.person_name,
            permit_id=permit.permit_id,
            permit_number=permit.permit_number,
            serial=blank.serial,
        )

    def _write(
        self,
        link: Link,
        actor: Actor,
        action: str,
        case: CaseRow,
        at: datetime,
        detail: str,
        paper_number: str = "",
    ) -> None:
        self._journal.write(
            link,
            Happening(
                actor,
                action,
                at,
                person_id=case.person_id,
                case_number=case.case_number,
                paper_number=paper_number,
                detail=detail,
            ),
        )


def _reserved(case: CaseRow, serial: str, state: BlankState) -> ReservedCard:
    return ReservedCard(
        case_id=case.case_id,
        case_number=case.case_number,
        case_state=CaseState(case.state),
        person_name=case.person_name,
        serial=serial,
        state=state,
    )
