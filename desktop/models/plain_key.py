"""A key that stands plain in a file of its own: what databases had before there was an envelope."""

from __future__ import annotations

import contextlib
import secrets
from pathlib import Path

from desktop.domain.errors import EnvironmentTrouble, sentence
from desktop.models.envelope import write_private
from desktop.models.wrapping import KEY_BYTES

_GONE = sentence(
    "errors",
    "找不到数据库的密钥文件 {path}，或其内容不完整。没有它数据无法读取，请管理员从备份恢复该文件。",
)


def plain_key(path: Path) -> bytes | None:
    """Return the key in a file; None where there is no file, or no whole key in it."""
    with contextlib.suppress(FileNotFoundError, ValueError):
        key = bytes.fromhex(path.read_text("ascii").strip())
        if len(key) == KEY_BYTES:
            return key
    return None


def read_key(path: Path, *, create: bool) -> bytes:
    """Return the key in a file, making it (mode 0600, synced) when `create` is set.

    Raises EnvironmentTrouble when it is gone although something was encrypted by it.
    """
    key = plain_key(path)
    if key is None:
        if not create:
            raise gone(path)
        key = secrets.token_bytes(KEY_BYTES)
        write_private(path, key.hex().encode())
    return key


def gone(path: Path) -> EnvironmentTrouble:
    """Say that a key is gone."""
    return EnvironmentTrouble(_GONE.fill(path=str(path)))
