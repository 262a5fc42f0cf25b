"""Two officers with one case and two counters with one permit, on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Engine

from desktop.domain.codes import CaseState, Role
from desktop.domain.errors import NotPossible
from desktop.domain.handing_over import HandOverForm, ReceiptFate, SignedOn
from desktop.domain.permit_life import PermitState
from desktop.models.database import Database
from desktop.services import case_records, permit_records
from desktop.services.counter import Counter, build_counter
from desktop.services.decision_rows import DecisionDone, QueueFilter
from desktop.services.permit_pages import CorrectionRow
from desktop.services.ports import Folders
from desktop.services.rows import Actor, StationRow
from desktop.services.set_up import NewStaff
from tests.conftest import FakeClock
from tests.models.test_postgresql import engine
from tests.services.asked import count, key
from tests.services.rivals import at_once
from tests.services.test_at_once import a_case

__all__ = ["engine"]  # the server that the tests here use too


@pytest.fixture(scope="module")
def served(
    engine: Engine,  # noqa: F811 - the fixture of the server's own tests
    shared_cache: Any,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Counter]:
    """A station on PostgreSQL with two clerks and two officers."""
    folders = Folders(tmp_path_factory.mktemp("data"), shared_cache)
    counter = build_counter(Database(engine), folders, FakeClock())
    counter.set_up.establish(
        StationRow("370102", "006", "测试派出所", "测试路1号", "0531-80000001", practice=False),
        (
            NewStaff("one", "测试一", Role.AUXILIARY, "test-pass-1"),
            NewStaff("two", "测试二", Role.AUXILIARY, "test-pass-2"),
            NewStaff("officer", "测试民警", Role.OFFICER, "test-pass-4"),
            NewStaff("second", "测试民警二", Role.OFFICER, "test-pass-5"),
        ),
        1,
    )
    yield counter
    counter.close()


@pytest.fixture(scope="module")
def staff(served: Counter) -> dict[str, Actor]:
    names = ("one", "test-pass-1", 3), ("two", "test-pass-2", 4), ("officer", "test-pass-4", 5)
    return {
        name: served.sign_in.sign_in(name, password, number)
        for name, password, number in (*names, ("second", "test-pass-5", 6))
    }


def state_of(served: Counter, case: int) -> CaseState:
    return case_records.find(served.office.database.link, case).state


def test_two_officers_decide_the_same_case_at_the_same_moment(
    served: Counter, staff: dict[str, Actor]
) -> None:
    one, other = staff["officer"], staff["second"]
    for serial in range(1, 9):
        case = a_case(served, staff["one"], serial)
        acts: list[Callable[[], Any]] = [
            partial(served.decisions.grant, one, key(), case, 1),
            partial(served.decisions.deny, other, key(), case, 1, "材料不实"),
        ]
        came = at_once(acts)
        [done] = [answer for answer in came if isinstance(answer, DecisionDone)]
        [told] = [answer for answer in came if isinstance(answer, NotPossible)]
        winner = one if done.case.state is CaseState.GRANTED else other
        assert f"已由{winner.name}于" in str(told)
        assert (done.case.version, state_of(served, case)) == (2, done.case.state)
        steps = count(served, f"select count(*) from case_step where case_id = {case}")
        notices = count(served, f"select count(*) from paper where case_id = {case} and kind = '18'")
        assert (steps, notices) == (2, int(winner is other))


def test_the_same_decision_sent_twice_at_once_is_one(served: Counter, staff: dict[str, Actor]) -> None:
    for serial in range(11, 16):
        case, request = a_case(served, staff["one"], serial), key()
        came = at_once([partial(served.decisions.grant, staff["officer"], request, case, 1)] * 2)
        assert came[0] == came[1]
        assert came[0].case.state is CaseState.GRANTED
        assert count(served, f"select count(*) from case_step where case_id = {case}") == 2


def test_a_batch_and_a_single_denial_at_once(served: Counter, staff: dict[str, Actor]) -> None:
    cases = [a_case(served, staff["one"], serial) for serial in range(21, 27)]
    batch: Callable[[], Any] = partial(
        served.decisions.grant_many, staff["officer"], key(), [(one, 1) for one in cases], "test-pass-4"
    )
    denials: list[Callable[[], Any]] = [
        partial(served.decisions.deny, staff["second"], key(), cases[-1], 1, "材料不实")
    ]
    outcomes, denied = at_once([batch, *denials])
    assert [one.granted for one in outcomes[:-1]] == [True] * 5
    assert outcomes[-1].granted is isinstance(denied, NotPossible)


def test_two_counters_hand_one_permit_over_at_the_same_moment(
    served: Counter, staff: dict[str, Actor]
) -> None:
    one, other = staff["one"], staff["two"]
    served.blanks.receive(staff["officer"], key(), "HO0001", "HO0010")
    served.blanks.move_to_counter(staff["officer"], key(), "HO0001", "HO0010", one.counter_number)
    cases = [a_case(served, one, serial) for serial in range(31, 36)]
    served.decisions.grant_many(staff["officer"], key(), [(case, 1) for case in cases], "test-pass-4")
    reserved = served.production.reserve(one, key(), cases)
    made = served.production.printed(one, key(), [card.serial for card in reserved])
    assert made.problems == ()
    form = HandOverForm(SignedOn.PAPER, ReceiptFate.RETURNED)
    for case in cases:
        found = served.handing_over.find(
            other, "12" + case_records.find(served.office.database.link, case).case_number
        )
        assert found.ready, found.problem
        came = at_once(
            [partial(served.handing_over.hand_over, who, key(), case, form) for who in (one, other)]
        )
        [told] = [answer for answer in came if isinstance(answer, NotPossible)]
        assert "发放给本人，不能再发" in str(told)
        permit = permit_records.of_case(served.office.database.link, case)
        assert permit is not None
        assert (permit.state, permit.version) == (PermitState.VALID, 2)
        assert state_of(served, case) is CaseState.COMPLETED
    assert served.handing_over.uncollected(one, 0) == ()


def test_the_queue_on_postgresql(served: Counter, staff: dict[str, Actor]) -> None:
    for serial in range(41, 46):
        a_case(served, staff["one"], serial)
    seen, after = [], None
    while True:
        page = served.decisions.queue(staff["officer"], after=after, limit=2)
        seen += [row.case.case_id for row in page.rows]
        after = page.after
        if after is None:
            break
    assert len(seen) == len(set(seen)) == served.decisions.counts().cases >= 5
    assert served.decisions.queue(staff["officer"], QueueFilter(clerk="测试二")).rows == ()
    assert served.decisions.queue(staff["officer"], QueueFilter(overdue=True)).rows == ()
    page_of = served.decisions.page(staff["officer"], seen[0])
    assert page_of.clean


def test_two_counters_propose_a_correction_at_the_same_moment(
    served: Counter, staff: dict[str, Actor]
) -> None:
    for serial in range(61, 67):
        person = case_records.find(
            served.office.database.link, a_case(served, staff["one"], serial)
        ).person_id
        came = at_once(
            [
                partial(
                    served.corrections.propose, who, key(), person, 1, {"name": name}, "录入错误", "户口簿"
                )
                for who, name in ((staff["one"], "演练乙"), (staff["two"], "演练丙"))
            ]
        )
        [told] = [answer for answer in came if isinstance(answer, NotPossible)]
        assert "正在等待审核" in str(told)


def test_two_officers_decide_a_correction_at_the_same_moment(
    served: Counter, staff: dict[str, Actor]
) -> None:
    one, other = staff["officer"], staff["second"]
    for serial in range(71, 79):
        person = case_records.find(
            served.office.database.link, a_case(served, staff["one"], serial)
        ).person_id
        case = served.corrections.propose(
            staff["one"], key(), person, 1, {"name": "演练乙"}, "录入错误", "户口簿"
        ).case
        came = at_once(
            [
                partial(served.corrections.approve, one, key(), case.case_id, case.version),
                partial(served.corrections.refuse, other, key(), case.case_id, case.version, "看不清"),
            ]
        )
        [done] = [answer for answer in came if isinstance(answer, CorrectionRow)]
        [told] = [answer for answer in came if isinstance(answer, NotPossible)]
        approved = done.case.state is CaseState.COMPLETED
        assert f"已由{(one if approved else other).name}于" in str(told)
        assert served.people.person(person).version == 1 + approved
        assert state_of(served, case.case_id) is done.case.state
