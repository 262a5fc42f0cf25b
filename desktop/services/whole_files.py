"""Files that are either all there or not there at all; and files of others, read with care."""

from __future__ import annotations

import errno
import os
import re
import stat
import tempfile
from pathlib import Path

from desktop.domain.errors import EnvironmentTrouble, sentence

_DEVICES = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])[ ]*(?:\..*)?", re.IGNORECASE)
"""Names that Windows gives to devices whatever ending they have; a file of such a name can be stored on no share."""

_NO_PLAIN_FILE = "不是普通文件"


def read_bounded(path: Path, most: int) -> bytes:
    """Return a file's bytes, at most `most` and one; OSError too for a device, a pipe or a folder.

    A pipe never ends and a device may never: neither is opened to be waited for.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, _NO_PLAIN_FILE, str(path))
        return file.read(most + 1)


def check_place(path: Path) -> None:
    """Refuse a place that no file can be stored at: OSError for a device's name, or for what is there and no file.

    A link that is there is replaced by the file; what it leads to stays as it was.
    """
    if _DEVICES.fullmatch(path.name) or not path.name.isprintable():
        raise OSError(errno.EINVAL, "不能用作文件名", str(path))
    try:
        there = path.lstat().st_mode
    except FileNotFoundError:
        return
    if not (stat.S_ISREG(there) or stat.S_ISLNK(there)):
        raise OSError(errno.EINVAL, _NO_PLAIN_FILE, str(path))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that either all of it is there or nothing changed; EnvironmentTrouble says why not."""
    left: str | None = None
    try:
        check_place(path)
        handle, left = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(left, path)
    except OSError as error:
        if left is not None:
            Path(left).unlink(missing_ok=True)
        raise EnvironmentTrouble(
            sentence("errors", "文件没有存成：{path}（{reason}）。原有文件没有改动，请换一个位置再存。").fill(
                path=str(path), reason=error.strerror or type(error).__name__
            )
        ) from error
