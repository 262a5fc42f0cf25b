"""What the line meets while it sends that is nobody's mistake is told in a sentence, or comes again unseen."""

from __future__ import annotations

import threading
from datetime import timedelta

import cbor2
import psycopg
import pytest

from desktop.models.server import ServerDatabase
from desktop.services.counter import Counter
from desktop.services.operation_form import Operation
from desktop.services.ports import SystemClock
from desktop.services.window import open_window
from tests.conftest import FakeClock, Template
from tests.patience import PATIENCE, Steady
from tests.services.outage import apply, line_of, register, rows
from tests.services.test_taking_in import Way, back, way, window

__all__ = ["way", "window"]

WAITS = (
    "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
)


def test_an_operation_of_a_newer_program_is_told_and_the_window_opens_all_the_same(
    window: Counter, way: Way, server_template: Template, monkeypatch: pytest.MonkeyPatch, clock: FakeClock
) -> None:
    """A program that was put back to an older version."""
    written = Operation.written
    way.cut = True
    line_of(window).tend()
    register(window, server_template.clerk, 1)
    with monkeypatch.context() as newer:
        newer.setattr(
            Operation, "written", lambda self: cbor2.dumps((9, *cbor2.loads(written(self))[1:], "more"))
        )
        register(window, server_template.clerk, 2)
    way.cut = False
    line_of(window).tend()
    assert (line_of(window).away, line_of(window).outbox.count()) == (True, 2)
    assert "第2项业务由更新版本的程序办理" in str(line_of(window).state.because)
    assert [one.operation.sequence for one in line_of(window).outbox.newest(10)] == [1]
    server = line_of(window).switch.server
    assert isinstance(server, ServerDatabase)
    folders = window.office.folders
    window.close()
    again = open_window(folders, clock, ServerDatabase(server.settings, SystemClock().now), way.ping)
    assert line_of(again).state.waiting == 2
    again.close()


def test_a_ring_of_two_windows_that_wait_for_each_other_comes_again(
    window: Counter, way: Way, server_template: Template, clock: FakeClock, steady: Steady
) -> None:
    clerk = server_template.clerk
    clock.moment -= timedelta(days=200)
    first, second = (register(window, clerk, serial).case.person_id for serial in (1, 2))
    clock.moment += timedelta(days=200)
    line_of(window).tend()
    way.cut = True
    line_of(window).tend()
    for person in (first, second):
        apply(window, clerk, person)
    server = line_of(window).switch.server
    assert isinstance(server, ServerDatabase)
    to = server.settings.parameters(0, {}, 2)
    lock = "select 1 from person where person_id = %s for update"
    with psycopg.connect(**to) as other, psycopg.connect(**to, autocommit=True) as watch:
        other.execute(lock, [second])

        def cross() -> None:
            begun = steady()
            while watch.execute(WAITS).fetchone() == (0,):
                assert steady() - begun < PATIENCE
            other.execute(lock, [first])
            other.rollback()

        crossing = threading.Thread(target=cross)
        crossing.start()
        way.cut = False
        line_of(window).tend()
        assert line_of(window).state.because is None
        crossing.join()
    back(window, way)
    assert rows(server, "select count(*) from op_conflict") == [(0,)]
    assert line_of(window).state.waiting == 0
