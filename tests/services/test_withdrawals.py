"""An application is taken back at the applicant's wish, as long as no card is made for it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.codes import CaseKind, CaseState, MaterialState
from desktop.domain.errors import BadInput, CounterError, NotPossible
from desktop.domain.permit_life import PermitState
from desktop.domain.replacement import ReplacementKind
from desktop.services.application_rows import ApplicationDone
from desktop.services.counter import Counter
from desktop.services.permit_rows import PermitRow
from desktop.services.practice_photo import sample_photo
from desktop.services.rows import Actor, CaseRow
from tests.services.asked import key

Apply = Callable[..., ApplicationDone]
Resident = Callable[..., int]
WISH = "申请人要求撤回"


def steps_of(station: Counter, case: CaseRow) -> list[tuple[str, str]]:
    with station.office.database.engine.connect() as connection:
        asked = text("select state, note from case_step where case_id = :case order by id")
        return [(row.state, row.note) for row in connection.execute(asked, {"case": case.case_id})]


def trail(station: Counter, action: str) -> list[Any]:
    with station.office.database.engine.connect() as connection:
        asked = text("select * from journal_entry where action = :action")
        return list(connection.execute(asked, {"action": action}))


def stocked(station: Counter, officer: Actor, clerk: Actor) -> None:
    station.blanks.receive(officer, key(), "T0000001", "T0000010")
    station.blanks.move_to_counter(officer, key(), "T0000001", "T0000005", clerk.counter_number)


def test_a_case_is_withdrawn_once_and_the_person_may_apply_again(
    station: Counter, clerk: Actor, resident: Resident, apply: Apply
) -> None:
    case, request = apply(resident()).case, key()
    done = station.withdrawals.withdraw(clerk, request, case.case_id, case.version, f" {WISH} ")
    assert done.state is CaseState.WITHDRAWN
    assert station.withdrawals.withdraw(clerk, request, case.case_id, case.version, WISH) == done
    assert steps_of(station, case) == [("accepted", ""), ("withdrawn", WISH)]
    [entry] = trail(station, "withdraw_application")
    assert (entry.case_number, entry.detail) == (case.case_number, WISH)
    assert station.withdrawals.standing(case.case_id) is None
    assert apply(case.person_id).case.state is CaseState.ACCEPTED


def test_what_waits_for_materials_is_withdrawn_too(
    station: Counter, clerk: Actor, resident: Resident, apply: Apply
) -> None:
    case = apply(resident(), missing=("ground_proof",), photo=None).case
    assert case.state is CaseState.AWAITING_MATERIALS
    station.withdrawals.withdraw(clerk, key(), case.case_id, case.version, WISH)
    assert apply(case.person_id).case.state is CaseState.ACCEPTED


def test_what_was_sent_back_says_why_and_by_whom(
    station: Counter, clerk: Actor, officer: Actor, resident: Resident, apply: Apply
) -> None:
    case = apply(resident()).case
    standing = station.withdrawals.standing(case.case_id)
    assert standing is not None
    assert standing.sent_back is None
    station.decisions.send_back(officer, key(), case.case_id, case.version, "相片不清晰")
    standing = station.withdrawals.standing(case.case_id)
    assert standing is not None
    assert standing.sent_back is not None
    assert (standing.sent_back.note, standing.sent_back.staff_name) == ("相片不清晰", officer.name)
    assert standing.why_kept is None


@pytest.mark.parametrize("reason", ["", " 不 ", "长" * 201])
def test_a_reason_is_asked(
    station: Counter, clerk: Actor, resident: Resident, apply: Apply, reason: str
) -> None:
    case = apply(resident()).case
    with pytest.raises(BadInput, match="请填写理由"):
        station.withdrawals.withdraw(clerk, key(), case.case_id, case.version, reason)


def test_a_reserved_blank_is_settled_first(
    station: Counter, clerk: Actor, officer: Actor, resident: Resident, apply: Apply
) -> None:
    stocked(station, officer, clerk)
    case = apply(resident(), photo=sample_photo()).case
    granted = station.decisions.grant(officer, key(), case.case_id, case.version).case
    [card] = station.production.reserve(clerk, key(), [case.case_id])
    with pytest.raises(NotPossible, match="已为这件预留证件空白T0000001（3号窗口）"):
        station.withdrawals.withdraw(clerk, key(), case.case_id, granted.version, WISH)
    station.production.released(clerk, key(), card.serial)
    done = station.withdrawals.withdraw(clerk, key(), case.case_id, granted.version, WISH)
    assert done.state is CaseState.WITHDRAWN
    with pytest.raises(NotPossible, match="申请人撤回"):
        station.production.reserve(clerk, key(), [case.case_id])


def test_a_card_that_is_made_is_cancelled_instead(
    station: Counter, clerk: Actor, resident: Resident, apply: Apply, produce: Callable[..., PermitRow]
) -> None:
    case = apply(resident()).case
    produce(case)
    standing = station.withdrawals.standing(case.case_id)
    assert standing is not None
    assert "请在居住证页面注销" in str(standing.why_kept)
    made = station.day.case(case.case_id)
    with pytest.raises(NotPossible, match="居住证已经制好"):
        station.withdrawals.withdraw(clerk, key(), case.case_id, made.version, WISH)


def test_a_case_of_another_kind_or_that_is_over_is_not_withdrawn(
    station: Counter, clerk: Actor, register: Callable[..., Any], resident: Resident, apply: Apply
) -> None:
    registered = register(7).case
    with pytest.raises(NotPossible, match="只有申领、换领、补领"):
        station.withdrawals.withdraw(clerk, key(), registered.case_id, registered.version, WISH)
    case = apply(resident(2)).case
    over = station.withdrawals.withdraw(clerk, key(), case.case_id, case.version, WISH)
    with pytest.raises(NotPossible, match="现在是“申请人撤回”，不能撤回"):
        station.withdrawals.withdraw(clerk, key(), case.case_id, over.version, WISH)


def test_the_second_counter_is_told_who_and_when(
    station: Counter, clerk: Actor, officer: Actor, resident: Resident, apply: Apply
) -> None:
    case = apply(resident()).case
    station.decisions.grant(officer, key(), case.case_id, case.version)
    with pytest.raises(NotPossible, match="已由测试民警于2026-11-20 10:00办理，现在是“审核通过，待制证”"):
        station.withdrawals.withdraw(clerk, key(), case.case_id, case.version, WISH)


def test_withdrawn_and_granted_at_once_only_one_happens(
    station: Counter, clerk: Actor, officer: Actor, resident: Resident, apply: Apply
) -> None:
    for serial in range(1, 6):
        case = apply(resident(serial)).case

        def withdraw(case: CaseRow = case) -> CaseRow:
            return station.withdrawals.withdraw(clerk, key(), case.case_id, case.version, WISH)

        def grant(case: CaseRow = case) -> CaseRow:
            return station.decisions.grant(officer, key(), case.case_id, case.version).case

        def outcome(deed: Callable[[], CaseRow]) -> CaseState | None:
            try:
                return deed().state
            except CounterError:
                return None

        with ThreadPoolExecutor(2) as counters:
            done = [each for each in counters.map(outcome, (withdraw, grant)) if each is not None]
        assert done == [station.day.case(case.case_id).state]


def test_a_lost_card_found_again_is_taken_up_once_its_replacement_is_withdrawn(
    station: Counter, clerk: Actor, issue: Callable[..., PermitRow], go: Callable[[date], None]
) -> None:
    permit = issue()
    go(date(2024, 3, 1))
    kind = ReplacementKind.LOST
    needs = station.replacements.replacement(clerk, permit.permit_id, kind).materials
    states = {need.code: MaterialState.PRESENT for need in needs}
    taken = station.replacements.replace(
        clerk, key(), permit.permit_id, permit.version, kind, b"a photo", states, "不慎遗失"
    )
    assert taken.case is not None
    assert taken.case.kind is CaseKind.REPLACE_LOST
    lost = taken.permit
    with pytest.raises(NotPossible, match="先撤回补领，再撤销挂失"):
        station.permit_changes.found_again(clerk, key(), lost.permit_id, lost.version)
    station.withdrawals.withdraw(clerk, key(), taken.case.case_id, taken.case.version, "旧证已找回")
    found = station.permit_changes.found_again(clerk, key(), lost.permit_id, lost.version)
    assert found.permit.state is PermitState.VALID
