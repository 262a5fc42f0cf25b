"""A real PostgreSQL for the tests, started by them and stopped by them; where there is none they fail."""

from __future__ import annotations

import shutil
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from desktop.models import server_roles
from desktop.models.database import Database
from desktop.models.opening import upgrade
from desktop.models.server import ServerDatabase
from desktop.models.server_settings import ServerSettings
from desktop.services.counter import Counter, build_counter, open_counter
from desktop.services.ports import Clock, Folders, SystemClock
from installer.scratch_server import OWNER, ScratchServer

_IN_MEMORY = Path("/dev/shm")  # where a database is copied in 0.03 s, which takes 0.8 s on a busy disk
_ROOM = 1 << 30  # bytes


def scratch_folder() -> Path:
    """Make a folder for a server that is of no value: in memory, where there is room."""
    room = _IN_MEMORY.is_dir() and shutil.disk_usage(_IN_MEMORY).free >= _ROOM
    return Path(tempfile.mkdtemp(prefix="counter-pg-", dir=_IN_MEMORY if room else None))


@contextmanager
def scratch(order: tuple[str, ...] = ("--locale=C",)) -> Iterator[ScratchServer]:
    """A server of one's own, on a socket in a scratch folder, sorted as told."""
    made = ScratchServer(scratch_folder(), order=order)
    try:
        made.make()
        made.start()
        yield made
    finally:
        made.remove()


def reach(server: ScratchServer, name: str, user: str = OWNER) -> ServerDatabase:
    """Return a database of a scratch server as the program opens it."""
    return ServerDatabase(ServerSettings((str(server.folder),), name, user), SystemClock().now)


class Databases:
    """Makes databases on one server, each a copy of one made before, which takes a moment."""

    def __init__(self, server: ScratchServer) -> None:
        self.server = server
        self._administrator = psycopg.connect(
            host=str(server.folder), user=OWNER, dbname="postgres", autocommit=True
        )
        self._administrator.execute("create database schema_only")
        empty = reach(server, "schema_only")
        upgrade(empty.engine)
        empty.close()

    def make(self, like: str = "schema_only") -> str:
        """Return the name of a new database: the migrated schema alone, or a copy of another."""
        name = f"test_{uuid.uuid4().hex[:12]}"
        self._administrator.execute(f"create database {name} template {like} strategy file_copy")
        return name

    def drop(self, name: str) -> None:
        """Take a database away, whoever is still connected to it."""
        self._administrator.execute(f"drop database {name} with (force)")

    def close(self) -> None:
        """Connect no more."""
        self._administrator.close()


def give_roles(host: str, name: str, *, tables: bool = True) -> None:
    """Have the program's roles at a server, and their rights in a database of it; a copy of it has the tables' too."""
    with psycopg.connect(host=host, user=OWNER, dbname="postgres", autocommit=True) as owner:
        server_roles.make_roles(owner, {})
        server_roles.make_database(owner, name)
    if tables:
        with psycopg.connect(host=host, user=OWNER, dbname=name, autocommit=True) as owner:
            server_roles.grant(owner)


def again(station: Counter, folders: Folders, clock: Clock) -> Counter:
    """Open the station a second time, as another program, or this one after its end, would."""
    database = station.office.database
    if isinstance(database, ServerDatabase):
        return build_counter(ServerDatabase(database.settings, SystemClock().now), folders, clock)
    return open_counter(folders, clock, practice=False)


@contextmanager
def round_trips(database: Database, log: Path) -> Iterator[list[str]]:
    """Every time that the server says it is ready for the next question, as libpq's own trace has it."""
    assert isinstance(database, ServerDatabase)
    server = database.link._connection.pgconn  # type: ignore[attr-defined]
    told: list[str] = []
    with log.open("w") as file:
        server.trace(file.fileno())
        yield told
        server.untrace()
    told += (line for line in log.read_text().splitlines() if "\tReadyForQuery\t" in line)


_FULL = """
create function nothing_fits() returns trigger language plpgsql as
$$ begin raise exception 'no space left on device' using errcode = '53100'; end $$;
do $$ declare name text; begin
    for name in select tablename from pg_tables where schemaname = 'public' loop
        execute format('create trigger nothing_fits before insert or update or delete on %%I'
            ' for each statement execute function nothing_fits()', name);
    end loop;
end $$
"""

_UNGUARDED = """
do $$ declare one record; begin
    for one in select tgname, tgrelid::regclass as place from pg_trigger where not tgisinternal and tgparentid = 0 loop
        execute format('drop trigger %%I on %%s', one.tgname, one.place);
    end loop;
end $$
"""


def fill_disk(database: Database) -> None:
    """Let nothing be written any more, as on a full disk or in a folder that is read only."""
    if isinstance(database, ServerDatabase):
        with database.engine.begin() as connection:
            connection.exec_driver_sql(_FULL)
    else:
        database.link._cursor.execute("pragma query_only = on")


def free_disk(database: Database) -> None:
    """Let it be written again."""
    if isinstance(database, ServerDatabase):
        with database.engine.begin() as connection:
            connection.exec_driver_sql("drop function nothing_fits() cascade")
    else:
        database.link._cursor.execute("pragma query_only = off")


def drop_guards(database: Database) -> None:
    """Take away the triggers that keep the trail as it is, as somebody at the database itself could."""
    with database.engine.begin() as connection:
        if isinstance(database, ServerDatabase):
            connection.exec_driver_sql(_UNGUARDED)
            return
        for (name,) in connection.exec_driver_sql(
            "select name from sqlite_master where type = 'trigger'"
        ).all():
            connection.exec_driver_sql(f"drop trigger {name}")
