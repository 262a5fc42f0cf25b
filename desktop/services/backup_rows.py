"""What the services of backups and keys hand out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.backups import BackupPlan
    from desktop.domain.errors import Sentence


@dataclass(frozen=True, slots=True)
class BackupRow:
    """A backup: when it was made, its bytes, where it lies, and whether this machine opens it by itself.

    `host` is the name of the computer that made one of the station's server, "" for a machine's own.
    """

    path: Path
    made_at: datetime
    size: int
    here: bool
    elsewhere: bool
    opens: bool
    host: str = ""


@dataclass(frozen=True, slots=True)
class StationStanding:
    """Of a station on a server: whether this window looks after its backups, and how the last drill of one went."""

    duty: bool
    drilled_at: datetime | None
    drill_passed: bool


@dataclass(frozen=True, slots=True)
class BackupsPage:
    """How the backups stand; newest first.

    `last` is the last good one, `failed` what kept the last attempt from succeeding, `second_failed` what kept
    it from the second folder. `recoverable` is whether the recovery key was made, which opens a backup when
    everything else is lost. `replaced` is whether the next start puts a restored database in place. `station` is
    there for a window on a server.
    """

    rows: tuple[BackupRow, ...]
    last: datetime | None
    overdue: bool
    failed: Sentence | None
    second_failed: Sentence | None
    plan: BackupPlan
    folder: Path
    recoverable: bool
    replaced: bool
    station: StationStanding | None = None


@dataclass(frozen=True, slots=True)
class BackupContent:
    """What a backup says of itself once it is open."""

    path: Path
    made_at: datetime
    size: int
    station: str
    station_name: str
    practice: bool
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class DrillCount:
    """The rows of a table: as written down when the backup was made, as found in it, and here now."""

    table: str
    written: int
    found: int
    now: int


@dataclass(frozen=True, slots=True)
class DrillResult:
    """A restore drill: what was read back out of a backup, and everything that was not as it should be.

    `remarks` are no faults of the backup: what has to be done after it was restored for real.
    """

    name: str
    made_at: datetime
    size: int
    began_at: datetime
    seconds: float
    counts: tuple[DrillCount, ...]
    entries: int
    chains: int
    faults: tuple[Sentence, ...]
    remarks: tuple[Sentence, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the backup can be relied on."""
        return not self.faults
