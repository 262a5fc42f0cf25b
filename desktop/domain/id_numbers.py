"""Numbers of identity documents: which rule a wrong one breaks, and what a right one says.

Only length, characters, check digit and date can refuse a number. Sex and region are advice: tables of
regions disagree, and a real number must never be refused because a table is old.
Sources: GB 11643 (MOD 11-2 of ISO 7064), 国办发〔2018〕81号 (810000, 820000, 830000), the foreign
permanent residence card since 2023-12-01 (18 digits from 9, the same check digit).
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from operator import mul

from desktop.domain.code_words import label
from desktop.domain.codes import IdKind, Sex
from desktop.domain.errors import BadInput, Sentence, sentence
from desktop.domain.times import add_months

__all__ = ["IdKind", "IdNumber", "check_digit", "read_id_number", "region_advice", "sex_conflict", "tidy"]

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
_HMT_PREFIXES = ("810000", "820000", "830000")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_NOISE = re.compile(r"[\s\u3000\u200b-\u200f\u2060\ufeff-]+")
_OLD_FOREIGN = re.compile(r"[A-Z]{3}[0-9]{12}")
_SHAPE = re.compile(r"[0-9]{17}[0-9X]")
_WHOLE = re.compile(r"(?<![0-9A-Z])[0-9]{17}[0-9X](?![0-9A-Z])")
_OLDEST_YEARS = 150


@dataclass(frozen=True, slots=True)
class IdNumber:
    """A number that broke no rule, and the birth date and sex that it states, if it states any."""

    kind: IdKind
    number: str
    birth_date: date | None
    sex: Sex | None


def tidy(text: str) -> str:
    """Give the number in half-width capitals without blanks and hyphens, judging nothing.

    Of a line that was copied with other words, such as 公民身份号码：…, the one whole number in it.
    """
    plain = text.translate(_FULL_WIDTH).upper()
    number = _NOISE.sub("", plain)
    if not (number.isascii() and number.isalnum()):
        whole = set(_WHOLE.findall(plain)) or set(_WHOLE.findall(number))
        if len(whole) == 1:
            return str(whole.pop())
    return number


def check_digit(first17: str) -> str:
    """Give the 18th character for 17 digits by MOD 11-2: 0–9 or X."""
    if len(first17) != len(_WEIGHTS):
        raise ValueError("a check digit is of 17 digits")
    return _CHECK_DIGITS[sum(map(mul, _WEIGHTS, map(int, first17))) % 11]


def read_id_number(
    text: str, kind: IdKind | None = None, *, today: date, field: str = "id_number"
) -> IdNumber:
    """Read a number of the kind, or of the kind that it looks like; BadInput(field) names the rule broken."""
    number = tidy(text)
    if not number:
        raise BadInput(field, sentence("errors", "请输入证件号码。"))
    kind = kind or _guess(number)
    if kind is IdKind.PASSPORT:
        _check_free_format(number, field)
        return IdNumber(kind, number, None, None)
    if kind is IdKind.FOREIGN and _OLD_FOREIGN.fullmatch(number):
        return IdNumber(kind, number, None, None)  # two-digit years: no birth date can be read from it
    _check_shape(number, kind, field)
    _check_prefix(number, kind, field)
    born = _birth_date(number, field, today)
    if check_digit(number[:17]) != number[17]:
        raise BadInput(field, sentence("errors", "最后一位校验码不对：前17位与末位不相符，请逐位核对号码。"))
    return IdNumber(kind, number, born, Sex.MALE if int(number[16]) % 2 else Sex.FEMALE)


def sex_conflict(number: IdNumber, sex: Sex) -> Sentence | None:
    """Say so when the 17th digit (odd for men) and the chosen sex differ; advice, never a refusal."""
    if number.sex is None or sex not in (Sex.MALE, Sex.FEMALE) or number.sex is sex:
        return None
    return sentence("advice", "号码第17位表示性别为{stated}，所选性别为{chosen}，请核对。").fill(
        stated=label(number.sex), chosen=label(sex)
    )


def region_advice(number: IdNumber, known_codes: Container[str]) -> Sentence | None:
    """Say so when the first six digits are not in the caller's table; advice, never a refusal.

    The digits tell where the number was first given, which may have been dissolved since; they never tell
    where the household register is now.
    """
    if number.kind is not IdKind.RESIDENT or number.number[:6] in known_codes:
        return None
    return sentence(
        "advice", "区划表里没有号码前6位{region}，可能是已撤销的区划；与证件核对无误即可继续。"
    ).fill(region=number.number[:6])


def _guess(number: str) -> IdKind:
    if _OLD_FOREIGN.fullmatch(number):
        return IdKind.FOREIGN
    # A mistyped resident number must be told so, and not pass as a passport of free format.
    if len(number) >= 14 and sum(map(str.isdigit, number)) >= len(number) - 2:
        if number.startswith(_HMT_PREFIXES):
            return IdKind.HMT
        return IdKind.FOREIGN if number[0] == "9" else IdKind.RESIDENT
    return IdKind.PASSPORT


def _check_free_format(number: str, field: str) -> None:
    if not 5 <= len(number) <= 20:
        problem = sentence("errors", "护照等证件号码应为5至20位，现在是{found}位。")
        raise BadInput(field, problem.fill(found=len(number)))
    for character in number:
        if not (character.isascii() and character.isalnum()):
            problem = sentence("errors", "证件号码里不能有“{character}”，只能有字母和数字。")
            raise BadInput(field, problem.fill(character=character))


def _check_shape(number: str, kind: IdKind, field: str) -> None:
    if _SHAPE.fullmatch(number):
        return
    if len(number) != 18:
        if kind is IdKind.RESIDENT and len(number) == 15 and number.isascii() and number.isdigit():
            raise BadInput(field, _of_first_generation(number))
        if kind is IdKind.FOREIGN:
            problem = sentence(
                "errors", "外国人永久居留身份证号码应为18位数字（旧证为3个字母加12位数字），现在是{found}位。"
            )
        else:
            problem = sentence("errors", "号码应为18位，现在是{found}位。")
        raise BadInput(field, problem.fill(found=len(number)))
    for position, character in enumerate(number, start=1):
        if character.isascii() and character.isdigit():
            continue
        if position == 18 and character == "X":
            continue
        if position == 18:
            problem = sentence("errors", "号码最后一位是“{character}”，应为数字或X。")
        else:
            problem = sentence("errors", "号码第{position}位是“{character}”，应为数字。")
        raise BadInput(field, problem.fill(position=position, character=character))


def _of_first_generation(number: str) -> Sentence:
    """What to do with 15 digits, which left the century and the check digit out (GB 11643-1989)."""
    try:
        born = date(1900 + int(number[6:8]), int(number[8:10]), int(number[10:12]))
    except ValueError:
        return sentence("errors", "15位的第一代身份证号码已停止使用，请输入18位公民身份号码。")
    first17 = f"{number[:6]}{born:%Y%m%d}{number[12:]}"
    told = sentence(
        "errors",
        "15位的第一代身份证号码已停止使用。升位后应为{whole}，请与本人现在的证件核对后输入18位号码。",
    )
    return told.fill(whole=first17 + check_digit(first17))


def _check_prefix(number: str, kind: IdKind, field: str) -> None:
    looks = IdKind.RESIDENT
    if number.startswith(_HMT_PREFIXES):
        looks = IdKind.HMT
    elif number[0] == "9":
        looks = IdKind.FOREIGN
    if looks is kind:
        return
    if kind is IdKind.HMT:
        problem = sentence("errors", "港澳台居民居住证号码应以810000、820000或830000开头。")
    elif kind is IdKind.FOREIGN:
        problem = sentence("errors", "外国人永久居留身份证的18位号码应以9开头。")
    else:
        problem = sentence("errors", "这是{kind}的号码，请改选证件种类。").fill(kind=label(looks))
    raise BadInput(field, problem)


def _birth_date(number: str, field: str, today: date) -> date:
    part = number[6:14]
    try:
        born = date(int(part[:4]), int(part[4:6]), int(part[6:]))
    except ValueError:
        problem = sentence("errors", "号码第7至14位“{part}”不是日历上有的日期。")
        raise BadInput(field, problem.fill(part=part)) from None
    if born > today:
        raise BadInput(
            field, sentence("errors", "号码里的出生日期{born}还没有到。").fill(born=born.isoformat())
        )
    if born.year <= today.year - _OLDEST_YEARS and born < add_months(today, -12 * _OLDEST_YEARS):
        problem = sentence("errors", "号码里的出生日期{born}在{years}年以前，请核对。")
        raise BadInput(field, problem.fill(born=born.isoformat(), years=_OLDEST_YEARS))
    return born
