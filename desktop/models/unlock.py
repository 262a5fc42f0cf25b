"""What somebody opens an envelope with, and opening it."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.domain import recovery_code
from desktop.domain.errors import BadInput, EnvironmentTrouble, Sentence, sentence
from desktop.models.envelope import Envelope
from desktop.models.wrapping import Token, Way, WrongKey, unwrap

_LOCKED = sentence("errors", "这台电脑上的数据已加密锁定，请输入开机口令。")
_WRONG: dict[Way, tuple[str, Sentence]] = {
    Way.SECRET: ("secret", sentence("errors", "口令不对，数据没有打开。请重新输入。")),
    Way.RECOVERY: ("recovery", sentence("errors", "这不是本机现用的恢复密钥。请核对纸面上的编号和日期。")),
    Way.TOKEN: ("token", sentence("errors", "这个密钥盘打不开本机数据，请换一个。")),
}
_NOT_SUCH = sentence("errors", "本机没有设置过这种开启方式，请换一种。")


class KeysLocked(EnvironmentTrouble):
    """The keys are there, and this machine alone cannot open them; `ways` says what can."""

    def __init__(self, ways: frozenset[Way]) -> None:
        super().__init__(_LOCKED)
        self.ways = ways


@dataclass(frozen=True, slots=True)
class Unlock:
    """What somebody opens the keys with: one of these."""

    secret: str = field(default="", repr=False)
    recovery: str = field(default="", repr=False)
    token: Token | None = None


def open_by(envelope: Envelope, by: Unlock) -> bytes:
    """Return the station key that what was given opens; BadInput names what is wrong."""
    if by.token is not None:
        way, given = Way.TOKEN, by.token
    elif by.recovery:
        way, given = Way.RECOVERY, recovery_code.read(by.recovery)  # type: ignore[assignment]
    else:
        way, given = Way.SECRET, by.secret  # type: ignore[assignment]
    field, wrong = _WRONG[way]
    asked = [each for each in envelope.wrappings if each.way is way]
    if not asked:
        raise BadInput(field, _NOT_SUCH)
    for each in asked:
        try:
            return unwrap(each, envelope.key_id, given)
        except WrongKey:
            continue
    raise BadInput(field, wrong)
