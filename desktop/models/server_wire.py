"""What a prepared statement costs on the wire: libpq's own calls, through psycopg, without the steps of a cursor.

The statement's text is taken apart once and for all, and what goes in and out is known; `make bench
ARGS=server_look_up` holds it beside psycopg's cursor.
"""

from __future__ import annotations

import re
import select
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import psycopg
from psycopg import errors
from psycopg.adapt import Transformer
from psycopg.pq import DiagnosticField, ExecStatus

from desktop.models.server_values import outgoing

if TYPE_CHECKING:
    from psycopg.pq import Format
    from psycopg.pq.abc import PGresult

    from desktop.models.pouring import Poured
    from desktop.models.prepared import Compiled

USES = 5
"""After so many times a statement is prepared at the server; it takes one round trip more, once."""
MOST_PREPARED = 128
"""So many statements a connection has prepared at the most: each takes memory at the server."""
MOST_ROWS, MOST_VALUES = 500, 30_000
"""So many rows, and so many values, go into one statement that stores many; the protocol has 65,535."""
ALIKE = 12
"""Rows of a list that is likely to come again as long: their INSERT is one of those that are prepared."""
LOOK_SECONDS = 100e-6
"""How long something else is done before it is looked whether the answer is there: a look takes some microseconds."""
_NAMED = re.compile(r"%\((\w+)\)s|%%")
_ROW = re.compile(r"(?<= VALUES )\((?:[^()]|\([^()]*\))*\)$")
_DONE = (ExecStatus.TUPLES_OK, ExecStatus.COMMAND_OK)


class Lost(psycopg.OperationalError):
    """There was no answer; libpq may still take the connection for a good one."""


