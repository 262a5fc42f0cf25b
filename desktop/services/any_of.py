"""Asking about many values in one statement, which is always the same and so is known to a server."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import BindParameter, Boolean, ColumnElement, Dialect, Integer, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.visitors import InternalTraversal
from sqlalchemy.types import UserDefinedType

AT_ONCE = 200
"""So many values are asked about in one statement."""


class _Many(UserDefinedType[Sequence[Any]]):
    """Numbers or texts as one value: an array's words for PostgreSQL, JSON for SQLite."""

    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], str | None]:
        """Return what writes the values."""
        write = json.dumps if dialect.name == "sqlite" else _array
        return lambda values: None if values is None else write(values)


class _AnyOf(ColumnElement[bool]):
    """A column is one of the values."""

    inherit_cache = True
    _traverse_internals = [  # noqa: RUF012 - as SQLAlchemy has it
        ("column", InternalTraversal.dp_clauseelement),
        ("values", InternalTraversal.dp_clauseelement),
    ]
    type = Boolean()

    def __init__(self, column: ColumnElement[Any], values: BindParameter[Any]) -> None:
        self.column, self.values = column, values

    def self_group(self, against: Any = None) -> _AnyOf:
        """Stand as it is: compared with 1, as SQLite has what is true, it would not be looked up in an index."""
        return self


def any_of(column: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """Say that a column is one of some values, texts or numbers."""
    return _AnyOf(column.__clause_element__(), bindparam("some", type_=_Many()))


def named(values: Sequence[Any]) -> Iterator[dict[str, Any]]:
    """Name values for statements with `any_of`, as many at a time as are asked about at once."""
    for first in range(0, len(values), AT_ONCE):
        yield {"some": values[first : first + AT_ONCE]}


# -- inside ----------------------------------------------------------------------------------------
def _array(values: Sequence[Any]) -> str:
    if not values or isinstance(values[0], int):
        return "{" + ",".join(map(str, values)) + "}"
    words = '","'.join(values)
    if "\\" in words or words.count('"') > 2 * len(values) - 2:
        words = '","'.join([value.replace("\\", "\\\\").replace('"', '\\"') for value in values])
    return '{"' + words + '"}'


@compiles(_AnyOf)
def _in_file(element: _AnyOf, compiler: SQLCompiler, **kw: Any) -> str:
    column, values = compiler.process(element.column, **kw), compiler.process(element.values, **kw)
    return f"{column} IN (SELECT value FROM json_each({values}))"  # noqa: S608 # nosec B608 - names of ours


@compiles(_AnyOf, "postgresql")
def _at_server(element: _AnyOf, compiler: SQLCompiler, **kw: Any) -> str:
    column, values = compiler.process(element.column, **kw), compiler.process(element.values, **kw)
    kind = "BIGINT" if isinstance(element.column.type, Integer) else "VARCHAR"
    return f"{column} = ANY(CAST({values} AS {kind}[]))"
