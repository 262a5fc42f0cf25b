"""A restore drill of a station's backup: put into a scratch database on the same server, counted, its trail walked.

The backup's role becomes `counter_drill` for it, which makes databases of its own and cannot connect to the
station's. Nothing of the backup is ever on a disk unsealed but in that database, which is gone afterwards.
"""

from __future__ import annotations

import contextlib
import secrets
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql

from desktop.domain.errors import CounterError, EnvironmentTrouble, Sentence, sentence
from desktop.domain.retention import PartState
from desktop.models import dump_programs, station_file
from desktop.models.backup_file import BackupDamaged
from desktop.models.dump_programs import Ended, WayIn
from desktop.models.opening import HEAD, known_revisions, upgrade
from desktop.models.server import ServerDatabase
from desktop.models.server_faults import first_line
from desktop.models.server_order import empty_database
from desktop.models.server_roles import BACKUP, DRILL
from desktop.models.server_session import Session, session
from desktop.models.server_settings import ServerSettings
from desktop.services.backup_drill import Numbers, differences, office_on, result_of, trail_of
from desktop.services.backup_making import Facts, facts_from
from desktop.services.purges_since import told_of
from desktop.services.station_making import BACKUP as MADE
from desktop.services.station_making import facts_on
from desktop.services.trail_checks import CheckStopped

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.services.backup_rows import DrillResult
    from desktop.services.office import Office
    from desktop.services.rows import Actor

QUIET = 3_600.0
"""Seconds that pg_restore may say nothing: it builds indexes at the end."""
_PREFIX = "drill_"

_NEWER = sentence("backups", "备份由更新版本的程序做成，本程序不能恢复。请先升级程序。")
_NO_ROOM = sentence(
    "backups", "不能在服务器上建立演练用的数据库（{reason}）。请管理员重新运行授权脚本，并检查磁盘。"
)
_ANOTHER = sentence(
    "backups", "{name}与做备份时登记的不是同一份，可能被换过，没有用它演练。请换一份备份，并查明它从哪里来。"
)
_NOT_OURS = sentence("backups", "{counter}号窗口第{sequence}条留痕与服务器上现在的不同。")


def run(
    office: Office,
    actor: Actor,
    way: WayIn,
    path: Path,
    key: bytes,
    progress: Callable[[int, int], None],
    stopped: Callable[[], bool],
) -> DrillResult:
    """Restore a backup into a scratch database and compare it with what was written down, and with what is now.

    `way` is that of the backup's role to the station's database, `key` the backup's own. Raises Ended, WrongKey
    where the key is another one's, or a sentence where the drill itself could not be held.
    """
    began_at, began = office.clock.now(), time.monotonic()
    head = station_file.read_head(path)
    facts = facts_from(station_file.open_facts(head, key))
    faults: list[Sentence] = []
    entries = chains = 0
    with session(way) as held:
        _check_same(held, path)
    with session(way) as held, scratch(held) as name:
        progress(1, 4)
        put_into(held, name, station_file.dump_of(path, key), stopped, role=DRILL)
        _let_in(held.way, name)
        progress(2, 4)
        with session(held.way.to(name)) as there:
            found = facts_on(there, facts.station_name)
        faults += differences(facts, found)
        if head.revision not in known_revisions():
            faults.append(_NEWER)
        else:
            entries, chains, wrong = _walked(office, actor, held.way, name, stopped)
            faults += wrong
        progress(3, 4)
        here = facts_on(held, facts.station_name)
        faults += _not_here(held, facts, here)
        remarks = _purged(held, head.made_at)
    progress(4, 4)
    numbers = Numbers(facts, found, here, entries, chains)
    return result_of(path, head, (began_at, began), numbers, faults, remarks)


def timer(office: Office) -> Actor:
    """Return who a drill without anybody at a window is done by: it writes into the scratch database only."""
    from desktop.domain.codes import Role
    from desktop.services.rows import Actor

    station = office.station()
    assert station is not None
    return Actor(0, "定时任务", "", Role.SYSTEM_ADMINISTRATOR, station, 0)


@contextmanager
def scratch(held: Session) -> Iterator[str]:
    """A database that nobody else gets into, for as long as the block lasts; what drills left behind goes first."""
    name = f"{_PREFIX}{secrets.token_hex(6)}"
    try:
        _forget_left(held)
        with _as_drill(held):
            held.ask(empty_database(held.connection, name))
            held.ask(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(name)))
            held.ask(
                sql.SQL("GRANT CONNECT, TEMPORARY ON DATABASE {} TO {}").format(
                    sql.Identifier(name), sql.Identifier(BACKUP)
                )
            )
    except psycopg.Error as error:
        raise EnvironmentTrouble(_NO_ROOM.fill(reason=first_line(error)[:80])) from error
    try:
        yield name
    finally:
        with contextlib.suppress(CounterError, psycopg.Error):  # the next drill does it
            _drop(held, name)


def put_into(
    held: Session, name: str, dump: Iterator[bytes], stopped: Callable[[], bool], *, role: str
) -> None:
    """Have pg_restore put a dump into an empty database, as this role, which owns all of it then."""
    program = dump_programs.find("pg_restore", held.version)
    words = [
        "--no-password",
        "--no-owner",
        "--no-privileges",
        "--exit-on-error",
        f"--role={role}",
        f"--dbname={held.way.to(name).words()}",
    ]
    dump_programs.told_to(program, words, held.way, dump, stopped, QUIET)


