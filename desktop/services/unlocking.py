"""What screens hand over that opens keys: typed words, or the PIN of a token that is plugged in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.errors import BadInput, CounterError, NotPossible, sentence
from desktop.models.unlock import Unlock

if TYPE_CHECKING:
    from desktop.services.ports import TokenReader

_NONE = sentence("errors", "没有看到密钥盘。请插好后再试，或改用另一种方式。")


def unlock_by(secret: str, recovery: str, pin: str = "", tokens: TokenReader | None = None) -> Unlock:
    """Return what was typed: the secret, or else the recovery key, or the token that the PIN opens.

    Of several tokens plugged in it is the first that this PIN opens. BadInput("pin") where it opens none,
    NotPossible where none is plugged in.
    """
    if not pin:
        return Unlock(secret="" if recovery else secret, recovery=recovery)
    from desktop.devices.token.key_file import KeyFiles  # here for start-up time: most are opened otherwise

    reader, wrong = tokens or KeyFiles(), None
    for place in reader.present():
        try:
            return Unlock(token=reader.open(place, pin))
        except CounterError as error:
            wrong = wrong if isinstance(wrong, BadInput) else error
    raise wrong or NotPossible(_NONE)
