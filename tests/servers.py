"""A real PostgreSQL for the tests, started by them and stopped by them; where there is none they fail."""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from desktop.models.opening import upgrade
from desktop.models.server import ServerDatabase
from desktop.models.server_settings import ServerSettings
from desktop.services.ports import SystemClock
from installer.scratch_server import OWNER, ScratchServer


@contextmanager
def scratch() -> Iterator[ScratchServer]:
    """A server of one's own, on a socket in a scratch folder."""
    made = ScratchServer(Path(tempfile.mkdtemp(prefix="counter-pg-")))
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
