"""A connection of one's own to the station's server, for what takes long: every question with a deadline."""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg

from desktop.domain.errors import CounterError, EnvironmentTrouble, NotPossible, sentence
from desktop.models.dump_programs import WayIn
from desktop.models.server_faults import first_line, refusal
from desktop.models.watchdog import Watchdog

CALL_SECONDS = 300.0
"""How long one question may take: counting a table of millions takes its time, a frozen server for ever."""
CONNECT_SECONDS, LEAVE_SECONDS = 10, 10
_TURN = (0x72636261, 1)
"""The lock of whoever backs the station up; it goes with the connection, so that nobody dead is in the way."""

_AWAY = sentence("backups", "连不上本所服务器（{reason}），没有做成。请等服务器恢复后再做。")
_RIGHTS = sentence(
    "backups", "备份用户在服务器上的权限不够（{reason}），没有做成。请管理员在服务器上重新运行授权脚本。"
)
_UNDER_WAY = sentence("backups", "本所的备份正在另一台电脑上做，这里不用再做。")


class TurnTaken(NotPossible):
    """Somebody else at the station is at it."""


class Session:
    """One connection in autocommit."""

    def __init__(self, way: WayIn) -> None:
        parameters = {**way.parameters, "connect_timeout": CONNECT_SECONDS}
        try:
            self.connection = psycopg.connect(**parameters, autocommit=True)
        except psycopg.OperationalError as error:
            user, name = str(way.parameters.get("user", "")), str(way.parameters.get("dbname", ""))
            told = refusal(error, user, name)
            raise told or EnvironmentTrouble(_AWAY.fill(reason=first_line(error)[:80])) from error
        found = self.connection.info  # of several hosts the one that answered: a moment is one server's
        self.way = WayIn({**way.parameters, "host": found.host, "port": found.port})
        self._watchdog = Watchdog()
        self._guarded = self._watchdog.guard(self.connection.fileno())

    @property
    def version(self) -> int:
        """The server's major version."""
        return self.connection.info.server_version // 10_000

    def ask(self, words: Any, values: Any = None, seconds: float = CALL_SECONDS) -> psycopg.Cursor[Any]:
        """Ask something; EnvironmentTrouble where no answer comes in time, or the role may not."""
        self._guarded.until = time.monotonic() + seconds
        try:
            return self.connection.execute(words, values)
        except psycopg.errors.InsufficientPrivilege as error:
            raise EnvironmentTrouble(_RIGHTS.fill(reason=first_line(error)[:80])) from error
        except psycopg.Error as error:
            if self.connection.closed or self._guarded.shut:
                raise EnvironmentTrouble(_AWAY.fill(reason=first_line(error)[:80])) from error
            raise
        finally:
            self._guarded.until = math.inf

    def value(self, words: Any, values: Any = None) -> Any:
        """Ask for one value; None where there is no row."""
        row = self.ask(words, values).fetchone()
        return None if row is None else row[0]

    @contextmanager
    def one_moment(self) -> Iterator[str]:
        """Hold still what is read inside, and give the name by which others read the same moment."""
        self.ask("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        try:
            yield str(self.value("SELECT pg_export_snapshot()"))
        finally:
            with contextlib.suppress(CounterError, psycopg.Error):  # gone with the connection
                self.ask("ROLLBACK", seconds=LEAVE_SECONDS)

    def close(self) -> None:
        """Leave; what was locked is free again."""
        self._guarded.close()
        self._watchdog.close()
        self.connection.close()


@contextmanager
def session(way: WayIn) -> Iterator[Session]:
    """A connection for as long as the block lasts."""
    made = Session(way)
    try:
        yield made
    finally:
        made.close()


@contextmanager
def turn(held: Session) -> Iterator[None]:
    """Be the only one of the station who backs up; TurnTaken while somebody else does."""
    if not held.value("SELECT pg_try_advisory_lock(%s, %s)", _TURN):
        raise TurnTaken(_UNDER_WAY)
    try:
        yield
    finally:
        with contextlib.suppress(CounterError, psycopg.Error):  # it goes with the connection
            held.ask("SELECT pg_advisory_unlock(%s, %s)", _TURN, seconds=LEAVE_SECONDS)
