"""A backup as one file: what it holds and how its key is wrapped in front, the encrypted database after it.

The first line names the form, the second is JSON, the rest is an SQLCipher file under a key of its own. That key
is sealed under the station key, and the envelope that wraps the station key goes along: with the station's
secret, the recovery key or a token the file opens on any machine, and with nothing else.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from desktop.domain.errors import EnvironmentTrouble, NotPossible, Sentence, sentence
from desktop.models import backup_head
from desktop.models.backup_head import Head, line_of, new_part
from desktop.models.envelope import NewerEnvelope, sync_folder

MAGIC = b"residence-counter backup 1\n"
SUFFIX = ".rcbackup"
_OTHER_FORM = b"residence-counter backup "
_MOST_HEAD = 2_000_000
_CHUNK = 1 << 20

_NONE = sentence("errors", "{path}不是本程序的备份文件。请选择扩展名为{suffix}的文件。")
_NEWER = sentence("errors", "备份文件{path}由更新版本的程序写成，本程序不能读取。请先升级程序。")
_DAMAGED = sentence("errors", "备份文件{path}已损坏或没有复制完整，不能使用。请换一份备份。")
_UNREADABLE = sentence("errors", "读不到备份文件{path}（{reason}）。请检查磁盘或U盘后再试。")
_UNWRITTEN = sentence(
    "errors", "备份没有写成：{path}（{reason}）。原有备份没有改动，请检查磁盘空间或U盘后再试。"
)


class BackupDamaged(NotPossible):
    """The file is not what was written."""


@dataclass(frozen=True, slots=True)
class BackupHead(Head):
    """What stands in front of a backup. `key` and `facts` are sealed under the station key `key_id`."""

    size: int
    sha256: str


def read_head(path: Path) -> BackupHead:
    """Read what stands in front; BackupDamaged, NotPossible or EnvironmentTrouble say why not.

    A file that is shorter or longer than it should be is damaged.
    """
    with _told(path), path.open("rb") as file:
        return _head(path, file)[0]


def write(
    target: Path,
    head: BackupHead,
    database: Path,
    progress: Callable[[int], None] = lambda _bytes: None,
) -> None:
    """Write a backup, whole or not at all, and read it back. EnvironmentTrouble says why it could not be."""
    part = target.with_name(f".{target.name}.part")
    try:
        with _told(target, _UNWRITTEN):
            with database.open("rb") as content, new_part(part) as file:
                file.write(MAGIC + line_of(head, size=head.size, sha256=head.sha256))
                for chunk in _chunks(content):
                    file.write(chunk)
                    progress(len(chunk))
                file.flush()
                os.fsync(file.fileno())
            _finish(part, target)
    finally:
        _forget(part)


def carry(source: Path, target: Path) -> None:
    """Copy a backup to another place, whole or not at all, and read it back there."""
    part = target.with_name(f".{target.name}.part")
    try:
        with _told(target, _UNWRITTEN):
            with source.open("rb") as content, new_part(part) as file:
                shutil.copyfileobj(content, file, _CHUNK)
                file.flush()
                os.fsync(file.fileno())
            _finish(part, target)
    finally:
        _forget(part)


def unpack(path: Path, target: Path) -> BackupHead:
    """Write the encrypted database of a backup to a file of its own, checked against what stands in front."""
    with _told(path), path.open("rb") as file:
        head, _ = _head(path, file)
        digest = hashlib.sha256()
        with target.open("wb") as out:
            os.chmod(target, 0o600)
            for chunk in _chunks(file):
                digest.update(chunk)
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
    if digest.hexdigest() != head.sha256:
        target.unlink(missing_ok=True)
        raise BackupDamaged(_DAMAGED.fill(path=str(path)))
    return head


def check(path: Path) -> BackupHead:
    """Read all of a backup and compare it with what stands in front."""
    with _told(path), path.open("rb") as file:
        head, _ = _head(path, file)
        digest = hashlib.sha256()
        for chunk in _chunks(file):
            digest.update(chunk)
    if digest.hexdigest() != head.sha256:
        raise BackupDamaged(_DAMAGED.fill(path=str(path)))
    return head


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for chunk in _chunks(file):
            digest.update(chunk)
    return digest.hexdigest()


def _finish(part: Path, target: Path) -> None:
    check(part)  # what the disk took, as far as the system tells it
    os.replace(part, target)
    sync_folder(target.parent)


def _head(path: Path, file: BinaryIO) -> tuple[BackupHead, int]:
    first = file.readline(len(MAGIC))
    if first != MAGIC:
        newer = first.startswith(_OTHER_FORM)
        raise NotPossible((_NEWER if newer else _NONE).fill(path=str(path), suffix=SUFFIX))
    line = file.readline(_MOST_HEAD)
    try:
        told = json.loads(line)
        fields = backup_head.common(told)
        head = BackupHead(**fields, size=int(told["size"]), sha256=str(told["sha256"]))
        backup_head.check(told)
    except NewerEnvelope as error:
        raise NotPossible(_NEWER.fill(path=str(path))) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BackupDamaged(_DAMAGED.fill(path=str(path))) from error
    begin = len(first) + len(line)
    if os.fstat(file.fileno()).st_size != begin + head.size:
        raise BackupDamaged(_DAMAGED.fill(path=str(path)))
    return head, begin


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    while chunk := file.read(_CHUNK):
        yield chunk


class _told:  # noqa: N801 - read as a word where it is used
    """Turn what the disk does while a backup is read, or written, into a sentence."""

    def __init__(self, path: Path, words: Sentence = _UNREADABLE) -> None:
        self._path, self._words = path, words

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: object, _where: object) -> None:
        if isinstance(error, OSError):
            reason = error.strerror or type(error).__name__
            raise EnvironmentTrouble(self._words.fill(path=str(self._path), reason=reason)) from error


def _forget(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:  # the stick is gone, and the part with it
        return
