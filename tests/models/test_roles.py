from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from desktop.models.database import Database, sqlite_engine
from desktop.models.opening import open_file, upgrade
from desktop.models.ring_opening import key_of
from desktop.services.ports import SystemClock


@pytest.mark.parametrize(
    ("practice", "sample"), [(False, "system_administrator"), (True, "audit_administrator")]
)
def test_roles_of_an_older_program_have_their_new_names(tmp_path: Path, practice: bool, sample: str) -> None:
    path = tmp_path / "station.db"
    before = Database(sqlite_engine(path, key_of(path, create=True)), path)
    upgrade(before.engine, "0009")
    with before.engine.begin() as connection:
        connection.execute(
            text(
                "insert into station (id, division, station_code, name, address, phone, practice, created_at)"
                " values (1, '370102', '006', '测试派出所', '', '', :practice, '2026-01-05 08:00:00.000000')"
            ),
            {"practice": practice},
        )
        for key, (name, role) in enumerate(
            (("one", "clerk"), ("gang", "officer"), ("zhaomin", "administrator"), ("boss", "administrator"))
        ):
            connection.execute(
                text(
                    "insert into staff (id, sign_in_name, name, role, password_hash, active, created_at,"
                    " lookalike, one_time, version) values (:id, :name, '老王', :role, 'hash', true,"
                    " '2026-01-05 08:00:00.000000', :name, false, 1)"
                ),
                {"id": key + 1, "name": name, "role": role},
            )
    before.close()
    database = open_file(path, SystemClock().now())
    with database.engine.connect() as connection:
        found = connection.execute(text("select sign_in_name, role from staff order by id")).all()
    assert [tuple(row) for row in found] == [
        ("one", "auxiliary"),
        ("gang", "officer"),
        ("zhaomin", sample),
        ("boss", "system_administrator"),
    ]
    database.close()
