"""`python -m desktop.counter_backup list|restore`: a counter's own database from a backup when it does not open.

Where somebody can sign in, the page of backups (Ctrl+Shift+K) does this and more.
"""

from __future__ import annotations

import argparse
import getpass
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.errors import BadInput, CounterError

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtCore import QLockFile

    from desktop.models.unlock import Unlock
    from desktop.services.backup_unopened import Waiting
    from desktop.services.ports import Folders

DONE, FAILED, WRONG = 0, 1, 2
"""Exit codes: done; not done; the command or what was typed cannot be."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says, print what came of it, and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = _parser().parse_args(arguments)
    from desktop.folders import default_folders  # takes Qt: not for --help

    folders = default_folders()
    try:
        return _list(folders) if given.command == "list" else _restore(folders, given.file)
    except BadInput as error:
        _say(str(error.message), wrong=True)
        return WRONG
    except CounterError as error:
        _say(str(error.message), wrong=True)
        return FAILED
    except EOFError:
        _say("没有输入，没有恢复。", wrong=True)
        return WRONG


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m desktop.counter_backup",
        description="本机数据库打不开时，从备份恢复。能登录的，请用“备份与密钥”页（Ctrl+Shift+K）。",
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="列出数据文件夹里的备份")
    restore = commands.add_parser("restore", help="恢复一份备份，下次打开程序时换上；原有文件留存")
    restore.add_argument("file", type=Path, help="备份文件（.rcbackup）")
    return parser


def _list(folders: Folders) -> int:
    from desktop.services.backup_unopened import shelf

    found = shelf(folders)
    for one in found:
        _say(f"{one.path}  {_local(one.made_at)}  {one.size}字节")
    if not found:
        _say(f"{folders.data}里没有可用的备份；另存在别处的，直接写出文件。")
    return DONE


def _restore(folders: Folders, path: Path) -> int:
    from desktop.models.unlock import KeysLocked, Unlock

    lock = _only_one(folders)
    if lock is None:
        _say("本机正在另一个窗口恢复备份，请等它结束。", wrong=True)
        return FAILED
    name, password = _asked("备份时系统管理员的登录名："), _asked("密码：", secret=True)
    try:
        made = _prepared(folders, path, None, name, password)
    except KeysLocked:
        typed = _asked(
            "本机没有能打开这份备份的密钥。恢复密钥（没有就直接回车，改用开机口令）：", secret=True
        )
        by = Unlock(recovery=typed) if typed else Unlock(secret=_asked("开机口令：", secret=True))
        made = _prepared(folders, path, by, name, password)
    _say(
        f"已备好：{made.station_name}，{_local(made.made_at)}的备份，"
        f"{made.people}条人员记录，留痕{made.entries}条。下次打开程序时换上，原有文件移到station.before-…留存。"
    )
    _say("备份之后办的件不在其中，请对照留底单据补办。")
    _say_purges(made)
    return DONE


def _say_purges(made: Waiting) -> None:
    """Say which orders of deletion are known to what is restored, and from when on none can be."""
    known = made.purges
    last = f"，最后一份在{_local(known.last_done_at)}" if known.last_done_at is not None else ""
    _say(f"个人信息的清除：这份备份知道的清除单，执行完的有{known.done}份{last}。")
    if known.open:
        _say(f"做备份时另有{known.open}份已提出、还没有执行完，后来执行了没有，备份里没有。")
    _say(
        f"{_local(made.made_at)}以后执行的清除单，这里一份也不知道，所清除的个人信息又回来了："
        "请找出这以后的每一份清除单，恢复后逐份再清除一次。"
    )


def _local(at: datetime) -> str:
    from desktop.domain.times import CHINA

    return f"{at.astimezone(CHINA):%Y-%m-%d %H:%M}"


def _only_one(folders: Folders) -> QLockFile | None:
    """Lock restoring, so that tries are counted one after another; None where it goes on elsewhere."""
    from PySide6.QtCore import QLockFile

    folders.data.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(folders.data / "restore.lock"))
    lock.setStaleLockTime(0)
    return lock if lock.tryLock(100) else None


def _prepared(folders: Folders, path: Path, by: Unlock | None, name: str, password: str) -> Waiting:
    from desktop.services.backup_unopened import restore
    from desktop.services.ports import SystemClock

    return restore(folders, SystemClock(), path, by, name, password, _nothing, lambda: False)


def _asked(words: str, *, secret: bool = False) -> str:
    if not sys.stdin.isatty():
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return line.rstrip("\n")
    return getpass.getpass(words) if secret else input(words)


def _nothing(_done: int, _total: int) -> None:
    """It takes seconds."""


def _say(words: str, *, wrong: bool = False) -> None:
    print(words, file=sys.stderr if wrong else sys.stdout, flush=True)  # noqa: T201 - a command's words to who ran it


if __name__ == "__main__":
    os.umask(0o077)  # what is restored is for whoever runs this alone
    sys.exit(main())
