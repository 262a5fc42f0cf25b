"""Every statement and every table compiles for the domestic databases. Their servers were not run here."""

from __future__ import annotations

import gc
import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from sqlalchemy import Dialect
from sqlalchemy.dialects import registry
from sqlalchemy.schema import CreateIndex, CreateTable

import desktop.models
import desktop.services
from desktop.models.prepared import Compiled, Prepared
from desktop.models.tables import Schema

DIALECTS = ("dm", "opengauss", "postgresql", "sqlite")
"""达梦 DM8, openGauss, PostgreSQL (whose dialect 人大金仓 takes), and what stands in a window."""


@pytest.fixture(params=DIALECTS)
def dialect(request: pytest.FixtureRequest) -> Dialect:
    found: Dialect = registry.load(request.param)()
    return found


@pytest.fixture(scope="module")
def statements() -> list[Prepared]:
    """Every statement that the models and the services prepare."""
    for package in (desktop.models, desktop.services):
        for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
            if not module.ispkg:
                importlib.import_module(module.name)
    return [each for each in gc.get_objects() if isinstance(each, Prepared)]


def foreign(statement: Prepared) -> bool:
    """Whether a statement is there for one engine alone: its functions are named after it."""
    words = str(statement.statement)
    return "pg_" in words or "sqlite_" in words


def test_every_statement_compiles(dialect: Dialect, statements: list[Prepared]) -> None:
    assert len(statements) > 300
    wrong = {}
    for each in statements:
        if foreign(each):
            continue
        try:
            compiled = Compiled(each.statement, dialect)
            assert compiled.text
        except Exception as error:
            wrong[str(each.statement)[:200]] = f"{type(error).__name__}: {error}"
    assert not wrong


def _definitions() -> Iterator[CreateTable | CreateIndex]:
    for table in Schema.metadata.sorted_tables:
        yield CreateTable(table)
        yield from (CreateIndex(index) for index in table.indexes)


def test_every_table_and_index_compiles(dialect: Dialect) -> None:
    made = [str(each.compile(dialect=dialect)) for each in _definitions()]
    assert len(made) > 60
    assert all(text.strip() for text in made)


def test_what_a_dialect_cannot_say_is_found() -> None:
    from sqlalchemy import Column, MetaData, Table, select
    from sqlalchemy.types import UserDefinedType

    class Unknown(UserDefinedType[str]):
        cache_ok = True

    table = Table("odd", MetaData(), Column("odd", Unknown()))
    with pytest.raises(Exception, match="Unknown|get_col_spec"):
        str(CreateTable(table).compile(dialect=registry.load("dm")()))
    assert Compiled(select(table.c.odd), registry.load("dm")()).text
