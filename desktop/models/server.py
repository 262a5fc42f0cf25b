"""The station's PostgreSQL: connections that find the server, never hang, and come back with it."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

import psycopg
from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from desktop.domain.changes import Change, Seen
from desktop.domain.errors import EnvironmentTrouble, ServerRefuses
from desktop.models import server_faults, server_opening
from desktop.models.database import Database, Link
from desktop.models.hosts import Hosts
from desktop.models.listening import Heard, Listener
from desktop.models.presence import Presence
from desktop.models.server_link import CALL_SECONDS, STATEMENT_MS, ServerLink
from desktop.models.server_look import ServerLook, look_at
from desktop.models.watchdog import Guarded, Watchdog

if TYPE_CHECKING:
    from desktop.domain.errors import Sentence
    from desktop.models.server_settings import ServerSettings

CONNECT_SECONDS = 2
"""How long one host may take to let us in; libpq knows no shorter time."""
LOCK_MS, IDLE_IN_TRANSACTION_MS = 2_000, 15_000
SESSION = {
    "statement_timeout": STATEMENT_MS,
    "lock_timeout": LOCK_MS,
    "idle_in_transaction_session_timeout": IDLE_IN_TRANSACTION_MS,
    "timezone": "UTC",
    "datestyle": "ISO",
    "synchronous_commit": "on",
    "jit": "off",
    "enable_partition_pruning": "off",
}
"""Of each session. What a server answers as stored is on its disk, whatever it is set to for others: paper is printed then.
Nothing is compiled for a statement: a server that has counted nothing yet, as after a restore, did so
among ten million people for two seconds a search, which then took a millisecond.
Nor is a case's year chosen by its key: the server thought that worth a plan of its own each time, five times the
look-up itself; a look into the index of each year is not."""

_OF_A_CHILD = {name: SESSION[name] for name in ("timezone", "datestyle")}


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
        self._now = now
        self.watchdog = Watchdog()
        self._head = head
        self._hosts = Hosts(len(settings.hosts))
        self._writing = threading.RLock()
        self._listener: Listener | None = None

    def connect(self, *, patient: bool = False) -> tuple[psycopg.Connection[Any], Guarded]:
        """Return a new connection in autocommit, and its guard; ServerAway where no host lets us in.

        Hosts are tried in turn, beginning with the one that was good last; unless `patient`, none is begun
        that could take longer than a clerk waits. ServerRefuses, with the reason, when a host lets nobody do anything.
        """
        if not patient and self.presence.too_soon():
            self.presence.require()
        connection, host = self._reach(patient)
        guarded = self.watchdog.guard(connection.fileno())
        if self._head is not None:
            self._require(connection, guarded, self._head)
        self.presence.found(host)
        return connection, guarded

    def check(self) -> None:
        """Ask the server for a sign of life, and for its tables' version, on a connection of its own."""
        connection, guarded = self.connect(patient=True)
        guarded.close()
        connection.close()

    def describe(self) -> ServerLook:
        """Say who answers; raises what `connect` raises."""
        connection, guarded = self.connect(patient=True)
        guarded.until = time.monotonic() + CALL_SECONDS
        try:
            return look_at(connection, self.presence.seen.host)
        except psycopg.Error as error:
            if guarded.shut:
                raise server_faults.away(self.presence.lost()) from error
            raise
        finally:
            guarded.close()
            connection.close()

    def for_a_child(self) -> dict[str, Any]:
        """See `Database.for_a_child`; a child takes its time, and is ended where nobody waits for it."""
        self.ping()
        hosts = self.settings.hosts
        place = hosts.index(self.presence.seen.host) if self.presence.seen.host in hosts else 0
        return {"server": self.settings.parameters(place, _OF_A_CHILD, CONNECT_SECONDS)}

    def ping(self) -> None:
        """Raise ServerAway or ServerRefuses unless the server is there: the pulse tells at once, or it is asked."""
        if self._listener is None:
            self.check()
        else:
            self.presence.require()

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
        connection, host = self._reach(patient=True)
        self.presence.found(host)
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
            if isinstance(error, EnvironmentTrouble):
                raise self._refused(error.message) from error
            raise
        guarded.until = math.inf

    def _refused(self, why: Sentence) -> ServerRefuses:
        return ServerRefuses(why, self.presence.lost(why))

    def _reach(self, patient: bool) -> tuple[psycopg.Connection[Any], str]:
        begun, answered = time.monotonic(), False
        refused: EnvironmentTrouble | None = None
        last: psycopg.Error | None = None
        for place in self._hosts.order():
            tried = time.monotonic()
            late = last is not None and tried - begun > CALL_SECONDS - CONNECT_SECONDS
            if not patient and (late or (answered and self._hosts.hangs(place))):
                break
            try:
                connection = psycopg.connect(
                    **self.settings.parameters(place, SESSION, CONNECT_SECONDS), autocommit=True
                )
            except psycopg.OperationalError as error:
                last = error
                self._hosts.refuses(place, after=time.monotonic() - tried, patience=CONNECT_SECONDS * 0.9)
                answered = answered or not self._hosts.hangs(place)
                refused = refused or self._refusal(error, self.settings.hosts[place])
            else:
                self._hosts.serves(place)
                return connection, self.settings.hosts[place]
        if refused is not None:
            raise self._refused(refused.message) from last
        self._hosts.nobody()
        raise server_faults.away(self.presence.lost()) from last

    def _refusal(self, error: psycopg.Error, host: str) -> EnvironmentTrouble | None:
        """Say why a host that answered let us in no further; None where none answered."""
        told = server_faults.refusal(error, self.settings.user, self.settings.database)
        if told is None or not server_faults.is_untrusted(error):
            return told
        from desktop.models.server_trust import why_untrusted  # here for start-up time: TLS

        why = why_untrusted(host, self.settings.ca_file, self._now())
        return told if why is None else EnvironmentTrouble(why)
