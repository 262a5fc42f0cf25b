"""On a server the trail and the steps of cases have a table a year, which is taken out whole once it is archived."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import psycopg
import pytest

from desktop.models import server_roles
from desktop.models.keys import KeyMaker
from desktop.models.opening import _config, upgrade
from desktop.models.server import ServerDatabase
from desktop.services.ports import SystemClock
from installer.scratch_server import OWNER, ScratchServer
from tests.servers import Databases, reach

ENTRY = (
    "insert into journal_entry select %s, %s, %s, now(), %s, '', 1, '测试', 'look_up',"
    " null, null, '', '', '', '', '', ''"
)
WHERE = "select tableoid::regclass::text from journal_entry where id = %s"
PARTS = (
    "select inhrelid::regclass::text from pg_inherits where inhparent = 'journal_entry'::regclass order by 1"
)
Connection = psycopg.Connection[Any]


def key(*moment: int) -> int:
    """The key of a row made at a moment, in UTC."""
    return KeyMaker(3).next(datetime(*moment, tzinfo=UTC))  # type: ignore[misc,arg-type]


def value(connection: Connection, question: str, *values: object) -> Any:
    row = connection.execute(question, values).fetchone()
    assert row is not None
    return row[0]


@pytest.fixture
def name(databases: Databases) -> Iterator[str]:
    made = databases.make()
    yield made
    databases.drop(made)


@pytest.fixture
def owner(server: ScratchServer, name: str) -> Iterator[Connection]:
    with psycopg.connect(host=str(server.folder), user=OWNER, dbname=name, autocommit=True) as connection:
        yield connection


@pytest.fixture
def database(databases: Databases, name: str) -> Iterator[ServerDatabase]:
    made = reach(databases.server, name)
    yield made
    made.close()


def test_a_year_begins_with_new_years_day_at_the_station(owner: Connection) -> None:
    for year in (2021, 2026, 2027, 2100):
        first = value(owner, "select first_key_of(%s)", year)
        assert first == key(year - 1, 12, 31, 16) & ~((1 << 21) - 1)  # midnight, eight hours east


def test_a_row_lies_with_its_year_and_one_of_no_year_is_kept_as_well(owner: Connection) -> None:
    this = value(owner, "select extract(year from now())::int")
    last, wrong = key(this, 12, 31, 15), key(2099, 6, 1, 0)
    places = {
        key(2024, 1, 1, 0): f"years.journal_entry_{this}",  # what was there before years were
        last: f"years.journal_entry_{this}",
        key(this, 12, 31, 16): f"years.journal_entry_{this + 1}",
        wrong: "years.journal_entry_other",  # a clock set wrong
    }
    for sequence, row in enumerate(places, start=1):
        owner.execute(ENTRY, (row, 3, sequence, date(2026, 1, 1)))
    assert {row: value(owner, WHERE, row) for row in places} == places
    found = owner.execute(
        "select sequence from journal_entry where counter_number = 3 order by sequence desc"
    )
    assert [row[0] for row in found] == [4, 3, 2, 1]


def test_a_place_in_a_chain_is_given_once(owner: Connection) -> None:
    now = key(2026, 5, 1, 0)
    owner.execute(ENTRY, (now, 3, 1, date(2026, 5, 1)))
    with pytest.raises(psycopg.errors.UniqueViolation):
        owner.execute(ENTRY, (now + 1, 3, 1, date(2026, 5, 1)))


@pytest.mark.parametrize("deed", ["update {} set at = at", "delete from {}", "truncate {}"])
def test_a_years_table_is_as_safe_as_the_whole(owner: Connection, deed: str) -> None:
    owner.execute(ENTRY, (key(2026, 5, 1, 0), 3, 1, date(2026, 5, 1)))
    owner.execute(ENTRY, (key(2099, 5, 1, 0), 3, 2, date(2099, 5, 1)))
    for (part,) in owner.execute(PARTS).fetchall():
        if value(owner, f"select count(*) from {part}") or not deed.startswith("delete"):
            with pytest.raises(psycopg.Error, match="the trail is never changed"):
                owner.execute(deed.format(part))


def test_the_years_to_come_are_made_by_whichever_program_is_there(
    owner: Connection, database: ServerDatabase
) -> None:
    parts = owner.execute(PARTS).fetchall()
    this = value(owner, "select extract(year from now())::int")
    for whole in ("journal_entry", "case_step"):
        owner.execute(f"drop table years.{whole}_{this + 1}")
    assert owner.execute(PARTS).fetchall() != parts
    database.listen(lambda changes: None)
    ends = time.monotonic() + 20
    while owner.execute(PARTS).fetchall() != parts and time.monotonic() < ends:
        time.sleep(0.05)
    assert owner.execute(PARTS).fetchall() == parts
    assert value(owner, f"select count(*) from years.case_step_{this + 1}") == 0


def test_a_year_that_has_rows_elsewhere_is_not_made_and_nothing_fails(owner: Connection) -> None:
    this = value(owner, "select extract(year from now())::int")
    owner.execute(f"drop table years.journal_entry_{this + 1}")
    owner.execute(ENTRY, (key(this + 1, 5, 1, 0), 3, 1, date(2027, 5, 1)))
    assert value(owner, "select make_years()") == 0
    assert value(owner, WHERE, key(this + 1, 5, 1, 0)) == "years.journal_entry_other"


def test_the_program_makes_years_and_takes_none_out(server: ScratchServer) -> None:
    dsn = f"host={server.folder} user={OWNER} dbname=postgres"
    server_roles.install(dsn, "years_by_roles", {})
    try:
        with psycopg.connect(
            host=str(server.folder), user=server_roles.PROGRAM, dbname="years_by_roles", autocommit=True
        ) as program:
            assert value(program, "select make_years()") == 0
            for forbidden in (
                "select add_year('journal_entry', 2044)",
                "select make_part('journal_entry', 'mine')",
                "select detach_year('journal_entry', 2026)",
                "select count(*) from years.journal_entry_other",
                "create table years.mine (id int)",
            ):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    program.execute(forbidden)
    finally:
        with psycopg.connect(dsn, autocommit=True) as connection:
            connection.execute("drop database years_by_roles with (force)")


def archive(owner: Connection, counter: int, sequence: int) -> None:
    owner.execute(
        "insert into trail_archive (id, station, counter_number, sequence, hash, at, key_id, signature,"
        " first_day, last_day, file_name, file_sha256, staff_id)"
        " values (%s, '', %s, %s, '', now(), '', '', '2024-01-01', '2024-12-31', '', '', 1)",
        (counter * 1000 + sequence, counter, sequence),
    )


def test_a_year_is_taken_out_in_one_go_once_all_of_it_is_archived(owner: Connection) -> None:
    assert value(owner, "select add_year('journal_entry', 2030)")
    for counter in (3, 4):
        for sequence in (1, 2):
            entry = key(2030, 5, counter, sequence) + counter
            owner.execute(ENTRY, (entry, counter, sequence, date(2024, 5, counter)))
    kept = key(2026, 5, 1, 0)
    owner.execute(ENTRY, (kept, 3, 3, date(2026, 5, 1)))
    archive(owner, 3, 2)
    archive(owner, 4, 1)
    with pytest.raises(
        psycopg.Error, match="the trail is never changed"
    ):  # the last of counter 4 is in no file
        owner.execute("select detach_year('journal_entry', 2030)")
    archive(owner, 4, 2)
    assert value(owner, "select detach_year('journal_entry', 2030)") == 4
    assert [row[0] for row in owner.execute("select id from journal_entry")] == [kept]
    assert value(owner, "select count(*) from archived.journal_entry_2030") == 4


def test_what_is_younger_than_half_a_year_stays_archived_or_not(owner: Connection) -> None:
    assert value(owner, "select add_year('journal_entry', 2030)")
    owner.execute(ENTRY, (key(2030, 5, 1, 0), 3, 1, SystemClock().now().date()))
    archive(owner, 3, 1)
    with pytest.raises(psycopg.Error, match="the trail is never changed"):
        owner.execute("select detach_year('journal_entry', 2030)")


def test_what_was_there_before_is_there_after_and_after_going_back(
    databases: Databases, server: ScratchServer
) -> None:
    from alembic import command

    name = f"before_{time.monotonic_ns()}"
    with psycopg.connect(
        host=str(server.folder), user=OWNER, dbname="postgres", autocommit=True
    ) as connection:
        connection.execute(f"create database {name}")
        database = reach(server, name)
        try:
            upgrade(database.engine, "0013")
            with database.engine.begin() as one:
                for sequence in (1, 2, 3):
                    one.exec_driver_sql(ENTRY, (key(2026, 5, sequence, 0), 3, sequence, date(2026, 5, 1)))
                before = one.exec_driver_sql("select * from journal_entry order by id").all()
            upgrade(database.engine, "0014")
            with database.engine.begin() as one:
                assert one.exec_driver_sql("select * from journal_entry order by id").all() == before
                config = _config()
                config.attributes["connection"] = one
                command.downgrade(config, "0013")
                assert one.exec_driver_sql("select * from journal_entry order by id").all() == before
        finally:
            database.close()
            databases.drop(name)
