"""Backing a station's server up: one at a time in the whole station, of one moment, sealed, read back, put in place.

Whoever does it signs in as `counter_backup`, which reads and changes nothing, and needs no secret of the station:
what is made opens with the station's key or its recovery key only.
"""

from __future__ import annotations

import json
import re
import secrets
import socket
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import psycopg

from desktop.domain.backups import BackupPlan, is_due, kept
from desktop.domain.errors import CounterError, EnvironmentTrouble, NotPossible, Sentence, sentence
from desktop.domain.times import CHINA
from desktop.models import dump_programs, station_file
from desktop.models.backup_file import BackupDamaged
from desktop.models.dump_programs import Ended, WayIn
from desktop.models.server_session import Session, TurnTaken, session, turn
from desktop.models.station_file import SUFFIX, StationHead
from desktop.models.station_ring import seal_to, unpacked
from desktop.models.tables import Schema
from desktop.models.wrapping import KEY_BYTES, seal
from desktop.services.backup_making import Facts, facts_told
from desktop.services.kept_sentences import to_keep

BACKUP, DRILL = "backup", "drill"
"""Kinds of what is written down."""
NOTE_SECONDS = 20
"""How long writing down what came of it may take."""
_ENTRY = re.compile(rb"TABLE DATA (\S+ \S+) ")

_NO_KEY = sentence("backups", "本所还没有密钥，不能封存备份。请先在任一窗口打开“备份与密钥”页，再做备份。")
_NO_STATION = sentence("backups", "服务器上的数据库里还没有派出所，没有可以备份的内容。")
_NOT_ALL = sentence("backups", "备份读回核对时少了表“{table}”，没有留用。请再做一次。")
_NO_FOLDER = sentence("backups", "不能使用备份文件夹{path}（{reason}）。请检查后再做。")


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was just made; `key` opens it for as long as somebody remembers it."""

    path: Path
    at: datetime
    size: int
    key: bytes = field(repr=False)


def make(
    way: WayIn,
    folder: Path,
    plan: BackupPlan,
    now: Callable[[], datetime],
    progress: Callable[[int, int], None],
    stopped: Callable[[], bool],
    *,
    counter_number: int = 0,
    only_if_due: bool = False,
) -> Made | None:
    """Back the station's server up into a folder and check what was written; None where none was due any more.

    What came of it is written down at the server, as far as that answers. Raises Ended, NotPossible or
    EnvironmentTrouble; then nothing of it stands.
    """
    with session(way) as held:
        try:
            with turn(held):
                return _one(held, folder, plan, now(), progress, stopped, counter_number, only_if_due)
        except TurnTaken:
            if not only_if_due:
                raise
            return None  # whoever has the turn does it


def due(held: Session, now: datetime, plan: BackupPlan) -> bool:
    """Tell whether the station should be backed up now, whoever did it last."""
    closed = held.value("SELECT max(closed_at) FROM day_close")
    last = held.value(
        "SELECT max(at) FROM station_backup WHERE kind = %s AND passed AND at <= %s", (BACKUP, now)
    )
    return is_due(now, last, plan, closed)


def thin_out(folder: Path, station: str, plan: BackupPlan) -> None:
    """Remove what the plan does not keep of this station's own backups; never a foreign file."""
    found = files_of(folder, station)
    keep = kept([head.made_at for _, head in found], plan)
    for path, head in found:
        if head.made_at not in keep:
            station_file.forget(path)


def files_of(folder: Path, station: str) -> list[tuple[Path, StationHead]]:
    """Return the station's backups in a folder, newest first; what cannot be read is none."""
    found = []
    try:
        paths = sorted(folder.glob(f"station-*{SUFFIX}"))
    except OSError:
        return []
    for path in paths:
        try:
            if not path.is_file():  # a pipe would be waited for
                continue
            head = station_file.read_head(path)
        except (CounterError, OSError):
            continue
        if head.station == station:
            found.append((path, head))
    return sorted(found, key=lambda one: one[1].made_at, reverse=True)


def facts_on(held: Session, station_name: str) -> Facts:
    """Count what a server's database has, of the moment that is held still."""
    there = {
        str(row[0])
        for row in held.ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
    }
    counts = {
        table.name: int(held.value(f'SELECT count(*) FROM "{table.name}"'))  # noqa: S608 # nosec B608 - our own names
        for table in Schema.metadata.sorted_tables
        if table.name in there
    }
    heads = held.ask(
        "SELECT DISTINCT ON (counter_number) counter_number, sequence, hash FROM journal_entry"
        " ORDER BY counter_number, sequence DESC"
    ).fetchall()
    return Facts(station_name, counts, tuple((int(row[0]), int(row[1]), str(row[2])) for row in heads))


