"""What a page offers, for whoever looks: what this station does not let them do says so beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.permit_life import PermitEvent
from desktop.domain.rights import Right

if TYPE_CHECKING:
    from desktop.services.office import Office
    from desktop.services.permit_pages import EventRow
    from desktop.services.rows import ActionRow, Actor

_OF_ACTION: Mapping[str, Right] = {
    "register_residence": Right.REGISTER_RESIDENCE,
    "apply_for_permit": Right.ACCEPT,
    "resume_application": Right.ACCEPT,
    "print_paper": Right.PRINT,
    "print_entitlements": Right.ACCEPT,
    "assess_hukou": Right.ACCEPT,
    "correct_person": Right.ACCEPT,
    "see_own_data": Right.TELL_OWN_DATA,
    "leave_residence": Right.END_PERMIT,
}
_OF_EVENT: Mapping[PermitEvent, Right] = {
    PermitEvent.HAND_OVER: Right.HAND_OVER,
    PermitEvent.REPRODUCE: Right.PRODUCE,
    PermitEvent.ENDORSE: Right.ENDORSE,
    PermitEvent.RESTORE: Right.ENDORSE,
    PermitEvent.CHANGE_ADDRESS: Right.CHANGE_PERMIT,
    PermitEvent.CORRECT: Right.ACCEPT,
    PermitEvent.DECLARE_LOST: Right.CHANGE_PERMIT,
    PermitEvent.FIND: Right.CHANGE_PERMIT,
    PermitEvent.REPLACE: Right.ACCEPT,
    PermitEvent.CANCEL: Right.END_PERMIT,
}


def actions_for(office: Office, actor: Actor, actions: tuple[ActionRow, ...]) -> tuple[ActionRow, ...]:
    """Return what can be done for a person, by somebody with the rights that they have now."""
    found = []
    for each in actions:
        right = _OF_ACTION.get(each.name)
        why = office.rights.why_not(actor, right) if right is not None else None
        found.append(each if why is None else replace(each, possible=False, why_not=why))
    return tuple(found)


def events_for(office: Office, actor: Actor, events: tuple[EventRow, ...]) -> tuple[EventRow, ...]:
    """Return what may happen to a permit, by somebody with the rights that they have now."""
    found = []
    for each in events:
        right = _OF_EVENT.get(each.event)
        why = office.rights.why_not(actor, right) if right is not None else None
        found.append(each if why is None else replace(each, possible=False, why_not=why))
    return tuple(found)
