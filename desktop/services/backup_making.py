"""Making a backup: a copy of one moment under a key of its own, checked, and put into one file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.domain.errors import CounterError, EnvironmentTrouble, Sentence, sentence
from desktop.models import backup_file
from desktop.models.backup_file import BackupHead
from desktop.models.cipher import new_file_key
from desktop.models.copying import CopyStopped, copy, faults_of, opened, remove
from desktop.models.tables import Schema

if TYPE_CHECKING:
    from desktop.models.file_database import FileDatabase
    from desktop.models.key_ring import KeyRing
    from desktop.services.rows import StationRow

KEY, FACTS = "backup key", "backup facts"

_STOPPED = sentence("backups", "已停止。")
_NOT_MADE = sentence("backups", "备份没有做成（{reason}）。数据没有改动，请检查磁盘空间后再试。")
_FULL = sentence("backups", "磁盘空间不足，没有做成备份。数据没有改动，请清理磁盘{path}后再试。")
_DAMAGED = sentence(
    "backups", "数据库有损坏（{what}），没有做备份，以免盖住完好的备份。请停止办理，从上一份备份恢复。"
)


class Stopped(CounterError):
    """Whoever asked for it does not want it any more."""

    def __init__(self) -> None:
        super().__init__(_STOPPED)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is written down of a database when it is copied: rows of each table, the head of every chain."""

    station_name: str
    counts: dict[str, int]
    heads: tuple[tuple[int, int, str], ...]


def make(
    database: FileDatabase,
    station: StationRow,
    at: datetime,
    target: Path,
    progress: Callable[[int, int], None],
    stopped: Callable[[], bool],
) -> BackupHead:
    """Make a backup of what is stored at this moment, and check it; others go on meanwhile.

    Raises Stopped, or EnvironmentTrouble with a sentence; then nothing is left of it.
    """
    assert database.path is not None
    key, ring = new_file_key(), database.ring
    scratch = target.with_name(f".{target.stem}.making")
    try:
        with database_faults(target.parent):
            with opened(database.path, ring.current_key()) as source:
                copy(source, scratch, key, progress, stopped)
            with opened(scratch, key) as made:
                wrong = faults_of(made)
                if wrong:
                    raise EnvironmentTrouble(_DAMAGED.fill(what=wrong[0][:80]))
                facts = facts_of(made, station.name)
                revision = made.execute("SELECT version_num FROM alembic_version").fetchone()[0]
                made.execute("PRAGMA journal_mode = DELETE").fetchone()
            key_id, sealed = ring.seal(key, KEY)
            _, told = ring.seal(facts_told(facts), FACTS)
            head = BackupHead(
                made_at=at,
                station=station.division + station.station_code,
                practice=station.practice,
                revision=str(revision),
                size=scratch.stat().st_size,
                sha256=backup_file.digest_of(scratch),
                envelope=ring.envelope,
                key_id=key_id,
                key=sealed,
                facts=told,
            )
            backup_file.write(target, head, scratch)
            return head
    finally:
        remove(scratch)


def facts_of(connection: Any, station_name: str) -> Facts:
    """Count what an open database has."""
    there = {
        str(row[0])
        for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    }
    counts = {
        table.name: int(connection.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()[0])  # noqa: S608 - our own names
        for table in Schema.metadata.sorted_tables
        if table.name in there
    }
    heads = connection.execute(
        "SELECT counter_number, sequence, hash FROM journal_entry AS entry WHERE sequence ="
        " (SELECT max(sequence) FROM journal_entry WHERE counter_number = entry.counter_number)"
        " ORDER BY counter_number"
    ).fetchall()
    return Facts(station_name, counts, tuple((int(row[0]), int(row[1]), str(row[2])) for row in heads))


def read_facts(ring: KeyRing, head: BackupHead) -> Facts:
    """Open what was written down with a backup. Raises WrongKey where the ring is not of its station."""
    return facts_from(ring.unseal(head.key_id, head.facts, FACTS))


def facts_from(written: bytes) -> Facts:
    """Read what `facts_told` gave."""
    told = json.loads(written)
    return Facts(
        str(told["station"]),
        {str(name): int(count) for name, count in told["counts"].items()},
        tuple((int(one[0]), int(one[1]), str(one[2])) for one in told["heads"]),
    )


@contextmanager
def database_faults(folder: Path) -> Iterator[None]:
    """Turn what the disk does while a copy is made or read into a sentence."""
    import sqlcipher3.dbapi2 as driver

    try:
        yield
    except CopyStopped as error:
        raise Stopped from error
    except (driver.Error, OSError) as error:
        raise EnvironmentTrouble(_told(error, folder)) from error


def _told(error: Exception, folder: Path) -> Sentence:
    words = str(error)
    if "disk is full" in words or getattr(error, "errno", None) == 28:
        return _FULL.fill(path=str(folder))
    if "malformed" in words or "hmac" in words or "not a database" in words:
        return _DAMAGED.fill(what=words[:80])
    return _NOT_MADE.fill(reason=words[:80])


def facts_told(facts: Facts) -> bytes:
    """Return what is written down of a database as it goes along with its backup."""
    return json.dumps(
        {"station": facts.station_name, "counts": facts.counts, "heads": [list(one) for one in facts.heads]},
        ensure_ascii=False,
    ).encode()
