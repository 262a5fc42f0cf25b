"""What the papers screen asks of the services, on the printing worker."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.codes import CopyOutcome, PaperKind
from desktop.domain.errors import BadInput, sentence
from desktop.ui.screens.papers.lines import Found, Line, Queues, Stage, Superseded, lines_of

if TYPE_CHECKING:
    from datetime import date

    from desktop.services.counter import Counter
    from desktop.services.paper_comparison import ComparedPaper
    from desktop.services.paper_rows import CopyRow, PagePicture, PaperRow
    from desktop.services.print_jobs import JobRow
    from desktop.services.rows import Actor


class Jobs:
    """Plain calls without any state of the screen; each runs off the screen's thread."""

    def __init__(self, counter: Counter, actor: Actor) -> None:
        self._papers, self._day, self._actor = counter.papers, counter.day, actor
        self._corrections, self._divisions = counter.corrections, counter.divisions
        self._withdrawals, self._sheets = counter.withdrawals, counter.sheets
        self._viewed: set[int] = set()

    def read(self, case_id: int | None, paper_id: int | None) -> Found:
        """Read the papers of a case, or one paper, with the case."""
        papers: tuple[PaperRow, ...] = ()
        if paper_id is not None:
            papers = (self._papers.paper(paper_id),)
            case_id = papers[0].case_id
        elif case_id is not None:
            papers = self._papers.of_case(case_id)
        superseded = {
            paper.paper_id: told for paper in papers if (told := self._superseded(paper.paper_id)) is not None
        }
        if case_id is None:
            return Found(lines_of(papers), None, superseded)
        ended = {
            paper.paper_id: end for paper in papers if (end := self._papers.ended(paper.paper_id)) is not None
        }
        standing = self._withdrawals.standing(case_id)
        return Found(lines_of(papers), self._day.case(case_id), superseded, standing, ended)

    def make_out(self, kind: PaperKind, case_id: int) -> int:
        """Have a paper of a case made out that it has not got yet; give it."""
        make = {
            PaperKind.PRIVACY_NOTICE: self._sheets.privacy_notice,
            PaperKind.COLLECTION_SLIP: self._sheets.collection_slip,
        }[kind]
        return make(self._actor, case_id)

    def read_open(self, on: date) -> Found:
        """Read the papers that this counter issued on a day and that are not printed yet."""
        return Found(lines_of(self._papers.open_of_day(self._actor, on)), None)

    def pdf(self, line: Line, request: str) -> bytes:
        """Give the stored PDF of a copy, or what it will be; the first look at a paper is written down."""
        paper_id = line.paper.paper_id
        if paper_id not in self._viewed:
            self._viewed.add(paper_id)
            self._papers.viewed(self._actor, paper_id)
        if line.copy is None:
            return self._papers.draw(paper_id)
        return self._papers.pdf(self._ready(line, request).copy_id)

    def compare(self, paper_id: int) -> ComparedPaper:
        """Set a paper against what is stored today."""
        return self._papers.compare(self._actor, paper_id)

    def pixels(self, pdf: bytes, page: int, dpi: float) -> PagePicture:
        """Draw a page."""
        return self._papers.pixels(pdf, page, dpi)

    def queues(self, kinds: frozenset[PaperKind]) -> Queues:
        """Ask for the printers, and where each kind went last."""
        remembered = {kind: self._papers.last_printer(self._actor, kind) for kind in kinds}
        return Queues(self._papers.printers(), remembered)

    def send(self, line: Line, request: str, printer: str) -> CopyRow:
        """Store the copy, then send it."""
        copy = self._ready(line, request)
        self._papers.send(self._actor, copy.copy_id, printer)
        return copy

    def look(self, copy_id: int) -> JobRow | None:
        """Ask how the job of a copy stands."""
        return self._papers.jobs.look(self._actor, copy_id)

    def cancel(self, copy_id: int) -> bool:
        """Take the job of a copy back; True when nothing of it was printed."""
        return self._papers.jobs.cancel(self._actor, copy_id)

    def save(self, line: Line, request: str, typed: str, replace: bool) -> tuple[CopyRow, Path]:
        """Store the copy, then write it to a file; a path without an ending gets ".pdf"."""
        if not typed:
            raise BadInput("path", sentence("errors", "请填写文件名。"))
        if os.path.isdir(typed):
            raise BadInput("path", sentence("errors", "这是一个文件夹，请在后面写上文件名。"))
        path = Path(typed)
        path = path if path.suffix else path.with_suffix(".pdf")
        if os.path.exists(path) and not replace:
            raise BadInput("path", sentence("errors", "已经有这个文件。要替换它，请再按一次回车。"))
        copy = self._ready(line, request)
        self._papers.save(self._actor, copy.copy_id, path)
        return copy, path

    def settle(self, copy_id: int, outcome: CopyOutcome, reason: str) -> CopyRow:
        """Say what became of a copy."""
        return self._papers.settle(self._actor, copy_id, outcome, reason)

    def again(self, paper_id: int, request: str, reason: str) -> CopyRow:
        """Make a further copy."""
        return self._papers.again(self._actor, request, paper_id, reason)

    def _superseded(self, paper_id: int) -> Superseded | None:
        row = self._corrections.superseded(paper_id)
        if not row.superseded:
            return None
        codes = {
            code
            for one in row.changes
            if one.field == "hukou_division"
            for code in (one.old, one.new)
            if code
        }
        return Superseded(row, {code: self._divisions.full_name(code) or code for code in codes})

    def _ready(self, line: Line, request: str) -> CopyRow:
        """Give the copy, drawn and stored; a crash or a missing font may have come between the two."""
        if line.copy is not None and (line.copy.sha256 or line.stage is Stage.SETTLED):
            return line.copy
        return self._papers.prepare(self._actor, request, line.paper.paper_id)
