"""Restoring a backup of a station for real: into a new database beside the one in use, never over it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import psycopg
from psycopg import sql

from desktop.domain.errors import CounterError, EnvironmentTrouble, NotPossible, sentence
from desktop.models import server_roles, station_file
from desktop.models.dump_programs import WayIn
from desktop.models.opening import HEAD, known_revisions
from desktop.models.server import ServerDatabase
from desktop.models.server_faults import first_line
from desktop.models.server_roles import MIGRATIONS
from desktop.models.server_session import Session, session
from desktop.services import purges_since
from desktop.services.backup_drill import differences
from desktop.services.backup_making import facts_from
from desktop.services.station_drill import put_into, settings_of
from desktop.services.station_making import BACKUP, facts_on, note

_LONGEST = 63
"""Bytes of a name that PostgreSQL keeps; what comes after is cut off without an error."""
RESTORE = "restore"
"""The kind under which a restored database says itself that it was restored, and from what."""

_THERE = sentence("backups", "数据库{name}已经存在，不会覆盖。请另取一个名称。")
_NEWER = sentence("backups", "备份由更新版本的程序做成，本程序不能恢复。请先升级程序。")
_DAMAGED = sentence("backups", "恢复出来的数据与备份时记下的不符（{what}），新数据库已删除。请换一份备份。")
_NAME = sentence("backups", "不能用“{name}”作数据库名称：要有1至63个字节。请另取一个名称。")
_NOT_MADE = sentence("backups", "新数据库没有建成（{reason}），原数据库没有改动。")
_UNRECORDED = sentence(
    "backups",
    "数据库{database}里没有做过备份文件{name}的记录，可能被换过，没有恢复。确知它从哪里来的，加上 --unrecorded 再做。",
)
_FAILED = sentence("backups", "恢复没有完成（{reason}），新数据库已删除，原数据库没有改动。")


@dataclass(frozen=True, slots=True)
class Restored:
    """A new database that has what a backup had; `purges` are orders to delete that must be carried out again."""

    name: str
    rows: int
    entries: int
    purges: tuple[int, ...]


def restore(
    way: WayIn,
    path: Path,
    key: bytes,
    name: str,
    now: Callable[[], datetime],
    stopped: Callable[[], bool],
    present: str = "",
    *,
    unrecorded: bool = False,
) -> Restored:
    """Make a database `name` with its roles and what a backup has, and check it; `way` is an administrator's.

    `present` is the database in use: what was deleted there since the backup stands approved in the new one, and a
    file that it does not know is refused unless it may be `unrecorded`: what is in it is run as an administrator.
    Raises what the steps raise; then there is no such database.
    """
    head = station_file.read_head(path)
    facts = facts_from(station_file.open_facts(head, key))
    if head.revision not in known_revisions():
        raise NotPossible(_NEWER)
    if not 1 <= len(name.encode()) <= _LONGEST:  # the server would cut it, and mean another one
        raise NotPossible(_NAME.fill(name=name))
    with session(way) as held:
        if held.value("SELECT 1 FROM pg_database WHERE datname = %s", (name,)):
            raise NotPossible(_THERE.fill(name=name))
        if present and not unrecorded:
            _check_recorded(held.way.to(present), path)
        with _new(held, name):
            put_into(held, name, station_file.dump_of(path, key), stopped, role=MIGRATIONS)
            with session(held.way.to(name)) as there:
                wrong = differences(facts, facts_on(there, facts.station_name))
                if wrong:
                    raise NotPossible(_DAMAGED.fill(what=wrong[0]))
                if head.revision != HEAD:
                    server_roles.migrate(held.way.words(), name)
                server_roles.grant(there.connection)
                there.ask("ANALYZE")
            purges = _purge_again(held.way, present, name, head.made_at, now) if present else ()
            with session(held.way.to(name)) as there:
                note(there, RESTORE, now(), 0, path.name, (path.stat().st_size, ""), None)
    entries = sum(sequence for _, sequence, _ in facts.heads)
    return Restored(name, sum(facts.counts.values()), entries, purges)


@contextmanager
def _new(held: Session, name: str) -> Iterator[None]:
    """Have a database with its roles inside; where anything goes wrong it is gone again, and no other one."""
    try:
        server_roles.make_roles(held.connection, {})
        server_roles.create_database(held.connection, name)
    except (
        psycopg.errors.DuplicateDatabase
    ) as error:  # somebody was quicker: that one is not ours to take away
        raise NotPossible(_THERE.fill(name=name)) from error
    except psycopg.Error as error:
        raise EnvironmentTrouble(_NOT_MADE.fill(reason=first_line(error)[:80])) from error
    try:
        server_roles.make_database(held.connection, name)
        with session(held.way.to(name)) as there:
            server_roles.grant(there.connection)  # before the tables are there: their owner must be let in
        yield
    except BaseException as error:
        with contextlib.suppress(CounterError, psycopg.Error):
            held.ask(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        if isinstance(error, psycopg.Error):
            raise EnvironmentTrouble(_FAILED.fill(reason=first_line(error)[:80])) from error
        raise


def _check_recorded(way: WayIn, path: Path) -> None:
    """Refuse a file of which nobody wrote down that it was made; whoever knows the station's key could make one."""
    with session(way) as there:
        known = there.value(
            "SELECT 1 FROM station_backup WHERE kind = %s AND sha256 = %s",
            (BACKUP, station_file.digest_of(path)),
        )
    if known is None:
        raise NotPossible(_UNRECORDED.fill(name=path.name, database=way.parameters["dbname"]))


def _purge_again(
    way: WayIn, present: str, name: str, since: datetime, now: Callable[[], datetime]
) -> tuple[int, ...]:
    here, there = (ServerDatabase(settings_of(way.to(each)), now) for each in (present, name))
    try:
        with here.faults(), there.write() as link:
            return purges_since.carry_over(here.link, since, link)
    finally:
        here.close()
        there.close()
