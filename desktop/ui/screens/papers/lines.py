"""The lines of the papers screen: each copy of each paper, and papers not printed yet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from desktop.domain.code_words import label
from desktop.domain.codes import CopyOutcome, PaperKind
from desktop.domain.times import CHINA
from desktop.ui.kit.table import Column
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.services.correction_pages import SupersededRow
    from desktop.services.paper_ends import EndedPaper
    from desktop.services.paper_rows import CopyRow, PaperRow, PrinterRow
    from desktop.services.rows import CaseRow
    from desktop.services.withdrawals import CaseStanding

_UNFIT = re.compile(r'[\\/:*?"<>|\s]+')


class Stage(Enum):
    """Where a copy stands."""

    WAITING = "waiting"
    """Not printed yet, stored or not."""
    ASKING = "asking"
    """Sent to a printer; nobody said what came out."""
    SETTLED = "settled"
    """Printed, spoiled or saved."""


@dataclass(frozen=True, slots=True)
class Line:
    """A copy of a paper, or the paper that has none yet."""

    paper: PaperRow
    copy: CopyRow | None

    @property
    def stage(self) -> Stage:
        """Where the copy stands."""
        if self.copy is None or (self.copy.outcome is CopyOutcome.PENDING and not self.copy.printer):
            return Stage.WAITING
        return Stage.ASKING if self.copy.outcome is CopyOutcome.PENDING else Stage.SETTLED

    @property
    def shows(self) -> tuple[int, int]:
        """What the preview depends on: the paper and the number of the copy."""
        return self.paper.paper_id, self.copy.number if self.copy else 0


@dataclass(frozen=True, slots=True)
class Superseded:
    """What a paper says that is no longer so, with the names of the divisions it speaks of."""

    row: SupersededRow
    places: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """The lines of a case, the case, by key the papers that are out of date, and what the counter can do.

    `ended` are the papers that no longer count, by key.
    """

    lines: tuple[Line, ...]
    case: CaseRow | None
    superseded: Mapping[int, Superseded] = field(default_factory=dict)
    standing: CaseStanding | None = None
    ended: Mapping[int, EndedPaper] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Queues:
    """The print queues, and which one each kind of paper last went to at this counter."""

    printers: tuple[PrinterRow, ...]
    remembered: dict[PaperKind, str]


def lines_of(papers: tuple[PaperRow, ...]) -> tuple[Line, ...]:
    """Give the newest paper first, and of each the newest copy first."""
    return tuple(
        Line(paper, copy) for paper in reversed(papers) for copy in (*reversed(paper.copies),) or (None,)
    )


def place_of(lines: tuple[Line, ...], prefer: CopyRow | None, before: Line | None) -> int:
    """Say which line to look at: the copy preferred, the one looked at before, or the first."""
    if prefer is not None:
        for place, line in enumerate(lines):
            if line.copy is not None and line.copy.copy_id == prefer.copy_id:
                return place
    if before is not None:
        for place, line in enumerate(lines):
            if line.shows == before.shows:
                return place
    return 0 if lines else -1


def copy_name(line: Line) -> str:
    """Say which copy it is, in the screen's language."""
    if line.copy is None or line.copy.number == 0:
        return text("papers", "原件")
    return text("papers", "补打 {number}").format(number=line.copy.number)


def state_name(line: Line) -> str:
    """Say where the copy stands, in the screen's language."""
    if line.stage is Stage.WAITING:
        return text("papers", "未打印")
    if line.copy is None:
        return ""
    return sentence_text(label(line.copy.outcome))


def moment(at: datetime) -> str:
    """Give a moment as the clock at the counter showed it."""
    return at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")


def file_name(line: Line, case: CaseRow | None) -> str:
    """Give the name of a PDF: kind, number, whose. Always Chinese, as the paper is."""
    parts = [str(label(line.paper.kind)), line.paper.paper_number]
    if case is not None:
        parts.append(case.person_name)
    if line.copy is not None and line.copy.number:
        parts.append(f"补打{line.copy.number}")
    return _UNFIT.sub("_", "-".join(parts)) + ".pdf"


def columns() -> list[Column[Line]]:
    """Give the columns of the list of copies."""
    return [
        Column(
            text("papers", "单据"), lambda line: sentence_text(label(line.paper.kind)), stretch=True, least=5
        ),
        Column(text("papers", "份"), copy_name),
        Column(
            text("papers", "结果"), state_name, tip=lambda line: line.copy.outcome_reason if line.copy else ""
        ),
    ]
