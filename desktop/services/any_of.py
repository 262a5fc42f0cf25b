"""Asking about many values in one statement, which is always the same and so is known to a server."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, bindparam, or_
from sqlalchemy.orm import InstrumentedAttribute

AT_ONCE = 50
"""So many values are asked about in one statement."""


def any_of(column: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """Say that a column is one of `AT_ONCE` values."""
    return or_(*(column == bindparam(f"any_{place}") for place in range(AT_ONCE)))


def named(values: Sequence[Any]) -> Iterator[dict[str, Any]]:
    """Name values for statements with `any_of`, as many at a time; places left over repeat the last."""
    for first in range(0, len(values), AT_ONCE):
        some = values[first : first + AT_ONCE]
        yield {f"any_{place}": some[min(place, len(some) - 1)] for place in range(AT_ONCE)}
