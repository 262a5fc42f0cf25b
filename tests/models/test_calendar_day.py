from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import DBAPIError

from desktop.models.database import Database, sqlite_engine
from desktop.models.opening import open_file, upgrade
from desktop.models.ring_opening import key_of
from desktop.models.tables import CalendarDay, Setting
from desktop.services.ports import SystemClock

NOW = SystemClock().now()


def day(key: int, version: int, current: date | None) -> dict[str, object]:
    return {
        "id": key,
        "request_id": f"request-{key}",
        "day": date(2027, 1, 1),
        "version": version,
        "known_from": NOW,
        "known_until": None if current else NOW,
        "current_day": current,
        "kind": "holiday",
        "note": "元旦",
        "staff_id": 1,
        "staff_name": "测试管理员",
        "counter_number": 1,
    }


def test_a_database_without_the_calendar_is_given_one_and_keeps_what_it_had(tmp_path: Path) -> None:
    path = tmp_path / "station.db"
    before = Database(sqlite_engine(path, key_of(path, create=True)), path)
    upgrade(before.engine, "0001")
    with before.engine.begin() as connection:
        connection.execute(insert(Setting).values(name="kept", value="老数据"))
    before.close()
    database = open_file(path, NOW)
    with database.engine.begin() as connection:
        assert connection.execute(select(Setting.value)).scalar_one() == "老数据"
        connection.execute(insert(CalendarDay).values(**day(1, 1, date(2027, 1, 1))))
    database.close()
    assert len(list(tmp_path.glob("station-0001-*.bak"))) == 1


def test_a_day_has_one_current_version_at_most(tmp_path: Path) -> None:
    database = open_file(tmp_path / "a.db", NOW)
    with database.engine.begin() as connection:
        connection.execute(insert(CalendarDay).values(**day(1, 1, None)))
        connection.execute(insert(CalendarDay).values(**day(2, 2, date(2027, 1, 1))))
    for wrong in (day(3, 3, date(2027, 1, 1)), day(4, 2, None)):
        with pytest.raises(DBAPIError), database.engine.begin() as connection:
            connection.execute(insert(CalendarDay).values(**wrong))
    database.close()
