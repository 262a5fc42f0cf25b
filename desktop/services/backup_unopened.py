"""Restoring a backup where the database does not open any more, so that nobody can sign in and go to its page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.accounts import folded
from desktop.domain.codes import Role
from desktop.domain.errors import BadInput, EnvironmentTrouble, NotPossible, sentence
from desktop.domain.times import CHINA
from desktop.models import backup_file, restoring
from desktop.models.backup_file import SUFFIX
from desktop.models.ring_opening import open_ring
from desktop.models.unlock import KeysLocked
from desktop.models.wrapping import WrongKey
from desktop.services import passwords, purges_since, unopened_tries
from desktop.services.backup_making import KEY, read_facts
from desktop.services.backup_restore import put_together, ring_of_backup, write_restored
from desktop.services.backups import FOLDER
from desktop.services.counter import STATION_FILE, build_counter
from desktop.services.purges_since import Purged
from desktop.services.rows import Actor
from desktop.services.served import is_served
from desktop.services.staff_records import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.models.backup_head import Head
    from desktop.models.file_database import FileDatabase
    from desktop.models.key_ring import KeyRing
    from desktop.models.unlock import Unlock
    from desktop.services.counter import Counter
    from desktop.services.ports import Clock, Folders

_COUNTER = 1
_WRONG = sentence("errors", "登录名或密码不对，没有恢复。要用备份时系统管理员的登录名和密码。")
_TOLD = sentence("log", "{name}（{made_at}），数据库打不开，未登录恢复")
_SERVED = sentence(
    "backups", "这台电脑用的是本所服务器，请在服务器上运行 python -m desktop.station_backup restore。"
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What takes the database's place at the next start."""

    station_name: str
    made_at: datetime
    people: int
    entries: int
    purges: Purged


@dataclass(frozen=True, slots=True)
class Found:
    """A backup in the machine's own folder."""

    path: Path
    made_at: datetime
    size: int


def shelf(folders: Folders) -> tuple[Found, ...]:
    """Return the whole backups of the station in the machine's own folder, the newest first."""
    found = []
    for path in (folders.data / FOLDER).glob(f"{Path(STATION_FILE).stem}-*{SUFFIX}"):
        try:
            head = backup_file.read_head(path)
            found.append(Found(path, head.made_at, path.stat().st_size))
        except (NotPossible, EnvironmentTrouble, OSError):
            continue
    return tuple(sorted(found, key=lambda one: one.made_at, reverse=True))


def restore(
    folders: Folders,
    clock: Clock,
    backup: Path,
    by: Unlock | None,
    sign_in_name: str,
    password: str,
    progress: Callable[[int, int], None],
    stopped: Callable[[], bool],
) -> Waiting:
    """Make a backup ready to take the database's place at the next start; nothing is deleted.

    `by` opens the backup's keys where the machine's do not: KeysLocked says that it is wanted. Whoever restores
    gives the name and password of a system administrator as the backup knows them: BadInput("password")
    otherwise, and NotPossible while wrong tries have to wait. What was deleted by order since the backup is in it
    again, and no such order is known to it: `purges` has those that are. For one process at a time.
    """
    if is_served(folders):
        raise NotPossible(_SERVED)
    place = folders.data / STATION_FILE
    return unopened_tries.judged(
        place,
        clock,
        lambda: _restored(folders, clock, backup, by, (sign_in_name, password), progress, stopped),
    )


def _restored(
    folders: Folders,
    clock: Clock,
    backup: Path,
    by: Unlock | None,
    who: tuple[str, str],
    progress: Callable[[int, int], None],
    stopped: Callable[[], bool],
) -> Waiting:
    place, head = folders.data / STATION_FILE, backup_file.read_head(backup)
    own = _own_ring(place, head)
    ring = own or ring_of_backup(place, head, by)
    facts = read_facts(ring, head)
    made_at = head.made_at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M:%S")
    told = _TOLD.fill(name=backup.name, made_at=made_at)

    purges: list[Purged] = []

    def settle(there: FileDatabase) -> None:
        counter = build_counter(there, folders, clock)
        write_restored(counter.office, _administrator(counter, *who), told)
        purges.append(purges_since.told_in(there.link))

    place.parent.mkdir(parents=True, exist_ok=True)
    now = clock.now()
    put_together(
        place, backup, ring, settle, now, progress, stopped, practice=False, with_envelope=own is None
    )
    return Waiting(
        facts.station_name,
        head.made_at,
        facts.counts.get("person", 0),
        facts.counts.get("journal_entry", 0),
        purges[0],
    )


def is_waiting(folders: Folders) -> bool:
    """Whether the next start puts a backup in place."""
    return restoring.waiting(folders.data / STATION_FILE)


def _own_ring(place: Path, head: Head) -> KeyRing | None:
    """The machine's keys, where they are there, open without asking, and open the backup."""
    try:
        ring = open_ring(place, create=False)
        ring.unseal(head.key_id, head.key, KEY)
    except (KeysLocked, EnvironmentTrouble, WrongKey):
        return None
    return ring


def _administrator(counter: Counter, sign_in_name: str, password: str) -> Actor:
    office = counter.office
    station = office.station()
    with office.database.faults():
        row = office.database.link.one(BY_NAME, sign_in_name=folded(sign_in_name))
    right = row is not None and passwords.matches(row.password_hash, password)
    if station is None or row is None or not right or not row.active:
        raise BadInput("password", _WRONG)
    if Role(row.role) is not Role.SYSTEM_ADMINISTRATOR:
        raise BadInput("password", _WRONG)
    return Actor(row.id, row.name, row.sign_in_name, Role(row.role), station, _COUNTER)
