"""Days as clerks type them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from datetime import date

_WRITTEN = r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?"
_DIGITS = r"(\d{4})(\d{2})(\d{2})"
_WIDE = str.maketrans("０１２３４５６７８９－．／", "0123456789-./")


def read_day(typed: str) -> date | None:
    """The day meant by 20261121, 2026-11-21, 2026.11.21, 2026/11/21 or 2026年11月21日, else None."""
    from datetime import date  # for start-up time

    plain = typed.strip().translate(_WIDE)
    found = re.fullmatch(_DIGITS, plain) or re.fullmatch(_WRITTEN, plain)
    if not found:
        return None
    year, month, day = map(int, found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def iso_date(typed: str) -> str:
    """The same day as 2026-11-21, or "" when it is none."""
    day = read_day(typed)
    return day.isoformat() if day else ""


def weekday(typed: str) -> str:
    """The day's weekday in the screen's language, or "" when it is no day."""
    day = read_day(typed)
    if day is None:
        return ""
    names = (
        text("fields", "星期一"), text("fields", "星期二"), text("fields", "星期三"), text("fields", "星期四"),
        text("fields", "星期五"), text("fields", "星期六"), text("fields", "星期日"),
    )  # fmt: skip
    return names[day.weekday()]
