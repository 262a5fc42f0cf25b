from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from desktop.domain.codes import CaseKind, CaseState
from desktop.services import case_records
from desktop.services.application_rows import ApplicationDone
from desktop.services.counter import Counter
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor, CaseRow
from desktop.services.work_rows import Clock, WorkFilter, WorkKind, WorkRow

Go = Callable[[date], None]
Resident = Callable[..., int]
Apply = Callable[..., ApplicationDone]
Move = Callable[[CaseRow, CaseState], None]

MONDAY = date(2026, 11, 2)  # an application of this day is due on 2026-11-16, ten working days later
DUE = date(2026, 11, 16)


@pytest.fixture
def move(station: Counter, officer: Actor) -> Move:
    def to(case: CaseRow, state: CaseState) -> None:
        office = station.office
        with office.database.write() as link:
            case_records.move_on(office, link, officer, case.case_id, state, office.clock.now())

    return to


@pytest.fixture
def cases(resident: Resident, apply: Apply, go: Go, move: Move, produce: Any) -> dict[str, CaseRow]:
    """One case in every open state, taken on one Monday, and one more a day later."""
    people = {name: resident(serial, on=date(2026, 4, 1)) for serial, name in enumerate(_NAMES, 1)}
    go(MONDAY)
    taken = {
        name: apply(person, **({"missing": ("photo",), "photo": None} if name == "waiting" else {})).case
        for name, person in people.items()
        if name != "later"
    }
    move(taken["sent_back"], CaseState.SENT_BACK)
    move(taken["granted"], CaseState.GRANTED)
    produce(taken["produced"])
    go(MONDAY + timedelta(days=1))
    return taken | {"later": apply(people["later"]).case}


_NAMES = ("accepted", "sent_back", "granted", "produced", "waiting", "later")


def listed(station: Counter, wanted: WorkFilter, limit: int = 100) -> list[WorkRow]:
    """Read a list to its end, a page at a time."""
    rows: list[WorkRow] = []
    after = None
    while True:
        page = station.work_lists.page(wanted, after, limit)
        assert len(page.rows) <= limit
        rows += page.rows
        after = page.after
        if after is None:
            assert station.work_lists.count(wanted) == len(rows)
            return rows


def ids(rows: list[WorkRow]) -> list[int]:
    return [row.case.case_id for row in rows]


@pytest.mark.parametrize("limit", [1, 2, 100])
def test_every_open_case_is_listed_the_earliest_due_first_and_last_those_that_wait_for_somebody_else(
    station: Counter, cases: dict[str, CaseRow], limit: int
) -> None:
    rows = listed(station, WorkFilter(), limit)
    order = ("accepted", "sent_back", "granted", "later", "produced", "waiting")
    assert ids(rows) == [cases[name].case_id for name in order]


def test_the_clock_runs_in_working_days_and_stands_where_the_law_lets_it_stand(
    station: Counter, cases: dict[str, CaseRow], go: Go
) -> None:
    def clocks() -> dict[str, tuple[Clock, int | None]]:
        names = {case.case_id: name for name, case in cases.items()}
        rows = listed(station, WorkFilter())
        return {names[row.case.case_id]: (row.clock, row.days_left) for row in rows}

    go(date(2026, 11, 13))  # a Friday
    assert clocks() == {
        "accepted": (Clock.RUNS, 1),
        "sent_back": (Clock.RUNS, 1),
        "granted": (Clock.RUNS, 1),
        "later": (Clock.RUNS, 2),
        "produced": (Clock.OVER, None),
        "waiting": (Clock.NOT_BEGUN, None),
    }
    go(date(2026, 11, 18))
    assert clocks()["accepted"] == (Clock.RUNS, -2)
    assert clocks()["produced"] == (Clock.OVER, None)  # made in time: it is the holder's turn


def test_a_date_in_a_year_without_its_notice_is_marked_as_estimated(
    station: Counter, resident: Resident, apply: Apply, go: Go
) -> None:
    person = resident(1, on=date(2026, 4, 1))
    go(date(2026, 12, 28))
    case = apply(person).case
    assert case.due_estimated
    [row] = listed(station, WorkFilter())
    assert (row.estimated, row.days_left) == (True, 10)


