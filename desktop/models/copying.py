"""Copying a database while it is in use: one moment of it, in steps that let everybody else go on."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from desktop.models.cipher import opening_words
from desktop.models.database import file_connection
from desktop.models.envelope import sync_folder

PAGES = 500
"""Two megabytes a step."""
PAUSE = 0.002
"""Seconds between two steps, so that whoever waits for the disk gets it."""

Progress = Callable[[int, int], None]


class CopyStopped(Exception):
    """Whoever asked for the copy does not want it any more."""


@contextlib.contextmanager
def opened(path: Path, key: bytes) -> Iterator[Any]:
    """Open a connection of one's own to an encrypted file, as the driver gives it."""
    connection = file_connection(path, key)
    try:
        yield connection
    finally:
        connection.close()


def fits(path: Path, key: bytes, *, without_log: bool = False) -> bool:
    """Whether a file is encrypted by this key. Only what says that it is not counts as no.

    It is opened for reading alone: the last connection to close would write SQLite's log into the file, and a
    log that belongs to another file would destroy it. `without_log` looks at the file as if it had none.
    """
    import sqlcipher3.dbapi2 as driver

    if path.stat().st_size == 0:
        return True
    how = "immutable=1" if without_log else "mode=ro"
    connection = driver.connect(f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        for words in opening_words(key):
            connection.execute(words)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except driver.DatabaseError as error:
        if "not a database" in str(error):
            return False
        if "readonly" in str(error) and _cut_short(path):
            return _fits_undone(path, key)
        raise
    else:
        return True
    finally:
        connection.close()


def _cut_short(path: Path) -> bool:
    """Whether a change of the file itself was cut off, as between its two kinds of log: it is to be undone."""
    return path.with_name(f"{path.name}-journal").exists() and not path.with_name(f"{path.name}-wal").exists()


def _fits_undone(path: Path, key: bytes) -> bool:
    """The same for a file of which something must be undone first, which only a connection that writes can."""
    import sqlcipher3.dbapi2 as driver

    try:
        with opened(path, key):
            return True
    except driver.DatabaseError as error:
        if "not a database" in str(error):
            return False
        raise


def copy(
    source: Any,
    target: Path,
    key: bytes,
    progress: Progress | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> None:
    """Copy what the open connection `source` sees at this moment to a new file, encrypted by another key.

    Others write meanwhile, and the copy has none of it. It is one file, without a log beside it, synced.
    CopyStopped once `stopped()`; then, and at any error, nothing is left of it.
    """
    remove(target)

    def told(_status: int, remaining: int, total: int) -> None:
        if stopped():
            raise CopyStopped
        if progress is not None:
            progress(total - remaining, total)

    try:
        held = source.in_transaction
        if not held:
            source.execute("BEGIN")
        try:
            source.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the moment is this one
            with opened(target, key) as made:
                source.backup(made, pages=PAGES, progress=told, sleep=PAUSE)
        finally:
            if not held:
                source.execute("ROLLBACK")
        with opened(target, key) as made:
            made.execute("PRAGMA journal_mode = DELETE").fetchone()
        _sync(target)
    except BaseException:
        remove(target)
        raise


def faults_of(connection: Any) -> list[str]:
    """Read every page and every index of an open database; return what is wrong, nothing when all is well."""
    found = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check").fetchall()]
    if found:
        return found
    found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check").fetchall()]
    found = [] if found == ["ok"] else found
    return found + [f"{row[0]} {row[1]}" for row in connection.execute("PRAGMA foreign_key_check").fetchall()]


def remove(path: Path) -> None:
    """Remove a database file and whatever SQLite put beside it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def rekeyed_file(path: Path) -> Path:
    """Return where a copy under another key is made, which is to replace the file."""
    return path.with_suffix(".rekeyed")


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    sync_folder(path.parent)
