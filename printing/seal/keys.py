"""The public keys of stations: a plain file that anybody may have, and looking a key up in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from printing.errors import PaperError
from printing.seal.algorithms import algorithm
from printing.seal.cose import KEY_ID_BYTES

FORMAT = "residence-keys-1"
MOST_BYTES = 4_000_000


class BadKeys(PaperError):
    """A file of public keys, or of ended papers, is not one."""

    kind = "keys"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicKey:
    """One public key of a station (nine digits), and the days on which it was made, put away or revoked.

    `practice` keys sign papers of practice stations, which prove nothing. `reason` says why it was revoked.
    """

    key_id: str
    algorithm: str
    public: bytes
    station: str
    station_name: str
    practice: bool
    made_on: date
    retired_on: date | None = None
    revoked_on: date | None = None
    reason: str = ""


class Keys:
    """Public keys by their ids."""

    def __init__(self, keys: Iterable[PublicKey] = ()) -> None:
        self._keys = {key.key_id: key for key in keys}

    def __iter__(self) -> Iterator[PublicKey]:
        return iter(self._keys.values())

    def __len__(self) -> int:
        return len(self._keys)

    def find(self, key_id: str) -> PublicKey | None:
        """Give the key with this id, or None."""
        return self._keys.get(key_id)

    def joined(self, others: Iterable[PublicKey]) -> Keys:
        """Give these keys and others; what is known of a key's end is never forgotten."""
        found = dict(self._keys)
        for key in others:
            known = found.get(key.key_id)
            if known is None or known.revoked_on is None:
                found[key.key_id] = key
        return Keys(found.values())


@lru_cache(maxsize=64)
def key_id_of(name: str, public: bytes) -> str:
    """Give the id of a key: eight hexadecimal digits of its own digest."""
    return hashlib.sha256(name.encode() + public).digest()[:KEY_ID_BYTES].hex()


def fingerprint(text: str) -> str:
    """Give what two people read to each other to know that they hold the same file."""
    digest = hashlib.sha256(text.encode()).hexdigest()[:32].upper()
    return " ".join(digest[place : place + 4] for place in range(0, 32, 4))


def written(keys: Iterable[PublicKey]) -> str:
    """Write the file of public keys: the same keys always give the same text."""
    rows = [
        {
            "key_id": key.key_id,
            "algorithm": key.algorithm,
            "public": key.public.hex(),
            "station": key.station,
            "station_name": key.station_name,
            "practice": key.practice,
            "made_on": key.made_on.isoformat(),
            "retired_on": key.retired_on.isoformat() if key.retired_on else "",
            "revoked_on": key.revoked_on.isoformat() if key.revoked_on else "",
            "reason": key.reason,
        }
        for key in sorted(keys, key=lambda key: key.key_id)
    ]
    return json.dumps({"format": FORMAT, "keys": rows}, ensure_ascii=False, indent=1) + "\n"


def read(text: str) -> Keys:
    """Read a file of public keys; `BadKeys` names what is wrong with it, and nothing of it is taken."""
    try:
        content = json.loads(text)
        if content["format"] != FORMAT:
            raise BadKeys("这不是公钥文件，或由更新版本的程序导出。")
        found = [_read(row) for row in content["keys"]]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadKeys("公钥文件内容不完整或已损坏，没有导入任何公钥。") from error
    if len({key.key_id for key in found}) != len(found):
        raise BadKeys("公钥文件中有重复的密钥编号，没有导入任何公钥。")
    return Keys(found)


def _read(row: Any) -> PublicKey:
    public = bytes.fromhex(row["public"])
    algorithm_name, key_id, station = str(row["algorithm"]), str(row["key_id"]), str(row["station"])
    if key_id_of(algorithm_name, public) != key_id:
        raise BadKeys("公钥文件中密钥{key_id}的编号与内容不符，没有导入任何公钥。", key_id=key_id[:20])
    if not (station.isascii() and station.isdecimal() and len(station) == 9):
        raise ValueError(station)
    if algorithm_name == "ed25519":
        algorithm(algorithm_name).verifier(public)  # ValueError for what is no key
    return PublicKey(
        key_id=key_id,
        algorithm=algorithm_name,
        public=public,
        station=station,
        station_name=str(row["station_name"]),
        practice=row["practice"] is not False,
        made_on=date.fromisoformat(row["made_on"]),
        retired_on=_day(row["retired_on"]),
        revoked_on=_day(row["revoked_on"]),
        reason=str(row["reason"]),
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
