from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Dialect,
    LargeBinary,
    MetaData,
    String,
    Table,
    bindparam,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

import desktop.services
from desktop.models.database import Database, file_connection, sqlite_engine
from desktop.models.opening import open_file
from desktop.models.prepared import Compiled, Prepared
from desktop.models.ring_opening import key_of
from desktop.models.tables.schema import UtcTime
from desktop.services.people_found import searches

THINGS = Table(
    "things",
    MetaData(),
    Column("id", BigInteger, primary_key=True),
    Column("words", String(400)),
    Column("at", UtcTime),
    Column("on_date", Date),
    Column("yes", Boolean),
    Column("content", LargeBinary),
)
ADD = Prepared(insert(THINGS))
ALL = Prepared(select(THINGS).order_by(THINGS.c.id))
WHOLE: dict[str, Any] = {
    "id": 2**62,
    "words": "李𬍛 'x' \\ \n",
    "at": datetime(2026, 11, 20, 2, 0, 0, 123456, tzinfo=UTC),
    "on_date": date(2026, 2, 28),
    "yes": True,
    "content": bytes(range(256)),
}
EMPTY: dict[str, Any] = dict.fromkeys(WHOLE, None) | {"id": 1}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(sqlite_engine(tmp_path / "a.db", bytes(32)))
    with made.engine.begin() as connection:
        THINGS.metadata.create_all(connection)
    yield made
    made.close()


@pytest.fixture
def kept(database: Database) -> Database:
    with database.write() as link:
        link.run_many(ADD, (WHOLE, EMPTY))
    return database


# -- values in, rows out ---------------------------------------------------------------------------------


def test_every_type_comes_back_as_it_went_in(kept: Database) -> None:
    empty, whole = kept.link.all(ALL)
    assert whole._asdict() == WHOLE
    assert empty._asdict() == EMPTY
    assert type(whole.yes) is bool
    assert whole.at.tzinfo is UTC


def test_a_moment_of_another_zone_is_the_same_moment(kept: Database) -> None:
    there = WHOLE["at"].astimezone(timezone(timedelta(hours=8)))
    asked = Prepared(select(THINGS.c.id).where(THINGS.c.at == bindparam("moment")))
    row = kept.link.one(asked, moment=there)
    assert row is not None
    assert row.id == WHOLE["id"]


def test_moments_are_in_order_as_they_are_stored(kept: Database) -> None:
    earlier = Prepared(select(THINGS.c.id).where(THINGS.c.at < bindparam("moment")))
    assert kept.link.all(earlier, moment=WHOLE["at"]) == []
    assert len(kept.link.all(earlier, moment=WHOLE["at"] + timedelta(microseconds=1))) == 1


def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises(ValueError, match="without a zone"), database.write() as link:
        link.run(ADD, **(WHOLE | {"at": datetime(2026, 11, 20, 2)}))  # noqa: DTZ001
    assert database.link.all(ALL) == []


def test_a_value_that_is_not_given_is_an_error_and_not_null(database: Database) -> None:
    with pytest.raises(KeyError, match="words"):
        database.link.run(ADD, id=1)


def test_a_value_written_in_the_statement_needs_not_be_given(kept: Database) -> None:
    yes = Prepared(select(THINGS.c.id).where(THINGS.c.yes == True, THINGS.c.id > 1).limit(5))  # noqa: E712
    assert [row.id for row in kept.link.all(yes)] == [WHOLE["id"]]


def test_one_gives_the_first_row_or_none(kept: Database) -> None:
    by_id = Prepared(select(THINGS.c.words).where(THINGS.c.id == bindparam("thing")))
    assert kept.link.one(by_id, thing=3) is None
    assert kept.link.one(by_id, thing=1) == (None,)
    first = kept.link.one(ALL)
    assert first is not None
    assert first.id == 1


def test_what_is_typed_is_never_part_of_the_statement(kept: Database) -> None:
    by_words = Prepared(select(THINGS.c.id).where(THINGS.c.words == bindparam("typed")))
    for typed in ("' or 1=1 --", "x'; drop table things; --", "%", "?", ":typed"):
        assert kept.link.all(by_words, typed=typed) == []
    change = Prepared(update(THINGS).where(THINGS.c.id == bindparam("thing")).values(words=bindparam("new")))
    with kept.write() as link:
        assert link.run(change, thing=1, new="'; drop table things; --") == 1
        assert link.run(Prepared(delete(THINGS).where(THINGS.c.id == bindparam("thing"))), thing=2) == 0
    assert len(kept.link.all(ALL)) == 2


def test_a_statement_is_compiled_once_for_each_dialect() -> None:
    prepared = Prepared(select(THINGS.c.id))
    assert prepared.compiled(sqlite.dialect()) is prepared.compiled(sqlite.dialect())
    assert prepared.compiled(postgresql.dialect()) is not prepared.compiled(sqlite.dialect())


