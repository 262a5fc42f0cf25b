"""A clock that is set back or forward is in the trail, and one that only goes on as time does is not."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from desktop.services.clock_watch import ClockWatch, steady
from desktop.services.counter import Counter
from desktop.services.rows import Actor


class Ticks:
    """Seconds that nobody sets."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def ticks() -> Ticks:
    return Ticks()


@pytest.fixture
def watch(station: Counter, ticks: Ticks) -> ClockWatch:
    return ClockWatch(station.office, station.journal, ticks)


def found(station: Counter) -> list[str]:
    station.journal.flush()
    with station.office.database.engine.connect() as connection:
        words = text("select detail from journal_entry where action = 'clock_changed' order by id")
        return list(connection.execute(words).scalars())


def pass_time(clock: Any, ticks: Ticks, seconds: float) -> None:
    clock.moment += timedelta(seconds=seconds)
    ticks.seconds += seconds


def test_time_that_passes_is_no_change(
    station: Counter, clerk: Actor, watch: ClockWatch, clock: Any, ticks: Ticks
) -> None:
    for seconds in (0, 10, 3600, 86400 * 3):
        pass_time(clock, ticks, seconds)
        watch.look(clerk)
    assert found(station) == []


def test_a_clock_set_back_or_forward_while_it_runs_is_written_down(
    station: Counter, clerk: Actor, watch: ClockWatch, clock: Any, ticks: Ticks
) -> None:
    pass_time(clock, ticks, 10)
    clock.moment -= timedelta(hours=2)
    watch.look(clerk)
    pass_time(clock, ticks, 10)
    clock.moment += timedelta(days=1)
    watch.look(clerk)
    pass_time(clock, ticks, 10)
    watch.look(clerk)
    back, forward = found(station)
    assert back.startswith("时钟拨慢7200秒：由2026-11-20 ")
    assert forward.startswith("时钟拨快86400秒：由2026-11-20 ")
    assert "到2026-11-21 " in forward


def test_what_is_found_before_anybody_signs_in_waits_for_them(
    station: Counter, clerk: Actor, watch: ClockWatch, clock: Any, ticks: Ticks
) -> None:
    clock.moment -= timedelta(minutes=5)
    watch.look(None)
    assert found(station) == []
    watch.look(clerk)
    watch.look(clerk)
    assert len(found(station)) == 1


def test_a_clock_behind_the_newest_entry_at_the_start_is_written_down_once(
    station: Counter, clerk: Actor, clock: Any, ticks: Ticks
) -> None:
    clock.moment -= timedelta(days=2)
    watch = ClockWatch(station.office, station.journal, ticks)
    watch.begin(clerk)
    watch.begin(clerk)
    [detail] = found(station)
    assert detail.startswith("启动时的时钟2026-11-18 ")
    assert "还早1727" in detail or "还早1728" in detail


def test_whoever_works_is_told_once_of_a_jump_and_not_of_a_correction(
    station: Counter, clerk: Actor, watch: ClockWatch, clock: Any, ticks: Ticks
) -> None:
    pass_time(clock, ticks, 10)
    assert watch.look(clerk) is None
    clock.moment += timedelta(seconds=20)
    assert watch.look(clerk) is None  # written down only
    clock.moment -= timedelta(days=3)
    told = watch.look(clerk)
    assert told is not None
    assert "本应是2026-11-20 10:00，现在是2026-11-17 10:00" in str(told)
    assert watch.look(clerk) is None
    assert len(found(station)) == 2


def test_what_nobody_could_see_is_told_when_somebody_can(
    station: Counter, clerk: Actor, watch: ClockWatch, clock: Any
) -> None:
    clock.moment += timedelta(days=40)
    assert watch.look(None) is None
    assert watch.look(clerk, seen=False) is None
    assert len(found(station)) == 1
    assert "2026-12-30" in str(watch.look(clerk))


def test_who_begins_is_told_that_the_clock_is_behind(
    station: Counter, clerk: Actor, clock: Any, ticks: Ticks
) -> None:
    clock.moment -= timedelta(days=2)
    watch = ClockWatch(station.office, station.journal, ticks)
    told = watch.begin(clerk)
    assert "时钟是2026-11-18" in str(told)
    assert watch.begin(clerk) is None


def test_who_begins_is_told_that_the_servers_clock_says_something_else(
    stored_on: str, station: Counter, clerk: Actor, clock: Any, ticks: Ticks
) -> None:
    clock.moment += timedelta(days=900)  # what stays to be seen of a machine that lost its battery
    told = ClockWatch(station.office, station.journal, ticks, machine=clock).begin(clerk)
    if stored_on == "file":  # there is no other clock
        assert told is None
        return
    assert "本所服务器的时钟是20" in str(told)
    assert "这台电脑的时钟是2029" in str(told)
    [detail] = found(station)
    assert detail.startswith("本机时钟2029")


def test_a_clock_that_is_right_at_the_start_is_not(station: Counter, clerk: Actor, watch: ClockWatch) -> None:
    watch.begin(clerk)
    assert found(station) == []


def test_keys_and_the_chain_go_on_whatever_the_clock_says(
    station: Counter, clerk: Actor, watch: ClockWatch, clock: Any
) -> None:
    clock.moment -= timedelta(days=400)
    watch.look(clerk)
    assert len(found(station)) == 1
    with station.office.database.engine.connect() as connection:
        rows = connection.execute(
            text("select id, sequence from journal_entry where counter_number = 3 order by sequence")
        ).all()
    assert [row.sequence for row in rows] == list(range(1, len(rows) + 1))
    assert [row.id for row in rows] == sorted(row.id for row in rows)


def test_the_steady_clock_goes_forward() -> None:
    assert steady() <= steady()
