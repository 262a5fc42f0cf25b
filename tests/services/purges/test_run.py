"""A purge that is cut off goes on where it was, and two counters share it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from desktop.domain.codes import CancelReason
from desktop.domain.retention import PartState, PurgeState
from desktop.services import erasure, purge_orders
from desktop.services.counter import Counter, build_counter
from desktop.services.departures import DepartureForm
from desktop.services.rows import Actor
from tests.patience import PATIENCE
from tests.services.asked import key
from tests.services.purges.ending import LATER, Go, entries, order_for


@pytest.fixture
def several(station: Counter, clerk: Actor, register: Callable[..., Any], go: Go) -> list[int]:
    """Six people who came and left in 2023."""
    go(date(2023, 5, 10))
    people = [int(register(n, residence={"arrived_on": "2023-05-10"}).case.person_id) for n in range(1, 7)]
    go(date(2023, 9, 20))
    form = DepartureForm(CancelReason.LEFT, date(2023, 9, 20), "370202", "香港中路1号")
    for person in people:
        station.departures.leave(clerk, key(), person, form)
    go(LATER)
    return people


class _Cut(Exception):
    pass


def test_a_purge_cut_off_half_way_goes_on_where_it_was(
    station: Counter,
    boss: Actor,
    security: Actor,
    several: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    order = order_for(station, boss)
    station.retention.approve(security, key(), order.order_id, order.version)
    erase, calls = erasure.erase_person, []

    def cut(*how: Any) -> Any:
        calls.append(how)
        told = erase(*how)
        if len(calls) == 3:
            raise _Cut  # after the rows were emptied, before they are stored
        return told

    monkeypatch.setattr(erasure, "erase_person", cut)
    with pytest.raises(_Cut):
        station.retention.carry_out(security, order.order_id)
    link = station.office.database.link
    stands = [state for _, state in purge_orders.subjects(link, order.order_id)]
    assert stands.count(PartState.DONE) == 2
    assert len(entries(station, "purge_person")) == 2
    again = build_counter(station.office.database, station.office.folders, station.office.clock)
    heard: list[tuple[int, int]] = []
    done = again.retention.carry_out(security, order.order_id, lambda n, all_: heard.append((n, all_)))
    assert (done.state, done.done) == (PurgeState.DONE, 6)
    assert heard[-1] == (6, 6)
    assert len(entries(station, "purge_person")) == 6


def test_two_counters_at_once_share_the_parts_and_finish_once(
    station: Counter, boss: Actor, security: Actor, several: list[int]
) -> None:
    order = order_for(station, boss)
    station.retention.approve(security, key(), order.order_id, order.version)
    station.office.clock.now()
    start, faults = threading.Barrier(2), []

    def run() -> None:
        try:
            start.wait(PATIENCE)
            station.retention.carry_out(security, order.order_id)
        except Exception as error:
            faults.append(error)

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(5 * PATIENCE)
    assert faults == []
    done = station.retention.carry_out(security, order.order_id)
    assert (done.state, done.done, done.kept) == (PurgeState.DONE, 6, 0)
    people = sorted(entry["person_id"] for entry in entries(station, "purge_person"))
    assert people == sorted(several)
    assert len(entries(station, "purge_done")) == 1
