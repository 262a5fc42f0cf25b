"""A server that goes away in the middle leaves nothing that stands."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import create_engine

from desktop.domain.backups import BackupPlan
from desktop.domain.errors import EnvironmentTrouble
from desktop.models import (
    dump_programs,
    server_roles,
    server_session,
    station_file,
    station_ring,
)
from desktop.models.opening import upgrade
from desktop.services import station_drill, station_making
from desktop.services.counter import Counter
from desktop.services.ports import SystemClock
from desktop.services.rows import Actor
from installer.scratch_server import OWNER, ScratchServer
from tests.servers import scratch
from tests.services.conftest import on, silent


# -- a server of one's own, which goes away --------------------------------------------------------------
@pytest.fixture(scope="module")
def going() -> Iterator[tuple[ScratchServer, dump_programs.WayIn]]:
    """A server with the program's tables and a station, and the way in of the backup's role."""
    with scratch() as server:
        server_roles.install(f"host={server.folder} user={OWNER} dbname=postgres", "station", {})
        _, envelope = station_ring.new_station_key("")
        with psycopg.connect(host=str(server.folder), user=OWNER, dbname="station") as owner:
            owner.execute(
                "insert into station (id, division, station_code, name, address, phone, practice, created_at)"
                " values (1, '370102', '006', 's', 'a', 'p', false, now())"
            )
            owner.execute(
                "insert into station_key values (1, 1, %s, %s, %s, now())",
                (envelope.key_id, station_ring.public_of(bytes(32)), station_ring.packed(envelope)),
            )
        way = {"host": str(server.folder), "dbname": "station", "user": server_roles.BACKUP}
        yield server, dump_programs.WayIn(way)


@pytest.mark.parametrize("how", ["stopped", "frozen"])
def test_a_server_that_goes_away_in_the_middle_leaves_nothing_and_the_next_one_is_made(
    going: tuple[ScratchServer, dump_programs.WayIn],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    how: str,
) -> None:
    server, way = going
    folder = tmp_path / "backups"

    def make() -> station_making.Made | None:
        return station_making.make(way, folder, BackupPlan(), SystemClock().now, silent, on)

    said_by, frozen = dump_programs.said_by, contextlib.ExitStack()

    def goes_away(*words: Any) -> Iterator[bytes]:
        if how == "stopped":
            server.stop("immediate")
        else:
            frozen.enter_context(server.frozen())
        yield from said_by(*words)

    with monkeypatch.context() as patched, frozen:
        patched.setattr(dump_programs, "said_by", goes_away)
        patched.setattr(dump_programs, "SILENT_SECONDS", 1.0)
        patched.setattr(server_session, "LEAVE_SECONDS", 0.5)
        with pytest.raises(EnvironmentTrouble, match="没有做成"):
            make()
    assert list(folder.iterdir()) == []
    if how == "stopped":
        server.start()
    made = make()
    assert made is not None
    assert [each.name for each in folder.iterdir()] == [made.path.name]


def test_a_backup_of_an_older_program_is_brought_up_in_its_drill(
    going: tuple[ScratchServer, dump_programs.WayIn],
    backed: Counter,
    administrator: Actor,
    tmp_path: Path,
    clock: Any,
) -> None:
    server, way = going
    owner = f"host={server.folder} user={OWNER}"
    with psycopg.connect(owner, dbname="postgres", autocommit=True) as connection:
        connection.execute("create database older")
    engine = create_engine(f"postgresql+psycopg://{OWNER}@/older?host={server.folder}")
    upgrade(engine, "0013")
    engine.dispose()
    with (
        psycopg.connect(owner, dbname="older") as older,
        psycopg.connect(owner, dbname="station") as station,
    ):
        older.execute(f"grant usage on schema public to {server_roles.BACKUP}")
        older.execute(f"grant select, insert on all tables in schema public to {server_roles.BACKUP}")
        for table in ("station", "station_key"):
            row = station.execute(f"select * from {table}").fetchone()
            assert row is not None
            marks = ", ".join(["%s"] * len(row))
            older.execute(f"insert into {table} values ({marks})", row)
    made = station_making.make(way.to("older"), tmp_path / "old", BackupPlan(), clock.now, silent, on)
    assert made is not None
    assert station_file.read_head(made.path).revision == "0013"
    result = station_drill.run(backed.office, administrator, way, made.path, made.key, silent, on)
    assert result.passed, result.faults
