"""What somebody who typed or scanned into the one box is looking for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.characters import is_han, seen, tidy_name
from desktop.domain.id_numbers import tidy


class QueryKind(StrEnum):
    """Where to look."""

    ID = "id"
    PAPER = "paper"
    CASE = "case"
    PHONE = "phone"
    NAME = "name"
    PINYIN = "pinyin"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for, normalised: numbers without blanks, pinyin in small letters with single blanks."""

    kind: QueryKind
    text: str


_ID = re.compile(r"[0-9]{6,17}|[0-9]{17}[0-9X]|[A-Z]{1,3}[0-9]{5,14}[A-Z]?|[0-9]{2}[A-Z]{2}[0-9]{5}")
_MOBILE = re.compile(r"(?:\+?86)?(1[3-9][0-9]{9})")
_FIXED = re.compile(r"0[1-9][0-9]{8,10}")
_ABROAD = re.compile(r"\+[0-9]{6,15}")
_PINYIN = re.compile(r"[a-zü:'’]+(?: [a-zü:'’]+)*")
_SCANNED_DIGITS = {22: QueryKind.CASE, 24: QueryKind.PAPER}


def read_query(text: str) -> Query:
    """Say what kind of thing `text` asks for; it never fails, and judges no check digits.

    A mobile number goes before the beginning of an ID number, a barcode is told by its 22 or 24 digits, Han
    characters make a name, other letters pinyin, its initials or a foreigner's name.
    """
    text = seen(text)
    number = tidy(text)
    if number.isascii() and number.isdigit() and len(number) in _SCANNED_DIGITS:
        return Query(_SCANNED_DIGITS[len(number)], number)
    if mobile := _MOBILE.fullmatch(number):
        return Query(QueryKind.PHONE, mobile[1])
    if _FIXED.fullmatch(number):
        area = 3 if number[1] in "12" else 4
        return Query(QueryKind.PHONE, f"{number[:area]}-{number[area:]}")
    if _ABROAD.fullmatch(number):
        return Query(QueryKind.PHONE, number)
    if _ID.fullmatch(number):
        return Query(QueryKind.ID, number)
    name = tidy_name(text)
    if any(map(is_han, name)):
        return Query(QueryKind.NAME, name)
    if _PINYIN.fullmatch(letters := name.lower()):
        return Query(QueryKind.PINYIN, letters.replace("u:", "ü").replace("ü", "v").replace("’", "'"))
    return Query(QueryKind.NOTHING, name)
