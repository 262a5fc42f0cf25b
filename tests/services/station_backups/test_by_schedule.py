"""Of all windows the one that has the duty makes the one that is due."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.errors import CounterError, NotPossible
from desktop.models import (
    server_session,
)
from desktop.models.server import ServerDatabase
from desktop.models.switch import Switch
from desktop.services import station_backups
from desktop.services.backup_rows import BackupRow
from desktop.services.counter import Counter
from desktop.services.ports import Folders, SystemClock
from desktop.services.rows import Actor
from desktop.services.window import open_window
from tests.services.conftest import on, silent
from tests.services.station_backups.making import server_on, written_down


# -- by schedule ---------------------------------------------------------------------------------------------
def test_of_all_windows_with_the_duty_one_makes_the_one_that_is_due(
    backed: Counter, another: Counter, administrator: Actor, clock: Any
) -> None:
    another.backups.set_plan(administrator, "18", "14", "8", "", "yes")
    assert backed.backups.due()
    assert another.backups.due()
    made: list[BackupRow | None] = []
    wrong: list[CounterError] = []

    def try_it(window: Counter) -> None:
        try:
            made.append(window.backups.make_due(administrator, on))
        except CounterError as error:
            wrong.append(error)

    threads = [threading.Thread(target=try_it, args=(window,)) for window in (backed, another)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert len([one for one in made if one is not None]) == 1
    assert written_down(backed) == [("backup", True)]
    assert not backed.backups.due()
    assert not another.backups.due()
    clock.moment += timedelta(days=1)
    assert backed.backups.due()


def test_a_window_without_the_duty_makes_none_by_itself(
    backed: Counter, another: Counter, administrator: Actor
) -> None:
    assert not another.backups.due()
    assert another.backups.make_due(administrator, on) is None
    backed.backups.set_plan(administrator, "18", "14", "8", "", "")
    assert not backed.backups.due()


def test_two_at_once_by_hand_the_second_is_told(backed: Counter, administrator: Actor) -> None:
    way = station_backups.way_of(backed.office, {"station": {"duty": True}})
    with (
        server_session.session(way) as held,
        server_session.turn(held),
        pytest.raises(NotPossible, match="另一台"),
    ):
        backed.backups.make(administrator, silent, on)
    backed.backups.make(administrator, silent, on)


def test_a_window_with_a_store_of_its_own_makes_one_too_and_none_while_the_server_is_away(
    backed: Counter, administrator: Actor, tmp_path: Path, shared_cache: Path, clock: Any
) -> None:
    folder = tmp_path / "window"
    folder.mkdir(mode=0o700)
    server = ServerDatabase(server_on(backed).settings, SystemClock().now)
    window = open_window(Folders(folder, shared_cache), clock, server, server.ping)
    try:
        switch = window.office.database
        assert isinstance(switch, Switch)
        assert window.backups.served
        window.backups.set_plan(administrator, "18", "14", "8", "", "yes")
        assert window.backups.due()
        switch.away = True
        assert not window.backups.due()
        switch.away = False
        made = window.backups.make_due(administrator, on)
        assert made is not None
        result = window.backups.drill(administrator, made.path, silent, on)
        assert result.passed, result.faults
        assert window.keys.due(administrator) is not None
    finally:
        window.close()
