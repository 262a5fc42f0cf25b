"""The backups of this machine's database that lie on its disk and at the second place."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from desktop.domain.backups import BackupPlan, kept
from desktop.domain.errors import CounterError
from desktop.domain.times import CHINA
from desktop.models import backup_file
from desktop.models.backup_file import SUFFIX
from desktop.models.file_database import FileDatabase
from desktop.services import backup_restore
from desktop.services.backup_rows import BackupRow


def path_for(database: FileDatabase, folder: Path, at: datetime) -> Path:
    """Return where a backup made at a moment goes."""
    assert database.path is not None
    return folder / f"{database.path.stem}-{at.astimezone(CHINA):%Y%m%d-%H%M%S}{SUFFIX}"


def rows(database: FileDatabase, places: list[Path]) -> tuple[BackupRow, ...]:
    """Return the backups in these places, the newest first; the first place is the machine's own."""
    assert database.path is not None
    found: dict[str, BackupRow] = {}
    for place, folder in enumerate(places):
        try:
            paths = sorted(folder.glob(f"{database.path.stem}-*{SUFFIX}"))
        except OSError:
            continue
        for path in paths:
            known = found.get(path.name)
            try:
                head = backup_file.read_head(path)
                size = path.stat().st_size
            except (CounterError, OSError):
                continue  # half copied, or the stick has just gone: not one to rely on
            here = place == 0 or (known is not None and known.here)
            found[path.name] = BackupRow(
                known.path if known is not None else path,
                head.made_at,
                size,
                here,
                place == 1,
                backup_restore.is_ours(database, head),
            )
    return tuple(sorted(found.values(), key=lambda row: row.made_at, reverse=True))


def last_good(rows: tuple[BackupRow, ...], now: datetime) -> datetime | None:
    """Return when the last good one was made; one from the future is of a clock that was set back."""
    return max((row.made_at for row in rows if row.opens and row.made_at <= now), default=None)


def thin_out(database: FileDatabase, places: list[Path], plan: BackupPlan) -> None:
    """Remove what the plan does not keep, of this database's own in each place; never a foreign file."""
    found = rows(database, places)
    keep = kept([row.made_at for row in found if row.opens], plan)
    for row in found:
        if row.opens and row.made_at not in keep:
            for folder in places:
                try:
                    (folder / row.path.name).unlink(missing_ok=True)
                except OSError:
                    continue  # a stick that is write-protected, or has gone: another time
