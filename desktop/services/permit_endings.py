"""How permits end: every card of the line that is not at an end yet, and the cases that would make another."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.case_life import OPEN as OPEN_CASES
from desktop.domain.case_life import PRODUCED, CaseEvent, step
from desktop.domain.code_words import label
from desktop.domain.codes import CancelReason, CaseKind, CaseState, PaperKind
from desktop.domain.errors import NotPossible, Sentence, sentence
from desktop.domain.permit_life import OPEN, PermitEvent, PermitState
from desktop.domain.times import local_date
from desktop.services import case_records, paper_records, permit_records
from desktop.services.journal import Happening

if TYPE_CHECKING:
    from datetime import date, datetime

    from desktop.domain.case_numbers import CaseNumber
    from desktop.domain.policy import Policy
    from desktop.models.database import Link
    from desktop.services.case_records import KeptCase
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.permit_rows import PermitRow
    from desktop.services.rows import Actor, CaseRow, PersonRow
    from printing.documents import CancellationCertificate

NO_PERMITS_HERE = sentence("permit", "现行规定没有列明注销原因“{reason}”（{basis}）。")


class CardFate(StrEnum):
    """What became of the card of a permit that ends."""

    RETURNED = "returned"
    LOST = "lost"
    NOT_HANDED_OVER = "not_handed_over"


CARD_WORDS: dict[CardFate, Sentence] = {
    CardFate.RETURNED: sentence("permit", "已交回"),
    CardFate.LOST: sentence("permit", "声明丢失，未交回"),
    CardFate.NOT_HANDED_OVER: sentence("permit", "未发放，由派出所收存"),
}


def check_reason(reason: CancelReason, policy: Policy) -> None:
    """Refuse a reason that the rules do not know."""
    rule = policy.permit.cancel_reasons
    if reason not in rule.value:
        raise NotPossible(NO_PERMITS_HERE.fill(reason=label(reason), basis=rule.basis))


def fate(permit: PermitRow, card: CardFate) -> CardFate:
    """Return what became of a card: one that nobody has yet is neither returned nor lost."""
    return CardFate.NOT_HANDED_OVER if permit.state is PermitState.PRODUCED else card


def cards_under_way(link: Link, person_id: int) -> tuple[CaseRow, ...]:
    """Return the open cases that would give somebody a card."""
    return tuple(
        case
        for case in case_records.of_person(link, person_id)
        if case.kind in PRODUCED and case.state in OPEN_CASES
    )


def withdraw(
    office: Office,
    journal: Journal,
    link: Link,
    actor: Actor,
    person_id: int,
    at: datetime,
    note: str,
) -> tuple[CaseRow, ...]:
    """Withdraw the cases that would give somebody another card, within the caller's transaction.

    The case of a first card that was made and not handed over is among them.
    """
    withdrawn = []
    for case in cards_under_way(link, person_id):
        to = step(case.kind, case.state, CaseEvent.WITHDRAW)
        case_records.move_on(office, link, actor, case.case_id, to, at, note, seen=case.version)
        journal.write(
            link,
            Happening(
                actor, "withdraw_case", at, person_id=person_id, case_number=case.case_number, detail=note
            ),
        )
        withdrawn.append(case_records.find(link, case.case_id))
    return tuple(withdrawn)


def end_permits(
    office: Office,
    journal: Journal,
    link: Link,
    actor: Actor,
    request_id: str,
    person_id: int,
    reason: CancelReason,
    card: CardFate,
    case: KeptCase,
    at: datetime,
) -> tuple[PermitRow, ...]:
    """Cancel every permit of a person that is not at an end, within the caller's transaction; newest first.

    Of those that were in somebody's hands, `card` says what became of the card.
    """
    ended = []
    for permit in permit_records.of_person(link, person_id):
        if permit.state not in OPEN:
            continue
        note = f"{label(reason)}；{CARD_WORDS[fate(permit, card)]}"
        ended.append(
            permit_records.happen(
                office,
                link,
                actor,
                request_id,
                permit,
                PermitEvent.CANCEL,
                at,
                case_id=case.case_id,
                note=note,
                end_reason=reason.value,
            )
        )
        journal.write(
            link,
            Happening(
                actor,
                "cancel_permit",
                at,
                person_id=person_id,
                case_number=str(case.number),
                detail=f"{permit.permit_number}，{note}",
            ),
        )
    return tuple(ended)


def certify(
    office: Office,
    link: Link,
    actor: Actor,
    number: CaseNumber,
    case_id: int,
    person: PersonRow,
    reason: CancelReason,
    basis: str,
    permit: PermitRow | None,
    card: CardFate | None,
    at: datetime,
    *,
    residence: tuple[str, date, date] | None = None,
    left_to: str = "",
    late: str = "",
) -> CancellationCertificate:
    """Freeze the certificate of what ended, within the caller's transaction.

    `residence` is the address, since when it was registered, and until when.
    """
    from printing.documents import CancellationCertificate

    document = CancellationCertificate(
        **paper_records.standing(actor, number, PaperKind.CANCELLATION_CERTIFICATE, at),
        name=person.name,
        id_kind=str(label(person.id_kind)),
        masked_id=person.masked_id_number,
        reason=str(label(reason)),
        cancelled_on=local_date(at),
        basis=basis,
        permit_number=permit.permit_number if permit else "",
        permit_serial=permit.serial if permit else "",
        permit_issued_on=permit.issued_on if permit else None,
        card=str(CARD_WORDS[card]) if card else "",
        residence_address=residence[0] if residence else "",
        registered_on=residence[1] if residence else None,
        ended_on=residence[2] if residence else None,
        left_to=left_to,
        late=late,
    )
    paper_records.freeze(office, link, actor, document, at, case_id=case_id, person_id=person.person_id)
    return document


def ending_case(
    kind: CaseKind, request_id: str, reason: CancelReason, policy: Policy, facts: dict[str, object]
) -> case_records.NewCase:
    """Return the case of an ending: done at the counter at once."""
    return case_records.NewCase(
        kind=kind,
        state=CaseState.COMPLETED,
        request_id=request_id,
        summary=str(label(reason)),
        policy=policy.version,
        facts={"reason": reason.value, **facts},
    )
