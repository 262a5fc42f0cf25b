"""The envelope: the file beside a database that has its keys, each wrapped, none of them plain.

It is JSON: `format`, `body` and the SHA-256 of the body. It is written twice, the second time beside the first,
so that whatever happens while it is written one whole envelope is there.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.domain.errors import EnvironmentTrouble, sentence
from desktop.models.wrapping import Cost, Way, Wrapping, acceptable

FORMAT = "residence-counter keys"
VERSION = 1
MOST_BYTES = 1_000_000

_DAMAGED = sentence(
    "errors",
    "密钥文件{path}已损坏，数据打不开。请勿删除这个文件和数据库，请管理员从备份恢复（python -m desktop.counter_backup）。",
)
_NEWER = sentence("errors", "密钥文件{path}由更新版本的程序写成，本程序不能打开。请升级程序，数据没有改动。")


@dataclass(frozen=True, slots=True)
class Envelope:
    """The wrapped station key and what is sealed under it.

    `number` grows with each change: of two that are whole the higher one holds.
    """

    number: int
    key_id: str
    wrappings: tuple[Wrapping, ...]
    content: bytes

    @property
    def ways(self) -> frozenset[Way]:
        """What opens it."""
        return frozenset(each.way for each in self.wrappings)


class EnvelopeDamaged(EnvironmentTrouble):
    """No whole envelope is left of those that are there."""


def packed(envelope: Envelope) -> dict[str, Any]:
    """Return an envelope as JSON has it."""
    body = {
        "version": VERSION,
        "number": envelope.number,
        "key": envelope.key_id,
        "wrappings": [_packed(each) for each in envelope.wrappings],
        "content": envelope.content.hex(),
    }
    return {"format": FORMAT, "body": body, "sha256": _digest(body)}


def unpacked(found: Any) -> Envelope:
    """Return the envelope that JSON has; ValueError where it is none, or not whole."""
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise ValueError("not an envelope")
    body = found["body"]
    if _digest(body) != found["sha256"]:
        raise ValueError("not whole")
    if body["version"] != VERSION:
        raise NewerEnvelope
    return Envelope(
        int(body["number"]),
        str(body["key"]),
        tuple(_unpacked(each) for each in body["wrappings"]),
        bytes.fromhex(body["content"]),
    )


class NewerEnvelope(ValueError):
    """A later program wrote it."""


def read(path: Path) -> Envelope | None:
    """Return the newest whole envelope, None where there is no file at all.

    Raises EnvelopeDamaged where there is one and none is whole, EnvironmentTrouble for a newer program's.
    """
    found: list[Envelope] = []
    there = False
    for each in (path, beside(path)):
        try:
            with each.open("rb") as file:
                found.append(unpacked(json.loads(file.read(MOST_BYTES))))
        except FileNotFoundError:
            continue
        except NewerEnvelope as error:
            raise EnvironmentTrouble(_NEWER.fill(path=str(each))) from error
        except (ValueError, KeyError, TypeError):
            there = True
    if found:
        return max(found, key=lambda one: one.number)
    if there:
        raise EnvelopeDamaged(_DAMAGED.fill(path=str(path)))
    return None


def write(path: Path, envelope: Envelope) -> None:
    """Store an envelope, whole or not at all, and then once more beside it. Raises OSError."""
    content = (json.dumps(packed(envelope), ensure_ascii=True, indent=1) + "\n").encode()
    for each in (path, beside(path)):
        write_private(each, content)


def beside(path: Path) -> Path:
    """Return where the second one is."""
    return path.with_name(path.name + "2")


def write_private(path: Path, content: bytes) -> None:
    """Write a file that only this user may read (mode 0600), synced, in one step. Raises OSError."""
    handle, left = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # mkstemp makes it 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(left, path)
    except BaseException:
        Path(left).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the folder's names durable, where the platform knows that."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            with contextlib.suppress(OSError):  # some network folders cannot
                os.fsync(handle)
        finally:
            os.close(handle)


def _packed(wrapping: Wrapping) -> dict[str, Any]:
    told: dict[str, Any] = {
        "way": wrapping.way.value,
        "salt": wrapping.salt.hex(),
        "sealed": wrapping.sealed.hex(),
    }
    if wrapping.cost is not None:
        told["argon2id"] = [wrapping.cost.rounds, wrapping.cost.memory, wrapping.cost.lanes]
    if wrapping.token:
        told["token"] = wrapping.token
    return told


def _unpacked(told: dict[str, Any]) -> Wrapping:
    cost = Cost(*map(int, told["argon2id"])) if "argon2id" in told else None
    if cost is not None and not acceptable(cost):
        raise ValueError("a cost that no machine bears")
    return Wrapping(
        Way(told["way"]),
        bytes.fromhex(told["salt"]),
        bytes.fromhex(told["sealed"]),
        cost,
        str(told.get("token", "")),
    )


def _digest(body: Any) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
