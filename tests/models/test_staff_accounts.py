from __future__ import annotations

from pathlib import Path

from sqlalchemy import text

from desktop.models.database import Database, sqlite_engine
from desktop.models.opening import open_file, upgrade
from desktop.models.ring_opening import key_of
from desktop.services.ports import SystemClock


def test_staff_of_an_older_program_keep_their_accounts_and_names_are_made_one(tmp_path: Path) -> None:
    path = tmp_path / "station.db"
    before = Database(sqlite_engine(path, key_of(path, create=True)), path)
    upgrade(before.engine, "0004")
    with before.engine.begin() as connection:
        for key, name in enumerate(("Wang1", "wangl", "Zhou"), 1):
            connection.execute(
                text(
                    "insert into staff (id, sign_in_name, name, role, password_hash, active, created_at)"
                    " values (:id, :name, '老王', 'clerk', 'hash', true, '2026-01-05 08:00:00.000000')"
                ),
                {"id": key, "name": name},
            )
    before.close()
    database = open_file(path, SystemClock().now())
    with database.engine.connect() as connection:
        found = connection.execute(
            text(
                "select sign_in_name, lookalike, one_time, role, version, password_set_at = created_at, request_id"
                " from staff order by id"
            )
        ).all()
    assert [tuple(row) for row in found] == [
        ("wang1", "wangl", 0, "auxiliary", 2, 1, None),
        ("wangl", "~2", 0, "auxiliary", 2, 1, None),
        ("zhou", "zhou", 0, "auxiliary", 2, 1, None),
    ]
    database.close()
