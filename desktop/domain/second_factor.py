"""The second factor of signing in: a key that signs a challenge, or a code; who must have one; the rule for PINs."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.domain.codes import Role
from desktop.domain.errors import BadInput, sentence
from desktop.domain.fields import read_text

LASTS = timedelta(minutes=3)
"""How long a challenge may be answered."""
SHORTEST_PIN, LONGEST_PIN = 6, 64
NAME_LIMIT = 40
_SIGNED = b"residence-counter: sign in, 1\n"

_PIN = sentence("errors", "PIN应为{least}至{most}个字符，不能全部相同，也不能是连号。")
_NOT_TWICE = sentence("errors", "两次输入的PIN不一样。")
_NO_NAME = sentence("errors", "请给它起个名称，如“蓝色U盘”。")


class FactorKind(StrEnum):
    """What proves it is oneself, beside the password."""

    TOKEN = "token"  # noqa: S105 - a kind, no secret
    CODE = "code"


KIND_WORDS = {
    FactorKind.TOKEN: sentence("second_factor", "密钥"),
    FactorKind.CODE: sentence("second_factor", "动态码"),
}


@dataclass(frozen=True, slots=True)
class Challenge:
    """What a key signs: this sign-in, at this counter of this station, by this person, now, and no other."""

    station: str
    counter_number: int
    staff_id: int
    at: datetime
    nonce: bytes

    def to_sign(self) -> bytes:
        """Return the bytes to sign."""
        said = {
            "at": self.at.isoformat(timespec="microseconds"),
            "counter": self.counter_number,
            "nonce": self.nonce.hex(),
            "staff": self.staff_id,
            "station": self.station,
        }
        return _SIGNED + json.dumps(said, sort_keys=True, separators=(",", ":")).encode()

    def fresh(self, now: datetime) -> bool:
        """Tell whether it may still be answered; never after the clock was set back."""
        return timedelta() <= now - self.at <= LASTS


def read_pin(typed: str, again: str) -> str:
    """Read a new PIN, typed twice; BadInput says what it must be."""
    distances = {ord(b) - ord(a) for a, b in zip(typed, typed[1:], strict=False)}
    plain = len(distances) == 1 and distances <= {-1, 0, 1}
    if not SHORTEST_PIN <= len(typed) <= LONGEST_PIN or plain:
        raise BadInput("new_pin", _PIN.fill(least=SHORTEST_PIN, most=LONGEST_PIN))
    if typed != again:
        raise BadInput("new_pin_again", _NOT_TWICE)
    return unicodedata.normalize("NFC", typed)


def read_factor_name(typed: str) -> str:
    """Read what somebody calls their key or telephone; BadInput when it has no name."""
    name = read_text("factor_name", typed)[:NAME_LIMIT]
    if not name:
        raise BadInput("factor_name", _NO_NAME)
    return name


def roles_text(roles: Iterable[Role]) -> str:
    """Return roles as they are stored."""
    return ",".join(sorted(role.value for role in roles))


def read_roles(stored: str) -> frozenset[Role]:
    """Return stored roles; those that are none any more are left out."""
    known = {role.value for role in Role if role.value}
    return frozenset(Role(each) for each in stored.split(",") if each in known)
