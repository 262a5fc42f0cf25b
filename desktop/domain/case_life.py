"""What may happen to a case on its way from acceptance to its end, and by whom."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind, CaseState
from desktop.domain.errors import NotPossible, Sentence, sentence


class CaseEvent(StrEnum):
    """The steps after acceptance that somebody takes."""

    GRANT = "grant"
    DENY = "deny"
    SEND_BACK = "send_back"
    SUBMIT_AGAIN = "submit_again"
    PRODUCE = "produce"
    SPOIL = "spoil"
    HAND_OVER = "hand_over"
    APPLY_CORRECTION = "apply_correction"
    WITHDRAW = "withdraw"


DECIDED = frozenset(
    (
        CaseKind.PERMIT_APPLICATION,
        CaseKind.REPLACE_DAMAGED,
        CaseKind.REPLACE_CHANGED,
        CaseKind.REPLACE_LOST,
        CaseKind.CORRECTION,
    )
)
"""Kinds that a second person decides; all others are done at the counter at once."""

PRODUCED = DECIDED - {CaseKind.CORRECTION}
"""Kinds that end in a permit being made."""

OPEN = frozenset(
    (
        CaseState.ACCEPTED,
        CaseState.AWAITING_MATERIALS,
        CaseState.SENT_BACK,
        CaseState.GRANTED,
        CaseState.PRODUCED,
    )
)
"""Cases that still want something."""

_STEPS: Mapping[CaseState, Mapping[CaseEvent, CaseState]] = {
    CaseState.ACCEPTED: {
        CaseEvent.GRANT: CaseState.GRANTED,
        CaseEvent.DENY: CaseState.DENIED,
        CaseEvent.SEND_BACK: CaseState.SENT_BACK,
        CaseEvent.WITHDRAW: CaseState.WITHDRAWN,
    },
    CaseState.SENT_BACK: {
        CaseEvent.SUBMIT_AGAIN: CaseState.ACCEPTED,
        CaseEvent.WITHDRAW: CaseState.WITHDRAWN,
    },
    CaseState.AWAITING_MATERIALS: {CaseEvent.WITHDRAW: CaseState.WITHDRAWN},
    CaseState.GRANTED: {
        CaseEvent.PRODUCE: CaseState.PRODUCED,
        CaseEvent.APPLY_CORRECTION: CaseState.COMPLETED,
        CaseEvent.WITHDRAW: CaseState.WITHDRAWN,
    },
    CaseState.PRODUCED: {
        CaseEvent.SPOIL: CaseState.GRANTED,
        CaseEvent.HAND_OVER: CaseState.COMPLETED,
        CaseEvent.WITHDRAW: CaseState.WITHDRAWN,
    },
}

EVENT_WORDS: Mapping[CaseEvent, Sentence] = {
    CaseEvent.GRANT: sentence("case", "审核通过"),
    CaseEvent.DENY: sentence("case", "不予签发"),
    CaseEvent.SEND_BACK: sentence("case", "退回补正"),
    CaseEvent.SUBMIT_AGAIN: sentence("case", "重新提交"),
    CaseEvent.PRODUCE: sentence("case", "制证"),
    CaseEvent.SPOIL: sentence("case", "作废重制"),
    CaseEvent.HAND_OVER: sentence("case", "发放"),
    CaseEvent.APPLY_CORRECTION: sentence("case", "更正"),
    CaseEvent.WITHDRAW: sentence("case", "撤回"),
}


def step(kind: CaseKind, state: CaseState, event: CaseEvent) -> CaseState:
    """Give the state after an event; NotPossible with the reason when it may not happen."""
    after = _STEPS.get(state, {}).get(event)
    makes = event in (CaseEvent.PRODUCE, CaseEvent.SPOIL, CaseEvent.HAND_OVER)
    wrong_kind = (makes and kind not in PRODUCED) or (
        event is CaseEvent.APPLY_CORRECTION and kind is not CaseKind.CORRECTION
    )
    if after is None or wrong_kind or kind not in DECIDED:
        problem = sentence("case", "这件{kind}现在是“{state}”，不能{event}。")
        raise NotPossible(problem.fill(kind=label(kind), state=label(state), event=EVENT_WORDS[event]))
    return after


def check_second_person(accepted_by: int, decided_by: int) -> None:
    """Refuse a decision by whoever accepted the case: two pairs of eyes (公通字〔2021〕12号 第七条)."""
    if accepted_by == decided_by:
        raise NotPossible(sentence("case", "受理人和审核人不能是同一人，请由另一名民警审核。"))
