"""Many cases at one go, and two officers at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest

from desktop.domain.codes import CaseState
from desktop.domain.errors import BadInput, EnvironmentTrouble, NotPossible
from desktop.services.counter import Counter
from desktop.services.decision_rows import DecisionDone
from desktop.services.rows import Actor, CaseRow
from tests.servers import fill_disk, free_disk
from tests.services.asked import actions, key, rows
from tests.services.decisions.deciding import Take, grant, steps_of


def test_clean_cases_are_granted_together_and_the_others_say_why_not(
    station: Counter, officer: Actor, second: Actor, taken: Take
) -> None:
    cases = [taken(serial) for serial in range(1, 6)]
    own = taken(6, actor=officer)
    grant(station, second, cases[0])
    station.decisions.send_back(second, key(), cases[1].case_id, 1, "相片不清")
    asked = [(one.case_id, one.version) for one in (*cases, own)]
    request = key()
    outcomes = station.decisions.grant_many(officer, request, [*asked, (12345, 1)], "test-pass-4")
    assert [one.granted for one in outcomes] == [False, False, True, True, True, False, False]
    assert "已由测试民警二于" in str(outcomes[0].why_not)
    assert "退回补正" in str(outcomes[1].why_not)
    assert "不能是同一人" in str(outcomes[5].why_not)
    assert "没有这个办件" in str(outcomes[6].why_not)
    again = station.decisions.grant_many(officer, request, asked, "test-pass-4")
    assert [one.granted for one in again] == [False, False, True, True, True, False]
    assert actions(station).count("grant_case") == 4
    assert actions(station).count("confirm_password") == 2


def test_a_wrong_password_grants_nothing(station: Counter, officer: Actor, taken: Take) -> None:
    case = taken()
    for wrong in ("", "test-pass-1", "TEST-PASS-4"):
        with pytest.raises(BadInput, match="没有办理任何一件") as told:
            station.decisions.grant_many(officer, key(), [(case.case_id, 1)], wrong)
        assert told.value.field == "password"
    assert len(steps_of(station, case.case_id)) == 1


def test_a_clerk_cannot_grant_many(station: Counter, clerk: Actor, taken: Take) -> None:
    with pytest.raises(NotPossible, match="没有“审核签发”的权限"):
        station.decisions.grant_many(clerk, key(), [(taken().case_id, 1)], "test-pass-1")


def test_when_the_disk_is_full_in_a_batch_what_was_granted_stays_and_the_rest_waits(
    station: Counter, officer: Actor, taken: Take
) -> None:
    cases = [taken(serial) for serial in range(1, 5)]
    real, left = station.office.database.write, [5]  # the password: three entries, then two cases

    def filling() -> Any:
        left[0] -= 1
        if left[0] == -1:
            fill_disk(station.office.database)
        return real()

    station.office.database.write = filling  # type: ignore[method-assign]
    asked = [(one.case_id, one.version) for one in cases]
    outcomes = station.decisions.grant_many(officer, key(), asked, "test-pass-4")
    free_disk(station.office.database)
    assert [one.granted for one in outcomes] == [True, True, False, False]
    states = [
        row.state for row in rows(station, "select state from case_file where due_on is not null order by id")
    ]
    assert states == ["granted", "granted", "accepted", "accepted"]


def test_nothing_is_left_of_a_decision_that_could_not_be_stored(
    station: Counter, officer: Actor, taken: Take, read_only: Any
) -> None:
    case = taken()
    with read_only(station), pytest.raises(EnvironmentTrouble):
        station.decisions.deny(officer, key(), case.case_id, 1, "材料不实")
    assert len(steps_of(station, case.case_id)) == 1
    assert len(rows(station, "select 1 from paper")) == 2
    assert "deny_case" not in actions(station)


def rivalry_of_officers(station: Counter, one: Actor, other: Actor, case: CaseRow) -> None:
    """Let two officers decide the same case at the same moment: one does, the other is told who and when."""
    start = Barrier(2)

    def decide(actor: Actor) -> Any:
        start.wait()
        try:
            if actor is one:
                return station.decisions.grant(actor, key(), case.case_id, case.version)
            return station.decisions.deny(actor, key(), case.case_id, case.version, "材料不实")
        except NotPossible as error:
            return str(error)

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(decide, (one, other)))
    done = [one for one in answers if isinstance(one, DecisionDone)]
    told = [one for one in answers if isinstance(one, str)]
    assert len(done) == len(told) == 1
    winner = one if done[0].case.state is CaseState.GRANTED else other
    assert f"已由{winner.name}于" in told[0]
    assert [row.state for row in steps_of(station, case.case_id)] == ["accepted", done[0].case.state.value]


def test_two_officers_at_the_same_moment(
    station: Counter, officer: Actor, second: Actor, taken: Take
) -> None:
    for serial in range(1, 6):
        rivalry_of_officers(station, officer, second, taken(serial))


def test_the_same_request_from_two_threads_is_one_decision(
    station: Counter, officer: Actor, taken: Take
) -> None:
    case, request = taken(), key()
    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(lambda _: grant(station, officer, case, request_id=request), range(2))
    assert one == other
    assert len(steps_of(station, case.case_id)) == 2
