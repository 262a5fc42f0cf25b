"""Opening a counter's database file: its key, its version, its migration on a copy."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from desktop.domain.errors import EnvironmentTrouble, sentence
from desktop.models import restoring
from desktop.models.copying import fits, rekeyed_file, remove
from desktop.models.database import Database, sqlite_engine
from desktop.models.faults import NOT_OURS, Damaged
from desktop.models.file_database import FileDatabase
from desktop.models.key_files import plain_file
from desktop.models.key_ring import KeyRing
from desktop.models.plain_key import plain_key
from desktop.models.ring_opening import open_ring
from desktop.models.unlock import Unlock

HEAD = "0019"  # the newest migration; a test compares it with the scripts
_GONE = sentence(
    "errors",
    "数据库文件{path}不见了，或者是空的，而它的密钥还在。请勿重新设立；请把文件放回原处，或请管理员从备份恢复（python -m desktop.counter_backup）。",
)
_OTHER_LOG = sentence(
    "errors",
    "日志文件{path}不属于这个数据库，可能是复制时混入的。请管理员把它移到别处（不要删除）后再启动；数据没有改动。",
)
_MIGRATIONS = Path(__file__).with_name("migrations")


def open_file(path: Path, now: datetime, by: Unlock | None = None) -> FileDatabase:
    """Open the SQLCipher database at `path`, making or migrating it as needed; `by` is what somebody typed.

    A database of an older program is migrated on a copy that replaces it only when every step worked; the
    original stays beside it. One of a newer program is refused. What was restored from a backup while the
    program ran takes its place now. Raises EnvironmentTrouble with a sentence, KeysLocked where somebody must
    be asked for the secret.
    """
    with _folder_faults(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        restoring.finish(path)
        ring = open_ring(path, create=not path.exists(), by=by)
        _let_log_follow(path)
        remove(rekeyed_file(path))  # of a change of keys that was cut short: begun anew
    database = FileDatabase(path, ring)
    with database.faults(), _folder_faults(path):
        _check_there(path, ring)
        _fit(path, ring)
        found = _revision(database.engine)
    if found is None:
        with database.faults():
            upgrade(database.engine)
    if found in (None, HEAD):
        with _folder_faults(path):
            ring.note_made()
        return database
    if found not in known_revisions():
        database.close()
        raise EnvironmentTrouble(
            sentence(
                "errors", "数据库 {path} 由更新版本的程序建立，本程序不能打开。请升级程序，数据没有改动。"
            ).fill(path=str(path))
        )
    database.close()
    _migrate_copy(path, ring.current_key(), found, now)
    return FileDatabase(path, ring)


@contextlib.contextmanager
def _folder_faults(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise EnvironmentTrouble(
            sentence("errors", "无法使用数据文件夹 {path}（{reason}）。请管理员检查权限和磁盘。").fill(
                path=str(path.parent), reason=error.strerror or type(error).__name__
            )
        ) from error


def _check_there(path: Path, ring: KeyRing) -> None:
    """Never begin an empty database in the place of one that is gone."""
    if ring.made and (not path.exists() or path.stat().st_size == 0):
        raise Damaged(_GONE.fill(path=str(path)))


def _fit(path: Path, ring: KeyRing) -> None:
    """Find out which of its keys a file is encrypted by: it changes while the file is in use.

    An older program's key beside an older file counts too.
    """
    if not path.exists() or fits(path, ring.current_key()):
        return
    for name, key in ring.candidates():
        if fits(path, key):
            ring.take(name)
            return
    older = plain_key(plain_file(path))
    if older is not None and fits(path, older):
        ring.adopt(older)
        return
    # no connection that may write: at its end it would write a log that is not ours into the file
    if path.with_name(path.name + "-wal").exists() and fits(path, ring.current_key(), without_log=True):
        raise EnvironmentTrouble(_OTHER_LOG.fill(path=f"{path}-wal"))
    raise Damaged(NOT_OURS.fill(path=str(path)))


def _let_log_follow(path: Path) -> None:
    """Give SQLite's log the file's own mode: one made while the file was read-only would stay so for good."""
    for ending in ("-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError, PermissionError):
            log, mode = path.with_name(path.name + ending), stat.S_IMODE(path.stat().st_mode)
            if stat.S_IMODE(log.stat().st_mode) != mode:
                log.chmod(mode)


def _revision(engine: Engine) -> str | None:
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("SELECT name FROM sqlite_master WHERE name = 'alembic_version'")
        if cursor.fetchone() is None:
            return None
        cursor.execute("SELECT version_num FROM alembic_version")
        row = cursor.fetchone()
        return None if row is None else str(row[0])
    finally:
        connection.close()


def _config() -> Any:
    from alembic.config import Config  # 100 ms: only when there is something to migrate

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


def known_revisions() -> frozenset[str]:
    """Return the revisions that this program's migrations know."""
    from alembic.script import ScriptDirectory

    return frozenset(script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions())


def upgrade(engine: Engine, to: str = "head") -> None:
    """Run the migrations up to a revision in one transaction."""
    from alembic import command

    config = _config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, to)


def _migrate_copy(path: Path, key: bytes, found: str, now: datetime) -> None:
    stamp = now.strftime("%Y%m%dT%H%M%S")
    kept = path.with_name(f"{path.stem}-{found}-{stamp}.bak")
    work = path.with_name(f"{path.stem}.migrating")
    copy: Database | None = None
    try:
        work.unlink(missing_ok=True)
        source = sqlite_engine(path, key).raw_connection()
        copy = Database(sqlite_engine(work, key), work)
        target = copy.engine.raw_connection()
        source.driver_connection.backup(target.driver_connection)  # type: ignore[union-attr]
        target.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        target.close()
        source.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        source.close()
        upgrade(copy.engine)
        last = copy.engine.raw_connection()
        last.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        last.close()
        copy.close()
        os.link(path, kept)
        os.replace(work, path)
    except Exception as error:
        if copy is not None:
            copy.close()
        for left in path.parent.glob(work.name + "*"):
            left.unlink(missing_ok=True)
        raise EnvironmentTrouble(
            sentence(
                "errors",
                "数据库升级没有成功，原数据库未改动：{path}（{reason}）。请用原版本程序继续办理，并联系管理员。",
            ).fill(
                path=str(path),
                reason=str(error).splitlines()[0][:120] if str(error) else type(error).__name__,
            )
        ) from error
