"""Who a server is, as an administrator wants to know it before a counter is set to it."""

from __future__ import annotations

import statistics
import time
from typing import Any, NamedTuple

import psycopg

from desktop.domain.errors import EnvironmentTrouble, sentence

ROUNDS = 7
_TOO_WEAK = sentence(
    "errors",
    "服务器上的用户“{user}”不能办件，只能用于别的用途。请改用授权脚本建立的 counter_program；权限不全时请重新运行授权脚本。",
)


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
    """Ask a server who it is; EnvironmentTrouble where the user may not do a counter's work there."""
    version = str(connection.info.parameter_status("server_version") or "").split()[0]
    row = connection.execute(
        "SELECT ssl, coalesce(version, '') FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
    ).fetchone()
    work = connection.execute(
        "SELECT has_table_privilege('case_file', 'INSERT') AND has_table_privilege('journal_entry', 'INSERT')"
    ).fetchone()
    if work is None or not work[0]:
        raise EnvironmentTrouble(_TOO_WEAK.fill(user=connection.info.user))
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
