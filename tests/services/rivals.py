"""Counters that want the same at the same moment: each thing goes to one of them."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import Any

from desktop.domain.blanks import BlankState
from desktop.domain.errors import CounterError, NotPossible
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.services.asked import count, key, rows


def at_once(acts: list[Callable[[], Any]]) -> list[Any]:
    """Do things at the same time, each on its own thread; return what came of each, errors too."""
    gate = threading.Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        gate.wait()
        try:
            return act()
        except CounterError as error:
            return error

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def quarrel(station: Counter, keeper: Actor) -> None:
    """Two counters want the same blanks, over and over: each blank goes to one of them."""
    other = replace(keeper, counter_number=4)
    mark = uuid.uuid4().hex[:6].upper()
    for turn in range(6):
        ends = f"{mark}-{turn}00", f"{mark}-{turn}19"
        came = at_once([partial(station.blanks.receive, who, key(), *ends) for who in (keeper, other)])
        assert sorted(isinstance(one, NotPossible) for one in came) == [False, True], came
        moved = at_once(
            [
                partial(station.blanks.move_to_counter, who, key(), *ends, who.counter_number)
                for who in (keeper, other)
            ]
        )
        assert sorted(isinstance(one, NotPossible) for one in moved) == [False, True], moved
        spoiled = at_once(
            [
                partial(station.blanks.spoil, who, key(), f"{mark}-{turn}{which}", "争用")
                for who in (keeper, other)
                for which in ("05", "06")
            ]
        )
        assert sum(isinstance(one, NotPossible) for one in spoiled) == 2, spoiled
    balance = station.blanks.balance(station.office.today())
    assert balance.balanced
    here = [batch for batch in balance.batches if batch.first.startswith(mark)]
    assert [batch.count(BlankState.SPOILED) for batch in here] == [2] * 6
    assert [batch.count(BlankState.COUNTER) for batch in here] == [18] * 6


def rivalry(station: Counter, clerk: Actor, cases: list[int]) -> None:
    """Two counters with blanks of their own, and two threads of one: each case is made once."""
    other = replace(clerk, counter_number=4)
    for case in cases:
        came = at_once(
            [partial(station.production.reserve, who, key(), [case]) for who in (clerk, other, clerk)]
        )
        [serial] = {row.serial for one in came if isinstance(one, tuple) for row in one}
        assert any(isinstance(one, NotPossible) for one in came)
        who = clerk if any(isinstance(one, tuple) for one in (came[0], came[2])) else other
        done = at_once([partial(station.production.printed, who, key(), [serial]) for _ in range(3)])
        assert len({one.produced for one in done}) == 1, done
    asked = rows(station, "select case_id, count(*), count(distinct serial) from permit group by case_id")
    assert {tuple(row) for row in asked} == {(case, 1, 1) for case in cases}
    assert count(station, "select count(*) from blank where state = 'used'") == len(cases)
