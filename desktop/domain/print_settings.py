"""How a counter prints one kind of paper: on which queue, from which tray, on which sides, how far moved."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.characters import half_width
from desktop.domain.codes import PaperKind
from desktop.domain.errors import BadInput, sentence
from desktop.domain.fields import read_text

MOST_OFFSET, MOST_CARD_OFFSET = 100, 20
"""Tenths of a millimetre that a paper may be moved, and a card, whose margin is 3 mm."""

_NO_OFFSET = sentence("printers", "应为-{most}至{most}之间的毫米数，最多一位小数，例如 1.5 或 -0.8。")
_OFFSET = re.compile(r"([+-]?)(\d{1,2})(?:\.(\d)0*)?")


class Sides(StrEnum):
    """On which sides a paper is printed, in IPP's words; "" leaves it to the queue."""

    AS_QUEUE = ""
    ONE = "one-sided"
    LONG_EDGE = "two-sided-long-edge"
    SHORT_EDGE = "two-sided-short-edge"


@dataclass(frozen=True, slots=True)
class PrintSetting:
    """A counter's way with one kind of paper; tray, sides and offset hold on this printer and on no other.

    `tray` is an option as the queue offers it. `right` and `down` are tenths of a millimetre.
    """

    kind: PaperKind
    printer: str = ""
    tray: str = ""
    sides: Sides = Sides.AS_QUEUE
    right: int = 0
    down: int = 0


def most_offset(kind: PaperKind) -> int:
    """Return how many tenths of a millimetre a kind of paper may be moved."""
    return MOST_CARD_OFFSET if kind is PaperKind.PERMIT_CARD else MOST_OFFSET


def read_offset(field: str, typed: str, kind: PaperKind) -> int:
    """Read millimetres as typed, in tenths; "" is none. BadInput(field) when they are no offset."""
    words = half_width(read_text(field, typed)).replace("−", "-")
    if not words:
        return 0
    most = most_offset(kind)
    found = _OFFSET.fullmatch(words)
    tenths = int(found[2]) * 10 + int(found[3] or 0) if found is not None else most + 1
    if tenths > most:
        raise BadInput(field, _NO_OFFSET.fill(most=most // 10))
    return -tenths if found is not None and found[1] == "-" else tenths


def offset_words(tenths: int) -> str:
    """Return an offset as it is typed: 0 is "", else millimetres with one decimal."""
    return f"{tenths / 10:.1f}" if tenths else ""
