from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest

from desktop.models.keys import moment_part
from desktop.services.counter import Counter
from desktop.services.office import canonical
from desktop.services.ports import Folders
from desktop.services.rows import Actor
from tests import servers


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


def test_the_local_date_begins_at_midnight_of_the_station(station: Counter, clock: Any) -> None:
    clock.moment = clock.moment.replace(hour=15, minute=59, second=59, microsecond=0)
    assert station.office.today().isoformat() == "2026-11-20"
    clock.moment += timedelta(seconds=1)
    assert station.office.today().isoformat() == "2026-11-21"


def test_the_same_value_is_always_written_the_same() -> None:
    assert canonical({"b": [1, None], "a": "李𬍛"}) == canonical({"a": "李𬍛", "b": [1, None]})
    assert canonical({"a": "李𬍛"}) == '{"a":"李𬍛"}'
