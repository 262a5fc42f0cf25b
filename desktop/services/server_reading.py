"""Reading the station's server in a child process, a few rows at a time, in the forms that SQLite's rows have."""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg.adapt import Loader

NAME = "export"
LEAST_FRACTION = 6
"""Digits of a second: SQLite keeps them all, PostgreSQL leaves noughts out."""
_IN_ITS_TIME = "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0"
"""Counting a year's entries, or writing them to a slow stick, takes longer than a clerk waits for a window's question."""


class _Moment(Loader):
    """`2026-11-20 02:00:00.001000`, in UTC."""

    def load(self, data: Any) -> str:
        """Take what the server wrote: a moment in UTC, `+00` behind it."""
        moment, _, fraction = bytes(data).decode().removesuffix("+00").partition(".")
        return f"{moment}.{fraction:0<{LEAST_FRACTION}}"


class _Text(Loader):
    """As the server wrote it."""

    def load(self, data: Any) -> str:
        """Take it as text."""
        return bytes(data).decode()


class _Whether(Loader):
    """1 or 0."""

    def load(self, data: Any) -> int:
        """Take the server's t or f."""
        return int(bytes(data) == b"t")


class ServerCursor:
    """A cursor like SQLite's: one moment of the database for all that is asked, rows fetched as they are needed."""

    def __init__(self, parameters: dict[str, Any]) -> None:
        self._connection = psycopg.connect(**parameters)
        for name, loader in (("timestamptz", _Moment), ("date", _Text), ("bool", _Whether)):
            self._connection.adapters.register_loader(name, loader)
        self._connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        self._connection.read_only = True
        self._connection.execute(_IN_ITS_TIME)
        self._cursor: psycopg.ServerCursor[Any] | None = None
        self.arraysize = 1

    def execute(self, text: str, values: Any = None) -> ServerCursor:
        """Ask; what was asked before is over."""
        if self._cursor is not None:
            self._cursor.close()
        self._cursor = self._connection.cursor(NAME)
        self._cursor.execute(text, values)
        return self

    def fetchone(self) -> Any:
        """Give the next row, or None."""
        assert self._cursor is not None
        return self._cursor.fetchone()

    def fetchmany(self) -> list[Any]:
        """Give the next `arraysize` rows."""
        assert self._cursor is not None
        return self._cursor.fetchmany(self.arraysize)
