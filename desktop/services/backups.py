"""Backups of this machine's database: made while it is in use, checked, kept for a while, tried, restored."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from desktop.domain.backups import OLD, BackupPlan, is_due, read_plan
from desktop.domain.errors import BadInput, CounterError, NotPossible, Sentence, sentence
from desktop.domain.rights import Right
from desktop.domain.times import CHINA
from desktop.models import backup_file, restoring, station_file
from desktop.models.file_database import FileDatabase
from desktop.models.prepared import Prepared
from desktop.models.tables import DayClose
from desktop.models.wrapping import Way
from desktop.services import (
    backup_drill,
    backup_making,
    backup_restore,
    backup_shelf,
    drill_papers,
    station_backups,
    station_keys,
    station_making,
)
from desktop.services.backup_rows import BackupContent, BackupRow, BackupsPage, DrillResult
from desktop.services.backup_settings import BackupSettings, plan_of
from desktop.services.journal import Happening
from desktop.services.kept_sentences import kept_sentence, to_keep
from desktop.services.rights import needs, open_to

if TYPE_CHECKING:
    from desktop.models.unlock import Unlock
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

FOLDER = "backups"
AGAIN = 1_800
"""Seconds after which one that failed is tried again."""

_CLOSED = Prepared(select(func.max(DayClose.closed_at).label("at")))
_ON_SERVER = sentence(
    "backups", "服务器的备份不在窗口上恢复：请在服务器上运行 python -m desktop.station_backup restore。"
)
_NO_FOLDER = sentence("backups", "没有文件夹{path}。请先建好文件夹，或插好U盘。")
_UNDER_WAY = sentence("backups", "正在备份，请稍候。")
_TOLD_MADE = sentence("log", "{name}，{size}字节")
_TOLD_TRIED = sentence("log", "{name}，{faults}处问题，留痕{entries}条")
_TOLD_PLAN = sentence("log", "每天{hour}时，保留{daily}天{weekly}周，另存于“{second}”")
_TOLD_DUTY = sentence("log", "本窗口备份本所服务器：{plan}")
_TOLD_NO_DUTY = sentence("log", "本窗口不备份服务器：{plan}")
_TOLD_RESTORE = sentence("log", "{name}（{made_at}）")


class Backups:
    """Makes, lists, tries and restores backups. One is made at a time."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal
        self._settings = BackupSettings(office.folders.data)
        self._making = threading.Lock()
        self.served = station_keys.server_of(office.database) is not None
        """Whether the data is on the station's server."""

    # -- looking ---------------------------------------------------------------------------------------
    @needs(Right.KEEP_DATABASE)
    def page(self, actor: Actor) -> BackupsPage:
        """Return the backups there are, how old the last good one is, and what went wrong lately."""
        del actor
        told = self._settings.read()
        plan, now = plan_of(told), self._office.clock.now()
        if self.served:
            return station_backups.page(self._office, told, plan, self._folder)
        database = self._database()
        rows = backup_shelf.rows(database, self._places(plan))
        last = backup_shelf.last_good(rows, now)
        assert database.path is not None
        return BackupsPage(
            rows=rows,
            last=last,
            overdue=last is None or now - last > OLD,
            failed=kept_sentence(told.get("failed")),
            second_failed=kept_sentence(told.get("second_failed")),
            plan=plan,
            folder=self._folder,
            recoverable=Way.RECOVERY in database.ring.ways,
            replaced=restoring.waiting(database.path),
        )

    @open_to("says of the machine's backups that one is due, and of nobody anything")
    def due(self) -> bool:
        """Tell whether one should be made now, whoever is signed in; cheap. Never for a practice station's.

        Of a station's server one window makes it: whichever has the duty, and comes first.
        """
        database, station = self._office.database, self._office.station()
        if station is None or station.practice:
            return False
        told = self._settings.read()
        now = self._office.clock.now()
        tried = told.get("tried")
        if tried is not None and 0 <= (now - datetime.fromisoformat(tried)).total_seconds() < AGAIN:
            return False  # it did not work a little while ago
        if self.served:
            return station_backups.due(self._office, told, plan_of(told))
        if not isinstance(database, FileDatabase):
            return False
        with database.faults():
            row = database.link.one(_CLOSED)
        plan = plan_of(told)
        last = backup_shelf.last_good(backup_shelf.rows(database, self._places(plan)), now)
        return is_due(now, last, plan, row.at if row is not None else None)

    # -- making ----------------------------------------------------------------------------------------
    @needs(Right.KEEP_DATABASE)
    def make(
        self, actor: Actor, progress: Callable[[int, int], None], stopped: Callable[[], bool]
    ) -> BackupRow:
        """Make one now; blocks until done, for the background. `progress(done, total)` counts pages.

        Raises Stopped, NotPossible while another is being made, EnvironmentTrouble with what went wrong.
        """
        made = self._make(actor, progress, stopped, only_if_due=False)
        assert made is not None
        return made

    @open_to("the program makes the one that is due, whoever works at the counter")
    def make_due(self, actor: Actor, stopped: Callable[[], bool]) -> BackupRow | None:
        """Make the one that is due; None when it is not any more."""
        if not self.due():
            return None
        return self._make(actor, lambda _done, _total: None, stopped, only_if_due=True)

    # -- trying and restoring ----------------------------------------------------------------------------
    @needs(Right.KEEP_DATABASE)
    def drill(
        self,
        actor: Actor,
        path: Path,
        progress: Callable[[int, int], None],
        stopped: Callable[[], bool],
        by: Unlock | None = None,
    ) -> DrillResult:
        """Restore a backup into a scratch database, check and count it, and compare it with what is here.

        `by` opens a backup whose keys are not this machine's: KeysLocked asks for it.
        """
        if self.served:
            told_here = self._settings.read()
            result = station_backups.drill(self._office, actor, told_here, path, progress, stopped, by)
        else:
            ring = backup_restore.ring_for(self._database(), path, by)
            result = backup_drill.run(self._office, actor, ring, path, progress, stopped)
        told = _TOLD_TRIED.fill(name=result.name, faults=len(result.faults), entries=result.entries)
        self._write(actor, "try_backup", told)
        return result

    @needs(Right.KEEP_DATABASE)
    def drill_paper(self, actor: Actor, result: DrillResult) -> int:
        """Freeze what a drill came to as a paper and return it to print; made out twice it is one paper."""
        return drill_papers.make_out(self._office, self._journal, actor, result)

    @needs(Right.KEEP_DATABASE)
    def open(self, actor: Actor, path: Path, by: Unlock | None = None) -> BackupContent:
        """Say what a backup holds. KeysLocked asks for what opens it, where its keys are not this machine's."""
        del actor
        head = backup_file.read_head(path)
        facts = backup_making.read_facts(backup_restore.ring_for(self._database(), path, by), head)
        return BackupContent(
            path,
            head.made_at,
            path.stat().st_size,
            head.station,
            facts.station_name,
            head.practice,
            tuple(facts.counts.items()),
        )

    @needs(Right.KEEP_DATABASE)
    def restore(
        self,
        actor: Actor,
        path: Path,
        progress: Callable[[int, int], None],
        stopped: Callable[[], bool],
        by: Unlock | None = None,
    ) -> None:
        """Get a backup ready to take the database's place; the next start of the program puts it there.

        What it replaces is kept beside it. Nothing changes before that, and `give_up_restoring` takes it back.
        """
        database = self._database()
        ring = backup_restore.ring_for(database, path, by)
        head = backup_file.read_head(path)
        made_at = head.made_at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M:%S")
        told = _TOLD_RESTORE.fill(name=path.name, made_at=made_at)
        backup_restore.prepare(self._office, actor, ring, path, told, progress, stopped)
        self._write(actor, "restore_backup", told)

    @needs(Right.KEEP_DATABASE)
    def give_up_restoring(self, actor: Actor) -> None:
        """Leave the database as it is after all."""
        database = self._database()
        assert database.path is not None
        if restoring.waiting(database.path):
            restoring.give_up(database.path)
            self._write(actor, "give_up_restoring", None)

    # -- the plan --------------------------------------------------------------------------------------
    @needs(Right.KEEP_DATABASE)
    def set_plan(
        self,
        actor: Actor,
        hour: str,
        daily: str,
        weekly: str,
        second: str,
        duty: str = "",
        password: str = "",
    ) -> BackupPlan:
        """Set when backups are made, how many are kept, and where else they go; BadInput names a wrong field.

        On a server `duty` says whether this window makes them, and `password` is that of the backup's user there,
        as it was when it is not typed: it is tried at once.
        """
        plan = read_plan(hour, daily, weekly, second)
        if plan.second and not Path(plan.second).is_dir():
            raise BadInput("second", _NO_FOLDER.fill(path=plan.second))
        told = self._settings.read()
        wanted = {**told, "plan": asdict(plan), "second_failed": None}
        told_plan = _TOLD_PLAN.fill(**asdict(plan))
        if self.served:
            wanted["station"] = station_backups.kept_duty(
                self._office, told, duty=bool(duty), password=password
            )
            if duty:
                station_backups.try_way(self._office, wanted)
            told_plan = (_TOLD_DUTY if duty else _TOLD_NO_DUTY).fill(plan=told_plan)
        if plan != plan_of(told) or wanted.get("station") != told.get("station"):
            self._settings.keep(wanted)
            self._write(actor, "set_backup_plan", told_plan)
        return plan

    # -- inside ----------------------------------------------------------------------------------------
    def _make(
        self,
        actor: Actor,
        progress: Callable[[int, int], None],
        stopped: Callable[[], bool],
        *,
        only_if_due: bool,
    ) -> BackupRow | None:
        if not self._making.acquire(blocking=False):
            raise NotPossible(_UNDER_WAY)
        try:
            self._journal.flush()
            at, plan = self._office.clock.now(), plan_of(self._settings.read())
            try:
                made = self._made(actor, plan, progress, stopped, only_if_due=only_if_due)
            except backup_making.Stopped:
                raise
            except CounterError as error:
                self._settings.keep_failure(error.message, at)
                self._write(actor, "backup_failed", error.message)
                raise
            if made is None:
                return None
            told = {**self._settings.read(), "failed": None, "tried": None}
            told["second_failed"] = self._carry(made.path, plan)
            self._settings.keep(told)
            self._thin_out(plan, actor)
            self._write(actor, "make_backup", _TOLD_MADE.fill(name=made.path.name, size=made.size))
            second = Path(plan.second) / made.path.name if plan.second else None
            return replace(made, elsewhere=second is not None and second.exists())
        finally:
            self._making.release()

    def _made(
        self,
        actor: Actor,
        plan: BackupPlan,
        progress: Callable[[int, int], None],
        stopped: Callable[[], bool],
        *,
        only_if_due: bool,
    ) -> BackupRow | None:
        if self.served:
            return station_backups.make(
                self._office,
                actor,
                self._settings.read(),
                plan,
                self._folder,
                progress,
                stopped,
                only_if_due=only_if_due,
            )
        database, at = self._database(), self._office.clock.now()
        assert database.path is not None
        self._folder.mkdir(mode=0o700, exist_ok=True)
        path = backup_shelf.path_for(database, self._folder, at)
        backup_making.make(database, actor.station, at, path, progress, stopped)
        return BackupRow(path, at, path.stat().st_size, True, False, True)

    def _carry(self, path: Path, plan: BackupPlan) -> Any:
        if not plan.second:
            return None
        carry = station_file.carry if self.served else backup_file.carry
        try:
            carry(path, Path(plan.second) / path.name)
        except CounterError as error:
            return to_keep(error.message)
        return None

    def _thin_out(self, plan: BackupPlan, actor: Actor) -> None:
        """Remove what the plan does not keep, of this station's own in either place; never a foreign file."""
        if self.served:
            for folder in self._places(plan):
                station_making.thin_out(folder, actor.station.division + actor.station.station_code, plan)
        else:
            backup_shelf.thin_out(self._database(), self._places(plan), plan)

    def _places(self, plan: BackupPlan) -> list[Path]:
        return [self._folder, *([Path(plan.second)] if plan.second else [])]

    @property
    def _folder(self) -> Path:
        return self._office.folders.data / FOLDER

    def _database(self) -> FileDatabase:
        database = self._office.database
        if not isinstance(database, FileDatabase):
            raise NotPossible(_ON_SERVER)
        return database

    def _write(self, actor: Actor, action: str, detail: Sentence | None) -> None:
        with self._office.database.write() as link:
            at = self._office.clock.now()
            self._journal.write(link, Happening(actor, action, at, detail=str(detail or "")))
