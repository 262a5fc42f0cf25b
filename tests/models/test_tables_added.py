"""What an older program stored stays where a table is added."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import insert, inspect, select

from desktop.models.database import Database, sqlite_engine
from desktop.models.opening import open_file, upgrade
from desktop.models.ring_opening import key_of
from desktop.models.tables import Setting
from desktop.services.ports import SystemClock


@pytest.mark.parametrize(("older", "table"), [("0003", "seal_key"), ("0008", "second_factor")])
def test_a_database_without_a_table_is_given_it_and_keeps_what_it_had(
    tmp_path: Path, older: str, table: str
) -> None:
    path = tmp_path / "station.db"
    before = Database(sqlite_engine(path, key_of(path, create=True)), path)
    upgrade(before.engine, older)
    assert table not in inspect(before.engine).get_table_names()
    with before.engine.begin() as connection:
        connection.execute(insert(Setting).values(name="kept", value="老数据"))
    before.close()
    database = open_file(path, SystemClock().now())
    with database.engine.begin() as connection:
        assert connection.execute(select(Setting.value)).scalar_one() == "老数据"
    assert table in inspect(database.engine).get_table_names()
    database.close()
