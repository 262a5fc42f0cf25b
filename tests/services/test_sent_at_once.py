"""Two windows that served the same people while the server was away send what they did at the same moment."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.services.counter import Counter
from desktop.services.ports import Folders
from desktop.services.rows import Actor
from desktop.services.window import open_window
from tests.conftest import FakeClock, Template
from tests.servers import Databases, reach
from tests.services.outage import apply, chain_faults, home_of, line_of, register, rows
from tests.services.test_still_so import move
from tests.services.test_taking_in import Way, way

__all__ = ("way",)  # a fixture

APPLICANTS, MOVERS, NEWCOMERS = range(50, 54), range(60, 64), range(1, 13)


@pytest.fixture
def both(
    databases: Databases,
    server_template: Template,
    tmp_path: Path,
    shared_cache: Path,
    clock: FakeClock,
    way: Way,
) -> Iterator[list[tuple[Counter, Actor]]]:
    name, made = databases.make(server_template.database), []
    for place, actor in enumerate((server_template.clerk, server_template.other)):
        folder = tmp_path / str(place)
        folder.mkdir()
        window = open_window(Folders(folder, shared_cache), clock, reach(databases.server, name), way.ping)
        window.office.rights.seat(actor)
        line_of(window).at_counter(actor.counter_number, actor)
        line_of(window).tend()
        made.append((window, actor))
    yield made
    for window, _ in made:
        window.close()
    databases.drop(name)


def test_each_person_is_served_once_and_the_other_window_is_told(
    both: list[tuple[Counter, Actor]], way: Way, clock: FakeClock
) -> None:
    (first, clerk), _ = both
    today = clock.moment
    clock.moment = today - timedelta(days=200)
    known = {
        serial: register(first, clerk, serial, home=home_of(arrived_on="2026-05-01"))
        for serial in (*APPLICANTS, *MOVERS)
    }
    clock.moment = today
    for window, _ in both:
        for done in known.values():
            line_of(window).copy.served({"person_id": done.case.person_id})
        line_of(window).tend()
    way.cut = True
    for window, actor in both:
        line_of(window).tend()
        for serial in APPLICANTS:
            apply(window, actor, known[serial].case.person_id)
        for serial in MOVERS if actor is clerk else reversed(MOVERS):
            move(window, actor, serial, known[serial], str(actor.counter_number))
        for serial in NEWCOMERS:
            register(window, actor, serial)
    way.cut = False
    waiting = sum(line_of(window).outbox.count() for window, _ in both)
    begin = threading.Barrier(len(both))
    threads = [threading.Thread(target=sent, args=(window, begin)) for window, _ in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not any(line_of(window).away for window, _ in both)
    server = line_of(first).switch.server
    assert rows(server, "select count(*), count(distinct op_id) from op_inbox") == [(waiting, waiting)]
    pieces = len(APPLICANTS) + len(MOVERS) + len(NEWCOMERS)
    outcomes = "select outcome, count(*) from op_inbox group by outcome order by outcome"
    assert rows(server, outcomes) == [("applied", pieces), ("conflict", pieces)]
    assert rows(server, "select count(*) from op_conflict where state = 'open'") == [(pieces,)]
    applied = "select person_id, count(*) from case_file where kind = 'permit_application' group by person_id"
    assert [count for _, count in rows(server, applied)] == [1] * len(APPLICANTS)
    moved = "select person_id, count(*) from case_file where kind = 'registration_move' group by person_id"
    assert [count for _, count in rows(server, moved)] == [1] * len(MOVERS)
    assert chain_faults(server) == []


def sent(window: Counter, begin: threading.Barrier) -> None:
    """Send until nothing waits; what another was in the way of is tried again."""
    begin.wait()
    for _ in range(50):
        line_of(window).tend()
        if not line_of(window).away:
            return
