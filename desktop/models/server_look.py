"""Who a server is, as an administrator wants to know it before a counter is set to it."""

from __future__ import annotations

import statistics
import time
from typing import Any, NamedTuple

import psycopg

ROUNDS = 7


class ServerLook(NamedTuple):
    """The host that answered, its version, TLS's version or "", milliseconds an answer takes, the station there.

    `too_strong` when the user may change the trail, or everything.
    """

    host: str
    version: str
    encrypted: str
    milliseconds: float
    station: str
    too_strong: bool


def look_at(connection: psycopg.Connection[Any], host: str) -> ServerLook:
    """Ask a server who it is."""
    version = str(connection.info.parameter_status("server_version") or "").split()[0]
    row = connection.execute(
        "SELECT ssl, coalesce(version, '') FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
    ).fetchone()
    station = connection.execute("SELECT name FROM station").fetchone()
    strong = connection.execute(
        "SELECT has_table_privilege('journal_entry', 'UPDATE') OR has_table_privilege('journal_entry', 'DELETE')"
    ).fetchone()
    took = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        connection.execute("SELECT 1")
        took.append((time.perf_counter() - begun) * 1000)
    return ServerLook(
        host,
        version,
        str(row[1]) if row is not None and row[0] else "",
        statistics.median(took),
        str(station[0]) if station is not None else "",
        bool(strong is not None and strong[0]),
    )
