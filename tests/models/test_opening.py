from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from desktop.domain.errors import EnvironmentTrouble
from desktop.models import opening
from desktop.models.database import Database, sqlite_engine
from desktop.models.opening import HEAD, known_revisions, open_file, upgrade
from desktop.models.ring_opening import key_of
from desktop.models.tables import Schema
from desktop.services.ports import SystemClock

NOW = SystemClock().now()


def make(path: Path) -> None:
    open_file(path, NOW).close()


def revision(path: Path) -> str:
    database = Database(sqlite_engine(path, key_of(path)), path)
    with database.engine.connect() as connection:
        found = connection.exec_driver_sql("select version_num from alembic_version").scalar_one()
    database.close()
    return str(found)


def test_a_new_file_is_encrypted_and_its_key_is_private(tmp_path: Path) -> None:
    path = tmp_path / "new" / "station.db"
    make(path)
    assert not path.read_bytes().startswith(b"SQLite format 3")
    for name in ("station.keys", "station.keys2", "station.user"):
        assert stat.S_IMODE((path.parent / name).stat().st_mode) == 0o600


def test_the_file_is_durable_and_keeps_its_references(tmp_path: Path) -> None:
    database = open_file(tmp_path / "a.db", NOW)
    with database.engine.connect() as connection:
        ask = connection.exec_driver_sql
        assert ask("pragma journal_mode").scalar_one() == "wal"
        assert ask("pragma synchronous").scalar_one() == 2  # FULL
        assert ask("pragma foreign_keys").scalar_one() == 1
    database.close()


def test_models_are_what_the_migrations_make(tmp_path: Path) -> None:
    database = open_file(tmp_path / "a.db", NOW)
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, Schema.metadata)
    database.close()
    assert differences == []


def test_head_is_the_newest_migration() -> None:
    assert ScriptDirectory.from_config(opening._config()).get_current_head() == HEAD
    assert HEAD in known_revisions()


def test_every_migration_goes_down_and_up_again(tmp_path: Path) -> None:
    database = open_file(tmp_path / "a.db", NOW)
    config = opening._config()
    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
        tables = (
            connection.exec_driver_sql("select name from sqlite_master where type = 'table'").scalars().all()
        )
        assert set(tables) <= {"alembic_version"}
    upgrade(database.engine)
    with database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Schema.metadata) == []
    database.close()


def older(path: Path) -> None:
    """Turn a database into one that an older program left: nothing but its version, and a row of its own."""
    database = Database(sqlite_engine(path, key_of(path, create=True)), path)
    with database.engine.begin() as connection:
        connection.exec_driver_sql("create table alembic_version (version_num varchar(32) not null)")
        connection.exec_driver_sql("insert into alembic_version values ('0000')")
        connection.exec_driver_sql("create table kept (word text)")
        connection.exec_driver_sql("insert into kept values ('老数据')")
    database.close()


@pytest.fixture
def with_older_scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Migrations in which 0001 has a predecessor, as a later release will have."""
    folder = tmp_path / "migrations"
    shutil.copytree(
        Path(opening.__file__).with_name("migrations"), folder, ignore=shutil.ignore_patterns("__pycache__")
    )
    [first] = (folder / "versions").glob("0001*.py")
    first.write_text(first.read_text().replace("down_revision = None", 'down_revision = "0000"'))
    (folder / "versions" / "0000_before.py").write_text(
        'revision = "0000"\ndown_revision = None\n\n\ndef upgrade():\n    pass\n\n\ndef downgrade():\n    pass\n'
    )
    monkeypatch.setattr(opening, "_MIGRATIONS", folder)
    return folder


def test_an_older_database_is_migrated_on_a_copy_and_the_original_kept(
    tmp_path: Path, with_older_scripts: Path
) -> None:
    path = tmp_path / "station.db"
    older(path)
    database = open_file(path, NOW)
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("select word from kept").scalar_one() == "老数据"
    database.close()
    assert revision(path) == HEAD
    assert len(list(tmp_path.glob("station-0000-*.bak"))) == 1
    assert not list(tmp_path.glob("*.migrating*"))


def test_a_failed_migration_leaves_the_old_database_working(tmp_path: Path, with_older_scripts: Path) -> None:
    path = tmp_path / "station.db"
    older(path)
    [first] = (with_older_scripts / "versions").glob("0001*.py")
    first.write_text(first.read_text().replace('"person",', '"alembic_version",', 1))
    with pytest.raises(EnvironmentTrouble, match="原数据库未改动"):
        open_file(path, NOW)
    assert revision(path) == "0000"
    assert not list(tmp_path.glob("*.migrating*"))


def test_a_database_of_a_newer_program_is_refused_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "station.db"
    make(path)
    database = Database(sqlite_engine(path, key_of(path)), path)
    with database.engine.begin() as connection:
        connection.exec_driver_sql("update alembic_version set version_num = '9999'")
    database.close()
    with pytest.raises(EnvironmentTrouble, match="更新版本的程序"):
        open_file(path, NOW)
    assert revision(path) == "9999"


def test_a_lost_key_is_told_and_no_new_one_is_made_over_the_data(tmp_path: Path) -> None:
    path = tmp_path / "station.db"
    make(path)
    for name in ("station.keys", "station.keys2"):
        (tmp_path / name).unlink()
    with pytest.raises(EnvironmentTrouble, match="密钥文件"):
        open_file(path, NOW)
    assert not (tmp_path / "station.keys").exists()


@pytest.mark.parametrize("damage", ["wrong key", "rubbish", "cut short"])
def test_a_damaged_file_is_told_in_a_sentence_and_left_alone(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "station.db"
    make(path)
    if damage == "wrong key":
        for name in ("station.keys", "station.keys2", "station.user"):
            (tmp_path / name).unlink()
        path.with_suffix(".key").write_text("00" * 32)
    elif damage == "rubbish":
        path.write_bytes(os.urandom(40_960))
    else:
        path.write_bytes(path.read_bytes()[:1000])
    before = path.read_bytes()
    with pytest.raises(EnvironmentTrouble, match="请"):
        open_file(path, NOW)
    assert path.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(EnvironmentTrouble, match="数据文件夹"):
        open_file(tmp_path / "file" / "station.db", NOW)


def test_one_flipped_bit_in_the_file_is_never_read_as_data(tmp_path: Path) -> None:
    path = tmp_path / "station.db"
    database = open_file(path, NOW)
    with database.engine.begin() as connection:
        connection.exec_driver_sql("create table words (word text)")
        connection.exec_driver_sql("insert into words values ('不可改动')")
        connection.exec_driver_sql("pragma user_version = 1")
    database.close()
    whole = bytearray(path.read_bytes())
    found = 0
    for page in range(len(whole) // 4096):
        damaged = bytearray(whole)
        damaged[page * 4096 + 2000] ^= 1
        path.write_bytes(damaged)
        reader = Database(sqlite_engine(path, key_of(path)), path)
        try:
            with reader.faults(), reader.engine.connect() as connection:
                rows = connection.exec_driver_sql("pragma cipher_integrity_check").fetchall()
                found += bool(rows)
        except EnvironmentTrouble:
            found += 1
        finally:
            reader.close()
    assert found == len(whole) // 4096
