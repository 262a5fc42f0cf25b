from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import bindparam, select

from desktop.models.keys import KeyMaker, moment_part
from desktop.models.prepared import Prepared
from desktop.models.tables import JournalEntry
from desktop.services.counter import Counter
from desktop.services.journal import Happening
from desktop.services.office import canonical
from desktop.services.ports import Folders
from desktop.services.rows import Actor
from tests import servers

NEWEST = Prepared(
    select(JournalEntry.id)
    .where(JournalEntry.counter_number == bindparam("counter"))
    .order_by(JournalEntry.sequence.desc())
    .limit(1)
)


@pytest.fixture
def restless() -> Iterator[None]:
    """Threads take turns a thousand times as often."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(before / 1000)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("restless")
def test_threads_that_ask_at_once_never_get_the_same_key(station: Counter, clock: Any) -> None:
    now, together = clock.now(), threading.Barrier(4)

    def ask(counter: int) -> int:
        together.wait()
        return station.office.key(counter, now)

    with ThreadPoolExecutor(4) as workers:
        for counter in range(1, 100):
            assert len(set(workers.map(ask, [counter] * 4))) == 4


def test_counters_give_different_keys_at_the_same_moment(station: Counter, clock: Any) -> None:
    now = clock.now() + timedelta(days=1)
    assert len({station.office.key(counter, now) for counter in range(1, 100)}) == 99


def test_a_clock_that_was_set_back_repeats_no_key(
    station: Counter, clerk: Actor, clock: Any, folders: Folders, register: Any
) -> None:
    clock.moment += timedelta(days=3)
    case = register().case.case_id
    station.close()
    clock.moment -= timedelta(days=2)
    again = servers.again(station, folders, clock)
    try:
        key = again.office.key(clerk.counter_number, clock.now())
        assert moment_part(key) > moment_part(case)
    finally:
        again.close()


def test_an_entry_of_a_clock_far_ahead_lifts_no_keys_at_the_next_start(
    station: Counter, clerk: Actor, clock: Any, folders: Folders
) -> None:
    def look() -> int:
        with station.office.database.write() as link:
            station.journal.write(link, Happening(clerk, "view_person", clock.now()))
            row = link.one(NEWEST, counter=clerk.counter_number)
            assert row is not None
            return int(row.id)

    right = clock.moment
    usual = look()
    clock.moment = right + timedelta(days=20_000)
    far = look()
    clock.moment = right + timedelta(seconds=1)
    assert look() > far  # a program that runs goes on above what it gave
    station.close()
    again = servers.again(station, folders, clock)
    try:
        now = clock.now()
        for counter in (9, clerk.counter_number):
            key = again.office.key(counter, now)
            assert usual < key < far
            assert moment_part(key) == moment_part(KeyMaker(9).next(now))
    finally:
        again.close()


def test_the_local_date_begins_at_midnight_of_the_station(station: Counter, clock: Any) -> None:
    clock.moment = clock.moment.replace(hour=15, minute=59, second=59, microsecond=0)
    assert station.office.today().isoformat() == "2026-11-20"
    clock.moment += timedelta(seconds=1)
    assert station.office.today().isoformat() == "2026-11-21"


def test_the_same_value_is_always_written_the_same() -> None:
    assert canonical({"b": [1, None], "a": "李𬍛"}) == canonical({"a": "李𬍛", "b": [1, None]})
    assert canonical({"a": "李𬍛"}) == '{"a":"李𬍛"}'
