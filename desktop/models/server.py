"""The station's PostgreSQL: connections that find the server, never hang, and come back with it."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

import psycopg
from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from desktop.domain.changes import Change, Seen
from desktop.domain.errors import ServerAway
from desktop.models import server_faults, server_opening
from desktop.models.database import Database, Link
from desktop.models.listening import Heard, Listener
from desktop.models.watchdog import Guarded, Watchdog

if TYPE_CHECKING:
    from desktop.models.prepared import Prepared
    from desktop.models.server_settings import ServerSettings

CONNECT_SECONDS = 2
"""How long one host may take to let us in; libpq knows no shorter time."""
CALL_SECONDS = 2.7
"""How long one call may take, connecting again included, before the clerk is told: with the watchdog's look, 3 s."""
STATEMENT_MS, LOCK_MS, IDLE_IN_TRANSACTION_MS = 2_500, 2_000, 15_000
RETRY_SECONDS = 1.0
"""While the server is away it is tried at most so often; who asks in between is told at once."""
_OPTIONS = {
    "statement_timeout": STATEMENT_MS,
    "lock_timeout": LOCK_MS,
    "idle_in_transaction_session_timeout": IDLE_IN_TRANSACTION_MS,
    "timezone": "UTC",
    # a plan made for any value may leave out the index that this value needs
    "plan_cache_mode": "force_custom_plan",
}
_MOVED = "25006"  # SQLSTATE of a write on a server that has become a standby
_COMING = frozenset(("57P01", "57P02", "57P03"))  # shut down by the administrator, crashed, starting up


