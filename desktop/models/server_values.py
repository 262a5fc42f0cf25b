"""How Python's values go out to the server: as text, bytes as they are; some hundred in a transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

import psycopg
from psycopg.pq import Format

_BYTES = frozenset((bytes, psycopg.Binary))
_REMEMBERED = 256
_AGAINST_NUL = "PostgreSQL text fields cannot contain NUL (0x00) bytes"


class _Written(dict[Any, bytes]):
    """Days or moments as they go out: the statements of a transaction send the same few again and again."""

    def __missing__(self, value: Any) -> bytes:
        if len(self) >= _REMEMBERED:
            self.clear()
        words = self[value] = str(value).encode()
        return words


_PLAIN: dict[type, Callable[[Any], Any]] = {
    str: str.encode,
    int: b"%d".__mod__,
    type(None): {None: None}.__getitem__,
    bool: {True: b"t", False: b"f"}.__getitem__,
    date: _Written().__getitem__,
    datetime: _Written().__getitem__,
    float: lambda value: repr(value).encode(),
}
"""By their types; each a step of C where it can be."""


def outgoing(values: Sequence[Any]) -> tuple[list[Any], list[Format] | None]:
    """Return values as they go out, with their formats where not all are text; psycopg.DataError where one cannot."""
    formats: list[Format] | None = None
    try:
        encoded = [_PLAIN[type(value)](value) for value in values]
        words = b"".join(filter(None, encoded))
    except KeyError:
        kinds = [type(value) for value in values]
        encoders = [_as_it_is if kind in _BYTES else _PLAIN.get(kind) or _encoder(kind) for kind in kinds]
        encoded = [encode(value) for encode, value in zip(encoders, values, strict=True)]
        if not _BYTES.isdisjoint(kinds):
            formats = [Format.BINARY if kind in _BYTES else Format.TEXT for kind in kinds]
        words = b"".join(it for it, kind in zip(encoded, kinds, strict=True) if it and kind not in _BYTES)
    if b"\0" in words:  # libpq would end the value there
        raise psycopg.DataError(_AGAINST_NUL)
    return encoded, formats


def _as_it_is(value: Any) -> bytes:
    return value if isinstance(value, bytes) else bytes(value.obj)


def _encoder(kind: type) -> Callable[[Any], Any]:
    """Find how values of a type that was not met before go out: as what the type is made from."""
    for known in (int, str, float):
        if issubclass(kind, known):
            found = _PLAIN[kind] = _PLAIN[known]
            return found
    raise psycopg.ProgrammingError(f"cannot send a value of type {kind.__name__}")
