"""On a server cases and papers have a table a year; what is there once is there once for ever, in whatever year."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from typing import Any

import psycopg
import pytest

from desktop.models import server_roles
from desktop.models.opening import _config, upgrade
from installer.scratch_server import OWNER, ScratchServer
from tests.models.test_years import key, name, owner, value
from tests.servers import Databases, reach

__all__ = ["name", "owner"]  # a database of one's own, as the years of the trail have it

Connection = psycopg.Connection[Any]
YEARS = (2024, 2025, 2026)
LONG_AGO = 2021
PERSON = (
    "insert into person (id, person_id, version, known_from, id_kind, id_number, name, former_name, sex, ethnicity,"
    " hukou_division, hukou_address, phone, education, marital_status, political_status, employer, changed_by)"
    " values (1, 1, 1, now(), 'resident', '', '测试', '', 'male', '', '', '', '', '', '', '', '', 1)"
)
STAFF = (
    "insert into staff (id, sign_in_name, name, role, password_hash, active, created_at, lookalike, one_time, version)"
    " values (1, 'one', '测试', 'officer', '', true, now(), 'one', false, 1)"
)
CASE = (
    "insert into case_file (id, case_number, request_id, kind, state, version, person_id, person_row, accepted_at,"
    " accepted_on, counter_number, staff_id, staff_name, due_estimated, policy, summary, facts, closed_at)"
    " values (%s, %s, %s, 'registration', 'completed', 1, 1, 1, now(), %s, 3, 1, '', false, '', '', '{}', %s)"
)
STEP = "insert into case_step (id, case_id, state, at, staff_id, note) values (%s, %s, 'completed', now(), 1, '')"
PAPER = (
    "insert into paper (id, case_id, person_id, kind, paper_number, document, issued_at, issued_on, counter_number,"
    " staff_id) values (%s, %s, 1, '11', %s, '', now(), %s, 3, 1)"
)
COPY = (
    "insert into paper_copy (id, paper_id, request_id, number, reason, outcome, outcome_reason, requested_at,"
    " requested_on, staff_id, staff_name, counter_number, printer, pages, sha256)"
    " values (%s, %s, %s, 0, '', 'pending', '', now(), current_date, 1, '', 3, '', 1, '')"
)


@pytest.fixture
def years(owner: Connection) -> Connection:
    """A database with somebody in it, and a table for each of some years long gone."""
    owner.execute(PERSON)
    owner.execute(STAFF)
    for whole in ("case_file", "case_step", "paper"):
        for (part,) in parts(owner, whole):
            if not part.endswith("_other"):
                owner.execute(f"drop table {part}")
        for year in (LONG_AGO, *YEARS):
            assert value(owner, "select add_year(%s, %s)", whole, year)
    return owner


def parts(connection: Connection, whole: str) -> list[tuple[str]]:
    return connection.execute(
        "select inhrelid::regclass::text from pg_inherits where inhparent = %s::regclass order by 1", [whole]
    ).fetchall()


def taken(connection: Connection, year: int, number: str, *, closed: bool = True) -> int:
    """Store a case of a year with a step and a paper, and give its key; those of 2021 have long been closed."""
    made, on = key(year, 5, 1, 0), date(2014 if year == LONG_AGO else year, 5, 1)
    connection.execute(CASE, (made, number, f"request {number}", on, on if closed else None))
    connection.execute(STEP, (made + 1, made))
    connection.execute(PAPER, (made + 2, made, f"11{number}", on))
    return made


def test_a_case_and_its_paper_lie_with_their_year(years: Connection) -> None:
    for year in (*YEARS, 2099):
        made = taken(years, year, str(year))
        ending = "other" if year == 2099 else year
        for whole, row in (("case_file", made), ("paper", made + 2)):
            where = f"select tableoid::regclass::text from {whole} where id = %s"
            assert value(years, where, row) == f"years.{whole}_{ending}"


@pytest.mark.parametrize("year", [2024, 2026, 2099])
def test_what_is_there_once_is_there_once_in_every_year(years: Connection, year: int) -> None:
    taken(years, 2024, "1")
    case, on = key(year, 6, 1, 0), date(year, 6, 1)
    for number, request, broken in (
        ("1", "another", "case_number"),
        ("2", "request 1", "request_id"),
    ):
        with pytest.raises(psycopg.errors.UniqueViolation, match=broken):
            years.execute(CASE, (case, number, request, on, on))
    with pytest.raises(psycopg.errors.UniqueViolation, match="paper_number"):
        years.execute(PAPER, (case, None, "111", on))
    assert value(years, "select count(*) from case_file") == value(years, "select count(*) from paper") == 1
    assert value(years, "select count(*) from years.case_file_once") == 1


def test_two_counters_with_one_request_in_different_years_wait_for_each_other(
    years: Connection, server: ScratchServer
) -> None:
    words = {"host": str(server.folder), "user": OWNER, "dbname": years.info.dbname}
    with psycopg.connect(**words) as first, psycopg.connect(**words) as second:
        first.execute(CASE, (key(2024, 12, 31, 15), "1", "asked", date(2024, 12, 31), None))
        second.execute("set lock_timeout = '100ms'")
        late = (key(2024, 12, 31, 17), "2", "asked", date(2025, 1, 1), None)
        with pytest.raises(psycopg.errors.LockNotAvailable):
            second.execute(CASE, late)
        second.rollback()
        first.commit()
        with pytest.raises(psycopg.errors.UniqueViolation):
            second.execute(CASE, late)


def test_a_number_that_is_changed_or_taken_away_is_free_again(years: Connection) -> None:
    made = taken(years, 2024, "1")
    years.execute("update case_file set case_number = '2', request_id = 'other' where id = %s", [made])
    years.execute("update paper set paper_number = '112' where id = %s", [made + 2])
    second = taken(years, 2025, "1")
    for table in ("paper", "case_step", "case_file"):
        years.execute(f"delete from {table} where id between %s and %s", [second, second + 2])
    taken(years, 2026, "1")
    once = years.execute("select id, request_id, case_number from years.case_file_once order by 1").fetchall()
    assert once == [(made, "other", "2"), (key(2026, 5, 1, 0), "request 1", "1")]
    whole = years.execute("select id, request_id, case_number from case_file order by 1").fetchall()
    assert whole == once


def test_what_refers_to_a_case_or_a_paper_refers_to_one_that_is_there(years: Connection) -> None:
    made = taken(years, 2025, "1")
    years.execute(COPY, (made + 3, made + 2, "copy"))
    for words, values in ((STEP, (5, 6)), (PAPER, (5, 6, "9", date(2025, 1, 1))), (COPY, (5, 6, "another"))):
        with pytest.raises(psycopg.errors.ForeignKeyViolation):
            years.execute(words, values)
    for table, row in (("case_file", made), ("paper", made + 2)):
        with pytest.raises(psycopg.errors.ForeignKeyViolation):
            years.execute(f"delete from {table} where id = %s", [row])


def test_the_years_of_cases_and_papers_are_made_with_those_of_the_trail(owner: Connection) -> None:
    this = value(owner, "select extract(year from now() at time zone 'UTC-8')::int")
    for whole in ("case_file", "paper"):
        names = [f"years.{whole}_{ending}" for ending in (this, this + 1, "other")]
        assert [part for (part,) in parts(owner, whole)] == names
        owner.execute(f"drop table {names[1]}")
    assert value(owner, "select make_years()") == 2
    assert value(owner, "select make_years()") == 0


def test_the_program_reaches_no_table_beside(server: ScratchServer) -> None:
    dsn = f"host={server.folder} user={OWNER} dbname=postgres"
    server_roles.install(dsn, "cases_by_roles", {})
    here = {"host": str(server.folder), "dbname": "cases_by_roles", "autocommit": True}
    try:
        with psycopg.connect(user=OWNER, **here) as administrator:
            administrator.execute(PERSON)
            administrator.execute(STAFF)
        with psycopg.connect(user=server_roles.PROGRAM, **here) as program:
            taken(program, 2025, "1")
            with pytest.raises(psycopg.errors.UniqueViolation):
                taken(program, 2026, "1")
            for forbidden in (
                "select * from years.case_file_once",
                "insert into years.paper_once values (1, '')",
                "delete from years.case_file_once",
                "select make_years_of_steps()",
                "select detach_part('paper', 2026)",
                "select detach_year('case_file', 2026)",
                "delete from case_file",
            ):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    program.execute(forbidden)
    finally:
        with psycopg.connect(dsn, autocommit=True) as connection:
            connection.execute("drop database cases_by_roles with (force)")


# -- taking a year out -------------------------------------------------------------------------------------


def detach(connection: Connection, whole: str, year: int) -> Any:
    return value(connection, "select detach_year(%s, %s)", whole, year)


def test_a_year_of_cases_goes_with_its_steps_and_papers_and_is_never_stored_again(years: Connection) -> None:
    taken(years, 2021, "1")
    kept = taken(years, 2026, "2")
    assert detach(years, "case_file", 2021) == 3
    assert [row[0] for row in years.execute("select id from case_file")] == [kept]
    for whole in ("case_file", "case_step", "paper"):
        assert value(years, f"select count(*) from archived.{whole}_2021") == 1
        assert f"years.{whole}_2021" not in [part for (part,) in parts(years, whole)]
    pinned = (
        "select count(*) from pg_constraint where contype = 'f' and connamespace = 'archived'::regnamespace"
    )
    assert value(years, pinned) == 0
    years.execute("drop schema archived cascade")
    with pytest.raises(psycopg.errors.UniqueViolation, match="uq_case_file"):
        taken(years, 2025, "1")


def test_a_year_with_an_open_case_stays(years: Connection) -> None:
    taken(years, 2021, "1", closed=False)
    with pytest.raises(psycopg.Error, match="year 2021 of case_file stays: a case of it is open"):
        detach(years, "case_file", 2021)
    assert value(years, "select to_regclass('years.paper_2021')") is not None


@pytest.mark.parametrize(("months", "goes"), [(None, False), ("600", False), ("6", True)])
def test_a_year_stays_as_long_as_its_cases_and_papers_are_kept(
    years: Connection, months: str | None, goes: bool
) -> None:
    taken(years, 2025, "1")
    if months:
        years.execute("insert into setting values ('retention.person', %s)", [months])
    if goes:
        assert detach(years, "case_file", 2025) == 3
        return
    for whole in ("paper", "case_file"):
        with pytest.raises(psycopg.Error, match=r"year 2025 of paper stays: what is of .* or later is kept"):
            detach(years, whole, 2025)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "insert into blank select 1, 'A', 1, 'used', 1, 3, {case}, now(), ''",
            "case_file stays: blank refers to it",
        ),
        (
            "update case_file set resumes_case_id = {case} where id <> {case}",
            "case_file stays: case_file refers",
        ),
        (
            "insert into paper_copy select 1, {case} + 2, 'r', 0, '', 'pending', '', now(), current_date, null, 1, '',"
            " 3, '', 1, '', null",
            "paper stays: paper_copy refers to it",
        ),
    ],
)
def test_a_year_that_something_left_refers_to_stays_whole(years: Connection, words: str, told: str) -> None:
    made = taken(years, 2021, "1")
    taken(years, 2026, "2")
    years.execute(words.format(case=made))
    with pytest.raises(psycopg.Error, match=told):
        detach(years, "case_file", 2021)
    for whole in ("case_file", "case_step", "paper"):
        assert value(years, f"select count(*) from {whole}") == 2


# -- what was there before ---------------------------------------------------------------------------------


@pytest.fixture
def before(databases: Databases, server: ScratchServer) -> Iterator[str]:
    made = f"before_{time.monotonic_ns()}"
    with psycopg.connect(
        host=str(server.folder), user=OWNER, dbname="postgres", autocommit=True
    ) as connection:
        connection.execute(f"create database {made}")
    yield made
    databases.drop(made)


def test_what_was_there_before_is_there_after_and_after_going_back(
    before: str, server: ScratchServer
) -> None:
    from alembic import command

    ask = "select * from {} order by id"
    database = reach(server, before)
    try:
        upgrade(database.engine, "0014")
        with database.engine.begin() as one:
            held = one.connection.driver_connection
            assert held is not None
            held.execute(PERSON)
            held.execute(STAFF)
            taken(held, 2025, "1")
            taken(held, 2026, "2")
            rows = {table: held.execute(ask.format(table)).fetchall() for table in ("case_file", "paper")}
            files = held.execute("select relfilenode from pg_class where relname = 'paper'").fetchone()
        upgrade(database.engine)
        with database.engine.begin() as one:
            held = one.connection.driver_connection
            assert held is not None
            this = value(held, "select extract(year from now() at time zone 'UTC-8')::int")
            assert value(held, f"select relfilenode from pg_class where relname = 'paper_{this}'") == files[0]
            for table, were in rows.items():
                assert held.execute(ask.format(table)).fetchall() == were
            for number in ("1", "2"):
                with pytest.raises(psycopg.errors.UniqueViolation), held.transaction():
                    taken(held, 2025, number)
            config = _config()
            config.attributes["connection"] = one
            command.downgrade(config, "0014")
            for table, were in rows.items():
                assert held.execute(ask.format(table)).fetchall() == were
            with pytest.raises(psycopg.errors.UniqueViolation), held.transaction():
                taken(held, 2025, "1")
            upgrades = (
                "select count(*) from pg_proc where proname in ('make_years', 'detach_year', 'make_part')"
            )
            assert value(held, upgrades) == 3
            command.upgrade(config, "0015")
            command.downgrade(config, "0013")
            for table, were in rows.items():
                assert held.execute(ask.format(table)).fetchall() == were
    finally:
        database.close()
