"""Papers that no longer count: a list of numbers that a station signs and anybody may download."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from printing.seal.algorithms import NotInstalled, Signer, algorithm
from printing.seal.keys import BadKeys, Keys, key_id_of

FORMAT = "residence-ended-1"


class End(StrEnum):
    """What became of a paper."""

    SUPERSEDED = "superseded"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Ended:
    """A paper's number, what became of it, and on which day."""

    number: str
    end: End
    on: date


@dataclass(frozen=True, slots=True)
class EndedList:
    """The ended papers of one station as of a day; of several after `joined`, as of the oldest one's day."""

    station: str = ""
    as_of: date | None = None
    rows: dict[str, Ended] = field(default_factory=dict)

    def find(self, number: str) -> Ended | None:
        """Give what became of a paper, or None where the list does not have it."""
        return self.rows.get(number)

    def joined(self, other: EndedList) -> EndedList:
        """Give both lists as one."""
        days = [day for day in (self.as_of, other.as_of) if day]
        return EndedList("", min(days, default=None), {**self.rows, **other.rows})


def made(station: str, as_of: date, rows: Iterable[Ended]) -> EndedList:
    """Give a list of a station (nine digits)."""
    return EndedList(station, as_of, {row.number: row for row in rows})


def written(ended: EndedList, signer: Signer) -> str:
    """Write a list, signed, so that nobody can strike a number out of it unnoticed."""
    assert ended.as_of is not None
    content = {
        "format": FORMAT,
        "station": ended.station,
        "as_of": ended.as_of.isoformat(),
        "ended": [
            [row.number, row.end.value, row.on.isoformat()]
            for row in sorted(ended.rows.values(), key=lambda row: row.number)
        ],
        "key_id": key_id_of(signer.algorithm, signer.public),
    }
    signature = signer.sign(_message(content)).hex()
    return json.dumps({**content, "signature": signature}, ensure_ascii=False, indent=0) + "\n"


def read(text: str, keys: Keys) -> EndedList:
    """Read a list that a station signed; `BadKeys` where it is damaged or no known key of that station signed it."""
    try:
        content = json.loads(text)
        if content["format"] != FORMAT:
            raise BadKeys("这不是失效单据名单，或由更新版本的程序导出。")
        signature = bytes.fromhex(content.pop("signature"))
        station, key_id = str(content["station"]), str(content["key_id"])
        as_of = date.fromisoformat(content["as_of"])
        rows = [Ended(str(number), End(end), date.fromisoformat(on)) for number, end, on in content["ended"]]
        message = _message(content)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadKeys("失效单据名单内容不完整或已损坏，没有采用。") from error
    key = keys.find(key_id)
    if key is None or key.station != station or key.revoked_on is not None:
        raise BadKeys("失效单据名单不是用已知的有效密钥签名的，没有采用。请先导入签发单位的公钥。")
    try:
        good = algorithm(key.algorithm).verifier(key.public).verify(message, signature)
    except (ValueError, NotInstalled):
        good = False
    if not good:
        raise BadKeys("失效单据名单的签名不对，可能被改动，没有采用。")
    return made(station, as_of, rows)


def _message(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
