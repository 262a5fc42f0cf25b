"""What every engine can ask of a text, each in its own words."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Integer
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement


class position(FunctionElement[int]):  # noqa: N801 - named as in SQL
    """The place of one text in another, counted from 1; 0 where it is not, 1 for an empty one."""

    inherit_cache = True
    type = Integer()


@compiles(position)
def _standard(element: Any, compiler: Any, **options: Any) -> str:
    within, wanted = (compiler.process(clause, **options) for clause in element.clauses)
    return f"position({wanted} IN {within})"


@compiles(position, "sqlite")
def _sqlite(element: Any, compiler: Any, **options: Any) -> str:
    within, wanted = (compiler.process(clause, **options) for clause in element.clauses)
    return f"instr({within}, {wanted})"


class quickly_between(FunctionElement[bool]):  # noqa: N801 - named as in SQL
    """A quick look where texts are compared byte by byte; other engines take the long way round."""

    inherit_cache = True
    type = Boolean()


@compiles(quickly_between)
def _unknown(element: Any, compiler: Any, **options: Any) -> str:
    return "1 = 0"


@compiles(quickly_between, "sqlite")
def _by_bytes(element: Any, compiler: Any, **options: Any) -> str:
    text, least, most = (compiler.process(clause, **options) for clause in element.clauses)
    return f"({text} BETWEEN {least} AND {most})"
