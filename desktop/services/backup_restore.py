"""Getting a backup ready to take the database's place at the next start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.errors import NotPossible, Sentence, sentence
from desktop.models import backup_file, envelope, restoring
from desktop.models.copying import copy, faults_of, opened, remove
from desktop.models.file_database import FileDatabase
from desktop.models.key_files import envelope_file
from desktop.models.opening import known_revisions, upgrade
from desktop.models.ring_opening import open_envelope
from desktop.models.unlock import KeysLocked
from desktop.models.wrapping import Way, WrongKey
from desktop.services import purge_run, purges_since
from desktop.services.backup_drill import differences, office_on, scratch_ring
from desktop.services.backup_making import KEY, database_faults, facts_of, read_facts
from desktop.services.journal import Happening, Journal

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.models.backup_file import BackupHead
    from desktop.models.key_ring import KeyRing
    from desktop.models.unlock import Unlock
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_ANOTHER = sentence("backups", "这份备份是{kind}的，不能恢复到这里。")
_PRACTICE, _REAL = sentence("backups", "演练派出所"), sentence("backups", "正式派出所")
_NEWER = sentence("backups", "备份由更新版本的程序做成，本程序不能恢复。请先升级程序。")
_DAMAGED = sentence("backups", "备份里的数据有误（{what}），没有恢复，本机数据没有改动。请换一份备份。")
_ONLY_THERE = sentence("backups", "这份备份只能在做备份的那台电脑上打开：当时没有设置口令和恢复密钥。")


def is_ours(database: FileDatabase, head: BackupHead) -> bool:
    """Whether the keys that are open here open a backup."""
    try:
        database.ring.unseal(head.key_id, head.key, KEY)
    except WrongKey:
        return False
    return True


def ring_for(database: FileDatabase, path: Path, by: Unlock | None) -> KeyRing:
    """Return the keys that open a backup: ours, or its own opened by what somebody typed.

    Raises KeysLocked where nothing was typed yet, BadInput where it is wrong.
    """
    head = backup_file.read_head(path)
    if is_ours(database, head):
        return database.ring
    assert database.path is not None
    return ring_of_backup(database.path, head, by)


def ring_of_backup(place: Path, head: BackupHead, by: Unlock | None) -> KeyRing:
    """Return a backup's own keys for the database at `place`; raises what `ring_for` raises."""
    ways = head.envelope.ways - {Way.USER}
    if not ways:
        raise NotPossible(_ONLY_THERE)
    if by is None:
        raise KeysLocked(ways)
    return open_envelope(place, head.envelope, by)


def prepare(
    office: Office,
    actor: Actor,
    ring: KeyRing,
    path: Path,
    told: Sentence,
    progress: Callable[[int, int], None],
    stopped: Callable[[], bool],
) -> None:
    """Put together what is to replace the database, checked as a drill checks it; the last step marks it whole.

    A backup of another lineage of keys brings its envelope along: the station key of the machine it was made on.
    Personal data that was deleted here since it was made is deleted in it too.
    """
    database = office.database
    assert isinstance(database, FileDatabase)
    assert database.path is not None
    head = backup_file.read_head(path)

    def settle(there: FileDatabase) -> None:
        apart = office_on(office, there)
        write_restored(apart, actor, told)
        _purge_again(office, apart, actor, head.made_at)

    put_together(
        database.path,
        path,
        ring,
        settle,
        office.clock.now(),
        progress,
        stopped,
        practice=actor.station.practice,
        with_envelope=ring is not database.ring,
    )


def put_together(
    place: Path,
    backup: Path,
    ring: KeyRing,
    settle: Callable[[FileDatabase], None],
    now: datetime,
    progress: Callable[[int, int], None],
    stopped: Callable[[], bool],
    *,
    practice: bool,
    with_envelope: bool,
) -> None:
    """Make what a backup holds ready to take the place of the database at `place`, or change nothing.

    `settle` is given it before it is marked whole, its tables those of this program; `with_envelope` where the
    keys are the backup's and not the machine's.
    """
    head = backup_file.read_head(backup)
    if head.practice != practice:
        raise NotPossible(_ANOTHER.fill(kind=_PRACTICE if head.practice else _REAL))
    if head.revision not in known_revisions():
        raise NotPossible(_NEWER)
    facts, key = read_facts(ring, head), ring.unseal(head.key_id, head.key, KEY)
    restoring.give_up(place)
    folder = restoring.begin(place)
    try:
        with database_faults(folder):
            scratch, target = folder / "backup.db", folder / place.name
            backup_file.unpack(backup, scratch)
            with opened(scratch, key) as connection:
                wrong = faults_of(connection)
                if not wrong:
                    wrong = [str(one) for one in differences(facts, facts_of(connection, facts.station_name))]
                if wrong:
                    raise NotPossible(_DAMAGED.fill(what=wrong[0][:80]))
                copy(connection, target, ring.current_key(), progress, stopped)
            remove(scratch)
            there = FileDatabase(target, scratch_ring(target, ring.current_key(), ring))
            try:
                upgrade(there.engine)
                settle(there)
            finally:
                there.close()
            with opened(target, ring.current_key()) as connection:
                connection.execute("PRAGMA journal_mode = DELETE").fetchone()
            if with_envelope:
                envelope.write(folder / envelope_file(place).name, ring.envelope)
            restoring.complete(place, now.strftime("%Y%m%dT%H%M%S"))
    except BaseException:
        restoring.give_up(place)
        raise


def write_restored(apart: Office, actor: Actor, told: Sentence) -> None:
    """Let the restored trail say itself that it was restored, and from what."""
    with apart.database.write() as link:
        happening = Happening(actor, "restored_backup", apart.clock.now(), detail=str(told))
        Journal(apart).write(link, happening)


def _purge_again(office: Office, apart: Office, actor: Actor, since: datetime) -> None:
    """Delete once more what was deleted here since the backup was made, by the orders that were approved for it."""
    with office.database.faults(), apart.database.write() as link:
        orders = purges_since.carry_over(office.database.link, since, link)
    for order in orders:
        purge_run.carry_out(apart, Journal(apart), actor, order)
