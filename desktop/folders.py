"""Where the program keeps its data, and that only one program uses them at a time."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from PySide6.QtCore import QLockFile

from desktop.services.ports import Folders


def default_folders() -> Folders:
    """Return the user's folders on this platform, or those named by RESIDENCE_COUNTER_DATA and _CACHE."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
        data, cache = local / "residence-counter", local / "residence-counter" / "cache"
    elif sys.platform == "darwin":
        data = home / "Library" / "Application Support" / "residence-counter"
        cache = home / "Library" / "Caches" / "residence-counter"
    else:
        data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "residence-counter"
        cache = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "residence-counter"
    return Folders(
        Path(os.environ.get("RESIDENCE_COUNTER_DATA") or data),
        Path(os.environ.get("RESIDENCE_COUNTER_CACHE") or cache),
    )


def keep_to_oneself(*folders: Path) -> None:
    """Have every file that this process makes be its user's alone, whatever the desktop's umask is.

    Folders of an older program, or made by hand beforehand, are closed to others too, where they are the user's.
    """
    if sys.platform == "win32":  # what is in the user's profile is the user's there
        return
    os.umask(0o077)
    for folder in folders:
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if folder.stat().st_uid == os.geteuid():
                folder.chmod(0o700)


def only_one(data: Path) -> QLockFile | None:
    """Lock the data folder for this program; None, after saying why, when that cannot be."""
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        refuse(f"无法建立数据文件夹 {data}（{error.strerror}）。请管理员检查权限。")
        return None
    lock = QLockFile(str(data / "program.lock"))
    lock.setStaleLockTime(0)
    if lock.tryLock(100):
        return lock
    if lock.error() == QLockFile.LockError.LockFailedError:
        refuse("本机已经打开了一个居住登记窗口程序，请切换到那个窗口。两个程序同时使用同一份数据会互相等待。")
    else:
        refuse(f"数据文件夹 {data} 不能写入。请管理员检查权限和磁盘空间。")
    return None


def refuse(words: str) -> None:
    """Say why the program cannot start, before there is a window."""
    from PySide6.QtWidgets import QMessageBox  # for start-up time

    QMessageBox.critical(None, "居住登记窗口", words)
