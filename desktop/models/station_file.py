"""A backup of a station's server as one file: what it is of and how its key is wrapped in front, the sealed dump after it.

The first line names the form, the second is JSON, the rest is what pg_dump wrote, sealed in parts under a key of
its own and bound to the second line. That key is sealed to the public part of the station's key, and the envelope
goes along: with the recovery key the file opens on any machine, and with nothing that the server has.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from desktop.domain.errors import EnvironmentTrouble, NotPossible, sentence
from desktop.models import backup_head
from desktop.models.backup_file import BackupDamaged
from desktop.models.backup_head import Head, line_of, new_part
from desktop.models.envelope import NewerEnvelope, sync_folder
from desktop.models.sealed_stream import Sealer, opened
from desktop.models.station_ring import open_sealed
from desktop.models.wrapping import WrongKey, unseal

MAGIC = b"residence-counter backup 2\n"
SUFFIX = ".rcstation"
KEY, FACTS = "station backup key", "station backup facts"
_OTHER_FORM = b"residence-counter backup "
_MOST_HEAD = 2_000_000

_NONE = sentence("errors", "{path}不是本所服务器的备份文件。请选择扩展名为{suffix}的文件。")
_NEWER = sentence("errors", "备份文件{path}由更新版本的程序写成，本程序不能读取。请先升级程序。")
_DAMAGED = sentence("errors", "备份文件{path}已损坏或没有复制完整，不能使用。请换一份备份。")
_UNREADABLE = sentence("errors", "读不到备份文件{path}（{reason}）。请检查磁盘或U盘后再试。")
_UNWRITTEN = sentence(
    "errors", "备份没有写成：{path}（{reason}）。原有备份没有改动，请检查磁盘空间或U盘后再试。"
)


@dataclass(frozen=True, slots=True)
class StationHead(Head):
    """What stands in front. `key` is sealed to the station's key `key_id`, `facts` under the backup's own."""

    server: str


def read_head(path: Path) -> StationHead:
    """Read what stands in front; BackupDamaged, NotPossible or EnvironmentTrouble say why not."""
    with _reading(path), path.open("rb") as file:
        return _head(path, file)[0]


def open_key(head: StationHead, station_key: bytes) -> bytes:
    """Return the key that a backup is sealed under; WrongKey where this station key is not its own."""
    return open_sealed(station_key, head.key, KEY)


def open_facts(head: StationHead, key: bytes) -> bytes:
    """Return what was written down when the backup was made; WrongKey where the key is not the backup's."""
    return unseal(key, head.facts, FACTS)


@contextmanager
def writing(target: Path, head: StationHead, key: bytes) -> Iterator[Callable[[bytes], None]]:
    """Give what takes the dump; the file is whole when the block ends and is put in place by `put_in_place`.

    Until then it is called as `part_of` says, which nobody takes for a backup. EnvironmentTrouble says why it
    could not be written, and nothing is left of it.
    """
    part = part_of(target)
    try:
        with _told(target), new_part(part) as file:
            line = line_of(head, server=head.server)
            file.write(MAGIC + line)
            sealer = Sealer(file, key, _about(line))
            yield sealer.write
            sealer.finish()
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        forget(part)
        raise


def put_in_place(target: Path) -> int:
    """Let a part that was read back be the backup, from this moment on; return its bytes."""
    part = part_of(target)
    try:
        with _told(target):
            os.replace(part, target)
            sync_folder(target.parent)
            return target.stat().st_size
    except BaseException:
        forget(part)
        raise


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    digest = hashlib.sha256()
    with _reading(path), path.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()


def dump_of(path: Path, key: bytes) -> Iterator[bytes]:
    """Give what pg_dump wrote, part by part; BackupDamaged where anything of the file is not as it was written."""
    with _reading(path), path.open("rb") as file:
        _, line = _head(path, file)
        try:
            yield from opened(file, key, _about(line))
        except WrongKey as error:
            raise BackupDamaged(_DAMAGED.fill(path=str(path))) from error


def carry(source: Path, target: Path) -> None:
    """Copy a backup to another place, whole or not at all, and read it back there."""
    part = part_of(target)
    try:
        with _told(target):
            with source.open("rb") as content, new_part(part) as file:
                shutil.copyfileobj(content, file, 1 << 20)
                file.flush()
                os.fsync(file.fileno())
            if digest_of(part) != digest_of(source):
                raise BackupDamaged(_DAMAGED.fill(path=str(target)))
            os.replace(part, target)
            sync_folder(target.parent)
    finally:
        forget(part)


def part_of(target: Path) -> Path:
    """Return what a backup is called while it is being written."""
    return target.with_name(f".{target.name}.part")


def forget(path: Path) -> None:
    """Remove a file that is no backup, if it is there."""
    with contextlib.suppress(OSError):  # the stick is gone, and the part with it
        path.unlink(missing_ok=True)


def _head(path: Path, file: IO[bytes]) -> tuple[StationHead, bytes]:
    first = file.readline(len(MAGIC))
    if first != MAGIC:
        digits = first.removeprefix(_OTHER_FORM).strip()
        newer = first.startswith(_OTHER_FORM) and digits.isdigit() and int(digits) > 2
        raise NotPossible((_NEWER if newer else _NONE).fill(path=str(path), suffix=SUFFIX))
    line = file.readline(_MOST_HEAD)
    try:
        told = json.loads(line)
        backup_head.check(told)
        return StationHead(**backup_head.common(told), server=str(told["server"])), line
    except NewerEnvelope as error:
        raise NotPossible(_NEWER.fill(path=str(path))) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BackupDamaged(_DAMAGED.fill(path=str(path))) from error


def _about(line: bytes) -> bytes:
    return hashlib.sha256(line).digest()


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise EnvironmentTrouble(_UNREADABLE.fill(path=str(path), reason=reason)) from error


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise EnvironmentTrouble(_UNWRITTEN.fill(path=str(path), reason=reason)) from error
