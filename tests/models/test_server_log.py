"""What the station's server writes into its own log, which is nobody's secret: never a resident's data."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from desktop.models import server_roles
from installer.scratch_server import OWNER, ScratchServer
from tests.models.test_server_roles import free_port
from tests.servers import scratch_folder

NAME, NUMBER = "单雨桐演练", "371321199001010017"


@pytest.fixture(scope="module")
def made() -> Iterator[ScratchServer]:
    server = ScratchServer(scratch_folder(), port=free_port())
    try:
        server.make()
        server.start()
        dsn = f"host={server.folder} port={server.port} user={OWNER} dbname=postgres"
        server_roles.install(dsn, "station", {})
        yield server
    finally:
        server.remove()


def program(server: ScratchServer) -> psycopg.Connection[object]:
    connection = psycopg.connect(
        host=str(server.folder), port=server.port, user=server_roles.PROGRAM, dbname="station"
    )
    connection.autocommit = True
    return connection


@pytest.mark.parametrize(
    "statement",
    [
        "insert into setting (name, value) values (%s, %s)",
        "insert into setting (name, value) select unnest(%s::text[]), unnest(%s::text[])",
    ],
)
def test_a_row_that_is_there_already_is_not_quoted(made: ScratchServer, statement: str) -> None:
    values: list[object] = [NUMBER, NAME] if "unnest" not in statement else [[NUMBER], [NAME]]
    with program(made) as connection:
        connection.execute("delete from setting where name = %s", [NUMBER])
        connection.execute(statement, values)  # type: ignore[arg-type]
        with pytest.raises(psycopg.errors.UniqueViolation):
            connection.execute(statement, values)  # type: ignore[arg-type]
    _holds_nobody(made)


def test_what_is_poured_in_is_not_quoted_where_it_does_not_fit(made: ScratchServer) -> None:
    into = "copy setting (name, value) from stdin"
    refused = pytest.raises(psycopg.errors.NotNullViolation)
    with program(made) as connection, refused, connection.cursor().copy(into) as copy:
        copy.write(f"{NUMBER} {NAME}\t\\N\n")
    _holds_nobody(made)


def test_a_server_that_logs_slow_statements_logs_no_values(made: ScratchServer) -> None:
    dsn = f"host={made.folder} port={made.port} user={OWNER} dbname=postgres"
    with psycopg.connect(dsn, autocommit=True) as boss:
        boss.execute("alter role counter_program in database station set log_min_duration_statement = 0")
    with program(made) as connection:
        connection.execute("select count(*) from person where name = %s or live_key = %s", [NAME, NUMBER])
    _holds_nobody(made)


def test_an_administrator_who_is_no_superuser_makes_the_roles_all_the_same(made: ScratchServer) -> None:
    dsn = f"host={made.folder} port={made.port} user={OWNER} dbname=postgres"
    with psycopg.connect(dsn, autocommit=True) as boss:
        boss.execute("create role lesser login createrole createdb")
        for role in server_roles.ROLES:
            boss.execute(f"grant {role} to lesser with admin option")  # noqa: S608
        boss.execute(f"grant {server_roles.DRILL} to lesser with admin option")  # noqa: S608
    lesser = f"host={made.folder} port={made.port} user=lesser dbname=postgres"
    with psycopg.connect(lesser) as connection:
        server_roles.make_roles(connection, {})
        assert connection.execute("select 1").fetchone() == (1,)


def _holds_nobody(server: ScratchServer) -> None:
    said = (server.folder / "log").read_text("utf-8", "replace")
    assert "counter" in said or "ERROR" in said or "duration" in said
    assert NAME not in said
    assert NUMBER not in said
