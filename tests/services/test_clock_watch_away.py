"""The server's clock at a window that began without the server: compared once it is there."""

from __future__ import annotations

from datetime import datetime, timedelta

from desktop.services.clock_watch import ClockWatch
from installer.scratch_server import ScratchServer
from tests.conftest import FakeClock
from tests.patience import Steady
from tests.services.outage import register
from tests.services.served_window import Window, made, own, window

__all__ = ["made", "own", "window"]  # a station on a server of its own


def watch_of(window: Window) -> ClockWatch:
    counter = window.counter
    return ClockWatch(counter.office, counter.journal, machine=window.clock)


def noted(window: Window) -> list[str]:
    window.counter.journal.flush()
    return [
        str(detail)
        for (detail,) in window.ask("select detail from journal_entry where action = 'clock_changed'")
    ]


def test_a_window_that_began_without_the_server_is_told_of_its_clock_when_the_server_is_back(
    window: Window, own: ScratchServer, clock: FakeClock, steady: Steady
) -> None:
    own.stop("fast")
    window.counter.close()
    window.open()
    clock.moment += timedelta(days=3)
    watch = watch_of(window)
    assert watch.begin(window.actor) is None
    assert not watch.awaits_server  # it is not there to be asked
    done = register(window.counter, window.actor, 1).case.case_number
    own.start()
    window.back(steady)
    assert watch.awaits_server
    watch.compare(window.actor)
    assert not watch.awaits_server
    told = str(watch.look(window.actor))
    assert f"这台电脑的时钟是{day_of(clock.moment)}" in told
    assert "本所服务器的时钟是20" in told
    [detail] = noted(window)
    assert detail.startswith(f"本机时钟{day_of(clock.moment)}")
    assert watch.look(window.actor) is None
    assert (done,) in window.ask("select case_number from case_file")


def test_a_server_that_goes_away_as_work_begins_stops_nobody(
    window: Window, own: ScratchServer, steady: Steady
) -> None:
    own.stop("fast")
    watch = watch_of(window)
    watch.begin(window.actor)  # nobody has noticed yet that it is gone
    own.start()
    window.back(steady)
    assert watch.awaits_server
    watch.compare(window.actor)
    assert not watch.awaits_server


def test_one_that_began_with_the_server_asks_it_once(window: Window) -> None:
    watch = watch_of(window)
    watch.begin(window.actor)
    assert not watch.awaits_server


def day_of(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d")
