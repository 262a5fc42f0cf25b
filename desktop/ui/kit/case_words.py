"""How a case is told on every screen: its number, its paper's number, what it is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.code_words import label
from desktop.domain.codes import CancelReason, CaseKind, Ground, Holding
from desktop.domain.masking import mask_address
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.rows import CaseRow

_PARTS = (6, 3, 8, 2, 3)
"""Division, station, day, counter, sequence; a paper's number has two digits for its kind before them."""

_CODES: Mapping[CaseKind, type[StrEnum]] = {
    CaseKind.PERMIT_APPLICATION: Ground,
    CaseKind.ENTITLEMENTS: Holding,
    CaseKind.CANCELLATION: CancelReason,
}
"""The cases whose summary is the label of a code."""
_PLACES = frozenset((CaseKind.REGISTRATION, CaseKind.REGISTRATION_MOVE, CaseKind.ADDRESS_CHANGE))
"""The cases whose summary is where somebody lives."""


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
    """Give what a case is about in the screen's language: codes are translated, an address is masked.

    Cases are stored with their summary in Chinese, as the paper has it.
    """
    for code in _CODES.get(case.kind, ()):
        if case.summary == str(label(code)):
            return sentence_text(label(code))
    if case.kind is CaseKind.HUKOU_ASSESSMENT:
        return _assessment_words(case.summary)
    if case.kind is CaseKind.CORRECTION:
        return _correction_words(case.summary)
    if case.kind in _PLACES:
        return mask_address(case.summary)
    return grouped(case.summary) if case.summary.isdigit() else case.summary


def _correction_words(summary: str) -> str:
    from desktop.services.person_versions import (
        FIELDS,
    )  # here, since the desk's first paint does without all that

    names = {str(words): words for words in FIELDS.values()}
    parts = summary.split("、")
    if not all(part in names for part in parts):
        return summary
    return text("case_words", "、").join(sentence_text(names[part]) for part in parts)


def _assessment_words(summary: str) -> str:
    from desktop.domain.hukou import SUMMARY  # here, since the desk's first paint does without all that
    from desktop.domain.hukou_codes import HukouZone
    from desktop.domain.hukou_codes import label as zone_label

    digits = re.search(r"\d+", summary)
    for zone in HukouZone:
        words = SUMMARY.fill(zone=zone_label(zone), count=digits[0] if digits else "")
        if summary == str(words):
            return sentence_text(words)
    return summary
