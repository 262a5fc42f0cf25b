"""The recovery key (恢复密钥) as it stands on paper: groups that show by themselves which one was misread."""

from __future__ import annotations

from desktop.domain.errors import BadInput, sentence

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Thirty-two characters that are not taken for one another (Crockford's); a digit each of five bits."""
GROUPS, LETTERS = 7, 4
BYTES = GROUPS * LETTERS * 5 // 8
"""Seventeen and a half bytes of chance: 140 bits, the last four of the eighteenth byte unused."""

_ALIKE = str.maketrans("ILO", "110")
_EMPTY = sentence("errors", "请填写恢复密钥。")
_LENGTH = sentence("errors", "恢复密钥应为{groups}组，每组5个字母或数字；现在一共{found}个。")
_MISREAD = sentence("errors", "恢复密钥的第{group}组“{typed}”有误，请对照纸面重新输入这一组。")


def written(chance: bytes) -> str:
    """Return random bytes (18) as a recovery key: seven groups of four and a check character, joined by dashes."""
    number = int.from_bytes(chance[: BYTES + 1], "big") >> 4
    groups = []
    for place in range(GROUPS):
        bits = number >> (GROUPS - 1 - place) * LETTERS * 5
        letters = "".join(ALPHABET[bits >> 5 * (LETTERS - 1 - at) & 31] for at in range(LETTERS))
        groups.append(letters + _check(place, letters))
    return "-".join(groups)


def read(typed: str) -> str:
    """Return a recovery key as it is written, however it was typed; BadInput("recovery") names a misread group."""
    found = "".join(each for each in typed.upper().translate(_ALIKE) if each.isalnum())
    if not found:
        raise BadInput("recovery", _EMPTY)
    if len(found) != GROUPS * (LETTERS + 1):
        raise BadInput("recovery", _LENGTH.fill(groups=GROUPS, found=len(found)))
    groups = [found[start : start + LETTERS + 1] for start in range(0, len(found), LETTERS + 1)]
    for place, group in enumerate(groups):
        if set(group) - set(ALPHABET) or _check(place, group[:LETTERS]) != group[LETTERS]:
            raise BadInput("recovery", _MISREAD.fill(group=place + 1, typed=group))
    return "-".join(groups)


def _check(place: int, letters: str) -> str:
    """Counted in the field of 32 elements: one wrong character, or two neighbours that changed places, is seen."""
    total = 0
    for one in letters:
        total = _twice(total ^ ALPHABET.index(one))
    return ALPHABET[total ^ place]


def _twice(element: int) -> int:
    return (element << 1) ^ (0b100101 if element & 16 else 0)