def note(
    held: Session,
    kind: str,
    at: datetime,
    counter_number: int,
    name: str,
    file: tuple[int, str],
    trouble: Sentence | None,
) -> None:
    """Write down at the server what came of a backup or a drill."""
    detail = "" if trouble is None else json.dumps(to_keep(trouble), ensure_ascii=False)
    host, row = socket.gethostname()[:100], str(uuid.uuid4())
    held.ask(
        "INSERT INTO station_backup"
        " (id, kind, at, counter_number, host, file_name, size, sha256, passed, detail)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
        (row, kind, at, counter_number, host, name, *file, trouble is None, detail),
        seconds=NOTE_SECONDS,
    )


def note_failure(
    held: Session, kind: str, at: datetime, counter_number: int, name: str, trouble: Sentence
) -> None:
    """Write down that it failed; a server that is away, or takes nothing, is told nothing."""
    try:
        note(held, kind, at, counter_number, name, (0, ""), trouble)
    except (CounterError, psycopg.Error):
        return


# -- inside --------------------------------------------------------------------------------------------------
def _one(
    held: Session,
    folder: Path,
    plan: BackupPlan,
    at: datetime,
    progress: Callable[[int, int], None],
    stopped: Callable[[], bool],
    counter_number: int,
    only_if_due: bool,
) -> Made | None:
    if only_if_due and not due(held, at, plan):
        return None
    path = folder / f"station-{at.astimezone(CHINA):%Y%m%d-%H%M%S}{SUFFIX}"
    try:
        _clear(folder)
        made = _make(held, path, at, progress, stopped)
    except Ended:
        raise
    except CounterError as error:
        note_failure(held, BACKUP, at, counter_number, path.name, error.message)
        raise
    note(held, BACKUP, at, counter_number, path.name, (made.size, station_file.digest_of(path)), None)
    return made


def _clear(folder: Path) -> None:
    """Have the folder, without what a backup left that was killed half way."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for part in folder.glob(f".station-*{SUFFIX}.part"):
            station_file.forget(part)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise EnvironmentTrouble(_NO_FOLDER.fill(path=str(folder), reason=reason)) from error


def _make(
    held: Session,
    path: Path,
    at: datetime,
    progress: Callable[[int, int], None],
    stopped: Callable[[], bool],
) -> Made:
    dump, restore = (dump_programs.find(name, held.version) for name in ("pg_dump", "pg_restore"))
    key = secrets.token_bytes(KEY_BYTES)
    with held.one_moment() as moment:
        head, tables = _head(held, at, key), _tables(held)
        size = int(held.value("SELECT pg_database_size(current_database())"))
        words = ["--format=custom", "--no-password", f"--snapshot={moment}", "--lock-wait-timeout=60s"]
        way = held.way.words()
        done = 0
        with station_file.writing(path, head, key) as write:
            given_up = dump_programs.SILENT_SECONDS
            said = dump_programs.said_by(dump, [*words, f"--dbname={way}"], held.way, stopped, given_up)
            for chunk in said:
                write(chunk)
                done += len(chunk)
                progress(min(done, size), size)
    part = station_file.part_of(path)
    try:
        _check(part, restore, key, tables, stopped)
    except BaseException:
        station_file.forget(part)
        raise
    return Made(path, at, station_file.put_in_place(path), key)


def _head(held: Session, at: datetime, key: bytes) -> StationHead:
    station = held.ask("SELECT division, station_code, name, practice FROM station").fetchone()
    if station is None:
        raise NotPossible(_NO_STATION)
    division, code, name, practice = station
    row = held.ask("SELECT public, key_id, envelope FROM station_key").fetchone()
    if row is None:
        raise NotPossible(_NO_KEY)
    public, key_id, envelope = row
    return StationHead(
        made_at=at,
        station=f"{division}{code}",
        practice=practice,
        revision=str(held.value("SELECT version_num FROM alembic_version")),
        server=str(held.version),
        envelope=unpacked(envelope),
        key_id=key_id,
        key=seal_to(public, key, station_file.KEY),
        facts=seal(key, facts_told(facts_on(held, name)), station_file.FACTS),
    )


def _tables(held: Session) -> set[str]:
    """Return every table that has rows of its own, a year's among them, as pg_restore names them."""
    rows = held.ask(
        "SELECT nspname, relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace"
        " WHERE relkind = 'r' AND nspname !~ '^pg_' AND nspname <> 'information_schema'"
    ).fetchall()
    return {f"{schema} {table}" for schema, table in rows}


def _check(part: Path, restore: Path, key: bytes, tables: set[str], stopped: Callable[[], bool]) -> None:
    """Read back from the disk what was written, to its end, and have pg_restore say what is in it."""
    said = dump_programs.told_to(restore, ["--list"], None, station_file.dump_of(part, key), stopped)
    missing = tables - {name.decode() for name in _ENTRY.findall(said)}
    if missing:
        raise BackupDamaged(_NOT_ALL.fill(table=min(missing)))
