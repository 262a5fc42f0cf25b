"""The database of a counter: opening it, a link a thread, transactions that are durable."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from desktop.domain.changes import Change, Seen
from desktop.models.cipher import opening_words
from desktop.models.faults import trouble
from desktop.models.link import Link as Link
from desktop.models.memory import cache_kib

BUSY_TIMEOUT_MS = 5_000
CHECKPOINT_PAGES = 4_000


class Database:
    """An engine and its held connections, one a thread."""

    def __init__(self, engine: Engine, path: Path | None = None) -> None:
        self.engine = engine
        self.path = path
        self._local = threading.local()
        self._links: list[Link] = []
        self._guard = threading.Lock()
        self._forbidden: int | None = None

    def forbid(self, thread: int | None) -> None:
        """Refuse a thread, by its `threading.get_ident()`, from now on; None lifts it.

        For the screen's thread, which must never wait for a disk: asking on it is a bug (RuntimeError).
        """
        self._forbidden = thread

    @property
    def link(self) -> Link:
        """Return this thread's connection, outside a transaction: reads see the last commit."""
        if threading.get_ident() == self._forbidden:
            raise RuntimeError("the screen's own thread asks the database")
        found: Link | None = getattr(self._local, "link", None)
        if found is None:
            with self.faults():
                found = self._new_link()
            self._local.link = found
            with self._guard:
                self._links.append(found)
        return found

    @contextmanager
    def through(self, link: Link) -> Iterator[None]:
        """Have this thread ask through a link that was made around its own, inside."""
        own, self._local.link = self.link, link
        try:
            yield
        finally:
            self._local.link = own

    def _new_link(self) -> Link:
        return Link(self.engine)

    @contextmanager
    def faults(self) -> Iterator[None]:
        """Turn what the environment did to the database into a sentence."""
        try:
            yield
        except (self.engine.dialect.loaded_dbapi.Error, DBAPIError) as error:
            told = trouble(error, self.path)
            if told is None:
                raise
            raise told from error

    @contextmanager
    def write(self) -> Iterator[Link]:
        """One durable transaction: all of it or nothing. A nested call joins the outer one."""
        link = self.link
        if link.in_transaction:
            yield link
            return
        link.changes.clear()
        with self.faults():
            link.begin()
            try:
                yield link
                link.commit()
            except BaseException:
                link.rollback()
                raise
        if link.changes:
            self.tell_others(link.changes)

    def attend(self, heard: Callable[[Sequence[Change]], None], seen: Callable[[Seen], None]) -> None:
        """From now on call `heard` with what other counters do and `seen` with how the server is, in any thread.

        A file of one's own has neither others nor a server: nothing is ever called.
        """

    def for_a_child(self) -> dict[str, Any]:
        """Return what a process that this one starts must be told to read the database; it has secrets in it.

        TypeError for a bare engine, of which a child could know nothing: a station's is a file or a server.
        """
        raise TypeError("a bare engine is this process's own")

    def occupy(self, counter_number: int | None) -> bool:
        """Take a counter's number for this program, and leave the one before; False where another has it."""
        return True

    def tell_others(self, changes: Sequence[Change]) -> None:
        """Tell the station's other counters what was just stored here; a file of one's own has none."""

    def close(self) -> None:
        """Close every connection that any thread holds."""
        with self._guard:
            links, self._links = self._links, []
        for link in links:
            link.close()
        self._local = threading.local()
        self.engine.dispose()


def file_connection(path: Path, key: bytes) -> Any:
    """Open an SQLCipher file with the settings that every connection has; `key` is of `new_file_key`."""
    import sqlcipher3.dbapi2 as driver

    connection = driver.connect(
        str(path), isolation_level=None, check_same_thread=False, timeout=BUSY_TIMEOUT_MS / 1000
    )
    try:
        cursor = connection.cursor()
        cursor.execute("PRAGMA cipher_log_level = NONE")  # faults are told in sentences, not on stderr
        for words in opening_words(key):
            cursor.execute(words)
        cursor.execute("SELECT count(*) FROM sqlite_master").fetchone()
        cursor.execute("PRAGMA journal_mode = WAL").fetchone()
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        cursor.execute(f"PRAGMA cache_size = -{cache_kib()}")
        cursor.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
        cursor.execute("PRAGMA temp_store = MEMORY")
        cursor.close()
    except driver.Error:
        connection.close()
        raise
    return connection


def sqlite_engine(path: Path, key: bytes | Callable[[], bytes]) -> Engine:
    """Return an engine on an SQLCipher file; the key is the raw one, or asked for at each opening."""
    import sqlcipher3.dbapi2 as driver

    def connect() -> Any:
        return file_connection(path, key if isinstance(key, bytes) else key())

    engine = create_engine(
        "sqlite://", module=driver, creator=connect, poolclass=NullPool, hide_parameters=True
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:  # the driver starts no transaction by itself
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
