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
    from desktop.domain.times import CHINA
    from desktop.services.backup_unopened import shelf

    found = shelf(folders)
    for one in found:
        _say(f"{one.path}  {one.made_at.astimezone(CHINA):%Y-%m-%d %H:%M}  {one.size}字节")
    if not found:
        _say(f"{folders.data}里没有可用的备份；另存在别处的，直接写出文件。")
    return DONE


def _restore(folders: Folders, path: Path) -> int:
    from desktop.domain.times import CHINA
    from desktop.models.unlock import KeysLocked, Unlock

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
        f"已备好：{made.station_name}，{made.made_at.astimezone(CHINA):%Y-%m-%d %H:%M}的备份，"
        f"{made.people}条人员记录，留痕{made.entries}条。下次打开程序时换上，原有文件移到station.before-…留存。"
    )
    _say(
        "备份之后办的件不在其中，请对照留底单据补办；备份之后清除过的个人信息又回来了，请对照清除单再清除一次。"
    )
    return DONE


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
