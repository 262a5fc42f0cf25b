"""What can be done with a permit now, and why not: its state, its dates, the residence, the cases under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.case_life import OPEN
from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind
from desktop.domain.endorsement import EndorsementState
from desktop.domain.errors import Sentence, sentence
from desktop.domain.permit_life import PermitEvent, possible, why_not
from desktop.services import case_records
from desktop.services.permit_pages import EventRow

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.permit_rows import PermitRow, PermitStepRow
    from desktop.services.permit_standing import StandingRow
    from desktop.services.rows import CaseRow

REPLACEMENTS = frozenset((CaseKind.REPLACE_DAMAGED, CaseKind.REPLACE_CHANGED, CaseKind.REPLACE_LOST))

NOT_REGISTERED = sentence("permit", "没有有效的居住登记，先办理居住登记。")


def open_replacement(link: Link, person_id: int) -> CaseRow | None:
    """Return the case in which a person's permit is being replaced, or None."""
    for case in case_records.of_person(link, person_id):
        if case.kind in REPLACEMENTS and case.state in OPEN:
            return case
    return None


def under_way(case: CaseRow) -> Sentence:
    """Say that a permit is being replaced already, where and since when."""
    told = sentence("permit", "{kind}正在办理（{number}，{on}由{clerk}受理），一张居住证只能有一件换补。")
    return told.fill(
        kind=label(case.kind), number=case.case_number, on=case.accepted_on.isoformat(), clerk=case.clerk
    )


def events(
    permit: PermitRow, standing: StandingRow, registered_at: str | None, replacing: CaseRow | None
) -> tuple[EventRow, ...]:
    """Return every event, possible or with why not; `registered_at` is the address registered now."""
    rows = []
    for event in PermitEvent:
        if event in possible(permit.state):
            reason = _reason(event, permit, standing, registered_at, replacing)
        else:
            reason = why_not(permit.state, event)
        rows.append(EventRow(event, reason is None, reason))
    return tuple(rows)


def to_replace(steps: tuple[PermitStepRow, ...]) -> Sentence | None:
    """Say that the card's face is out of date: something on it was corrected after it was printed."""
    corrected = None
    for step in steps:
        if step.event in ("produce", PermitEvent.REPRODUCE.value):
            corrected = None
        elif step.event == PermitEvent.CORRECT.value:
            corrected = step
    if corrected is None:
        return None
    told = sentence("permit", "证面内容已于{on}更正（{what}），应当换领新证。")
    return told.fill(on=corrected.on_date.isoformat(), what=corrected.note)


def _reason(
    event: PermitEvent,
    permit: PermitRow,
    standing: StandingRow,
    registered_at: str | None,
    replacing: CaseRow | None,
) -> Sentence | None:
    if event in (PermitEvent.ENDORSE, PermitEvent.RESTORE):
        if standing.endorsement is None:
            return sentence("permit", "当地的居住证不办理签注。")
        if standing.endorsement is EndorsementState.NOT_YET and standing.opens_on and standing.due_on:
            told = sentence("permit", "还没有到签注期：{opens}起可以签注，{due}止。")
            return told.fill(opens=standing.opens_on.isoformat(), due=standing.due_on.isoformat())
        return None if registered_at is not None else NOT_REGISTERED
    if event is PermitEvent.SUSPEND:
        return sentence("permit", "逾期未签注的由系统按规定中止使用功能，窗口不办理。")
    if event is PermitEvent.CHANGE_ADDRESS:
        if registered_at is None:
            return NOT_REGISTERED
        if registered_at == permit.address:
            return sentence("permit", "登记的居住地址与居住证一致；搬迁的先办理居住变更登记。")
    if event is PermitEvent.FIND and replacing is not None:
        return found_too_late(replacing)
    if event is PermitEvent.REPLACE:
        if replacing is not None:
            return under_way(replacing)
        return None if registered_at is not None else NOT_REGISTERED
    return None


def found_too_late(replacing: CaseRow) -> Sentence:
    """Say why a lost permit cannot be taken up again: a new one is being made for it."""
    told = sentence("permit", "补领正在办理（{number}）；找回旧证的，先撤回补领，再撤销挂失。")
    return told.fill(number=replacing.case_number)
