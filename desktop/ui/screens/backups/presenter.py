"""What the screen of backups and keys knows: how both stand, what is under way, what a drill came to."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from desktop.domain.errors import BadInput, CounterError
from desktop.domain.rights import Right
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.services.backup_rows import BackupContent, BackupRow, BackupsPage, DrillResult
    from desktop.services.counter import Counter
    from desktop.services.keys import KeysPage
    from desktop.services.rows import Actor


class BackupsPresenter(Presenter):
    """Makes, tries and restores backups for the system administrator, keeps keys for the security administrator."""

    changed = Signal()
    """What there is, or what is possible, is another one."""
    sheet_failed = Signal(object)
    """What a sheet handed in was not taken (a CounterError): it stays open."""
    sheet_done = Signal()
    """It was taken."""
    recovery = Signal(str)
    """A recovery key was made: show it, this once."""
    confirm = Signal(object)
    """What the backup holds that is to be restored (a BackupContent): ask whether it shall be."""
    secret_wanted = Signal(object)
    """What opens this backup must be typed first (its Path)."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner) -> None:
        super().__init__()
        self._backups, self._keys, self._clock = counter.backups, counter.keys, counter.office.clock
        self._actor, self._runner, self._reading = actor, runner, Latest(runner)
        self.served = counter.backups.served
        self.can_back_up, self.can_keep_keys = actor.may(Right.KEEP_DATABASE), actor.may(Right.KEEP_KEYS)
        self.page: BackupsPage | None = None
        self.keys: KeysPage | None = None
        self.result: DrillResult | None = None
        self.at: BackupRow | None = None
        self.doing = ""
        """What is under way, in words; "" for nothing."""
        self._stop = threading.Event()
        self._told = -1
        self.refresh()

    def title(self) -> str:
        """The screen's name."""
        return text("backups", "备份与密钥")

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return bool(self.doing)

    def now(self) -> datetime:
        """The present moment."""
        return self._clock.now()

    def refresh(self) -> None:
        """Read anew how things stand."""
        self._reading.run(self._read, self._show, self.fail)

    def leave(self) -> bool:
        """What is under way is broken off: nothing is left of a copy that is not whole."""
        self._stop.set()
        return True

    def look(self, row: BackupRow | None) -> None:
        """Look at a backup of the list."""
        self.at = row
        self.changed.emit()

    def stop(self) -> None:
        """Break off what is under way."""
        self._stop.set()

    # -- the system administrator ----------------------------------------------------------------------
    def make(self) -> None:
        """Make a backup now."""
        words = text("backups", "正在备份，照常办理不受影响。")
        self._run(words, partial(self._backups.make, self._actor), self._made)

    def drill(self, path: Path | None = None, by: Any = None) -> None:
        """Try whether the backup that is looked at, or a file, can be restored."""
        path = path or (self.at.path if self.at is not None else None)
        if path is not None:
            words = text("backups", "正在演练：恢复到临时数据库，核对后删除。")
            job = partial(self._backups.drill, self._actor, path)
            self._run(words, partial(_with, job, by), self._tried, partial(self._locked, path))

    def print_drill(self) -> None:
        """Make out what the drill came to as a paper, and go and print it."""
        if self.result is not None:
            job = partial(self._backups.drill_paper, self._actor, self.result)
            self._runner.run(job, self.paper.emit, self.fail)

    def ask_restore(self, path: Path | None = None, secret: str = "", recovery: str = "") -> None:
        """Look what a backup holds before it is restored; its secret is asked for where it is not ours."""
        path = path or (self.at.path if self.at is not None else None)
        if path is None or self.busy:
            return
        self._by = self._unlock(secret, recovery)
        job = partial(self._backups.open, self._actor, path, self._by)
        self._runner.run(job, self._opened, partial(self._locked, path))

    def restore(self, content: BackupContent) -> None:
        """Have it take the database's place at the next start."""
        words = text("backups", "正在准备恢复，现有数据不受影响。")
        job = partial(self._backups.restore, self._actor, content.path)
        self._run(words, partial(_with, job, self._by), self._prepared)

    def give_up_restoring(self) -> None:
        """Leave the database as it is after all."""
        self._runner.run(partial(self._backups.give_up_restoring, self._actor), self._given_up, self.fail)

    def set_plan(self, values: dict[str, str]) -> None:
        """Set the plan as typed."""
        job = partial(self._backups.set_plan, self._actor, **values)
        self._runner.run(job, self._planned, self.sheet_failed.emit)

    # -- the security administrator --------------------------------------------------------------------
    def set_secret(self, values: dict[str, str]) -> None:
        """Set the secret as typed."""
        job = partial(self._keys.set_secret, self._actor, values["secret"], values["secret_again"])
        self._runner.run(
            job, partial(self._kept, text("backups", "开机口令已设置。")), self.sheet_failed.emit
        )

    def new_recovery(self) -> None:
        """Make a recovery key."""
        self._runner.run(partial(self._keys.new_recovery, self._actor), self._recovered, self.fail)

    def print_recovery(self, code: str) -> None:
        """Print the recovery key that is on the screen."""
        job = partial(self._keys.print_recovery, self._actor, code)
        self._runner.run(job, self._printed, self.fail, lane="printing")

    def add_token(self, values: dict[str, str]) -> None:
        """Make a token on a drive, which opens the keys from now on."""
        job = partial(self._keys.make_token, self._actor, values)
        words = text("backups", "密钥盘已登记，也能打开数据了。")
        self._runner.run(job, partial(self._kept, words), self.sheet_failed.emit)

    def drop_token(self, values: dict[str, str]) -> None:
        """Let a token open the keys no longer."""
        job = partial(self._keys.drop_token, self._actor, values["token"])
        words = text("backups", "密钥盘已停用。")
        self._runner.run(job, partial(self._kept, words), self.sheet_failed.emit)

    def take_station_key(self, values: dict[str, str]) -> None:
        """Have this window given the station's key by the recovery key that was typed."""
        job = partial(self._keys.take_station_key, self._actor, values["recovery"])
        words = text("backups", "本窗口已取得本所密钥。")
        self._runner.run(job, partial(self._kept, words), self.sheet_failed.emit)

    def open_by_user(self) -> None:
        """Turn starting without being asked on or off."""
        if self.keys is None:
            return
        wanted = not self.keys.by_user
        words = (
            text("backups", "今后启动程序不再询问口令。")
            if wanted
            else text("backups", "今后启动程序先询问口令。")
        )
        job = partial(self._keys.open_by_user, self._actor, wanted=wanted)
        self._runner.run(job, partial(self._kept, words), self.fail)

    def renew(self, values: dict[str, str]) -> None:
        """Change every key."""
        job = partial(self._keys.renew, self._actor, values.get("secret", ""))
        self._runner.run(job, self._renewed, self.sheet_failed.emit)

    # -- inside ----------------------------------------------------------------------------------------
    def _read(self) -> tuple[BackupsPage | None, KeysPage | None]:
        return (
            self._backups.page(self._actor) if self.can_back_up else None,
            self._keys.page(self._actor) if self.can_keep_keys else None,
        )

    def _show(self, found: tuple[BackupsPage | None, KeysPage | None]) -> None:
        self.page, self.keys = found
        rows = self.page.rows if self.page is not None else ()
        name = self.at.path.name if self.at is not None else ""
        self.at = next((row for row in rows if row.path.name == name), rows[0] if rows else None)
        self.changed.emit()

    def _run(
        self,
        words: str,
        job: Callable[..., Any],
        done: Callable[[Any], None],
        failed: Callable[[CounterError], None] | None = None,
    ) -> None:
        if self.busy:
            return
        self.doing, self._words, self._told = words, words, -1
        self._stop.clear()
        self.changed.emit()
        whole = partial(job, progress=self._progress, stopped=self._stop.is_set)
        self._runner.run(whole, partial(self._over, done), failed or self._failed, lane="upkeep")

    def _progress(self, done: int, total: int) -> None:
        """In the worker: say each hundredth once."""
        part = 100 * done // max(1, total)
        if part != self._told:
            self._told = part
            self._runner.post(partial(self._say, part))

    def _say(self, part: int) -> None:
        if self.busy:
            self.doing = text("backups", "{words} {part}%").format(words=self._words, part=part)
            self.changed.emit()

    def _over(self, done: Callable[[Any], None], result: Any) -> None:
        self.doing = ""
        done(result)
        self.refresh()

    def _failed(self, error: CounterError) -> None:
        self.doing = ""
        self.fail(error)
        self.refresh()

    def _locked(self, path: Path, error: CounterError) -> None:
        """The keys of a backup from elsewhere are asked for, or what was typed is wrong."""
        self.doing = ""
        self.changed.emit()
        if hasattr(error, "ways"):
            self.secret_wanted.emit(path)
        elif isinstance(error, BadInput):
            self.sheet_failed.emit(error)
        else:
            self.fail(error)

    def _made(self, row: BackupRow) -> None:
        self.at = row
        words = text("backups", "备份已做好并核对：{name}。")
        self.notice.emit(words.format(name=row.path.name))

    def _tried(self, result: DrillResult) -> None:
        self.result = result

    def _opened(self, content: BackupContent) -> None:
        self.sheet_done.emit()
        self.confirm.emit(content)

    def _prepared(self, _: object) -> None:
        self.notice.emit(text("backups", "已准备好。退出并重新启动程序后，数据恢复到这份备份。"))

    def _given_up(self, _: object) -> None:
        self.notice.emit(text("backups", "不恢复了，数据照旧。"))
        self.refresh()

    def _planned(self, _: object) -> None:
        self.sheet_done.emit()
        self.notice.emit(text("backups", "备份安排已保存。"))
        self.refresh()

    def _kept(self, words: str, page: KeysPage) -> None:
        self.keys = page
        self.sheet_done.emit()
        self.notice.emit(words)
        self.changed.emit()

    def _recovered(self, code: str) -> None:
        self.trouble.emit(None)  # what was due at the start of the day is done
        self.recovery.emit(code)
        self.refresh()

    def _renewed(self, code: str) -> None:
        self.sheet_done.emit()
        self._recovered(code)

    def _printed(self, job: str) -> None:
        self.notice.emit(text("backups", "恢复密钥已送打印（{job}）。").format(job=job))

    def _unlock(self, secret: str, recovery: str) -> Any:
        if not secret and not recovery:
            return None
        from desktop.services.unlocking import unlock_by

        return unlock_by(secret, recovery)


def _with(job: Callable[..., Any], by: Any, *, progress: Any, stopped: Any) -> Any:
    """Add what opens a backup to what a job is called with."""
    return job(progress, stopped, by)
