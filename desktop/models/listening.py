"""One thread a program that hears what other counters do, tells them what this one did, and feels the server's pulse."""

from __future__ import annotations

import contextlib
import math
import select
import socket
import threading
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import psycopg

from desktop.domain.changes import ANYTHING, Change, read
from desktop.domain.errors import CounterError

if TYPE_CHECKING:
    from desktop.models.server import ServerDatabase
    from desktop.models.watchdog import Guarded

CHANNEL = "counter_changes"
PULSE_SECONDS = 1.0
"""So often the server is asked for a sign of life, by a question without a table."""
ANSWER_SECONDS = 1.6
"""So long the answer may take: with the pulse, a server that froze is told within three seconds."""
AGAIN_SECONDS = 1.0
YEARS_SECONDS = 86_400.0
"""So often the server is asked to have a table for the rows of this year and the next."""
SEATS = 0x5EA7
"""The class of the locks by which programs hold their counters' numbers."""
_TAKE, _LEAVE = "SELECT pg_try_advisory_lock(%s, %s)", "SELECT pg_advisory_unlock(%s, %s)"
_TELL = "SELECT pg_notify(%s, line) FROM unnest(%s::text[]) AS line"

Heard = Callable[[Sequence[Change]], None]


class Listener:
    """Hears others' changes on a connection of its own (LISTEN), with no question asked of any table.

    `heard` is called in this thread; after the server was away it is given ANYTHING. What is told goes out
    after its transaction was committed, so that committing never waits for the telling.
    """

    def __init__(self, server: ServerDatabase, heard: Heard) -> None:
        self._server, self._heard = server, heard
        self.ready = threading.Event()  # set while others are heard
        self._connection: psycopg.Connection[Any]
        self._seat: int | None = None
        self._seating = threading.Lock()
        self._waiting: list[Change] = []
        self._guard = threading.Lock()
        self._stop = threading.Event()
        self._wake, self._woken = socket.socketpair()
        self._woken.setblocking(False)
        self._thread = threading.Thread(target=self._run, name="counter-listener", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def tell(self, changes: Sequence[Change]) -> None:
        """Tell the other counters; from any thread, without waiting."""
        with self._guard:
            self._waiting.extend(changes)
        self._rouse()

    def occupy(self, counter_number: int | None) -> bool:
        """Have this connection hold a counter's number until another is asked for, or it ends.

        False where another program holds it. True without a server: the number is asked for when it is back.
        """
        with self._seating:
            before, self._seat = self._seat, counter_number
            if not self.ready.wait(ANSWER_SECONDS):
                return True
            connection = self._connection
            try:
                if counter_number is not None and counter_number != before:
                    row = connection.execute(_TAKE, [SEATS, counter_number]).fetchone()
                    if row is None or not row[0]:
                        self._seat = before
                        return False
                if before is not None and before != counter_number:
                    connection.execute(_LEAVE, [SEATS, before])
            except psycopg.Error:
                return True
            return True

    def close(self) -> None:
        """End the thread; what was told before goes out first, where the server answers."""
        self._stop.set()
        self._rouse()
        self._thread.join(2 * ANSWER_SECONDS)
        self._wake.close()
        self._woken.close()

    # -- inside ------------------------------------------------------------------------------------
    def _rouse(self) -> None:
        with contextlib.suppress(OSError):
            self._wake.send(b"!")

    def _run(self) -> None:
        first = True
        while not self._stop.is_set():
            try:
                connection, guarded = self._server.connect(patient=True)
            except (CounterError, psycopg.Error):
                self._stop.wait(AGAIN_SECONDS)
                continue
            try:
                self._listen(connection, guarded, news=not first)
            except psycopg.Error:
                self._server.presence.lost()
            finally:
                self.ready.clear()
                guarded.close()
                connection.close()
            first = False

    def _listen(self, connection: psycopg.Connection[Any], guarded: Guarded, *, news: bool) -> None:
        self._ask(connection, guarded, f"LISTEN {CHANNEL}")
        if self._seat is not None:
            self._ask(connection, guarded, _TAKE, [SEATS, self._seat])
        self._connection = connection
        self.ready.set()
        if news:
            self._heard((ANYTHING,))
        own = connection.info.backend_pid
        heard: list[psycopg.Notify] = []
        connection.add_notify_handler(heard.append)  # what comes along with an answer
        pulse, years = time.monotonic(), -math.inf
        while True:
            left = max(0.0, pulse + PULSE_SECONDS - time.monotonic())
            both: list[Any] = [connection.fileno(), self._woken]
            ready, _, _ = select.select(both, [], [], left)
            if self._woken in ready:
                with contextlib.suppress(BlockingIOError):
                    self._woken.recv(4096)
                self._send(connection, guarded)
                if self._stop.is_set():
                    return
            if connection.fileno() in ready:
                with connection.lock:  # another thread may be asking for a number
                    connection.pgconn.consume_input()
            if time.monotonic() - pulse >= PULSE_SECONDS:
                self._ask(connection, guarded, "SELECT 1")
                self._look_again()
                pulse = time.monotonic()
                if pulse - years >= YEARS_SECONDS:
                    self._make_years(connection, guarded)
                    years = pulse
            while (said := connection.pgconn.notifies()) is not None:
                heard.append(psycopg.Notify(said.relname.decode(), said.extra.decode(), said.be_pid))
            changes = tuple(dict.fromkeys(read(each.payload) for each in heard if each.pid != own))
            heard.clear()
            if changes:
                self._heard(changes)

    def _look_again(self) -> None:
        """Somebody else's connection was lost, and this one is well: try whether the server lets us in again."""
        if self._server.presence.seen.away_since is not None:
            with contextlib.suppress(CounterError, psycopg.Error):
                self._server.check()

    def _make_years(self, connection: psycopg.Connection[Any], guarded: Guarded) -> None:
        """Have a table for this year and the next (migration 0014); rows without one are kept in another all the same."""
        try:
            self._ask(connection, guarded, "SELECT make_years()")
        except psycopg.Error:
            if connection.closed or guarded.shut:
                raise

    def _send(self, connection: psycopg.Connection[Any], guarded: Guarded) -> None:
        with self._guard:
            taken = list(self._waiting)
        if not taken:
            return
        lines = [change.written() for change in dict.fromkeys(taken)]
        self._ask(connection, guarded, _TELL, [CHANNEL, lines])
        with self._guard:
            del self._waiting[: len(taken)]

    def _ask(
        self, connection: psycopg.Connection[Any], guarded: Guarded, words: str, values: Any = None
    ) -> None:
        guarded.until = time.monotonic() + ANSWER_SECONDS
        try:
            connection.execute(words, values)
        finally:
            guarded.until = math.inf
