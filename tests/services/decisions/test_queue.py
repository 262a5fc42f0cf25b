"""The queue of cases that wait for a decision: its order, pages, filters and speed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.codes import CaseKind, CaseState
from desktop.services.counter import Counter
from desktop.services.decision_rows import QueueFilter
from desktop.services.rows import Actor
from tests.services.asked import key, rows
from tests.services.decisions.deciding import Take, grant, put_cases


@pytest.mark.file_only
def test_the_queue_is_by_due_date_a_page_at_a_time(
    station: Counter, clerk: Actor, officer: Actor, taken: Take, clock: Any
) -> None:
    case = taken()
    put_cases(station, case, 95)
    seen, after = [], None
    while True:
        page = station.decisions.queue(officer, after=after, limit=20)
        seen += page.rows
        after = page.after
        if after is None:
            break
    assert len(seen) == len({row.case.case_id for row in seen}) == 96
    assert [row.case.due_on for row in seen] == sorted(row.case.due_on for row in seen)  # type: ignore[type-var]
    assert not any(row.own for row in seen)
    assert (seen[0].case.due_on, seen[0].days_left) == (date(2026, 11, 20), 0)
    for place in (0, 1, 20, 95, 96, 200):  # from any place on, without reading what comes before
        found = station.decisions.queue_at(officer, QueueFilter(), place, limit=20)
        assert list(found.rows) == seen[place : place + 20]
        assert (found.after is None) is (place + 20 >= 96)
    clock.moment += timedelta(days=3)
    late = station.decisions.queue(officer, QueueFilter(overdue=True)).rows
    assert station.decisions.queue_at(officer, QueueFilter(overdue=True), 1).rows == late[1:]
    assert {row.case.due_on for row in late} == {date(2026, 11, day) for day in (20, 21, 22)}
    assert [row.days_left for row in late] == [-1] * len(late)  # a Monday after the weekend
    counts = station.decisions.counts()
    assert (counts.cases, counts.overdue, counts.due_today) == (96, len(late), 4)
    assert station.decisions.counts(QueueFilter(overdue=True)).cases == len(late)


def test_the_queue_is_filtered_by_kind_and_clerk(
    station: Counter, officer: Actor, template: Any, taken: Take
) -> None:
    taken(1)
    taken(2, actor=template.other)
    queue = station.decisions.queue
    assert len(queue(officer).rows) == 2
    assert [row.case.clerk for row in queue(officer, QueueFilter(clerk="测试二")).rows] == ["测试二"]
    assert queue(officer, QueueFilter(kind=CaseKind.REPLACE_LOST)).rows == ()
    assert station.decisions.counts(QueueFilter(clerk="测试二")).cases == 1


def test_decided_and_sent_back_cases_leave_the_queue(station: Counter, officer: Actor, taken: Take) -> None:
    grant(station, officer, taken(1))
    back = taken(2)
    station.decisions.send_back(officer, key(), back.case_id, 1, "相片不清")
    taken(3)
    assert len(station.decisions.queue(officer).rows) == 1
    waiting = station.decisions.queue(officer, QueueFilter(state=CaseState.SENT_BACK)).rows
    assert [row.case.case_id for row in waiting] == [back.case_id]


def test_cases_without_a_date_come_last(station: Counter, clerk: Actor, officer: Actor, taken: Take) -> None:
    for serial in (1, 2, 3):
        taken(serial)
    person = station.people.person(rows(station, "select person_id from person")[0].person_id)
    undated = station.corrections.propose(
        clerk, key(), person.person_id, person.version, {"name": "演练乙"}, "录入错误", "居民身份证"
    ).case
    first = station.decisions.queue(officer, limit=3)
    assert first.after is not None
    last = station.decisions.queue(officer, after=first.after, limit=3)
    assert [row.case.case_id for row in last.rows] == [undated.case_id]
    assert last.rows[0].days_left is None
    assert last.after is None
    assert station.decisions.counts().undated == 1
    whole = station.decisions.queue(officer)
    assert [*first.rows, *last.rows] == list(whole.rows)
    for place in range(6):
        assert station.decisions.queue_at(officer, QueueFilter(), place).rows == whole.rows[place:]


@pytest.mark.file_only
def test_a_hundred_thousand_open_cases_are_read_by_the_index(
    station: Counter, officer: Actor, taken: Take
) -> None:
    put_cases(station, taken(), 100_000, days=90)
    with station.office.database.engine.begin() as connection:
        connection.execute(text("analyze"))
    import time

    asked = time.thread_time()
    page = station.decisions.queue(officer)
    opened = time.thread_time() - asked
    for _ in range(20):
        assert page.after is not None
        page = station.decisions.queue(officer, after=page.after)
    assert opened < 0.25  # 5 ms where nothing else runs
    assert station.decisions.counts().cases == 100_001
