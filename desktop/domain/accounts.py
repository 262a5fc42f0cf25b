"""Who may sign in by which name, what a password must be, and how long after wrong ones."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.domain.errors import BadInput, Sentence, sentence

_ALIKE = str.maketrans("01i", "oll")
_NAME = sentence("errors", "登录名为2至30个字母或数字。")
_KINDS_TWO = sentence("errors", "密码至少{shortest}个字符，并含字母、数字、符号中的两种。")
_KINDS_THREE = sentence("errors", "密码至少{shortest}个字符，字母、数字、符号都要有。")
_HAS_NAME = sentence("errors", "密码里不能有登录名。")
_BETWEEN = sentence("errors", "应为{least}至{most}之间的整数。")

MIN_SHORTEST = 8

RULE_LIMITS = {
    "password_shortest": (MIN_SHORTEST, 64),
    "password_kinds": (2, 3),
    "password_days": (0, 365),
    "password_remembered": (0, 24),
    "password_tries": (3, 10),
}
"""Each part of the password rule by the name it is stored under, with the least and most it may be."""

FIRST_DELAY = timedelta(minutes=1)
LONGEST_DELAY = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class PasswordRule:
    """What a station asks of passwords; numbers of days are calendar days, 0 days means for ever."""

    shortest: int = MIN_SHORTEST
    kinds: int = 2
    days: int = 90
    remembered: int = 3
    tries: int = 5

    def words(self) -> Sentence:
        """Say what a new password must be."""
        return (_KINDS_THREE if self.kinds > 2 else _KINDS_TWO).fill(shortest=self.shortest)

    def expired(self, set_at: datetime, now: datetime) -> bool:
        """Tell whether a password is too old."""
        return self.days > 0 and now - set_at >= timedelta(days=self.days)


def folded(typed: str) -> str:
    """Return a sign-in name in its one form: full-width and small letters are the same as any others."""
    return unicodedata.normalize("NFKC", typed).strip().casefold()


def lookalike(name: str) -> str:
    """Return a folded name with what is easily mistaken made one: 0 and o, 1, i and l."""
    return name.translate(_ALIKE)


def read_sign_in_name(field: str, typed: str) -> str:
    """Read a sign-in name: 2 to 30 letters or digits of ASCII, folded; BadInput otherwise."""
    name = folded(typed)
    if not name.isascii() or not name.isalnum() or not 2 <= len(name) <= 30:
        raise BadInput(field, _NAME)
    return name


def read_limited(field: str, typed: str) -> int:
    """Read one part of the password rule by its name in RULE_LIMITS; BadInput when it is out of bounds."""
    least, most = RULE_LIMITS[field]
    digits = unicodedata.normalize("NFKC", typed).strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) < 5 and least <= int(digits) <= most):
        raise BadInput(field, _BETWEEN.fill(least=least, most=most))
    return int(digits)


def check_password(password: str, field: str, rule: PasswordRule, sign_in_name: str = "") -> None:
    """Refuse a password that breaks the rule, or that holds the sign-in name."""
    kinds = sum(
        (
            any(character.isalpha() for character in password),
            any(character.isdigit() for character in password),
            any(not character.isalnum() for character in password),
        )
    )
    if len(password) < rule.shortest or kinds < rule.kinds:
        raise BadInput(field, rule.words())
    if sign_in_name and sign_in_name in folded(password):
        raise BadInput(field, _HAS_NAME)


def delay(tries: int, rule: PasswordRule) -> timedelta:
    """Return how long nobody may try after so many wrong passwords: a minute at first, then twice as long."""
    over = tries - rule.tries
    if over < 0:
        return timedelta()
    return min(FIRST_DELAY * (1 << min(over, 10)), LONGEST_DELAY)


def still_to_wait(tries: int, last_at: datetime, now: datetime, rule: PasswordRule) -> timedelta:
    """Return what is left of the delay. With the clock set back to before the last try, all of it is."""
    whole = delay(tries, rule)
    return max(timedelta(), whole if now < last_at else last_at + whole - now)
