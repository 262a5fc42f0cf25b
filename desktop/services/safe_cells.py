"""Cells that a spreadsheet shows as they are: no formula, no number that loses its end; made safe in SQL."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, String, and_, case, func, literal, or_

from desktop.models.text_functions import position, quickly_between

DANGEROUS = "=+-@\t\r\n＝＋－＠"
"""What a spreadsheet may take for the beginning of a formula (OWASP, CSV injection)."""
DIGITS = "0123456789"
LONG = 12
"""A number of so many digits loses its last ones in a spreadsheet unless something keeps it text."""
_STARS = "*" * 40


def _part(text: Any, start: Any, count: Any) -> ColumnElement[str]:
    return func.substr(text, start, count, type_=String())


def _starts(text: Any, characters: str) -> ColumnElement[bool]:
    """Tell whether a text begins with one of these; an empty text is found at 1, where the blank stands."""
    return position(literal(" " + characters), _part(text, 1, 1)) > 1


def safe_text(text: Any) -> ColumnElement[Any]:
    """Return a text that no spreadsheet takes for a formula, nor for a number whose end it may drop."""
    letters = quickly_between(text, literal("A"), literal("\uff00"))  # no sign, nothing of full width
    return case(
        (or_(letters, text == ""), text),
        (_starts(text, DANGEROUS), literal("'") + text),
        (and_(func.length(text) >= LONG, _starts(text, DIGITS)), literal("\t") + text),
        else_=text,
    )


def safe_number(number: Any, shown: Any = None) -> ColumnElement[Any]:
    """Return a number, or what is `shown` of it, kept whole by a leading tab; passports such as 1E234567 too."""
    shown = number if shown is None else shown
    digits = quickly_between(number, literal("0"), literal(":"))
    return case(
        (number == "", shown),
        (digits, literal("\t") + shown),
        (_starts(number, DANGEROUS), literal("'") + shown),
        (or_(func.length(number) >= LONG, _starts(number, DIGITS)), literal("\t") + shown),
        else_=shown,
    )


def masked(number: Any) -> ColumnElement[Any]:
    """Return a number with its middle hidden, as `domain.masking.mask_id` hides it."""
    length = func.length(number)

    def hidden(head: int, tail: int) -> ColumnElement[Any]:
        stars = _part(literal(_STARS), 1, length - head - tail)
        return _part(number, 1, head) + stars + _part(number, length - tail + 1, tail)

    return case(
        (length >= 18, hidden(6, 4)),
        (length >= 12, hidden(3, 3)),
        (length >= 6, hidden(2, 2)),
        (length >= 2, hidden(0, 1)),
        else_=_part(literal(_STARS), 1, length),
    )
