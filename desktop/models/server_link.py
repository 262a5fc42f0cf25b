"""One thread's connection to the station's server."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import psycopg

from desktop.domain.changes import Change
from desktop.domain.errors import ServerAway
from desktop.models import server_faults
from desktop.models.database import Link

if TYPE_CHECKING:
    from desktop.models.prepared import Prepared
    from desktop.models.server import ServerDatabase

CALL_SECONDS = 2.6
"""How long one call may take, connecting again included, before the clerk is told: with the watchdog's look, 3 s."""
STATEMENT_MS = 2_500
"""How long the server works on one statement."""
_MOVED = "25006"  # SQLSTATE of a write on a server that has become a standby
_COMING = frozenset(("57P01", "57P02", "57P03"))  # shut down by the administrator, crashed, starting up


class ServerLink(Link):
    """One thread's connection to the server; every call has a deadline, a dead connection is replaced.

    Raises ServerAway where nobody answers. A read outside a transaction and the beginning of one are tried
    again on a new connection, so a server that was merely restarted is not noticed.
    """

    def __init__(self, server: ServerDatabase) -> None:
        self._server = server
        self.dialect = server.engine.dialect
        self.in_transaction = False
        self.changes: list[Change] = []
        self._committing = False
        self._seconds = CALL_SECONDS
        self._open()

    def one(self, prepared: Prepared, **values: Any) -> Any | None:
        """Return the first row, or None; exactly one round trip."""
        compiled = prepared.compiled(self.dialect)
        self._ask(compiled.text, compiled.values(values), known=not compiled.spans)
        row = self._cursor.fetchone()
        return None if row is None else compiled.read(row)

    def all(self, prepared: Prepared, **values: Any) -> list[Any]:
        """Return every row."""
        compiled = prepared.compiled(self.dialect)
        self._ask(compiled.text, compiled.values(values), known=not compiled.spans)
        return [compiled.read(row) for row in self._cursor.fetchall()]

    def run(self, prepared: Prepared, **values: Any) -> int:
        """Run a statement that changes something; return how many rows it touched."""
        compiled = prepared.compiled(self.dialect)
        self._ask(compiled.text, compiled.values(values), again=False)
        return int(self._cursor.rowcount)

    def run_many(self, prepared: Prepared, many: Iterable[Mapping[str, Any]]) -> None:
        """Run a statement once for each set of values, all of them sent together."""
        compiled = prepared.compiled(self.dialect)
        sets = [compiled.values(values) for values in many]
        with self._within():
            self._cursor.executemany(compiled.text, sets)

    def begin(self) -> None:
        """Start a transaction that writes."""
        self._ask("BEGIN")
        self.in_transaction = True

    def hold_still(self) -> None:
        """See `Link.hold_still`."""
        self._ask("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", again=False)

    def commit(self) -> None:
        """Make the transaction durable; ServerAway with `unsure` when nobody says whether it is."""
        self._committing = True
        try:
            self._ask("COMMIT", again=False)
        finally:
            self._committing = False
        self.in_transaction = False

    def rollback(self) -> None:
        """Undo the transaction; a connection that is gone has undone it."""
        self.in_transaction = False
        if self._connection.closed:
            return
        try:
            with self._within():
                self._cursor.execute("ROLLBACK")
        except (psycopg.Error, ServerAway):
            self._drop()

    @contextmanager
    def patiently(self, seconds: float) -> Iterator[None]:
        """See `Link.patiently`."""
        before = self._seconds
        self._seconds = seconds
        self._ask(f"SET statement_timeout = {round(seconds * 1000)}")
        try:
            yield
        finally:
            self._seconds = before
            if not self._connection.closed:
                self._ask(f"SET statement_timeout = {STATEMENT_MS}")

    def close(self) -> None:
        """Give the connection back."""
        self._drop()

    # -- inside ------------------------------------------------------------------------------------
    def _open(self) -> None:
        self._connection, self._guarded = self._server.connect()
        self._cursor: Any = self._connection.cursor()

    def _drop(self) -> None:
        self._guarded.close()
        self._connection.close()

    def _ask(self, text: str, values: Any = None, *, again: bool = True, known: bool | None = None) -> None:
        """Send a statement; one that is not to be `known` to the server is planned anew each time."""
        if self._connection.closed:
            if self.in_transaction:
                raise server_faults.away(self._server.presence.lost())
            self._open()
            again = False
        guarded = self._guarded
        guarded.until = time.monotonic() + self._seconds
        try:
            self._cursor.execute(text, values, prepare=None if known else known)
        except psycopg.Error as error:
            guarded.until = math.inf
            if not self._gone(error):
                raise
            self._drop()
            if guarded.shut or self.in_transaction or not again:
                unsure = self._committing and not _refused(error)
                raise server_faults.away(self._server.presence.lost(), unsure=unsure) from error
            self._open()
            self._ask(text, values, again=False, known=known)
        else:
            guarded.until = math.inf

    @contextmanager
    def _within(self) -> Iterator[None]:
        if self._connection.closed:
            raise server_faults.away(self._server.presence.lost())
        self._guarded.until = time.monotonic() + self._seconds
        try:
            yield
        except psycopg.Error as error:
            if not self._gone(error):
                raise
            self._drop()
            raise server_faults.away(self._server.presence.lost()) from error
        finally:
            self._guarded.until = math.inf

    def _gone(self, error: psycopg.Error) -> bool:
        """Tell a server that is away, or is no longer the one that takes writes, from other faults."""
        return self._connection.closed or self._guarded.shut or error.sqlstate in (_MOVED, *_COMING)


def _refused(error: psycopg.Error) -> bool:
    """Whether the server itself answered that it did not do it."""
    return error.sqlstate == _MOVED
