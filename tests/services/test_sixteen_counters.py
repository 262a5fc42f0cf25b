"""Sixteen counters at one server with the same people, cases and blanks: nothing is lost, doubled or stuck."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.servers import Databases, reach
from tests.services.mixed_work import NEVER, Desk, desks, work_at_once

COUNTERS = 16


@pytest.fixture
def every(
    server_template: Any, databases: Databases, tmp_path: Path, shared_cache: Path
) -> Iterator[list[Desk]]:
    name = databases.make(server_template.database)
    made: list[Desk] = []
    try:
        for desk in desks(
            lambda: reach(databases.server, name),
            tmp_path,
            shared_cache,
            (server_template.officer, server_template.second_officer),
            COUNTERS,
        ):
            made.append(desk)
        yield made
    finally:
        for desk in made:
            desk.counter.close()
        databases.drop(name)


@pytest.mark.parametrize(
    "times", [pytest.param(20, id="320"), pytest.param(625, id="10000", marks=pytest.mark.slow)]
)
def test_sixteen_counters_of_mixed_work(every: list[Desk], server_template: Any, times: int) -> None:
    work_at_once(every, times)
    done = sum(sum(desk.done.values()) for desk in every)
    told = sum(sum(desk.told.values()) for desk in every)
    assert done + told == times * COUNTERS
    assert done > times * COUNTERS / 2
    first = every[0].counter
    link: Any = first.office.database.link
    for what, question in NEVER.items():
        assert link._cursor.execute(question).fetchall() == [], what
    handed_over = "select count(*) from permit where current_id is not null and handed_over_on is not null"
    if times > 100:  # in a short run it is chance how far a permit comes
        assert link._cursor.execute(handed_over).fetchone() > (0,)
    assert first.blanks.balance(first.office.today()).balanced
    [deadlocks] = link._cursor.execute(
        "select deadlocks from pg_stat_database where datname = current_database()"
    ).fetchone()
    assert deadlocks == 0
    state = first.trail.check(server_template.auditor, lambda done, total: None, lambda: False)
    assert (state.fault_count, state.counters) == (0, COUNTERS)
