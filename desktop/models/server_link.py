"""One thread's connection to the station's server."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import psycopg

from desktop.domain.changes import Change
from desktop.domain.errors import ServerAway
from desktop.models import server_faults
from desktop.models.database import Link
from desktop.models.server_wire import ALIKE, Lost, Wire, Wired, wire

if TYPE_CHECKING:
    from psycopg.pq.abc import PGresult

    from desktop.models.prepared import Compiled, Prepared
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
        compiled, result = self._run(prepared, values)
        row = self._wire.first(result)
        return None if row is None else compiled.read(row)

    def all(self, prepared: Prepared, **values: Any) -> list[Any]:
        """Return every row."""
        compiled, result = self._run(prepared, values)
        return [compiled.read(row) for row in self._wire.rows(result)]

    def run(self, prepared: Prepared, **values: Any) -> int:
        """Run a statement that changes something; return how many rows it touched."""
        _, result = self._run(prepared, values, again=False)
        return result.command_tuples or 0

    def run_many(self, prepared: Prepared, many: Iterable[Mapping[str, Any]]) -> None:
        """Run a statement once for each set of values; rows to store go into one, some hundred at a time."""
        compiled = prepared.compiled(self.dialect)
        wired: Wired = compiled.wired or wire(compiled)
        sets = [wired.order(compiled.values(values)) for values in many]
        at_once = wired.takes_many
        for place in range(0, len(sets), at_once or 1):
            some = sets[place : place + (at_once or 1)]
            text = wired.for_rows(len(some)) if at_once else wired.text
            values = [value for each in some for value in each]
            self._ask(text, values, again=False, known=len(some) <= ALIKE)

    def begin(self) -> None:
        """Start a transaction that writes."""
        self._ask(b"BEGIN")
        self.in_transaction = True

    def hold_still(self) -> None:
        """See `Link.hold_still`."""
        self._ask(b"SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", again=False)

    def commit(self) -> None:
        """Make the transaction durable; ServerAway with `unsure` when nobody says whether it is."""
        self._committing = True
        try:
            self._ask(b"COMMIT", again=False)
        finally:
            self._committing = False
        self.in_transaction = False

    def rollback(self) -> None:
        """Undo the transaction; a connection that is gone has undone it."""
        self.in_transaction = False
        if self._connection.closed:
            return
        try:
            self._ask(b"ROLLBACK", again=False)
        except (psycopg.Error, ServerAway):
            self._drop()

    @contextmanager
    def patiently(self, seconds: float) -> Iterator[None]:
        """See `Link.patiently`."""
        before = self._seconds
        self._seconds = seconds
        self._ask(b"SET statement_timeout = %d" % round(seconds * 1000))
        try:
            yield
        finally:
            self._seconds = before
            if not self._connection.closed:
                self._ask(b"SET statement_timeout = %d" % STATEMENT_MS)

    def close(self) -> None:
        """Give the connection back."""
        self._drop()

    # -- inside ------------------------------------------------------------------------------------
    def _open(self) -> None:
        self._connection, self._guarded = self._server.connect()
        self._wire = Wire(self._connection)
        self._cursor: Any = self._connection.cursor()

    def _drop(self) -> None:
        self._guarded.close()
        self._connection.close()

    def _run(
        self, prepared: Prepared, values: Mapping[str, Any], *, again: bool = True
    ) -> tuple[Compiled, PGresult]:
        compiled = prepared.compiled(self.dialect)
        wired: Wired = compiled.wired or wire(compiled)
        answer = self._ask(
            wired.text, wired.order(compiled.values(values)), again=again, known=not (again and wired.spans)
        )
        return compiled, answer

    def _ask(
        self, text: bytes, values: Sequence[Any] | None = None, *, again: bool = True, known: bool = True
    ) -> PGresult:
        """Send a statement, or words without values; one not to be `known` to the server is planned each time."""
        if self._connection.closed:
            if self.in_transaction:
                raise server_faults.away(self._server.presence.lost())
            self._open()
            again = False
        guarded = self._guarded
        guarded.until = time.monotonic() + self._seconds
        try:
            return self._wire.send(text, values, known=known)
        except psycopg.Error as error:
            guarded.until = math.inf
            if not self._gone(error):
                raise
            self._drop()
            if guarded.shut or self.in_transaction or not again:
                unsure = self._committing and not _refused(error)
                raise server_faults.away(self._server.presence.lost(), unsure=unsure) from error
            self._open()
            return self._ask(text, values, again=False, known=known)
        finally:
            guarded.until = math.inf

    def _gone(self, error: psycopg.Error) -> bool:
        """Tell a server that is away, or is no longer the one that takes writes, from other faults."""
        if isinstance(error, Lost) or self._connection.closed or self._guarded.shut:
            return True
        return error.sqlstate in (_MOVED, *_COMING)


def _refused(error: psycopg.Error) -> bool:
    """Whether the server itself answered that it did not do it."""
    return error.sqlstate == _MOVED