class Presence:
    """Whether the server answers; tells whoever wants to know when that changes, from any thread."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._guard = threading.Lock()
        self._tried = -math.inf
        self.seen = Seen(None, "")
        self.tell: Callable[[Seen], None] | None = None

    def too_soon(self) -> datetime | None:
        """Since when the server is away, if it was tried just now; None where it may be tried again."""
        with self._guard:
            moment = time.monotonic()
            if self.seen.away_since is not None and moment - self._tried < RETRY_SECONDS:
                return self.seen.away_since
            self._tried = moment
            return None

    def lost(self) -> datetime:
        """Nobody answered: return since when that is so."""
        with self._guard:
            since, self._tried = self.seen.away_since, time.monotonic()
            if since is not None:
                return since
            since = self._now()
            self.seen = Seen(since, self.seen.host)
        self._say()
        return since

    def found(self, host: str) -> None:
        """A host let us in."""
        with self._guard:
            before, self.seen = self.seen, Seen(None, host)
        if before != self.seen:
            self._say()

    def _say(self) -> None:
        if self.tell is not None:
            self.tell(self.seen)


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
        self._ask(compiled.text, compiled.values(values))
        row = self._cursor.fetchone()
        return None if row is None else compiled.read(row)

    def all(self, prepared: Prepared, **values: Any) -> list[Any]:
        """Return every row."""
        compiled = prepared.compiled(self.dialect)
        self._ask(compiled.text, compiled.values(values))
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

    def _ask(self, text: str, values: Any = None, *, again: bool = True) -> None:
        if self._connection.closed:
            if self.in_transaction:
                raise server_faults.away(self._server.presence.lost())
            self._open()
            again = False
        guarded = self._guarded
        guarded.until = time.monotonic() + self._seconds
        try:
            self._cursor.execute(text, values)
        except psycopg.Error as error:
            guarded.until = math.inf
            if not self._gone(error):
                raise
            self._drop()
            if guarded.shut or self.in_transaction or not again:
                unsure = self._committing and not _refused(error)
                raise server_faults.away(self._server.presence.lost(), unsure=unsure) from error
            self._open()
            self._ask(text, values, again=False)
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


class ServerDatabase(Database):
    """The station's database on its server; reads run in autocommit, one round trip each.

    `head` is the migration that this program knows: a server with another one is not used.
    """

    def __init__(
        self, settings: ServerSettings, now: Callable[[], datetime], head: str | None = None
    ) -> None:
        super().__init__(
            create_engine(
                "postgresql+psycopg://",
                creator=self._plain_connection,
                poolclass=NullPool,
                hide_parameters=True,
            )
        )
        self.settings = settings
        self.presence = Presence(now)
        self.watchdog = Watchdog()
        self._head = head
        self._first = 0
        self._writing = threading.RLock()
        self._listener: Listener | None = None

    def connect(self, *, patient: bool = False) -> tuple[psycopg.Connection[Any], Guarded]:
        """Return a new connection in autocommit, and its guard; ServerAway where no host lets us in.

        Hosts are tried in turn, beginning with the one that was good last; unless `patient`, none is begun
        that could take longer than a clerk waits. EnvironmentTrouble when a host refuses us for good.
        """
        since = None if patient else self.presence.too_soon()
        if since is not None:
            raise server_faults.away(since)
        connection = self._reach(patient)
        guarded = self.watchdog.guard(connection.fileno())
        if self._head is not None:
            self._require(connection, guarded, self._head)
        return connection, guarded

    def check(self) -> None:
        """Ask the server for a sign of life, and for its tables' version, on a connection of its own."""
        connection, guarded = self.connect(patient=True)
        guarded.close()
        connection.close()

    def ping(self) -> None:
        """Raise ServerAway unless the server is there: the pulse tells at once, without one it is asked."""
        if self._listener is None:
            self.check()
        elif (since := self.presence.seen.away_since) is not None:
            raise server_faults.away(since)

    @contextmanager
    def write(self) -> Iterator[Link]:
        """One durable transaction. A program's threads take turns, as on a file: a chain has one writer.

        EnvironmentTrouble when another thread of the program takes longer than a clerk waits.
        """
        if not self._writing.acquire(timeout=CALL_SECONDS):
            raise server_faults.occupied(CALL_SECONDS)
        try:
            with super().write() as link:
                yield link
        finally:
            self._writing.release()

    @contextmanager
    def faults(self) -> Iterator[None]:
        """Turn what the server or the way to it did into a sentence."""
        try:
            yield
        except (psycopg.Error, DBAPIError) as error:
            inner = getattr(error, "orig", None) or error
            told = server_faults.by_state(inner, STATEMENT_MS / 1000, LOCK_MS / 1000)
            if told is None:
                raise
            raise told from error

    def listen(self, heard: Heard) -> Listener:
        """Have `heard` called, in a thread of its own, with what other counters do; it feels the server's pulse."""
        if self._listener is None:
            self._listener = Listener(self, heard)
            self._listener.start()
        return self._listener

    def attend(self, heard: Heard, seen: Callable[[Seen], None]) -> None:
        """See `Database.attend`."""
        self.presence.tell = seen
        seen(self.presence.seen)
        self.listen(heard)

    def occupy(self, counter_number: int | None) -> bool:
        """See `Database.occupy`; True while nobody answers: it is looked into when the server is back."""
        return self._listener is None or self._listener.occupy(counter_number)

    def tell_others(self, changes: Sequence[Change]) -> None:
        """See `Database.tell_others`."""
        if self._listener is not None:
            self._listener.tell(changes)

    def close(self) -> None:
        """Close every connection, and the watchdog."""
        listener, self._listener = self._listener, None
        if listener is not None:
            listener.close()
        super().close()
        self.watchdog.close()

    # -- inside ------------------------------------------------------------------------------------
    def _new_link(self) -> Link:
        return ServerLink(self)

    def _plain_connection(self) -> psycopg.Connection[Any]:
        """A connection for SQLAlchemy itself: migrations, administration."""
        connection = self._reach(patient=True)
        connection.autocommit = False
        return connection

    def _require(self, connection: psycopg.Connection[Any], guarded: Guarded, head: str) -> None:
        guarded.until = time.monotonic() + CALL_SECONDS
        try:
            server_opening.require(connection, self.settings.database, head)
        except BaseException as error:
            guarded.close()
            lost = connection.closed
            connection.close()
            if isinstance(error, psycopg.Error) and lost:
                raise server_faults.away(self.presence.lost()) from error
            raise
        guarded.until = math.inf

    def _reach(self, patient: bool) -> psycopg.Connection[Any]:
        hosts, begun = self.settings.hosts, time.monotonic()
        refused: Exception | None = None
        last: psycopg.Error | None = None
        for step in range(len(hosts)):
            if step and not patient and time.monotonic() - begun > CALL_SECONDS - CONNECT_SECONDS:
                break
            place = (self._first + step) % len(hosts)
            try:
                connection = psycopg.connect(
                    **self.settings.parameters(place, _OPTIONS, CONNECT_SECONDS), autocommit=True
                )
            except psycopg.OperationalError as error:
                last = error
                refused = refused or server_faults.refusal(error, self.settings.user, self.settings.database)
            else:
                self._first = place
                self.presence.found(hosts[place])
                return connection
        if refused is not None:
            raise refused from last
        self._first = (self._first + 1) % len(hosts)  # the next try begins with another
        raise server_faults.away(self.presence.lost()) from last
