"""A server that came back with less than it had: what was sent is sent again, what was done at it is told."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.models.ring_opening import key_of
from desktop.services.counter import Counter
from desktop.services.ports import Folders
from desktop.services.rows import Actor
from desktop.services.set_back import SAID_FOR
from installer.scratch_server import ScratchServer
from tests.conftest import FakeClock, Template
from tests.patience import Steady
from tests.servers import scratch
from tests.services.outage import CutServer, chain_faults, line_of, make_window, register, rows
from tests.services.served_window import Window, a_station


def numbers(window: Counter) -> list[str]:
    """The cases that the server has."""
    return [
        one for (one,) in rows(line_of(window).switch.server, "select case_number from case_file order by id")
    ]


def tend(window: Counter) -> None:
    line_of(window).tend()


@pytest.fixture
def server(file_template: Template, tmp_path: Path) -> Iterator[CutServer]:
    shutil.copytree(file_template.data, tmp_path / "server")
    path = tmp_path / "server" / "station.db"
    made = CutServer(path, key_of(path))
    yield made
    made.cut = False
    made.close()


@pytest.fixture
def window(
    server: CutServer, file_template: Template, tmp_path: Path, shared_cache: Path, clock: FakeClock
) -> Iterator[Counter]:
    made = opened(server, file_template.clerk, tmp_path, shared_cache, clock)
    yield made
    made.close()


def opened(server: CutServer, actor: Actor, folder: Path, cache: Path, clock: FakeClock) -> Counter:
    (folder / "window").mkdir(exist_ok=True)
    made = make_window(folder / "window", cache, clock, server)
    made.office.rights.seat(actor)
    line_of(made).at_counter(actor.counter_number, actor)
    tend(made)
    return made


def keep(server: CutServer, folder: Path) -> None:
    """Keep the server's files as they are, as a backup has them."""
    server.close()
    shutil.copytree(folder / "server", folder / "backup")


def put_back(server: CutServer, folder: Path) -> None:
    server.close()
    shutil.rmtree(folder / "server")
    shutil.copytree(folder / "backup", folder / "server")


def test_what_was_sent_is_sent_again_and_what_was_done_at_the_server_is_told(
    window: Counter,
    server: CutServer,
    file_template: Template,
    tmp_path: Path,
    shared_cache: Path,
    clock: FakeClock,
) -> None:
    actor, line = file_template.clerk, line_of(window)
    keep(server, tmp_path)
    at_it = register(window, actor, 1).case
    tend(window)
    server.cut = True
    alone = register(window, actor, 2).case
    second = register(window, actor, 5).case
    server.cut = False
    tend(window)
    there = {at_it.case_number, alone.case_number, second.case_number}
    assert set(numbers(window)) == there
    server.cut = True
    waiting = register(window, actor, 3).case
    put_back(server, tmp_path)
    server.cut = False
    tend(window)
    assert not line.away
    assert line.state.gone == (at_it.case_number,)
    assert line.state.sent == 3
    assert set(numbers(window)) == {alone.case_number, second.case_number, waiting.case_number}
    assert rows(server, "select kind from op_conflict") == []
    assert chain_faults(server) == []
    [aside] = (tmp_path / "window").glob("window-*.bak")
    assert aside.stat().st_size > 0
    window.journal.flush()
    [(told,)] = rows(server, "select detail from journal_entry where action = 'server_set_back'")
    assert at_it.case_number in told
    following = register(window, actor, 4).case  # no number is given twice, though the server knows of none
    assert following.case_number > waiting.case_number
    window.close()
    later = opened(server, actor, tmp_path, shared_cache, clock)
    assert line_of(later).state.gone == (at_it.case_number,)
    later.close()
    clock.moment += SAID_FOR
    again = opened(server, actor, tmp_path, shared_cache, clock)
    assert line_of(again).state.gone == ()
    again.close()


def test_a_server_that_was_merely_away_has_everything_and_nothing_is_sent_again(
    window: Counter, server: CutServer, file_template: Template
) -> None:
    for serial in (1, 2):
        server.cut = True
        register(window, file_template.clerk, serial)
        server.cut = False
        tend(window)
        assert line_of(window).state.sent == 1
        assert line_of(window).state.gone == ()
    assert len(numbers(window)) == 2


def test_the_server_of_another_station_is_sent_nothing_that_was_sent_before(
    window: Counter, server: CutServer, file_template: Template
) -> None:
    server.cut = True
    register(window, file_template.clerk, 1)
    server.cut = False
    tend(window)
    with server.engine.begin() as connection:
        connection.exec_driver_sql("update station set created_at = '2020-01-01 00:00:00'")
        connection.exec_driver_sql("delete from op_inbox")
    line_of(window).back.silence()
    tend(window)
    assert rows(server, "select op_id from op_inbox") == []


def test_an_older_backup_at_a_real_server(
    tmp_path: Path, shared_cache: Path, clock: FakeClock, steady: Steady
) -> None:
    with scratch() as own:
        restored(own, tmp_path, shared_cache, clock, steady)


def restored(
    own: ScratchServer, tmp_path: Path, shared_cache: Path, clock: FakeClock, steady: Steady
) -> None:
    (tmp_path / "station").mkdir()
    made = a_station(own, tmp_path / "station", shared_cache)
    window = Window(own, made, Folders(tmp_path / "window", shared_cache), clock)
    try:
        restore = window.older()
        window.back(steady)
        at_it = register(window.counter, window.actor, 1).case.case_number
        window.tended(steady, lambda: bool(line_of(window.counter).copy.as_of()))
        tend(window.counter)
        own.stop("fast")
        alone = register(window.counter, window.actor, 2).case.case_number
        own.start()
        window.back(steady)
        assert {number for (number,) in window.ask("select case_number from case_file")} == {at_it, alone}
        restore()
        waiting = register(window.counter, window.actor, 3).case.case_number
        window.tended(steady, lambda: bool(line_of(window.counter).state.gone))
        assert line_of(window.counter).state.gone == (at_it,)
        assert {number for (number,) in window.ask("select case_number from case_file")} == {alone, waiting}
    finally:
        window.counter.close()
