from __future__ import annotations

from itertools import product

import pytest

from desktop.domain.case_life import (
    DECIDED,
    OPEN,
    PRODUCED,
    CaseEvent,
    check_second_person,
    step,
)
from desktop.domain.codes import CaseKind, CaseState
from desktop.domain.errors import NotPossible

LIFE = {
    (CaseState.ACCEPTED, CaseEvent.GRANT): CaseState.GRANTED,
    (CaseState.ACCEPTED, CaseEvent.DENY): CaseState.DENIED,
    (CaseState.ACCEPTED, CaseEvent.SEND_BACK): CaseState.SENT_BACK,
    (CaseState.ACCEPTED, CaseEvent.WITHDRAW): CaseState.WITHDRAWN,
    (CaseState.SENT_BACK, CaseEvent.SUBMIT_AGAIN): CaseState.ACCEPTED,
    (CaseState.SENT_BACK, CaseEvent.WITHDRAW): CaseState.WITHDRAWN,
    (CaseState.AWAITING_MATERIALS, CaseEvent.WITHDRAW): CaseState.WITHDRAWN,
    (CaseState.GRANTED, CaseEvent.PRODUCE): CaseState.PRODUCED,
    (CaseState.GRANTED, CaseEvent.WITHDRAW): CaseState.WITHDRAWN,
    (CaseState.PRODUCED, CaseEvent.SPOIL): CaseState.GRANTED,
    (CaseState.PRODUCED, CaseEvent.HAND_OVER): CaseState.COMPLETED,
    (CaseState.PRODUCED, CaseEvent.WITHDRAW): CaseState.WITHDRAWN,
}


@pytest.mark.parametrize("kind", sorted(PRODUCED))
@pytest.mark.parametrize(("state", "event"), list(product(CaseState, CaseEvent)))
def test_a_permits_case_goes_these_ways_and_no_other(
    kind: CaseKind, state: CaseState, event: CaseEvent
) -> None:
    after = LIFE.get((state, event))
    if after is not None:
        assert step(kind, state, event) is after
        return
    with pytest.raises(NotPossible) as told:
        step(kind, state, event)
    assert "现在是" in str(told.value.message)


def test_a_correction_is_applied_and_never_made_on_a_card() -> None:
    applied = step(CaseKind.CORRECTION, CaseState.GRANTED, CaseEvent.APPLY_CORRECTION)
    assert applied is CaseState.COMPLETED
    for state, event in ((CaseState.GRANTED, CaseEvent.PRODUCE), (CaseState.PRODUCED, CaseEvent.HAND_OVER)):
        with pytest.raises(NotPossible):
            step(CaseKind.CORRECTION, state, event)


@pytest.mark.parametrize("kind", sorted(set(CaseKind) - DECIDED))
def test_what_is_done_at_the_counter_at_once_is_not_decided(kind: CaseKind) -> None:
    for state, event in product(CaseState, CaseEvent):
        with pytest.raises(NotPossible):
            step(kind, state, event)


def test_only_cases_that_want_nothing_more_are_closed() -> None:
    closed = {after for after in LIFE.values() if not any(state is after for state, _ in LIFE)}
    assert closed == {CaseState.DENIED, CaseState.WITHDRAWN, CaseState.COMPLETED}
    assert not closed & OPEN


def test_two_pairs_of_eyes() -> None:
    check_second_person(1, 2)
    with pytest.raises(NotPossible, match="不能是同一人"):
        check_second_person(1, 1)
