"""A restore drill: a backup read back into a scratch database, counted, and its trail walked to the end."""

from __future__ import annotations

import copy
import secrets
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from desktop.domain.errors import CounterError, Sentence, sentence
from desktop.models import backup_file
from desktop.models.copying import faults_of, opened
from desktop.models.file_database import FileDatabase
from desktop.models.key_ring import KeyRing
from desktop.models.opening import known_revisions, upgrade
from desktop.models.prepared import Prepared
from desktop.models.ring_content import Content
from desktop.models.tables import JournalEntry
from desktop.services import purges_since
from desktop.services.backup_making import KEY, Facts, Stopped, database_faults, facts_of, read_facts
from desktop.services.backup_rows import DrillCount, DrillResult
from desktop.services.journal import Journal
from desktop.services.trail_checks import CheckStopped, TrailChecks

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.rights import Right
    from desktop.models.backup_head import Head
    from desktop.models.database import Database
    from desktop.services.office import Office
    from desktop.services.rows import Actor

SHOWN = 20
"""Faults that a result names."""

_HASH = Prepared(
    select(JournalEntry.hash).where(
        JournalEntry.counter_number == bindparam("counter"), JournalEntry.sequence == bindparam("sequence")
    )
)
_PAGES = sentence("backups", "数据库页面有误：{what}")
_COUNT = sentence("backups", "“{table}”应有{written}行，备份里有{found}行。")
_HEAD = sentence("backups", "{counter}号窗口的留痕链尾与备份时记下的不同。")
_NOT_OURS = sentence("backups", "{counter}号窗口第{sequence}条留痕与本机现在的不同。")
TRAIL_WRONG = sentence("backups", "留痕有误：{what}")
_NEWER = sentence("backups", "备份由更新版本的程序做成，本程序不能恢复。请先升级程序。")


class _Granted:
    """Whoever may run the drill may have its scratch database looked through by the program."""

    def check(self, actor: Actor, right: Right) -> None:
        """Let it."""

    def may(self, actor: Actor, right: Right) -> bool:
        """Let it."""
        return True


