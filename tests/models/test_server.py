"""The way to the station's server: found among several, given up in time, come back to; on a real one."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import bindparam, func, insert, select

from desktop.domain.errors import EnvironmentTrouble, ServerAway
from desktop.models import presence
from desktop.models.database import Database
from desktop.models.opening import upgrade
from desktop.models.prepared import Prepared
from desktop.models.server import ServerDatabase
from desktop.models.server_faults import InTheWay
from desktop.models.server_settings import ServerSettings
from desktop.models.tables import Setting
from installer.scratch_server import ScratchServer
from tests.patience import Steady
from tests.servers import scratch

NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
ADD = Prepared(insert(Setting))
COUNT = Prepared(select(func.count().label("rows")).select_from(Setting))
NAP = Prepared(select(func.pg_sleep(bindparam("seconds")).label("nap")))


@pytest.fixture(scope="module")
def own() -> Iterator[ScratchServer]:
    """A server that may be frozen and killed here."""
    with scratch() as made:
        database = reach(made)
        upgrade(database.engine)
        database.close()
        yield made


def reach(*servers: ScratchServer, user: str = "counter") -> ServerDatabase:
    hosts = tuple(str(each.folder) for each in servers)
    return ServerDatabase(ServerSettings(hosts, "postgres", user), lambda: NOON)


@pytest.fixture
def database(own: ScratchServer) -> Iterator[ServerDatabase]:
    made = reach(own)
    yield made
    made.close()
    if not own.running:
        own.start()


def add(database: Database, name: str) -> None:
    with database.write() as link:
        link.run(ADD, name=name, value="")


def count(database: Database) -> int:
    row = database.link.one(COUNT)
    assert row is not None
    return int(row.rows)


def how_long(begun: float) -> float:
    return time.monotonic() - begun


def test_a_server_that_was_restarted_is_not_noticed(own: ScratchServer, database: ServerDatabase) -> None:
    before = count(database)
    for way in ("fast", "immediate"):
        own.stop(way)
        own.start()
        add(database, f"after {way}")
        own.stop(way)
        own.start()
        assert count(database) > before
    assert count(database) == before + 2
    assert database.presence.seen.away_since is None


def test_a_transaction_cut_in_the_middle_is_told_and_undone(
    own: ScratchServer, database: ServerDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = count(database)

    def cut() -> None:
        with database.write() as link:
            link.run(ADD, name="half", value="")
            link.settle()
            own.stop("immediate")
            own.start()
            link.run(ADD, name="other half", value="")
            link.settle()

    with pytest.raises(ServerAway) as told:
        cut()
    assert not told.value.unsure
    assert not database.link.in_transaction
    monkeypatch.setattr(presence, "RETRY_SECONDS", 0)
    assert count(database) == before


def test_what_the_server_had_not_begun_yet_is_not_cut_by_its_restart(
    own: ScratchServer, database: ServerDatabase
) -> None:
    before = count(database)
    with database.write() as link:
        link.run(ADD, name="one half", value="")
        own.stop("immediate")
        own.start()
        link.run(ADD, name="one other half", value="")
    assert count(database) == before + 2


def test_a_commit_that_nobody_answers_is_told_as_unsure(
    own: ScratchServer, database: ServerDatabase, steady: Steady
) -> None:
    database.link.one(COUNT)

    def cut() -> None:
        with database.write() as link:
            link.run(ADD, name="unsure", value="")
            link.settle()
            frozen.__enter__()

    frozen = own.frozen()
    try:
        begun = steady()
        with pytest.raises(ServerAway, match="还不知道是否已存") as told:
            cut()
        assert steady() - begun < 3
    finally:
        frozen.__exit__(None, None, None)
    assert told.value.unsure
    assert told.value.since == NOON


def test_a_frozen_server_is_told_within_three_seconds_and_then_at_once(
    own: ScratchServer, database: ServerDatabase, monkeypatch: pytest.MonkeyPatch, steady: Steady
) -> None:
    count(database)
    told: list[datetime | None] = []
    database.presence.tell = lambda seen: told.append(seen.away_since)
    with own.frozen():
        begun, at = steady(), time.monotonic()
        with pytest.raises(ServerAway, match="自12:00:00起连不上本所服务器"):
            count(database)
        assert how_long(at) > 2
        assert steady() - begun < 3
        begun = steady()
        for _ in range(5):
            with pytest.raises(ServerAway):
                add(database, "meanwhile")
        assert steady() - begun < 0.5  # trying anew takes more than a second: see below
        monkeypatch.setattr(presence, "RETRY_SECONDS", 0)
        begun, at = steady(), time.monotonic()
        with pytest.raises(ServerAway):  # tried anew, and nobody lets us in
            count(database)
        assert how_long(at) > 1
        assert steady() - begun < 3
    assert count(database) >= 0
    assert told == [NOON, None]


def test_each_thread_is_given_up_in_time(
    own: ScratchServer, database: ServerDatabase, steady: Steady
) -> None:
    ready, frozen, took = threading.Barrier(5), threading.Event(), []

    def ask() -> None:
        count(database)
        ready.wait()
        frozen.wait()
        begun = steady()
        with pytest.raises(ServerAway):
            count(database)
        took.append(steady() - begun)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for each in threads:
        each.start()
    ready.wait()
    with own.frozen():
        frozen.set()
        for each in threads:
            each.join()
    assert len(took) == 4
    assert max(took) < 3


def test_a_server_that_is_down_is_told_at_once_and_found_again(
    own: ScratchServer, database: ServerDatabase, monkeypatch: pytest.MonkeyPatch, steady: Steady
) -> None:
    count(database)
    own.stop("fast")
    begun = steady()
    with pytest.raises(ServerAway):
        count(database)
    assert steady() - begun < 0.5
    own.start()
    monkeypatch.setattr(presence, "RETRY_SECONDS", 0)
    assert count(database) >= 0


def test_the_next_host_serves_when_the_first_is_gone(own: ScratchServer) -> None:
    with scratch() as other:
        database = reach(other, own)
        try:
            database.check()
            assert database.presence.seen.host == str(other.folder)
            other.stop("fast")
            assert count(database) >= 0
            assert database.presence.seen.host == str(own.folder)
        finally:
            database.close()


def test_a_host_that_only_reads_is_passed_over(own: ScratchServer) -> None:
    with scratch() as standby:
        first = reach(standby)
        with first.engine.connect() as connection:
            connection.exec_driver_sql("alter database postgres set default_transaction_read_only = on")
            connection.commit()
        first.close()
        database = reach(standby, own)
        try:
            add(database, "to the one that writes")
            assert database.presence.seen.host == str(own.folder)
        finally:
            database.close()


def test_a_question_that_takes_too_long_is_ended_and_the_connection_goes_on(
    database: ServerDatabase, steady: Steady
) -> None:
    begun = steady()
    with pytest.raises(EnvironmentTrouble, match="没有在2.5秒内完成") as told, database.faults():
        database.link.one(NAP, seconds=10.0)
    assert not isinstance(told.value, ServerAway)
    assert steady() - begun < 3
    assert count(database) >= 0


def test_what_is_asked_for_by_a_span_is_planned_for_its_values_each_time(database: ServerDatabase) -> None:
    between = Prepared(
        select(Setting.name).where(Setting.name >= bindparam("first"), Setting.name < bindparam("last"))
    )
    named = Prepared(select(Setting.value).where(Setting.name == bindparam("key")))
    for _ in range(10):
        database.link.all(between, first="a", last="b")
        database.link.one(named, key="a")
    known = database.link._cursor.execute("select statement from pg_prepared_statements").fetchall()
    [(only,)] = [row for row in known if "setting" in row[0]]
    assert ">=" not in only


def test_nothing_is_compiled_for_a_statement_however_dear_it_seems(database: ServerDatabase) -> None:
    assert database.link._cursor.execute("SHOW jit").fetchone() == ("off",)


def test_work_that_nobody_waits_for_may_take_longer(database: ServerDatabase) -> None:
    with database.link.patiently(20):
        database.link.one(NAP, seconds=3.2)
    with pytest.raises(EnvironmentTrouble), database.faults():
        database.link.one(NAP, seconds=10.0)


def test_a_row_that_another_counter_holds_is_waited_for_two_seconds(
    own: ScratchServer, database: ServerDatabase
) -> None:
    add(database, "held")
    other = reach(own)
    try:
        with other.engine.connect() as connection:
            connection.exec_driver_sql("update setting set value = 'theirs' where name = 'held'")
            begun = time.monotonic()
            with pytest.raises(InTheWay, match="等了2秒还没有办完") as told, database.write() as link:
                link._cursor.execute("update setting set value = 'ours' where name = 'held'")
            assert how_long(begun) > 1.9
            assert isinstance(told.value.__cause__, psycopg.errors.LockNotAvailable)
    finally:
        other.close()


@pytest.mark.parametrize(
    "question",
    [
        "update setting set value = 'ours' where name = '{0}'",
        "select 1 from setting where name = '{0}' for update",
    ],
)
def test_waiting_for_others_until_the_statement_is_over_is_told_as_their_being_in_the_way(
    own: ScratchServer, database: ServerDatabase, question: str
) -> None:
    name = question[:6]
    add(database, name)
    other = reach(own)
    try:
        with other.engine.connect() as connection:
            connection.exec_driver_sql(f"update setting set value = 'theirs' where name = '{name}'")
            database.link._cursor.execute("set lock_timeout = 0")  # as where each of several waits was short
            with pytest.raises(InTheWay, match="等了2秒还没有办完"), database.write() as link:
                link._cursor.execute(question.format(name))
    finally:
        other.close()


def test_somebody_the_server_does_not_know_is_told_as_that(own: ScratchServer) -> None:
    database = reach(own, user="nobody_here")
    with pytest.raises(EnvironmentTrouble, match="服务器上没有用户“nobody_here”") as told:
        database.check()
    assert not isinstance(told.value, ServerAway)
    database.close()


def test_a_place_where_there_is_no_server_is_told_as_away(tmp_path: Path) -> None:
    database = ServerDatabase(ServerSettings((str(tmp_path),), "postgres", "counter"), lambda: NOON)
    with pytest.raises(ServerAway):
        database.check()
    database.close()