# -- every statement of the services -----------------------------------------------------------------------


def every_prepared() -> dict[str, Prepared]:
    found: dict[str, Prepared] = {}
    for module in pkgutil.walk_packages(desktop.services.__path__, "desktop.services."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, Prepared):
                found.setdefault(f"{module.name.removeprefix('desktop.services.')}.{name}", value)
    by_length = vars(searches(21)).items()
    return found | {f"searches.{name}": value for name, value in by_length if isinstance(value, Prepared)}


STATEMENTS = every_prepared()
DIALECTS: dict[str, Dialect] = {
    "sqlite": sqlite.dialect(),
    "postgresql": postgresql.dialect(),
    "psycopg": postgresql.psycopg.dialect(),
}


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    made = open_file(tmp_path_factory.mktemp("schema") / "a.db", datetime(2026, 11, 20, tzinfo=UTC))
    yield made
    made.close()


def test_the_statements_are_found() -> None:
    assert len(STATEMENTS) > 50


def needed(prepared: Prepared, dialect: Dialect) -> dict[str, None]:
    """Return nothing for every value that the statement asks for."""
    binds = prepared.statement.compile(dialect=dialect).binds  # type: ignore[attr-defined]
    return {name: None for name, bind in binds.items() if bind.required}


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("name", STATEMENTS)
def test_every_statement_can_be_written_for_every_engine(name: str, dialect: str) -> None:
    compiled = Compiled(STATEMENTS[name].statement, DIALECTS[dialect])
    assert "POSTCOMPILE" not in compiled.text
    given = compiled.values(needed(STATEMENTS[name], DIALECTS[dialect]))
    if isinstance(given, dict):
        assert set(re.findall(r"%\((\w+)\)s", compiled.text)) <= set(given)
    else:
        assert len(given) == compiled.text.count("?")


ON_SERVERS = {"trail_keeping._TAKE_AWAY_THERE"}
"""Calls a function that only a server has; run there by tests/services/test_trail_keeping.py."""


def test_what_only_a_server_understands_is_still_there() -> None:
    assert set(STATEMENTS) >= ON_SERVERS


@pytest.mark.parametrize("name", [name for name in STATEMENTS if name not in ON_SERVERS])
def test_every_statement_is_understood_by_the_schema(schema: Database, name: str) -> None:
    dialect = schema.engine.dialect
    compiled = STATEMENTS[name].compiled(dialect)
    schema.link._cursor.execute(
        f"explain {compiled.text}", compiled.values(needed(STATEMENTS[name], dialect))
    )


LIMITED = [name for name in STATEMENTS if " LIMIT " in STATEMENTS[name].compiled(DIALECTS["sqlite"]).text]


def test_lists_that_are_cut_to_a_length_are_found() -> None:
    assert {"searches.by_bigram", "searches.by_name_range", "searches.by_reading"} <= set(LIMITED)


@pytest.mark.parametrize("name", LIMITED)
def test_a_limit_given_anew_does_not_have_the_statement_planned_anew(schema: Database, name: str) -> None:
    compiled = STATEMENTS[name].compiled(schema.engine.dialect)
    asked_for: list[object] = []

    def allow(*what: object) -> int:  # asked whenever a statement is planned
        asked_for.append(what)
        return 0

    assert schema.path is not None
    connection = file_connection(schema.path, key_of(schema.path))
    connection.set_authorizer(allow)
    cursor = connection.cursor()
    cursor.execute(compiled.text, [1] * len(compiled.names)).fetchall()
    assert asked_for
    asked_for.clear()
    cursor.execute(compiled.text, [2] * len(compiled.names)).fetchall()
    connection.close()
    assert asked_for == []


def test_a_limit_that_is_given_is_kept(kept: Database) -> None:
    some = Prepared(select(THINGS.c.id).order_by(THINGS.c.id).limit(bindparam("most")))
    assert [len(kept.link.all(some, most=most)) for most in (0, 1, 2, 9, -1)] == [0, 1, 2, 2, 2]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_limit_that_never_changes_is_said_in_words(dialect: str) -> None:
    first = select(THINGS.c.id).where(THINGS.c.words == bindparam("wanted")).limit(1)
    compiled = Compiled(first, DIALECTS[dialect])
    assert re.search(r" LIMIT 1( OFFSET 0)?$", compiled.text)
    assert compiled.names == ["wanted"]
    assert len(compiled.values({"wanted": "x"})) == 1


@pytest.mark.parametrize("name", [name for name in STATEMENTS if name.startswith("searches.")])
def test_a_server_plans_a_search_once_for_whatever_is_asked(name: str) -> None:
    compiled = Compiled(STATEMENTS[name].statement, DIALECTS["psycopg"])
    assert not compiled.spans
    assert not re.search(r"LIMIT %\((?!param)", compiled.text)
