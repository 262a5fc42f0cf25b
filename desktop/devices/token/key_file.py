"""A key in a file, on a USB stick for instance: Ed25519, sealed by its PIN (argon2id, AES-256-GCM)."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import os
import secrets
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.domain.errors import BadInput, EnvironmentTrouble, NotPossible, sentence

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

SUFFIX = ".rckey"
FORMAT = "residence-counter key file 1"
LARGEST = 16_384
"""Bytes of a file that is read at all."""
PASSES, KIB, LANES = 3, 65_536, 4
MOST_PASSES, MOST_KIB, MOST_LANES = 10, 1 << 20, 16
"""What a file may ask of this machine; a greater demand is a damaged file, or a nasty one."""
_HEAD = ("format", "name", "public", "salt", "passes", "kib", "lanes", "nonce")

_GONE = sentence("errors", "读不到密钥文件{path}。U盘可能已经拔出，请插好后再试。")
_DAMAGED = sentence("errors", "密钥文件{path}已损坏，不能使用。请改用另一种方式登录，并重新登记密钥。")
_NOT_ONE = sentence("errors", "{path}不是密钥文件。请选择登记时生成的文件（扩展名为{suffix}）。")
_WRONG_PIN = sentence("errors", "PIN不对。请核对后再试。")
_THERE = sentence("errors", "{path}已经存在，没有改动。请给新密钥换一个名称。")
_NOT_WRITTEN = sentence("errors", "密钥文件没有写成：{path}（{reason}）。请检查U盘后再试。")


@dataclass(frozen=True, slots=True)
class KeyFileToken:
    """An open key file: signs, and never shows its private key. See `services.ports.Token`."""

    name: str
    public: str
    _private: Ed25519PrivateKey

    def sign(self, challenge: bytes) -> bytes:
        """Sign a challenge."""
        return self._private.sign(challenge)


class KeyFiles:
    """The key files within reach. See `services.ports.TokenReader`.

    `drives` gives the folders to look into: what is plugged in.
    """

    def __init__(self, drives: Callable[[], Iterable[Path]] | None = None) -> None:
        self._drives = drives or plugged_in

    def drives(self) -> tuple[str, ...]:
        """Return where a new key can be put."""
        return tuple(str(drive) for drive in self._drives())

    def present(self) -> tuple[str, ...]:
        """Return the keys that are plugged in; a drive that is just being pulled out has none."""
        found: list[str] = []
        for drive in self._drives():
            with contextlib.suppress(OSError):
                found += [str(each) for each in sorted(drive.iterdir()) if each.suffix == SUFFIX]
        return tuple(found)

    def open(self, place: str, pin: str) -> KeyFileToken:
        """Open a key with its PIN, some 0.2 s; BadInput("pin") when it is another one.

        EnvironmentTrouble when the file is gone, NotPossible when it is damaged or no key.
        """
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        kept = _read(Path(place))
        damaged = NotPossible(_DAMAGED.fill(path=place))
        try:
            head = {name: kept[name] for name in _HEAD}
            hard = (int(kept["passes"]), int(kept["kib"]), int(kept["lanes"]))
            if not (
                1 <= hard[0] <= MOST_PASSES
                and 1 <= hard[2] <= MOST_LANES
                and 8 * hard[2] <= hard[1] <= MOST_KIB
            ):
                raise damaged
            salt, nonce, sealed = (
                base64.b64decode(kept[name], validate=True) for name in ("salt", "nonce", "sealed")
            )
            box = AESGCM(_stretched(pin, salt, hard))
            private = Ed25519PrivateKey.from_private_bytes(box.decrypt(nonce, sealed, _plain(head)))
        except InvalidTag as error:
            raise BadInput("pin", _WRONG_PIN) from error
        except (KeyError, TypeError, ValueError) as error:
            raise damaged from error
        return KeyFileToken(str(kept["name"]), _public(private), private)

    def make(self, drive: str, name: str, pin: str) -> tuple[str, KeyFileToken]:
        """Put a new key on a drive; return where it is, and the key. Nothing that is there is written over."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        private = Ed25519PrivateKey.generate()
        salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
        head: dict[str, Any] = {
            "format": FORMAT,
            "name": name,
            "public": _public(private),
            "salt": base64.b64encode(salt).decode(),
            "passes": PASSES,
            "kib": KIB,
            "lanes": LANES,
            "nonce": base64.b64encode(nonce).decode(),
        }
        box = AESGCM(_stretched(pin, salt, (PASSES, KIB, LANES)))
        sealed = box.encrypt(nonce, private.private_bytes_raw(), _plain(head))
        kept = {**head, "sealed": base64.b64encode(sealed).decode()}
        kept["check"] = hashlib.sha256(_plain(kept)).hexdigest()
        path = Path(drive) / f"{_file_name(name)}{SUFFIX}"
        _write(path, json.dumps(kept, ensure_ascii=False, indent=1).encode())
        return str(path), KeyFileToken(name, head["public"], private)

    def take_back(self, place: str) -> None:
        """Delete a key that was made and could not be registered."""
        Path(place).unlink(missing_ok=True)


def plugged_in() -> Iterator[Path]:
    """Give the drives that are plugged in, by where systems put them."""
    if sys.platform == "win32":
        yield from (drive for letter in "DEFGHIJKLMNOPQRSTUVWXYZ" if (drive := Path(f"{letter}:/")).exists())
        return
    for pattern in ("media/*/*", "run/media/*/*", "mnt/*"):
        with contextlib.suppress(OSError):
            yield from (each for each in sorted(Path("/").glob(pattern)) if each.is_dir())


def _read(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise EnvironmentTrouble(_GONE.fill(path=str(path))) from error
    try:
        kept = json.loads(content[:LARGEST]) if len(content) <= LARGEST else None
    except ValueError:
        kept = None
    if not isinstance(kept, dict) or kept.get("format") != FORMAT:
        whole = path.suffix != SUFFIX
        raise NotPossible((_NOT_ONE if whole else _DAMAGED).fill(path=str(path), suffix=SUFFIX))
    check = kept.pop("check", "")
    if check != hashlib.sha256(_plain(kept)).hexdigest():
        raise NotPossible(_DAMAGED.fill(path=str(path)))
    return kept


def _write(path: Path, content: bytes) -> None:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise NotPossible(_THERE.fill(path=str(path))) from error
    except OSError as error:
        raise EnvironmentTrouble(_NOT_WRITTEN.fill(path=str(path), reason=error.strerror)) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        path.unlink(missing_ok=True)
        raise EnvironmentTrouble(_NOT_WRITTEN.fill(path=str(path), reason=error.strerror)) from error


def _stretched(pin: str, salt: bytes, hard: tuple[int, int, int]) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    passes, kib, lanes = hard
    return hash_secret_raw(pin.encode(), salt, passes, kib, lanes, 32, Type.ID)


def _public(private: Ed25519PrivateKey) -> str:
    return f"Ed25519:{private.public_key().public_bytes_raw().hex()}"


def _plain(said: dict[str, Any]) -> bytes:
    return json.dumps(said, sort_keys=True, separators=(",", ":")).encode()


def _file_name(name: str) -> str:
    """Return a name that every drive takes: no separators, no dots in front."""
    return "".join(each if each.isalnum() or each in "-_" else "_" for each in name)[:40] or "key"
