"""One thread's held connection: prepared statements on the bare driver, and what may wait inside a transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Dialect, Engine

    from desktop.domain.changes import Change
    from desktop.models.pouring import Poured
    from desktop.models.prepared import Compiled, Prepared

MOST_WAITING = 32
"""So many statements wait at the most for what is asked next."""
MOST_ROWS = 500
"""A list of so many rows does not wait."""


@dataclass(slots=True, eq=False)
class Foreseen:
    """A question that will be asked in this transaction, and its answer once it is there."""

    prepared: Prepared
    values: Mapping[str, Any]
    asked: Any = None
    answer: Any = None


class Link:
    """One driver connection held by one thread; runs prepared statements.

    Inside a transaction a row to store waits for what is asked next, or for the end: rows that are stored one right
    after another cost half of what each costs by itself. A fault of a row comes with what it waited for, always
    before the end says yes; whoever catches it and goes on takes back what was done since a savepoint.
    `changes` is what the transaction under way has done that other counters should hear of.
    """

    _waiting: list[Any]
    _foreseen: list[Foreseen]
    _foreseen_in: set[str]
    _fault: BaseException | None

    def __init__(self, engine: Engine) -> None:
        self._pooled = engine.raw_connection()
        self.dialect: Dialect = engine.dialect
        if self.dialect.name == "postgresql":  # transactions are begun here, in words, on both engines
            self._pooled.driver_connection.autocommit = True  # type: ignore[union-attr]
        self._own_cursor: Any = self._pooled.cursor()
        self.in_transaction = False
        self.changes: list[Change] = []
        self._forget()

    def one(self, prepared: Prepared, **values: Any) -> Any | None:
        """Return the first row, or None."""
        return self._one(prepared, values)

    def all(self, prepared: Prepared, **values: Any) -> list[Any]:
        """Return every row."""
        return self._all(prepared, values)

    def run(self, prepared: Prepared, **values: Any) -> int:
        """Run a statement that changes something; return how many rows it touched, of one that stores a row 1."""
        return self._run(prepared, values)

    def add(self, prepared: Prepared, row: Mapping[str, Any]) -> None:
        """Store one row, as `run` does, with its values by name: as they are, without making arguments of them."""
        self.run(prepared, **row)

    def run_many(self, prepared: Prepared, many: Iterable[Mapping[str, Any]]) -> None:
        """Run a statement once for each set of values."""
        compiled = self._changing(prepared)
        sets = [compiled.values(values) for values in many]
        self._later((compiled.text, sets, True))
        if len(sets) >= MOST_ROWS:
            self.settle()

    def pour(self, tables: Sequence[Poured]) -> None:
        """Store the rows of tables, one table after another, inside a transaction."""
        for poured in tables:
            self.run_many(poured.add, poured.rows())

    def run_later(self, prepared: Prepared, **values: Any) -> None:
        """Run a statement of which nobody asks how many rows it touched, before anything that is asked next."""
        compiled = self._changing(prepared)
        self._later((compiled.text, compiled.values(values), False))

    def foresee(self, prepared: Prepared, **values: Any) -> None:
        """Say what this transaction will ask for, so that it is asked before anything is stored and all at once.

        The answer is kept, told once, and counts until something is stored in a table that it was read from.
        """
        if self.in_transaction:
            answer = self._rows(prepared.compiled(self.dialect), values)
            self._foreseen.append(Foreseen(prepared, values, None, answer))
            self._foreseen_in |= prepared.tables

    def settle(self) -> None:
        """Have everything that was run done by now: rows to store may have been kept for a while."""
        waiting, self._waiting = self._waiting, []
        cursor = self._own_cursor
        try:
            for text, values, many in waiting:
                if many:
                    cursor.executemany(text, values)
                else:
                    cursor.execute(text, values)
        except BaseException as error:
            self._fault = error
            raise

    def begin(self) -> None:
        """Start a transaction that writes; on SQLite it takes the write lock at once."""
        self._forget()
        self._own_cursor.execute("BEGIN IMMEDIATE" if self.dialect.name == "sqlite" else "BEGIN")
        self.in_transaction = True

    def hold_still(self) -> None:
        """Have every read of the transaction just begun see the same moment; SQLite's do so by themselves.

        On PostgreSQL a row that somebody else changed since then cannot be changed (SQLSTATE 40001).
        """
        if self.dialect.name == "postgresql":
            self._own_cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")

    def commit(self) -> None:
        """Make the transaction durable; one that lost a row to a fault that was not taken back raises it again."""
        if self._waiting:
            self.settle()
        if self._fault is not None:
            raise self._fault
        self._own_cursor.execute("COMMIT")
        self.in_transaction = False
        self._foreseen = []

    def rollback(self) -> None:
        """Undo the transaction; SQLite may have done so itself on a full disk."""
        self._forget()
        self.in_transaction = False
        try:
            self._own_cursor.execute("ROLLBACK")
        except self.dialect.loaded_dbapi.Error:
            return

    def checkpoint(self) -> None:
        """Move SQLite's write-ahead log into the file; for idle moments."""
        if self.dialect.name == "sqlite":
            self._own_cursor.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    @contextmanager
    def patiently(self, seconds: float) -> Iterator[None]:
        """Let what is asked inside take its time, for work that nobody waits for; a file takes what it takes."""
        yield

    @contextmanager
    def meanwhile(self, step: Callable[[], bool]) -> Iterator[None]:
        """Have something done a little at a time while a server is waited for inside, until it says False.

        It must not raise, nor take long, nor use this link. What is inside another goes first. A file is never
        waited for.
        """
        yield

    def close(self) -> None:
        """Give the connection back."""
        self._own_cursor.close()
        self._pooled.close()

    # -- inside ------------------------------------------------------------------------------------
    @property
    def _cursor(self) -> Any:
        """The driver's own cursor on this connection, after all that was run before."""
        self.settle()
        self._foreseen = []
        return self._own_cursor

    @_cursor.setter
    def _cursor(self, cursor: Any) -> None:
        self._own_cursor = cursor

    def _forget(self) -> None:
        """Begin with nothing that waits, nothing foreseen and no fault."""
        self._waiting, self._foreseen, self._foreseen_in, self._fault = [], [], set(), None

    def _one(self, prepared: Prepared, values: Mapping[str, Any]) -> Any | None:
        compiled = prepared.compiled(self.dialect)
        if self._foreseen and (told := self._told(prepared, values)) is not None:
            return compiled.read(told.answer[0]) if told.answer else None
        if self._waiting:
            self.settle()
        cursor = self._own_cursor
        cursor.execute(compiled.text, compiled.values(values))
        row = cursor.fetchone()
        return None if row is None else compiled.read(row)

    def _all(self, prepared: Prepared, values: Mapping[str, Any]) -> list[Any]:
        compiled = prepared.compiled(self.dialect)
        told = self._told(prepared, values) if self._foreseen else None
        rows = self._rows(compiled, values) if told is None else told.answer
        return [compiled.read(row) for row in rows]

    def _run(self, prepared: Prepared, values: Mapping[str, Any]) -> int:
        compiled = self._changing(prepared)
        if compiled.stores and self.in_transaction:
            self._later((compiled.text, compiled.values(values), False))
            return 1
        if self._waiting:
            self.settle()
        cursor = self._own_cursor
        cursor.execute(compiled.text, compiled.values(values))
        if compiled.takes_back:
            self._fault = None
        return int(cursor.rowcount)

    def _changing(self, prepared: Prepared) -> Compiled:
        if self._foreseen:
            self._changes(prepared)
        return prepared.compiled(self.dialect)

    def _rows(self, compiled: Compiled, values: Mapping[str, Any]) -> Sequence[Any]:
        if self._waiting:
            self.settle()
        self._own_cursor.execute(compiled.text, compiled.values(values))
        found: Sequence[Any] = self._own_cursor.fetchall()
        return found

    def _later(self, one: Any) -> None:
        self._waiting.append(one)
        if not self.in_transaction or len(self._waiting) >= MOST_WAITING:
            self.settle()

    def _told(self, prepared: Prepared, values: Mapping[str, Any]) -> Foreseen | None:
        """Return what was foreseen of a question, which is told once."""
        for place, foreseen in enumerate(self._foreseen):
            if foreseen.prepared is prepared and foreseen.values == values:
                return self._foreseen.pop(place)
        return None

    def _changes(self, prepared: Prepared) -> None:
        """Forget what was answered from a table that is about to change; words may change any."""
        changed = prepared.tables
        if self._foreseen and not prepared.marks and not (changed and changed.isdisjoint(self._foreseen_in)):
            self._foreseen = [
                it for it in self._foreseen if changed and changed.isdisjoint(it.prepared.tables)
            ]
