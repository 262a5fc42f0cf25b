from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import text

from desktop.domain.permit_life import PermitState
from desktop.services import permits as permits_module
from desktop.services.counter import Counter
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor

Go = Callable[[date], None]
Issue = Callable[..., PermitRow]


def entries(station: Counter, action: str) -> list[str]:
    station.journal.flush()
    with station.office.database.engine.connect() as connection:
        found = connection.execute(
            text("select detail from journal_entry where action = :action order by at, id"),
            {"action": action},
        )
        return list(found.scalars())


def steps(station: Counter) -> int:
    with station.office.database.engine.connect() as connection:
        return int(
            connection.execute(text("select count(*) from permit_step where event = 'suspend'")).scalar_one()
        )


def test_a_day_is_begun_once_and_written_down_once(
    station: Counter, clerk: Actor, template: Any, issue: Issue, go: Go
) -> None:
    permit = issue()
    go(date(2024, 11, 21))
    today = station.day_start.today()
    assert station.day_start.wanted(today)
    assert station.day_start.begin(clerk) == 1
    assert not station.day_start.wanted(today)
    assert station.day_start.begin(clerk) == 0
    assert station.day_start.begin(template.other) == 0
    assert station.permits.page(clerk, permit.permit_id).permit.state is PermitState.SUSPENDED
    assert entries(station, "begin_day") == ["2024-11-21，中止使用功能1张"]
    go(date(2024, 11, 22))
    assert station.day_start.begin(template.other) == 0
    assert entries(station, "begin_day") == ["2024-11-21，中止使用功能1张", "2024-11-22，中止使用功能0张"]


def test_a_day_that_was_not_begun_to_its_end_is_begun_again(
    station: Counter, clerk: Actor, issue: Issue, go: Go, monkeypatch: Any
) -> None:
    monkeypatch.setattr(permits_module, "_ROUND", 2)
    for serial in range(1, 6):
        issue(serial)
    go(date(2024, 11, 21))
    today = station.day_start.today()
    suspended, after = station.day_start.suspend_some(clerk, today)  # and then the power goes
    assert suspended == 2
    assert after is not None
    assert station.day_start.wanted(today)
    assert station.day_start.begin(clerk) == 3
    assert steps(station) == 5
    assert len(entries(station, "suspend_permit")) == 5


def test_two_counters_begin_a_day_at_once_and_nothing_is_suspended_twice(
    station: Counter, clerk: Actor, template: Any, issue: Issue, go: Go, monkeypatch: Any
) -> None:
    monkeypatch.setattr(permits_module, "_ROUND", 2)
    for serial in range(1, 8):
        issue(serial)
    go(date(2024, 11, 21))
    ready, done = threading.Barrier(2), []

    def begin(actor: Actor) -> None:
        ready.wait()
        done.append(station.day_start.begin(actor))

    threads = [threading.Thread(target=begin, args=(actor,)) for actor in (clerk, template.other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 2
    assert sum(done) == 7
    assert steps(station) == 7
    assert len(entries(station, "begin_day")) == 1


def test_a_day_begins_when_there_is_nothing_to_suspend(station: Counter, clerk: Actor) -> None:
    assert station.day_start.begin(clerk) == 0
    assert not station.day_start.wanted(station.day_start.today())
    assert entries(station, "begin_day") == ["2026-11-20，中止使用功能0张"]


def test_each_clerk_is_shown_the_start_of_a_day_once(
    station: Counter, clerk: Actor, template: Any, clock: Any
) -> None:
    assert station.day_start.first_today(clerk)
    assert not station.day_start.first_today(clerk)
    assert station.day_start.first_today(template.other)
    clock.moment += timedelta(days=1)
    assert station.day_start.first_today(clerk)
    assert not station.day_start.first_today(clerk)
    clock.moment -= timedelta(days=1)  # a clock that was set back shows nothing again
    assert not station.day_start.first_today(clerk)
