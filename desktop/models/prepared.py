"""Statements written in SQLAlchemy Core, compiled once a dialect, run on the bare driver.

The counter's paths pay for the SQL and for nothing else: a `Prepared` look-up costs about what the driver's
own does, where the same statement through a Core connection costs 2.3 times that (measured in `make bench`).
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Dialect
from sqlalchemy.sql import Select
from sqlalchemy.sql.expression import ClauseElement, Executable

_Process = Callable[[Any], Any]


class Compiled:
    """One statement for one dialect: its text, how values go in, how rows come out."""

    __slots__ = ("_positional", "_processors", "make_row", "readers", "text")

    def __init__(self, statement: Executable, dialect: Dialect) -> None:
        assert isinstance(statement, ClauseElement)
        compiled = statement.compile(dialect=dialect)
        self.text = str(compiled)
        binds = compiled.binds  # type: ignore[attr-defined]
        order: Sequence[str] | None = compiled.positiontup  # type: ignore[attr-defined]
        names = list(order) if order is not None else list(binds)
        self._positional = order is not None
        self._processors: list[tuple[str, Any, bool, _Process | None]] = []
        for name in names:
            bind = binds[name]
            kind = bind.type.dialect_impl(dialect)
            self._processors.append((name, bind.value, bind.required, kind.bind_processor(dialect)))
        self.readers: list[tuple[int, _Process]] = []
        self.make_row: Callable[[Sequence[Any]], Any] | None = None
        if isinstance(statement, Select):
            columns = list(statement.selected_columns)
            self.make_row = namedtuple("Row", [str(column.key) for column in columns])._make
            for place, column in enumerate(columns):
                reader = column.type.dialect_impl(dialect).result_processor(dialect, None)
                if reader is not None:
                    self.readers.append((place, reader))

    def values(self, given: Mapping[str, Any]) -> Any:
        """Put the given values into the driver's form; a missing required one raises KeyError."""
        if self._positional:
            return [
                (process(given[name] if required else given.get(name, default)))
                if process
                else (given[name] if required else given.get(name, default))
                for name, default, required, process in self._processors
            ]
        return {
            name: process(given[name] if required else given.get(name, default))
            if process
            else (given[name] if required else given.get(name, default))
            for name, default, required, process in self._processors
        }

    def read(self, row: Sequence[Any]) -> Any:
        """Turn a driver's row into a named tuple of Python values."""
        if self.readers:
            values = list(row)
            for place, reader in self.readers:
                values[place] = reader(values[place])
            row = values
        assert self.make_row is not None
        return self.make_row(row)


class Prepared:
    """A Core statement made once, at import; `bindparam` names its values."""

    __slots__ = ("_compiled", "statement")

    def __init__(self, statement: Executable) -> None:
        self.statement = statement
        self._compiled: dict[str, Compiled] = {}

    def compiled(self, dialect: Dialect) -> Compiled:
        """Return the statement as this dialect runs it; compiled at the first call."""
        found = self._compiled.get(dialect.name)
        if found is None:
            found = self._compiled[dialect.name] = Compiled(self.statement, dialect)
        return found
