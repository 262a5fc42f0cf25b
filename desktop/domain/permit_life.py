"""The life of a permit: what may happen to it in which state, and why a step is not possible.

States and events follow the record types of GA/T 2000.6-2020 (证件、签注、功能中止、功能恢复、地址变更、注销).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from desktop.domain.errors import NotPossible, Sentence, sentence


class PermitState(StrEnum):
    """Where a permit stands. `VALID` and `SUSPENDED` are live: a person has one such permit at most."""

    PRODUCED = "produced"
    VALID = "valid"
    SUSPENDED = "suspended"
    LOST = "lost"
    REPLACED = "replaced"
    CANCELLED = "cancelled"


class PermitEvent(StrEnum):
    """What happens to a permit. `RESTORE` is what a late endorsement does to a suspended one.

    `REPRODUCE` puts it on another blank before it is handed over: the first one was spoiled.
    """

    HAND_OVER = "hand_over"
    REPRODUCE = "reproduce"
    ENDORSE = "endorse"
    SUSPEND = "suspend"
    RESTORE = "restore"
    CHANGE_ADDRESS = "change_address"
    CORRECT = "correct"
    DECLARE_LOST = "declare_lost"
    FIND = "find"
    REPLACE = "replace"
    CANCEL = "cancel"


LIVE = frozenset((PermitState.VALID, PermitState.SUSPENDED))
"""In somebody's hands and not at an end: one a person."""

OPEN = LIVE | {PermitState.PRODUCED, PermitState.LOST}
"""Not at an end yet."""

_STEPS: Mapping[PermitState, Mapping[PermitEvent, PermitState]] = {
    PermitState.PRODUCED: {
        PermitEvent.HAND_OVER: PermitState.VALID,
        PermitEvent.REPRODUCE: PermitState.PRODUCED,
        PermitEvent.CANCEL: PermitState.CANCELLED,
    },
    PermitState.VALID: {
        PermitEvent.ENDORSE: PermitState.VALID,
        PermitEvent.SUSPEND: PermitState.SUSPENDED,
        PermitEvent.CHANGE_ADDRESS: PermitState.VALID,
        PermitEvent.CORRECT: PermitState.VALID,
        PermitEvent.DECLARE_LOST: PermitState.LOST,
        PermitEvent.REPLACE: PermitState.REPLACED,
        PermitEvent.CANCEL: PermitState.CANCELLED,
    },
    PermitState.SUSPENDED: {
        PermitEvent.RESTORE: PermitState.VALID,
        PermitEvent.CHANGE_ADDRESS: PermitState.SUSPENDED,
        PermitEvent.CORRECT: PermitState.SUSPENDED,
        PermitEvent.DECLARE_LOST: PermitState.LOST,
        PermitEvent.REPLACE: PermitState.REPLACED,
        PermitEvent.CANCEL: PermitState.CANCELLED,
    },
    PermitState.LOST: {
        PermitEvent.FIND: PermitState.VALID,
        PermitEvent.CORRECT: PermitState.LOST,
        PermitEvent.REPLACE: PermitState.REPLACED,
        PermitEvent.CANCEL: PermitState.CANCELLED,
    },
    PermitState.REPLACED: {},
    PermitState.CANCELLED: {},
}


def step(state: PermitState, event: PermitEvent) -> PermitState:
    """Give the state after an event; NotPossible with the reason when it may not happen in this state."""
    after = _STEPS[state].get(event)
    if after is None:
        raise NotPossible(why_not(state, event))
    return after


def possible(state: PermitState) -> frozenset[PermitEvent]:
    """Give the events that may happen in a state."""
    return frozenset(_STEPS[state])


def why_not(state: PermitState, event: PermitEvent) -> Sentence:
    """Say why an event may not happen in a state, and what to do instead where something can be done."""
    special = _INSTEAD.get((state, event))
    if special is not None:
        return special
    return sentence("permit", "这张居住证{state}，不能{event}。").fill(
        state=STATE_WORDS[state], event=EVENT_WORDS[event]
    )


STATE_WORDS: Mapping[PermitState, Sentence] = {
    PermitState.PRODUCED: sentence("permit", "已制证，待领取"),
    PermitState.VALID: sentence("permit", "有效"),
    PermitState.SUSPENDED: sentence("permit", "使用功能中止"),
    PermitState.LOST: sentence("permit", "已挂失"),
    PermitState.REPLACED: sentence("permit", "已换发新证"),
    PermitState.CANCELLED: sentence("permit", "已注销"),
}

EVENT_WORDS: Mapping[PermitEvent, Sentence] = {
    PermitEvent.HAND_OVER: sentence("permit", "发放"),
    PermitEvent.REPRODUCE: sentence("permit", "重新制证"),
    PermitEvent.ENDORSE: sentence("permit", "签注"),
    PermitEvent.SUSPEND: sentence("permit", "中止使用功能"),
    PermitEvent.RESTORE: sentence("permit", "恢复使用功能"),
    PermitEvent.CHANGE_ADDRESS: sentence("permit", "变更居住地址"),
    PermitEvent.CORRECT: sentence("permit", "更正"),
    PermitEvent.DECLARE_LOST: sentence("permit", "挂失"),
    PermitEvent.FIND: sentence("permit", "撤销挂失"),
    PermitEvent.REPLACE: sentence("permit", "换发新证"),
    PermitEvent.CANCEL: sentence("permit", "注销"),
}

_INSTEAD: Mapping[tuple[PermitState, PermitEvent], Sentence] = {
    (PermitState.SUSPENDED, PermitEvent.ENDORSE): sentence(
        "permit", "逾期未签注，使用功能已经中止；补办签注后恢复，请选“补办签注”。"
    ),
    (PermitState.PRODUCED, PermitEvent.ENDORSE): sentence("permit", "这张居住证还没有发放，不需要签注。"),
    (PermitState.LOST, PermitEvent.ENDORSE): sentence(
        "permit", "这张居住证已经挂失；找回的先撤销挂失，没有找回的办理补领。"
    ),
    (PermitState.VALID, PermitEvent.HAND_OVER): sentence("permit", "这张居住证已经发放，不能再发。"),
    (PermitState.CANCELLED, PermitEvent.CANCEL): sentence("permit", "这张居住证已经注销。"),
}
