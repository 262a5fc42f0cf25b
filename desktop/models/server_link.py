"""One thread's connection to the station's server."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import psycopg

from desktop.domain.changes import Change
from desktop.domain.errors import ServerAway
from desktop.models import server_faults
from desktop.models.link import Foreseen, Link
from desktop.models.pouring import FEW
from desktop.models.server_wire import ALIKE, Asked, Wire, Wired, wire

if TYPE_CHECKING:
    from psycopg.pq.abc import PGresult

    from desktop.models.pouring import Poured
    from desktop.models.prepared import Compiled, Prepared
    from desktop.models.server import ServerDatabase

CALL_SECONDS = 2.6
"""How long one call may take, connecting again included, before the clerk is told: with the watchdog's look, 3 s."""
STATEMENT_MS = 2_500
"""How long the server works on one statement."""
_MOVED = "25006"  # SQLSTATE of a write on a server that has become a standby
_COMING = frozenset(("57P01", "57P02", "57P03"))  # shut down by the administrator, crashed, starting up
_BEGIN, _COMMIT, _ROLLBACK = Asked(b"BEGIN"), Asked(b"COMMIT"), Asked(b"ROLLBACK")
_HOLD_STILL = Asked(b"SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


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
        self._forget()
        self._committing = False
        self._seconds = CALL_SECONDS
        self._meanwhile: list[Callable[[], bool]] = []
        self._open()

    def one(self, prepared: Prepared, **values: Any) -> Any | None:
        """Return the first row, or None; exactly one round trip."""
        compiled, result = self._answered(prepared, values)
        row = self._wire.first(result)
        return None if row is None else compiled.read(row)

    def all(self, prepared: Prepared, **values: Any) -> list[Any]:
        """Return every row."""
        compiled, result = self._answered(prepared, values)
        return [compiled.read(row) for row in self._wire.rows(result)]

    def run(self, prepared: Prepared, **values: Any) -> int:
        """Run a statement that changes something; return how many rows it touched.

        A row to store in a transaction goes with what is asked next, or with the end: so its fault comes then.
        """
        return self._run(prepared, values)

    def add(self, prepared: Prepared, row: Mapping[str, Any]) -> None:
        """See `Link.add`."""
        self._run(prepared, row)

    def run_later(self, prepared: Prepared, **values: Any) -> None:
        """See `Link.run_later`: it goes with what is asked next, or with the end, and its fault comes then."""
        self._changes(prepared)
        _, one = self._asked(prepared, values)
        self._later(one)

    def foresee(self, prepared: Prepared, **values: Any) -> None:
        """See `Link.foresee`."""
        if self.in_transaction:
            _, one = self._asked(prepared, values)
            self._waiting.append(one)
            self._foreseen.append(Foreseen(prepared, values, one))
            self._foreseen_in |= prepared.tables

    def run_many(self, prepared: Prepared, many: Iterable[Mapping[str, Any]]) -> None:
        """Run a statement once for each set of values; rows to store go into one, some hundred at a time."""
        self._changes(prepared)
        compiled = prepared.compiled(self.dialect)
        wired: Wired = compiled.wired or wire(compiled)
        sets = [wired.values(values) for values in many]
        at_once = wired.takes_many
        for place in range(0, len(sets), at_once or 1):
            some = sets[place : place + (at_once or 1)]
            text = wired.for_rows(len(some)) if at_once else wired.text
            values = [value for each in some for value in each]
            self._waiting.append(self._wire.asked(text, values, known=len(some) <= ALIKE))
            if not (self.in_transaction and at_once) or len(some) == at_once:
                self.settle()

    def pour(self, tables: Sequence[Poured]) -> None:
        """See `Link.pour`: by COPY, after what waits. Each table has the time of a call, and a fault comes at once.

        A few rows go with what is asked next, as any that are stored.
        """
        if sum(len(poured.packed) for poured in tables) <= FEW:
            super().pour(tables)
            return
        self.settle()
        self._foreseen = []
        guarded = self._guarded
        guarded.until = time.monotonic() + self._seconds
        try:
            for _ in self._wire.pour(tables):
                guarded.until = time.monotonic() + self._seconds
        except psycopg.Error as error:
            if not self._gone(error):
                raise
            self._drop()
            raise server_faults.away(self._server.presence.lost()) from error
        finally:
            guarded.until = math.inf

    def settle(self) -> None:
        """See `Link.settle`."""
        if self._waiting:
            self._ask(self._waiting.pop(), again=False)

    def begin(self) -> None:
        """Start a transaction that writes, with the first that is asked in it."""
        self._forget()
        self._waiting.append(_BEGIN)
        self.in_transaction = True

    def hold_still(self) -> None:
        """See `Link.hold_still`."""
        self._waiting.append(_HOLD_STILL)

    def commit(self) -> None:
        """Make the transaction durable; ServerAway with `unsure` when nobody says whether it is."""
        if self._waiting[:1] == [_BEGIN]:  # sent again to a server that was restarted, which an end never is
            self.settle()
        self._committing = True
        try:
            done = self._ask(_COMMIT, again=False)
        finally:
            self._committing = False
        if done.command_status != b"COMMIT":  # of a transaction with a fault that was not taken back
            raise psycopg.errors.InFailedSqlTransaction("nothing of the transaction was stored")
        self.in_transaction, self._foreseen = False, []

    def rollback(self) -> None:
        """Undo the transaction; a connection that is gone has undone it."""
        begun = self._waiting[:1] != [_BEGIN]
        self._forget()
        self.in_transaction = False
        if self._connection.closed or not begun:
            return
        try:
            self._ask(_ROLLBACK, again=False)
        except (psycopg.Error, ServerAway):
            self._drop()

    @contextmanager
    def patiently(self, seconds: float) -> Iterator[None]:
        """See `Link.patiently`."""
        before = self._seconds
        self._seconds = seconds
        self._ask(Asked(b"SET statement_timeout = %d" % round(seconds * 1000)))
        try:
            yield
        finally:
            self._seconds = before
            if not self._connection.closed:
                self._ask(Asked(b"SET statement_timeout = %d" % STATEMENT_MS))

    @contextmanager
    def meanwhile(self, step: Callable[[], bool]) -> Iterator[None]:
        """See `Link.meanwhile`."""
        self._meanwhile.append(step)
        try:
            yield
        finally:
            self._meanwhile.pop()

    def close(self) -> None:
        """Give the connection back."""
        self._drop()

    # -- inside ------------------------------------------------------------------------------------
    def _open(self) -> None:
        self._connection, self._guarded = self._server.connect()
        self._wire = Wire(self._connection, self._meanwhile)
        self._own_cursor: Any = self._connection.cursor()

    def _drop(self) -> None:
        self._guarded.close()
        self._connection.close()

    def _answered(self, prepared: Prepared, values: Mapping[str, Any]) -> tuple[Compiled, PGresult]:
        told = self._told(prepared, values) if self._foreseen else None
        if told is not None:
            if told.answer is None:
                self._ask_foreseen(told)
            return prepared.compiled(self.dialect), told.answer or self._ask(told.asked)
        compiled, one = self._asked(prepared, values)
        return compiled, self._ask(one)

    def _ask_foreseen(self, told: Foreseen) -> None:
        """Ask what waits, where what was foreseen is among it: it goes where it was foreseen, and once."""
        if any(one is told.asked for one in self._waiting):
            self._foreseen.append(told)
            try:
                self.settle()
            finally:
                self._foreseen = [it for it in self._foreseen if it is not told]

    def _run(self, prepared: Prepared, values: Mapping[str, Any]) -> int:
        if self._foreseen:
            self._changes(prepared)
        compiled = prepared.compiled(self.dialect)
        wired: Wired = compiled.wired or wire(compiled)
        one = self._wire.asked(wired.text, wired.values(values))
        if self.in_transaction and wired.stores:
            self._later(one)
            return 1
        return self._ask(one, again=False).command_tuples or 0

    def _asked(self, prepared: Prepared, values: Mapping[str, Any]) -> tuple[Compiled, Asked]:
        compiled = prepared.compiled(self.dialect)
        wired: Wired = compiled.wired or wire(compiled)
        return compiled, self._wire.asked(wired.text, wired.values(values), known=not wired.spans)

    def _ask(self, one: Asked, *, again: bool = True) -> PGresult:
        """Send a statement and what waits before it, all in one round trip; return its own answer.

        Sent once more on a new connection, where it or the beginning of its transaction may be.
        """
        many = [*self._waiting, one]
        self._waiting = []
        begins = many[0] is _BEGIN
        again = begins or (again and not self.in_transaction)
        if self._connection.closed:
            if self.in_transaction and not begins:
                raise server_faults.away(self._server.presence.lost())
            self._open()
            again = False
        for left in (again, False):
            guarded = self._guarded
            guarded.until = time.monotonic() + self._seconds
            try:
                return self._wire.send(one) if len(many) == 1 and not self._foreseen else self._sent(many)
            except psycopg.Error as error:
                if not self._gone(error):
                    raise
                self._drop()
                if guarded.shut or not left:
                    unsure = self._committing and not _refused(error)
                    raise server_faults.away(self._server.presence.lost(), unsure=unsure) from error
                self._open()
            finally:
                guarded.until = math.inf
        raise AssertionError("unreachable")

    def _sent(self, many: list[Asked]) -> PGresult:
        """Send statements in one round trip; return the last one's answer, and keep those that were foreseen."""
        answers = self._wire.send_all(many)
        if self._foreseen:
            by_question = {id(asked): answer for asked, answer in zip(many, answers, strict=True)}
            for foreseen in self._foreseen:
                foreseen.answer = foreseen.answer or by_question.get(id(foreseen.asked))
        return answers[-1]

    def _gone(self, error: psycopg.Error) -> bool:
        """Tell a server that is away, or is no longer the one that takes writes, from other faults."""
        if self._connection.closed or self._guarded.shut:
            return True
        if isinstance(error, psycopg.OperationalError) and error.sqlstate is None:
            return True  # whatever a server says has a state
        return error.sqlstate in (_MOVED, *_COMING)


def _refused(error: psycopg.Error) -> bool:
    """Whether the server itself answered that it did not do it."""
    return error.sqlstate == _MOVED
