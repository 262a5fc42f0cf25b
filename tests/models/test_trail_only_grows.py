"""What the trail has, no statement changes or takes away, on either engine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, func, insert, inspect, select, text
from sqlalchemy.exc import DBAPIError

from desktop.models.database import Database, sqlite_engine
from desktop.models.opening import open_file, upgrade
from desktop.models.ring_opening import key_of
from desktop.models.tables import JournalEntry, Setting, TrailDay, TrailHead, TrailSlice
from desktop.services.ports import SystemClock
from tests.models.test_postgresql import engine

__all__ = ["engine"]  # the server that the tests here use too

NOW = SystemClock().now()
SIGNED = {"station": "370102006", "key_id": "0" * 8, "signature": "0" * 128, "at": NOW}
ENTRY = {
    "at": NOW,
    "on_date": NOW.date(),
    "local_time": "",
    "staff_id": 1,
    "staff_name": "测试",
    "action": "look_up",
    "case_number": "",
    "paper_number": "",
    "matter": "",
    "detail": "",
    "previous_hash": "",
    "hash": "",
}
ROWS: dict[Any, dict[str, Any]] = {
    JournalEntry: {"id": 1, "counter_number": 77, "sequence": 1, **ENTRY},
    TrailHead: {"id": 1, "counter_number": 77, "sequence": 1, "hash": "", **SIGNED},
    TrailDay: {"id": 1, "on_date": NOW.date(), "close_id": 1, "heads": "[]", "root": "", **SIGNED},
    TrailSlice: {
        "id": 1,
        "after_key": 0,
        "last_key": 1,
        "entries": 1,
        "chains": "[]",
        "digest": "",
        **SIGNED,
    },
}


@pytest.fixture(params=["sqlite", "postgresql"])
def grown(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An engine whose trail has an entry and a head of each kind."""
    if request.param == "sqlite":
        database = open_file(tmp_path / "a.db", NOW)
        made = database.engine
    else:
        database, made = None, request.getfixturevalue("engine")
    with made.begin() as connection:
        for table, row in ROWS.items():
            if connection.execute(select(func.count()).select_from(table)).scalar_one() == 0:
                connection.execute(insert(table).values(**row))
    yield made
    if database is not None:
        database.close()


def refused(engine: Engine, statement: str) -> None:
    with pytest.raises(DBAPIError, match="the trail is never changed"), engine.begin() as connection:
        connection.execute(text(statement))


@pytest.mark.parametrize("table", [table.__tablename__ for table in ROWS])
def test_nothing_in_it_is_changed_or_deleted(grown: Engine, table: str) -> None:
    count = text(f"select count(*) from {table}")
    with grown.connect() as connection:
        before = connection.execute(count).scalar_one()
    refused(grown, f"update {table} set at = at")
    refused(grown, f"delete from {table}")
    refused(grown, f"delete from {table} where id = 1")
    if grown.dialect.name == "postgresql":
        refused(grown, f"truncate {table}")
    else:
        refused(grown, f"insert or replace into {table} select * from {table} where id = 1")
        refused(grown, f"replace into {table} select * from {table}")
    with grown.connect() as connection:
        assert connection.execute(count).scalar_one() == before > 0


def test_another_row_in_an_entrys_place_is_refused(grown: Engine) -> None:
    """By its place in the chain as by its key: neither can push the entry out."""
    replacing = "" if grown.dialect.name == "postgresql" else "OR REPLACE"
    for changed in ({"id": 2}, {"sequence": 2}):
        statement = insert(JournalEntry).values(**{**ROWS[JournalEntry], **changed})
        with pytest.raises(DBAPIError), grown.begin() as connection:
            connection.execute(statement.prefix_with(replacing))
    with grown.connect() as connection:
        assert connection.execute(
            select(JournalEntry.sequence).where(JournalEntry.counter_number == 77)
        ).scalars().all() == [1]


def test_it_grows(grown: Engine) -> None:
    with grown.connect() as connection, connection.begin() as outer:
        connection.execute(insert(JournalEntry).values(**{**ROWS[JournalEntry], "id": 3, "sequence": 2}))
        outer.rollback()


def test_a_database_without_heads_is_given_them_and_keeps_what_it_had(tmp_path: Path) -> None:
    path = tmp_path / "station.db"
    before = Database(sqlite_engine(path, key_of(path, create=True)), path)
    upgrade(before.engine, "0005")
    assert "trail_day" not in inspect(before.engine).get_table_names()
    with before.engine.begin() as connection:
        connection.execute(insert(Setting).values(name="kept", value="老数据"))
        connection.execute(insert(JournalEntry).values(**ROWS[JournalEntry]))
    before.close()
    database = open_file(path, NOW)
    with database.engine.begin() as connection:
        assert connection.execute(select(Setting.value)).scalar_one() == "老数据"
        assert connection.execute(select(JournalEntry.sequence)).scalar_one() == 1
    refused(database.engine, "delete from journal_entry")
    database.close()
