"""A server that ends what takes longer than a moment, or does nothing for one: windows and backups are not ended."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine

from desktop.models import opening, server_roles
from desktop.models.opening import upgrade
from desktop.services.ports import Folders
from desktop.services.server_reading import ServerCursor
from installer.scratch_server import OWNER, ScratchServer
from tests.conftest import FakeClock, Template
from tests.patience import PATIENCE, Steady
from tests.servers import reach
from tests.services.outage import line_of, register
from tests.services.served_window import PROGRAM, Window, a_station, own

__all__ = ["own"]  # a server of its own

SMALL = {
    "statement_timeout": "150ms",
    "lock_timeout": "100ms",
    "idle_in_transaction_session_timeout": "150ms",
    "idle_session_timeout": "300ms",
}
SLOW = "select * from generate_series(1, 2) where pg_sleep(0.2) is not null"
_WAITED = (
    f"select count(*) from pg_stat_activity where usename = '{PROGRAM}' and state = 'idle'"
    " and clock_timestamp() - state_change > interval '0.5 seconds'"
)


@pytest.fixture(scope="module")
def made(own: ScratchServer, tmp_path_factory: pytest.TempPathFactory, shared_cache: Path) -> Template:
    made = a_station(own, tmp_path_factory.mktemp("station"), shared_cache)
    with psycopg.connect(host=str(own.folder), user=OWNER, dbname="postgres", autocommit=True) as owner:
        for name, value in SMALL.items():
            owner.execute(f"alter system set {name} = '{value}'")
        owner.execute("alter system set datestyle = 'German'")  # and writes days in a way of its own
        owner.execute("alter system set synchronous_commit = off")
    own.stop("fast")
    own.start()
    return made


def test_a_window_is_not_ended_by_limits_that_the_server_sets_for_everybody(
    own: ScratchServer, made: Template, tmp_path: Path, shared_cache: Path, clock: FakeClock, steady: Steady
) -> None:
    window = Window(own, made, Folders(tmp_path / "window", shared_cache), clock)
    try:
        register(window.counter, window.actor, 1)
        begun = steady()
        while window.ask(_WAITED) == [(0,)]:  # somebody at the window thinks for a while
            assert steady() - begun < PATIENCE
        register(window.counter, window.actor, 2)
        assert not line_of(window.counter).away
        assert line_of(window.counter).state.waiting == 0
    finally:
        window.counter.close()


def test_what_a_child_process_reads_takes_its_time(own: ScratchServer, made: Template) -> None:
    limits = ("statement_timeout", "idle_in_transaction_session_timeout")
    with psycopg.connect(host=str(own.folder), user=OWNER, dbname=made.database, autocommit=True) as owner:
        for name in limits:
            owner.execute(f"alter role {PROGRAM} in database {made.database} set {name} = '150ms'")
        database = reach(own, made.database, PROGRAM)
        try:
            read = ServerCursor(database.for_a_child()["server"])
            with closing(read._connection), closing(read.execute(SLOW)._cursor or read._connection):
                assert read.fetchone() == (1,)
                owner.execute(
                    "set statement_timeout = 0; select pg_sleep(0.4)"
                )  # what was read is being written meanwhile
                assert read.fetchone() == (2,)
        finally:
            database.close()
            for name in limits:
                owner.execute(f"alter role {PROGRAM} in database {made.database} reset {name}")


def test_what_a_server_answers_as_stored_is_on_its_disk_before_anything_is_printed(
    own: ScratchServer, made: Template
) -> None:
    asked = "show synchronous_commit"
    with psycopg.connect(host=str(own.folder), user=PROGRAM, dbname=made.database) as connection:
        assert connection.execute(asked).fetchone() == ("on",)
    database = reach(own, made.database, OWNER)  # behind no role of the program's
    try:
        assert database.link._cursor.execute(asked).fetchone() == ("on",)
    finally:
        database.close()


@pytest.mark.parametrize("role", [PROGRAM, server_roles.BACKUP])
def test_moments_come_in_one_form(own: ScratchServer, made: Template, role: str) -> None:
    with psycopg.connect(host=str(own.folder), user=role, dbname=made.database) as connection:
        assert connection.execute("select timestamptz '2026-11-20 02:00+00'").fetchone() == (
            datetime(2026, 11, 20, 2, tzinfo=UTC),
        )


@pytest.mark.parametrize("name", SMALL)
def test_a_backup_has_no_limit_but_its_own(own: ScratchServer, made: Template, name: str) -> None:
    with psycopg.connect(host=str(own.folder), user=server_roles.BACKUP, dbname=made.database) as backup:
        assert backup.execute(f"show {name}").fetchone() == ("0",)


def test_a_migration_takes_the_time_it_needs(
    own: ScratchServer, made: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def slowly(engine: Engine) -> None:
        with engine.begin() as connection:
            connection.exec_driver_sql("select pg_sleep(0.4)")
            asked.append(connection.exec_driver_sql("show lock_timeout").scalar_one())
        upgrade(engine)

    monkeypatch.setattr(opening, "upgrade", slowly)
    assert server_roles.install(f"host={own.folder} user={OWNER}", "another", {}) == opening.HEAD
    assert asked == ["10s"]
