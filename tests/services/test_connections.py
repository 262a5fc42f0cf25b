"""Setting a counter to the station's server: tried first, stored sealed, written down, in force at the next start."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.errors import BadInput, NotPossible, ServerAway
from desktop.models.server_settings import FILE
from desktop.services.connections import ConnectionForm
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.services.served import is_served, open_served, settings_of
from installer.scratch_server import OWNER
from tests.servers import Databases


@pytest.fixture
def boss(template: Any) -> Actor:
    made: Actor = template.administrator
    return made


@pytest.fixture
def form(databases: Databases, server_template: Any) -> ConnectionForm:
    """The way to a server with a station on it."""
    return ConnectionForm(str(databases.server.folder), server_template.database, OWNER, "geheim-词", "", "7")


pytestmark = pytest.mark.file_only


def test_what_works_is_stored_and_the_next_start_is_on_the_server(
    station: Counter, boss: Actor, form: ConnectionForm
) -> None:
    folders = station.office.folders
    assert not station.connections.read(boss).is_set
    tried = station.connections.save(boss, form)
    assert tried.station == "测试派出所"
    assert tried.version.startswith("1")
    assert is_served(folders)
    row = station.connections.read(boss)
    assert (row.is_set, row.has_password) == (True, True)
    assert row.form == replace(form, password="")
    served = open_served(folders, station.office.clock)
    assert served is not None
    try:
        assert served.office.own_counter == 7
        assert served.sign_in.welcome().counters[0] == 7
        station_row = served.office.station()
        assert station_row is not None
        assert station_row.name == "测试派出所"
    finally:
        served.close()


def test_the_password_is_sealed_and_kept_when_none_is_typed(
    station: Counter, boss: Actor, form: ConnectionForm
) -> None:
    station.connections.save(boss, form)
    folders = station.office.folders
    assert form.password not in (folders.data / FILE).read_text("utf-8")
    station.connections.save(boss, replace(form, password="", counter_number="8"))
    kept = settings_of(folders)
    assert kept is not None
    assert (kept.password, kept.counter_number) == (form.password, 8)


def test_what_does_not_work_is_not_stored(
    station: Counter, boss: Actor, form: ConnectionForm, tmp_path: Path
) -> None:
    for wrong, kind in (
        (replace(form, hosts=str(tmp_path)), ServerAway),
        (replace(form, counter_number="100"), BadInput),
        (replace(form, counter_number=""), BadInput),
        (replace(form, hosts="db1.station"), BadInput),
    ):
        with pytest.raises(kind):
            station.connections.save(boss, wrong)
    assert not is_served(station.office.folders)


def test_trying_out_says_what_is_wrong_where_nobody_answers(
    station: Counter, boss: Actor, form: ConnectionForm, tmp_path: Path
) -> None:
    with pytest.raises(ServerAway, match="里没有端口5432的PostgreSQL在应答"):
        station.connections.try_out(boss, replace(form, hosts=str(tmp_path)))


def test_a_user_who_may_change_the_trail_is_told(station: Counter, boss: Actor, form: ConnectionForm) -> None:
    assert station.connections.try_out(boss, form).too_strong
    assert not is_served(station.office.folders)


def test_it_is_written_down_without_the_password(station: Counter, boss: Actor, form: ConnectionForm) -> None:
    station.connections.save(boss, form)
    with station.office.database.engine.connect() as connection:
        rows = connection.execute(
            text("select detail from journal_entry where action = 'set_connection'")
        ).scalars()
        [detail] = list(rows)
    assert form.hosts in detail
    assert form.password not in detail


def test_it_is_the_system_administrators(station: Counter, clerk: Actor, form: ConnectionForm) -> None:
    for deed in (
        lambda: station.connections.read(clerk),
        lambda: station.connections.try_out(clerk, form),
        lambda: station.connections.save(clerk, form),
    ):
        with pytest.raises(NotPossible):
            deed()


def test_a_file_that_is_wrong_is_told_and_can_be_written_anew(
    station: Counter, boss: Actor, form: ConnectionForm
) -> None:
    folders = station.office.folders
    (folders.data / FILE).write_text("hosts = [", "utf-8")
    row = station.connections.read(boss)
    assert row.is_set
    assert row.trouble is not None
    station.connections.save(boss, form)
    assert station.connections.read(boss).trouble is None