def test_the_lists_are_narrowed_by_kind_clerk_state_and_what_is_overdue(
    station: Counter, cases: dict[str, CaseRow], go: Go, template: Any, resident: Resident, apply: Apply
) -> None:
    go(MONDAY + timedelta(days=2))
    other = apply(resident(9, on=date(2026, 4, 1)), actor=template.other).case
    assert ids(listed(station, WorkFilter(clerk="测试二"))) == [other.case_id]
    assert ids(listed(station, WorkFilter(state="sent_back"))) == [cases["sent_back"].case_id]
    assert ids(listed(station, WorkFilter(state="awaiting_materials"))) == [cases["waiting"].case_id]
    assert listed(station, WorkFilter(kind=CaseKind.REPLACE_LOST.value)) == []
    assert len(listed(station, WorkFilter(kind=CaseKind.PERMIT_APPLICATION.value))) == 7
    assert listed(station, WorkFilter(due=WorkKind.OVERDUE)) == []
    go(DUE)
    running = [cases[name].case_id for name in ("accepted", "sent_back", "granted")]
    assert ids(listed(station, WorkFilter(due=WorkKind.DUE_TODAY), 2)) == running
    go(DUE + timedelta(days=1))
    assert ids(listed(station, WorkFilter(due=WorkKind.OVERDUE), 2)) == running
    assert ids(listed(station, WorkFilter(due=WorkKind.DUE_TODAY))) == [cases["later"].case_id]
    assert ids(listed(station, WorkFilter(state="granted", due=WorkKind.OVERDUE))) == running[2:]
    assert listed(station, WorkFilter(state="produced", due=WorkKind.OVERDUE)) == []


def test_a_case_that_is_closed_leaves_the_lists(
    station: Counter, cases: dict[str, CaseRow], move: Move
) -> None:
    move(cases["accepted"], CaseState.DENIED)
    assert cases["accepted"].case_id not in ids(listed(station, WorkFilter()))


def test_the_start_of_a_day_counts_each_list_and_shows_its_first_rows(
    station: Counter, cases: dict[str, CaseRow], go: Go
) -> None:
    go(DUE + timedelta(days=1))
    start = station.work_lists.start_of_day(first=2)
    assert start.on == date(2026, 11, 17)
    assert {kind: start.of(kind).count for kind in WorkKind} == {
        WorkKind.DUE_TODAY: 1,
        WorkKind.OVERDUE: 3,
        WorkKind.TO_HAND_OVER: 1,
        WorkKind.WAITING: 1,
        WorkKind.OPENING: 0,
        WorkKind.ENDORSEMENT_OVERDUE: 0,
    }
    first = [row.case.case_id for row in start.overdue.rows if isinstance(row, WorkRow)]
    assert first == [cases["accepted"].case_id, cases["sent_back"].case_id]
    assert start.to_hand_over.rows == station.work_lists.page(WorkFilter(state="produced")).rows
    assert start.opening.rows == ()


def test_the_start_of_a_day_tells_of_endorsements_and_of_what_was_suspended(
    station: Counter, clerk: Actor, issue: Callable[..., PermitRow], go: Go
) -> None:
    late = issue(1, on=date(2023, 11, 20))
    soon = issue(2, on=date(2023, 12, 26))
    go(date(2024, 11, 21))  # the one is a day over; the other's window opens on 2024-11-26
    start = station.work_lists.start_of_day()
    assert (start.opening.count, start.endorsement_overdue.count, start.suspended) == (1, 1, 0)
    assert [row.permit.permit_id for row in start.opening.rows] == [soon.permit_id]  # type: ignore[union-attr]
    assert station.day_start.begin(clerk) == 1
    start = station.work_lists.start_of_day()
    assert (start.endorsement_overdue.count, start.suspended) == (1, 1)
    assert [row.permit.permit_id for row in start.endorsement_overdue.rows] == [late.permit_id]  # type: ignore[union-attr]
    go(date(2024, 11, 22))
    assert station.work_lists.start_of_day().suspended == 0


def test_nobodys_day_begins_with_nothing(station: Counter) -> None:
    start = station.work_lists.start_of_day()
    assert [start.of(kind).count for kind in WorkKind] == [0] * 6
    assert station.work_lists.page().rows == ()
    assert station.work_lists.count() == 0
