"""The stored trail is walked: whatever somebody did to the file behind the program's back is named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, text

from desktop.domain.errors import NotPossible
from desktop.models.database import Database
from desktop.services import journal, trail_checks
from desktop.services.counter import Counter, build_counter
from desktop.services.journal import Happening
from desktop.services.ports import Folders, SystemClock
from desktop.services.practice import fill
from desktop.services.rows import Actor
from desktop.services.trail_checks import CheckStopped, TrailState
from tests.models.test_postgresql import engine
from tests.servers import drop_guards

__all__ = ["engine"]  # the server that a test here uses too


@pytest.fixture
def boss(template: Any) -> Actor:
    return template.auditor


@pytest.fixture
def grown(station: Counter, clerk: Actor, monkeypatch: pytest.MonkeyPatch) -> Counter:
    """A station whose counter 3 has some forty entries, two heads and a closed day, walked in short stretches."""
    monkeypatch.setattr(journal, "SIGNED_EVERY", 20)
    monkeypatch.setattr(trail_checks, "STRETCH", 7)
    for place in range(40):
        at = station.office.clock.now()
        station.journal.note(Happening(clerk, "look_up", at, detail=f"第{place}次\n其他\\"))
    station.journal.flush()
    station.day.close(clerk, "close", station.day.today(), {})
    return station


def checked(station: Counter, boss: Actor) -> TrailState:
    return station.trail.check(boss, lambda done, total: None, lambda: False)


def behind(station: Counter, *statements: str) -> None:
    """Do something to the database that its triggers would refuse."""
    drop_guards(station.office.database)
    with station.office.database.engine.begin() as connection:
        for statement in statements:
            assert connection.execute(text(statement)).rowcount > 0


def named(state: TrailState) -> set[tuple[int | None, int | None, int | None, str]]:
    return {(it.counter_number, it.sequence, it.last, str(it.what)) for it in state.faults}


def test_a_trail_that_nobody_touched_is_whole(grown: Counter, boss: Actor) -> None:
    told: list[tuple[int, int]] = []
    state = grown.trail.check(boss, lambda done, total: told.append((done, total)), lambda: False)
    assert (state.faults, state.fault_count, state.doubts) == ((), 0, ())
    assert state.entries > 45
    assert state.heads >= 2
    assert state.days == 1
    assert told[-1] == (state.entries, state.entries)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert checked(grown, boss).entries == state.entries + 1  # the check is itself in the trail


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("update journal_entry set detail = '没有看过' where {at}", (3, 9, 9, "内容被改动")),
        ("update journal_entry set staff_name = '别人' where {at}", (3, 9, 9, "内容被改动")),
        ("update journal_entry set on_date = '2026-11-19' where {at}", (3, 9, 9, "内容被改动")),
        ("update journal_entry set local_time = '2026-11-20 09:00:00' where {at}", (3, 9, 9, "内容被改动")),
        ("delete from journal_entry where {at}", (3, 9, 9, "缺失")),
        (
            "delete from journal_entry where counter_number = 3 and sequence between 6 and 23",
            (3, 20, None, "缺失"),
        ),
        ("delete from journal_entry where counter_number = 3 and sequence > 39", (3, 40, None, "缺失")),
    ],
)
def test_what_was_done_behind_its_back_is_named(
    grown: Counter, boss: Actor, statement: str, found: tuple[Any, ...]
) -> None:
    behind(grown, statement.format(at="counter_number = 3 and sequence = 9"))
    assert found in named(checked(grown, boss))


def test_a_signature_that_is_not_the_stations_is_found(grown: Counter, boss: Actor) -> None:
    behind(
        grown, f"update trail_head set signature = '{'0' * 128}' where sequence = 20 and counter_number = 3"
    )
    assert (3, 20, None, "签名不对，内容被改动") in named(checked(grown, boss))


def test_only_the_audit_administrator_checks_and_may_stop(grown: Counter, clerk: Actor, boss: Actor) -> None:
    with pytest.raises(NotPossible):
        checked(grown, clerk)
    with pytest.raises(CheckStopped):
        grown.trail.check(boss, lambda done, total: None, lambda: True)


@pytest.fixture
def served(
    engine: Engine,  # noqa: F811 - the fixture of the server's own tests
    shared_cache: Any,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Counter]:
    counter = build_counter(
        Database(engine), Folders(tmp_path_factory.mktemp("data"), shared_cache), SystemClock()
    )
    fill(counter)
    yield counter
    counter.close()


def test_it_is_checked_the_same_on_postgresql(served: Counter) -> None:
    boss = served.sign_in.sign_in("zhaomin", "yanlian-09", 9)
    state = checked(served, boss)
    assert (state.fault_count, state.doubts) == (0, ())
    assert state.entries > 50