class Wired:
    """A compiled statement as the server takes it: `$1` for a name; `values` puts named values in that order.

    `stores` where it stores one row and does nothing else: nobody has to wait for its answer. So many rows as
    `takes_many` go into one statement; 0 for one that is run anew for each set of values.
    """

    __slots__ = ("names", "_parts", "many", "spans", "stores", "takes_many", "text", "values")

    def __init__(self, compiled: Compiled) -> None:
        self.names: list[str] = []
        words = _NAMED.sub(self._numbered, compiled.text)
        self.text = words.encode()
        self.values = compiled.taking(self.names)
        self.spans = compiled.spans
        row = _ROW.search(words) if words.startswith("INSERT INTO ") else None
        self._parts = (words[: row.start()], re.split(r"\$\d+", row.group())) if row else None
        self.many: dict[int, bytes] = {}
        self.stores = row is not None
        self.takes_many = min(MOST_ROWS, MOST_VALUES // max(1, len(self.names))) if row else 0

    def for_rows(self, count: int) -> bytes:
        """Return the INSERT for so many rows at once."""
        found = self.many.get(count)
        if found is None:
            assert self._parts is not None
            before, between = self._parts
            rows, place = [], 0
            for _ in range(count):
                row = between[0]
                for after in between[1:]:
                    place += 1
                    row += f"${place}{after}"
                rows.append(row)
            found = (before + ", ".join(rows)).encode()
            if count <= ALIKE:  # short lists come again
                self.many[count] = found
        return found

    def _numbered(self, found: re.Match[str]) -> str:
        name = found.group(1)
        if name is None:
            return "%"
        self.names.append(name)
        return f"${len(self.names)}"


def wire(compiled: Compiled) -> Wired:
    """Return a compiled statement as the server takes it, taken apart at the first call."""
    found: Wired | None = compiled.wired
    if found is None:
        found = compiled.wired = Wired(compiled)
    return found


class Asked(NamedTuple):
    """A statement on its way: its text, its values as they go out; None for words that take none.

    One that is not `known` to the server is planned for its values each time.
    """

    text: bytes
    values: Sequence[Any] | None = None
    formats: Sequence[Format] | None = None
    known: bool = True


class Wire:
    """One connection's prepared statements, and how its rows are read.

    `meanwhile` is what is done a step at a time while an answer is waited for, the last first; a step says whether
    there is more of it.
    """

    def __init__(
        self, connection: psycopg.Connection[Any], meanwhile: Sequence[Callable[[], bool]] = ()
    ) -> None:
        self._server = connection.pgconn
        self._meanwhile = meanwhile
        self._reading = Transformer(connection)
        self._prepares = connection.prepare_threshold is not None
        self._used: dict[bytes, int] = {}
        self._prepared: dict[bytes, bytes] = {}

    def asked(self, text: bytes, values: Sequence[Any], *, known: bool = True) -> Asked:
        """Return a statement with its values as they go out; psycopg.DataError where one cannot."""
        encoded, formats = outgoing(values)
        return Asked(text, encoded, formats, known)

    def send(self, asked: Asked) -> PGresult:
        """Run a statement in one round trip. Raises psycopg's errors, as a cursor does, or Lost."""
        server = self._server
        name = self._name_of(asked)
        if self._meanwhile:
            self._say(asked, name)
            answer, over = self._flushed(), False
            while not over:
                over = self._answer() is None
            if answer is None:
                raise Lost("no answer")
            return _checked(answer)
        if asked.values is None:  # libpq waits by itself in these
            return _checked(server.exec_(asked.text))
        if name is None:
            return _checked(server.exec_params(asked.text, asked.values, None, asked.formats))
        return _checked(server.exec_prepared(name, asked.values, asked.formats))

    def send_all(self, many: Sequence[Asked]) -> list[PGresult]:
        """Run statements one after another in one round trip; return the answer of each.

        The first error ends it: what comes after is not done, and the error is raised.
        """
        server = self._server
        name_of = self._prepared.get
        names = [name_of(asked.text) or self._name_of(asked) for asked in many]
        server.enter_pipeline_mode()
        try:
            for asked, name in zip(many, names, strict=True):
                self._say(asked, name)
            server.pipeline_sync()
            return self._answers(len(many))
        finally:
            try:  # noqa: SIM105 - cheaper than a context
                server.exit_pipeline_mode()
            except psycopg.Error:  # of a connection that is gone
                pass

    def pour(self, tables: Sequence[Poured]) -> Iterator[None]:
        """Store packed rows by COPY, one table after another, a round trip each; gone on with after each.

        The first error ends it, and is raised; psycopg.DataError where the server took other than every row.
        """
        server = self._server
        server.send_query(b";".join(poured.words for poured in tables))
        whole = True
        for poured in tables:
            content = poured.content
            self._taken(self._flushed(), ExecStatus.COPY_IN)
            server.put_copy_data(content)
            server.put_copy_end()
            done = self._taken(self._flushed(), ExecStatus.COMMAND_OK)
            whole = whole and done.command_tuples == len(poured.packed)
            yield
        self._answer()  # that all of it is over
        if not whole:
            raise psycopg.DataError("not every row is stored")

    def first(self, result: PGresult) -> tuple[Any, ...] | None:
        """Return the first row of an answer as Python values, or None."""
        if not result.ntuples:
            return None
        self._reading.set_pgresult(result)
        return self._reading.load_row(0, tuple)

    def rows(self, result: PGresult) -> list[tuple[Any, ...]]:
        """Return every row of an answer as Python values."""
        self._reading.set_pgresult(result)
        return self._reading.load_rows(0, result.ntuples, tuple)

    def _say(self, asked: Asked, name: bytes | None) -> None:
        if name is None:
            self._server.send_query_params(asked.text, asked.values or (), None, asked.formats)
        else:
            self._server.send_query_prepared(name, asked.values or (), asked.formats)

    def _answers(self, count: int) -> list[PGresult]:
        answers: list[PGresult] = []
        busy, result = self._server.is_busy, self._server.get_result
        for place in range(count):
            if not place:
                last = self._flushed()
            else:
                if busy():
                    self._wait()
                last = result()
            while last is not None:
                if busy():
                    self._wait()
                more = result()
                if more is None:
                    answers.append(last)
                last = more
        self._answer()  # that all of it is over
        for answer in answers:
            if answer.status not in _DONE:
                _checked(answer)
        if len(answers) < count:
            raise Lost("no answer")
        return answers

    def _taken(self, answer: PGresult | None, wanted: ExecStatus) -> PGresult:
        """Return the answer wanted; raise what any other says, when all of it is over."""
        if answer is None:
            raise Lost("no answer")
        if answer.status != wanted:
            while self._answer() is not None:
                pass
            _checked(answer)
            raise Lost("another answer")
        return answer

    def _flushed(self) -> PGresult | None:
        """Return the next answer, when all of what was said is on its way."""
        server = self._server
        while server.flush():
            readable, _, _ = select.select([server.socket], [server.socket], [])
            if readable:
                server.consume_input()
        return self._answer()

    def _answer(self) -> PGresult | None:
        server = self._server
        if server.is_busy():
            self._wait()
        return server.get_result()

    def _wait(self) -> None:
        """Return when there is an answer to take: it is waited for here, where other threads go on meanwhile."""
        server, left = self._server, [*self._meanwhile]
        while True:
            while left and not select.select([server.socket], [], [], 0)[0]:
                until = time.perf_counter() + LOOK_SECONDS
                while left and time.perf_counter() < until:
                    if not left[-1]():
                        left.pop()
            select.select([server.socket], [], [])
            server.consume_input()
            if not server.is_busy():
                return

    def _name_of(self, asked: Asked) -> bytes | None:
        if asked.values is None:
            return None
        name = self._prepared.get(asked.text)
        return self._learn(asked.text) if name is None and asked.known else name

    def _learn(self, text: bytes) -> bytes | None:
        if not self._prepares or len(self._prepared) >= MOST_PREPARED:
            return None
        used = self._used[text] = self._used.get(text, 0) + 1
        if used <= USES:
            return None
        name = b"counter_%d" % len(self._prepared)
        _checked(self._server.prepare(name, text))
        del self._used[text]
        self._prepared[text] = name
        return name


def _checked(result: PGresult) -> PGresult:
    """Return an answer; the error in it is raised."""
    if result.status in _DONE:
        return result
    if result.error_field(DiagnosticField.SQLSTATE) is None:  # whatever a server says has a state
        raise Lost(result.error_message.decode(errors="replace"))
    raise errors.error_from_result(result)