# -- inside --------------------------------------------------------------------------------------------------
@contextmanager
def _as_drill(held: Session) -> Iterator[None]:
    held.ask(sql.SQL("SET ROLE {}").format(sql.Identifier(DRILL)))
    try:
        yield
    finally:
        with contextlib.suppress(CounterError, psycopg.Error):
            held.ask("RESET ROLE")


def _forget_left(held: Session) -> None:
    """Drop what a drill that was killed left behind; one that is under way elsewhere has somebody in it."""
    rows = held.ask(
        "SELECT datname FROM pg_database JOIN pg_roles ON pg_roles.oid = datdba"
        " WHERE rolname = %s AND datname LIKE %s AND NOT EXISTS"
        " (SELECT FROM pg_stat_activity WHERE pg_stat_activity.datname = pg_database.datname)",
        (DRILL, f"{_PREFIX}%"),
    ).fetchall()
    for (name,) in rows:
        with contextlib.suppress(psycopg.Error):
            _drop(held, name)


def _drop(held: Session, name: str) -> None:
    with _as_drill(held):
        held.ask(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _check_same(held: Session, path: Path) -> None:
    """Refuse a file that is not the one of which it was written down that it was made; one of elsewhere is tried."""
    rows = held.ask(
        "SELECT sha256 FROM station_backup WHERE kind = %s AND passed AND file_name = %s", (MADE, path.name)
    ).fetchall()
    if rows and (station_file.digest_of(path),) not in rows:
        raise BackupDamaged(_ANOTHER.fill(name=path.name))


def _let_in(way: WayIn, name: str) -> None:
    """Let the backup's role read what was restored, and the check write down that it was checked."""
    with session(way.to(name)) as there, _as_drill(there):
        who = sql.Identifier(BACKUP)
        for (schema,) in there.ask(
            "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'"
        ).fetchall():
            named = sql.Identifier(schema)
            there.ask(sql.SQL("GRANT USAGE ON SCHEMA {} TO {}").format(named, who))
            there.ask(sql.SQL("GRANT ALL ON ALL TABLES IN SCHEMA {} TO {}").format(named, who))
        there.ask("ANALYZE")


def _walked(
    office: Office, actor: Actor, way: WayIn, name: str, stopped: Callable[[], bool]
) -> tuple[int, int, list[Sentence]]:
    """Check the trail as the station's own is checked, brought up to this program's tables where it is older."""
    _bring_up(way, name)
    there = ServerDatabase(settings_of(way.to(name)), office.clock.now)
    try:
        return trail_of(office_on(office, there), actor, stopped)
    except CheckStopped as error:
        raise Ended from error
    finally:
        there.close()


def _bring_up(way: WayIn, name: str) -> None:
    from sqlalchemy import create_engine
    from sqlalchemy.pool import NullPool

    with session(way.to(name)) as there:
        if there.value("SELECT version_num FROM alembic_version") == HEAD:
            return

    def connect() -> psycopg.Connection[Any]:
        connection = psycopg.connect(**way.to(name).parameters, autocommit=True)
        connection.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(DRILL)))
        connection.autocommit = False
        return connection

    engine = create_engine("postgresql+psycopg://", creator=connect, poolclass=NullPool)
    try:
        upgrade(engine)
    finally:
        engine.dispose()
    _let_in(way, name)


def _not_here(held: Session, written: Facts, here: Facts) -> list[Sentence]:
    """Say where the backup's trail is not the beginning of the one at the server: one of the two was changed."""
    now = {counter: sequence for counter, sequence, _ in here.heads}
    told = []
    for counter, sequence, digest in written.heads:
        if now.get(counter, 0) < sequence:
            continue  # the server's was restored since then, from an older one
        found = held.value(
            "SELECT hash FROM journal_entry WHERE counter_number = %s AND sequence = %s", (counter, sequence)
        )
        cut = held.value("SELECT max(sequence) FROM trail_archive WHERE counter_number = %s", (counter,))
        if found != digest and not (found is None and cut is not None and cut >= sequence):
            told.append(_NOT_OURS.fill(counter=counter, sequence=sequence))
    return told


def _purged(held: Session, since: datetime) -> tuple[Sentence, ...]:
    row = held.ask(
        "SELECT count(DISTINCT order_id), count(*) FROM purge_part WHERE state = %s AND done_at > %s",
        (PartState.DONE.value, since),
    ).fetchone()
    return told_of(*(row or (0, 0)))


@dataclass(frozen=True, slots=True)
class _Given(ServerSettings):
    """A way into a database as the program's own connections want it."""

    way: WayIn | None = None

    def parameters(self, place: int, options: Mapping[str, object], seconds: int) -> dict[str, Any]:
        """See `ServerSettings.parameters`."""
        assert self.way is not None
        words = " ".join(f"-c {name}={value}" for name, value in options.items())
        return {**self.way.parameters, "connect_timeout": seconds, "options": words}


def settings_of(way: WayIn) -> ServerSettings:
    """Return a way into a database as the program's own connections want it."""
    kept = way.parameters
    return _Given((str(kept["host"]),), str(kept["dbname"]), str(kept.get("user", "")), way=way)
