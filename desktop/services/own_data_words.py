"""Days, moments and codes in the Chinese words of the paper."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from desktop.domain.code_words import label
from desktop.domain.times import CHINA


def label_of(table: type[StrEnum], code: str) -> str:
    """Return the label of a code; the code itself where this version does not know it."""
    try:
        return str(label(table(code))) if code else ""
    except ValueError:
        return code


def span_of(start: datetime, end: datetime | None) -> str:
    """Return from when until when something was known."""
    return f"{moment_of(start)}起" if end is None else f"{moment_of(start)}至{moment_of(end)}"


def moment_of(at: datetime) -> str:
    """Return a local day and time."""
    return f"{at.astimezone(CHINA):%Y-%m-%d %H:%M}"


def day_of(at: datetime) -> str:
    """Return the local day."""
    return at.astimezone(CHINA).date().isoformat()