def run(
    office: Office,
    actor: Actor,
    ring: KeyRing,
    path: Path,
    progress: Callable[[int, int], None],
    stopped: Callable[[], bool],
) -> DrillResult:
    """Restore a backup into a scratch database, which is gone again afterwards, and compare it with what it
    should be and with what is here now.

    Raises WrongKey where the ring is not of the backup's station, Stopped, or a sentence where the file itself
    cannot be read.
    """
    began_at, began = office.clock.now(), time.monotonic()
    head = backup_file.read_head(path)
    facts, key = read_facts(ring, head), ring.unseal(head.key_id, head.key, KEY)
    folder = office.folders.data / f"drill-{secrets.token_hex(4)}"
    faults: list[Sentence] = []
    entries = chains = 0
    try:
        with database_faults(folder):
            folder.mkdir(mode=0o700)
            scratch = folder / "drill.db"
            backup_file.unpack(path, scratch)
            progress(1, 4)
            with opened(scratch, key) as connection:
                faults += [_PAGES.fill(what=what[:80]) for what in faults_of(connection)]
                found = facts_of(connection, facts.station_name)
            faults += differences(facts, found)
            progress(2, 4)
            if stopped():
                raise Stopped
            if head.revision not in known_revisions():
                faults.append(_NEWER)
            else:
                entries, chains, wrong = _walked(office, actor, scratch, key, stopped)
                faults += wrong
            progress(3, 4)
            here = facts_here(office, facts.station_name)
            faults += _not_here(office, facts, here)
            with office.database.faults():
                remarks = purges_since.remark(office.database.link, head.made_at)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    progress(4, 4)
    numbers = Numbers(facts, found, here, entries, chains)
    return result_of(path, head, (began_at, began), numbers, faults, remarks)


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a drill counted: as written down, in the backup and here now, and how far the trail was walked."""

    written: Facts
    found: Facts
    here: Facts
    entries: int
    chains: int


def result_of(
    path: Path,
    head: Head,
    began: tuple[datetime, float],
    numbers: Numbers,
    faults: list[Sentence],
    remarks: tuple[Sentence, ...],
) -> DrillResult:
    """Return what a drill came to that `began` at a moment, and at that reading of time.monotonic()."""
    began_at, seconds = began[0], time.monotonic() - began[1]
    found, here = numbers.found.counts, numbers.here.counts
    counts = tuple(
        DrillCount(table, written, found.get(table, 0), here.get(table, 0))
        for table, written in numbers.written.counts.items()
    )
    return DrillResult(
        path.name,
        head.made_at,
        path.stat().st_size,
        began_at,
        seconds,
        counts,
        numbers.entries,
        numbers.chains,
        tuple(faults[:SHOWN]),
        remarks,
    )


def differences(written: Facts, found: Facts) -> list[Sentence]:
    """Say where a database is not what was written down of it."""
    told = [
        _COUNT.fill(table=table, written=count, found=found.counts.get(table, 0))
        for table, count in written.counts.items()
        if found.counts.get(table, 0) != count
    ]
    heads = {counter: (sequence, digest) for counter, sequence, digest in found.heads}
    return told + [
        _HEAD.fill(counter=counter)
        for counter, sequence, digest in written.heads
        if heads.get(counter) != (sequence, digest)
    ]


def scratch_ring(path: Path, key: bytes, like: KeyRing) -> KeyRing:
    """Return a ring for a database that lies about for a moment: its key, and no file of its own."""
    content = Content({"scratch": key}, "scratch", "", like.box, {})
    return KeyRing(path, b"", like.envelope, content)


def facts_here(office: Office, station_name: str) -> Facts:
    """Count what is in the database in use."""
    database = office.database
    assert isinstance(database, FileDatabase)
    assert database.path is not None
    with opened(database.path, database.ring.current_key()) as connection:
        connection.execute("BEGIN")
        try:
            return facts_of(connection, station_name)
        finally:
            connection.execute("ROLLBACK")


def _walked(
    office: Office, actor: Actor, scratch: Path, key: bytes, stopped: Callable[[], bool]
) -> tuple[int, int, list[Sentence]]:
    """Check the trail as the station's own is checked."""
    database = office.database
    assert isinstance(database, FileDatabase)
    there = FileDatabase(scratch, scratch_ring(scratch, key, database.ring))
    try:
        upgrade(there.engine)
        return trail_of(office_on(office, there), actor, stopped)
    except CheckStopped as error:
        raise Stopped from error
    finally:
        there.close()


def trail_of(apart: Office, actor: Actor, stopped: Callable[[], bool]) -> tuple[int, int, list[Sentence]]:
    """Return the entries and the chains of a restored trail, and what is wrong with it; CheckStopped."""
    try:
        state = TrailChecks(apart, Journal(apart)).check(actor, lambda _done, _total: None, stopped)
    except CheckStopped:
        raise
    except CounterError as error:
        return 0, 0, [TRAIL_WRONG.fill(what=error.message)]
    return state.entries, state.counters, [TRAIL_WRONG.fill(what=fault.what) for fault in state.faults]


def office_on(office: Office, database: Database) -> Office:
    """Return an office like this one that stands on another database."""
    apart = copy.copy(office)
    apart.database, apart.rights = database, _Granted()  # type: ignore[assignment]
    apart._keys, apart.line = {}, None
    return apart


def _not_here(office: Office, written: Facts, here: Facts) -> list[Sentence]:
    """Say where the backup's trail is not the beginning of the one here: one of the two was changed."""
    now = {counter: sequence for counter, sequence, _ in here.heads}
    told = []
    for counter, sequence, digest in written.heads:
        if now.get(counter, 0) < sequence:
            continue  # restored since then from an older one
        row = office.database.link.one(_HASH, counter=counter, sequence=sequence)
        if row is None or row.hash != digest:
            told.append(_NOT_OURS.fill(counter=counter, sequence=sequence))
    return told
