"""The roles' script run while windows work and a backup is made: neither is cut short, and what waits is told."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from desktop.models import dump_programs, opening, server_roles
from desktop.models.opening import HEAD, upgrade
from installer.scratch_server import OWNER, ScratchServer
from tests.patience import PATIENCE, Steady
from tests.servers import scratch

OLDER = "0014"
_HELD = (
    "select count(*) from pg_locks where mode = 'AccessShareLock' and relation = 'case_file'::regclass"
    " and pid <> pg_backend_pid()"
)


@pytest.fixture(scope="module")
def own() -> Iterator[ScratchServer]:
    with scratch() as made:
        yield made


def dsn_of(own: ScratchServer) -> str:
    return f"host={own.folder} user={OWNER}"


def asking(own: ScratchServer, user: str, database: str) -> psycopg.Connection[Any]:
    return psycopg.connect(host=str(own.folder), user=user, dbname=database, autocommit=True)


def test_no_window_and_no_backup_is_ever_without_its_rights(
    own: ScratchServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server_roles.install(dsn_of(own), "station", {})
    allow, asked = server_roles._allow, []
    with (
        asking(own, server_roles.PROGRAM, "station") as window,
        asking(own, server_roles.BACKUP, "station") as backup,
    ):

        def looked(*what: Any) -> None:
            allow(*what)
            window.execute("select 1 from person limit 1")
            backup.execute("select 1 from person limit 1")
            asked.append(what[2])

        monkeypatch.setattr(server_roles, "_allow", looked)
        assert server_roles.install(dsn_of(own), "station", {}) == HEAD
    assert asked.count("person") > 2


def test_a_migration_during_a_real_backup_waits_and_changes_nothing_of_either(
    own: ScratchServer,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    steady: Steady,
) -> None:
    monkeypatch.setattr(server_roles, "LOCK_SECONDS", 0.2)
    monkeypatch.setattr(opening, "upgrade", lambda engine: upgrade(engine, OLDER))
    with pytest.raises(AssertionError):  # as an older program made it
        server_roles.install(dsn_of(own), "older", {})
    monkeypatch.setattr(opening, "upgrade", upgrade)
    asked = ["--dsn", dsn_of(own), "--database", "older", "--keep-passwords"]
    dumped = tmp_path / "older.sql"
    words = [f"--host={own.folder}", f"--username={server_roles.BACKUP}", "--no-password", "older"]
    with asking(own, OWNER, "older") as owner, dumped.open("wb") as out:
        with subprocess.Popen([dump_programs.find("pg_dump", 1), *words], stdout=out) as backup:
            begun = steady()
            while owner.execute(_HELD).fetchone() == (0,):
                assert backup.poll() is None
                assert steady() - begun < PATIENCE
            backup.send_signal(signal.SIGSTOP)
            try:
                assert server_roles.main(asked) == 1
            finally:
                backup.send_signal(signal.SIGCONT)
            assert backup.wait(PATIENCE) == 0
        assert "请等备份做完" in capsys.readouterr().err
        assert owner.execute("select version_num from alembic_version").fetchone() == (OLDER,)
    assert f"\n{OLDER}\n" in dumped.read_text()
    assert server_roles.main(asked) == 0
