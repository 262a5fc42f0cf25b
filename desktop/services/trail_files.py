"""An exported trail or an archive checked at the station, with the keys that it knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.errors import EnvironmentTrouble, sentence
from desktop.domain.rights import Right
from desktop.services import seal_keys
from desktop.services.journal import Happening
from desktop.services.rights import needs
from desktop.services.trail_checks import CheckStopped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.domain.trail_report import TrailReport
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_STOPPED = sentence("errors", "已停止核验。")
_UNREADABLE = sentence("errors", "打不开文件：{path}（{reason}）。")
_FOUND = sentence("log", "文件{name}，{entries}条，{faults}处问题")


class TrailFiles:
    """Checks a trail's file."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.CHECK_TRAIL)
    def check(
        self, actor: Actor, path: Path, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> TrailReport:
        """Check a file; blocks until done, for the background. `progress(done, total)` counts bytes.

        CheckStopped once `cancelled()`, EnvironmentTrouble where it cannot be read. The outcome is an entry of
        the trail.
        """
        from desktop.journal import check_file
        from desktop.journal.checking import Stopped

        with self._office.database.faults():
            keys = seal_keys.known(self._office.database.link)
        try:
            report = check_file(path, keys, progress, cancelled)
        except Stopped as stopped:
            raise CheckStopped(_STOPPED) from stopped
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise EnvironmentTrouble(_UNREADABLE.fill(path=str(path), reason=reason)) from error
        told = _FOUND.fill(name=path.name, entries=report.entries, faults=report.fault_count)
        with self._office.database.write() as link:
            at = self._office.clock.now()
            self._journal.write(link, Happening(actor, "check_trail_file", at, detail=str(told)))
        return report
