"""Statements written in SQLAlchemy Core, compiled once a dialect, run on the bare driver.

The counter's paths pay for the SQL and for nothing else: a `Prepared` look-up costs about what the driver's
own does, where the same statement through a Core connection costs 2.3 times that (measured in `make bench`).
"""

from __future__ import annotations

import re
from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import Date, DateTime, Dialect, Table, TextClause
from sqlalchemy.sql import Select
from sqlalchemy.sql.expression import ClauseElement, Executable
from sqlalchemy.sql.visitors import iterate
from sqlalchemy.types import TypeDecorator, TypeEngine

_Process = Callable[[Any], Any]


_SPAN = re.compile(r"(?:[<>]=?|LIKE|BETWEEN) %\(")
_MARKS = ("SAVEPOINT ", "RELEASE ")
_ROW = re.compile(r" VALUES \((?:[^()]|\([^()]*\))*\)$")
_LIMITED = " LIMIT ? OFFSET ?"
_LIMITED_AT_SERVER = re.compile(r" LIMIT %\((\w+)\)s(?:::INTEGER)?$")
_PLANNED_ANEW, _PLANNED_ONCE = " LIMIT ?", " LIMIT ?+0"
"""SQLite plans a statement anew whenever a limit is bound that stands alone; a sum it does not look into."""


class Compiled:
    """One statement for one dialect: its text, how values go in, how rows come out.

    `stores` when it stores one row and does nothing else, `takes_back` when it undoes what came after a savepoint.
    `spans` when it looks for what lies between values: a server must plan it for these values each time, since a
    plan made for any values may leave the index out (measured: 0.18 and 674 ms).
    """

    __slots__ = (
        *("_constants", "_pick", "_positional", "_writers"),
        *("make_row", "names", "readers", "spans", "stores", "takes_back", "text", "wired"),
    )

    def __init__(self, statement: Executable, dialect: Dialect) -> None:
        assert isinstance(statement, ClauseElement)
        compiled = statement.compile(dialect=dialect)
        self.text = str(compiled)
        self.spans = _SPAN.search(self.text) is not None
        self.stores = self.text.startswith("INSERT INTO ") and _ROW.search(self.text) is not None
        self.takes_back = self.text.startswith("ROLLBACK TO ")
        binds = compiled.binds  # type: ignore[attr-defined]
        order: Sequence[str] | None = compiled.positiontup  # type: ignore[attr-defined]
        self._positional = order is not None
        named = compiled.bind_names.values()  # type: ignore[attr-defined]
        self.names = list(order) if order is not None else list(dict.fromkeys(named))
        self._say_limit(binds)
        if dialect.name == "sqlite":
            self.text = self.text.replace(_PLANNED_ANEW, _PLANNED_ONCE)
        self.wired: Any = None  # the statement as a server's connection sends it, made when one does
        self._pick = _picker(self.names)
        self._constants: dict[str, Any] = {
            name: binds[name].value for name in self.names if not binds[name].required
        }
        self._writers: list[tuple[int, _Process]] = []
        for place, name in enumerate(self.names):
            process = binds[name].type.dialect_impl(dialect).bind_processor(dialect)
            if process is not None:
                self._writers.append((place, _remembering(binds[name].type, dialect, process)))
        self.readers: list[tuple[int, _Process]] = []
        self.make_row: Callable[[Sequence[Any]], Any] | None = None
        if isinstance(statement, Select):
            columns = list(statement.selected_columns)
            self.make_row = namedtuple("Row", [str(column.key) for column in columns])._make
            for place, column in enumerate(columns):
                reader = column.type.dialect_impl(dialect).result_processor(dialect, None)
                if reader is not None:
                    self.readers.append((place, reader))

    def _say_limit(self, binds: Mapping[str, Any]) -> None:
        """Write a limit that never changes in words: beside a plan for one row, PostgreSQL finds one for any
        number of rows so dear that it plans anew each time.
        """
        found = _LIMITED_AT_SERVER.search(self.text)
        if found is not None and not binds[found[1]].required:
            self.text = f"{self.text[: found.start()]} LIMIT {binds[found[1]].value:d}"
            self.names.remove(found[1])
        last = [binds[name] for name in self.names[-2:]]
        if self.text.endswith(_LIMITED) and not any(bind.required for bind in last):
            most, skipped = (bind.value for bind in last)
            self.text = f"{self.text.removesuffix(_LIMITED)} LIMIT {most:d} OFFSET {skipped:d}"
            self.names = self.names[:-2]

    def values(self, given: Mapping[str, Any]) -> Any:
        """Put the given values into the driver's form; a missing required one raises KeyError."""
        picked = self._pick({**self._constants, **given} if self._constants else given)
        if self._positional and not self._writers:
            return picked
        values = list(picked)
        for place, process in self._writers:
            values[place] = process(values[place])
        return values if self._positional else dict(zip(self.names, values, strict=True))

    def taking(self, names: Sequence[str]) -> Callable[[Mapping[str, Any]], Sequence[Any]]:
        """Return what does as `values`, and gives them in the order of these names."""
        pick, constants = _picker(names), self._constants
        process_of = {self.names[place]: process for place, process in self._writers}
        writers = [(place, process_of[name]) for place, name in enumerate(names) if name in process_of]
        if not writers and not constants:
            return pick

        def taken(given: Mapping[str, Any]) -> Sequence[Any]:
            values = list(pick({**constants, **given} if constants else given))
            for place, process in writers:
                values[place] = process(values[place])
            return values

        return taken

    def read(self, row: Sequence[Any]) -> Any:
        """Turn a driver's row into a named tuple of Python values."""
        if self.readers:
            values = list(row)
            for place, reader in self.readers:
                values[place] = reader(values[place])
            row = values
        assert self.make_row is not None
        return self.make_row(row)


def _picker(names: Sequence[str]) -> Callable[[Mapping[str, Any]], Sequence[Any]]:
    """Return what takes the named values out of a mapping, in one step of C where it can."""
    if len(names) > 1:
        return itemgetter(*names)
    return lambda given: [given[name] for name in names]


_REMEMBERING: dict[tuple[str, str], _Process] = {}


def _remembering(kind: TypeEngine[Any], dialect: Dialect, process: _Process) -> _Process:
    """Return the process of days and moments with one memory for all columns of the type.

    The statements of a transaction write the same few days and moments again and again.
    """
    plain = kind.impl_instance if isinstance(kind, TypeDecorator) else kind
    if not isinstance(plain, Date | DateTime):
        return process
    return _REMEMBERING.setdefault((dialect.name, repr(kind)), lru_cache(maxsize=256)(process))


class Prepared:
    """A Core statement made once, at import; `bindparam` names its values.

    `marks` where it only sets or lets go a place to come back to.
    """

    __slots__ = ("_compiled", "_tables", "marks", "statement")

    def __init__(self, statement: Executable) -> None:
        self.statement = statement
        self.marks = isinstance(statement, TextClause) and statement.text.startswith(_MARKS)
        self._compiled: dict[str, Compiled] = {}
        self._tables: frozenset[str] | None = None

    @property
    def tables(self) -> frozenset[str]:
        """The names of the tables that it reads or changes; none of a statement that is given in words."""
        if self._tables is None:
            parts = iterate(cast(ClauseElement, self.statement))
            self._tables = frozenset(part.name for part in parts if isinstance(part, Table))
        return self._tables

    def compiled(self, dialect: Dialect) -> Compiled:
        """Return the statement as this dialect runs it; compiled at the first call."""
        found = self._compiled.get(dialect.name)
        if found is None:
            found = self._compiled[dialect.name] = Compiled(self.statement, dialect)
        return found
