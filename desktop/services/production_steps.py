"""What happens to one card within the transaction of its caller: taken, made, unmade; and how it is told of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.domain import case_life
from desktop.domain.blanks import BlankState, read_serial
from desktop.domain.case_life import CaseEvent
from desktop.domain.codes import CaseState
from desktop.domain.errors import NotPossible, sentence
from desktop.domain.permit_life import STATE_WORDS, PermitEvent, PermitState
from desktop.services import (
    blank_records,
    blank_steps,
    cards,
    case_papers,
    case_records,
    permit_records,
    production_records,
)
from desktop.services.journal import Happening
from desktop.services.production_rows import ProducedCard, ReservedCard

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor, CaseRow
    from printing.documents import PermitCard

_NO_CARD = sentence("permit", "空白证{serial}没有存下卡面内容，请退回后重新预留。")
_UNKNOWN = sentence("blanks", "没有{serial}的入库记录，请核对号码。")
_CHANGED = sentence(
    "permit", "{name}的登记内容在制证期间有变更，卡面与登记不一致。空白证{serial}请作废，重新制证。"
)
_HANDED_OVER = sentence(
    "permit", "空白证{serial}上的居住证现在是“{state}”，不能作废重制；已经发放的请办理换领。"
)


def blank_of(link: Link, serial: str) -> Any:
    """Return the row of a blank; NotPossible where none of that serial came in."""
    wanted = read_serial("serial", serial)
    blank = blank_records.by_serial(link, wanted)
    if blank is None:
        raise NotPossible(_UNKNOWN.fill(serial=wanted))
    return blank


def card_of(link: Link, blank: Any) -> PermitCard:
    """Return the card as it was frozen with a blank; NotPossible where none was."""
    found = cards.kept(link, blank.case_id, blank.serial) if blank.case_id else None
    if found is None:
        raise NotPossible(_NO_CARD.fill(serial=blank.serial))
    return found


def take(
    office: Office,
    journal: Journal,
    link: Link,
    actor: Actor,
    request_id: str,
    case: CaseRow,
    blank: Any,
    at: datetime,
) -> None:
    """Reserve a blank for a case and freeze its card with it; the blank's step is at `at`.

    The card is of today by this counter's clock, also where the blank came from one whose clock was ahead.
    """
    now = office.clock.now()
    card = cards.compose(office, link, actor, case, blank.serial, now)
    blank_steps.change(office, link, actor, request_id, blank, BlankState.RESERVED, at, case_id=case.case_id)
    cards.keep(office, link, actor, case.case_id, card, now)
    tell(journal, link, actor, "reserve_blank", case, now, blank.serial)


def make(office: Office, journal: Journal, link: Link, actor: Actor, request_id: str, blank: Any) -> None:
    """Make the permit of a reserved blank; NotPossible where its card says what no longer holds."""
    case = case_records.find(link, blank.case_id)
    to = case_life.step(case.kind, case.state, CaseEvent.PRODUCE)
    at, taken_at = office.clock.now(), blank_steps.moment(office, (blank,))
    card = card_of(link, blank)
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
    blank_steps.change(
        office, link, actor, request_id, blank, BlankState.USED, taken_at, case_id=case.case_id
    )
    case_records.move_on(office, link, actor, case.case_id, to, at, blank.serial)
    tell(journal, link, actor, "produce_permit", case, at, blank.serial, card.number)
    case_papers.slip_with_card(office, journal, link, actor, case.case_id, at)


def unmake(
    office: Office, link: Link, actor: Actor, case: CaseRow, serial: str, reason: str, at: datetime
) -> None:
    """Let a case whose permit was made wait again; NotPossible once it was handed over."""
    permit = permit_records.of_case(link, case.case_id)
    if permit is None or permit.serial != serial or permit.state is not PermitState.PRODUCED:
        state = STATE_WORDS[permit.state] if permit is not None else ""
        raise NotPossible(_HANDED_OVER.fill(serial=serial, state=state))
    to = case_life.step(case.kind, case.state, CaseEvent.SPOIL)
    case_records.move_on(office, link, actor, case.case_id, to, at, f"{serial}：{reason}")


def produced(link: Link, blank: Any) -> ProducedCard:
    """Return the permit that was made on a blank."""
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
        with_slip=case_papers.has_slip(link, case.case_id),
    )


def reserved(case: CaseRow, serial: str, state: BlankState) -> ReservedCard:
    """Return a case with its blank, which is in `state` now."""
    return ReservedCard(
        case_id=case.case_id,
        case_number=case.case_number,
        case_state=CaseState(case.state),
        person_name=case.person_name,
        serial=serial,
        state=state,
    )


def tell(
    journal: Journal,
    link: Link,
    actor: Actor,
    action: str,
    case: CaseRow,
    at: datetime,
    detail: str,
    paper_number: str = "",
) -> None:
    """Write down what was done with a case's card."""
    journal.write(
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
