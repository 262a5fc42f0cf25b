"""How a case is told on every screen: its number, its paper's number, what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.codes import CaseKind, Ground, label
from desktop.ui.kit.text import sentence_text

if TYPE_CHECKING:
    from desktop.services.rows import CaseRow

_PARTS = (6, 3, 8, 2, 3)
"""Division, station, day, counter, sequence; a paper's number has two digits for its kind before them."""


def grouped(number: str) -> str:
    """Give a case's 22 digits, or a paper's 24, with blanks between the parts, as a person reads them out."""
    start = len(number) - sum(_PARTS)
    if start not in (0, 2):
        return number
    parts = [number[:start]]
    for width in _PARTS:
        parts.append(number[start : start + width])
        start += width
    return " ".join(parts).strip()


def summary_words(case: CaseRow) -> str:
    """Give what a case is about in the screen's language: a ground is translated, an address stays as it is.

    Cases are stored with their summary in Chinese, as the paper has it.
    """
    if case.kind is CaseKind.PERMIT_APPLICATION:
        for ground in Ground:
            if case.summary == str(label(ground)):
                return sentence_text(label(ground))
    return case.summary
